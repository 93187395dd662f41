/** JSON as Go writes and reads it. */
import type { Helpers } from './helper';

export const json = {
  without_empty: {
    imports: ['from typing import Any'],
    text: `
def without_empty(data: dict[str, Any], *keys: str) -> dict[str, Any]:
    """The dict without those of the keys whose values are empty."""
    return {key: value for key, value in data.items() if value or key not in keys}
`,
  },
  json_data: {
    imports: ['from dataclasses import fields', 'from dataclasses import is_dataclass', 'from typing import Any'],
    text: `
def json_data(data: Any, names: dict[str, str] | None = None) -> Any:
    """Prepare a value for JSON as Go does: objects by their fields, maps in the order of their keys."""
    if is_dataclass(data):
        keys = {field.name: (names or {}).get(field.name, field.name) for field in fields(data)}
        return {key: json_data(getattr(data, name), names) for name, key in keys.items() if key}
    if isinstance(data, dict):
        return {str(key): json_data(value, names) for key, value in sorted(data.items())}
    if isinstance(data, (list, tuple)):
        return [json_data(item, names) for item in data]
    return int(data) if isinstance(data, float) and data.is_integer() else data
`,
  },
  whole_numbers: {
    imports: ['from typing import Any'],
    text: `
def whole_numbers(data: Any) -> Any:
    """Write floats without a fraction as integers, as Go does in JSON."""
    if isinstance(data, dict):
        return {key: whole_numbers(value) for key, value in data.items()}
    if isinstance(data, list):
        return [whole_numbers(item) for item in data]
    return int(data) if isinstance(data, float) and data.is_integer() else data
`,
  },
  as_floats: {
    imports: ['from typing import Any'],
    text: `
def as_floats(data: Any) -> Any:
    """Numbers as floats, as Go reads them where it is not told their type."""
    if isinstance(data, dict):
        return {key: as_floats(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_floats(item) for item in data]
    return float(data) if isinstance(data, int) and not isinstance(data, bool) else data
`,
  },
  escape_html: {
    text: `
def escape_html(text: str) -> str:
    """Write what means something in HTML as Go's JSON does."""
    return text.replace("&", "\\\\u0026").replace("<", "\\\\u003c").replace(">", "\\\\u003e")
`,
  },
  is_json: {
    imports: ['import json'],
    text: `
def is_json(data: bytes) -> bool:
    """Whether the bytes are JSON."""
    try:
        json.loads(data)
    except ValueError:
        return False
    return True
`,
  },
  parse_json: {
    imports: ['import json', 'from typing import Any'],
    text: `
def parse_json(source: str | bytes, **options: Any) -> Any:
    """Read JSON, with Go's words for what is wrong."""
    text = source if isinstance(source, str) else source.decode()
    try:
        return json.loads(text, **options)
    except json.JSONDecodeError as error:
        rest = text[error.pos :].lstrip()
        if not rest or error.msg.startswith("Unterminated"):
            raise ValueError("unexpected end of JSON input") from None
        place = {
            "Expecting property name": "looking for beginning of object key string",
            "Expecting ':' delimiter": "after object key",
            "Extra data": "after top-level value",
        }.get(error.msg.split(" enclosed")[0], "looking for beginning of value")
        if error.msg.startswith("Expecting ',' delimiter"):
            inside = json_nesting(text[: error.pos])
            place = "after object key:value pair" if inside == "{" else "after array element"
        raise ValueError(f"invalid character '{rest[0]}' {place}") from None


def json_nesting(text: str) -> str:
    """The bracket that is open at the end of a piece of JSON."""
    is_text, escapes, opened = False, False, []
    for char in text:
        if is_text:
            is_text = escapes or char != '"'
            escapes = char == "\\\\" and not escapes
        elif char == '"':
            is_text = True
        elif char in "[{":
            opened.append(char)
        elif char in "]}":
            opened.pop()
    return opened[-1]
`,
  },
} satisfies Helpers;

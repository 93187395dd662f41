"""Validate a service configuration and exit with 1 when it is not usable."""

from __future__ import annotations

import json
import re
import sys
from typing import Any, Callable

Check = Callable[[Any], "str | None"]

CONFIGS = {
    "good": '{"name": "mailer", "port": 2525, "hosts": ["a.example", "b.example"], "tls": true}',
    "bad": '{"name": "Mail Server!", "port": "2525", "hosts": ["ok.example", "", 7], "color": "red"}',
    "range": '{"name": "x1", "port": 70000, "hosts": []}',
    "broken": '{"name": ',
}


class ValidationError(Exception):
    def __init__(self, errors: list[str]) -> None:
        super().__init__(f"{len(errors)} error{'s' if len(errors) != 1 else ''}")
        self.errors = errors


def of_type(*types: type) -> Check:
    def check(value: Any) -> str | None:
        if type(value) in types:
            return None
        expected = " or ".join(t.__name__ for t in types)
        return f"expected {expected}, got {type(value).__name__}"

    return check


def matches(pattern: str) -> Check:
    regex = re.compile(pattern)
    return lambda value: None if regex.fullmatch(value) else f"{value!r} does not match {pattern}"


def between(low: int, high: int) -> Check:
    return lambda value: None if low <= value <= high else f"{value} is not between {low} and {high}"


def each(*checks: Check) -> Check:
    def check(values: list[Any]) -> str | None:
        for i, value in enumerate(values):
            for inner in checks:
                if problem := inner(value):
                    return f"item {i}: {problem}"
        return None

    return check


def not_empty(value: Any) -> str | None:
    return None if value else "must not be empty"


SCHEMA: dict[str, tuple[bool, list[Check]]] = {
    "name": (True, [of_type(str), matches(r"[a-z][a-z0-9_-]+")]),
    "port": (True, [of_type(int), between(1, 65535)]),
    "hosts": (True, [of_type(list), not_empty, each(of_type(str), not_empty)]),
    "tls": (False, [of_type(bool)]),
}


def validate(config: dict[str, Any]) -> dict[str, Any]:
    errors: list[str] = []
    for key, (required, checks) in SCHEMA.items():
        if key not in config:
            if required:
                errors.append(f"{key}: required")
            continue
        for check in checks:
            problem = check(config[key])
            if problem is not None:
                errors.append(f"{key}: {problem}")
                break
    for key in sorted(set(config) - set(SCHEMA)):
        errors.append(f"{key}: unknown key")
    if errors:
        raise ValidationError(errors)
    return {"tls": False, **config}


def main() -> int:
    failed = 0
    for name, text in CONFIGS.items():
        try:
            config = validate(json.loads(text))
        except json.JSONDecodeError as exc:
            failed += 1
            print(f"{name}: not JSON (line {exc.lineno})")
        except ValidationError as exc:
            failed += 1
            print(f"{name}: {exc}")
            for error in exc.errors:
                print("  -", error)
        else:
            print(f"{name}: ok", json.dumps(config, sort_keys=True))
    print(f"{failed} of {len(CONFIGS)} configurations failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

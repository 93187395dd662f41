"""Read an INI file, validate it against a schema, and exit 3 if it is bad."""

import sys
from configparser import ConfigParser
from dataclasses import dataclass
from typing import Union

Value = Union[int, float, bool, str]

SOURCE = """
[server]
host = example.org
port = 8080
timeout = 2.5
tls = on

[limits]
max_users = many
burst = -4
comment = 50% of all; or so

[extra]
"""


@dataclass(frozen=True)
class Rule:
    section: str
    key: str
    kind: type
    default: Value | None = None
    minimum: float | None = None


RULES = [
    Rule("server", "host", str),
    Rule("server", "port", int, minimum=1),
    Rule("server", "timeout", float, 10.0),
    Rule("server", "tls", bool, False),
    Rule("server", "proxy", str, ""),
    Rule("limits", "max_users", int),
    Rule("limits", "burst", int, 10, minimum=0),
    Rule("limits", "comment", str, ""),
    Rule("log", "file", str),
]


class ConfigError(Exception):
    def __init__(self, rule: Rule, reason: str) -> None:
        self.rule = rule
        self.reason = reason
        super().__init__(f"[{rule.section}] {rule.key}: {reason}")


def read_value(parser: ConfigParser, rule: Rule) -> Value:
    if not parser.has_option(rule.section, rule.key):
        if rule.default is None:
            raise ConfigError(rule, "is required")
        return rule.default
    text = parser.get(rule.section, rule.key)
    try:
        if rule.kind is bool:
            value: Value = parser.getboolean(rule.section, rule.key)
        else:
            value = rule.kind(text)
    except ValueError as exc:
        raise ConfigError(rule, f"{text!r} is no {rule.kind.__name__}") from exc
    if rule.minimum is not None and value < rule.minimum:
        raise ConfigError(rule, f"{value} is below {rule.minimum}")
    return value


def main() -> int:
    parser = ConfigParser(interpolation=None)
    parser.read_string(SOURCE)
    print("sections:", parser.sections())

    settings: dict[str, Value] = {}
    errors: list[ConfigError] = []
    for rule in RULES:
        try:
            settings[f"{rule.section}.{rule.key}"] = read_value(parser, rule)
        except ConfigError as err:
            errors.append(err)

    for name, value in settings.items():
        print(f"{name:<16} {type(value).__name__:<6} {value!r}")
    for err in errors:
        print("error:", err)
    return len(errors)


if __name__ == "__main__":
    sys.exit(main())

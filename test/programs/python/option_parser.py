"""Parse command lines in the GNU manner, described by a small schema."""

import sys
from dataclasses import dataclass, field


class OptionError(Exception):
    """A command line that does not fit the schema."""


@dataclass
class Option:
    long: str
    short: str = ""
    takes_value: bool = False
    repeat: bool = False
    choices: tuple[str, ...] = ()
    help: str = ""

    def check(self, value: str) -> str:
        if self.choices and value not in self.choices:
            raise OptionError(f"--{self.long}: {value!r} is none of {', '.join(self.choices)}")
        return value


@dataclass
class Result:
    flags: dict[str, int] = field(default_factory=dict)
    values: dict[str, list[str]] = field(default_factory=dict)
    args: list[str] = field(default_factory=list)


SCHEMA = [
    Option("verbose", "v", repeat=True, help="say more"),
    Option("quiet", "q", help="say nothing"),
    Option("output", "o", takes_value=True, help="where to write"),
    Option("format", "f", takes_value=True, choices=("csv", "json"), help="how to write"),
    Option("include", "I", takes_value=True, repeat=True, help="search here"),
]
BY_NAME: dict[str, Option] = {o.long: o for o in SCHEMA} | {o.short: o for o in SCHEMA if o.short}


def find(name: str) -> Option:
    if name in BY_NAME:
        return BY_NAME[name]
    matches = [o for o in SCHEMA if len(name) > 1 and o.long.startswith(name)]
    if len(matches) == 1:
        return matches[0]
    raise OptionError(f"unknown option {name!r}")


def parse(argv: list[str]) -> Result:
    result = Result()
    queue = list(argv)

    def store(option: Option, value: str | None) -> None:
        if option.takes_value:
            if value is None:
                if not queue:
                    raise OptionError(f"--{option.long} needs a value")
                value = queue.pop(0)
            seen = result.values.setdefault(option.long, [])
            if seen and not option.repeat:
                raise OptionError(f"--{option.long} given twice")
            seen.append(option.check(value))
        elif value is not None:
            raise OptionError(f"--{option.long} takes no value")
        else:
            result.flags[option.long] = result.flags.get(option.long, 0) + 1

    while queue:
        arg = queue.pop(0)
        if arg == "--":
            result.args += queue
            break
        if arg.startswith("--"):
            name, eq, value = arg[2:].partition("=")
            store(find(name), value if eq else None)
        elif arg.startswith("-") and len(arg) > 1:
            letters = arg[1:]
            for i, letter in enumerate(letters, start=1):
                option = find(letter)
                rest = letters[i:]
                if option.takes_value and rest:
                    store(option, rest)
                    break
                store(option, None)
        else:
            result.args.append(arg)
    return result


LINES = [
    "build -vv --output=out.csv -fcsv src",
    "-I lib -Iinclude --inc=../x a.c -- -b.c --quiet",
    "-qvo file -",
    "--form xml",
    "-o",
    "--quiet=yes",
    "--output a -o b",
    "-x",
]


def main() -> int:
    for option in SCHEMA:
        metavar = " " + option.long[:3].upper() if option.takes_value else ""
        print(f"  -{option.short}, --{option.long + metavar:<14}{option.help}")
    failures = 0
    for line in LINES:
        print("$ tool", line)
        try:
            result = parse(line.split())
        except OptionError as err:
            failures += 1
            print("  tool:", err)
            continue
        print(f"  {result}")
        level = result.flags.get("verbose", 0) - result.flags.get("quiet", 0)
        print("  level", level, "format", result.values.get("format", ["text"])[-1])
    return 64 + failures


if __name__ == "__main__":
    sys.exit(main())

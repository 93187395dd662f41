/** Command-line flags as Go reads them. */
import type { Helpers } from './helper';

export const flag = {
  HelpRequested: {
    text: `
class HelpRequested(ValueError):
    """The flag -h or -help was given, and nobody had declared it."""
`,
  },
  Flag: {
    imports: ['from collections.abc import Callable', 'from dataclasses import dataclass', 'from typing import Any'],
    uses: ['go_text'],
    text: `
@dataclass
class Flag:
    """One flag of a command line."""

    name: str
    kind: str
    usage: str
    default: str
    read: Callable[[str], None]
    text: Callable[[], str]
    is_zero: bool = False

    def __str__(self) -> str:
        return self.text()
`,
  },
  FlagSet: {
    imports: [
      'import sys',
      'from collections.abc import Callable',
      'from collections.abc import Iterable',
      'from typing import Any',
      'from typing import TextIO',
    ],
    uses: ['Flag', 'HelpRequested', 'Ref', 'quoted', 'parse_duration', 'duration_text', 'parse_bool', 'float_text'],
    text: `
class FlagSet:
    """Flags of a command line, written -name value, -name=value or --name; those of bools need no value."""

    def __init__(self, name: str, exits: bool = True) -> None:
        self.name = name
        self.exits = exits
        self.output: TextIO | None = sys.stderr
        self.usage = self.print_usage
        self.args: list[str] = []
        self.flags: dict[str, Flag] = {}
        self.given: set[str] = set()

    def add(self, name: str, kind: str, value: Any, usage: str, held: Any = None) -> Any:
        """A flag that is read as its kind says; what it gives holds the value."""
        target = Ref(value) if held is None else held
        target.value = value
        readers: dict[str, Callable[[str], Any]] = {
            "": parse_bool, "string": str, "duration": parse_duration, "float": float,
            "int": lambda text: int(text, 0), "uint": lambda text: int(text, 0),
        }

        def read(text: str) -> None:
            try:
                value = readers[kind](text)
                if kind == "uint" and value < 0:
                    raise ValueError
                target.value = value
            except ValueError:
                raise ValueError("parse error") from None

        def shown() -> str:
            value = target.value
            if kind == "":
                return str(value).lower()
            return {"duration": duration_text, "float": float_text}.get(kind, str)(value)

        self.flags[name] = Flag(name, kind, usage, shown(), read, shown, not value)
        return target

    def var(self, value: Any, name: str, usage: str) -> None:
        """A flag whose value reads itself."""
        self.flags[name] = Flag(name, "value", usage, str(value), value.set, lambda: str(value), not str(value))

    def set(self, name: str, text: str) -> None:
        """Give a flag its value."""
        if name not in self.flags:
            raise ValueError(f"no such flag -{name}")
        self.flags[name].read(text)
        self.given.add(name)

    def visit(self, work: Callable[[Flag], None], names: Iterable[str]) -> None:
        """Call a function with each flag, in the order of their names."""
        for name in sorted(names):
            work(self.flags[name])

    def print_defaults(self) -> None:
        """Print all flags with what they mean and their defaults."""
        for name, flag in sorted(self.flags.items()):
            kind, usage = flag.kind, flag.usage
            if usage.count("\`") >= 2:
                before, kind, after = usage.split("\`", 2)
                usage = before + kind + after
            gap = "\\t" if len(name) == 1 and not kind else "\\n    \\t"
            default = quoted(flag.default) if flag.kind == "string" else flag.default
            ending = "" if flag.is_zero else f" (default {default})"
            head = f"  -{name} {kind}".rstrip()
            print(head + gap + usage.replace("\\n", "\\n    \\t") + ending, file=self.output)

    def print_usage(self) -> None:
        """Print how the command is called."""
        print(f"Usage of {self.name}:", file=self.output)
        self.print_defaults()

    def parse(self, arguments: list[str]) -> None:
        """Read the flags at the start of the arguments and keep the rest."""
        self.args = list(arguments)
        try:
            while self.take():
                pass
        except ValueError as error:
            if self.output:
                if not isinstance(error, HelpRequested):
                    print(error, file=self.output)
                self.usage()
            if self.exits:
                sys.exit(0 if isinstance(error, HelpRequested) else 2)
            raise

    def take(self) -> bool:
        """Read one flag; says whether there was one."""
        first = self.args[0] if self.args else ""
        if len(first) < 2 or first[0] != "-":
            return False
        del self.args[0]
        if first == "--":
            return False
        name, equals, text = first[2 if first.startswith("--") else 1 :].partition("=")
        if not name or name[0] == "-":
            raise ValueError(f"bad flag syntax: {first}")
        if name not in self.flags:
            if name in ("h", "help"):
                raise HelpRequested("flag: help requested")
            raise ValueError(f"flag provided but not defined: -{name}")
        flag = self.flags[name]
        if not equals and not flag.kind:
            text = "true"
        elif not equals:
            if not self.args:
                raise ValueError(f"flag needs an argument: -{name}")
            text = self.args.pop(0)
        try:
            flag.read(text)
        except Exception as error:
            what = "invalid value" if flag.kind else "invalid boolean value"
            link = "for flag" if flag.kind else "for"
            raise ValueError(f"{what} {quoted(text)} {link} -{name}: {error}") from None
        self.given.add(name)
        return True
`,
  },
  command_line: {
    imports: ['import sys'],
    uses: ['FlagSet'],
    text: `
command_line = FlagSet(sys.argv[0])
`,
  },
} satisfies Helpers;

/** Command-line flags as Go reads them. */
import type { Helpers } from './helper';

export const flag = {
  FlagSet: {
    imports: [
      'import sys',
      'from collections.abc import Callable',
      'from typing import Any',
      'from typing import TextIO',
    ],
    uses: ['Ref', 'quoted', 'parse_duration', 'duration_text', 'parse_bool', 'float_text'],
    text: `
class FlagSet:
    """Flags of a command line, written -name value, -name=value or --name; those of bools need no value."""

    def __init__(self, name: str, exits: bool = True) -> None:
        self.name = name
        self.exits = exits
        self.output: TextIO | None = sys.stderr
        self.usage = self.print_usage
        self.args: list[str] = []
        self.flags: dict[str, tuple[Callable[[str], None], str, str, str]] = {}

    def add(self, name: str, kind: str, value: Any, usage: str) -> "Ref[Any]":
        """A flag that is read as its kind says; what it gives holds the value."""
        held = Ref(value)
        readers: dict[str, Callable[[str], Any]] = {
            "": parse_bool, "string": str, "duration": parse_duration, "float": float, "int": lambda text: int(text, 0),
        }

        def read(text: str) -> None:
            try:
                held.value = readers[kind](text)
            except ValueError:
                raise ValueError("parse error") from None

        shown = {"string": quoted, "duration": duration_text, "float": float_text}.get(kind, str)(value)
        self.flags[name] = (read, kind, usage, shown if value else "")
        return held

    def var(self, value: Any, name: str, usage: str) -> None:
        """A flag whose value reads itself."""
        self.flags[name] = (value.set, "value", usage, str(value))

    def print_defaults(self) -> None:
        """Print all flags with what they mean and their defaults."""
        for name, (_, kind, usage, default) in sorted(self.flags.items()):
            gap = "\\t" if len(name) == 1 and not kind else "\\n    \\t"
            ending = f" (default {default})" if default else ""
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
                if str(error) != "flag: help requested":
                    print(error, file=self.output)
                self.usage()
            if self.exits:
                sys.exit(0 if str(error) == "flag: help requested" else 2)
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
            raise ValueError(
                "flag: help requested" if name in ("h", "help") else f"flag provided but not defined: -{name}"
            )
        read, kind, _, _ = self.flags[name]
        if not equals and not kind:
            text = "true"
        elif not equals:
            if not self.args:
                raise ValueError(f"flag needs an argument: -{name}")
            text = self.args.pop(0)
        try:
            read(text)
        except Exception as error:
            what = "invalid value" if kind else "invalid boolean value"
            link = "for flag" if kind else "for"
            raise ValueError(f"{what} {quoted(text)} {link} -{name}: {error}") from None
        return True
`,
  },
} satisfies Helpers;

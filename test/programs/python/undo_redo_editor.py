"""A line editor whose commands can be undone and redone."""

from __future__ import annotations

from typing import Protocol


class Command(Protocol):
    def apply(self, lines: list[str]) -> None: ...

    def revert(self, lines: list[str]) -> None: ...

    def describe(self) -> str: ...


class Insert:
    def __init__(self, at: int, text: str) -> None:
        self.at = at
        self.text = text

    def apply(self, lines: list[str]) -> None:
        if not 0 <= self.at <= len(lines):
            raise IndexError(f"cannot insert at {self.at}")
        lines.insert(self.at, self.text)

    def revert(self, lines: list[str]) -> None:
        del lines[self.at]

    def describe(self) -> str:
        return f"insert {self.text!r} at {self.at}"


class Delete:
    def __init__(self, start: int, stop: int) -> None:
        self.start, self.stop = start, stop
        self.removed: list[str] = []

    def apply(self, lines: list[str]) -> None:
        self.removed = lines[self.start : self.stop]
        lines[self.start : self.stop] = []

    def revert(self, lines: list[str]) -> None:
        lines[self.start : self.start] = self.removed

    def describe(self) -> str:
        return f"delete {self.stop - self.start} lines"


class Replace:
    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self._before: list[str] | None = None

    def apply(self, lines: list[str]) -> None:
        self._before = lines.copy()
        lines[:] = [line.replace(self.old, self.new) for line in lines]

    def revert(self, lines: list[str]) -> None:
        if self._before is not None:
            lines[:] = self._before

    def describe(self) -> str:
        return f"replace {self.old} by {self.new}"


class Editor:
    def __init__(self, text: str = "") -> None:
        self.lines = text.splitlines()
        self._done: list[Command] = []
        self._undone: list[Command] = []

    def run(self, command: Command) -> None:
        command.apply(self.lines)
        self._done.append(command)
        self._undone.clear()

    def undo(self) -> bool:
        if not self._done:
            return False
        command = self._done.pop()
        command.revert(self.lines)
        self._undone.append(command)
        return True

    def redo(self) -> bool:
        if not self._undone:
            return False
        command = self._undone.pop()
        command.apply(self.lines)
        self._done.append(command)
        return True

    def show(self, title: str) -> None:
        print(f"{title:<8}", " | ".join(self.lines) or "(empty)")

    @property
    def history(self) -> list[str]:
        return [c.describe() for c in self._done]


def main() -> None:
    editor = Editor("one\ntwo\nthree")
    commands: list[Command] = [Insert(1, "one and a half"), Replace("one", "1"), Delete(0, 3)]
    for command in commands:
        editor.run(command)
        editor.show("run")
    while editor.undo():
        editor.show("undo")
    editor.redo()
    editor.redo()
    editor.show("redo 2")
    editor.run(Insert(0, "top"))
    print("redo possible:", editor.redo())
    try:
        editor.run(Insert(99, "nowhere"))
    except IndexError as exc:
        print("error:", exc)
    for number, text in enumerate(editor.history, start=1):
        print(f"{number}. {text}")


if __name__ == "__main__":
    main()

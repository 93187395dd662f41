"""Solve sudoku puzzles with candidate sets and backtracking."""

from __future__ import annotations

from typing import Iterator, Optional

EASY = (
    "53..7...."
    "6..195..."
    ".98....6."
    "8...6...3"
    "4..8.3..1"
    "7...2...6"
    ".6....28."
    "...419..5"
    "....8..79"
)

MEDIUM = (
    "..3.2.6.."
    "9..3.5..1"
    "..18.64.."
    "..81.29.."
    "7.......8"
    "..67.82.."
    "..26.95.."
    "8..2.3..9"
    "..5.1.3.."
)

IMPOSSIBLE = "55" + "." * 79


class PuzzleError(Exception):
    """The text is not a puzzle, or the puzzle breaks the rules from the start."""


class Sudoku:
    def __init__(self, text: str) -> None:
        cells = [c for c in text if c in ".0123456789"]
        if len(cells) != 81:
            raise PuzzleError(f"expected 81 cells, got {len(cells)}")
        self.grid: list[list[int]] = []
        for row in range(9):
            line = cells[row * 9 : row * 9 + 9]
            self.grid.append([0 if c in ".0" else int(c) for c in line])
        self.steps = 0
        self._check_givens()

    def _check_givens(self) -> None:
        for row in range(9):
            for col in range(9):
                value = self.grid[row][col]
                if value == 0:
                    continue
                self.grid[row][col] = 0
                allowed = value in self.candidates(row, col)
                self.grid[row][col] = value
                if not allowed:
                    raise PuzzleError(f"{value} repeats at row {row + 1}, column {col + 1}")

    def candidates(self, row: int, col: int) -> set[int]:
        used = set(self.grid[row])
        used |= {self.grid[r][col] for r in range(9)}
        top, left = row // 3 * 3, col // 3 * 3
        for r in range(top, top + 3):
            used.update(self.grid[r][left : left + 3])
        return set(range(1, 10)) - used

    def empty_cells(self) -> Iterator[tuple[int, int]]:
        for r, line in enumerate(self.grid):
            for c, value in enumerate(line):
                if value == 0:
                    yield r, c

    def most_constrained(self) -> Optional[tuple[int, int, set[int]]]:
        best: Optional[tuple[int, int, set[int]]] = None
        for r, c in self.empty_cells():
            options = self.candidates(r, c)
            if best is None or len(options) < len(best[2]):
                best = (r, c, options)
                if len(options) <= 1:
                    break
        return best

    def solve(self) -> bool:
        cell = self.most_constrained()
        if cell is None:
            return True
        row, col, options = cell
        for value in sorted(options):
            self.steps += 1
            self.grid[row][col] = value
            if self.solve():
                return True
            self.grid[row][col] = 0
        return False

    def __str__(self) -> str:
        lines: list[str] = []
        for r, line in enumerate(self.grid):
            if r in (3, 6):
                lines.append("------+-------+------")
            groups = [" ".join(str(v) if v else "." for v in line[i : i + 3]) for i in (0, 3, 6)]
            lines.append(" | ".join(groups))
        return "\n".join(lines)


def run(name: str, text: str) -> None:
    print(f"== {name} ==")
    try:
        puzzle = Sudoku(text)
    except PuzzleError as err:
        print("invalid:", err)
        return
    blanks = sum(1 for _ in puzzle.empty_cells())
    print(f"{blanks} blanks, {81 - blanks} givens")
    if puzzle.solve():
        print(puzzle)
        print(f"solved in {puzzle.steps} steps")
    else:
        print("no solution")


if __name__ == "__main__":
    run("easy", EASY)
    run("medium", MEDIUM)
    run("impossible", IMPOSSIBLE)
    run("too short", "123")

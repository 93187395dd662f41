"""Lending desk of a small library."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from typing import Optional

LOAN_DAYS = 14
MAX_LOANS = 2
FINE_PER_DAY_CENTS = 25


class Status(Enum):
    AVAILABLE = "available"
    ON_LOAN = "on loan"
    LOST = "lost"


class LoanError(Exception):
    """Raised when a book cannot be lent or returned."""


@dataclass
class Book:
    isbn: str
    title: str
    author: str
    status: Status = Status.AVAILABLE
    due: Optional[date] = None


@dataclass
class Member:
    name: str
    loans: list[Book] = field(default_factory=list)
    fines_cents: int = 0

    @property
    def can_borrow(self) -> bool:
        return len(self.loans) < MAX_LOANS and self.fines_cents < 500


class Library:
    def __init__(self, books: list[Book]) -> None:
        self._books: dict[str, Book] = {b.isbn: b for b in books}

    def lend(self, isbn: str, member: Member, today: date) -> date:
        book = self._books.get(isbn)
        if book is None:
            raise LoanError(f"no book with isbn {isbn}")
        if book.status is not Status.AVAILABLE:
            raise LoanError(f"'{book.title}' is {book.status.value}")
        if not member.can_borrow:
            raise LoanError(f"{member.name} may not borrow right now")
        book.status = Status.ON_LOAN
        book.due = today + timedelta(days=LOAN_DAYS)
        member.loans.append(book)
        return book.due

    def give_back(self, isbn: str, member: Member, today: date) -> int:
        """Return the fine for this book in cents."""
        for book in member.loans:
            if book.isbn == isbn:
                break
        else:
            raise LoanError(f"{member.name} has not borrowed {isbn}")
        assert book.due is not None
        days_late = max(0, (today - book.due).days)
        fine = days_late * FINE_PER_DAY_CENTS
        member.fines_cents += fine
        member.loans.remove(book)
        book.status, book.due = Status.AVAILABLE, None
        return fine

    def count_by_status(self) -> dict[str, int]:
        counts = {status.value: 0 for status in Status}
        for book in self._books.values():
            counts[book.status.value] += 1
        return counts


def main() -> None:
    library = Library(
        [
            Book("111", "Dune", "Herbert"),
            Book("222", "Emma", "Austen"),
            Book("333", "Ulysses", "Joyce", status=Status.LOST),
            Book("444", "Walden", "Thoreau"),
        ]
    )
    ann, ben = Member("Ann"), Member("Ben")
    start = date(2024, 2, 20)

    attempts = [("111", ann), ("111", ben), ("333", ben), ("222", ann), ("444", ann), ("999", ben)]
    for isbn, member in attempts:
        try:
            due = library.lend(isbn, member, start)
            print(f"{member.name} borrows {isbn}, due {due:%d %b %Y}")
        except LoanError as err:
            print(f"{member.name}: {err}")

    for isbn, member, after in [("111", ann, 10), ("222", ann, 21), ("444", ben, 3)]:
        day = start + timedelta(days=after)
        try:
            fine = library.give_back(isbn, member, day)
        except LoanError as err:
            print(f"{day.isoformat()} {err}")
        else:
            print(f"{day.isoformat()} {member.name} returns {isbn}, fine ${fine / 100:.2f}")

    print(library.count_by_status())
    print(f"{ann.name} owes {ann.fines_cents} cents, may borrow: {ann.can_borrow}")


if __name__ == "__main__":
    main()

"""What the library shows beside everything: sorted, filtered, or what is due for review."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

from interview_desk.desk.context import Desk
from interview_desk.desk.library.rows import Line
from interview_desk.desk.settings import KEEP_MONTHS
from interview_desk.store.library import Row
from interview_desk.store.privacy.retention import Retention
from interview_desk.store.queries import Filters, Order
from interview_desk.words import date_words, local


class Sight(Protocol):
    """A selection of interviews, read a page at a time; ``nothing`` says that there are none.

    Both methods raise UserError.
    """

    nothing: str

    def count(self) -> int:
        """How many there are."""

    def page(self, limit: int, offset: int) -> Sequence[Row | Line]:
        """Some of them, in their order."""


class Sorted:
    """Those that pass the filters, in an order of the user's choice."""

    nothing = "No interview is like that"

    def __init__(self, desk: Desk, filters: Filters, order: Order) -> None:
        self._desk = desk
        self._filters = filters
        self._order = order

    def count(self) -> int:
        return self._desk.store.queries.count(self._filters)

    def page(self, limit: int, offset: int) -> Sequence[Row | Line]:
        return self._desk.store.queries.list(self._filters, self._order, limit, offset)


class Due:
    """Those that were to be kept until today or a day before, the oldest first."""

    nothing = "No interview is due for review"

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self) -> int:
        return self._desk.store.privacy.count_due(*self._until())

    def page(self, limit: int, offset: int) -> Sequence[Row | Line]:
        due = self._desk.store.privacy.due(*self._until(), limit, offset)
        return [_due_line(each) for each in due]

    def _until(self) -> tuple[date, int]:
        desk = self._desk
        today = local(desk.clock.now().wall_ms, desk.zone).date()
        return today, desk.settings.get(KEEP_MONTHS)


def _due_line(kept: Retention) -> Line:
    when = date_words(kept.until) if kept.until else ""
    return Line(kept.row, when, kept.candidate, kept.role, "Due for review", "warn", "Open")


def days_ago(desk: Desk, days: int) -> int:
    """The beginning of the day so many days before today, in UTC epoch ms."""
    now = local(desk.clock.now().wall_ms, desk.zone)
    begin = now.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=days)
    return round(begin.timestamp() * 1000)

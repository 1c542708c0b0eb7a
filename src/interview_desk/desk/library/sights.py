"""What the library shows beside everything: sorted, filtered, or what is due for review."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol

from interview_desk.desk.context import Desk
from interview_desk.desk.library.lines import Line
from interview_desk.desk.settings import KEEP_MONTHS
from interview_desk.store.finding import Filters, Order
from interview_desk.store.library import Row
from interview_desk.words import local

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


class Sight(Protocol):
    """A selection of interviews, read a page at a time. Both raise UserError."""

    def count(self) -> int:
        """How many there are."""

    def page(self, limit: int, offset: int) -> Sequence[Row | Line]:
        """Some of them, in their order."""


class Sorted:
    """Those that pass the filters, in an order of the user's choice."""

    def __init__(self, desk: Desk, filters: Filters, order: Order) -> None:
        self._desk = desk
        self._filters = filters
        self._order = order

    def count(self) -> int:
        return self._desk.store.finding.count(self._filters)

    def page(self, limit: int, offset: int) -> Sequence[Row | Line]:
        return self._desk.store.finding.list(self._filters, self._order, limit, offset)


class Due:
    """Those that were to be kept until today or a day before, the oldest first.

    They are looked for when they are counted: that takes a tenth of a second for 20,000.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lines: Sequence[Line] = ()

    def count(self) -> int:
        self._lines = self._read()
        return len(self._lines)

    def page(self, limit: int, offset: int) -> Sequence[Row | Line]:
        return self._lines[offset : offset + limit]

    def _read(self) -> list[Line]:
        desk = self._desk
        today = local(desk.clock.now().wall_ms, desk.zone).date()
        lines = []
        for each in desk.store.care.due(today, desk.settings.get(KEEP_MONTHS)):
            assert each.until is not None
            until = f"{each.until.day} {_MONTHS[each.until.month - 1]} {each.until.year}"
            line = Line(
                each.row, until, each.candidate, each.role, "Due for review", "warn", "Open"
            )
            lines.append(line)
        return lines


def days_ago(desk: Desk, days: int) -> int:
    """The beginning of the day so many days before today, in UTC epoch ms."""
    now = local(desk.clock.now().wall_ms, desk.zone)
    begin = now.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=days)
    return round(begin.timestamp() * 1000)

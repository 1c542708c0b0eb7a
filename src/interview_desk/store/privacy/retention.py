"""How long each interview is kept, and which are due for review."""

import sqlite3
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from interview_desk.interview.clock import WALL_LIMIT_MS
from interview_desk.words import local

_EPOCH_YEAR = 1970
_AT = "coalesce(i.started_ms, i.created_ms)"
_COLUMNS = f"""
SELECT i.pk, coalesce(s.candidate, ''), coalesce(s.role, ''), {_AT}, k.keep_until,
    coalesce(k.held, 0)
"""
_BESIDE = """
LEFT JOIN setups AS s ON s.interview = i.pk
LEFT JOIN keepings AS k ON k.interview = i.pk
"""
# Who was given a date goes by that alone, all others by the day on which they were held.
_IS_DUE = f"""
FROM interviews AS i LEFT JOIN keepings AS k ON k.interview = i.pk
WHERE coalesce(k.held, 0) = 0 AND CASE
    WHEN k.keep_until IS NULL THEN {_AT} < ? ELSE k.keep_until <= ?
END
"""
_COUNT_DUE = f"SELECT count(*) {_IS_DUE}"
# Set-ups are looked up only for those that are shown.
_DUE = f"""
{_COLUMNS} FROM (SELECT i.* {_IS_DUE} ORDER BY {_AT}, i.pk LIMIT ? OFFSET ?) AS i {_BESIDE}
ORDER BY {_AT}, i.pk
"""
_ONE = f"{_COLUMNS} FROM interviews AS i {_BESIDE} WHERE i.pk = ?"


@dataclass(frozen=True, slots=True)
class Retention:
    """How long one interview is kept: ``until`` None is for good.

    ``own`` says that the date was given to this interview; ``held`` keeps it whatever the date.
    """

    row: int
    candidate: str
    role: str
    until: date | None
    own: bool
    held: bool


def read_retention(conn: sqlite3.Connection, row: int, months: int) -> Retention | None:
    """How long the interview is kept; None if there is none. ``months`` is as for all."""
    found = conn.execute(_ONE, (row,)).fetchone()
    return _keeping(found, months) if found else None


def read_due(
    conn: sqlite3.Connection, today: date, months: int, limit: int | None, offset: int
) -> Sequence[Retention]:
    """Those whose date has come, the oldest first: ``limit`` of them after ``offset``."""
    values = (*_until(today, months), -1 if limit is None else limit, offset)
    return [_keeping(row, months) for row in conn.execute(_DUE, values)]


def count_due(conn: sqlite3.Connection, today: date, months: int) -> int:
    """How many there are of them."""
    return int(conn.execute(_COUNT_DUE, _until(today, months)).fetchone()[0])


def held_before_ms(today: date, months: int) -> int:
    """UTC epoch ms before which what is due was held; 0 where nothing is, as for 0 months."""
    day = _earlier(today, months) if months else None
    if day is None:
        return 0
    night = datetime.combine(day + timedelta(days=1), datetime.min.time()).astimezone()
    return round(night.timestamp() * 1000)


def _until(today: date, months: int) -> tuple[int, str]:
    """The moment before which an interview that is due was held, and the day it is kept to."""
    return held_before_ms(today, months), today.isoformat()


def _keeping(found: tuple[int, str, str, int, str | None, int], months: int) -> Retention:
    row, candidate, role, at_ms, own, held = found
    until = _day(own) if own else None
    if until is None and 0 <= at_ms <= WALL_LIMIT_MS:
        until = _later(local(at_ms, None).date(), months)
    return Retention(row, candidate, role, until, own is not None, bool(held))


def _day(text: str) -> date:
    """The date; the first of all for one that only SQLite knows, such as one before Christ."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.min


def _later(day: date, months: int) -> date | None:
    """The day so many months later, or the last of its month; None for good."""
    return _in_month(day, months) if months else None


def _earlier(today: date, months: int) -> date | None:
    """The latest day that is, so many months later, not after ``today``; None before 1970."""
    day = _in_month(today, -months)
    if day is None or day.year < _EPOCH_YEAR:
        return None
    # The last of a month stands for all the days that this month does not have.
    last = today.day == monthrange(today.year, today.month)[1]
    return day.replace(day=monthrange(day.year, day.month)[1]) if last else day


def _in_month(day: date, months: int) -> date | None:
    """The same day in another month, or that month's last; None where no calendar reaches."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

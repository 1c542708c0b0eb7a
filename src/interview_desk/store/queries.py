"""The library sorted and filtered, what there is to choose from, and where questions were used.

Rows are picked along an index where there is one for the filter; the whole of a row is read
only for those that are shown.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from interview_desk.interview.clock import WALL_LIMIT_MS
from interview_desk.interview.status import Status
from interview_desk.store.errors import in_users_words
from interview_desk.store.library import LINE, Row, read_lines


class Order(StrEnum):
    """How the library is sorted; each value is the SQL for it. Ties go to the newest."""

    NEWEST = "i.created_ms DESC, i.pk DESC"
    OLDEST = "i.created_ms, i.pk"
    CANDIDATE = "s.candidate COLLATE NOCASE, i.created_ms DESC, i.pk DESC"
    ROLE = "s.role COLLATE NOCASE, i.created_ms DESC, i.pk DESC"
    RECOMMENDATION = "coalesce(v.step, ''), i.created_ms DESC, i.pk DESC"


@dataclass(frozen=True, slots=True)
class Filters:
    """What an interview must be to be listed; what is empty or None does not count.

    ``guide`` is a title. ``from_ms`` and ``before_ms`` are UTC epoch ms of when it was held,
    else when it was made; the second is not included.
    """

    statuses: tuple[Status, ...] = ()
    role: str = ""
    guide: str = ""
    recommendation: str = ""
    from_ms: int | None = None
    before_ms: int | None = None

    @classmethod
    def open(cls) -> "Filters":
        """Those that still ask for something: prepared, live, to score."""
        return cls(statuses=tuple(each for each in Status if each is not Status.DONE))


@dataclass(frozen=True, slots=True)
class Choices:
    """The values there are to filter by, each once, in alphabetical order."""

    roles: tuple[str, ...]
    guides: tuple[str, ...]
    recommendations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """One interview in which a question was asked; ``at_ms`` is when it was held or made."""

    row: int
    candidate: str
    role: str
    at_ms: int


_EVERY = Filters()
_AT = "coalesce(i.started_ms, i.created_ms)"


class Queries:
    """For one open store. Raises StoreError as the store does."""

    def __init__(self, path: Path, conn: sqlite3.Connection) -> None:
        self._path = path
        self._conn = conn

    def list(
        self,
        filters: Filters = _EVERY,
        order: Order = Order.NEWEST,
        limit: int | None = None,
        offset: int = 0,
    ) -> Sequence[Row]:
        """The interviews that pass, ``limit`` of them (None: all) after the first ``offset``."""
        joins, where, values = _conditions(filters, order)
        picked = f"SELECT i.* FROM interviews AS i{joins}{where} ORDER BY {order} LIMIT ? OFFSET ?"  # noqa: S608
        sql = LINE.format(picked=picked, order=order)
        with in_users_words(self._path):
            return read_lines(self._conn, sql, (*values, -1 if limit is None else limit, offset))

    def count(self, filters: Filters = _EVERY) -> int:
        """How many interviews pass."""
        joins, where, values = _conditions(filters, Order.NEWEST)
        with in_users_words(self._path):
            sql = f"SELECT count(*) FROM interviews AS i{joins}{where}"  # noqa: S608
            return int(self._conn.execute(sql, values).fetchone()[0])

    def choices(self) -> Choices:
        """What there is to filter by."""
        with in_users_words(self._path):
            roles = self._column("SELECT DISTINCT role FROM setups WHERE role <> ''")
            steps = self._column("SELECT DISTINCT step FROM verdicts WHERE step <> ''")
            guides = self._column(
                "SELECT DISTINCT title FROM guides"
                " WHERE EXISTS (SELECT 1 FROM interviews WHERE guide = guides.pk)"
            )
        return Choices(roles, guides, steps)

    def questions(self) -> Sequence[tuple[str, int]]:
        """Every question that was chosen for an interview, and how often; the latest first."""
        sql = (
            "SELECT question, count(*) FROM setups WHERE question <> ''"
            " GROUP BY question ORDER BY max(interview) DESC"
        )
        with in_users_words(self._path):
            return self._conn.execute(sql).fetchall()

    def prepared_questions(self, row: int) -> Sequence[str]:
        """What was prepared beside the guides in interviews other than this; the latest first."""
        sql = (
            "SELECT text FROM prepared_questions WHERE interview <> ?"
            " GROUP BY text ORDER BY max(pk) DESC LIMIT 100"
        )
        with in_users_words(self._path):
            return [str(text) for (text,) in self._conn.execute(sql, (row,))]

    def uses(self, question: str) -> Sequence[Use]:
        """The interviews that a question was chosen for, newest first."""
        sql = (
            # What no calendar reaches is as old as can be.
            f"SELECT i.pk, candidate, role, {_AT} * ({_AT} BETWEEN 0 AND {WALL_LIMIT_MS})"  # noqa: S608
            " FROM setups"
            " JOIN interviews AS i ON i.pk = interview WHERE question = ?"
            f" ORDER BY {_AT} DESC, i.pk DESC"
        )
        with in_users_words(self._path):
            return [Use(*row) for row in self._conn.execute(sql, (question,))]

    def _column(self, sql: str) -> tuple[str, ...]:
        return tuple(sorted((str(text) for (text,) in self._conn.execute(sql)), key=str.casefold))


def _conditions(filters: Filters, order: Order) -> tuple[str, str, tuple[str | int, ...]]:
    """The joins that filters and order need, the WHERE, and its values."""
    joins, tests = "", []
    values: list[str | int] = []
    if filters.role or order in {Order.CANDIDATE, Order.ROLE}:
        joins += " LEFT JOIN setups AS s ON s.interview = i.pk"
    if filters.recommendation or order is Order.RECOMMENDATION:
        joins += " LEFT JOIN verdicts AS v ON v.interview = i.pk"
    if filters.statuses == Filters.open().statuses:
        # In the very words of the index of these.
        tests.append("i.status <> 'done'")
    elif filters.statuses:
        tests.append(f"i.status IN ({', '.join('?' * len(filters.statuses))})")
        values += [status.value for status in filters.statuses]
    wanted: tuple[tuple[str, str | int | None], ...] = (
        ("s.role COLLATE NOCASE = ?", filters.role or None),
        ("i.guide IN (SELECT pk FROM guides WHERE title = ?)", filters.guide or None),
        ("v.step = ?", filters.recommendation or None),
        (f"{_AT} >= ?", filters.from_ms),
        (f"{_AT} < ?", filters.before_ms),
    )
    for test, value in wanted:
        if value is not None:
            tests.append(test)
            values.append(value)
    return joins, f" WHERE {' AND '.join(tests)}" if tests else "", tuple(values)

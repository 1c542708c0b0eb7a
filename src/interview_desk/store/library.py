"""The interviews' own rows: what the library lists without reading a single interview."""

import sqlite3
from typing import NamedTuple

from interview_desk.interview.status import Status
from interview_desk.interview.summary import Summary
from interview_desk.store.errors import BadRowError


# Made before the first paint: the class of a named tuple costs a tenth of a dataclass.
class Row(NamedTuple):
    """One interview in the library: its number in this store, its identity, its line."""

    row: int
    uid: str
    created_ms: int
    summary: Summary


# CROSS JOIN keeps SQLite from starting with the guides and sorting everything after; the inner
# SELECT skips rows before anything is looked up for them.
LINE = """
SELECT i.pk, i.uid, i.created_ms, i.status, s.candidate, s.role, s.interviewer, s.question,
    g.title, s.scheduled, i.started_ms, s.length_minutes, i.note_count, i.heights, i.levels,
    v.step, i.prepared, i.to_prepare
FROM ({picked}) AS i
CROSS JOIN guides AS g ON g.pk = i.guide
LEFT JOIN setups AS s ON s.interview = i.pk
LEFT JOIN verdicts AS v ON v.interview = i.pk
ORDER BY {order}
"""
LIST = LINE.format(
    picked="SELECT * FROM interviews ORDER BY created_ms DESC, pk DESC LIMIT ? OFFSET ?",
    order="i.created_ms DESC, i.pk DESC",
)


def read_rows(conn: sqlite3.Connection, limit: int | None, offset: int) -> list[Row]:
    """Rows of the library, newest first; ``limit`` None for all of them."""
    return read_lines(conn, LIST, (-1 if limit is None else limit, offset))


def read_lines(conn: sqlite3.Connection, sql: str, values: tuple[int | str, ...]) -> list[Row]:
    """The rows that a statement made of LINE gives. Raises BadRowError."""
    cursor = conn.cursor()
    cursor.row_factory = sqlite3.Row
    try:
        return [_row(row) for row in cursor.execute(sql, values)]
    except (TypeError, ValueError) as error:
        raise BadRowError from error


def _row(row: sqlite3.Row) -> Row:
    summary = Summary(
        status=Status(row["status"]),
        candidate=row["candidate"] or "",
        role=row["role"] or "",
        interviewer=row["interviewer"] or "",
        question=row["question"] or "",
        guide=row["title"],
        scheduled=row["scheduled"] or "",
        started_ms=row["started_ms"],
        length_minutes=row["length_minutes"] or _usual_minutes(),
        notes=row["note_count"],
        heights=tuple(map(int, row["heights"])),
        levels=row["levels"],
        recommendation=row["step"] or "",
        prepared=row["prepared"],
        to_prepare=row["to_prepare"],
    )
    return Row(row["pk"], row["uid"], row["created_ms"], summary)


def _usual_minutes() -> int:
    # Imported when needed, which is seldom: the library is on the screen sooner without it.
    from interview_desk.interview.records import Setup

    return Setup().length_minutes

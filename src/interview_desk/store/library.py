"""The interviews' own rows: what the library lists without reading a single interview."""

import sqlite3
from typing import NamedTuple

from interview_desk.interview.clock import WALL_LIMIT_MS
from interview_desk.interview.status import Status
from interview_desk.interview.summary import COUNT_LIMIT, Summary, usual_minutes


# Made before the first paint: the class of a named tuple costs a tenth of a dataclass.
class Row(NamedTuple):
    """One interview in the library: its number in this store, its identity, its line.

    ``fault`` says in words what of the line cannot be read, such as a value written by hand;
    something harmless stands in for it in ``summary``.
    """

    row: int
    uid: str
    created_ms: int
    summary: Summary
    fault: str = ""


# The inner SELECT skips rows before anything is looked up for them. An interview whose guide is
# lost is listed, too.
LINE = """
SELECT i.pk, i.uid, i.created_ms, i.status, s.candidate, s.role, s.interviewer, s.question,
    g.title, s.scheduled, i.started_ms, s.length_minutes, i.note_count, i.heights, i.levels,
    v.step, i.prepared, i.to_prepare
FROM ({picked}) AS i
LEFT JOIN guides AS g ON g.pk = i.guide
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
    """The rows that a statement made of LINE gives."""
    cursor = conn.cursor()
    cursor.row_factory = sqlite3.Row
    return [_row(row) for row in cursor.execute(sql, values)]


def _row(row: sqlite3.Row) -> Row:
    try:
        summary = _summary(row)
        if not _possible(row, summary):
            raise ValueError
    except (TypeError, ValueError):
        # Seldom needed.
        from interview_desk.store.damaged_rows import odd_line

        return Row(row["pk"], *odd_line(row))
    return Row(row["pk"], row["uid"], row["created_ms"], summary)


def _summary(row: sqlite3.Row) -> Summary:
    return Summary(
        status=Status(row["status"]),
        candidate=row["candidate"] or "",
        role=row["role"] or "",
        interviewer=row["interviewer"] or "",
        question=row["question"] or "",
        guide=row["title"],
        scheduled=row["scheduled"] or "",
        started_ms=row["started_ms"],
        length_minutes=row["length_minutes"] or usual_minutes(),
        notes=row["note_count"],
        heights=tuple(map(int, row["heights"])),
        levels=row["levels"],
        recommendation=row["step"] or "",
        prepared=row["prepared"],
        to_prepare=row["to_prepare"],
    )


def _possible(row: sqlite3.Row, summary: Summary) -> bool:
    """Whether every number is one that a page can show. Raises TypeError for what is none."""
    return (
        row["title"] is not None
        and 0 <= row["created_ms"] <= WALL_LIMIT_MS
        and 0 <= (summary.started_ms or 0) <= WALL_LIMIT_MS
        and 0 <= summary.notes <= COUNT_LIMIT
        and 0 <= summary.prepared <= COUNT_LIMIT
        and 0 <= summary.to_prepare <= COUNT_LIMIT
        and 0 < summary.length_minutes <= COUNT_LIMIT
        and max(summary.heights, default=0) <= summary.levels <= COUNT_LIMIT
        and len(summary.heights) <= COUNT_LIMIT
    )

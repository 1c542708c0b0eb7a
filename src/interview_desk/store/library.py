"""The interviews' own rows: what the library lists without reading a single interview."""

import sqlite3
from collections.abc import Iterator
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
        return Row(row["pk"], *_readable_part(row))
    return Row(row["pk"], row["uid"], row["created_ms"], summary)


def _summary(row: sqlite3.Row) -> Summary:
    # In the order of the columns of LINE: by their names two hundred rows take a millisecond more.
    _, _, _, status, candidate, role, interviewer, question, title, scheduled, *rest = row
    started_ms, length, notes, heights, levels, step, prepared, to_prepare = rest
    return Summary(
        Status(status),
        candidate or "",
        role or "",
        interviewer or "",
        question or "",
        title,
        scheduled or "",
        started_ms,
        length or usual_minutes(),
        notes,
        tuple(map(int, heights)),
        levels,
        step or "",
        prepared,
        to_prepare,
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


def _readable_part(row: sqlite3.Row) -> tuple[str, int, Summary, str]:
    """Identity, UTC epoch ms, line and fault, for values that no release has written.

    The fault names each odd one. Something harmless stands in for those.
    """
    created_ms = _number(row["created_ms"], WALL_LIMIT_MS)
    started_ms = _number(row["started_ms"], WALL_LIMIT_MS)
    status, levels = _status(row["status"]), _number(row["levels"], COUNT_LIMIT)
    heights = _heights(row["heights"], levels or 0)
    summary = Summary(
        # What is not known to be finished is still to be looked at.
        status=status or (Status.PREPARED if started_ms is None else Status.TO_SCORE),
        candidate=_text(row["candidate"]),
        role=_text(row["role"]),
        interviewer=_text(row["interviewer"]),
        question=_text(row["question"]),
        guide=_text(row["title"]),
        scheduled=_text(row["scheduled"]),
        started_ms=started_ms,
        length_minutes=_number(row["length_minutes"], COUNT_LIMIT) or usual_minutes(),
        notes=_number(row["note_count"], COUNT_LIMIT) or 0,
        heights=heights or (),
        levels=levels or 0,
        recommendation=_text(row["step"]),
        prepared=_number(row["prepared"], COUNT_LIMIT) or 0,
        to_prepare=_number(row["to_prepare"], COUNT_LIMIT) or 0,
    )
    odd = {
        "its guide": row["title"] is None,
        "its status": status is None,
        "when it was made": created_ms is None,
        "when it began": started_ms is None and row["started_ms"] is not None,
        "its ratings": heights is None or levels is None,
    }
    fault = ", ".join((*(what for what, is_odd in odd.items() if is_odd), *_counts(row)))
    return _text(row["uid"]), created_ms or 0, summary, fault or "its own row"


def _counts(row: sqlite3.Row) -> Iterator[str]:
    counts = {
        "its count of notes": ("note_count",),
        "its checklist": ("prepared", "to_prepare"),
    }
    for what, columns in counts.items():
        if any(_number(row[column], COUNT_LIMIT) is None for column in columns):
            yield what
    if row["length_minutes"] is not None and not _number(row["length_minutes"], COUNT_LIMIT):
        yield "its length"


def _status(value: object) -> Status | None:
    return next((each for each in Status if each.value == value), None)


def _heights(value: object, levels: int) -> tuple[int, ...] | None:
    """A number for each digit, none of them above ``levels``; None if that is not what it is."""
    if not isinstance(value, str) or not (value.isascii() and (value + "0").isdigit()):
        return None
    heights = tuple(map(int, value[:COUNT_LIMIT]))
    return heights if max(heights, default=0) <= levels else None


def _number(value: object, most: int) -> int | None:
    return value if isinstance(value, int) and 0 <= value <= most else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""

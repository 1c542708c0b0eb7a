"""A line of the library with values that no release has written: as much of it as makes sense."""

import sqlite3
from collections.abc import Iterator

from interview_desk.interview.clock import WALL_LIMIT_MS
from interview_desk.interview.status import Status
from interview_desk.interview.summary import COUNT_LIMIT, Summary, usual_minutes


def odd_line(row: sqlite3.Row) -> tuple[str, int, Summary, str]:
    """Identity, UTC epoch ms, line and fault, which names each odd value.

    Something harmless stands in for those.
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

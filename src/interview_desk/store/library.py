"""The interviews' own rows: what the library lists without reading a single interview."""

import hashlib
import sqlite3
from dataclasses import dataclass

from interview_desk.guide.model import Guide
from interview_desk.interview.change import Change
from interview_desk.interview.interview import Interview, Status
from interview_desk.interview.records import ClockEvent, Lock, Note, Rating, Setup, Tick
from interview_desk.interview.summary import Summary, summarise_interview


@dataclass(frozen=True, slots=True)
class Row:
    """One interview in the library: its number in this store, its identity, its line."""

    row: int
    uid: str
    created_ms: int
    summary: Summary


# CROSS JOIN keeps SQLite from starting with the guides and sorting everything after; the inner
# SELECT skips rows before anything is looked up for them.
LIST = """
SELECT i.pk, i.uid, i.created_ms, i.status, s.candidate, s.role, s.interviewer, s.question,
    g.title, s.scheduled, i.started_ms, s.length_minutes, i.note_count, i.heights, i.levels,
    v.step, i.prepared, i.to_prepare
FROM (SELECT * FROM interviews ORDER BY created_ms DESC, pk DESC LIMIT ? OFFSET ?) AS i
CROSS JOIN guides AS g ON g.pk = i.guide
LEFT JOIN setups AS s ON s.interview = i.pk
LEFT JOIN verdicts AS v ON v.interview = i.pk
ORDER BY i.created_ms DESC, i.pk DESC
"""


def read_rows(conn: sqlite3.Connection, limit: int | None, offset: int) -> list[Row]:
    """Rows of the library, newest first; ``limit`` None for all of them."""
    cursor = conn.cursor()
    cursor.row_factory = sqlite3.Row
    cursor.execute(LIST, (-1 if limit is None else limit, offset))
    return [_row(row) for row in cursor]


def insert_interview(conn: sqlite3.Connection, interview: Interview) -> int:
    """The interview's own row, and its guide if it is not there yet. Returns the row's number."""
    columns = {
        "uid": interview.uid,
        "guide": _guide(conn, interview.guide),
        "created_ms": interview.created_ms,
        "note_count": len(interview.notes),
        **_derived(interview),
    }
    marks = ", ".join("?" * len(columns))
    sql = f"INSERT INTO interviews ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608
    row = conn.execute(sql, tuple(columns.values())).lastrowid
    assert row is not None
    return row


def write_derived(
    conn: sqlite3.Connection, row: int, after: Interview, change: Change, revision: int
) -> bool:
    """Counts the revision and sets the columns that follow from what the change touches.

    False, and nothing done, if the interview is gone or its stored revision is another.
    """
    more = sum(
        (edit.after is not None) - (edit.before is not None)
        for edit in change.edits
        if edit.key[0] is Note
    )
    columns = _derived(after) if change.touches(ClockEvent, Lock, Rating, Tick) else {}
    settings = "".join(f", {name} = ?" for name in columns)
    sql = (
        f"UPDATE interviews SET revision = revision + 1, note_count = note_count + ?{settings}"  # noqa: S608
        " WHERE pk = ? AND revision = ?"
    )
    done = conn.execute(sql, (more, *columns.values(), row, revision))
    return done.rowcount == 1


def _derived(interview: Interview) -> dict[str, int | str | None]:
    """The columns that follow from the records, but for the count of the notes."""
    summary = summarise_interview(interview)
    return {
        "status": summary.status.value,
        "started_ms": summary.started_ms,
        "heights": "".join(map(str, summary.heights)),
        "levels": summary.levels,
        "prepared": summary.prepared,
        "to_prepare": summary.to_prepare,
    }


def _guide(conn: sqlite3.Connection, guide: Guide) -> int:
    """The number of the guide, kept once by its content."""
    digest = hashlib.sha256(guide.source.encode()).hexdigest()
    found = conn.execute("SELECT pk FROM guides WHERE sha256 = ?", (digest,)).fetchone()
    if found is None:
        found = conn.execute(
            "INSERT INTO guides (sha256, title, text) VALUES (?, ?, ?) RETURNING pk",
            (digest, guide.title, guide.source),
        ).fetchone()
    return int(found[0])


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
        length_minutes=row["length_minutes"] or Setup().length_minutes,
        notes=row["note_count"],
        heights=tuple(map(int, row["heights"])),
        levels=row["levels"],
        recommendation=row["step"] or "",
        prepared=row["prepared"],
        to_prepare=row["to_prepare"],
    )
    return Row(row["pk"], row["uid"], row["created_ms"], summary)

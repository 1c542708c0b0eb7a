"""Writing the interviews' own rows, with the columns that follow from the records."""

import sqlite3

from interview_desk.guide.model import Guide
from interview_desk.guide.understood import write_understood
from interview_desk.interview.change import Change
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import ClockEvent, Lock, Note, Rating, Tick
from interview_desk.interview.summary import summarise_interview
from interview_desk.store.schema.guides_as_understood import digest_of


def insert_interview(conn: sqlite3.Connection, interview: Interview) -> int:
    """The interview's own row, and its guide if it is not there yet. Returns the row's number."""
    columns = {
        "uid": interview.uid,
        "guide": _guide(conn, interview.guide),
        "created_ms": interview.created_ms,
        "revision": interview.revision,
        **_derived(interview),
    }
    marks = ", ".join("?" * len(columns))
    sql = f"INSERT INTO interviews ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608
    row = conn.execute(sql, tuple(columns.values())).lastrowid
    assert row is not None
    _insert_unknown(conn, row, interview)
    return row


def write_derived(conn: sqlite3.Connection, row: int, after: Interview, change: Change) -> bool:
    """Sets the revision and the columns that follow from what the change touches.

    False, and nothing done, if the interview is gone, or the stored one is not what the change
    was made upon.
    """
    columns: dict[str, int | str | None] = {}
    counting = ""
    if change.touches(ClockEvent, Lock, Rating, Tick):
        columns = _derived(after)
    elif change.touches(Note):
        # To count them anew would hold up each note more than the one before. Within bounds, so
        # that a count that somebody else made a mess of stops no note.
        notes = [edit for edit in change.edits if isinstance(edit.record, Note)]
        more = sum((edit.after is not None) - (edit.before is not None) for edit in notes)
        counting = f", note_count = min(max(note_count, 0), 99999) + {more:d}"
    settings = "".join(f", {name} = ?" for name in columns)
    sql = (
        f"UPDATE interviews SET revision = revision + 1{counting}{settings}"  # noqa: S608
        " WHERE pk = ? AND revision = ?"
    )
    done = conn.execute(sql, (*columns.values(), row, after.revision - 1))
    return done.rowcount == 1


def _derived(interview: Interview) -> dict[str, int | str | None]:
    """The columns that follow from the records."""
    summary = summarise_interview(interview)
    return {
        "note_count": summary.notes,
        "status": summary.status.value,
        "started_ms": summary.started_ms,
        "heights": "".join(map(str, summary.heights)),
        "levels": summary.levels,
        "prepared": summary.prepared,
        "to_prepare": summary.to_prepare,
    }


def _insert_unknown(conn: sqlite3.Connection, row: int, interview: Interview) -> None:
    if interview.unknown:
        sql = "INSERT INTO unknown_members (interview, members) VALUES (?, ?)"
        conn.execute(sql, (row, interview.unknown))


def _guide(conn: sqlite3.Connection, guide: Guide) -> int:
    """The number of the guide, kept once by its text and what was understood of it."""
    understood = write_understood(guide)
    digest = digest_of(guide.source, understood)
    found = conn.execute("SELECT pk FROM guides WHERE sha256 = ?", (digest,)).fetchone()
    if found is None:
        found = conn.execute(
            "INSERT INTO guides (sha256, title, text, understood) VALUES (?, ?, ?, ?) RETURNING pk",
            (digest, guide.title, guide.source, understood.decode()),
        ).fetchone()
    return int(found[0])

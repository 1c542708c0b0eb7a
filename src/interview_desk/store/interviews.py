"""A whole interview on disk: its own row, its guide as it was understood, its records."""

import sqlite3
from pathlib import Path

from interview_desk.guide.model import Guide
from interview_desk.guide.understood import NotUnderstoodError, read_understood, write_understood
from interview_desk.interview.change import Change, Edit
from interview_desk.interview.interview import Interview
from interview_desk.interview.origin import Origin
from interview_desk.interview.records import ClockEvent, Lock, Note, Rating, Tick
from interview_desk.interview.summary import summarise_interview
from interview_desk.interview.validation import NUMBER_LIMIT, fault_in
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.pictures import write_pictures
from interview_desk.store.schema.guides_as_understood import digest_of
from interview_desk.store.tables import UnreadableRowError, read_records, write_edit

_GUIDES_KEPT = 8
# A guide's text, and it as it was understood.
KeptGuide = tuple[object, object]
_INTERVIEW = """
SELECT uid, created_ms, revision, text, understood, members FROM interviews AS i
LEFT JOIN guides ON guides.pk = i.guide
LEFT JOIN unknown_members AS u ON u.interview = i.pk
WHERE i.pk = ?
"""


def read_interview(
    conn: sqlite3.Connection, row: int, file: Path, guides: dict[KeptGuide, Guide]
) -> Interview:
    """The interview with its revision, read at one moment.

    ``guides`` holds those read before, as half of the work is to read a guide.
    Raises StoreError if there is none, and UNREADABLE with the reason for one that no release can
    have written, such as one edited by hand.
    """
    conn.execute("BEGIN")
    try:
        found = conn.execute(_INTERVIEW, (row,)).fetchone()
        if found is None:
            raise StoreError(Trouble.MISSING, file)
        records = tuple(read_records(conn, row))
    except UnreadableRowError as error:
        raise StoreError(Trouble.UNREADABLE, file, str(error)) from error
    finally:
        # SQLite may have ended the transaction itself on finding damage.
        if conn.in_transaction:
            conn.execute("COMMIT")
    uid, created_ms, revision, text, understood, unknown = found
    if not (isinstance(uid, str) and _is_count(created_ms) and _is_count(revision)):
        raise StoreError(Trouble.UNREADABLE, file, "its own row makes no sense")
    guide = kept_guide((text, understood), file, guides)
    try:
        interview = Interview.of(uid, guide, created_ms, records, revision, unknown=unknown or "")
    except ValueError as error:  # of JSON
        raise StoreError(Trouble.UNREADABLE, file, "what it says beside its records") from error
    if fault := fault_in(interview, records):
        raise StoreError(Trouble.UNREADABLE, file, fault)
    return interview


def _is_count(value: object) -> bool:
    return isinstance(value, int) and 0 <= value <= NUMBER_LIMIT


def kept_guide(kept: KeptGuide, file: Path, guides: dict[KeptGuide, Guide]) -> Guide:
    """The guide, read if it is not among ``guides``. Raises StoreError UNREADABLE."""
    text, understood = kept
    if not isinstance(text, str):
        raise StoreError(Trouble.UNREADABLE, file, "its guide is missing")
    if kept not in guides:
        try:
            guide = read_understood(str(understood or ""), text)
        except NotUnderstoodError as error:
            raise StoreError(Trouble.UNREADABLE, file, "its guide can no longer be read") from error
        while len(guides) >= _GUIDES_KEPT:
            del guides[next(iter(guides))]
        guides[kept] = guide
    return guides[kept]


def insert_interview(
    conn: sqlite3.Connection, interview: Interview, origin: Origin = Origin.OWN
) -> int:
    """A new interview, and its guide if it is not there yet. Returns the number of its row."""
    columns = {
        "uid": interview.uid,
        "guide": _guide_row(conn, interview.guide),
        "created_ms": interview.created_ms,
        "revision": interview.revision,
        "origin": origin.value,
        **_derived(interview),
    }
    marks = ", ".join("?" * len(columns))
    sql = f"INSERT INTO interviews ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608
    row = conn.execute(sql, tuple(columns.values())).lastrowid
    assert row is not None
    if interview.unknown:
        sql = "INSERT INTO unknown_members (interview, members) VALUES (?, ?)"
        conn.execute(sql, (row, interview.unknown))
    for record in interview.records.values():
        write_edit(conn, row, Edit(None, record))
    if interview.pictures:
        write_pictures(conn, row, interview.pictures)
    return row


def read_origin(conn: sqlite3.Connection, row: int) -> Origin:
    """Whose the interview is; one's own where the column says nothing that is known."""
    found = conn.execute("SELECT origin FROM interviews WHERE pk = ?", (row,)).fetchone()
    return Origin.stored(found[0] if found else None)


def write_change(conn: sqlite3.Connection, row: int, after: Interview, change: Change) -> bool:
    """Writes the records that differ, the revision, and the columns that follow from them.

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
    if done.rowcount != 1:
        return False
    for edit in change.edits:
        write_edit(conn, row, edit)
    return True


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


def _guide_row(conn: sqlite3.Connection, guide: Guide) -> int:
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

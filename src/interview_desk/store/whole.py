"""Reading a whole interview back: its guide from the kept text, its records from their tables."""

import sqlite3
from pathlib import Path

import msgspec

from interview_desk.guide.faults import GuideError
from interview_desk.guide.reader import read_guide
from interview_desk.interview.interview import Interview
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.shelves import read_records


def read_interview(conn: sqlite3.Connection, row: int, file: Path) -> tuple[Interview, int]:
    """The interview and its revision, read at one moment. Raises StoreError if there is none."""
    conn.execute("BEGIN")
    try:
        found = conn.execute(
            "SELECT uid, created_ms, text, revision FROM interviews"
            " JOIN guides ON guides.pk = guide WHERE interviews.pk = ?",
            (row,),
        ).fetchone()
        if found is None:
            raise StoreError(Trouble.MISSING, file)
        records = tuple(read_records(conn, row))
    except msgspec.MsgspecError as error:
        raise StoreError(Trouble.DAMAGED, file) from error
    finally:
        # SQLite may have ended the transaction itself on finding damage.
        if conn.in_transaction:
            conn.execute("COMMIT")
    uid, created_ms, text, revision = found
    if not isinstance(text, str):
        raise StoreError(Trouble.DAMAGED, file)
    try:
        guide = read_guide(text)
    except GuideError as error:
        raise StoreError(Trouble.STRANGE_GUIDE, file) from error
    return Interview.of(uid, guide, created_ms, records), revision

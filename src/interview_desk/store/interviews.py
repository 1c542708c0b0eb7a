"""Reading a whole interview back: its guide as it was understood, its records from their tables."""

import sqlite3
from pathlib import Path

from interview_desk.guide.model import Guide
from interview_desk.guide.understood import NotUnderstoodError, read_understood
from interview_desk.interview.interview import Interview
from interview_desk.interview.validation import NUMBER_LIMIT, fault_in
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.tables import OddRecordError, read_records

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
    Raises StoreError if there is none, and ODD with the reason for one that no release can
    have written, such as one edited by hand.
    """
    conn.execute("BEGIN")
    try:
        found = conn.execute(_INTERVIEW, (row,)).fetchone()
        if found is None:
            raise StoreError(Trouble.MISSING, file)
        records = tuple(read_records(conn, row))
    except OddRecordError as error:
        raise StoreError(Trouble.ODD, file, str(error)) from error
    finally:
        # SQLite may have ended the transaction itself on finding damage.
        if conn.in_transaction:
            conn.execute("COMMIT")
    uid, created_ms, revision, text, understood, unknown = found
    if not (isinstance(uid, str) and _is_count(created_ms) and _is_count(revision)):
        raise StoreError(Trouble.ODD, file, "its own row makes no sense")
    guide = _guide((text, understood), file, guides)
    try:
        interview = Interview.of(uid, guide, created_ms, records, revision, unknown=unknown or "")
    except ValueError as error:  # of JSON
        raise StoreError(Trouble.ODD, file, "what it says beside its records") from error
    if fault := fault_in(interview, records):
        raise StoreError(Trouble.ODD, file, fault)
    return interview


def _is_count(value: object) -> bool:
    return isinstance(value, int) and 0 <= value <= NUMBER_LIMIT


def _guide(kept: KeptGuide, file: Path, guides: dict[KeptGuide, Guide]) -> Guide:
    text, understood = kept
    if not isinstance(text, str):
        raise StoreError(Trouble.ODD, file, "its guide is missing")
    if kept not in guides:
        try:
            guide = read_understood(str(understood or ""), text)
        except NotUnderstoodError as error:
            raise StoreError(Trouble.ODD, file, "its guide can no longer be read") from error
        while len(guides) >= _GUIDES_KEPT:
            del guides[next(iter(guides))]
        guides[kept] = guide
    return guides[kept]

"""Reading a whole interview back: its guide from the kept text, its records from their tables."""

import sqlite3
from pathlib import Path

from interview_desk.guide.faults import GuideError
from interview_desk.guide.model import Guide
from interview_desk.guide.reader import read_guide
from interview_desk.interview.interview import Interview
from interview_desk.interview.packet_faults import NUMBER_LIMIT, fault_in
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.shelves import OddRecordError, read_records

_GUIDES_KEPT = 8


def read_interview(
    conn: sqlite3.Connection, row: int, file: Path, guides: dict[str, Guide]
) -> Interview:
    """The interview with its revision, read at one moment.

    ``guides`` holds those read before by their texts, as most of the work is to read a guide.
    Raises StoreError if there is none, and ODD with the reason for one that no release can
    have written, such as one edited by hand.
    """
    conn.execute("BEGIN")
    try:
        found = conn.execute(
            "SELECT uid, created_ms, revision, text FROM interviews"
            " LEFT JOIN guides ON guides.pk = guide WHERE interviews.pk = ?",
            (row,),
        ).fetchone()
        if found is None:
            raise StoreError(Trouble.MISSING, file)
        records = tuple(read_records(conn, row))
    except OddRecordError as error:
        raise StoreError(Trouble.ODD, file, str(error)) from error
    finally:
        # SQLite may have ended the transaction itself on finding damage.
        if conn.in_transaction:
            conn.execute("COMMIT")
    uid, created_ms, revision, text = found
    if not (isinstance(uid, str) and _is_count(created_ms) and _is_count(revision)):
        raise StoreError(Trouble.ODD, file, "its own row makes no sense")
    interview = Interview.of(uid, _guide(text, file, guides), created_ms, records, revision)
    if fault := fault_in(interview, records):
        raise StoreError(Trouble.ODD, file, fault)
    return interview


def _is_count(value: object) -> bool:
    return isinstance(value, int) and 0 <= value <= NUMBER_LIMIT


def _guide(text: object, file: Path, guides: dict[str, Guide]) -> Guide:
    if not isinstance(text, str):
        raise StoreError(Trouble.ODD, file, "its guide is missing")
    if text not in guides:
        try:
            guide = read_guide(text)
        except GuideError as error:
            why = "its guide can no longer be read"
            raise StoreError(Trouble.ODD, file, why) from error
        while len(guides) >= _GUIDES_KEPT:
            del guides[next(iter(guides))]
        guides[text] = guide
    return guides[text]

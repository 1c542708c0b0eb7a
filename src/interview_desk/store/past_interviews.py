"""Every finished interview of one's own as far as insights look at it, in a few queries.

Of each only what is rated, its clock and its length are read, as records; its evidence is counted
by SQLite, since notes are most of what there is.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from interview_desk.guide.model import Guide
from interview_desk.insights.past_interview import PastInterview, past_interview
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import ClockEvent, Lock, Rating, Record, Setup
from interview_desk.interview.status import Status
from interview_desk.interview.validation import fault_in
from interview_desk.store.errors import StoreError
from interview_desk.store.interviews import kept_guide
from interview_desk.store.tables import TABLE_OF, RecordTable, UnreadableRowError, record_of

_FINISHED = "SELECT pk FROM interviews WHERE status = ? AND origin NOT IN ('taken in', 'case')"
_LOOKED_AT = (Setup, ClockEvent, Rating, Lock)
_NOTES = f"""
SELECT n.interview, d.dimension, count(*)
FROM notes AS n JOIN note_dimensions AS d ON d.note = n.pk
WHERE n.interview IN ({_FINISHED}) GROUP BY 1, 2
"""  # noqa: S608
# A sighting speaks for what the note that proves it is tagged with, else for what its indicator
# does, which the guide says: the rule of `interview.evidence`.
_PROVED = f"""
SELECT s.interview, d.dimension, count(*)
FROM sightings AS s
JOIN notes AS n ON n.interview = s.interview AND n.id = s.note
JOIN note_dimensions AS d ON d.note = n.pk
WHERE s.interview IN ({_FINISHED}) GROUP BY 1, 2
"""  # noqa: S608
_SEEN = f"""
SELECT s.interview, s.indicator, count(*)
FROM sightings AS s LEFT JOIN notes AS n ON n.interview = s.interview AND n.id = s.note
WHERE s.interview IN ({_FINISHED})
    AND NOT EXISTS (SELECT 1 FROM note_dimensions AS d WHERE d.note = n.pk)
GROUP BY 1, 2
"""  # noqa: S608

# What was counted, by the interview's row and then by what it is of.
_Counts = dict[int, dict[object, int]]


class PastInterviews(NamedTuple):
    """What could be read, and how many interviews hold something that no release has written."""

    interviews: tuple[PastInterview, ...]
    unreadable: int = 0


def read_past_interviews(conn: sqlite3.Connection, file: Path) -> PastInterviews:
    """All of them, read at one moment. Raises what sqlite3 raises."""
    conn.execute("BEGIN")
    try:
        return _read(conn, file)
    finally:
        # SQLite may have ended the transaction itself on finding damage.
        if conn.in_transaction:
            conn.execute("COMMIT")


def _read(conn: sqlite3.Connection, file: Path) -> PastInterviews:
    guides = _Guides(conn, file)
    rows = {table: _rows(conn, TABLE_OF[table]) for table in _LOOKED_AT}
    notes, proved, seen = (_counts(conn, sql) for sql in (_NOTES, _PROVED, _SEEN))
    found, unreadable = [], 0
    sql = f"SELECT pk, uid, guide, created_ms FROM interviews WHERE pk IN ({_FINISHED})"  # noqa: S608
    for row, uid, guide_row, created_ms in conn.execute(sql, (Status.DONE,)).fetchall():
        try:
            guide = guides.read(guide_row)
            records = tuple(
                record_of(TABLE_OF[kind], each, ())
                for kind in _LOOKED_AT
                for each in rows[kind].get(row, ())
            )
            interview = _checked(uid, guide, created_ms, records)
        except (StoreError, UnreadableRowError):
            unreadable += 1
            continue
        pieces = _pieces(guide, notes.get(row, {}), proved.get(row, {}), seen.get(row, {}))
        found.append(past_interview(row, interview, pieces))
    return PastInterviews(tuple(found), unreadable)


class _Guides:
    """Each guide read once, by the number of its row."""

    def __init__(self, conn: sqlite3.Connection, file: Path) -> None:
        self._conn = conn
        self._file = file
        self._read: dict[int, Guide] = {}

    def read(self, row: int) -> Guide:
        """Raises StoreError UNREADABLE."""
        if row not in self._read:
            sql = "SELECT text, understood FROM guides WHERE pk = ?"
            text, understood = self._conn.execute(sql, (row,)).fetchone() or (None, None)
            self._read[row] = kept_guide((text, understood), self._file, {})
        return self._read[row]


def _rows(
    conn: sqlite3.Connection, table: RecordTable
) -> Mapping[int, list[dict[str, int | str | None]]]:
    """The rows of a table, by interview."""
    names = table.columns
    sql = (
        f"SELECT interview, {', '.join(names)} FROM {table.source or table.name}"  # noqa: S608
        f" WHERE interview IN ({_FINISHED})"
    )
    found: dict[int, list[dict[str, int | str | None]]] = {}
    for interview, *row in conn.execute(sql, (Status.DONE,)):
        found.setdefault(interview, []).append(dict(zip(names, row, strict=True)))
    return found


def _counts(conn: sqlite3.Connection, sql: str) -> _Counts:
    found: _Counts = {}
    for interview, what, number in conn.execute(sql, (Status.DONE,)):
        found.setdefault(interview, {})[what] = number
    return found


def _checked(uid: str, guide: Guide, created_ms: int, records: tuple[Record, ...]) -> Interview:
    interview = Interview.of(uid, guide, created_ms, records)
    if fault := fault_in(interview, records):
        raise UnreadableRowError(fault)
    return interview


def _pieces(guide: Guide, *counts: Mapping[object, int]) -> dict[int, int]:
    """Pieces of evidence by dimension, from counts by dimension and by indicator."""
    pieces: dict[int, int] = {}
    for what, number in _by_dimension(guide, counts):
        pieces[what] = pieces.get(what, 0) + number
    return pieces


def _by_dimension(
    guide: Guide, counts: tuple[Mapping[object, int], ...]
) -> Iterator[tuple[int, int]]:
    for each in counts:
        for what, number in each.items():
            if isinstance(what, int):
                yield what, number
            elif (indicator := guide.indicators.get(str(what))) is not None:
                for dimension in indicator.dimensions:
                    yield dimension, number

"""Interviews made again from the rows that were found of them, each as sound as any other."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from interview_desk.guide.faults import GuideError
from interview_desk.guide.model import Guide
from interview_desk.guide.parse.reader import read_guide
from interview_desk.guide.understood import NotUnderstoodError, read_understood
from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_text import Draft
from interview_desk.interview.origin import Origin
from interview_desk.interview.picture_format import digest_of
from interview_desk.interview.records import Note, Picture, Record, Sighting
from interview_desk.interview.unknown_members import highest_number
from interview_desk.interview.validation import fault_in
from interview_desk.store.panels import copy_panels
from interview_desk.store.privacy.erase_everywhere import SALVAGED
from interview_desk.store.resumes import resume_of
from interview_desk.store.store import Store
from interview_desk.store.tables import RECORD_TABLES, RecordTable, UnreadableRowError, record_of
from interview_desk.words import count


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """One interview in the new file; ``missing`` says in words what was not found of it."""

    uid: str
    candidate: str
    missing: tuple[str, ...]


def rebuild(found: sqlite3.Connection, made: Store, stand_in: Guide) -> Sequence[Rebuilt]:
    """Every interview of which something was found, kept in the new store.

    ``found`` holds plain tables with the names and columns of this release's.
    """
    found.row_factory = sqlite3.Row
    for name, value in found.execute("SELECT name, value FROM settings"):
        if isinstance(name, str) and isinstance(value, str):
            made.set_setting(name, value)
    copy_panels(found, made.panels)
    return [_rebuild(found, made, pk, stand_in) for pk in _interviews(found)]


def _interviews(found: sqlite3.Connection) -> list[int]:
    """The numbers of interviews, those too whose own row is lost."""
    sql = (
        "SELECT pk FROM interviews UNION SELECT interview FROM setups"
        " UNION SELECT interview FROM notes"
    )
    return sorted(number for (number,) in found.execute(sql) if isinstance(number, int))


def _rebuild(found: sqlite3.Connection, made: Store, pk: int, stand_in: Guide) -> Rebuilt:
    own = found.execute("SELECT * FROM interviews WHERE pk = ?", (pk,)).fetchone()
    missing: list[str] = [] if own else ["when it was made"]
    guide = _guide(found, own["guide"] if own else None)
    if guide is None:
        guide = stand_in
        missing.append("its guide: the shipped one stands in")
    records, unread = _records(found, pk)
    pictures = _pictures(found, pk)
    lost = _lost_pictures(records, pictures)
    records = [each for each in records if each not in lost]
    missing += [f"{count(len(lost), 'picture')}, or its note"] if lost else []
    unknown = _unknown(found, pk)
    empty = replace(_empty(own, pk, guide, made), unknown=unknown, pictures=pictures)
    interview, unfit = _with_all(empty, records)
    missing += _missing(own, interview, unread + unfit)
    row = made.create(interview, Origin.stored(own["origin"] if own else None))
    _keep_beside(found, made, pk, row)
    return Rebuilt(interview.uid, interview.setup.candidate, tuple(missing))


def _empty(own: sqlite3.Row | None, pk: int, guide: Guide, made: Store) -> Interview:
    """An empty interview with the identity and moment of the old one, if those can be."""
    if own and isinstance(own["uid"], str) and isinstance(own["created_ms"], int):
        interview = Interview.of(own["uid"], guide, own["created_ms"])
        if not fault_in(interview, ()) and made.find(interview.uid) is None:
            return interview
    uid, number = f"{SALVAGED}{pk}", 1
    while made.find(uid) is not None:
        number += 1
        uid = f"{SALVAGED}{pk}-{number}"
    return Interview.of(uid, guide, 0)


def _guide(found: sqlite3.Connection, pk: object) -> Guide | None:
    for text, understood in found.execute(
        "SELECT text, understood FROM guides WHERE pk = ?", (pk,)
    ):
        if isinstance(text, str) and isinstance(understood, str):
            with suppress(NotUnderstoodError):
                return read_understood(understood, text)
        # Of the first format, or what was understood is damaged.
        with suppress(GuideError):
            return read_guide(text) if isinstance(text, str) else None
    return None


def _unknown(found: sqlite3.Connection, pk: int) -> str:
    """What its packet said that no release so far knows, if that is still sound."""
    for (members,) in found.execute(
        "SELECT members FROM unknown_members WHERE interview = ?", (pk,)
    ):
        with suppress(ValueError):
            highest_number(members)
            return str(members)
    return ""


def _records(found: sqlite3.Connection, pk: int) -> tuple[list[Record], int]:
    """The records that can be read, what others refer to first, and how many cannot."""
    records: list[Record] = []
    unread = 0
    for table in RECORD_TABLES:
        for row in _rows(found, table, pk):
            try:
                columns = {name: row[name] for name in table.columns}
                records.append(record_of(table, columns, _dimensions(found, table, row)))
            except UnreadableRowError:
                unread += 1
    return records, unread


def _pictures(found: sqlite3.Connection, pk: int) -> dict[str, bytes]:
    """The bytes that are still those of their digests."""
    rows = found.execute("SELECT digest, data FROM picture_files WHERE interview = ?", (pk,))
    return {
        digest: data
        for digest, data in rows
        if isinstance(data, bytes) and digest_of(data) == digest
    }


def _lost_pictures(records: list[Record], pictures: dict[str, bytes]) -> list[Picture]:
    """Those of which only the record was found, not the bytes or not the note."""
    noted = {each.id for each in records if isinstance(each, Note)}
    shown = [each for each in records if isinstance(each, Picture)]
    return [each for each in shown if each.digest not in pictures or each.note not in noted]


def _rows(found: sqlite3.Connection, table: RecordTable, pk: int) -> Iterator[sqlite3.Row]:
    force = " AND pk NOT IN (SELECT event FROM clock_retractions)" if table.source else ""
    sql = f"SELECT * FROM {table.name} WHERE interview = ?{force}"  # noqa: S608
    yield from found.execute(sql, (pk,))


def _dimensions(found: sqlite3.Connection, table: RecordTable, row: sqlite3.Row) -> list[int]:
    if table.record is not Note:
        return []
    sql = "SELECT dimension FROM note_dimensions WHERE note = ? ORDER BY place"
    return [number for (number,) in found.execute(sql, (row["pk"],))]


def _with_all(interview: Interview, records: list[Record]) -> tuple[Interview, int]:
    """The interview with every record that fits in, and how many do not."""
    whole = _holding(interview, tuple(records))
    if not fault_in(whole, records):
        return whole, 0
    unfit = 0
    for record in records:
        kept = _with(interview, record)
        unfit += kept is None
        interview = kept or interview
    return interview, unfit


def _holding(interview: Interview, records: tuple[Record, ...]) -> Interview:
    uid, guide, created_ms = interview.uid, interview.guide, interview.created_ms
    unknown, pictures = interview.unknown, interview.pictures
    return Interview.of(uid, guide, created_ms, records, unknown=unknown, pictures=pictures)


def _with(interview: Interview, record: Record) -> Interview | None:
    """The interview with the record too, freed of what it refers to if need be; else None."""
    tries = [record]
    if isinstance(record, Sighting) and record.note is not None:
        tries.append(replace(record, note=None))
    if isinstance(record, Note) and record.dimensions:
        tries.append(replace(record, dimensions=()))
    for each in tries:
        records = (*interview.records.values(), each)
        larger = _holding(interview, records)
        if not fault_in(larger, records):
            return larger
    return None


def _missing(own: sqlite3.Row | None, interview: Interview, unread: int) -> Iterator[str]:
    if unread:
        yield count(unread, "record that made no sense", "records that made no sense")
    if own is None:
        return
    notes = own["note_count"]
    if isinstance(notes, int) and notes > len(interview.notes):
        yield f"{count(notes - len(interview.notes), 'note')} of {notes}"
    if own["status"] != interview.status:
        yield "a part of its clock, or that it was finished"


def _keep_beside(found: sqlite3.Connection, made: Store, pk: int, row: int) -> None:
    """The draft, the resume, and how long the interview is to be kept."""
    for each in found.execute("SELECT * FROM drafts WHERE interview = ?", (pk,)):
        with suppress(TypeError, ValueError):
            at = Instant(int(each["wall_ms"]), int(each["mono_ms"]), str(each["boot"]))
            made.save_draft(row, Draft(str(each["text"]), at))
    sql = "SELECT name, kind, data, text FROM resumes WHERE interview = ?"
    for each in found.execute(sql, (pk,)):
        if (resume := resume_of(tuple(each))) is not None:
            made.save_resume(row, resume)
    for each in found.execute("SELECT * FROM keepings WHERE interview = ?", (pk,)):
        with suppress(TypeError, ValueError):
            made.privacy.hold(row, held=bool(each["held"]))
            made.privacy.keep_until(row, date.fromisoformat(each["keep_until"]))

"""Where each type of record is kept: its table, and the way into a row and back.

Columns have the names of the record's fields; a moment ``at`` takes three of them, all NULL
where there is none, and a tuple is a JSON array. Notes' dimensions have a table of their own,
to be asked for.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache

import msgspec

from interview_desk.interview.change import Edit
from interview_desk.interview.records import (
    Amendment,
    ClockEvent,
    Feedback,
    Lock,
    Note,
    PastCue,
    Picture,
    PlanChange,
    Preparation,
    PreparedQuestion,
    Rating,
    Record,
    Review,
    Setup,
    Sighting,
    Tick,
    Verdict,
)

Value = int | str | None
_AT = ("wall_ms", "mono_ms", "boot")
_LISTS = ("areas", "seconds")


class UnreadableRowError(Exception):
    """A row that no release has written; the message says in words where it is."""


@dataclass(frozen=True, slots=True)
class RecordTable:
    """One table.

    ``key`` is the column of the record's own key, empty where an interview has one such record
    at most; ``source`` is what is read, where that is not the table.
    """

    record: type[Record]
    name: str
    key: str = ""
    source: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns, as far as they hold the record's own fields."""
        return _columns(self)


@cache
def _columns(table: RecordTable) -> tuple[str, ...]:
    found: list[str] = []
    for each in fields(table.record):
        if each.name != "dimensions":
            found += _AT if each.name == "at" else (each.name,)
    return tuple(found)


RECORD_TABLES = (
    RecordTable(Setup, "setups"),
    RecordTable(Preparation, "preparations"),
    RecordTable(PreparedQuestion, "prepared_questions", "id"),
    RecordTable(Note, "notes", "id"),
    RecordTable(Picture, "pictures", "note"),
    RecordTable(Sighting, "sightings", "id"),
    RecordTable(Tick, "ticks", "item"),
    RecordTable(PastCue, "past_cues", "cue"),
    RecordTable(ClockEvent, "clock_events", "id", source="clock_events_in_force"),
    RecordTable(PlanChange, "plan_changes", "id"),
    RecordTable(Rating, "ratings", "dimension"),
    RecordTable(Review, "reviews", "indicator"),
    RecordTable(Verdict, "verdicts"),
    RecordTable(Feedback, "feedbacks"),
    RecordTable(Lock, "locks"),
    RecordTable(Amendment, "amendments", "id"),
)
TABLE_OF: dict[type[Record], RecordTable] = {table.record: table for table in RECORD_TABLES}


def read_records(conn: sqlite3.Connection, interview: int) -> Iterator[Record]:
    """Every record of an interview. Raises UnreadableRowError for a row that is none."""
    dimensions = _dimensions(conn, interview)
    for table in RECORD_TABLES:
        sql = (
            f"SELECT {', '.join(table.columns)} FROM {table.source or table.name}"  # noqa: S608
            " WHERE interview = ?"
        )
        for row in conn.execute(sql, (interview,)):
            columns = dict(zip(table.columns, row, strict=True))
            yield record_of(table, columns, dimensions.get(row[0], []))


def record_of(table: RecordTable, row: dict[str, Value], dimensions: Sequence[int]) -> Record:
    """The record in a row; ``dimensions`` are a note's. Raises UnreadableRowError."""
    try:
        values = _values(row)
        if table.record is Note:
            values["dimensions"] = dimensions
        return msgspec.convert(values, table.record, strict=False)
    except (msgspec.MsgspecError, RecursionError, TypeError, ValueError) as error:
        raise UnreadableRowError(
            f"a row of its {table.name.replace('_', ' ')} makes no sense"
        ) from error


def write_edit(conn: sqlite3.Connection, interview: int, edit: Edit) -> None:
    """Writes one edit: a row put in, changed where it differs, or taken out."""
    table, before, after = TABLE_OF[type(edit.record)], edit.before, edit.after
    if table.record is ClockEvent and before is not None:
        _retract(conn, interview, edit)
        before = None
    if after is None:
        if before is not None:
            where, key = _where(table, interview, edit)
            conn.execute(f"DELETE FROM {table.name} WHERE {where}", key)  # noqa: S608
    elif before is None:
        _insert(conn, table, interview, after)
    else:
        _update(conn, table, interview, edit)
    if isinstance(after, Note):
        tagged = before.dimensions if isinstance(before, Note) else ()
        if after.dimensions != tagged:
            _write_dimensions(conn, interview, after, tagged=bool(tagged))


def _insert(conn: sqlite3.Connection, table: RecordTable, interview: int, record: Record) -> None:
    conn.execute(_insertion(table), (interview, *_row(table, record).values()))


@cache
def _insertion(table: RecordTable) -> str:
    columns = ("interview", *table.columns)
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608


def _update(conn: sqlite3.Connection, table: RecordTable, interview: int, edit: Edit) -> None:
    """Sets only what differs, so that a search index is touched only for other words."""
    assert edit.before is not None
    assert edit.after is not None
    old, new = _row(table, edit.before), _row(table, edit.after)
    changed = {name: value for name, value in new.items() if old[name] != value}
    if changed:
        settings = ", ".join(f"{name} = ?" for name in changed)
        where, key = _where(table, interview, edit)
        sql = f"UPDATE {table.name} SET {settings} WHERE {where}"  # noqa: S608
        conn.execute(sql, (*changed.values(), *key))


def _retract(conn: sqlite3.Connection, interview: int, edit: Edit) -> None:
    """Takes a clock event back without removing it."""
    conn.execute(
        "INSERT INTO clock_retractions"
        " SELECT pk FROM clock_events_in_force WHERE interview = ? AND id = ?",
        (interview, edit.key[1]),
    )


def _write_dimensions(
    conn: sqlite3.Connection, interview: int, note: Note, *, tagged: bool
) -> None:
    """The dimensions of a note that is there, in the place of those it was ``tagged`` with."""
    if tagged:
        conn.execute(
            "DELETE FROM note_dimensions"
            " WHERE note = (SELECT pk FROM notes WHERE interview = ? AND id = ?)",
            (interview, note.id),
        )
    for place, number in enumerate(note.dimensions):
        conn.execute(
            "INSERT INTO note_dimensions (note, place, dimension)"
            " SELECT pk, ?, ? FROM notes WHERE interview = ? AND id = ?",
            (place, number, interview, note.id),
        )


def _dimensions(conn: sqlite3.Connection, interview: int) -> dict[int, list[int]]:
    """The dimensions of each note that has any, by the note's id."""
    found: dict[int, list[int]] = {}
    for note, dimension in conn.execute(
        "SELECT notes.id, dimension FROM notes JOIN note_dimensions ON note = pk"
        " WHERE interview = ? ORDER BY note, place",
        (interview,),
    ):
        found.setdefault(note, []).append(dimension)
    return found


def _where(table: RecordTable, interview: int, edit: Edit) -> tuple[str, tuple[Value, ...]]:
    if not table.key:
        return "interview = ?", (interview,)
    return f"interview = ? AND {table.key} = ?", (interview, edit.key[1])


def _row(table: RecordTable, record: Record) -> dict[str, Value]:
    """The record's values by column."""
    values = msgspec.to_builtins(record)
    values |= values.pop("at", None) or dict.fromkeys(_AT)
    for name in _LISTS:
        if name in values:
            values[name] = msgspec.json.encode(values[name]).decode()
    return {name: values[name] for name in table.columns}


def _values(row: dict[str, Value]) -> dict[str, object]:
    """The opposite of `_row`: what msgspec makes a record of."""
    values: dict[str, object] = {name: row[name] for name in row if name not in _AT}
    if "boot" in row:
        at = {name: row[name] for name in _AT}
        values["at"] = at if any(value is not None for value in at.values()) else None
    for name in _LISTS:
        if name in row:
            values[name] = msgspec.json.decode(str(row[name]))
    return values

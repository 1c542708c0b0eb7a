"""The journal on disk: what can be undone and redone after a restart."""

import sqlite3

import msgspec

from interview_desk.interview.change import Change, Edit
from interview_desk.interview.journal import Entry, Journal
from interview_desk.interview.records import Record
from interview_desk.interview.validation import NUMBER_LIMIT
from interview_desk.store.tables import RECORD_TABLES, TABLE_OF

# Steps kept for an interview; those before are too long ago to be undone after a restart.
KEPT = 1_000


class _Edit(msgspec.Struct):
    """An edit as JSON; ``table`` names the type of its records."""

    table: str
    before: msgspec.Raw
    after: msgspec.Raw


class _Change(msgspec.Struct):
    label: str
    merge: str
    undoable: bool
    edits: list[_Edit]


_TYPES: dict[str, type[Record]] = {table.name: table.record for table in RECORD_TABLES}


def write_journal(conn: sqlite3.Connection, interview: int, journal: Journal) -> None:
    """Makes the stored journal this one, from which it must be at most one step behind.

    Steps come and go at the ends only, so only the ends are written.
    """
    if not journal.undone:
        # Everything behind the last step but one is gone: what was undone before the last step,
        # and a last step that came to nothing.
        previous, last = (0, 0, *(entry.number for entry in journal.done[-2:]))[-2:]
        conn.execute(
            "DELETE FROM journal WHERE interview = ? AND number > ? AND number <> ?",
            (interview, previous, last),
        )
        if len(journal.done) > KEPT:
            conn.execute(
                "DELETE FROM journal WHERE interview = ? AND number <= ?", (interview, last - KEPT)
            )
    for undone, entries in enumerate((journal.done, journal.undone)):
        if entries:
            conn.execute(
                "INSERT INTO journal (interview, number, undone, change) VALUES (?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET undone = excluded.undone, change = excluded.change",
                (interview, entries[-1].number, undone, _encoded(entries[-1].change)),
            )


def read_journal(conn: sqlite3.Connection, interview: int) -> Journal:
    """The stored journal; an empty one if a step of it makes no sense.

    That there is nothing to undo any more must keep nobody from their interview.
    """
    done: list[Entry] = []
    undone: list[Entry] = []
    for number, is_undone, change in conn.execute(
        "SELECT number, undone, change FROM journal WHERE interview = ? ORDER BY number",
        (interview,),
    ):
        try:
            entry = Entry(number, _decoded(change))
        except (msgspec.MsgspecError, KeyError, RecursionError):
            return Journal()
        if not 0 < number <= NUMBER_LIMIT:
            return Journal()
        (undone if is_undone else done).append(entry)
    # The step undone first was the last one taken.
    return Journal(tuple(done), tuple(reversed(undone)))


def _encoded(change: Change) -> str:
    edits = [
        _Edit(TABLE_OF[type(edit.record)].name, _raw(edit.before), _raw(edit.after))
        for edit in change.edits
    ]
    stored = _Change(change.label, change.merge, change.undoable, edits)
    return msgspec.json.encode(stored).decode()


def _decoded(text: str) -> Change:
    stored = msgspec.json.decode(text, type=_Change)
    edits = tuple(
        Edit(_record(edit.table, edit.before), _record(edit.table, edit.after))
        for edit in stored.edits
    )
    return Change(stored.label, edits, stored.merge, stored.undoable)


def _raw(record: Record | None) -> msgspec.Raw:
    return msgspec.Raw(msgspec.json.encode(record))


def _record(table: str, raw: msgspec.Raw) -> Record | None:
    """The record in the JSON. Raises KeyError for a table that holds none."""
    return msgspec.json.decode(raw, type=_TYPES[table] | None)

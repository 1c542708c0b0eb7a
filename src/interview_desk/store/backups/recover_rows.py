"""The rows of a damaged store, as far as SQLite gets, written down in plain tables.

A page that cannot be read ends a query, so each table is read from both ends, and what lies
between them row by row, or interview by interview.
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from interview_desk.store.schema.migrations import STEPS, take

# Rows looked for one by one where a page is lost: far more than a page can hold.
_PROBES = 50_000
# The first is worth nothing without its records, the second is made anew, the others are no record.
_LEFT_OUT = ("journal", "heartbeats", "_sqlite_migrations", "search_waiting")
_NAMES = """
SELECT name FROM sqlite_master
WHERE type = 'table' AND name NOT LIKE 'sqlite#_%' ESCAPE '#' AND sql LIKE '%STRICT%'
    AND name NOT LIKE '%#_folded' ESCAPE '#'
ORDER BY name <> 'interviews', rowid
"""
_NAME = re.compile(r"[a-z][a-z0-9_]*")

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``key`` is its place in the primary key from 1, or 0."""

    name: str
    default: str | None
    key: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it stands in the damaged file; ``keys`` are places among the columns."""

    name: str
    columns: tuple[str, ...]
    keys: tuple[int, ...]

    @classmethod
    def of(cls, name: str, columns: Sequence[Column]) -> "Table":
        """The table with these columns."""
        keys = sorted((each.key, place) for place, each in enumerate(columns) if each.key)
        return cls(name, tuple(each.name for each in columns), tuple(place for _, place in keys))


def tables() -> dict[str, Sequence[Column]]:
    """The tables of this release that are worth reading, interviews first."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as conn:
        take(conn, STEPS)
        names = [name for (name,) in conn.execute(_NAMES) if name not in _LEFT_OUT]
        return {name: _columns(conn, name) for name in names}


def _columns(conn: sqlite3.Connection, table: str) -> Sequence[Column]:
    """The columns that a file says the table has; none where its description cannot be read."""
    try:
        found = conn.execute(f"PRAGMA table_info({table})").fetchall()
    except (sqlite3.Error, UnicodeDecodeError):
        return ()
    # The description of a damaged file may say anything.
    named = all(isinstance(row[1], str) and _NAME.fullmatch(row[1]) for row in found)
    return [Column(row[1], row[4], row[5]) for row in found] if named else ()


def write_down(damaged: Path, plain: Path) -> None:
    """Every row that can be read, into tables of this release's names and columns, without rules.

    A column that the damaged file did not have yet has the value that an update would give it.
    """
    with closing(sqlite3.connect(damaged)) as conn, closing(sqlite3.connect(plain)) as kept:
        conn.text_factory = _text
        # A table whose description is damaged does not keep the others from being read.
        conn.execute("PRAGMA writable_schema = ON")
        interviews: list[object] = []
        for name, ours in tables().items():
            theirs = _columns(conn, name)
            table = Table.of(name, theirs if any(each.key for each in theirs) else ours)
            _make(kept, name, ours, table)
            marks = ", ".join("?" * len(table.columns))
            insert = f"INSERT INTO {name} ({', '.join(table.columns)}) VALUES ({marks})"  # noqa: S608
            for row in _rows(conn, table, interviews):
                kept.execute(insert, row)
                if name == "interviews":
                    interviews.append(row[0])
        kept.commit()


def _make(kept: sqlite3.Connection, name: str, ours: Sequence[Column], theirs: Table) -> None:
    """An empty table for the rows, with every column that either release has."""
    columns = dict.fromkeys(theirs.columns, "")
    for each in ours:
        columns[each.name] = f" DEFAULT {each.default}" if each.default else ""
    kept.execute(f"CREATE TABLE {name} ({', '.join(map(''.join, columns.items()))})")
    if "interview" in columns:
        kept.execute(f"CREATE INDEX by_{name} ON {name} (interview)")


def _rows(conn: sqlite3.Connection, table: Table, interviews: Sequence[object]) -> Iterator[Row]:
    """Each row once."""
    seen: set[Row] = set()
    reading = _Reading(conn, table)
    for start in (reading.forwards, reading.backwards, lambda: reading.between(interviews)):
        for row in start():
            key = tuple(row[place] for place in table.keys)
            if key not in seen:
                seen.add(key)
                yield row
        if reading.finished:
            return


class _Reading:
    """One table being read; ``finished`` once a query came to its end."""

    def __init__(self, conn: sqlite3.Connection, table: Table) -> None:
        self._conn = conn
        self._table = table
        self._from = f"SELECT {', '.join(table.columns)} FROM {table.name} NOT INDEXED"  # noqa: S608
        self._ends: list[int] = []
        self.finished = False

    def forwards(self) -> Iterator[Row]:
        yield from self._along("")

    def backwards(self) -> Iterator[Row]:
        yield from self._along(" DESC")

    def between(self, interviews: Sequence[object]) -> Iterator[Row]:
        names = [self._table.columns[place] for place in self._table.keys]
        if names[0] != "pk":
            for interview in interviews:
                yield from self._query(f"{self._from} WHERE {names[0]} = ?", interview)
            return
        low, high = min(self._ends, default=0), max(self._ends, default=_PROBES)
        for number in range(low + 1, min(high, low + _PROBES)):
            yield from self._query(f"{self._from} WHERE pk = ?", number)

    def _along(self, direction: str) -> Iterator[Row]:
        keys = [f"{self._table.columns[place]}{direction}" for place in self._table.keys]
        last: object = 0
        for row in self._query(f"{self._from} ORDER BY {', '.join(keys)}"):
            last = row[self._table.keys[0]]
            yield row
        if isinstance(last, int):
            self._ends.append(last)

    def _query(self, sql: str, *values: object) -> Iterator[Row]:
        try:
            yield from self._conn.execute(sql, values)
        except (sqlite3.Error, UnicodeDecodeError):  # the second in SQLite's own messages
            return
        self.finished = not values


def _text(data: bytes) -> str:
    return data.decode(errors="replace")

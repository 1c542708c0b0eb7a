"""The rows of a damaged store, as far as SQLite gets, written down in plain tables.

A page that cannot be read ends a query, so each table is read from both ends, and what lies
between them row by row, or interview by interview.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from interview_desk.store.schema.first_release import TABLES
from interview_desk.store.schema.migrations import statements

# Rows looked for one by one where a page is lost: far more than a page can hold.
_PROBES = 50_000
# Neither is a record of an interview: the first is worth nothing alone, the second is made anew.
_LEFT_OUT = ("journal", "heartbeats")

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as this release makes it; ``keys`` are places among the columns."""

    name: str
    columns: tuple[str, ...]
    keys: tuple[int, ...]


def tables() -> list[Table]:
    """The tables worth reading, interviews first."""
    with closing(sqlite3.connect(":memory:")) as conn:
        for statement in statements(TABLES):
            conn.execute(statement)
        names = [name for (name,) in conn.execute(_NAMES) if name not in _LEFT_OUT]
        return [_table(conn, name) for name in names]


_NAMES = """
SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite#_%' ESCAPE '#'
ORDER BY name <> 'interviews', rowid
"""


def _table(conn: sqlite3.Connection, name: str) -> Table:
    info = conn.execute(f"PRAGMA table_info({name})").fetchall()
    keys = sorted((row[5], row[0]) for row in info if row[5])
    return Table(name, tuple(row[1] for row in info), tuple(place for _, place in keys))


def write_down(damaged: Path, plain: Path) -> None:
    """Every row that can be read, into tables of the same names without any rule."""
    with closing(sqlite3.connect(damaged)) as conn, closing(sqlite3.connect(plain)) as kept:
        conn.text_factory = _text
        # A table whose description is damaged does not keep the others from being read.
        conn.execute("PRAGMA writable_schema = ON")
        interviews: list[object] = []
        for table in tables():
            kept.execute(f"CREATE TABLE {table.name} ({', '.join(table.columns)})")
            marks = ", ".join("?" * len(table.columns))
            insert = f"INSERT INTO {table.name} VALUES ({marks})"  # noqa: S608
            for row in _rows(conn, table, interviews):
                kept.execute(insert, row)
                if table.name == "interviews":
                    interviews.append(row[0])
            if "interview" in table.columns:
                kept.execute(f"CREATE INDEX by_{table.name} ON {table.name} (interview)")
        kept.commit()


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

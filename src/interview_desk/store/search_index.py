"""Keeping the search index: what it has of texts that SQLite's own words would not find."""

import sqlite3
from collections.abc import Iterable

from interview_desk.store.lineage import advance
from interview_desk.store.search_words import FOLDING, indexed
from interview_desk.store.transaction import in_transaction

_TEXTS = {
    "notes": ("pk", ("text",)),
    "setups": ("interview", ("candidate", "role", "question")),
    "ratings": ("pk", ("reason",)),
    "verdicts": ("interview", ("summary",)),
    "preparations": ("interview", ("text",)),
    "prepared_questions": ("pk", ("text",)),
}
_VERSION = "search folding"
_ANY = "SELECT 1 FROM search_waiting LIMIT 1"
_BATCH = 100  # some 10 ms, for which a note may have to wait


def fold_after(conn: sqlite3.Connection, number: int) -> None:
    """Folds the texts that came to wait after that one, within the caller's transaction."""
    sql = "SELECT pk, source, row FROM search_waiting WHERE pk > ?"
    _fold(conn, conn.execute(sql, (number,)).fetchall())


def fold_some(conn: sqlite3.Connection) -> bool:
    """Folds some of the texts that wait, newest first, in its own transaction; whether any did.

    Where other words come of a text than in the release that folded it, all wait once more.
    """
    if not _is_behind(conn):
        return False

    def work() -> None:
        if _version(conn) != str(FOLDING):
            _fold_all_anew(conn)
        sql = "SELECT pk, source, row FROM search_waiting ORDER BY pk DESC LIMIT ?"
        _fold(conn, conn.execute(sql, (_BATCH,)).fetchall())
        advance(conn)

    in_transaction(conn, work)
    return True


def _is_behind(conn: sqlite3.Connection) -> bool:
    return conn.execute(_ANY).fetchone() is not None or _version(conn) != str(FOLDING)


def _version(conn: sqlite3.Connection) -> str | None:
    row = conn.execute("SELECT value FROM settings WHERE name = ?", (_VERSION,)).fetchone()
    return row[0] if row else None


def _fold_all_anew(conn: sqlite3.Connection) -> None:
    for source, (key, _) in _TEXTS.items():
        sql = f"INSERT INTO search_waiting (source, row) SELECT ?, {key} FROM {source}"  # noqa: S608
        conn.execute(sql, (source,))
    sql = "INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)"
    conn.execute(sql, (_VERSION, str(FOLDING)))


def _fold(conn: sqlite3.Connection, waiting: Iterable[tuple[int, str, int]]) -> None:
    for number, source, row in waiting:
        if source in _TEXTS:
            _fold_row(conn, source, row)
        conn.execute("DELETE FROM search_waiting WHERE pk = ?", (number,))


def _fold_row(conn: sqlite3.Connection, source: str, row: int) -> None:
    key, texts = _TEXTS[source]
    columns = ", ".join(texts)
    found = conn.execute(f"SELECT {columns} FROM {source} WHERE {key} = ?", (row,)).fetchone()  # noqa: S608
    if found is None:
        return
    folded = [*map(indexed, found)]
    conn.execute(f"DELETE FROM {source}_folded WHERE {key} = ?", (row,))  # noqa: S608
    if any(each is not None for each in folded):
        whole = [own if new is None else new for new, own in zip(folded, found, strict=True)]
        marks = ", ".join("?" * len(whole))
        sql = f"INSERT INTO {source}_folded ({key}, {columns}) VALUES (?, {marks})"  # noqa: S608
        conn.execute(sql, (row, *whole))

"""Taking one interview, or the person in it, out of a store's file down to its last byte."""

import sqlite3
import time
from enum import StrEnum

from interview_desk.store.lineage import advance_if_named
from interview_desk.store.privacy.candidate_names import NameRemover, columns_there, texts
from interview_desk.store.schema.text_columns import Holds
from interview_desk.store.transaction import in_transaction

_STAYS = "clock_events_do_not_change"
_INDEXES = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'"
# Pages of an index to be merged at once: some 30 ms, for which a note may have to wait.
_STEP = 64


class ErasureKind(StrEnum):
    """What can become of an interview, or of the person in it."""

    ERASE = "erase"
    ANONYMISE = "anonymise"


def make_go(conn: sqlite3.Connection, kind: ErasureKind, uid: str, names: NameRemover) -> int:
    """Does it, within the caller's transaction; in how many places a name was taken out."""
    if kind is ErasureKind.ERASE:
        # All that belongs to it goes with it.
        conn.execute("DELETE FROM interviews NOT INDEXED WHERE uid = ?", (uid,))
        return 0
    return _anonymise(conn, uid, names)


def _anonymise(conn: sqlite3.Connection, uid: str, names: NameRemover) -> int:
    """The candidate's names gone: those known so far, and the one that this file has.

    What could be undone goes with them; ratings, sightings, times and the rest of every text stay.
    """
    sql = "SELECT pk, coalesce(candidate, '') FROM interviews LEFT JOIN setups ON interview = pk"
    found = conn.execute(f"{sql} WHERE uid = ?", (uid,)).fetchone()
    if found is None:
        return 0
    interview, known = found
    names.learn(known)
    places = sum(names.count(text) for text in texts(conn, interview))
    conn.create_function("nameless", 1, names.take_out, deterministic=True)
    trigger = conn.execute("SELECT sql FROM sqlite_master WHERE name = ?", (_STAYS,)).fetchone()
    # The one change of a clock event that there is: its moment stays, a name in its reason goes.
    conn.execute(f"DROP TRIGGER IF EXISTS {_STAYS}")
    for table, column in columns_there(conn, Holds.WORDS):
        conn.execute(
            f"UPDATE {table} SET {column} = nameless({column})"  # noqa: S608
            f" WHERE interview = ? AND {column} <> nameless({column})",
            (interview,),
        )
    if trigger:
        conn.execute(trigger[0])
    for table, column in columns_there(conn, Holds.NAME):
        conn.execute(f"UPDATE {table} SET {column} = '' WHERE interview = ?", (interview,))  # noqa: S608
    for table, _ in columns_there(conn, Holds.ANYTHING):
        conn.execute(f"DELETE FROM {table} WHERE interview = ?", (interview,))  # noqa: S608
    conn.execute("UPDATE interviews SET revision = revision + 1 WHERE pk = ?", (interview,))
    return places + bool(known)


def merge_indexes(conn: sqlite3.Connection) -> None:
    """Search indexes rewritten without the words that no text has any more, step by step.

    Each step is a transaction of its own, and after it others have as long to write as it took.
    """
    for (name,) in conn.execute(_INDEXES).fetchall():
        merge = f"INSERT INTO {name} ({name}, rank) VALUES ('merge', ?)"  # noqa: S608
        pages, merged = -_STEP, 2  # a negative number begins, https://sqlite.org/fts5.html 6.8
        while merged > 1:
            before, begun = conn.total_changes, time.monotonic()
            conn.execute(merge, (pages,))
            pages, merged = _STEP, conn.total_changes - before
            time.sleep(time.monotonic() - begun)


def shred(conn: sqlite3.Connection) -> bool:
    """The file written anew without free room, and nothing left in the write-ahead log.

    False if the log is being read, and so has to stay for now.
    """
    conn.execute("VACUUM")
    busy, *_ = conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def clean(
    conn: sqlite3.Connection,
    kind: ErasureKind,
    uid: str,
    names: NameRemover,
    *,
    doubtful: bool = False,
) -> None:
    """The erasure done in a file of its own, such as a backup. Raises sqlite3.Error.

    The indexes of a ``doubtful`` one are made anew from the texts, which takes ten times as
    long: they may hold words that no text has.
    """
    command = "rebuild" if doubtful else "optimize"
    conn.execute("PRAGMA secure_delete = ON")

    def work() -> None:
        make_go(conn, kind, uid, names)
        for (index,) in conn.execute(_INDEXES).fetchall():
            conn.execute(f"INSERT INTO {index} ({index}) VALUES (?)", (command,))  # noqa: S608
        advance_if_named(conn)

    in_transaction(conn, work)
    if not shred(conn):
        raise sqlite3.OperationalError("the copy is being read")

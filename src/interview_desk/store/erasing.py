"""Taking one interview, or the person in it, out of a store's file down to its last byte."""

import sqlite3
from collections.abc import Callable

from interview_desk.interview.nameless import nameless

# Every column that someone may have typed the candidate's name into.
_TYPED = (
    ("setups", "role"),
    ("setups", "question"),
    ("notes", "text"),
    ("ratings", "reason"),
    ("reviews", "remark"),
    ("verdicts", "summary"),
    ("feedbacks", "text"),
    ("amendments", "reason"),
    ("amendments", "what"),
    ("plan_changes", "reason"),
    ("clock_events", "reason"),
    ("drafts", "text"),
)
_STAYS = "clock_events_do_not_change"

Deed = Callable[[sqlite3.Connection, str, str], None]


def erase(conn: sqlite3.Connection, uid: str, _name: str) -> None:
    """The interview and all that belongs to it gone from the tables and indexes."""
    conn.execute("DELETE FROM interviews WHERE uid = ?", (uid,))


def anonymise(conn: sqlite3.Connection, uid: str, name: str) -> None:
    """The candidate's names gone: the one given, and the one that this file has.

    What could be undone goes with them; ratings, sightings, times and the rest of every text stay.
    """
    sql = "SELECT pk, coalesce(candidate, '') FROM interviews LEFT JOIN setups ON interview = pk"
    found = conn.execute(f"{sql} WHERE uid = ?", (uid,)).fetchone()
    if found is None:
        return
    interview, known = found
    takers = [nameless(each) for each in {name, known}]

    def take_out(text: str) -> str:
        for taker in takers:
            text = taker(text)
        return text

    conn.create_function("nameless", 1, take_out, deterministic=True)
    trigger = conn.execute("SELECT sql FROM sqlite_master WHERE name = ?", (_STAYS,)).fetchone()
    # The one change of a clock event that there is: its moment stays, a name in its reason goes.
    conn.execute(f"DROP TRIGGER IF EXISTS {_STAYS}")
    for table, column in _TYPED:
        conn.execute(
            f"UPDATE {table} SET {column} = nameless({column})"  # noqa: S608
            f" WHERE interview = ? AND {column} <> nameless({column})",
            (interview,),
        )
    if trigger:
        conn.execute(trigger[0])
    conn.execute("UPDATE setups SET candidate = '' WHERE interview = ?", (interview,))
    conn.execute("DELETE FROM journal WHERE interview = ?", (interview,))
    conn.execute("UPDATE interviews SET revision = revision + 1 WHERE pk = ?", (interview,))


def merge_indexes(conn: sqlite3.Connection) -> None:
    """Search indexes rewritten without the words that no text has any more."""
    sql = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'"
    for (name,) in conn.execute(sql).fetchall():
        conn.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")  # noqa: S608


def shred(conn: sqlite3.Connection) -> None:
    """The file written anew without free room, and nothing left in the write-ahead log."""
    conn.execute("VACUUM")
    busy, *_ = conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise sqlite3.OperationalError("the write-ahead log is being read")


def clean(conn: sqlite3.Connection, deed: Deed, uid: str, name: str) -> None:
    """The deed done in a file of its own, such as a backup. Raises sqlite3.Error."""
    conn.execute("PRAGMA secure_delete = ON")
    conn.execute("BEGIN IMMEDIATE")
    try:
        deed(conn, uid, name)
        merge_indexes(conn)
        conn.execute("COMMIT")
    except BaseException:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise
    shred(conn)

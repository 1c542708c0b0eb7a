"""The one way to write to a store: whole or not at all, and not given up at the first obstacle."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from interview_desk.store.errors import StoreError, Trouble, in_users_words
from interview_desk.store.reserve import Reserve

T = TypeVar("T")


class Writer:
    """Writes through one connection.

    ``make_way`` is asked once for each write that found the file locked: True if what locked it
    is the program's own and has let go.
    """

    def __init__(self, path: Path, conn: sqlite3.Connection, reserve: Reserve) -> None:
        self._path = path
        self._conn = conn
        self._reserve = reserve
        self.make_way: Callable[[], bool] = lambda: False

    def write(self, work: Callable[[], T]) -> T:
        """The work in one transaction; on a full disk once more, in what room can be made."""
        try:
            return self._try(work)
        except StoreError as error:
            if error.trouble is Trouble.LOCKED and self.make_way():
                return self._try(work)
            if error.trouble is not Trouble.FULL:
                raise
        self._reserve.give_up()
        # The write-ahead log takes some forty times the room of the notes in it: fold it into the
        # file, and from now on soon again. Where even that finds no room the second try says so.
        with suppress(sqlite3.OperationalError):
            self._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._conn.execute("PRAGMA wal_autocheckpoint = 16")
        return self._try(work)

    def _try(self, work: Callable[[], T]) -> T:
        with in_users_words(self._path):
            return in_transaction(self._conn, work)


def in_transaction(conn: sqlite3.Connection, work: Callable[[], T]) -> T:
    """What the work gives, once it is on the disk; nothing of it is left if anything fails."""
    conn.execute("BEGIN IMMEDIATE")
    try:
        result = work()
        conn.execute("COMMIT")
    except BaseException:
        # A full disk may have ended the transaction already.
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise
    return result

"""The one way to write to a store: whole or not at all, and not given up at the first obstacle."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from interview_desk.errors import UserError
from interview_desk.store.connection import connect
from interview_desk.store.errors import StoreError, Trouble, in_users_words
from interview_desk.store.lineage import advance
from interview_desk.store.open_files import DisplacedError, OpenFiles, Standing
from interview_desk.store.reserve import Reserve

if TYPE_CHECKING:
    from interview_desk.store.put_back import PutBack

T = TypeVar("T")

_NEWEST_TO_FOLD = "SELECT max(pk) FROM search_waiting"

_NOT_AT_ITS_PLACE = (
    "Another file stands in the place of your records, so nothing can be erased now. Put your "
    "records back first: go back to the newest backup in the settings."
)


class Writer:
    """Writes through the store's connection, `conn`; a work must ask for it each time.

    ``make_way`` is asked once for each write that found the file locked: True if what locked it
    is the program's own and has let go. ``tell`` hears when the records had to be put back.
    """

    def __init__(self, path: Path, conn: sqlite3.Connection, reserve: Reserve) -> None:
        self.path = path
        self.conn = conn
        self._reserve = reserve
        self._files = opened(path, conn)
        self._patience_ms: int | None = None
        self._put: PutBack | None = None
        self._closed = False
        self._lost: StoreError | None = None
        self.looks_only = False
        self.make_way: Callable[[], bool] = lambda: False
        self.tell: Callable[[PutBack], None] = lambda _put_back: None

    def wait_at_most(self, ms: int) -> None:
        """How long a write waits for another program before it fails as locked."""
        self._patience_ms = ms
        self.conn.execute(f"PRAGMA busy_timeout = {ms:d}")

    def write(self, work: Callable[[], T]) -> T:
        """The work in one transaction; on a full disk once more, in what room can be made."""
        try:
            return self._try(work)
        except StoreError as error:
            if error.trouble is Trouble.LOCKED and self.make_way():
                return self._try(work)
            if error.trouble is Trouble.DAMAGED:
                return self._try(work)  # a disk may fail once
            if error.trouble is not Trouble.FULL:
                raise
        self._reserve.give_up()
        # The write-ahead log takes some forty times the room of the notes in it: fold it into the
        # file, and from now on soon again. Where even that finds no room the second try says so.
        with suppress(sqlite3.OperationalError):
            self.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.conn.execute("PRAGMA wal_autocheckpoint = 16")
        return self._try(work)

    def read(self, work: Callable[[], T]) -> T:
        """What the work reads; damage is told when it is met twice, as a disk may fail once."""
        try:
            with in_users_words(self.path):
                return work()
        except StoreError as error:
            if error.trouble is not Trouble.DAMAGED:
                raise
        with in_users_words(self.path):
            return work()

    @property
    def beside(self) -> Path | None:
        """Where the records are if another file stands in their place."""
        return None if self._put is None or self._put.at_its_place else self._put.file

    def check_place(self) -> None:
        """Raises UserError if what is done to the file in the store's place misses the store."""
        if self.beside:
            raise UserError(_NOT_AT_ITS_PLACE)

    def close(self) -> None:
        """Lets go of the file, once the records are where they will be found.

        Raises StoreError where they are not; then it can be tried again. Of a damaged file, which
        it raises for too, it has let go.
        """
        if self._closed:
            return
        try:
            self._go_home()
        except StoreError as error:
            if self._lost is not None or error.trouble is Trouble.DAMAGED:
                self._shut()
            raise
        self._shut()

    def _go_home(self) -> None:
        if self._lost is None and not self.looks_only:
            with in_users_words(self.path):
                if not self._is_in_place():
                    self._put_back()

    def _shut(self) -> None:
        self.conn.close()
        self._closed = True

    def _try(self, work: Callable[[], T]) -> T:
        if self._lost is not None:
            raise self._lost
        with in_users_words(self.path):
            self._reopen()
            try:
                return self._commit(work)
            except DisplacedError:
                pass
            except sqlite3.Error:
                if self._is_in_place():
                    raise
            self._put_back()
            return self._commit(work)

    def _commit(self, work: Callable[[], T]) -> T:
        conn = self.conn

        def checked() -> T:
            (known,) = conn.execute(_NEWEST_TO_FOLD).fetchone()
            result = work()
            (newest,) = conn.execute(_NEWEST_TO_FOLD).fetchone()
            if newest != known:
                # Plain texts, as most are in English, do without what this brings.
                from interview_desk.store.search_index import fold_after

                fold_after(conn, known or 0)
            advance(conn)
            self._files.check(conn)
            return result

        result = in_transaction(conn, checked)
        try:
            well = self._files.are_well(conn)
        except sqlite3.Error:
            well = False
        if not well:  # displaced in this very moment; what was committed is put back, too
            self._put_back()
        return result

    def _is_in_place(self) -> bool:
        if not self._files.are_there():
            return False
        try:
            in_transaction(self.conn, lambda: self._files.check(self.conn))
        except DisplacedError:
            return False
        except sqlite3.Error:
            # Locked or unreadable: what stands there can be seen all the same.
            return self._files.standing(self.conn) is Standing.OURS
        return True

    def _put_back(self) -> None:
        # Nearly never needed, and every start imports this file.
        from interview_desk.store.put_back import put_back

        try:
            done = put_back(self.path, self.conn, self._files)
        except StoreError as error:
            # To try it again could only lose more.
            self._lost = error if error.trouble is Trouble.DISPLACED else None
            raise
        self._put, self._closed = done, True
        if done.whole:
            self._reopen()
            self.tell(done)
            return
        self._lost = StoreError(Trouble.DISPLACED, self.path, done.told)
        try:
            self._reopen()
        except sqlite3.Error:  # what is left of it cannot even be looked at
            self.conn, self._closed = sqlite3.connect(":memory:"), False
        raise self._lost

    def _reopen(self) -> None:
        """Goes on with the file that the records were put back in."""
        if self._put is None or not self._closed:
            return
        self.conn = connect(self._put.file)
        self._files = opened(self._put.file, self.conn)
        self._closed = False
        if self._patience_ms is not None:
            self.wait_at_most(self._patience_ms)


def opened(path: Path, conn: sqlite3.Connection) -> OpenFiles:
    """Where the files are that the connection has open."""
    conn.execute("SELECT 1 FROM sqlite_master").fetchone()  # SQLite opens its log with this
    return OpenFiles(path)


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

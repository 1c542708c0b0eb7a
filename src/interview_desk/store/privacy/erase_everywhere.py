"""Making an interview, or the person in it, go from the records and from every copy of them.

It takes seconds where there is much, and others write meanwhile: so it has a connection of its
own, and holds the records for a moment at a time, but for the very last step, `Compaction`.
"""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from interview_desk.durable_files import remove_files, sync_file
from interview_desk.errors import UserError
from interview_desk.store.backups.backups import (
    Backup,
    BackupKind,
    list_backups,
    remove,
    remove_leftovers,
    sides,
)
from interview_desk.store.connection import connect
from interview_desk.store.errors import StoreError, Trouble, in_users_words
from interview_desk.store.lineage import advance
from interview_desk.store.privacy.candidate_names import NameRemover, NearPlace, texts
from interview_desk.store.privacy.erasure import ErasureKind, clean, make_go, merge_indexes, shred
from interview_desk.store.privacy.erasure_requests import ErasureRequest, remove_request
from interview_desk.store.transaction import in_transaction

# Damaged, or of a format without what is to be cleaned: such a copy goes as a whole.
_BEYOND_CLEANING = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
_WHOSE = """
SELECT coalesce(candidate, ''), coalesce(held, 0)
FROM interviews LEFT JOIN setups AS s ON s.interview = pk
LEFT JOIN keepings AS k ON k.interview = pk
WHERE uid = ?
"""
# An interview whose identity could not be read is given one that begins so.
RESCUED = "rescued-"
HELD = "This interview is held: it must be kept as it is. Lift the hold first."


@dataclass(frozen=True, slots=True)
class CleanedCopies:
    """What became of the backups, by name: cleaned of it, too, or removed as unreadable.

    ``places`` is in how many a name or a contact was taken out of the records, ``near`` where
    something is left that may still name the candidate: None if no name is known any more by
    which to tell.
    """

    cleaned: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    places: int = 0
    near: tuple[NearPlace, ...] | None = None


def erase_everywhere(
    store: Path, request: ErasureRequest, also: Iterable[str] = ()
) -> CleanedCopies:
    """Does what is wanted in every copy, then in the records; only `Compaction` is left to do then.

    The copies come first: if that is cut short, the interview is still there to do it again.
    To do it twice does no harm. Raises StoreError, and UserError for what is held; then it is
    crossed out, unless it was done already but for its traces. ``also`` are other words to take
    out with a name; they are nowhere written down.
    """
    with in_users_words(store):
        remove_leftovers(store)
    with in_users_words(store), closing(connect(store)) as conn:
        found = conn.execute(_WHOSE, (request.uid,)).fetchone()
        name = str(found[0]) if found else ""
        names = NameRemover(name, also)
        copies = _Copies(store, request, names)
        try:
            _check_held(conn, request.uid)
            copies.clean()
            places = _forget_here(conn, request, names)
        except BaseException:
            # Who is told that it was not done does not expect it to be done later.
            if found and (name or request.kind is ErasureKind.ERASE):
                remove_request(store, request)
            raise
        merge_indexes(conn)
        # What is gone must not come back from a log that is lost.
        conn.execute("PRAGMA wal_checkpoint(PASSIVE)")
        # A command may have made a copy in the meantime.
        copies.clean()
        anonymised = request.kind is ErasureKind.ANONYMISE and names.knows_a_name
        near = names.near_places(conn, request.uid) if anonymised else None
    return CleanedCopies(tuple(copies.cleaned), tuple(copies.removed), places, near)


class Compaction:
    """Writes the records anew without the room that was freed: once, on any thread.

    Others cannot write for as long as that takes, a second where there is much. Whoever has to
    write calls `give_way` from another thread.
    """

    def __init__(self, store: Path) -> None:
        self._store = store
        self._conn: sqlite3.Connection | None = None
        self._unwanted = Event()
        self._over = Event()

    def run(self) -> bool:
        """False if it gave way, and is to be done again. Raises StoreError."""
        try:
            with in_users_words(self._store), closing(connect(self._store)) as conn:
                self._conn = conn
                if self._unwanted.is_set():
                    return False
                if not shred(conn):
                    raise StoreError(Trouble.LOCKED, self._store)
                _sync_log(self._store)
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_INTERRUPT:
                raise
            return False
        finally:
            self._conn = None
            self._over.set()
        return True

    def give_way(self) -> None:
        """Stops it; returns when others can write. It can be stopped but for its last moments."""
        self._unwanted.set()
        conn = self._conn
        if conn is not None:
            with suppress(sqlite3.ProgrammingError):  # it was closed in this very moment
                conn.interrupt()
            self._over.wait()


class _Copies:
    """Every copy of the store, cleaned one by one; what became of them, by name."""

    def __init__(self, store: Path, request: ErasureRequest, names: NameRemover) -> None:
        self.cleaned: list[str] = []
        self.removed: list[str] = []
        self._store = store
        self._request = request
        self._names = names
        self._seen: set[tuple[str, int]] = set()

    def clean(self) -> None:
        """Those that were not cleaned yet, or were made anew since."""
        for backup in list_backups(self._store):
            if (backup.name, backup.made_ms) not in self._seen:
                self._seen.add((backup.name, backup.made_ms))
                (self.cleaned if self._clean(backup) else self.removed).append(backup.name)

    def _clean(self, backup: Backup) -> bool:
        """False if the copy cannot be read, and so was removed. It keeps its date."""
        path, request = backup.path, self._request
        doubtful = backup.kind is BackupKind.SET_ASIDE
        with in_users_words(path):
            made = path.stat()
            try:
                with closing(connect(path)) as conn:
                    _check(conn)
                    if doubtful and request.uid.startswith(RESCUED):
                        raise _damage("nothing tells which interview in it is theirs")
                    clean(conn, request.kind, request.uid, self._names, doubtful=doubtful)
                    _check(conn)
            except (sqlite3.Error, UnicodeDecodeError) as error:
                if not _is_beyond_cleaning(error):
                    raise
                remove(path)
                return False
            # SQLite empties and removes its log without making sure of it.
            remove_files(*sides(path))
            os.utime(path, ns=(made.st_atime_ns, made.st_mtime_ns))
        return True


def _sync_log(store: Path) -> None:
    """The emptied log is empty after a power cut, too: SQLite does not make sure of that."""
    log = store.with_name(f"{store.name}-wal")
    if log.exists():
        sync_file(log)


def _check(conn: sqlite3.Connection) -> None:
    """Raises sqlite3.DatabaseError unless every row can be reached: one that cannot would stay."""
    (found,) = conn.execute("PRAGMA integrity_check(1)").fetchone()
    stray = conn.execute("PRAGMA foreign_key_check").fetchone()
    if found != "ok" or stray:
        raise _damage(found)


def _damage(words: str) -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError(words)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def _is_beyond_cleaning(error: Exception) -> bool:
    if isinstance(error, UnicodeDecodeError):  # in SQLite's own message about a damaged file
        return True
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _BEYOND_CLEANING


def _check_held(conn: sqlite3.Connection, uid: str) -> None:
    found = conn.execute(_WHOSE, (uid,)).fetchone()
    if found and found[1]:
        raise UserError(HELD)


def _forget_here(conn: sqlite3.Connection, request: ErasureRequest, names: NameRemover) -> int:
    """In how many places a name was taken out."""
    places = [0]

    def work() -> None:
        _check_held(conn, request.uid)  # it may be held by now
        places[0] = make_go(conn, request.kind, request.uid, names)
        advance(conn)

    if request.kind is ErasureKind.ANONYMISE:
        _prepare(conn, request.uid, names)
    conn.execute("PRAGMA secure_delete = ON")
    in_transaction(conn, work)
    return places[0]


def _prepare(conn: sqlite3.Connection, uid: str, names: NameRemover) -> None:
    """Goes through the texts once before others have to wait for it."""
    row = conn.execute("SELECT pk FROM interviews WHERE uid = ?", (uid,)).fetchone()
    for text in texts(conn, row[0]) if row else ():
        names.take_out(text)

"""Making an interview, or the person in it, go from the records and from every copy of them.

It takes seconds where there is much, and others write meanwhile: so it has a connection of its
own, and holds the records for a moment at a time.
"""

import os
import sqlite3
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from interview_desk.durable_files import remove_files
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
from interview_desk.store.errors import in_users_words
from interview_desk.store.lineage import advance, advance_if_named
from interview_desk.store.panels import forget_panels
from interview_desk.store.privacy.candidate_names import (
    NameRemover,
    NearPlace,
    columns_there,
    texts,
)
from interview_desk.store.privacy.erasure_requests import (
    ErasureKind,
    ErasureRequest,
    remove_request,
)
from interview_desk.store.schema.text_columns import Holds
from interview_desk.store.search_index import fold_after
from interview_desk.store.transaction import in_transaction

# Damaged, or of a format without what is to be cleaned: such a copy goes as a whole.
_BEYOND_CLEANING = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
_WHOSE = """
SELECT coalesce(candidate, ''), coalesce(held, 0)
FROM interviews LEFT JOIN setups AS s ON s.interview = pk
LEFT JOIN keepings AS k ON k.interview = pk
WHERE uid = ?
"""
_CALLED = "SELECT candidate FROM setups JOIN interviews ON pk = interview WHERE uid = ?"
# An interview whose identity could not be read is given one that begins so.
SALVAGED = "rescued-"
_STAYS = "clock_events_do_not_change"
_INDEXES = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'"
# Pages of an index to be merged at once: some 30 ms, for which a note may have to wait.
_STEP = 64
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
    """Does what is wanted in every copy, then in the records; only traces are left in their file.

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
                    if doubtful and request.uid.startswith(SALVAGED):
                        raise _damage("nothing tells which interview in it is theirs")
                    _clean_file(conn, request.kind, request.uid, self._names, doubtful=doubtful)
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
        places[0] = _erase_or_anonymise(conn, request.kind, request.uid, names)
        fold_after(conn, 0)
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


def _erase_or_anonymise(
    conn: sqlite3.Connection, kind: ErasureKind, uid: str, names: NameRemover
) -> int:
    """Does it, within the caller's transaction; in how many places a name was taken out.

    What colleagues found of the same candidate goes either way.
    """
    found = conn.execute(_CALLED, (uid,)).fetchone()
    forget_panels(conn, uid, (*names.known, *(found or ())))
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


def _clean_file(
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
        _erase_or_anonymise(conn, kind, uid, names)
        for (index,) in conn.execute(_INDEXES).fetchall():
            conn.execute(f"INSERT INTO {index} ({index}) VALUES (?)", (command,))  # noqa: S608
        advance_if_named(conn)

    in_transaction(conn, work)
    if not shred(conn):
        raise sqlite3.OperationalError("the copy is being read")

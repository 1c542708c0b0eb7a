"""Putting another file in the place of the store, which is set aside first and never lost."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from interview_desk.errors import UserError
from interview_desk.store.backups.copies import Backup, place_for, remove
from interview_desk.store.backups.health import faults_in
from interview_desk.store.connection import check_file, look_at, new_file
from interview_desk.store.errors import StoreError, Trouble, in_users_words
from interview_desk.store.schema.migrations import STEPS, pending

_SIDES = ("", "-wal")  # a log that was not folded in belongs to its file


def restore(store: Path, backup: Backup, now: datetime) -> Path | None:
    """Puts a backup in the place of the store, which must be closed; where that was set aside.

    None if there was no store. Raises UserError for a backup that is damaged or newer, and
    StoreError LOCKED if a program still has the store open; nothing has changed then.
    """
    with in_users_words(backup.path):
        check_file(backup.path)
        if faults_in(backup.path):
            raise UserError(f"{backup.name} is damaged; choose another backup.")
        with closing(look_at(backup.path)) as conn:
            pending(conn, backup.path, STEPS)
    with in_users_words(store):
        new = store.with_name(f"{store.name}-restoring")
        try:
            _copy(backup.path, new)
            return put_in_place(store, new, now)
        finally:
            new.unlink(missing_ok=True)


def put_in_place(store: Path, new: Path, now: datetime) -> Path | None:
    """Moves ``new`` to the store's place; where the present file was copied to, if any.

    At every moment one of the two is there, so that a crash cannot leave an empty library.
    Raises StoreError LOCKED, OSError.
    """
    aside = None
    if store.exists():
        aside = _free(place_for(store, f"set-aside-{now:%Y-%m-%d-%H%M%S}"))
        try:
            for side in _SIDES:
                _copy_bytes(store.with_name(store.name + side), aside.with_name(aside.name + side))
            _close_log(store)
        except BaseException:
            remove(aside)
            raise
        # A log that could not be folded in must not meet the new file.
        for side in ("-wal", "-shm"):
            store.with_name(store.name + side).unlink(missing_ok=True)
    new.replace(store)
    return aside


def _close_log(store: Path) -> None:
    """Folds the log into the file, which SQLite does only for the last one to have it open."""
    try:
        with closing(sqlite3.connect(store, timeout=0.5, isolation_level=None)) as conn:
            conn.execute("PRAGMA journal_mode = DELETE").fetchone()
    except UnicodeDecodeError:
        return  # in SQLite's own message about a damaged file
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise StoreError(Trouble.LOCKED, store) from error


def _copy_bytes(source: Path, target: Path) -> None:
    """As it is, damage and all, and on the disk when this returns."""
    if source.exists():
        place = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with source.open("rb") as old, os.fdopen(place, "wb") as new:
            shutil.copyfileobj(old, new, 1 << 20)
            new.flush()
            os.fsync(new.fileno())


def _copy(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    new_file(target)
    with closing(look_at(source)) as conn, closing(sqlite3.connect(target)) as kept:
        conn.backup(kept)


def _free(path: Path) -> Path:
    """The path, or one like it that is not taken: two may be set aside within a second."""
    stem, number = path.stem, 1
    while path.exists():
        number += 1
        path = path.with_stem(f"{stem}-{number}")
    return path

"""Putting another file in the place of the store, which is set aside first and never lost."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from interview_desk.durable_files import copy_file, move_file, remove_files
from interview_desk.errors import UserError
from interview_desk.store.backups.backups import Backup, place_for, remove, sides
from interview_desk.store.backups.integrity import faults_in
from interview_desk.store.connection import check_file, look_at, new_file
from interview_desk.store.errors import StoreError, Trouble, in_users_words
from interview_desk.store.foreign_log import set_log_aside
from interview_desk.store.schema.migrations import STEPS, pending

# What was not folded in belongs to its file.
_LOGS = ("-wal", "-journal")


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
            remove(new)


def put_in_place(store: Path, new: Path, now: datetime) -> Path | None:
    """Moves ``new`` to the store's place; where the present file was copied to, if any.

    At every moment one of the two is there, so that neither a crash nor a power cut can leave
    an empty library, or one file with the log of another. Raises StoreError LOCKED, OSError.
    """
    if store.exists():
        # One that is not the store's own must neither be applied to it nor go along with it.
        set_log_aside(store, now)
    aside = _set_aside(store, now)
    move_file(new, store)
    return aside


def _set_aside(store: Path, now: datetime) -> Path | None:
    """Copies the store as it is, damage and all, and leaves it without a log."""
    kept = []
    there = [side for side in ("", *_LOGS) if store.with_name(store.name + side).exists()]
    if there:
        aside = _free(place_for(store, f"set-aside-{now:%Y-%m-%d-%H%M%S}"))
        try:
            for side in there:
                kept.append(aside.with_name(aside.name + side))
                copy_file(store.with_name(store.name + side), kept[-1])
            if store.exists():
                _close_log(store)
        except BaseException:
            remove(aside)
            raise
    # A log that could not be folded in, or one whose file is gone, must not meet the new file.
    # SQLite removes its own without making sure of it.
    remove_files(*sides(store))
    return kept[0] if kept else None


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


def _copy(source: Path, target: Path) -> None:
    remove(target)
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

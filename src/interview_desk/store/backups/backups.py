"""Copies of the store in a folder beside it, a few of each kind kept.

They are made daily, when asked for, and before a new format.
"""

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import chain, count
from pathlib import Path

from interview_desk.durable_files import make_folder, move_file, remove_files, remove_folder
from interview_desk.errors import UserError
from interview_desk.store.connection import connect, new_file
from interview_desk.store.errors import in_users_words

DAYS_KEPT = ASKED_FOR_KEPT = 7
_FOLDER = "backups"
# What SQLite may have beside a file: it belongs to that file, and must never meet another.
_SIDES = ("-wal", "-shm", "-journal")


class BackupKind(StrEnum):
    """Why a copy is there."""

    DAILY = "daily"
    ASKED_FOR = "made by hand"
    BEFORE_UPDATE = "before an update"
    SET_ASIDE = "set aside"


_KINDS = (
    (re.compile(r"\d{4}-\d\d-\d\d"), BackupKind.DAILY),
    (re.compile(r"\d{4}-\d\d-\d\d-\d{6}(-\d+)?"), BackupKind.ASKED_FOR),
    (re.compile(r"before-\w+"), BackupKind.BEFORE_UPDATE),
    (re.compile(r"set-aside-[\d-]+"), BackupKind.SET_ASIDE),
)


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy; ``made_ms`` is UTC epoch ms and ``size`` bytes."""

    path: Path
    kind: BackupKind
    made_ms: int
    size: int

    @property
    def name(self) -> str:
        """What it is called in lists and commands."""
        return self.path.name


def list_backups(store: Path) -> Sequence[Backup]:
    """Every copy of the store, newest first. Raises StoreError."""
    folder = store.with_name(_FOLDER)
    with in_users_words(store):
        paths = [*folder.iterdir()] if folder.is_dir() else []
        found = [_backup(path, kind) for path in paths if (kind := _kind(store, path))]
    return sorted(found, key=lambda each: (each.made_ms, each.name), reverse=True)


def find_backup(store: Path, name: str) -> Backup:
    """The copy of that name. Raises UserError for a name that is none of theirs."""
    backups = list_backups(store)
    for backup in backups:
        if backup.name == name:
            return backup
    names = ", ".join(each.name for each in backups) or "none yet"
    raise UserError(f"There is no backup “{name}”. The backups are: {names}.")


def back_up_daily(store: Path, today: date) -> Backup | None:
    """A copy for the day; None if it is there already. Raises StoreError.

    Has a connection of its own, so that any thread may do it. Of earlier days a few are kept.
    """
    with in_users_words(store):
        path = place_for(store, today.isoformat())
        if path.exists():
            return None
        with closing(connect(store)) as conn:
            copy_to(conn, path)
        keep_newest(store, BackupKind.DAILY, DAYS_KEPT)
        return _backup(path, BackupKind.DAILY)


def back_up_now(store: Path, now: datetime) -> Backup:
    """A copy of this moment, local time, in no other's place; a few are kept. Raises StoreError."""
    with in_users_words(store):
        name = f"{now:%Y-%m-%d-%H%M%S}"
        names = chain([name], (f"{name}-{number}" for number in count(2)))
        path = next(path for each in names if not (path := place_for(store, each)).exists())
        with closing(connect(store)) as conn:
            copy_to(conn, path)
        keep_newest(store, BackupKind.ASKED_FOR, ASKED_FOR_KEPT)
        return _backup(path, BackupKind.ASKED_FOR)


def copy_to(conn: sqlite3.Connection, path: Path) -> None:
    """Copies an open store; the copy is there whole or not at all, and after a power cut, too.

    Raises sqlite3.Error and OSError.
    """
    new = path.with_name(f".{path.name}-new")
    remove(new)
    try:
        new_file(new)
        with closing(sqlite3.connect(new)) as kept:
            conn.backup(kept)
        remove_files(*sides(path))
        move_file(new, path)
    finally:
        remove(new)


def place_for(store: Path, what: str) -> Path:
    """The path of a copy that is called so; makes the folder. Raises OSError."""
    folder = store.with_name(_FOLDER)
    make_folder(folder)
    return folder / f"{store.stem}-{what}{store.suffix}"


def keep_newest(store: Path, kind: BackupKind, most: int) -> None:
    """Removes all but the newest copies of a kind."""
    for old in [each for each in list_backups(store) if each.kind is kind][most:]:
        remove(old.path)


def remove(path: Path) -> None:
    """Removes a copy with what SQLite left beside it."""
    remove_files(path, *sides(path))


def sides(path: Path) -> list[Path]:
    """Where SQLite's own files beside a database are, if they are there."""
    return [path.with_name(path.name + side) for side in _SIDES]


def remove_leftovers(store: Path) -> None:
    """Removes what a crash may have left of a copy that was being made. Raises OSError."""
    for path in store.with_name(_FOLDER).glob(f".{store.stem}-*-new"):
        remove(path)
    for new in ("restoring", "put-back"):
        remove(store.with_name(f"{store.name}-{new}"))
    for folder in store.parent.glob(f"{store.name}-rescuing-*"):
        remove_folder(folder)
    # The log of a copy that is gone has the copy's words in it.
    for side in _SIDES:
        for path in store.with_name(_FOLDER).glob(f"{store.stem}-*{store.suffix}{side}"):
            if not path.with_name(path.name.removesuffix(side)).exists():
                remove_files(path)


def _kind(store: Path, path: Path) -> BackupKind | None:
    start, end = f"{store.stem}-", store.suffix
    if not (path.name.startswith(start) and path.name.endswith(end)) or not path.is_file():
        return None
    what = path.name[len(start) : len(path.name) - len(end)]
    return next((kind for pattern, kind in _KINDS if pattern.fullmatch(what)), None)


def _backup(path: Path, kind: BackupKind) -> Backup:
    found = path.stat()
    return Backup(path, kind, found.st_mtime_ns // 1_000_000, found.st_size)

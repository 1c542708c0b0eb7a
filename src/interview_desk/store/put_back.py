"""Putting the records back from their open connection when their file is gone from under it.

The connection has all of them still: in the file, which has no name any more, and in its log.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from interview_desk.durable_files import copy_file, make_folder, move_file, remove_files
from interview_desk.store.backups.backups import place_for, remove
from interview_desk.store.backups.integrity import faults_in
from interview_desk.store.connection import IMAGE, new_file
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.lineage import state_alone, state_of
from interview_desk.store.open_files import OpenFiles, Standing


@dataclass(frozen=True, slots=True)
class PutBack:
    """Where the records are now: at their place, or in ``file`` as something else stands there.

    ``whole`` is False if the connection had not all of them any more: then ``file`` is damaged.
    ``told`` says all this in words, with the way out.
    """

    file: Path
    at_its_place: bool
    whole: bool
    told: str


_BACK = (
    "{store} was moved, deleted or damaged by another program while it was open. Your records "
    "were written there anew, with everything that was saved."
)
_PART = (
    "Not all of it could be read any more, so nothing more is saved. What you typed is still "
    "here: copy what you need, close this window and open it again; it then saves what can be read."
)
_NOTHING = (
    "None of it can be read any more. What you typed is still here: copy what you need, close this "
    "window and open it again; it then offers your backups."
)
_UNREADABLE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_PART_BESIDE = (
    "Another file stands there now and was left alone; what could still be read of your records, "
    "which is not all, is in {file}. What you typed is still here: copy what you need."
)


def put_back(store: Path, conn: sqlite3.Connection, files: OpenFiles) -> PutBack:
    """Writes the records that the connection has to where they are found again, and closes it.

    That is their own place if it is free, else one beside it: no other file is ever written
    over. ``store`` is the place of the store. Raises StoreError, OSError and sqlite3.Error; then
    the connection is still open, and it can be tried again.
    """
    path = files.path
    make_folder(path.parent)
    image = path.with_name(f"{path.name}{IMAGE}")
    try:
        whole = _write(store, conn, image)
        return _place(store, conn, files, image, whole)
    finally:
        remove(image)


def finish(store: Path) -> bool:
    """Puts a whole image that a killed program left in the store's place, which is free."""
    image = store.with_name(f"{store.name}{IMAGE}")
    if faults_in(image) or state_alone(image) is None:
        return False
    move_file(image, store, replace=False)
    return True


def _write(store: Path, conn: sqlite3.Connection, image: Path) -> bool:
    """All that the connection has, as a file; False if that is not all any more."""
    remove(image)
    new_file(image)
    try:
        with closing(sqlite3.connect(image)) as kept:
            conn.backup(kept)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _UNREADABLE:
            raise
        raise StoreError(Trouble.DISPLACED, store, _NOTHING) from error
    return not faults_in(image) and state_alone(image) == state_of(conn)


def _place(
    store: Path, conn: sqlite3.Connection, files: OpenFiles, image: Path, whole: bool
) -> PutBack:
    path = files.path
    _spare_log(store, files)
    standing = files.standing(conn)
    if standing is not Standing.TAKEN:
        try:
            move_file(image, path, replace=path.exists())
        except FileExistsError:  # in this very moment
            standing = Standing.TAKEN
    own = files.own()
    at_its_place = standing is not Standing.TAKEN
    if at_its_place:
        file, told = path, _BACK.format(store=path) if whole else _PART
    else:
        file = _move_to_free(image, store, "set-aside", "")
        _spare_store(files)
        beside = StoreError(Trouble.BESIDE, path, str(file))
        told = str(beside) if whole else _PART_BESIDE.format(file=file)
    # It finds its file moved, and so applies its log to nothing.
    conn.close()
    remove_files(*own)
    return PutBack(file, at_its_place, whole, told)


def _spare_store(files: OpenFiles) -> None:
    """Keeps closing the connection from applying its log to what was written over the store.

    It is moved into a file of its own, of the same name. Raises OSError.
    """
    if files.written_over:
        copy = files.path.with_name(f"{files.path.name}{IMAGE}")
        copy_file(files.path, copy)
        move_file(copy, files.path)


def _spare_log(store: Path, files: OpenFiles) -> None:
    """A log that another program put there is kept, apart."""
    if files.log.exists() and files.log not in files.own():
        _move_to_free(files.log, store, "log", "-wal")


def _move_to_free(source: Path, store: Path, what: str, end: str) -> Path:
    number = 1
    while True:
        place = place_for(store, f"{what}-{number}")
        place = place.with_name(place.name + end)
        try:
            move_file(source, place, replace=False)
        except FileExistsError:
            number += 1
        else:
            return place

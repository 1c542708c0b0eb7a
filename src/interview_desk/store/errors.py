"""What can be wrong with the store's file, in the user's words and with a way out."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from interview_desk.errors import UserError


class Trouble(StrEnum):
    """What is wrong; each value is what the user is told, ``{file}`` being the store."""

    NEWER = (
        "{file} was written by a newer Interview Desk. Update Interview Desk to open it; "
        "nothing was changed."
    )
    FOREIGN = (
        "{file} does not belong to Interview Desk and was left as it is. Move it away, or "
        "choose another folder with --data-dir."
    )
    EMPTY = (
        "{file} is there but has nothing in it: something outside Interview Desk emptied it. "
        "Put a backup in its place, or move it away to begin with an empty library."
    )
    DAMAGED = (
        "{file} is damaged and cannot be read. “interview-desk salvage” saves what can be read "
        "of it, and “interview-desk restore” puts a backup in its place; both keep the file."
    )
    LOCKED = "Another program is using {file}. Close that program, then try again."
    FULL = "The disk is full, and nothing more can be saved. Free some space, then try again."
    READ_ONLY = (
        "{file} cannot be written: it, its folder or its disk is read-only. Give yourself "
        "the right to write there, or choose another folder with --data-dir."
    )
    UNREACHABLE = (
        "{file} cannot be opened. Check that its folder is there and that you may write in it."
    )
    FAULT = (
        "{file} cannot be read or written: the disk reports a fault, or your share of it is "
        "used up. Copy the file to another disk, then try again."
    )
    LOG_ALONE = (
        "{file} is missing, but its log {why} is there, and interviews may be in it that are "
        "nowhere else. Nothing was changed. Put the file back beside it; or put a backup in its "
        "place with “interview-desk restore”; or move the log away to begin with an empty library."
    )
    FOREIGN_LOG = (
        "{why} beside {file} is the log of other records: a synchronised folder brought it, or "
        "the file was put there by hand. Nothing was changed. Open Interview Desk, or run "
        "“interview-desk salvage”: the log is then kept apart, and the file goes on without it."
    )
    DISPLACED = (
        "{file} was moved, deleted or written over by another program while it was open, and what "
        "was typed last is not saved. {why}"
    )
    BESIDE = (
        "Another program put a different file in the place of {file} while it was open. That file "
        "was left alone; your records went on in {why}, which is among the backups. To put them "
        "back in their place, go back to that backup: it sets the other file aside."
    )
    CHANGED = (
        "This interview was changed meanwhile by a command or another program, and the last step "
        "was not saved. What you typed is still here: look at what changed, and do it once more."
    )
    GONE = (
        "This interview was erased meanwhile by a command or another program, and nothing can be "
        "saved in it any more. What you typed is still here: copy what you need."
    )
    MISSING = "There is no such interview in {file}. List what is there: interview-desk list."
    UNREADABLE = (
        "This interview cannot be read whole: {why}. The others are as they were. “interview-desk "
        "salvage” makes a new file with all that can be read, and keeps the present one."
    )


class StoreError(UserError):
    """The store could not do what was asked; ``trouble`` says why. Nothing half done is left.

    ``why`` goes with some troubles: what is odd about an interview, or the name of another file.
    """

    def __init__(self, trouble: Trouble, file: Path, why: str = "") -> None:
        super().__init__(trouble.value.format(file=file, why=why))
        self.trouble = trouble
        self.file = file
        self.why = why


# SQLite's primary result codes, https://sqlite.org/rescode.html; any other is a bug of ours.
_TROUBLES = {
    sqlite3.SQLITE_PERM: Trouble.READ_ONLY,
    sqlite3.SQLITE_BUSY: Trouble.LOCKED,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_IOERR: Trouble.FAULT,
    sqlite3.SQLITE_CORRUPT: Trouble.DAMAGED,
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_CANTOPEN: Trouble.UNREACHABLE,
    sqlite3.SQLITE_NOTADB: Trouble.DAMAGED,
}


# What has no code of its own: a text that is none, and tables that every release has.
_SIGNS_OF_DAMAGE = (
    "Could not decode to UTF-8",
    "no such table",
    "no such column",
    "invalid fts5 file format",
)


def _trouble_with_data(error: sqlite3.Error) -> Trouble | None:
    code = getattr(error, "sqlite_errorcode", 0)
    # On a full disk the memory that WAL connections share cannot be made.
    if code == sqlite3.SQLITE_IOERR_SHMSIZE:
        return Trouble.FULL
    if code in {0, sqlite3.SQLITE_ERROR} and str(error).startswith(_SIGNS_OF_DAMAGE):
        return Trouble.DAMAGED
    return _TROUBLES.get(code & 0xFF)


_FULL = {errno.ENOSPC, errno.EDQUOT}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}


def _trouble_with_file(error: OSError) -> Trouble:
    if error.errno in _FULL:
        return Trouble.FULL
    if error.errno == errno.EIO:
        return Trouble.FAULT
    return Trouble.READ_ONLY if error.errno in _NOT_ALLOWED else Trouble.UNREACHABLE


@contextmanager
def in_users_words(file: Path) -> Iterator[None]:
    """Raises StoreError in the place of the system's and SQLite's errors; bugs stay bugs."""
    try:
        yield
    except OSError as error:
        raise StoreError(_trouble_with_file(error), file) from error
    except UnicodeDecodeError as error:  # in SQLite's own messages
        raise StoreError(Trouble.DAMAGED, file) from error
    except sqlite3.Error as error:
        trouble = _trouble_with_data(error)
        if trouble is None:
            raise
        raise StoreError(trouble, file) from error

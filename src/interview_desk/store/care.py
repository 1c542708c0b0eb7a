"""How long interviews are kept, and how they, or the person in them, are made to go."""

import os
import sqlite3
from calendar import monthrange
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from interview_desk.errors import UserError
from interview_desk.store.backups import list_backups, remove, remove_leftovers
from interview_desk.store.connection import connect
from interview_desk.store.erasing import Deed, anonymise, clean, erase, merge_indexes, shred
from interview_desk.store.errors import BadRowError, StoreError, Trouble, in_users_words
from interview_desk.words import local

# Damaged, or of a format without what is to be cleaned: such a copy goes as a whole.
_BEYOND_CLEANING = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
_KEPT = """
SELECT pk, coalesce(candidate, ''), coalesce(role, ''), coalesce(started_ms, created_ms),
    keep_until, coalesce(held, 0)
FROM interviews LEFT JOIN setups AS s ON s.interview = pk
LEFT JOIN keepings AS k ON k.interview = pk
"""
_PUT = """
INSERT INTO keepings (interview, {column}) VALUES (?, ?)
ON CONFLICT DO UPDATE SET {column} = excluded.{column}
"""


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long one interview is kept: ``until`` None is for good.

    ``own`` says that the date was given to this interview; ``held`` keeps it whatever the date.
    """

    row: int
    candidate: str
    role: str
    until: date | None
    own: bool
    held: bool


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What became of the backups, by name: cleaned of it, too, or removed as unreadable."""

    cleaned: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class Care:
    """For one open store. Raises StoreError as the store does, and UserError for what is held.

    ``months`` is always how long the settings keep an interview; 0 is for good.
    """

    def __init__(
        self,
        path: Path,
        conn: sqlite3.Connection,
        write: Callable[[Callable[[], object]], object],
    ) -> None:
        self._path = path
        self._conn = conn
        self._write = write

    def keeping(self, row: int, months: int) -> Keeping:
        """How long the interview is kept."""
        with in_users_words(self._path):
            found = self._conn.execute(f"{_KEPT} WHERE pk = ?", (row,)).fetchone()
            if found is None:
                raise StoreError(Trouble.MISSING, self._path)
            return _keeping(found, months)

    def keep_until(self, row: int, until: date | None) -> None:
        """A date of its own for the interview; None for what the settings say of all."""
        self._put(row, "keep_until", until.isoformat() if until else None)

    def hold(self, row: int, held: bool) -> None:
        """Keeps the interview from being erased or changed for as long as it is held."""
        self._put(row, "held", int(held))

    def due(self, today: date, months: int) -> Sequence[Keeping]:
        """The interviews whose date has come, the oldest first; nothing is done to them."""
        with in_users_words(self._path):
            rows = self._conn.execute(f"{_KEPT} ORDER BY coalesce(started_ms, created_ms), pk")
            kept = [_keeping(row, months) for row in rows]
        return [each for each in kept if not each.held and each.until and each.until <= today]

    def erase(self, row: int) -> Cleaned:
        """The interview gone, from the file and from every backup, to its last byte."""
        return self._clean(row, erase)

    def anonymise(self, row: int) -> Cleaned:
        """The candidate's name and contact gone likewise; scores and notes stay."""
        return self._clean(row, anonymise)

    def _clean(self, row: int, deed: Deed) -> Cleaned:
        """Backups come first: if that is cut short, the interview is still there to do it again."""
        uid, name = self._whose(row)
        with in_users_words(self._path):
            remove_leftovers(self._path)
        cleaned: list[str] = []
        removed: list[str] = []
        for backup in list_backups(self._path):
            done = _clean_backup(backup.path, deed, uid, name)
            (cleaned if done else removed).append(backup.name)

        def work() -> None:
            deed(self._conn, uid, name)
            merge_indexes(self._conn)

        with in_users_words(self._path):
            self._conn.execute("PRAGMA secure_delete = ON")
        self._write(work)
        with in_users_words(self._path):
            shred(self._conn)
        return Cleaned(tuple(cleaned), tuple(removed))

    def _whose(self, row: int) -> tuple[str, str]:
        keeping = self.keeping(row, 0)
        if keeping.held:
            raise UserError(
                f"Interview {row} is held: it must be kept as it is. Lift the hold first."
            )
        with in_users_words(self._path):
            sql = "SELECT uid FROM interviews WHERE pk = ?"
            (uid,) = self._conn.execute(sql, (row,)).fetchone()
        return uid, keeping.candidate

    def _put(self, row: int, column: str, value: str | int | None) -> None:
        self.keeping(row, 0)
        self._write(lambda: self._conn.execute(_PUT.format(column=column), (row, value)))


def _clean_backup(path: Path, deed: Deed, uid: str, name: str) -> bool:
    """False if the copy cannot be read, and so was removed. It keeps its date."""
    with in_users_words(path):
        made = path.stat()
        try:
            with closing(connect(path)) as conn:
                clean(conn, deed, uid, name)
        except sqlite3.Error as error:
            if error.sqlite_errorcode & 0xFF not in _BEYOND_CLEANING:
                raise
            remove(path)
            return False
        os.utime(path, ns=(made.st_atime_ns, made.st_mtime_ns))
    return True


def _keeping(found: tuple[int, str, str, int, str | None, int], months: int) -> Keeping:
    row, candidate, role, at_ms, own, held = found
    try:
        until = date.fromisoformat(own) if own else _later(local(at_ms, None).date(), months)
    except (OverflowError, OSError, TypeError, ValueError) as error:
        raise BadRowError from error
    return Keeping(row, candidate, role, until, own is not None, bool(held))


def _later(day: date, months: int) -> date | None:
    if not months:
        return None
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

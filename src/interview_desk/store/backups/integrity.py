"""Whether the store is sound, and each interview in it; and whether there is a copy of today."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from interview_desk.store.backups.backups import Backup, back_up_daily
from interview_desk.store.connection import look_at
from interview_desk.store.errors import StoreError, Trouble, in_users_words
from interview_desk.store.store import Store

# A damaged file has thousands of faults; the first few tell.
_MOST_FAULTS = 20


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found. ``faults`` are SQLite's own words, empty for a sound file.

    ``backup`` is the copy that was made, None if there was one of today, or none of a damaged
    file: it would take the place of a sound copy.
    """

    faults: tuple[str, ...]
    backup: Backup | None


def inspect_store(store: Path, today: date) -> Inspection:
    """Checks the store and makes the day's copy. Raises StoreError, but not for damage.

    Takes seconds for a large file, and has connections of its own: for another thread than the
    window's, soon after the start.
    """
    faults = faults_in(store)
    return Inspection(faults, None if faults else back_up_daily(store, today))


def faults_in(store: Path) -> tuple[str, ...]:
    """What SQLite finds wrong with the file; nothing for a sound one. Changes nothing in it.

    A disk may fail once: what is found wrong is looked at a second time.
    """
    if store.exists() and not store.is_file():
        raise StoreError(Trouble.FOREIGN, store)
    return _faults_in(store) and _faults_in(store)


def _faults_in(store: Path) -> tuple[str, ...]:
    try:
        with in_users_words(store), closing(look_at(store)) as conn:
            rows = conn.execute(f"PRAGMA quick_check({_MOST_FAULTS})").fetchall()
            lost = conn.execute("PRAGMA foreign_key_check").fetchmany(_MOST_FAULTS)
    except StoreError as error:
        if error.trouble is not Trouble.DAMAGED:
            raise
        return (str(error.__cause__),)
    except sqlite3.Error as error:
        # What is there is no table of ours any more.
        return (str(error),)
    faults = [str(text) for (text,) in rows if text != "ok"]
    stray = [f"a row of {table} refers to none of {parent}" for table, _, parent, _ in lost]
    return (*faults, *stray)


class UnreadableInterview(NamedTuple):
    """One such interview; ``why`` says in words what of it makes no sense."""

    row: int
    candidate: str
    why: str


def unreadable_interviews(store: Store) -> Iterator[UnreadableInterview]:
    """Every one there is, newest first. Reads all interviews: some ms for each."""
    for line in store.list():
        why = line.fault
        try:
            store.load(line.row)
        except StoreError as error:
            if error.trouble is not Trouble.UNREADABLE:
                raise
            why = error.why
        if why:
            yield UnreadableInterview(line.row, line.summary.candidate, why)

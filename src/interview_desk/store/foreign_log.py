"""A log beside the store that is not its own: recognised before SQLite applies it, and kept.

SQLite applies whatever log has the right name to whatever file it lies beside. A synchronised
folder, or a copy put in place by hand, brings the two together that do not belong together.
"""

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from interview_desk.durable_files import move_file
from interview_desk.store.backups.backups import place_for
from interview_desk.store.errors import StoreError, Trouble, in_users_words
from interview_desk.store.lineage import LOG_HEAD, is_log, state_alone, states_in

_LOG, _JOURNAL = "-wal", "-journal"
_JOURNAL_MAGIC = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
# Where SQLite's own locks on a file lie, https://sqlite.org/src/file/src/os.h: whoever has a
# store open holds a shared one there.
_FIRST_LOCK, _LOCKS = 0x40000002, 510
_COUNTS = """
SELECT 1 FROM interviews
WHERE note_count <> (SELECT count(*) FROM notes WHERE interview = interviews.pk)
"""
# Of tables that are only ever appended to, and of what a note keeps from its first letter on.
_GONE = (
    """
    SELECT 1 FROM file.sqlite_sequence AS old JOIN main.sqlite_sequence AS new USING (name)
    WHERE new.seq < old.seq
    """,
    """
    SELECT 1 FROM file.interviews AS old JOIN main.interviews AS new USING (pk)
    WHERE new.uid <> old.uid OR new.revision < old.revision
    """,
    """
    SELECT * FROM file.clock_events WHERE interview IN (SELECT pk FROM main.interviews)
    EXCEPT SELECT * FROM main.clock_events
    """,
    """
    SELECT 1 FROM file.notes AS old JOIN main.notes AS new USING (interview, id)
    WHERE (old.wall_ms, old.mono_ms, old.boot) <> (new.wall_ms, new.mono_ms, new.boot)
    """,
)
# Those that a file has: each format has its own.
_INDEXES = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'"


def check_log(store: Path) -> None:
    """Raises StoreError for a log beside the store that must not be applied to it.

    That is FOREIGN_LOG for one that belongs to another file, and LOG_ALONE where the store itself
    is missing. Nothing is changed. While another program has the store open there is no question
    whose log it is.
    """
    store = store.resolve()  # as SQLite does: the log lies beside the file that a link leads to
    for log in _logs(store):
        if not os.path.lexists(store):
            raise StoreError(Trouble.LOG_ALONE, store, log.name)
        # Looked at twice: another program may have begun or ended in the meantime.
        if _is_foreign(store, log) and _is_foreign(store, log):
            raise StoreError(Trouble.FOREIGN_LOG, store, log.name)


def set_log_aside(store: Path, now: datetime) -> list[Path]:
    """Moves what is not the store's own log from beside it into the folder of backups.

    Returns where it is kept now. Raises StoreError.
    """
    store, kept = store.resolve(), []
    with in_users_words(store):
        for log in _logs(store):
            if os.path.lexists(store) and not _is_foreign(store, log):
                continue
            number, end = 1, log.name.removeprefix(store.name)
            while True:
                again = f"-{number}" if number > 1 else ""
                place = place_for(store, f"log-{now:%Y-%m-%d-%H%M%S}{again}")
                try:
                    move_file(log, place.with_name(place.name + end), replace=False)
                except FileExistsError:
                    number += 1
                else:
                    kept.append(place.with_name(place.name + end))
                    break
    return kept


def _logs(store: Path) -> list[Path]:
    """Those beside the store that have anything in them."""
    found = []
    for end, least in ((_LOG, LOG_HEAD), (_JOURNAL, 0)):
        path = store.with_name(store.name + end)
        try:
            if path.stat().st_size > least:
                found.append(path)
        except (FileNotFoundError, NotADirectoryError):
            continue
    # A journal that begins with a zero is over and done with, and SQLite takes no notice of it.
    return [path for path in found if path.name.endswith(_LOG) or _first(path) != b"\0"]


def _first(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(1)


def _is_foreign(store: Path, log: Path) -> bool:
    state = state_alone(store)
    with _alone(store) as alone:
        if not alone:
            return False
        try:
            return not _belongs(store, log, state)
        except FileNotFoundError:  # whoever had the store open was just closing it
            return False


def _belongs(store: Path, log: Path, state: bytes | None) -> bool:
    if log.name.endswith(_JOURNAL):
        with log.open("rb") as file:
            return file.read(8) == _JOURNAL_MAGIC and _fit(store, log)
    if not is_log(log):
        return False
    commits = states_in(log)
    if not commits:
        return True  # nothing in it that SQLite would apply
    states = set().union(*commits)
    if state and states:
        return state in states
    # One of them is from before states were named, or another program wrote into it.
    return _fit(store, log)


def _fit(store: Path, log: Path) -> bool:
    """Whether file and log together make sense, or not even the file does without the log."""
    with TemporaryDirectory(prefix=f"{store.name}-rescuing-", dir=store.parent) as folder:
        together, without = Path(folder) / "together", Path(folder) / "without"
        shutil.copyfile(store, together)
        shutil.copyfile(log, Path(folder) / f"together{log.name.removeprefix(store.name)}")
        shutil.copyfile(store, without)
        if _makes_sense(together):
            return not _would_be_lost(together, without)
        return not _makes_sense(without)


def _would_be_lost(together: Path, without: Path) -> bool:
    """Whether the file has what no step from there takes away, and the log takes it away."""
    try:
        with closing(sqlite3.connect(together)) as conn:
            conn.execute("ATTACH ? AS file", (str(without),))
            return any(conn.execute(sql).fetchone() for sql in _GONE)
    except (sqlite3.Error, UnicodeDecodeError):
        return False  # the file alone says nothing


def _makes_sense(file: Path) -> bool:
    try:
        with closing(sqlite3.connect(file)) as conn:
            sound = conn.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            stray = conn.execute("PRAGMA foreign_key_check").fetchone()
            miscounted = conn.execute(_COUNTS).fetchone()
            for (index,) in conn.execute(_INDEXES).fetchall():
                name = '"' + index.replace('"', '""') + '"'
                check = f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)"  # noqa: S608
                conn.execute(check)
    except (sqlite3.Error, UnicodeDecodeError):
        return False
    return sound and not stray and not miscounted


@contextmanager
def _alone(store: Path) -> Iterator[bool]:
    """Whether no other program has the store open; none can open it meanwhile."""
    if sys.platform == "win32":
        yield True  # what another program has open cannot be moved away there
        return
    import fcntl

    file = os.open(store, os.O_RDWR)
    try:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCKS, _FIRST_LOCK)
            alone = True
        except OSError:
            alone = False
        yield alone
    finally:
        os.close(file)

"""From a path to a connection that the store can work with: made, checked, up to date."""

import os
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from interview_desk.durable_files import move_file
from interview_desk.store.connection import (
    check_file,
    connect,
    look_at,
    look_at_file_alone,
    new_file,
)
from interview_desk.store.errors import StoreError, Trouble, in_users_words
from interview_desk.store.open_files import IMAGE
from interview_desk.store.schema.migrations import STEPS, Step, migrate, pending


def open_file(path: Path, steps: Sequence[Step] = STEPS) -> sqlite3.Connection:
    """A connection to the store at ``path``, made new if there is no file.

    Raises StoreError for a file that is newer, foreign, empty, damaged, locked or read-only, or
    beside which a log lies that is not its own, and leaves all as it was.
    """
    try:
        return _open(path, steps)
    except StoreError as error:
        if error.trouble is not Trouble.DAMAGED:
            raise
    return _open(path, steps)  # a disk may fail once: damage is what is seen twice


def look_at_store_alone(path: Path, steps: Sequence[Step] = STEPS) -> sqlite3.Connection:
    """A connection that reads the file without its log. Raises StoreError as `open_file` does."""
    with in_users_words(path):
        check_file(path)
        conn = look_at_file_alone(path)
        try:
            if pending(conn, path, steps):
                raise StoreError(Trouble.FOREIGN_LOG, path, f"{path.name}-wal")
        except BaseException:
            conn.close()
            raise
        return conn


def _open(path: Path, steps: Sequence[Step]) -> sqlite3.Connection:
    with in_users_words(path):
        _check_log(path)
        if not path.exists():
            _make(path, steps)
        elif path.stat().st_nlink > 1:
            _remove_unfinished(path)
        check_file(path)
        with closing(look_at(path)) as looking:
            waiting = pending(looking, path, steps)
        conn = connect(path)
        try:
            if waiting:
                migrate(conn, path, steps)
        except BaseException:
            conn.close()
            raise
        return conn


def _check_log(path: Path) -> None:
    """Raises StoreError for a log that must not be applied."""
    real = path.resolve()
    if any(real.with_name(real.name + end).exists() for end in ("-wal", "-journal")):
        # Seldom there, after a crash or while another program has the store open.
        from interview_desk.store.foreign_log import check_log

        check_log(path)


def _make(path: Path, steps: Sequence[Step]) -> None:
    """Makes a new store beside its place, then puts it there whole.

    So no crash leaves a half-made file; and if two programs start at once, the file of the
    first one counts for both.
    """
    _remove_unfinished(path)
    if path.with_name(path.name + IMAGE).exists() and _finish_put_back(path):
        return
    new = path.with_name(f"{path.name}-new-{os.getpid()}")
    try:
        new_file(new)
        with closing(connect(new)) as conn:
            migrate(conn, new, steps)
        # The file of another program that was faster stays.
        with suppress(FileExistsError):
            move_file(new, path, replace=False)
    finally:
        for side in ("", "-wal", "-shm", "-journal"):
            new.with_name(new.name + side).unlink(missing_ok=True)


def _finish_put_back(path: Path) -> bool:
    """Whether a program was killed while it put the records back, and they stand there now."""
    from interview_desk.store.rescue import finish

    return finish(path)


def _remove_unfinished(path: Path) -> None:
    """Removes what a program that was killed left of a new store; it may be the store's own name.

    Whoever erases an interview would not look for its words there.
    """
    made = re.compile(rf"{re.escape(path.name)}-new-(\d+)(-\w+)?")
    for each in path.parent.iterdir():
        found = made.fullmatch(each.name)
        if found and not _is_running(int(found[1])):
            each.unlink(missing_ok=True)


def _is_running(process: int) -> bool:
    if process == os.getpid():
        return False  # it is ours, and nothing is being made yet
    if os.name == "nt":
        return True  # there asking would end it
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True

"""From a path to a connection that the store can work with: made, checked, up to date."""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from interview_desk.durable_files import move_file
from interview_desk.store.connection import check_file, connect, look_at, new_file
from interview_desk.store.errors import in_users_words
from interview_desk.store.foreign_log import check_log
from interview_desk.store.schema.migrations import STEPS, Step, migrate, pending


def open_file(path: Path, steps: Sequence[Step] = STEPS) -> sqlite3.Connection:
    """A connection to the store at ``path``, made new if there is no file.

    Raises StoreError for a file that is newer, foreign, empty, damaged, locked or read-only,
    and leaves it as it was.
    """
    with in_users_words(path):
        check_log(path)
        if not path.exists():
            _make(path, steps)
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


def _make(path: Path, steps: Sequence[Step]) -> None:
    """Makes a new store beside its place, then puts it there whole.

    So no crash leaves a half-made file; and if two programs start at once, the file of the
    first one counts for both.
    """
    new = path.with_name(f"{path.name}-new-{os.getpid()}")
    try:
        new_file(new)
        with closing(connect(new)) as conn:
            migrate(conn, new, steps)
        # The file of another program that was faster stays.
        with suppress(FileExistsError):
            move_file(new, path, replace=False)
    finally:
        for side in ("", "-wal", "-shm"):
            new.with_name(new.name + side).unlink(missing_ok=True)

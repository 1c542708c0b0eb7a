"""From a path to a connection: what the file is, whether it is ours, made, checked, up to date."""

import os
import re
import sqlite3
import stat
from collections.abc import Sequence
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

from interview_desk.durable_files import move_file
from interview_desk.store.errors import StoreError, Trouble, in_users_words
from interview_desk.store.schema.migrations import STEPS, Step, migrate, pending

# "IDsk", at byte 68 of the file (https://sqlite.org/fileformat.html, section 1.3).
APPLICATION_ID = 0x4944736B
_MAGIC = b"SQLite format 3\0"
_TIMEOUT_S = 5.0
# What a copy of the records is called while it is written, to be put back in their place.
IMAGE = "-put-back"


def connect(path: Path) -> sqlite3.Connection:
    """A connection to a file that is there, set up as every one of ours. Raises sqlite3.Error.

    Durable at every commit (WAL, synchronous FULL); transactions are begun by hand. No file is
    made: where one was expected and is gone, a new one would look as if all were well.
    """
    conn = _connect(path, "mode=rw")
    try:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        # Where a plain sync stops in the drive's own memory, as on macOS.
        conn.execute("PRAGMA fullfsync = ON")
        conn.execute("PRAGMA foreign_keys = ON")
        # So that a REPLACE tells the search index of what it removes; sqlite-utils sets it too.
        conn.execute("PRAGMA recursive_triggers = ON")
    except BaseException:
        conn.close()
        raise
    return conn


def new_file(path: Path) -> None:
    """Makes the file of a new store, marked as ours and with nothing in it.

    It is its owner's alone; SQLite gives the side files it makes the same rights.
    """
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def check_file(path: Path) -> None:
    """Raises StoreError unless the file is a store of ours that can be written.

    It looks at the first bytes only, before SQLite may touch anything.
    """
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise StoreError(Trouble.FOREIGN, path)
    if found.st_size == 0:
        raise StoreError(Trouble.EMPTY, path)
    with path.open("rb") as file:
        head = file.read(100)
    if not head.startswith(_MAGIC) or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise StoreError(Trouble.FOREIGN, path)
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)):
        raise StoreError(Trouble.READ_ONLY, path)
    if os.name == "posix" and stat.S_IMODE(found.st_mode) & 0o077:
        path.chmod(0o600)


def look_at(path: Path) -> sqlite3.Connection:
    """A connection that changes not a byte of the file, whoever wrote it. Raises sqlite3.Error.

    An ordinary one would fold a write-ahead log that a crash left into the file on closing.
    """
    log = path.with_name(path.name + "-wal")
    pending = log.exists() and log.stat().st_size > 0
    # Without a log there is nothing to recover, and "immutable" makes no side files either.
    mode = "mode=ro" if pending else "immutable=1"
    return _connect(path, mode)


def look_at_file_alone(path: Path) -> sqlite3.Connection:
    """A connection to the file as it is without its log; it changes nothing either."""
    return _connect(path, "immutable=1")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{mode}"
    conn = sqlite3.connect(uri, uri=True, timeout=_TIMEOUT_S, isolation_level=None)
    # Another program may have written what is no text; it must not keep a whole list from view.
    conn.text_factory = partial(str, encoding="utf-8", errors="replace")
    return conn


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
    from interview_desk.store.put_back import finish

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

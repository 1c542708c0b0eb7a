"""Opening the store's file: what it is, whether it is ours, and how SQLite is to treat it."""

import os
import sqlite3
import stat
from contextlib import closing
from functools import partial
from pathlib import Path

from interview_desk.store.errors import StoreError, Trouble

# "IDsk", at byte 68 of the file (https://sqlite.org/fileformat.html, section 1.3).
APPLICATION_ID = 0x4944736B
_MAGIC = b"SQLite format 3\0"
_TIMEOUT_S = 5.0


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

"""The names of the states that a store has gone through, one for each commit.

Two laptops with the same library go apart with the first commit, and so do a file and its
earlier copies: a log follows on a file only if it knows the state that the file is in.
"""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from interview_desk.store.connection import look_at_file_alone

# The table of one row is one page, and the row on it looks like this: its length, its number,
# the kinds of its two columns, and the two names (https://sqlite.org/fileformat.html, 1.6, 2.1).
_ROW = rb"\x23\x01\x03\x00\x4d([0-9A-F]{16})([0-9A-F]{16})"
_ROW_SIZE = 37
_STATE = "[0-9A-F]{16}"
_LEAF, _ONE_ROW = 0x0D, b"\x00\x01"
_ADVANCE = "UPDATE lineage SET states = substr(states, 17) || hex(randomblob(8))"


def advance(conn: sqlite3.Connection) -> None:
    """Gives the state that this transaction leads to a name. Raises sqlite3.Error."""
    conn.execute(_ADVANCE)


def advance_if_named(conn: sqlite3.Connection) -> None:
    """Likewise, in a copy that may be from before states were named."""
    if conn.execute("SELECT 1 FROM sqlite_master WHERE name = 'lineage'").fetchone():
        advance(conn)


def state_of(conn: sqlite3.Connection) -> bytes | None:
    """The state of the file with its log; None if it knows of none."""
    try:
        row = conn.execute("SELECT substr(states, 17) FROM lineage").fetchone()
    except sqlite3.Error:
        return None
    # A cut within a checkpoint leaves some pages moved: another table's row may stand there.
    return row[0].encode() if row and re.fullmatch(_STATE, str(row[0])) else None


def state_alone(file: Path) -> bytes | None:
    """The state that the file itself is in, whatever log lies beside it."""
    try:
        with closing(look_at_file_alone(file)) as conn:
            # A file may be shorter than it says, or lack tables, as long as they are in its log.
            conn.execute("PRAGMA writable_schema = ON")
            return state_of(conn)
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def is_whole(file: Path) -> bool:
    """Whether the file is as long as it says."""
    try:
        with closing(look_at_file_alone(file)) as conn:
            conn.execute("SELECT 1 FROM sqlite_master").fetchone()
    except (sqlite3.Error, UnicodeDecodeError):
        return False
    return True


def states_in(log: Path, *, checked: bool = True) -> list[set[bytes]]:
    """For each commit in the log, the states it leads from and to, if it names them.

    Raises OSError; ``checked`` is that of `read_commits`.
    """
    # For what is there after a crash only.
    from itertools import chain

    from interview_desk.store.write_ahead_log import read_commits

    return [{*chain(*names)} for names in read_commits(log, _names_on, checked=checked)]


def _names_on(page: bytes) -> tuple[bytes, bytes] | None:
    if page[0] != _LEAF or page[3:5] != _ONE_ROW:
        return None
    start = int.from_bytes(page[8:10], "big")
    row = re.fullmatch(_ROW, page[start : start + _ROW_SIZE])
    return (row[1], row[2]) if row else None

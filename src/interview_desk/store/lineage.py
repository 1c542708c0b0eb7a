"""The names of the states that a store has gone through, one for each commit: in file and log.

Two laptops with the same library go apart with the first commit, and so do a file and its
earlier copies: a log follows on a file only if it knows the state that the file is in.
"""

import re
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from interview_desk.store.connection import look_at_file_alone

# The table of one row is one page, and the row on it looks like this: its length, its number,
# the kinds of its two columns, and the two names (https://sqlite.org/fileformat.html, 1.6, 2.1).
_ROW = rb"\x23\x01\x03\x00\x4d([0-9A-F]{16})([0-9A-F]{16})"
_ROW_SIZE = 37
_STATE = "[0-9A-F]{16}"
_LEAF, _ONE_ROW = 0x0D, b"\x00\x01"

# SQLite's write-ahead log as it lies on the disk (https://sqlite.org/fileformat.html, section 4).
LOG_HEAD = 32  # bytes; a log that is no longer holds nothing
_FRAME_HEAD = 24
_LOG_MAGIC = 0x377F0682  # with 1 added where the checksums are big-endian
_PAGE_SIZES = {512 << power for power in range(8)}
_WORD = 0xFFFFFFFF
_Sums = tuple[int, int]

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


def is_log(path: Path) -> bool:
    """Whether the file begins as a log does; only such a one is read by SQLite."""
    with path.open("rb") as file:
        return _read_head(file.read(LOG_HEAD)) is not None


def states_in(log: Path, *, checked: bool = True) -> list[set[bytes]]:
    """For each commit in the log, the states it leads from and to, if it names them.

    It ends where SQLite would stop reading; unless the pages are to be ``checked``, which takes
    some 40 ms for each thousand, not at one that was torn. Raises OSError.
    """
    return list(_read_commits(log, checked))


def _read_commits(log: Path, checked: bool) -> Iterator[set[bytes]]:
    with log.open("rb") as file:
        head = _read_head(file.read(LOG_HEAD))
        if head is None:
            return
        page_size, order, salts, sums = head
        found: set[bytes] = set()
        while len(frame := file.read(_FRAME_HEAD + page_size)) == _FRAME_HEAD + page_size:
            number, pages_then, *rest = struct.unpack_from(">6I", frame)
            if not number or tuple(rest[:2]) != salts:
                return
            page = frame[_FRAME_HEAD:]
            if checked:
                sums = _add(page, _add(frame[:8], sums, order), order)
                if sums != tuple(rest[2:]):
                    return
            found.update(_names_on(page))
            if pages_then:  # the last page of a commit has the size of the file with it
                yield found
                found = set()


def _names_on(page: bytes) -> tuple[bytes, ...]:
    """The two names, if the page is the one that has them."""
    if page[0] != _LEAF or page[3:5] != _ONE_ROW:
        return ()
    start = int.from_bytes(page[8:10], "big")
    row = re.fullmatch(_ROW, page[start : start + _ROW_SIZE])
    return (row[1], row[2]) if row else ()


def _read_head(head: bytes) -> tuple[int, str, _Sums, _Sums] | None:
    """The page size, the order of bytes in sums, the salts and the sums so far; None for no log."""
    if len(head) < LOG_HEAD:
        return None
    magic, _, page_size, _, *rest = struct.unpack(">8I", head)
    order = ">" if magic & 1 else "<"
    sums = _add(head[:24], (0, 0), order)
    if magic & ~1 != _LOG_MAGIC or page_size not in _PAGE_SIZES or sums != tuple(rest[2:]):
        return None
    return page_size, order, (rest[0], rest[1]), sums


def _add(data: bytes, sums: _Sums, order: str) -> _Sums:
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & _WORD
        second = (second + odd + first) & _WORD
    return first, second

"""Reading SQLite's write-ahead log as it lies on the disk, without touching anything.

https://sqlite.org/fileformat.html, section 4.
"""

import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

HEAD = 32  # bytes; a log that is no longer holds nothing
_FRAME_HEAD = 24
_MAGIC = 0x377F0682  # with 1 added where the checksums are big-endian
_PAGE_SIZES = {512 << power for power in range(8)}
_WORD = 0xFFFFFFFF

_Sums = tuple[int, int]


def is_log(path: Path) -> bool:
    """Whether the file begins as a log does; only such a one is read by SQLite."""
    with path.open("rb") as file:
        return _read_head(file.read(HEAD)) is not None


def read_commits(
    path: Path, pick: Callable[[bytes], T | None], *, checked: bool = True
) -> Iterator[list[T]]:
    """What ``pick`` finds on the pages that each commit brought, commit by commit.

    It ends where SQLite would stop reading; unless the pages are to be ``checked``, which takes
    some 40 ms for each thousand, not at one that was torn. Raises OSError.
    """
    with path.open("rb") as file:
        head = _read_head(file.read(HEAD))
        if head is None:
            return
        page_size, order, salts, sums = head
        found: list[T] = []
        while len(frame := file.read(_FRAME_HEAD + page_size)) == _FRAME_HEAD + page_size:
            number, pages_then, *rest = struct.unpack_from(">6I", frame)
            if not number or tuple(rest[:2]) != salts:
                return
            page = frame[_FRAME_HEAD:]
            if checked:
                sums = _add(page, _add(frame[:8], sums, order), order)
                if sums != tuple(rest[2:]):
                    return
            one = pick(page)
            if one is not None:
                found.append(one)
            if pages_then:  # the last page of a commit has the size of the file with it
                yield found
                found = []


def _read_head(head: bytes) -> tuple[int, str, _Sums, _Sums] | None:
    """The page size, the order of bytes in sums, the salts and the sums so far; None for no log."""
    if len(head) < HEAD:
        return None
    magic, _, page_size, _, *rest = struct.unpack(">8I", head)
    order = ">" if magic & 1 else "<"
    sums = _add(head[:24], (0, 0), order)
    if magic & ~1 != _MAGIC or page_size not in _PAGE_SIZES or sums != tuple(rest[2:]):
        return None
    return page_size, order, (rest[0], rest[1]), sums


def _add(data: bytes, sums: _Sums, order: str) -> _Sums:
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & _WORD
        second = (second + odd + first) & _WORD
    return first, second

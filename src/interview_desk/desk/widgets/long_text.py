"""Long texts in an editor: laid out in short blocks, and read back exactly as they were.

Qt lays out a block, a paragraph that is, as a whole and anew with each key; a word of 200,000
letters takes it 3 s. So a line that is longer than a block should be goes over several, and a
mark that no text holds says of a block that it goes on with the line before.
"""

import unicodedata
from collections.abc import Iterator, Sequence

# Neither printed nor assigned to anything, and so never typed.
MARK = "\ufff8"
# In characters: a key in such a block takes Qt 1 ms, in a script that has to be shaped 2 ms.
BLOCK = 1500
# Lines that each get a block of their own; of more, several share one.
_OWN_BLOCKS = 1000
_LINE, _PARAGRAPH = "\u2028", "\u2029"
# What Qt or others end a line with, or what Qt would take for the edge of a frame.
_LINE_ENDS = ("\r\n", *"\r\x0b\x0c\x1c\x1d\x1e\x85", _LINE, _PARAGRAPH, "\ufdd0", "\ufdd1")
_GOES_ON = frozenset({"Mn", "Me", "Mc"})
_JOINER = "\u200d"
_NEAR = 300


def plain(text: str) -> str:
    """A text from elsewhere with one kind of line end, and without the mark."""
    for end in _LINE_ENDS:  # a pattern for all of them would take ten times as long
        text = text.replace(end, "\n")
    return text.replace(MARK, "")


def laid_out(text: str, *, together: bool = True) -> str:
    """A `plain` text as it goes into a document: a line of it is a block, or some blocks.

    ``together`` lets several lines share a block where there are very many of them.
    """
    lines: Sequence[str] = text.split("\n")
    if together and len(lines) > _OWN_BLOCKS:
        lines = list(_together(lines))
    return "\n".join(f"\n{MARK}".join(_pieces(line)) for line in lines)


def read_back(raw: str) -> str:
    """The text of a document, or of a part of one, from what Qt calls its raw text."""
    if MARK in raw:
        raw = raw.replace(_PARAGRAPH + MARK, "").replace(MARK, "")
    return raw.replace(_PARAGRAPH, "\n").replace(_LINE, "\n")


def breaks_in(block: str) -> list[int]:
    """Where a block that became too long is to be broken, by index, the first one first.

    Where a line separator stands before such a place, it is what the block is broken at.
    """
    places, at = [], 0
    while len(block) - at > BLOCK:
        at = _place(block, at)
        places.append(at)
    return places


def cut(text: str, room: int) -> str:
    """The first ``room`` characters, or fewer so that no letter loses its accents."""
    if len(text) <= room:
        return text
    return text[: _letter_end(text, room)]


def _together(lines: Sequence[str]) -> Iterator[str]:
    """As many lines as fit into a block, as one with line separators in it."""
    held: list[str] = []
    size = 0
    for line in lines:
        if held and size + len(line) > BLOCK:
            yield _LINE.join(held)
            held, size = [], 0
        held.append(line)
        size += len(line) + 1
    yield _LINE.join(held)


def _pieces(line: str) -> Iterator[str]:
    start = 0
    for end in (*breaks_in(line), len(line)):
        yield line[start:end]
        start = end


def _place(text: str, start: int) -> int:
    """The end of a piece: behind a line separator or a space near by, or between two letters."""
    end = start + BLOCK
    for separator in (_LINE, " "):
        found = text.rfind(separator, end - _NEAR, end)
        if found > start:
            return found + 1
    return _letter_end(text, end)


def _letter_end(text: str, end: int) -> int:
    """``end``, or a little before it where that would part a letter from what belongs to it."""
    for at in range(end, max(1, end - _NEAR), -1):
        whole = unicodedata.category(text[at]) not in _GOES_ON
        if whole and _JOINER not in (text[at], text[at - 1]):
            return at
    return end

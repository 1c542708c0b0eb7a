"""Text as it can be printed: what no font has stands as its number, ``[U+4F60]``."""

import re
import unicodedata
from collections.abc import Iterable

from interview_desk.report.pdf.fonts import is_plain

_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
# Line ends and tabs, which `printable` does without.
_SET_ANYWAY = "\n\r\t\u2028\u2029"
# Control characters, halves of characters, and characters that mean something only where
# sender and reader agreed on a font.
_NEVER = {"Cc", "Cs", "Co"}


def printable(text: str) -> str:
    """The text without what cannot be printed; line ends are LF, tabs four spaces."""
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_END.sub("\n", text).replace("\t", "    ")
    unprintable = missing(text)
    return "".join(number(c) if c in unprintable else c for c in text)


def number(char: str) -> str:
    """What stands for a character that cannot be printed."""
    return f"[U+{ord(char):04X}]"


def needs_other_fonts(text: str) -> bool:
    """Whether Qt has to be asked for characters of the text, or how to set them."""
    return any(not is_plain(char) and char not in _SET_ANYWAY for char in set(text))


def missing(text: str) -> frozenset[str]:
    """The characters of a text that no font of this computer has, or that no font may have."""
    doubtful = {char for char in set(text) if not is_plain(char) and char not in _SET_ANYWAY}
    never = {char for char in doubtful if unicodedata.category(char) in _NEVER}
    return frozenset(never) | _lacking(doubtful - never)


def _lacking(characters: Iterable[str]) -> frozenset[str]:
    asked = "".join(sorted(characters))
    if not asked:
        return frozenset()
    # Qt is loaded for texts that need it, and for no others.
    from interview_desk.report.pdf.shaping import lacking

    return lacking(asked)

"""FiraGO, the font of the reports (SIL Open Font License): its measures, and what it prints.

What no font of the computer has stands in a report as its number, ``[U+4F60]``.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO

import pymupdf_fonts
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "FiraGO"
BOLD = "FiraGO-Bold"
_FILES = {REGULAR: "figo", BOLD: "figbo"}
# Blocks whose letters join, reorder or run to the left: from Hebrew to Myanmar, Vedic signs,
# Devanagari Extended. Of the blocks between them the font has nothing else.
_JOINING = (range(0x0590, 0x10A0), range(0x1CD0, 0x1D00), range(0xA8E0, 0xA900))
_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
# Line ends and tabs, which `printable` does without.
_SET_ANYWAY = "\n\r\t\u2028\u2029"
# Control characters, halves of characters, and characters that mean something only where
# sender and reader agreed on a font.
_NEVER = {"Cc", "Cs", "Co"}


def load_fonts() -> None:
    """Makes the fonts known to reportlab, once in the life of the process (about 50 ms)."""
    for name in _FILES:
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, BytesIO(font_file(name))))


def font_files() -> tuple[bytes, ...]:
    """The files of the font, for other programs to load."""
    return tuple(font_file(name) for name in _FILES)


def font_file(name: str) -> bytes:
    """The file of one weight."""
    data: bytes = pymupdf_fonts.myfont(_FILES[name])
    return data


def width(text: str, font: str, size: float) -> float:
    """The width of a plain text in points."""
    em = sum(map(_advances(font).__getitem__, text))
    return float(em) * size / 1000


def is_plain(text: str) -> bool:
    """Whether every character is in the font and stands by itself, one beside the other."""
    return (text.isascii() and text.isprintable()) or _plain_characters().issuperset(text)


@lru_cache(maxsize=len(_FILES))
def _advances(font: str) -> dict[str, int]:
    """The width of every character of a font that prints, in thousandths of an em."""
    load_fonts()
    face = pdfmetrics.getFont(font).face
    return {
        chr(code): round(face.getCharWidth(code))
        for code in face.charToGlyph
        if code >= 32 and code != 127
    }


@lru_cache(maxsize=1)
def _plain_characters() -> frozenset[str]:
    return frozenset(filter(_stands_alone, _advances(REGULAR).keys() & _advances(BOLD).keys()))


def _stands_alone(char: str) -> bool:
    # Marks sit on other letters; formats such as a soft hyphen are not to be seen at all.
    if unicodedata.category(char) in {"Mn", "Mc", "Me", "Cf", "Cc", "Co", "Cn"}:
        return False
    if unicodedata.bidirectional(char) in {"R", "AL", "AN"}:
        return False
    return not any(ord(char) in block for block in _JOINING)


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

"""FiraGO, the font of the reports (SIL Open Font License): its measures, and what it prints."""

import unicodedata
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

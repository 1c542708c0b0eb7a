"""FiraGO, the one font of the reports (SIL Open Font License), and what it cannot print."""

import unicodedata
from functools import lru_cache
from io import BytesIO

import pymupdf_fonts
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "FiraGO"
BOLD = "FiraGO-Bold"
_FILES = {REGULAR: "figo", BOLD: "figbo"}


def load_fonts() -> None:
    """Makes the fonts known to reportlab, once in the life of the process (about 50 ms)."""
    for name, file in _FILES.items():
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, BytesIO(pymupdf_fonts.myfont(file))))


def width(text: str, font: str, size: float) -> float:
    """The width of a text in points."""
    em = sum(map(_advances(font).__getitem__, text))
    return float(em) * size / 1000


def printable(text: str) -> str:
    """The text as the fonts can print it; what they lack stands as its number, ``[U+4F60]``."""
    if text.isascii() and text.isprintable():
        return text
    advances = _advances(REGULAR)
    return "".join(char if char in advances else _spelled(char) for char in _composed(text))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n"))


def _spelled(char: str) -> str:
    if char in "\n\r\u2028\u2029":
        return "\n"
    if char == "\t":
        return "    "
    if unicodedata.category(char) == "Zs":
        return "\u00a0" if char == "\u202f" else " "
    return f"[U+{ord(char):04X}]"


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

"""Which characters some font of this computer has, asked of Qt."""

import unicodedata
from functools import lru_cache

from PySide6.QtGui import QTextLine

from interview_desk.report.pdf.shaping import laid_out, units
from interview_desk.report.pdf.styles import BODY

# Invisible by themselves (Unicode's Default_Ignorable_Code_Point), besides the category Cf.
_INVISIBLE = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)


@lru_cache(maxsize=1024)
def lacking(characters: str) -> frozenset[str]:
    """Those of the characters that no font has; line ends must not be among them."""
    seen = "".join(char for char in characters if not _is_invisible(char))
    if not seen:
        return frozenset()
    # Each on a line of its own, so that none borrows a font from its neighbour.
    layout = laid_out([("\u2028".join(seen), BODY)], None)
    lines = (layout.lineAt(i) for i in range(layout.lineCount()))
    return frozenset(c for c, line in zip(seen, lines, strict=True) if _is_empty(line, c))


def _is_empty(line: QTextLine, char: str) -> bool:
    """Whether the glyph is the one for what a font lacks: its number is 0."""
    runs = line.glyphRuns(line.textStart(), units(char))
    return any(0 in run.glyphIndexes() or not run.rawFont().familyName() for run in runs)


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in {"Cf", "Zs"} or char in _INVISIBLE

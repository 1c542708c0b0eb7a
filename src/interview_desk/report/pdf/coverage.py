"""Which characters some font of this computer has, asked of Qt."""

from functools import lru_cache

from PySide6.QtGui import QTextLine

from interview_desk.report.pdf.glyphs import has_glyphs
from interview_desk.report.pdf.invisible import is_invisible
from interview_desk.report.pdf.shaping import laid_out, units
from interview_desk.report.pdf.styles import BODY

# Between two characters, each on a line of its own, so that none borrows a font or a script
# from its neighbour.
_APART = "\u2028a\u2028"


@lru_cache(maxsize=1024)
def lacking(characters: str) -> frozenset[str]:
    """Those of the characters that no font has; line ends must not be among them."""
    seen = [char for char in characters if not is_invisible(char)]
    if not seen:
        return frozenset()
    layout = laid_out([(_APART.join(seen), BODY)], None)
    lines = (layout.lineAt(i) for i in range(0, layout.lineCount(), 2))
    return frozenset(c for c, line in zip(seen, lines, strict=True) if _is_empty(line, c))


def _is_empty(line: QTextLine, char: str) -> bool:
    """Whether nothing stands for it, or no more than the glyph 0, for what a font lacks."""
    runs = line.glyphRuns(line.textStart(), units(char))
    return not runs or any(not has_glyphs(run.rawFont()) or 0 in run.glyphIndexes() for run in runs)

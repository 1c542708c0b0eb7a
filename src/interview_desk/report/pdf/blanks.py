"""Room to write by hand: labels with a line after them, and empty lines."""

from interview_desk.report.document import Blanks, Ruled
from interview_desk.report.pdf.drawings import hairline
from interview_desk.report.pdf.pieces import Piece, Row, Space, Stack
from interview_desk.report.pdf.setting import text
from interview_desk.report.pdf.structure import Element
from interview_desk.report.pdf.styles import BODY, BOX_EDGE

# What a pen needs from one line to the next.
_LINE = 22.0
_LABEL = 78.0
_GUTTER = 20.0


def set_blanks(blanks: Blanks, parent: Element, measure: float) -> Stack:
    """The labels as a list, two beside one another."""
    owner, half = parent.add("L"), (measure - _GUTTER) / 2
    cells = [_blank(label, owner, half) for label in blanks.labels]
    rows: list[Piece] = []
    for i in range(0, len(cells), 2):
        beside = zip((0.0, half + _GUTTER), cells[i : i + 2], strict=False)
        rows.append(Row(tuple(beside)))
    return Stack(tuple(rows), whole=True)


def _blank(label: str, owner: Element, measure: float) -> Stack:
    words = text(owner.add("LI").add("LBody"), label, measure, BODY.quiet(), holds=True)
    above = Space(_LINE - words.height, holds=True)
    line = Row(((_LABEL, hairline(measure - _LABEL, colour=BOX_EDGE)),))
    return Stack((above, words, line), whole=True)


def set_ruled(ruled: Ruled, parent: Element, measure: float) -> Stack:
    """A label, and lines over the whole measure."""
    pieces: list[Piece] = [text(parent.add("P"), ruled.label, measure, BODY.quiet(), holds=True)]
    for i in range(ruled.lines):
        pieces += [Space(_LINE, holds=not i), hairline(measure, colour=BOX_EDGE)]
    return Stack(tuple(pieces), whole=True)

"""Text set for a width, with its element: what every part of a page is made with."""

from collections.abc import Sequence

from interview_desk.report.pdf.lines import break_lines
from interview_desk.report.pdf.pieces import Piece, Space, Text
from interview_desk.report.pdf.runs import Span
from interview_desk.report.pdf.structure import Element
from interview_desk.report.pdf.styles import BODY, Style

# Characters up to which an aside stays on one line.
_UNBROKEN = 24


def text(
    element: Element,
    words: str | Sequence[Span],
    measure: float,
    style: Style = BODY,
    *,
    holds: bool = False,
    flush_right: bool = False,
    target: str = "",
) -> Text:
    """Text broken to the measure; given as spans, each has its own style."""
    spans = [(words, style)] if isinstance(words, str) else words
    lines = break_lines(spans, measure)
    right = measure if flush_right else None
    return Text(lines, style.leading, style.size, element, holds, right, target)


def aside(words: str) -> tuple[Span, ...]:
    """A quiet word after a text; a short one is not broken over two lines."""
    if not words:
        return ()
    kept = words.replace(" ", "\u00a0") if len(words) <= _UNBROKEN else words
    return ((f"  {kept}", BODY.quiet()),)


def spaced(pieces: Sequence[Piece], gap: float) -> tuple[Piece, ...]:
    """The pieces with a gap between each two."""
    found: list[Piece] = []
    for piece in pieces:
        if found:
            found.append(Space(gap, found[-1].holds))
        found.append(piece)
    return tuple(found)

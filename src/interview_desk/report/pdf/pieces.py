"""What pages are made of: text, rows and stacks that know their height and where to be cut.

A piece is laid out for its width when it is made. ``left`` and ``top`` are its upper left
corner, in points; heights on the page grow upwards.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from interview_desk.report.pdf.lines import break_lines
from interview_desk.report.pdf.painted_order import leftward_letters
from interview_desk.report.pdf.pen import Pen
from interview_desk.report.pdf.runs import Line, Span
from interview_desk.report.pdf.structure import Element
from interview_desk.report.pdf.styles import BODY, Style

# Lines of one text that stay together at the foot and at the head of a page.
_TOGETHER = 2
# From the middle of a line of FiraGO down to its baseline, in ems.
_MIDDLE_TO_BASELINE = 0.335
# Taller than this, nothing is kept whole.
_WHOLE_AT_MOST = 240.0
# Sums of heights are not exact.
HAIR = 0.01
# Characters up to which an aside stays on one line.
_UNBROKEN = 24


class Piece(Protocol):
    """Anything that takes up height on a page."""

    @property
    def height(self) -> float:
        """The height it takes up, in points."""
        ...

    @property
    def holds(self) -> bool:
        """Whether it must not be the last on a page, as a heading must not."""
        ...

    def cut(self, room: float) -> "Cut":
        """The piece cut where it does not fit into ``room`` points."""
        ...

    def paint(self, pen: Pen, left: float, top: float) -> None:
        """Paints it."""
        ...


# What fits, or nothing, and what is left.
Cut = tuple[Piece | None, Piece | None]


@dataclass(frozen=True, slots=True)
class Space:
    """White space; it is left out at the head of a page."""

    height: float
    holds: bool = False

    def cut(self, room: float) -> Cut:  # noqa: ARG002 - no room is enough
        """It is never cut."""
        return None, self

    def paint(self, pen: Pen, left: float, top: float) -> None:
        """There is nothing to paint."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Something painted by a function of the pen, ``left`` and ``top``.

    It belongs to its element, or is decoration if it has none.
    """

    height: float
    draw: Callable[[Pen, float, float], None]
    element: Element | None = None
    holds: bool = False

    def cut(self, room: float) -> Cut:  # noqa: ARG002 - no room is enough
        """It is never cut."""
        return None, self

    def paint(self, pen: Pen, left: float, top: float) -> None:
        """Paints it for its element."""
        with pen.element(self.element, top) if self.element else pen.decoration():
            self.draw(pen, left, top)


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text that belong to an element.

    With a ``right`` edge, its distance from the left, the lines end there. With a ``target``
    they lead to the heading of that key.
    """

    lines: tuple[Line, ...]
    leading: float
    size: float
    element: Element
    holds: bool = False
    right: float | None = None
    target: str = ""

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self.leading * len(self.lines)

    def cut(self, room: float) -> Cut:
        """Cut between two lines, never so that a line stands alone."""
        fitting = min(int((room + HAIR) // self.leading), len(self.lines) - _TOGETHER)
        if fitting < _TOGETHER:
            return None, self
        first, rest = self.lines[:fitting], self.lines[fitting:]
        return replace(self, lines=first), replace(self, lines=rest)

    def paint(self, pen: Pen, left: float, top: float) -> None:
        """Paints the lines, and the link if they are one."""
        baseline = top - self.leading / 2 - self.size * _MIDDLE_TO_BASELINE
        placed = [
            (self._start(left, line), baseline - i * self.leading, line)
            for i, line in enumerate(self.lines)
        ]
        words = " ".join(line.text.strip() for line in self.lines)
        if leftward_letters(words):
            # On the page it stands as it is seen; here it is as it is read.
            self.element.actual = f"{self.element.actual} {words}".lstrip()
        with pen.element(self.element, top):
            pen.lines(placed)
        if self.target:
            right = left + max(line.width for line in self.lines)
            box = (left, top - self.height, right, top)
            pen.link(self.element, box, self.target, words)

    def _start(self, left: float, line: Line) -> float:
        return left if self.right is None else left + self.right - line.width


@dataclass(frozen=True)
class Stack:
    """Pieces below one another; one that is ``whole`` goes to the next page uncut."""

    pieces: tuple[Piece, ...]
    holds: bool = False
    whole: bool = False

    @cached_property
    def height(self) -> float:
        """The heights added up."""
        return sum(piece.height for piece in self.pieces)

    def flat(self) -> Iterator[Piece]:
        """The pieces, and in place of a stack that may be cut anywhere those inside it."""
        for piece in self.pieces:
            if isinstance(piece, Stack) and not piece.whole and not piece.holds:
                yield from piece.flat()
            else:
                yield piece

    def cut(self, room: float) -> Cut:
        """Cut between pieces or inside one, never right after one that holds."""
        if self.whole and self.height < _WHOLE_AT_MOST:
            return None, self
        used = 0.0
        for i, piece in enumerate(self.pieces):
            if used + piece.height > room + HAIR:
                return self._cut_at(i, piece.cut(room - used))
            used += piece.height
        return self, None

    def paint(self, pen: Pen, left: float, top: float) -> None:
        """Paints one after the other."""
        for piece in self.pieces:
            piece.paint(pen, left, top)
            top -= piece.height

    def _cut_at(self, i: int, parts: Cut) -> Cut:
        fits, left = parts
        before, rest = list(self.pieces[:i]), list(self.pieces[i + 1 :])
        if left is not None:
            rest.insert(0, left)
        if fits is not None:
            before.append(fits)
        while fits is None and before and before[-1].holds:
            rest.insert(0, before.pop())
        while rest and isinstance(rest[0], Space):
            rest.pop(0)
        return _stack(before), _stack(rest)


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces beside one another, each at its distance from the left."""

    cells: tuple[tuple[float, Piece], ...]
    holds: bool = False

    @property
    def height(self) -> float:
        """The height of the tallest."""
        return max(piece.height for _, piece in self.cells)

    def cut(self, room: float) -> Cut:
        """Every cell cut at the same height; nothing if one of them cannot be."""
        fitting: list[tuple[float, Piece]] = []
        left: list[tuple[float, Piece]] = []
        for x, piece in self.cells:
            if piece.height <= room + HAIR:
                fitting.append((x, piece))
                continue
            first, rest = piece.cut(room)
            if first is None:
                return None, self
            fitting.append((x, first))
            if rest is not None:
                left.append((x, rest))
        return Row(tuple(fitting)), Row(tuple(left)) if left else None

    def paint(self, pen: Pen, left: float, top: float) -> None:
        """Paints the cells from left to right."""
        for x, piece in self.cells:
            piece.paint(pen, left + x, top)


@dataclass(frozen=True, slots=True)
class Padded:
    """A piece with white space above and below that stays at the head of a page."""

    piece: Piece
    above: float = 0.0
    below: float = 0.0
    holds: bool = False

    @property
    def height(self) -> float:
        """The piece's height and the space around it."""
        return self.above + self.piece.height + self.below

    def cut(self, room: float) -> Cut:
        """Cut where the piece can be; its two halves are not padded against each other."""
        first, rest = self.piece.cut(room - self.above)
        if first is None or rest is None:
            return None, self
        return replace(self, piece=first, below=0.0), replace(self, piece=rest, above=0.0)

    def paint(self, pen: Pen, left: float, top: float) -> None:
        """Paints the piece."""
        self.piece.paint(pen, left, top - self.above)


def _stack(pieces: list[Piece]) -> Stack | None:
    return Stack(tuple(pieces)) if pieces else None


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

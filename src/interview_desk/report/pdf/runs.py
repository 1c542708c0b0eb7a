"""What a line of text is made of once it is laid out; all distances in points."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from interview_desk.report.pdf.styles import Style

# Text and how it is set.
Span = tuple[str, Style]


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one style that the base font prints; ``x`` is its distance from the line's start."""

    x: float
    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Outline:
    """The shape of a glyph as PDF painting operators, a thousand units to the em."""

    operators: bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """A glyph in colours of its own: rows of red, green and blue bytes, from the top.

    ``box`` is where it stands: left, bottom, width and height, a thousand units to the em.
    """

    size: tuple[int, int]
    pixels: bytes
    box: tuple[float, float, float, float]


class Face(Protocol):
    """A font whose glyphs are painted one by one."""

    @property
    def name(self) -> str:
        """What tells it from other fonts."""
        ...

    def drawing(self, index: int) -> Outline | Picture:
        """What the glyph of that number looks like."""
        ...


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a font, and its place: from the line's start, and up from the baseline."""

    face: Face
    index: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """Text that is painted glyph by glyph; the text is in the order in which it is read."""

    x: float
    text: str
    width: float
    parts: tuple[tuple[Style, tuple[Glyph, ...]], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: its runs and its width in points, spaces at the end left out."""

    runs: tuple[Run | Shaped, ...]
    width: float

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(run.text for run in self.runs)


def plain_text(spans: Sequence[Span]) -> str:
    """The words of the spans, without their styles."""
    return "".join(text for text, _ in spans)

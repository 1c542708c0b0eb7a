"""Colours, type and measures of the reports, in points; the colours are the light theme's."""

from dataclasses import dataclass, replace

from interview_desk.report.options import Paper
from interview_desk.report.pdf.fonts import BOLD, REGULAR

Colour = tuple[float, float, float]


def _rgb(code: str) -> Colour:
    red, green, blue = (int(code[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


INK = _rgb("#1C1C1E")
QUIET_INK = _rgb("#5C5B57")
BOX_EDGE = _rgb("#8B8984")
LINE = _rgb("#E2E0DA")
SUNK = _rgb("#EFEEEA")
PAPER_WHITE = _rgb("#FFFFFF")
ACCENT = _rgb("#3553B8")
ACCENT_SOFT = _rgb("#C9D2F0")
GOOD = _rgb("#1E7353")
BAD = _rgb("#A93B28")
WARN = _rgb("#8F5B00")


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set. ``figures`` gives all digits one width, for columns of times."""

    font: str = REGULAR
    size: float = 9.0
    leading: float = 13.0
    colour: Colour = INK
    figures: bool = False

    def quiet(self) -> "Style":
        """The same in the grey of secondary text."""
        return replace(self, colour=QUIET_INK)

    def bold(self) -> "Style":
        """The same in bold."""
        return replace(self, font=BOLD)

    def tinted(self, colour: Colour) -> "Style":
        """The same in another colour."""
        return replace(self, colour=colour)


BODY = Style()
TIME = Style(colour=QUIET_INK, figures=True)
TITLE = Style(BOLD, 18.0, 22.0)
VERDICT = Style(BOLD, 14.5, 22.0)
HEADING = Style(BOLD, 10.0, 14.0)
SUBHEADING = Style(BOLD, 9.0, 13.0)
SMALL = Style(size=7.5, leading=10.5, colour=QUIET_INK)
CHART = Style(size=7.0, leading=9.0, figures=True)

BEFORE_SECTION = 20.0

_SIZES = {Paper.A4: (595.28, 841.89), Paper.LETTER: (612.0, 792.0)}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper and its margins."""

    width: float
    height: float
    side: float = 45.0
    top: float = 46.0
    bottom: float = 54.0
    foot: float = 28.0

    @classmethod
    def of(cls, paper: Paper) -> "Sheet":
        """The sheet for a size of paper."""
        return cls(*_SIZES[paper])

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.side

    @property
    def room(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom

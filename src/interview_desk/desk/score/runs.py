"""A paragraph in which some words are bolder or paler than others."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption

from interview_desk.desk.theme.fonts import FontRole
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import Tone
from interview_desk.desk.widgets.text_painting import beginning, direction, line_height, one_line


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look."""

    text: str
    tone: Tone = "ink"
    role: FontRole = "body"

    @property
    def shown(self) -> str:
        """The words in one line, of very many only the first."""
        return one_line(beginning(self.text))


def plain(runs: Sequence[Run]) -> str:
    """The words of all runs, as a screen reader says them."""
    return " ".join(part for run in runs if (part := run.shown))


class RunText:
    """Runs, a space between them, broken into lines of one width in pixels."""

    def __init__(self, theme: Theme, runs: Sequence[Run], width: int, *, rtl: bool = False) -> None:
        """``rtl`` puts the lines to the right, as the widget around them reads."""
        text = plain(runs)
        self._layout = QTextLayout(text, theme.font("body"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(direction(text))
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self._layout.setTextOption(option)
        self._layout.setFormats(_formats(theme, runs))
        self.height = self._break(max(1, width), line_height(theme.font("body")))

    def draw(self, painter: QPainter, top_left: QPointF) -> None:
        """Draw the lines from there down."""
        self._layout.draw(painter, top_left)

    def _break(self, width: int, pitch: int) -> int:
        height = 0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height + (pitch - line.height()) / 2))
            height += pitch
        self._layout.endLayout()
        return height


def _formats(theme: Theme, runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    formats, start = [], 0
    for run in runs:
        words = run.shown
        if not words:
            continue
        span = QTextLayout.FormatRange()
        look = QTextCharFormat()
        look.setFont(theme.font(run.role))
        look.setForeground(theme.colour(run.tone))
        span.format = look
        span.start = start
        span.length = len(words.encode("utf-16-le")) // 2  # Qt counts in UTF-16 units
        formats.append(span)
        start += span.length + 1
    return formats

"""A few choices of which one holds, side by side in one frame."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QRadioButton, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import ColourName
from interview_desk.desk.widgets.painted import Pressable, rounded
from interview_desk.desk.widgets.radio_group import RadioGroup
from interview_desk.desk.widgets.text_painting import Paragraph, button_text, one_line, tip_when_cut

_LINES = 2
_RADIUS = 7


class _Segment(Pressable, QRadioButton):
    """One choice; the group around it draws the frame."""

    def __init__(self, theme: Theme, word: str, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._frame = parent
        self._word = one_line(word)
        self.setText(button_text(word))
        self.setAccessibleName(self._word)

    def sizeHint(self) -> QSize:
        words = self._theme.width("button", self._word)
        return QSize(words + 2 * self._theme.px(5), self._theme.px(28))

    def lines(self, width: int) -> Paragraph:
        """The word as it breaks in a segment of that width."""
        font = self._theme.font("button")
        return Paragraph(self._word, font, width - 2 * self._theme.px(3), _LINES)

    def draw(self, painter: QPainter) -> None:
        theme = self._theme
        # The outer corners are those of the frame around all segments.
        frame = QRectF(self._frame.rect()).adjusted(1, 1, -1, -1)
        clip = QPainterPath()
        radius = theme.px(_RADIUS) - 1
        clip.addRoundedRect(frame.translated(-QPointF(self.pos())), radius, radius)
        painter.setClipPath(clip)
        ink: ColourName = "ink" if self.isEnabled() else "ink3"
        if self.isChecked():
            painter.fillRect(self.rect(), theme.colour("accent"))
            ink = "on_accent"
        elif self._is_lit():
            painter.fillRect(self.rect(), theme.colour("sunk"))
        text = self.lines(self.width())
        painter.setPen(theme.colour(ink))
        top = (self.height() - text.height) / 2
        text.draw(painter, QPointF(theme.px(3), top), self, Qt.AlignmentFlag.AlignHCenter)
        if self.hasFocus():
            ring = theme.colour("on_accent" if self.isChecked() else "accent")
            rounded(painter, self.rect().adjusted(2, 2, -2, -2), theme.px(4), None, ring, width=1.5)
        tip_when_cut(self, self._word, text.cut)


class Segmented(RadioGroup):
    """Choices side by side, all of one width; a long one breaks into two lines."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """``name`` says what is chosen, for screen readers."""
        self._segments: list[_Segment] = []
        super().__init__(theme, parent)
        self.setAccessibleName(name)

    def set_choices(self, words: Sequence[str]) -> None:
        """Show these choices, none of them chosen."""
        self._segments = [_Segment(self._theme, word, self) for word in words]
        self._replace(self._segments)

    @property
    def segments(self) -> tuple[QRadioButton, ...]:
        """The choices, in the order they were given."""
        return tuple(self._segments)

    def sizeHint(self) -> QSize:
        widest = max((segment.sizeHint().width() for segment in self._segments), default=0)
        width = len(self._segments) * (widest + self._theme.px(10))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = len(self._segments) * self._theme.px(40)
        return QSize(width, self._theme.px(30))

    def heightForWidth(self, width: int) -> int:
        edges = self._edges(width)
        tallest = 0
        for segment, left, right in zip(self._segments, edges, edges[1:], strict=False):
            tallest = max(tallest, segment.lines(right - left - 1).height)
        return tallest + self._theme.px(12)

    def draw(self, painter: QPainter) -> None:
        theme = self._theme
        surface, line = theme.colour("surface"), theme.colour("line")
        rounded(painter, self.rect(), theme.px(_RADIUS), surface, line)
        for left in self._edges(self.width())[1:-1]:
            painter.fillRect(self._seen(QRect(left, 0, 1, self.height())), line)

    def _edges(self, width: int) -> list[int]:
        """Where each segment begins and the last one ends; a divider takes its first pixel.

        All are of one width, unless a long word fits only if the short ones give way.
        """
        count = max(1, len(self._segments))
        wants = [segment.sizeHint().width() for segment in self._segments]
        spare = (width - sum(wants)) / count
        if spare < 0 or max(wants, default=0) <= width / count:
            return [round(n * width / count) for n in range(count + 1)]
        return [round(sum(wants[:n]) + n * spare) for n in range(count + 1)]

    def _place(self) -> None:
        edges = self._edges(self.width())
        edges[-1] -= 1
        for segment, left, right in zip(self._segments, edges, edges[1:], strict=False):
            spot = self.rect().adjusted(left + 1, 1, right - self.width(), -1)
            segment.setGeometry(self._seen(spot))

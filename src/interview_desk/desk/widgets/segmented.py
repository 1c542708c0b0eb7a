"""A few choices of which one holds, side by side in one frame."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QRadioButton, QSizePolicy, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import ColourName
from interview_desk.desk.widgets.paint import mirrored, painter_on, rounded
from interview_desk.desk.widgets.text_painting import Paragraph, button_text, one_line, tip_when_cut

_LINES = 2
_RADIUS = 7


class _Segment(QRadioButton):
    """One choice; the group around it draws the frame."""

    def __init__(self, theme: Theme, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._frame = parent
        self._word = one_line(word)
        self.setText(button_text(word))
        self.setAccessibleName(self._word)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        words = self._theme.width("button", self._word)
        return QSize(words + 2 * self._theme.px(5), self._theme.px(28))

    def lines(self, width: int) -> Paragraph:
        """The word as it breaks in a segment of that width."""
        font = self._theme.font("button")
        return Paragraph(self._word, font, width - 2 * self._theme.px(3), _LINES)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = painter_on(self)
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
        elif self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), theme.colour("sunk"))
        text = self.lines(self.width())
        painter.setPen(theme.colour(ink))
        top = (self.height() - text.height) / 2
        text.draw(painter, QPointF(theme.px(3), top), self, Qt.AlignmentFlag.AlignHCenter)
        if self.hasFocus():
            ring = theme.colour("on_accent" if self.isChecked() else "accent")
            rounded(painter, self.rect().adjusted(2, 2, -2, -2), theme.px(4), None, ring, width=1.5)
        painter.end()
        tip_when_cut(self, self._word, text.cut)


class Segmented(QGroupBox):
    """Choices side by side, all of one width; a long one breaks into two lines.

    A group box, though it paints itself, so that screen readers say what is chosen here.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """``name`` says what is chosen, for screen readers."""
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._segments: list[_Segment] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group.idClicked.connect(self.chosen)
        theme.changed.connect(self._restyle)

    def set_choices(self, words: Sequence[str]) -> None:
        """Show these choices, none of them chosen."""
        for old in self._segments:
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        self._segments = [_Segment(self._theme, word, self) for word in words]
        for number, segment in enumerate(self._segments):
            self._group.addButton(segment, number)
            segment.show()
        self._restyle()

    @property
    def segments(self) -> tuple[QRadioButton, ...]:
        """The choices, in the order they were given."""
        return tuple(self._segments)

    def set_current(self, index: int | None) -> None:
        """Mark a choice without ``chosen`` being emitted; None for no choice."""
        # An exclusive group does not let its last mark go.
        self._group.setExclusive(False)
        for number, segment in enumerate(self._segments):
            segment.setChecked(number == index)
        self._group.setExclusive(True)

    def current(self) -> int | None:
        """The choice made, if any."""
        number = self._group.checkedId()
        return None if number < 0 else number

    def sizeHint(self) -> QSize:
        widest = max((segment.sizeHint().width() for segment in self._segments), default=0)
        width = len(self._segments) * (widest + self._theme.px(10))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = len(self._segments) * self._theme.px(40)
        return QSize(width, self._theme.px(30))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        edges = self._edges(width)
        tallest = 0
        for segment, left, right in zip(self._segments, edges, edges[1:], strict=False):
            tallest = max(tallest, segment.lines(right - left - 1).height)
        return tallest + self._theme.px(12)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = painter_on(self)
        surface, line = theme.colour("surface"), theme.colour("line")
        rounded(painter, self.rect(), theme.px(_RADIUS), surface, line)
        for left in self._edges(self.width())[1:-1]:
            painter.fillRect(self._seen(QRect(left, 0, 1, self.height())), line)
        painter.end()

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

    def _seen(self, rect: QRect) -> QRect:
        return mirrored(rect, self.rect(), self.layoutDirection())

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self._place()
        self.update()

"""A field that offers a list to choose from."""

from PySide6.QtCore import QRect, QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.paint import down_arrow, field_frame, mirrored, painter_on
from interview_desk.desk.widgets.text_painting import draw_line, one_line, tip_when_cut

_PAD, _ARROW = 12, 8


class Choice(QComboBox):
    """Qt's own combo box in the frame of the other fields. Keyboard and list are Qt's."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        """``name`` says what is chosen, for screen readers."""
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # on Linux Qt gives what is chosen as the name
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._restyle()
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        theme = self._theme
        words = (theme.width("body", self.itemText(n)) for n in range(self.count()))
        widest = min(max(words, default=0), theme.px(320))
        around = 2 * theme.px(_PAD) + 2 * theme.px(_ARROW)
        return QSize(max(widest, theme.px(64)) + around, theme.px(34))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(96), self._theme.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = painter_on(self)
        field_frame(painter, theme, self, self.hasFocus())
        room = self.width() - 2 * theme.px(_PAD) - 2 * theme.px(_ARROW)
        words = QRect(theme.px(_PAD), 0, room, self.height())
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("ink" if self.isEnabled() else "ink3"))
        text = one_line(self.currentText())
        cut = draw_line(painter, self._seen(words), text, self)
        self._paint_arrow(painter)
        painter.end()
        tip_when_cut(self, text, cut)

    def _paint_arrow(self, painter: QPainter) -> None:
        side = self._theme.px(_ARROW)
        left = self.width() - self._theme.px(_PAD) - side
        spot = self._seen(QRect(left, (self.height() - side // 2) // 2, side, side // 2))
        down_arrow(painter, QRectF(spot), self._theme.colour("ink3"))

    def _seen(self, rect: QRect) -> QRect:
        return mirrored(rect, self.rect(), self.layoutDirection())

    @Slot()
    def _restyle(self) -> None:
        self.setFont(self._theme.font("body"))
        self.updateGeometry()
        self.update()

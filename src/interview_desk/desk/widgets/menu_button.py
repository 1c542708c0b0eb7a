"""A narrow button with an arrow, for the choices beside another button."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.button import TextButton
from interview_desk.desk.widgets.paint import down_arrow, painter_on

_ARROW = 8


class MenuButton(TextButton):
    """Says what it offers by its tool tip, and to screen readers.

    The arrow is drawn: few fonts have one, and to look for another that does takes 7 ms.
    """

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(30), self._theme.px(30))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        self._paint_ground(painter)
        side = self._theme.px(_ARROW)
        spot = QRectF(0, 0, side, side / 2)
        spot.moveCenter(QRectF(self.rect()).center())
        down_arrow(painter, spot, self._theme.colour(self._ink()))
        painter.end()

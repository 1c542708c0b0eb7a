"""Three columns that stand above one another where the window is too narrow for them."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from interview_desk.desk.theme.theme import Theme

_LEFT, _RIGHT = 268, 290
_TWO, _THREE = 620, 900
_NO_LIMIT = (1 << 24) - 1  # Qt's own


class Columns(QWidget):
    """A list, what is worked on, and what goes with it; a hairline between them."""

    def __init__(self, theme: Theme, first: QWidget, middle: QWidget, last: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._first, self._last = first, last
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._inner = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._outer.setContentsMargins(0, 0, 0, 0)
        for box in (self._outer, self._inner):
            box.setSpacing(1)  # the ground behind shows through as a line
        self._inner.addWidget(middle, 1)
        self._inner.addWidget(last)
        self._outer.addWidget(first)
        self._outer.addLayout(self._inner, 1)
        self.setAutoFillBackground(True)
        self._restyle()
        theme.changed.connect(self._restyle)

    @staticmethod
    def roomy(theme: Theme, width: int) -> bool:
        """Whether a page of that width has at least two columns."""
        return width >= theme.px(_TWO)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, height, px = self.width(), self.height(), self._theme.px
        one, two = width < px(_TWO), width < px(_THREE)
        _turn(self._outer, stacked=one)
        _turn(self._inner, stacked=two)
        if one:
            _hold(self._first, None, height // 4)
        else:
            _hold(self._first, min(px(_LEFT), width // 4), None)
        if two:
            _hold(self._last, None, height // 3)
        else:
            _hold(self._last, px(_RIGHT), None)

    @Slot()
    def _restyle(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self._theme.colour("line"))
        self.setPalette(palette)


def _hold(column: QWidget, width: int | None, height: int | None) -> None:
    """Hold a column to a width or a height, and let it have what there is of the other."""
    column.setMinimumWidth(width or 0)
    column.setMaximumWidth(width or _NO_LIMIT)
    column.setMinimumHeight(height or 0)
    column.setMaximumHeight(height or _NO_LIMIT)


def _turn(box: QBoxLayout, *, stacked: bool) -> None:
    direction = QBoxLayout.Direction
    box.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)

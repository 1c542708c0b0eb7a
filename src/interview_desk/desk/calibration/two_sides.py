"""What is rated beside the rubric, or above it where there is no room; a hairline between them."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from interview_desk.desk.theme.theme import Theme

_ABREAST = 700


class TwoSides(QWidget):
    """Two parts that share the room; the ground behind them shows through as a line."""

    def __init__(self, theme: Theme, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(1)
        self._box.addWidget(first, 1)
        self._box.addWidget(second, 1)
        self.setAutoFillBackground(True)
        self._restyle()
        theme.changed.connect(self._restyle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        abreast = self.width() >= self._theme.px(_ABREAST)
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if abreast else directions.TopToBottom)

    @Slot()
    def _restyle(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self._theme.colour("line"))
        self.setPalette(palette)

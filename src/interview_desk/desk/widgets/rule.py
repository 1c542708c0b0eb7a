"""A hairline between two parts of a page."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from interview_desk.desk.theme.theme import Theme


class Rule(QWidget):
    """A line one pixel wide, lying or upright."""

    def __init__(
        self,
        theme: Theme,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        # Filled by Qt itself: no Python runs to repaint it.
        self.setAutoFillBackground(True)
        if orientation == Qt.Orientation.Horizontal:
            self.setFixedHeight(1)
        else:
            self.setFixedWidth(1)
        self._restyle()
        theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self._theme.colour("line"))
        self.setPalette(palette)

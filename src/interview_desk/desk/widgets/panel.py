"""A part of a page with its own ground, and one that scrolls."""

from typing import Literal

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.scroll_bar import SlimScrollBar

Ground = Literal["bg", "surface", "sunk"]


class Panel(QWidget):
    """A plain area filled with a ground colour; its children lie on the same ground."""

    def __init__(
        self, theme: Theme, ground: Ground = "surface", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground: Ground = ground
        self._restyle()
        theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        _lay_ground(self, self._theme, self._ground)


class ScrollColumn(QScrollArea):
    """A column that scrolls up and down when it must. Fill ``column``, a vertical layout."""

    def __init__(
        self, theme: Theme, ground: Ground = "surface", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground: Ground = ground
        content = Panel(theme, ground)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        self.setVerticalScrollBar(SlimScrollBar(theme))
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_ground(self, ground: Ground) -> None:
        """Another ground beside the column, where the scroll bar is."""
        self._ground = ground
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        _lay_ground(self, self._theme, self._ground)


def _lay_ground(widget: QWidget, theme: Theme, ground: Ground) -> None:
    # Filled by Qt itself: no Python runs to repaint it.
    widget.setAutoFillBackground(True)
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Window, theme.colour(ground))
    widget.setPalette(palette)

"""The grounds of a page: areas, hairlines between them, and what scrolls."""

from typing import Literal

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QVBoxLayout, QWidget

from interview_desk.desk.theme.sheets import scroll_bar_sheet
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import ColourName
from interview_desk.desk.widgets.painted import Themed

Ground = Literal["bg", "surface", "sunk"]


class Panel(Themed, QWidget):
    """A plain area filled with a ground colour; its children lie on the same ground."""

    def __init__(
        self, theme: Theme, ground: Ground = "surface", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._ground: Ground = ground
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        _lay_ground(self, self._theme, self._ground)


class ScrollColumn(Themed, QScrollArea):
    """A column that scrolls up and down when it must. Fill ``column``, a vertical layout."""

    def __init__(
        self, theme: Theme, ground: Ground = "surface", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._ground: Ground = ground
        self._content = Panel(theme, ground)
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._content)
        self.setVerticalScrollBar(SlimScrollBar(theme))
        self._restyle()

    def set_ground(self, ground: Ground) -> None:
        """Another ground beside the column, where the scroll bar is."""
        self._ground = ground
        self._restyle()

    def show_place(self, within: QWidget, place: QPoint) -> None:
        """Scroll to a place in a widget of the column."""
        at = within.mapTo(self._content, place)
        self.ensureVisible(at.x(), at.y())

    @Slot()
    def _restyle(self) -> None:
        _lay_ground(self, self._theme, self._ground)


class Rule(Themed, QWidget):
    """A line one pixel wide, lying or upright."""

    def __init__(
        self,
        theme: Theme,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        if orientation == Qt.Orientation.Horizontal:
            self.setFixedHeight(1)
        else:
            self.setFixedWidth(1)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        _lay_ground(self, self._theme, "line")


class SlimScrollBar(Themed, QScrollBar):
    """Upright; hand it to ``QAbstractScrollArea.setVerticalScrollBar``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.setStyleSheet(scroll_bar_sheet(self._theme))


def _lay_ground(widget: QWidget, theme: Theme, ground: ColourName) -> None:
    # Filled by Qt itself: no Python runs to repaint it.
    widget.setAutoFillBackground(True)
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Window, theme.colour(ground))
    widget.setPalette(palette)

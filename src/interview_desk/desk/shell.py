"""The window's inside: the rail, and one page at a time beside it."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from interview_desk.desk.navigation import Page
from interview_desk.desk.rail import Rail
from interview_desk.desk.theme.theme import Theme

_WITH_RAIL = 760


class Frame(QWidget):
    """Shows the places of the rail with it, and the pages of an interview alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rail = Rail(theme)
        self.stack = QStackedWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.rail)
        self._row.addWidget(self.stack, 1)
        theme.changed.connect(self._arrange)

    def show_page(self, page: QWidget, place: Page | None) -> None:
        """Bring a page to the front; ``place`` is where on the rail it stands, if there."""
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.rail.setVisible(place is not None)
        if place is not None:
            self.rail.set_current(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        """The rail at the side where there is room for it, else on top."""
        narrow = self.width() < self._theme.px(_WITH_RAIL)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self.rail.set_narrow(narrow)

"""A list to go by, and what it leads to."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from interview_desk.desk.theme.theme import NO_LIMIT, S, Theme
from interview_desk.desk.widgets.nav_list import NavList
from interview_desk.desk.widgets.panel import ScrollColumn

_LIST, _LOW, _BESIDE = 270, 112, 696


class ListBeside(QWidget):
    """The list at the side, or low over the rest where there is no room beside it.

    ``fitted`` carries the width that what it leads to has.
    """

    fitted = Signal(int)

    def __init__(
        self, theme: Theme, entries: NavList, shown: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.list = entries
        self._side = ScrollColumn(theme)
        self._side.column.addWidget(entries)
        # Only then is the list as tall as what is in it.
        self._side.verticalScrollBar().rangeChanged.connect(self.bring_into_view)
        self._side.column.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, S, 0, 0)
        self._row.setSpacing(S)
        self._row.addWidget(self._side)
        self._row.addWidget(shown, 1)
        theme.changed.connect(self._arrange)

    @Slot()
    def bring_into_view(self) -> None:
        """Where the list is low, scroll it to the entry on show."""
        if (item := self.list.currentItem()) is not None:
            spot = self.list.visualItemRect(item)
            self._side.ensureVisible(0, spot.center().y(), 0, spot.height() // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        width, px = self.width(), self._theme.px
        abreast = width >= px(_BESIDE)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if abreast else directions.TopToBottom)
        self._side.setFixedWidth(px(_LIST) if abreast else width)
        self._side.setMinimumHeight(0 if abreast else px(_LOW))
        self._side.setMaximumHeight(NO_LIMIT if abreast else px(_LOW))
        self.fitted.emit(width - px(_LIST) if abreast else width)

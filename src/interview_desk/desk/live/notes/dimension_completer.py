"""The short list of dimensions that opens over the note field while a tag is typed."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.live.notes.dimension_match import matching
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.nav_list import NavList, NavRow
from interview_desk.desk.widgets.paint import painter_on, rounded
from interview_desk.guide.model import Dimension


class DimensionCompleter(QWidget):
    """Lies over the page and never takes the focus: the note field keeps it and steers.

    ``chosen`` carries the tag of a dimension that was clicked.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, dimensions: Sequence[Dimension], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = parent
        self._dimensions = tuple(dimensions)
        self._list = NavList(theme, "Dimensions")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        margin = theme.px(5)
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(self._list)
        self._list.itemClicked.connect(self._clicked)
        self.hide()

    @property
    def current(self) -> str:
        """The tag that Enter would take; empty while the list is not open."""
        return (self._list.current() or "") if not self.isHidden() else ""

    def offer(self, typed: str | None, above: QPoint) -> None:
        """Open for these letters, with its lower edge at ``above``; close for none that fit.

        ``above`` is in the coordinates of the parent. A tag typed in full needs no list.
        """
        found = matching(typed, self._dimensions) if typed is not None else []
        if not found or (len(found) == 1 and found[0].tag == typed):
            self.hide()
            return
        self._list.set_rows([NavRow(each.tag, each.title, status=f"#{each.tag}") for each in found])
        self._list.set_current(found[0].tag)
        self._place(above)
        self.show()
        self.raise_()

    def move_by(self, rows: int) -> None:
        """Go up (negative) or down, round from one end to the other."""
        self._list.setCurrentRow((self._list.currentRow() + rows) % self._list.count())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = painter_on(self)
        ground, line = theme.colour("surface"), theme.colour("line")
        rounded(painter, self.rect(), theme.px(8), ground, line)
        painter.end()

    def _place(self, above: QPoint) -> None:
        room = self._page.rect()
        size = self.sizeHint()
        size.setWidth(min(self._theme.px(380), room.width()))
        left = max(0, min(above.x(), room.width() - size.width()))
        self.setGeometry(left, max(0, above.y() - size.height()), size.width(), size.height())

    @Slot()
    def _clicked(self) -> None:
        self.chosen.emit(self.current)
        self.hide()

"""What a search has found, in the place of the list."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.library.hit_list import HitList
from interview_desk.desk.library.hit_rows import hit_line
from interview_desk.desk.library.row_painter import ROW
from interview_desk.desk.theme.theme import L, M
from interview_desk.desk.widgets.label import Label

_MOST = 50


class SearchResults(QWidget):
    """Searches as one types. ``opened`` carries the `Hit` to go to."""

    opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.list = HitList(desk.theme)
        self._heading = Label(desk.theme, "", "strong")
        self._heading.setContentsMargins(M, L, M, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self.list, 1)
        self._restyle()
        self.list.opened.connect(self.opened)
        desk.theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        # As tall as the headings of the list that it stands in for: nothing jumps as one types.
        self._heading.setFixedHeight(self._desk.theme.px(ROW))

    def look_for(self, query: str) -> None:
        """Show where the words are, the last of them perhaps not typed to its end.

        Raises UserError if the store cannot be read.
        """
        hits = self._desk.store.search(query, _MOST)
        self.list.show_lines([hit_line(hit, self._desk.zone) for hit in hits])
        self._heading.setText(_heading(len(hits), query))


def _heading(found: int, query: str) -> str:
    if found == _MOST:
        return f"The first {_MOST} found"
    if found:
        return f"{found} found"
    return f"Nothing found for “{' '.join(query.split())}”"

"""What a search has found, in the place of the list."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.library.hit_list import HitList
from interview_desk.desk.library.hit_rows import hit_line
from interview_desk.desk.library.row_painter import ROW
from interview_desk.desk.theme.theme import L, M
from interview_desk.desk.widgets.label import Label
from interview_desk.store.search import Hit, Where

_MOST = 50


class SearchResults(QWidget):
    """Searches as one types.

    ``opened`` carries the number of an interview to go to, ``part_opened`` also the part of it
    that was found and the number of that.
    """

    opened = Signal(int)
    part_opened = Signal(int, object, int)

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
        self.list.opened.connect(self._open)
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

    @Slot(object)
    def _open(self, hit: Hit) -> None:
        """Go to where what was found is read in its place."""
        # It brings all that happens in interviews, which looking for words does without.
        from interview_desk.interview.checks import Page as Part

        match hit.where:
            case Where.NOTE:
                self.part_opened.emit(hit.row, Part.NOTE, hit.note or 0)
            case Where.REASON:
                self.part_opened.emit(hit.row, Part.DIMENSION, hit.dimension or 1)
            case Where.SUMMARY:
                self.part_opened.emit(hit.row, Part.RECOMMENDATION, 0)
            case _:
                self.opened.emit(hit.row)


def _heading(found: int, query: str) -> str:
    if found == _MOST:
        return f"The first {_MOST} found"
    if found:
        return f"{found} found"
    return f"Nothing found for “{' '.join(query.split())}”"

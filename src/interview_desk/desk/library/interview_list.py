"""The list of interviews, read from the store as they come into view.

Arrows move, Enter opens, and nothing else is typed here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.library.interview_lines import Heading, Line, LineMaker
from interview_desk.desk.library.line_painter import LINE_HEIGHT, LINE_ROLE, LinePainter
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.panel import SlimScrollBar
from interview_desk.desk.widgets.text_painting import tip
from interview_desk.errors import UserError
from interview_desk.store.library import Row
from interview_desk.words import count

if TYPE_CHECKING:
    from interview_desk.desk.library.filter_bar import Selection
    from interview_desk.store.store import Store

_RECENT = 200
_PAGE = 100
_PAGES_KEPT = 20
_Index = QModelIndex | QPersistentModelIndex


class InterviewModel(QAbstractListModel):
    """The newest interviews in groups, then all earlier ones by date, a page at a time.

    With a selection of the user's choice it is those interviews, without groups.

    ``failed`` carries a message when the store cannot be read.
    """

    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._selection: Selection | None = None
        self._front: list[Heading | Row] = []
        self._earlier = 0
        self._pages: dict[int, Sequence[Row | Line]] = {}
        self._maker = LineMaker(desk.clock.now().wall_ms, desk.zone)

    def reload(self) -> None:
        """Read anew what is there."""
        self.beginResetModel()
        self._pages.clear()
        self._maker = LineMaker(self._desk.clock.now().wall_ms, self._desk.zone)
        if self._selection is None:
            self._group()
        else:
            self._earlier = self._count(self._selection)
            found = count(self._earlier, "interview") if self._earlier else self._selection.nothing
            self._front = [Heading(found)]
        self.endResetModel()

    def select(self, selection: Selection | None) -> None:
        """Show those interviews and no others; None for all of them in their groups."""
        self._selection = selection
        self.reload()

    def _group(self) -> None:
        rows = self._read(_RECENT, 0)
        more = len(rows) == _RECENT
        self._earlier = max(0, self._count(self._desk.store) - len(rows)) if more else 0
        self._front = self._maker.grouped(rows)
        if self._earlier:
            self._front.append(Heading("Earlier"))

    def entry(self, number: int) -> Heading | Line | None:
        """What stands at a place of the list; None if the store could not be read."""
        if number < len(self._front):
            found = self._front[number]
            return found if isinstance(found, Heading) else self._line(found)
        page, place = divmod(number - len(self._front), _PAGE)
        rows = self._page(page)
        row = rows[place] if place < len(rows) else None
        return self._line(row) if isinstance(row, Row) else row

    def _line(self, row: Row) -> Line:
        line, doing = self._maker.line(row), self._desk.erasures.word(row.row)
        return line._replace(state=doing, tone="ink2", action="") if doing else line

    def place_of(self, row: int, near: int) -> int | None:
        """Where an interview stands, by its number in the store.

        One that is in no group is looked for only around ``near``, where it was before.
        """
        for number, entry in enumerate(self._front):
            if isinstance(entry, Row) and entry.row == row:
                return number
        for number in range(max(0, near - 2), min(near + 3, self.rowCount())):
            line = self.entry(number)
            if isinstance(line, Line) and line.row == row:
                return number
        return None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._front) + self._earlier

    def flags(self, index: _Index) -> Qt.ItemFlag:
        front = index.row() < len(self._front)
        if front and isinstance(self._front[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index.row())
        if role == LINE_ROLE or entry is None:
            return entry
        if isinstance(entry, Heading):
            said = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return entry.text if role in said else None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return entry.told()
            case Qt.ItemDataRole.ToolTipRole:
                told = (entry.candidate, entry.subject, entry.ratings())
                return tip(*told)
        return None

    def _page(self, number: int) -> Sequence[Row | Line]:
        if number not in self._pages:
            self._pages[number] = self._read_page(number * _PAGE)
            if len(self._pages) > _PAGES_KEPT:
                del self._pages[next(iter(self._pages))]
        return self._pages[number]

    def _read_page(self, offset: int) -> Sequence[Row | Line]:
        if self._selection is None:
            return self._read(_PAGE, _RECENT + offset)
        try:
            return self._selection.page(_PAGE, offset)
        except UserError as error:
            self.failed.emit(str(error))
            return []

    def _read(self, limit: int, offset: int) -> list[Row]:
        try:
            return [*self._desk.store.list(limit, offset)]
        except UserError as error:
            self.failed.emit(str(error))
            return []

    def _count(self, counted: Store | Selection) -> int:
        try:
            return counted.count()
        except UserError as error:
            self.failed.emit(str(error))
            return 0


class InterviewList(QTableView):
    """Emits numbers of interviews in the store: ``opened``, and ``moved`` for the current one.

    ``typed`` carries letters, which belong in the search.

    A table of one column: Qt's list asks the model for every single row before it paints
    the first, which takes longer than all the rest where there are 20,000.
    """

    opened = Signal(int)
    moved = Signal(int)
    typed = Signal(str)

    def __init__(self, theme: Theme, model: InterviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._painter = LinePainter(theme, self)
        self.setAccessibleName("Interviews")
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(theme))
        self._restyle()
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self._restyle)

    def current_row(self) -> int | None:
        """The store's number of the current interview, if there is one."""
        entry = self.currentIndex().data(LINE_ROLE) if self.currentIndex().isValid() else None
        return entry.row if isinstance(entry, Line) else None

    def reload(self) -> None:
        """Show what is in the store now; the same interview stays current if it is there."""
        row, near = self.current_row(), self.currentIndex().row()
        self._model.reload()
        self.go_to(row, near)

    def go_to(self, row: int | None, near: int = 0) -> None:
        """Make an interview current that stands in a group or ``near`` a place; else the first."""
        place = self._model.place_of(row, near) if row is not None else None
        if place is None:
            self.scrollToTop()
        # Above the first line stands the heading of its group.
        self.setCurrentIndex(self._model.index(1 if place is None else place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.isAutoRepeat():
                self._open(self.currentIndex())
            case Qt.Key.Key_Home:
                self.go_to(None)
            case Qt.Key.Key_End:
                self.setCurrentIndex(self._model.index(self._model.rowCount() - 1))
            case _:
                super().keyPressEvent(event)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        row = self.current_row()
        if row is not None:
            self.moved.emit(row)

    def keyboardSearch(self, search: str) -> None:
        """Letters go to the search: Qt's own would read every interview."""
        self.typed.emit(search)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pos = event.position().toPoint()
        index = self.indexAt(pos)
        line = index.data(LINE_ROLE) if index.isValid() else None
        if event.button() != Qt.MouseButton.LeftButton or not isinstance(line, Line):
            return
        if self._painter.on_button(self.visualRect(index), line, pos):
            self.opened.emit(line.row)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(88))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        line = index.data(LINE_ROLE) if index.isValid() else None
        if isinstance(line, Line):
            self.opened.emit(line.row)

    @Slot()
    def _restyle(self) -> None:
        palette = self.palette()
        # The row painter marks the current line; Qt's own mark would show at its corners.
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Highlight):
            palette.setColor(role, self._theme.colour("surface"))
        self.setPalette(palette)
        self.verticalHeader().setDefaultSectionSize(self._theme.px(LINE_HEIGHT))

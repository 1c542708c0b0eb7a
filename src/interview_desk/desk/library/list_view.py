"""The list of interviews: arrows move, Enter opens, and nothing else is typed here."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from interview_desk.desk.library.model import LINE, LibraryModel
from interview_desk.desk.library.row_painter import ROW, RowPainter
from interview_desk.desk.library.rows import Line
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.scroll_bar import SlimScrollBar

_Index = QModelIndex | QPersistentModelIndex


class InterviewList(QTableView):
    """Emits numbers of interviews in the store: ``opened``, and ``moved`` for the current one.

    ``typed`` carries letters, which belong in the search.

    A table of one column: Qt's list asks the model for every single row before it paints
    the first, which takes longer than all the rest where there are 20,000.
    """

    opened = Signal(int)
    moved = Signal(int)
    typed = Signal(str)

    def __init__(self, theme: Theme, model: LibraryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._painter = RowPainter(theme, self)
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
        entry = self.currentIndex().data(LINE) if self.currentIndex().isValid() else None
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
        line = index.data(LINE) if index.isValid() else None
        if event.button() != Qt.MouseButton.LeftButton or not isinstance(line, Line):
            return
        if self._painter.on_button(self.visualRect(index), line, pos):
            self.opened.emit(line.row)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(88))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        line = index.data(LINE) if index.isValid() else None
        if isinstance(line, Line):
            self.opened.emit(line.row)

    @Slot()
    def _restyle(self) -> None:
        palette = self.palette()
        # The row painter marks the current line; Qt's own mark would show at its corners.
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Highlight):
            palette.setColor(role, self._theme.colour("surface"))
        self.setPalette(palette)
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW))

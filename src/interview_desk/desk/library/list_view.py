"""The list of interviews: arrows move, Enter opens, and nothing else is typed here."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from interview_desk.desk.library.lines import Line
from interview_desk.desk.library.model import LINE, LibraryModel
from interview_desk.desk.library.row_painter import ROW, RowPainter
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.scroll_bar import SlimScrollBar


class InterviewList(QTableView):
    """Emits ``opened`` with the number of an interview in the store.

    A table of one column: Qt's list asks the model for every single row before it paints
    the first, which takes longer than all the rest where there are 20,000.
    """

    opened = Signal(int)

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

    def go_to(self, row: int | None) -> None:
        """Make an interview current; the first one if it is not in the groups."""
        place = self._model.place_of(row) if row is not None else None
        # Above the first line stands the heading of its group.
        index = self._model.index(1 if place is None else place)
        self.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are kept for the search: Qt's own would read every interview."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pos = event.position().toPoint()
        index = self.indexAt(pos)
        line = index.data(LINE) if index.isValid() else None
        left = event.button() == Qt.MouseButton.LeftButton
        if left and isinstance(line, Line):
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
        palette.setColor(QPalette.ColorRole.Base, self._theme.colour("surface"))
        self.setPalette(palette)
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW))

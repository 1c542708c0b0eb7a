"""The list of what a search has found: arrows move, Enter goes there."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from interview_desk.desk.library.hit_painter import HitPainter
from interview_desk.desk.library.hit_rows import HitLine
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.scroll_bar import SlimScrollBar
from interview_desk.desk.widgets.text_painting import tip

_Index = QModelIndex | QPersistentModelIndex


class HitModel(QAbstractListModel):
    """The lines on show; ``UserRole`` is the `HitLine` itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: Sequence[HitLine] = ()

    def show_lines(self, lines: Sequence[HitLine]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return line
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return line.told()
            case Qt.ItemDataRole.ToolTipRole:
                return tip("".join(run.text for run in line.words))
        return None


class HitList(QListView):
    """Emits ``opened`` with the `Hit` to go to."""

    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hits = HitModel(self)
        self.setAccessibleName("Found")
        self.setModel(self._hits)
        self.setItemDelegate(HitPainter(theme, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(theme))
        self._restyle()
        self.activated.connect(self._open)
        self.clicked.connect(self._open)
        theme.changed.connect(self._restyle)

    def show_lines(self, lines: Sequence[HitLine]) -> None:
        """Show what was found, the first of it current."""
        self._hits.show_lines(lines)
        self.setCurrentIndex(self._hits.index(0))

    def lines(self) -> list[HitLine]:
        """What is on show."""
        indexes = (self._hits.index(row) for row in range(self._hits.rowCount()))
        return [index.data(Qt.ItemDataRole.UserRole) for index in indexes]

    def step(self, by: int) -> None:
        """Make the line before or after the current one current."""
        row = min(max(self.currentIndex().row() + by, 0), self._hits.rowCount() - 1)
        self.setCurrentIndex(self._hits.index(row))

    @Slot()
    def open_current(self) -> None:
        """Go to the current line's place."""
        self._open(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """What is typed belongs in the field."""

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(Qt.ItemDataRole.UserRole).hit)

    @Slot()
    def _restyle(self) -> None:
        palette = self.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Highlight):
            palette.setColor(role, self._theme.colour("surface"))
        self.setPalette(palette)
        self.scheduleDelayedItemsLayout()

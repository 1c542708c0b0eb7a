"""A saved file as a card that can be dragged into another window."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, Slot
from PySide6.QtGui import QDrag, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from interview_desk.desk.report.desktop_actions import as_file
from interview_desk.desk.report.word_breaks import breakable
from interview_desk.desk.theme.theme import XS, M, Theme
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.paint import painter_on, rounded

_RADIUS = 7


class DragCard(QWidget):
    """Its name, its folder, and a hint. By keyboard the file goes with “Copy file”."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._path = Path()
        self._pressed: QPoint | None = None
        self._name = Label(theme, "", "strong", wrap=True)
        self._folder = Label(theme, "", "small", "ink2", wrap=True)
        hint = Label(theme, "Drag it from here into a mail or a chat.", "small", "ink2", wrap=True)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, M, M, M)
        column.setSpacing(XS)
        for label in (self._name, self._folder, hint):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        theme.changed.connect(self._restyle)

    def show_file(self, path: Path) -> None:
        """Another file."""
        self._path = path
        self._name.setText(breakable(path.name))
        self._folder.setText(breakable(str(path.parent)))
        self.setAccessibleName(f"{path.name} in {path.parent}")

    def carried(self) -> QMimeData:
        """What a drag takes along."""
        return as_file(self._path)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        moved = event.position().toPoint() - self._pressed
        if moved.manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed = None
        drag = QDrag(self)
        drag.setMimeData(self.carried())
        drag.exec(Qt.DropAction.CopyAction)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pressed = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter: QPainter = painter_on(self)
        ground, line = theme.colour("surface"), theme.colour("line")
        rounded(painter, self.rect(), theme.px(_RADIUS), ground, line)
        painter.end()

    @Slot()
    def _restyle(self) -> None:
        self.update()

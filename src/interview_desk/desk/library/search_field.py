"""The field that the library is searched from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from interview_desk.desk.widgets.line_field import LineField


class SearchField(LineField):
    """One line of words to look for; the arrow keys move in what is found.

    ``stepped`` carries by how many lines, ``left`` tells of Esc.
    """

    stepped = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

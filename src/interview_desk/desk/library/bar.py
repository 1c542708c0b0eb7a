"""The top of the library: the search, and how an interview begins or comes in."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.theme.theme import XS, M
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.line_field import LineField

_SEARCH, _ROOMY, _WITH_PACKET = 420, 620, 480


class SearchField(LineField):
    """The field that is searched from; the arrow keys move in what is found.

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


class Bar(QWidget):
    """Search, filter, packet and new interview; with less room, less of it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme, keymap = desk.theme, desk.keymap
        self._theme = theme
        self.search = SearchField(theme, "Search", "Search candidates, questions and every note")
        self.search.setMaxLength(200)
        self.filter = TextButton(theme, "Filter", ButtonKind.QUIET)
        self.details = TextButton(theme, "Details", ButtonKind.QUIET)
        self.open_packet = TextButton(theme, "Open a packet…")
        self.new = TextButton(theme, "New interview", ButtonKind.PRIMARY)
        self.guides = TextButton(theme, "▾")
        self.guides.setAccessibleName("New interview with another guide")
        self.guides.setToolTip("New interview with another guide")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(M, 0, M, 0)
        self._row.setSpacing(M)
        self._row.addWidget(self.search, 10)
        self._row.addStretch(1)
        self._row.addWidget(self.filter)
        self._row.addWidget(self.details)
        self._row.addWidget(self.open_packet)
        self._row.addWidget(self.new)
        self._row.addSpacing(XS - M)
        self._row.addWidget(self.guides)
        self._restyle()
        keymap.follow(self.search, "library.search", self.search.set_keys)
        keymap.follow(self.new, "library.new", self.new.set_keys)
        theme.changed.connect(self._restyle)

    def set_empty(self, empty: bool) -> None:
        """Leave out what is of no use where there is no interview yet."""
        for widget in (self.search, self.filter, self.details, self.new, self.guides):
            widget.setVisible(not empty)

    def leave_free(self, beside: int) -> None:
        """End so many px earlier, where the lines below end beside their scroll bar."""
        self._row.setContentsMargins(M, 0, M + beside, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _restyle(self) -> None:
        self.search.setMaximumWidth(self._theme.px(_SEARCH))
        self._fit()

    def _fit(self) -> None:
        width, px = self.width(), self._theme.px
        self.open_packet.setVisible(width >= px(_ROOMY) or self.search.isHidden())
        self.new.set_text("New interview" if width >= px(_WITH_PACKET) else "New")

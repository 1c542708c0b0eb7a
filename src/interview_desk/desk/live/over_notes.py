"""What a key shows over the notes and puts away again, while one types on."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.live.notes.note_field import NoteField
from interview_desk.desk.widgets.panel import Panel

_LEAST, _CLOCK = 360, 96  # the height in which a page can be read; that of a small clock
_PAGE_KEYS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class OverNotes(QObject):
    """Base of what lies over the notes: the focus stays where it is.

    A subclass fills its panel in `ready` and moves in it in `go_by`. While the panel is shown,
    Page Up and Page Down in the note field move in it, and Escape closes it. ``said`` tells why
    there is nothing to show.
    """

    said = Signal(str)

    def __init__(
        self, desk: Desk, command: str, notes: QWidget, field: NoteField, page: QWidget
    ) -> None:
        """``notes`` is what it covers; the key of ``command`` works on the page."""
        super().__init__(page)
        self._desk, self._page = desk, page
        self._notes, self._field = notes, field
        self._shown: Panel | None = None
        desk.keymap.action(page, command, self.toggle).setAutoRepeat(False)

    def ready(self) -> Panel | None:
        """The panel with what it shows now; None if there is nothing, which was said."""
        raise NotImplementedError

    def go_by(self, pages: int) -> None:
        """So many pages on, or back."""
        raise NotImplementedError

    @Slot()
    def toggle(self) -> None:
        """Show it, or put it away."""
        if self._shown is not None:
            self.close()
        else:
            self.open()

    @Slot()
    def open(self) -> None:
        """Show it, if there is something to show."""
        panel = self.ready()
        if panel is None:
            return
        if self._shown is None:
            self._shown = panel
            panel.setParent(self._page)
            for watched in (self._notes, self._field.edit):
                watched.installEventFilter(self)
        self._place()
        panel.show()
        panel.raise_()

    @Slot()
    def close(self) -> None:
        """Put it away."""
        panel, self._shown = self._shown, None
        for watched in (self._notes, self._field.edit):
            watched.removeEventFilter(self)
        if panel is not None:
            focused = QApplication.focusWidget()
            inside = focused is not None and panel.isAncestorOf(focused)
            panel.hide()
            if inside:
                self._field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._notes and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return watched is self._field.edit and self._is_mine(Qt.Key(event.key()))
        return False

    def _is_mine(self, key: Qt.Key) -> bool:
        """Act on a key for the panel that is pressed in the note field."""
        if key == Qt.Key.Key_Escape and not self._field.completer.current:
            self.close()
            return True
        if key in _PAGE_KEYS:
            self.go_by(_PAGE_KEYS[key])
            return True
        return False

    def _place(self) -> None:
        """Over the notes; where they are low, as in a compact window, over all below the clock."""
        if self._shown is not None:
            notes, px = self._notes, self._desk.theme.px
            place = QRect(notes.mapTo(self._page, QPoint(0, 0)), notes.size())
            if place.height() < px(_LEAST) < 2 * place.top():
                place.setTop(px(_CLOCK))
            self._shown.setGeometry(place)

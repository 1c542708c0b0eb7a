"""The curtain: for a shared screen, it hides everything but the clock."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget
from shiboken6 import isValid

from interview_desk.desk.clock_guard import ClockGuard
from interview_desk.desk.context import Desk
from interview_desk.desk.live.clock.snapshot import ClockSnapshot
from interview_desk.desk.live.clock.ticker import Ticker, ms_to_next_edge
from interview_desk.desk.live.notes.note_field import NoteField
from interview_desk.desk.session import Session
from interview_desk.desk.shortcuts.keymap import COMMANDS, Keymap, meet
from interview_desk.desk.theme.theme import L, Theme
from interview_desk.desk.widgets.clock_label import ClockLabel
from interview_desk.desk.widgets.label import Label
from interview_desk.interview.timeline import ClockState

_TITLE = "Interview Desk"
_DRAWN_FOR = (480, 320)  # a window of this size has the figures as they are drawn elsewhere
_OWN, _PLACE = "live.curtain", "Live"
# What goes on beneath it: none of these shows another page, opens anything, or asks.
_LET_THROUGH = frozenset(
    {
        "edit.undo", "edit.redo", "live.clock", "live.next", "live.previous",
        "live.cue", "live.link", "live.earlier", "live.later",
        *(f"live.indicator.{number}" for number in range(1, 11)),
    }
)  # fmt: skip


class Curtain(QWidget):
    """Lies over the whole window, of which nothing else is shown, named or reached meanwhile.

    With the ``field`` of a note the interview goes on beneath it: it passes on what is typed,
    and says how many letters stand there and when they were saved, never which.
    """

    drawn = Signal()

    def __init__(
        self, theme: Theme, keymap: Keymap, page: QWidget, field: NoteField | None = None
    ) -> None:
        """``page`` is what it is for; it covers the window that the page is in."""
        super().__init__(page)
        self._page = page
        self._theme = theme
        self._keymap = keymap
        self._field = field
        self._keys = ""
        self._saved = ""
        self._title = ""
        self._covered: list[QWidget] = []
        self._came_from: QWidget | None = None
        self.figures = ClockLabel(theme, parent=self)
        self.figures.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._line = Label(theme, "", "small", "ink3", wrap=True, parent=self)
        self._line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName("Curtain")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, field is not None)
        self._lay_out()
        self._restyle()
        self.hide()
        keymap.follow(self, _OWN, self._set_keys)
        theme.changed.connect(self._restyle)

    @property
    def is_drawn(self) -> bool:
        """Whether it hides the window."""
        return not self.isHidden()

    @Slot()
    def toggle(self) -> None:
        """Draw the curtain, or open it; the focus is then where it was before."""
        if self.is_drawn:
            self._open()
        else:
            self._draw()

    def show_clock(self, snapshot: ClockSnapshot) -> None:
        """Show what is left of the phase, and nothing when the interview is over."""
        self.figures.set_remaining(snapshot.left_s)
        self.figures.set_going(snapshot.going)
        over = snapshot.state is ClockState.FINISHED
        if self.figures.isHidden() != over:
            self.figures.setVisible(not over)

    def show_saved(self, saved: str) -> None:
        """Say whether what is typed is on disk: words without anything of it."""
        self._saved = saved
        if self.is_drawn:
            self._tell()

    def said(self) -> str:
        """The quiet line."""
        return self._line.text()

    # Drawn and opened

    def _draw(self) -> None:
        window = self._page.window()
        self._title = window.windowTitle()
        window.setWindowTitle(_TITLE)  # it names the candidate
        _close_popups()
        self._came_from = QApplication.focusWidget()
        self.setParent(window)
        self.setGeometry(window.rect())
        self._grow()
        self._tell()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        # Hidden, not only covered: or a screen reader, a tool tip or Tab would still find it.
        children = window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self._covered = [
            each
            for each in children
            if each is not self and not each.isWindow() and not each.isHidden()
        ]
        for each in self._covered:
            each.hide()
        window.installEventFilter(self)
        if self._field is not None:
            self._field.changed.connect(self._tell)
        self.drawn.emit()

    def _open(self) -> None:
        window = self.window()
        if self._field is not None:
            self._field.changed.disconnect(self._tell)
        window.removeEventFilter(self)
        for each in self._covered:
            if isValid(each):
                each.show()
        self._covered = []
        window.setWindowTitle(self._title)
        came_from, self._came_from = self._came_from, None
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            # As by the mouse: by the keyboard a list would choose its first row, a line all of it.
            came_from.setFocus(Qt.FocusReason.MouseFocusReason)
        self.hide()
        self.setParent(self._page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Let the figures be as large as the window allows."""
        width, height = (self._theme.px(side) for side in _DRAWN_FOR)
        self.figures.grow(max(1.0, min(self.width() / width, self.height() / height)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    # Keys: all of them come here, and go on to the note if they may

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut of the window or of a page beneath runs by itself
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self._command(QKeySequence(event.keyCombination()))
        if command == _OWN:
            if not event.isAutoRepeat():
                self.toggle()
        elif self._field is not None and (command in _LET_THROUGH or _writes(event, command)):
            self._field.keys.keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self._field is not None:
            self._field.keys.inputMethodEvent(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        if self._field is not None:
            return self._field.keys.inputMethodQuery(query)
        return super().inputMethodQuery(query)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab takes the dimension that is marked, and otherwise leads nowhere.
        if self._field is not None and self._field.completer.current:
            self._field.keys.focusNextPrevChild(forward)
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()

    def _command(self, keys: QKeySequence) -> str:
        """The command that a key has where the curtain is drawn; empty for none."""
        here = (each.name for each in COMMANDS if meet(each.place, _PLACE))
        return next((name for name in here if keys in self._keymap.sequences(name)), "")

    # What it looks like

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.addStretch(1)
        column.addWidget(self.figures, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        column.addWidget(self._line)

    @Slot()
    def _tell(self) -> None:
        letters = len(self._field.text()) if self._field is not None else 0
        typed = f"{letters:,} character{'' if letters == 1 else 's'} typed" if letters else ""
        parts = (typed, self._saved, f"{self._keys} opens the curtain")
        self._line.setText("  ·  ".join(part for part in parts if part))

    def _set_keys(self, keys: str) -> None:
        self._keys = keys

    @Slot()
    def _restyle(self) -> None:
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self._theme.colour("bg"))
        self.setPalette(palette)


def _writes(event: QKeyEvent, command: str) -> bool:
    """Whether a key is one to write with, and not that of a command."""
    if command or event.key() in (Qt.Key.Key_Menu, Qt.Key.Key_F10):
        return False
    return bool(event.text()) or not event.modifiers() & Qt.KeyboardModifier.AltModifier


def _close_popups() -> None:
    """Menus and tool tips are windows of their own, and would stay in sight."""
    while (popup := QApplication.activePopupWidget()) is not None:
        if not popup.close():
            popup.hide()
    QToolTip.hideText()


class WindowCurtain(Curtain):
    """Looks at the clock by itself while it is drawn; no figures where no interview runs."""

    def __init__(self, desk: Desk, window: QWidget, clocks: ClockGuard) -> None:
        super().__init__(desk.theme, desk.keymap, window)
        self._desk = desk
        self._clocks = clocks
        self._session: Session | None = None
        self.ticker = Ticker(self._wait, self)
        self.ticker.ticked.connect(self._look)

    @Slot()
    def toggle(self) -> None:
        super().toggle()
        self.ticker.stop()
        if self.is_drawn:
            self._look()

    @Slot()
    def _look(self) -> None:
        session = self._session = self._clocks.running
        self.figures.setVisible(session is not None)
        if session is not None:
            now = session.now()
            self.show_clock(ClockSnapshot(session.interview, now, self._desk.zone, None))
            self.ticker.arm()

    def _wait(self) -> int | None:
        if self._session is None:
            return None
        return ms_to_next_edge(self._session.interview, self._session.now())

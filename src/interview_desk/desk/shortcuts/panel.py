"""Every key in one table, in the window: to be looked up, searched and changed."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from interview_desk.desk.context import Desk
from interview_desk.desk.shortcuts.bindings import keep_keys
from interview_desk.desk.shortcuts.key_row import KeyRow
from interview_desk.desk.shortcuts.keymap import COMMANDS
from interview_desk.desk.theme.theme import L, M, S
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.fields import LineField
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.panel import Panel, Rule, ScrollColumn
from interview_desk.errors import UserError

_WIDTH = 440
_HELP = "To change a key, choose it and press the new one."
_NOTHING = "No command goes by these words."


class KeysPanel(Panel):
    """Lies over the right of the window, as high as that, and begins with the keys of the page.

    What is being typed goes on under it; asked for once more it takes the focus for a search.
    ``help_asked`` asks for what the manual says of the page.
    """

    help_asked = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk.theme, "surface", window)
        self._desk = desk
        self._window = window
        self._came_from: QWidget | None = None
        theme = desk.theme
        self.search = LineField(theme, "Search the keys", "Search, such as phase or Ctrl R")
        self.close_button = TextButton(theme, "Close", ButtonKind.QUIET, "Esc")
        self.help_button = TextButton(theme, "Read about this page in the manual")
        desk.keymap.follow(self.help_button, "window.help", self.help_button.set_keys)
        self._message = Label(theme, _HELP, "small", "ink2", wrap=True)
        self._nothing = Label(theme, _NOTHING, "body", "ink2", wrap=True)
        self._groups: list[tuple[QWidget, list[KeyRow]]] = []
        self._list = ScrollColumn(theme, "surface")
        self.setAccessibleName("Keys")
        self._lay_out()
        self.hide()
        self.search.textChanged.connect(self._find)
        self.close_button.clicked.connect(self.leave)
        self.help_button.clicked.connect(self._ask_for_help)
        theme.changed.connect(self._take_place)
        window.installEventFilter(self)

    @property
    def rows(self) -> list[KeyRow]:
        """The commands in the order of the table."""
        return [row for _, rows in self._groups for row in rows]

    def said(self) -> str:
        """The line above the table."""
        return self._message.text()

    def toggle(self, place: str) -> None:
        """Open it at the keys of that place; go into it from a text; or put it away."""
        focused = QApplication.focusWidget()
        types = isinstance(focused, (QPlainTextEdit, QTextEdit, QLineEdit))
        if self.isHidden():
            self._came_from = focused
            self._open(place)
            if types and focused is not None:
                focused.installEventFilter(self)  # as long as this is open, and no longer
                return
        elif focused is None or self.isAncestorOf(focused) or not types:
            self.leave()
            return
        self.search.setFocus()

    def _open(self, place: str) -> None:
        self._take_place()
        self.search.clear()
        self.show()
        self.raise_()
        for group, rows in self._groups:
            if rows[0].command.place == place:
                self._list.column.activate()
                bar = self._list.verticalScrollBar()
                bar.setMaximum(max(bar.maximum(), group.y()))
                bar.setValue(group.y())

    @Slot()
    def leave(self) -> None:
        """Put it away; the focus, if it is here, goes back to where it came from."""
        came_from, self._came_from = self._came_from, None
        if came_from is not None and isValid(came_from):
            came_from.removeEventFilter(self)
        focused = QApplication.focusWidget()
        is_here = focused is not None and self.isAncestorOf(focused)
        # The page behind may be another one by now, and that one gone.
        if is_here and came_from is not None and isValid(came_from):
            came_from.setFocus()
        self.hide()

    @Slot()
    def _ask_for_help(self) -> None:
        self.leave()
        self.help_asked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._take_place()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return watched is self._came_from and self._is_mine(event)
        return False

    def _is_mine(self, event: QKeyEvent) -> bool:
        """Act on a key for this table that is pressed in the text under it."""
        bar, pages = self._list.verticalScrollBar(), (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in pages:
            by = bar.pageStep() if event.key() == Qt.Key.Key_PageDown else -bar.pageStep()
            bar.setValue(bar.value() + by)
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        # No other key goes on to what lies behind.

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = [
            each
            for each in (
                self.close_button,
                self.search,
                self.help_button,
                *self._list.findChildren(TextButton),
            )
            if each.isVisible()
        ]
        focused = QApplication.focusWidget()
        at = stops.index(focused) if focused in stops else -1
        following = stops[(at + (1 if forward else -1)) % len(stops)]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        self._list.ensureWidgetVisible(following, 0, self._desk.theme.px(L))
        return True

    def _lay_out(self) -> None:
        theme = self._desk.theme
        top = QHBoxLayout()
        top.addWidget(Label(theme, "Keys", "title"), 1)
        top.addWidget(self.close_button)
        inner = QVBoxLayout()
        inner.setContentsMargins(L, M, 0, 0)
        inner.setSpacing(S)
        head = QVBoxLayout()
        # As far as the rows below go, beside their scroll bar.
        bar = self._list.verticalScrollBar().sizeHint().width()
        head.setContentsMargins(0, 0, M + bar, 0)
        head.setSpacing(S)
        head.addLayout(top)
        head.addWidget(self.search)
        head.addWidget(self.help_button)
        head.addWidget(self._message)
        inner.addLayout(head)
        inner.addWidget(self._list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Rule(theme, Qt.Orientation.Vertical))
        row.addLayout(inner, 1)
        self._fill()

    def _fill(self) -> None:
        theme, column = self._desk.theme, self._list.column
        column.setContentsMargins(0, 0, M, L)
        column.setSpacing(0)
        column.addWidget(self._nothing)
        for place in dict.fromkeys(command.place for command in COMMANDS):
            commands = [command for command in COMMANDS if command.place == place]
            rows = [KeyRow(theme, self._desk.keymap, command) for command in commands]
            group = QWidget()
            inner = QVBoxLayout(group)
            inner.setContentsMargins(0, S, 0, S)
            inner.setSpacing(0)
            inner.addWidget(SectionLabel(theme, place))
            for each in rows:
                inner.addWidget(each)
                each.rebound.connect(self._keep)
            column.addWidget(group)
            self._groups.append((group, rows))
        column.addStretch(1)
        self._nothing.hide()

    @Slot()
    def _find(self) -> None:
        words = self.search.text().casefold().split()
        some = False
        for group, rows in self._groups:
            found = [row for row in rows if row.matches(words)]
            for row in rows:
                row.setVisible(row in found)
            group.setVisible(bool(found))
            some = some or bool(found)
        self._nothing.setVisible(not some)

    @Slot()
    def _keep(self) -> None:
        try:
            keep_keys(self._desk.settings, self._desk.keymap.own)
        except UserError as error:
            self._say(f"The key works now, but is not kept: {error}", failed=True)
        else:
            self._say(_HELP)

    def _say(self, text: str, *, failed: bool = False) -> None:
        self._message.set_tone("bad" if failed else "ink2")
        self._message.setText(text)

    @Slot()
    def _take_place(self) -> None:
        width = min(self._desk.theme.px(_WIDTH), self._window.width())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = 0 if rtl else self._window.width() - width
        self.setGeometry(left, 0, width, self._window.height())

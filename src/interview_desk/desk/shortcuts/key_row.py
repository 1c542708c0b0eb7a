"""One command of the table: what it does, and its key."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.shortcuts.key_button import KeyButton
from interview_desk.desk.shortcuts.keymap import Command, Keymap, written
from interview_desk.desk.shortcuts.rules import refusal
from interview_desk.desk.theme.theme import S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import ElidedLabel, Label


class KeyRow(QWidget):
    """Takes another key for its command, if that is free. ``rebound`` tells that it did."""

    rebound = Signal()

    def __init__(self, theme: Theme, keymap: Keymap, command: Command) -> None:
        super().__init__()
        self._keymap = keymap
        self.command = command
        self.key = KeyButton(theme, command.title)
        self.reset = TextButton(theme, "Reset", ButtonKind.QUIET)
        self.reset.setAccessibleName(f"{command.title}: back to its first key")
        self.message = Label(theme, "", "small", "bad", wrap=True)
        self.message.hide()
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(ElidedLabel(theme, command.title), 1)
        row.addWidget(self.reset)
        row.addWidget(self.key)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 1)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.message)
        self.show_key()
        self.key.caught.connect(self._take)
        self.key.clicked.connect(self.message.hide)
        self.reset.clicked.connect(self._go_back)
        keymap.changed.connect(self.show_key)

    def matches(self, words: list[str]) -> bool:
        """Whether each of the words, in lower case, is in its title, its place or its keys."""
        keys = (written(each) for each in self._keymap.sequences(self.command.name))
        text = " ".join((self.command.title, self.command.place, *keys)).casefold()
        return all(word in text for word in words)

    @Slot()
    def show_key(self) -> None:
        """Show the key that is in force."""
        sequences = self._keymap.sequences(self.command.name)
        self.key.set_key("  or  ".join(filter(None, map(written, sequences))) or "No key")
        self.reset.setVisible(self.command.name in self._keymap.own)

    @Slot(str)
    def _take(self, key: str) -> None:
        why_not = refusal(self._keymap, self.command.name, QKeySequence(key))
        self._say(why_not)
        if not why_not:
            self._keymap.rebind(self.command.name, key)
            self.rebound.emit()

    @Slot()
    def _go_back(self) -> None:
        first = self._keymap.first(self.command.name)
        other = self._keymap.clash(self.command.name, first)
        self._say(f"{written(first)} is “{other.title}” now." if other else "")
        if other is None:
            self._keymap.rebind(self.command.name, None)
            self.key.setFocus()
            self.rebound.emit()

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self.message.setAccessibleName(text)

"""One command of the table of keys: what it does, and its key, which can be changed."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.shortcuts.keymap import Command, Keymap, refusal, written
from interview_desk.desk.theme.theme import S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import ElidedLabel, Label

_WAITING = "Press the new key"
_MODIFIERS = (
    Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock,
)  # fmt: skip


class KeyButton(TextButton):
    """``caught`` carries the key that was pressed, in Qt's portable text."""

    caught = Signal(str)

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, "")
        self._title = title
        self._key = ""
        self._waits = False
        self.clicked.connect(self._wait)

    def set_key(self, keys: str) -> None:
        """The key as it is shown."""
        self._key = keys
        self._waits = False
        self._tell()

    def event(self, event: QEvent) -> bool:
        # While it waits no key is a shortcut of anything.
        if self._waits and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if self._waits and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._catch(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._stop()

    def _catch(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MODIFIERS:
            return
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        self._stop()
        if key == Qt.Key.Key_Escape and not bare:
            return
        pressed = QKeySequence(key | bare)
        self.caught.emit(pressed.toString(QKeySequence.SequenceFormat.PortableText))

    def _stop(self) -> None:
        self._waits = False
        self._tell()

    def _tell(self) -> None:
        self.setDown(self._waits)
        self.set_text(_WAITING if self._waits else self._key)
        what = "press the new key, or Escape to leave it" if self._waits else self._key
        self.setAccessibleName(f"{self._title}: {what}")

    @Slot()
    def _wait(self) -> None:
        self._waits = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()


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

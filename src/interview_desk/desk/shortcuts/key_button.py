"""The key of a command as a button: pressed, it waits for another key."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.button import TextButton

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

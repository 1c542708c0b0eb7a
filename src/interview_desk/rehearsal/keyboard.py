"""Hands on the keyboard: real key events to the widget that has the focus."""

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

W = TypeVar("W", bound=QWidget)


class NotThereError(Exception):
    """What the rehearsal looks for is not on the page: a bug of the window or the script."""


class Hands:
    """Types and presses in one window, as a user with a keyboard does."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def type_text(self, text: str) -> None:
        """Type a text where the focus is."""
        for character in text:
            # As a keyboard sends them: letters with a code, everything else as mere text.
            if character.isascii():
                QTest.keyClicks(self._focus(), character)
            else:
                self._send(character)

    def press(self, keys: str) -> None:
        """Press a key or a combination in Qt's words, such as ``Ctrl+P``."""
        QTest.keySequence(self._focus(), QKeySequence(keys))
        QApplication.processEvents()

    def focus(self, kind: type[W], name: str, about: str = "") -> W:
        """Go to the widget of that kind whose accessible name begins so, and return it.

        ``about`` is the beginning of its description, where several have one name.
        """
        found = [
            widget
            for widget in self._window.findChildren(kind)
            if widget.isVisible()
            and widget.accessibleName().startswith(name)
            and widget.accessibleDescription().startswith(about)
        ]
        if not found:
            raise NotThereError(f"no {kind.__name__} named {name!r} is on the page")
        found[0].setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        return found[0]

    def write(self, kind: type[QWidget], name: str, text: str) -> None:
        """Go to a field, take out what is in it and type a text."""
        self.focus(kind, name)
        self.press("Ctrl+A")
        self.press("Del")
        self.type_text(text)
        QApplication.processEvents()

    def check(self, name: str, about: str = "") -> None:
        """Go to a check box or a choice and press it if it is not checked."""
        box = self.focus(QAbstractButton, name, about)
        if not box.isChecked():
            self.press("Space")

    def _focus(self) -> QWidget:
        focused = QApplication.focusWidget()
        return focused if focused is not None else self._window

    def _send(self, character: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(self._focus(), event)

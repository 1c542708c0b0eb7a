"""The first click or arrow on a page: until then what is typed may be meant for another one."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class FirstAct(QObject):
    """Waits for it, anywhere on the page; ``done`` tells that it came, once.

    Who still types a note when another page comes would press its bare keys without a look.
    """

    done = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.is_done = False
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def take(self) -> None:
        """It came: by something else that nobody does while typing, if not by these."""
        if self.is_done:
            return
        self.is_done = True
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self.done.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress):
            return False
        if not isinstance(watched, QWidget) or not self._holds(watched):
            return False
        if not isinstance(event, QKeyEvent):
            self.take()
            return False
        if event.key() in _ARROWS:
            self.take()
            # On a button it would only lead to the next one.
            return isinstance(watched, QAbstractButton)
        # A space between two words must not press what happens to have the focus.
        return event.text() == " " and watched is self._page.focusProxy()

    def _holds(self, widget: QWidget) -> bool:
        return widget is self._page or self._page.isAncestorOf(widget)

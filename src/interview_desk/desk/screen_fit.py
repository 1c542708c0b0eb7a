"""The window on the screens that there are: it fits the room that they have, and stays there."""

from collections.abc import Iterable

from PySide6.QtCore import QMargins, QObject, QPoint, QRect, QSize, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QRegion, QScreen
from PySide6.QtWidgets import QWidget

# What a title bar and a frame take, as long as nobody can tell.
_FRAME = QMargins(4, 36, 4, 4)


def fitted(wanted: QRect, room: QRect, frame: QMargins) -> QRect:
    """The inside of a window as near to ``wanted`` as ``room`` allows with its frame around it.

    In pixels of the desktop. What is too large is made smaller, what stands out is moved.
    """
    inside = room.marginsRemoved(frame)
    size = wanted.size().boundedTo(inside.size()).expandedTo(QSize(1, 1))
    left = max(inside.left(), min(wanted.left(), inside.right() + 1 - size.width()))
    top = max(inside.top(), min(wanted.top(), inside.bottom() + 1 - size.height()))
    return QRect(QPoint(left, top), size)


def is_within(window: QRect, rooms: Iterable[QRect]) -> bool:
    """Whether all of a window with its frame lies in the rooms, be it in several at a time."""
    left = QRegion(window)
    for room in rooms:
        left = left.subtracted(QRegion(room))
    return left.isEmpty()


def screen_rooms() -> list[QRect]:
    """The room that each screen has for windows, in pixels of the desktop."""
    return [screen.availableGeometry() for screen in QGuiApplication.screens()]


def bring_back(window: QWidget) -> None:
    """Put a window back where all of it can be seen and reached, if it is not there.

    One that fills its screen is left to the desktop, which knows better.
    """
    if window.isMaximized() or window.isFullScreen():
        return
    outside, inside = window.frameGeometry(), window.geometry()
    if not is_within(outside, screen_rooms()):
        frame = QMargins(
            inside.left() - outside.left(),
            inside.top() - outside.top(),
            outside.right() - inside.right(),
            outside.bottom() - inside.bottom(),
        )
        window.setGeometry(fitted(inside, window.screen().availableGeometry(), frame))


class ScreenFit(QObject):
    """Keeps a window within the screens when they come, go or are set otherwise.

    Its least size is ``least``, or all the room there is where that is smaller.
    """

    def __init__(self, window: QWidget, least: QSize) -> None:
        super().__init__(window)
        self._window = window
        self._least = least
        self._watched: set[QScreen] = set()
        # Once for all that happens at a time: screens are taken away one after the other.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.fit)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            for happened in (app.screenAdded, app.screenRemoved, app.primaryScreenChanged):
                happened.connect(self._on_screens)
        self._watch()

    def start_with(self, size: QSize) -> None:
        """Give the window this size, or what there is room for."""
        self._bound()
        self._window.resize(size.boundedTo(self._inside()))

    @Slot()
    def fit(self) -> None:
        """The screens may be others, or the window was put where another one had been."""
        self._bound()
        bring_back(self._window)

    def _bound(self) -> None:
        self._window.setMinimumSize(self._least.boundedTo(self._inside()))

    def _inside(self) -> QSize:
        return self._window.screen().availableGeometry().marginsRemoved(_FRAME).size()

    @Slot()
    def _on_screens(self) -> None:
        self._watch()
        self._later.start()

    def _watch(self) -> None:
        """Hear of every screen whose room changes: by its size, its scale, or a task bar."""
        screens = set(QGuiApplication.screens())
        for screen in screens - self._watched:
            screen.availableGeometryChanged.connect(self._on_screens)
        self._watched = screens

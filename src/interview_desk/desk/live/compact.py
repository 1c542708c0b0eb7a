"""The compact window: narrow beside a call, on top of it where the system allows."""

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_desk.desk.live.clock.display import ClockControls
from interview_desk.desk.live.layout import Arrangement
from interview_desk.desk.screen_fit import bring_back, screen_rooms
from interview_desk.desk.settings import COMPACT_WINDOW, Settings
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.text_painting import tip

_LEAST = QSize(320, 320)
_WIDTH, _HEIGHT = 360, 720
_NARROW = 560
ON_TOP_IMPOSSIBLE = (
    "This window cannot keep itself on top of the call: Wayland lets no program do that. "
    "Many desktops offer it in the menu of the title bar."
)


class CompactWindow(QObject):
    """Makes the window compact and wide again, and remembers its place for both.

    A window that is made narrow by hand is compact too, but stays where it is. ``said``
    carries what the user should know about it.
    """

    said = Signal(str)

    def __init__(
        self,
        theme: Theme,
        settings: Settings,
        arrangement: Arrangement,
        page: QWidget,
        platform: str = "",
    ) -> None:
        """``platform`` is Qt's name for the system of windows; empty for the one that runs."""
        super().__init__(page)
        self._on_wayland = (platform or QGuiApplication.platformName()).startswith("wayland")
        self._theme = theme
        self._settings = settings
        self.arrangement = arrangement
        self._page = page
        self._asked = False
        self._told = False
        self._needed = 0  # the width that the page needs side by side, once it is known
        self._wide = QRect()
        self._rooms: list[QRect] = []  # of the screens, when it was that wide
        self._state = Qt.WindowState.WindowNoState
        # Narrower than its parts need side by side, the page does not clip them: it turns.
        page.setMinimumSize(_LEAST)
        theme.changed.connect(self._restyle)

    @property
    def asked(self) -> bool:
        """Whether the user turned the window compact."""
        return self._asked

    @Slot()
    def look(self) -> None:
        """The page has another width."""
        width = self._page.width()
        narrow = width < max(self._needed, self._theme.px(_NARROW))
        self.arrangement.set_compact(self._asked or narrow)
        if not self.arrangement.compact:
            # Long words may need more room side by side than there is.
            self._needed = self._page.minimumSizeHint().width()
            self.arrangement.set_compact(width < self._needed)
        self.arrangement.grow_clock()

    @Slot()
    def _restyle(self) -> None:
        self._needed = 0
        self.look()
        # And once more when all parts have taken their new size.
        QTimer.singleShot(0, self.look)

    @Slot()
    def toggle(self) -> None:
        """Make the window compact, or as wide again as it was."""
        if self._asked:
            self.leave()
        else:
            self._enter()

    def leave(self) -> None:
        """Make the window as it was before it became compact, if it did."""
        if not self._asked:
            return
        self._asked = False
        self._keep_place()
        self._stay_on_top(False)
        window = self._page.window()
        window.setGeometry(self._wide)
        if screen_rooms() != self._rooms:  # as it was, as far as there is the room for it
            bring_back(window)
        window.setWindowState(self._state)
        self.look()

    def _enter(self) -> None:
        window = self._page.window()
        self._asked = True
        self._state = window.windowState()
        window.setWindowState(Qt.WindowState.WindowNoState)
        self._wide, self._rooms = window.geometry(), screen_rooms()
        self.look()
        if not window.restoreGeometry(self._settings.get(COMPACT_WINDOW)):
            window.setGeometry(self._beside(window))
        bring_back(window)
        self._stay_on_top(True)

    def _beside(self, window: QWidget) -> QRect:
        """Narrow, at the right edge of where the window is now."""
        now = window.geometry()
        width, height = self._theme.px(_WIDTH), min(now.height(), self._theme.px(_HEIGHT))
        return QRect(now.right() + 1 - width, now.top(), width, height)

    def _stay_on_top(self, on: bool) -> None:
        handle = self._page.window().windowHandle()
        if self._on_wayland:
            if on and not self._told:
                self._told = True
                self.said.emit(ON_TOP_IMPOSSIBLE)
        elif handle is not None:
            # Through the widget, Qt would hide the window and show it again.
            handle.setFlag(Qt.WindowType.WindowStaysOnTopHint, on)

    def _keep_place(self) -> None:
        place = self._page.window().saveGeometry().data()
        self._settings.remember(COMPACT_WINDOW, bytes(place))


class CompactButtons(QWidget):
    """Clock, next phase, and back to the wide window; their keys find room in the tips."""

    def __init__(self, theme: Theme, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self._next_command = "live.next"
        self.clock, self.next, self.wide = (
            TextButton(theme, word, ButtonKind.QUIET) for word in ("Start", "Next phase", "Wide")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.clock, self.next, self.wide):
            row.addWidget(button)
        self._tell_keys()
        keymap.changed.connect(self._tell_keys)

    def show_state(self, controls: ClockControls) -> None:
        """Offer what the wide page offers."""
        for own, theirs in ((self.clock, controls.clock), (self.next, controls.next)):
            own.set_text(theirs.accessibleName())
            own.setVisible(not theirs.isHidden())
        self._next_command = controls.command
        self._tell_keys()

    @Slot()
    def _tell_keys(self) -> None:
        for button, name in (
            (self.clock, "live.clock"),
            (self.next, self._next_command),
            (self.wide, "live.compact"),
        ):
            keys = self._keymap.hint(name)
            button.setToolTip(tip(f"{button.accessibleName()}: {keys}"))
            button.setAccessibleDescription(keys)

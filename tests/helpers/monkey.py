"""Hands that press, type and click by chance in a window."""

import ctypes
import gc
import random
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.rehearsal.keyboard import Hands

_Key = Qt.Key
_WORDS = ("drew", "queue ", "because ", "#dep", "#", "+ ", "- ", "? ", "日本", "قال ", "🚀", " ")
_KEYS = (
    _Key.Key_Backspace, _Key.Key_Delete, _Key.Key_Escape, _Key.Key_Left, _Key.Key_Right,
    _Key.Key_Up, _Key.Key_Down, _Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Space,
)  # fmt: skip


class Monkey:
    """One seed, one window. ``last`` is the key or the command of the step that is under way."""

    def __init__(
        self, window: QWidget, keymap: Keymap, commands: tuple[str, ...], seed: int
    ) -> None:
        """``commands`` are those whose keys it presses."""
        self.window = window
        self.chance = random.Random(seed)
        self.last: object = None
        self.keymap = keymap
        self._commands = commands
        self.hands = Hands(window)

    def acts(self) -> Mapping[Callable[[], None], int]:
        """What it does, and how often beside the others."""
        return {
            self.type: 30,
            self.enter: 14,
            self.key: 20,
            self.command: 22,
            self.click: 10,
            self.wait: 4,
        }

    def step(self) -> None:
        """One thing more."""
        self.last = None
        acts = self.acts()
        self.chance.choices([*acts], weights=[*acts.values()])[0]()

    def type(self) -> None:
        self.hands.type_text(self.chance.choice(_WORDS))

    def enter(self) -> None:
        self.press(_Key.Key_Return)

    def key(self) -> None:
        self.last = self.chance.choice(_KEYS)
        self.press(self.last)

    def command(self) -> None:
        self.last = name = self.chance.choice(self._commands)
        self.hands.press(self.keymap.sequence(name).toString())

    def click(self) -> None:
        window, chance = self.window, self.chance
        spot = QPoint(chance.randrange(window.width()), chance.randrange(window.height()))
        hit = window.childAt(spot) or window
        if self.may_click(hit):
            QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFrom(window, spot))

    def wait(self) -> None:
        self.let_pass(self.chance.choice((0.4, 1, 1, 4, 30)))
        QApplication.processEvents()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key)

    def may_click(self, hit: QWidget) -> bool:
        """Whether a click there stays within what is tried."""
        return True

    def let_pass(self, seconds: float) -> None:
        """Move the clock on."""
        raise NotImplementedError


def settle() -> None:
    """What an event loop does when nothing is pressed: paint, and delete what was put away."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def resident() -> int:
    """Bytes of memory in use, 0 where the system does not tell.

    What the C library keeps for later is given back first: how much that is depends on when a
    thread made a PDF, and it is no growth.
    """
    gc.collect()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * 4096 if statm.exists() else 0

"""An interview that is over, and keys pressed where the keyboard is."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from interview_desk.desk.score.page import ScorePage
from interview_desk.guide.model import Guide
from interview_desk.interview.actions import running
from tests.helpers.clock import HandClock
from tests.helpers.samples import Played, prepared, shipped_guide

_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
_KEYS = {
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Tab": Qt.Key.Key_Tab,
    "Return": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "S": Qt.Key.Key_S,
}


def interviewed(clock: HandClock, guide: Guide | None = None) -> Played:
    """By the shipped guide if by no other: two notes, two sightings, nothing scored; just over."""
    played = Played(prepared(guide or shipped_guide()), clock)
    played.start()
    clock.advance(60)
    played.note("+ Asked who reviews flagged payments #problem")
    clock.advance(30)
    played.sight("p1.s1")
    clock.advance(30)
    played.note("Great culture fit")
    played.sight("w1")
    clock.advance(2400)
    played.do(running.finish(played.interview, clock.now()))
    clock.advance(240)
    return played


def press(page: QWidget, keys: str) -> None:
    """Press a key where the keyboard is: ``M``, ``Ctrl+Tab`` or ``Return``."""
    focused = page.window().focusWidget()
    if len(keys) == 1:
        QTest.keyClicks(focused, keys)
        return
    *modifiers, name = keys.split("+")
    held = Qt.KeyboardModifier.NoModifier
    for each in modifiers:
        held |= _MODIFIERS[each]
    QTest.keyClick(focused, _KEYS[name], held)


def click_beside(page: ScorePage) -> None:
    """Click where nothing is: from then on bare keys are keys."""
    QTest.mouseClick(page.rated_label, Qt.MouseButton.LeftButton)

"""Thousands of random keys and clicks: no exception, no note lost, no memory that grows.

``make soak`` presses 10,000; the usual run fewer, by the same seed.
"""

import gc
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from interview_desk.desk.session import Session
from interview_desk.desk.shortcuts.keymap import COMMANDS
from interview_desk.interview.change import Change
from interview_desk.interview.records import Note
from interview_desk.rehearsal.keyboard import Hands
from tests.helpers.live import Key, LiveDesk, Mod
from tests.helpers.samples import prepared, shipped_guide

STEPS = int(os.environ.get("INTERVIEW_DESK_SOAK", "1500"))
# What a note may cost: its records, its row, its layout, and its step in the journal.
_BYTES_PER_NOTE, _SLACK = 40_000, 12_000_000

_WORDS = ("drew", "queue ", "because ", "#dep", "#", "+ ", "- ", "? ", "日本", "قال ", "🚀", " ")
_KEYS = (
    Key.Key_Backspace, Key.Key_Delete, Key.Key_Escape, Key.Key_Left, Key.Key_Right, Key.Key_Up,
    Key.Key_Down, Key.Key_Tab, Key.Key_Backtab, Key.Key_Space,
)  # fmt: skip
_TAKE_NOTES_AWAY = (Key.Key_Delete, "edit.undo", "edit.redo")
_NOT_HERE = ("live.finish",)  # it ends the interview: pressed once, at the end


class Monkey:
    """Presses and clicks by chance, and keeps a list of its own of what was acknowledged."""

    def __init__(self, live: LiveDesk, seed: int) -> None:
        self.live = live
        self._chance = random.Random(seed)
        self._hands = Hands(live.page)
        self._commands = [
            each.name
            for each in COMMANDS
            if each.name.startswith(("live.", "edit.")) and each.name not in _NOT_HERE
        ]
        self._last: object = None
        self.notes: dict[int, Note] = {}
        self.added = 0
        live.session.changed.connect(self._heard)

    def step(self) -> None:
        """One thing more."""
        self._last = None
        acts = (self._type, self._enter, self._key, self._command, self._click, self._wait)
        self._chance.choices(acts, weights=(30, 14, 20, 22, 10, 4))[0]()

    def _heard(self, change: Change) -> None:
        for edit in change.edits:
            if isinstance(edit.after, Note):
                self.added += edit.after.id not in self.notes
                self.notes[edit.after.id] = edit.after
            elif isinstance(edit.before, Note):
                assert self._last in _TAKE_NOTES_AWAY, f"{change.label} came of {self._last}"
                del self.notes[edit.before.id]

    def _type(self) -> None:
        self._hands.type_text(self._chance.choice(_WORDS))

    def _enter(self) -> None:
        self.live.press(Key.Key_Return)

    def _key(self) -> None:
        self._last = self._chance.choice(_KEYS)
        self.live.press(self._last)

    def _command(self) -> None:
        self._last = name = self._chance.choice(self._commands)
        self._hands.press(self.live.room.desk.keymap.sequence(name).toString())

    def _click(self) -> None:
        page = self.live.page
        spot = QPoint(self._chance.randrange(page.width()), self._chance.randrange(page.height()))
        hit = page.childAt(spot) or page
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton, Mod.NoModifier, hit.mapFrom(page, spot))

    def _wait(self) -> None:
        self.live.wait(self._chance.choice((0.4, 1, 1, 4, 30)))
        QApplication.processEvents()


def _settle() -> None:
    """What an event loop does when nothing is pressed: paint, and delete what was put away."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _resident() -> int:
    gc.collect()
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * 4096 if statm.exists() else 0


def _same_on_disk(live: LiveDesk, notes: dict[int, Note]) -> bool:
    again: Session = live.room.again(live.session)
    kept = {note.id: note for note in again.interview.notes}
    same = kept == notes and again.interview.records == live.session.interview.records
    again.deleteLater()
    return same


@pytest.mark.parametrize("seed", [1, 2])
def test_random_keys_and_clicks_lose_nothing(sit: Callable[..., LiveDesk], seed: int) -> None:
    live = sit(prepared(shipped_guide()))
    monkey = Monkey(live, seed)
    steps = STEPS // 2
    grown_from, notes_then, parts_then = 0, 0, 0
    for number in range(steps):
        monkey.step()
        if number % 50 == 0:
            _settle()
            assert _same_on_disk(live, monkey.notes)
        if number == steps // 3:
            _settle()
            grown_from, notes_then = _resident(), monkey.added
            parts_then = len(live.page.findChildren(QObject))
    _settle()

    assert _same_on_disk(live, monkey.notes)
    assert monkey.added > steps // 40
    room = _SLACK + _BYTES_PER_NOTE * (monkey.added - notes_then)
    assert _resident() - grown_from < room
    assert len(live.page.findChildren(QObject)) < parts_then + 60
    live.press(Key.Key_Return, Mod.ControlModifier | Mod.ShiftModifier)

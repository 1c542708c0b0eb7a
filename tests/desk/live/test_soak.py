"""Thousands of random keys and clicks: no exception, no note lost, no memory that grows.

``make soak`` presses 10,000; the usual run fewer, by the same seed.
"""

import os
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject

from interview_desk.desk.session import Session
from interview_desk.desk.shortcuts.keymap import COMMANDS
from interview_desk.interview.change import Change
from interview_desk.interview.records import Note
from tests.helpers.live import Key, LiveDesk, Mod
from tests.helpers.monkey import Monkey, resident, settle
from tests.helpers.samples import prepared, shipped_guide

STEPS = int(os.environ.get("INTERVIEW_DESK_SOAK", "1500"))
# What a note may cost: its records, its row, its layout, and its step in the journal.
_BYTES_PER_NOTE, _SLACK = 40_000, 12_000_000

_TAKE_NOTES_AWAY = (Key.Key_Delete, "edit.undo", "edit.redo")
_NOT_HERE = ("live.finish",)  # it ends the interview: pressed once, at the end
_COMMANDS = tuple(
    each.name
    for each in COMMANDS
    if each.name.startswith(("live.", "edit.")) and each.name not in _NOT_HERE
)


class LiveMonkey(Monkey):
    """At the live page; keeps a list of its own of what was acknowledged."""

    def __init__(self, live: LiveDesk, seed: int) -> None:
        super().__init__(live.page, live.room.desk.keymap, _COMMANDS, seed)
        self.notes: dict[int, Note] = {}
        self.added = 0
        self._live = live
        live.session.changed.connect(self._heard)

    def let_pass(self, seconds: float) -> None:
        self._live.wait(seconds)

    def _heard(self, change: Change) -> None:
        for edit in change.edits:
            if isinstance(edit.after, Note):
                self.added += edit.after.id not in self.notes
                self.notes[edit.after.id] = edit.after
            elif isinstance(edit.before, Note):
                assert self.last in _TAKE_NOTES_AWAY, f"{change.label} came of {self.last}"
                del self.notes[edit.before.id]


def _same_on_disk(live: LiveDesk, notes: dict[int, Note]) -> bool:
    again: Session = live.room.again(live.session)
    kept = {note.id: note for note in again.interview.notes}
    same = kept == notes and again.interview.records == live.session.interview.records
    again.deleteLater()
    return same


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_keys_and_clicks_lose_nothing(sit: Callable[..., LiveDesk], seed: int) -> None:
    live = sit(prepared(shipped_guide()))
    monkey = LiveMonkey(live, seed)
    steps = STEPS // 2
    grown_from, notes_then, parts_then = 0, 0, 0
    for number in range(steps):
        monkey.step()
        if number % 50 == 0:
            settle()
            assert _same_on_disk(live, monkey.notes)
        if number == steps // 3:
            settle()
            grown_from, notes_then = resident(), monkey.added
            parts_then = len(live.page.findChildren(QObject))
    settle()

    assert _same_on_disk(live, monkey.notes)
    assert monkey.added > steps // 40
    room = _SLACK + _BYTES_PER_NOTE * (monkey.added - notes_then)
    assert resident() - grown_from < room
    assert len(live.page.findChildren(QObject)) < parts_then + 60
    live.press(Key.Key_Return, Mod.ControlModifier | Mod.ShiftModifier)
    live.press(Key.Key_Return, Mod.ControlModifier | Mod.ShiftModifier)

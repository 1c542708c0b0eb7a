"""A slash first in the note field asks for a command, which says what it will do before Enter."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from interview_desk.interview.timeline import ClockState
from tests.helpers.live import Key, LiveDesk, Mod


def _do(live: LiveDesk, typed: str) -> None:
    live.type(typed)
    live.press(Key.Key_Return)


def test_a_command_says_what_it_will_do_and_does_it(live: LiveDesk) -> None:
    live.wait(60)
    live.type("/next")
    assert live.page.commands.current == "Next phase: Design & Depth, 15 min"
    assert live.interview.timeline.phase == 1
    live.press(Key.Key_Return)

    assert (live.interview.timeline.phase, live.text, live.notes) == (2, "", ())
    _do(live, "/undo")
    assert live.interview.timeline.phase == 1


@pytest.mark.parametrize("typed", ["/", "/next", "/nothing of this kind", "/usr/bin"])
def test_escape_leaves_everything_as_it_was(live: LiveDesk, typed: str) -> None:
    before = live.interview.records
    live.type(typed)
    live.page.flush()
    assert live.draft is None
    live.press(Key.Key_Escape)

    assert (live.text, live.interview.records, live.page.commands.told) == ("", before, [])
    live.note("a note after it")
    assert [note.text for note in live.notes] == ["a note after it"]


def test_what_is_no_command_is_never_a_note(live: LiveDesk) -> None:
    _do(live, "/zzz")
    assert (live.text, live.notes) == ("/zzz", ())
    live.page.flush()
    assert live.draft is None


def test_two_slashes_write_one_and_come_back_so(live: LiveDesk) -> None:
    live.note("//etc holds the settings")
    assert [note.text for note in live.notes] == ["/etc holds the settings"]
    live.press(Key.Key_Up)
    live.press(Key.Key_Return)

    assert [note.text for note in live.notes] == ["/etc holds the settings"]


def test_a_slash_put_before_words_makes_no_command_of_them(live: LiveDesk) -> None:
    live.type("etc")
    QTest.keyClick(live.page.field.edit, Key.Key_Home)
    live.type("/")
    assert live.page.commands.told == []
    live.page.flush()
    assert live.draft is not None


def test_arrows_choose(live: LiveDesk) -> None:
    live.type("/pause")
    told = live.page.commands.told
    assert told[:2] == ["Pause the clock", "Pause: The call dropped"]
    live.press(Key.Key_Down)
    live.press(Key.Key_Return)

    (pause,) = live.interview.timeline.pauses()
    assert pause.reason == "The call dropped"
    assert live.interview.timeline.state is ClockState.PAUSED


def test_a_reason_and_minutes_may_be_ones_own(live: LiveDesk) -> None:
    live.type("/extend 7")
    assert live.page.commands.current == "Longer by 7 min, to 10:27"
    live.press(Key.Key_Return)
    _do(live, "/pause a fire alarm")

    assert live.interview.plan.total == 27 * 60
    assert [each.reason for each in live.interview.timeline.pauses()] == ["a fire alarm"]


def test_the_button_lists_the_same_and_leaves_the_draft(live: LiveDesk) -> None:
    live.wait(60)
    live.type("half a note")
    live.click(live.page.field.commands)
    offered = live.page.commands
    assert offered.current.startswith("Next phase: ")
    rows = offered._list
    spot = rows.visualItemRect(rows.item(0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, Mod.NoModifier, spot)

    assert (live.interview.timeline.phase, live.text) == (2, "half a note")
    assert live.page.field.edit.hasFocus()


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("/area", lambda live: live.page.indicators.tabs.currentIndex() > 0),
        ("/disq", lambda live: len(live.interview.sightings) == 1),
        ("/cmpct", lambda live: live.page.compact.asked),
        ("/curt", lambda live: live.page.curtain.is_drawn),
        ("/back", lambda live: live.interview.timeline.phase == 1),
    ],
)
def test_each_does_its_thing(live: LiveDesk, typed: str, seen: Callable[[LiveDesk], bool]) -> None:
    live.wait(60)
    live.press(Key.Key_P, Mod.ControlModifier)
    _do(live, typed)

    assert seen(live)


def test_to_finish_is_asked_for_twice_here_too(live: LiveDesk) -> None:
    live.wait(60)
    _do(live, "/finish")
    once = live.interview.timeline.state
    _do(live, "/finish")

    assert once is ClockState.RUNNING
    assert live.interview.timeline.state is ClockState.FINISHED


def test_the_keys_that_are_told_are_those_of_the_list_while_it_is_open(live: LiveDesk) -> None:
    def told() -> str:
        return live.page.field._legend.accessibleName()

    notes = told()
    assert notes.startswith("Enter: save")
    live.type("/")
    assert told() == "Enter: do it, ↑ ↓: choose, Esc: leave"
    live.press(Key.Key_Escape)
    assert told() == notes

    live.type("words")
    live.click(live.page.field.commands)
    assert told().startswith("Enter: do it")
    live.type(" more")
    assert told() == notes

"""A note half typed loses no letter to an undo of anything, nor to a key that edits text."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from tests.helpers.live import Key, LiveDesk, Mod

CTRL, ALT, SHIFT = Mod.ControlModifier, Mod.AltModifier, Mod.ShiftModifier


def _undo(live: LiveDesk) -> None:
    live.press(Key.Key_Z, CTRL)


def _redo(live: LiveDesk) -> None:
    live.press(Key.Key_Z, CTRL | SHIFT)


def _now(live: LiveDesk) -> tuple[str, int, int]:
    """What stands in the field, the phase that is on, and how much was seen."""
    interview = live.interview
    return live.text, interview.timeline.phase, len(interview.sightings)


def test_the_keys_that_go_by_words_go_by_words(live: LiveDesk) -> None:
    live.type("two words")
    live.press(Key.Key_Left, CTRL)
    live.type("more ")
    live.press(Key.Key_Left, CTRL | SHIFT)
    live.press(Key.Key_Right, CTRL)
    live.press(Key.Key_Right, CTRL)
    live.type("!")

    assert _now(live) == ("two more words!", 1, 0)


@pytest.mark.parametrize("key", [Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down])
@pytest.mark.parametrize("held", [CTRL, ALT, CTRL | SHIFT])
def test_no_arrow_does_anything_to_the_interview(
    live: LiveDesk, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    live.wait(30)
    live.press(Key.Key_P, CTRL)
    live.type("half a note")
    before = live.interview.records, live.page.indicators.tabs.currentIndex()
    live.press(key, held)

    assert (live.interview.records, live.page.indicators.tabs.currentIndex()) == before
    assert live.text == "half a note"


def test_a_step_taken_while_a_note_is_typed_is_undone_without_a_letter_lost(
    live: LiveDesk,
) -> None:
    live.wait(60)
    live.type("half a note")
    live.press(Key.Key_P, CTRL)
    _undo(live)
    assert _now(live) == ("half a note", 1, 0)
    assert live.said == "Undone: Phase: Design & Depth"
    _redo(live)

    assert _now(live) == ("half a note", 2, 0)


def test_typing_and_steps_go_back_in_their_order_and_come_back_in_the_opposite_one(
    live: LiveDesk,
) -> None:
    live.wait(60)
    states = [_now(live)]
    deeds: tuple[Callable[[], None], ...] = (
        lambda: live.type("they"),
        lambda: live.press(Key.Key_1, ALT),
        lambda: live.type(" asked"),
        lambda: live.press(Key.Key_P, CTRL),
        lambda: live.press(Key.Key_1, ALT),
        lambda: live.type(" why"),
    )
    for deed in deeds:
        deed()
        states.append(_now(live))
    back = []
    for _ in states[1:]:
        _undo(live)
        back.append(_now(live))
    assert back == states[-2::-1]

    forth = []
    for _ in states[1:]:
        _redo(live)
        forth.append(_now(live))
    assert forth == states[1:]


def test_a_text_taken_back_comes_back_after_a_step_was_undone_and_redone(live: LiveDesk) -> None:
    live.note("drew a queue")
    live.wait(20)
    live.type("abc")
    for _ in range(2):
        _undo(live)
    assert (live.text, len(live.notes)) == ("", 0)
    live.wait(30)
    for _ in range(2):
        _redo(live)

    assert (live.text, len(live.notes)) == ("abc", 1)
    assert live.stamp == "stamped 0:20, Opening"


def test_a_step_taken_instead_of_a_redo_is_undone_in_its_turn(live: LiveDesk) -> None:
    live.press(Key.Key_1, ALT)
    _undo(live)
    live.type("abc")
    live.press(Key.Key_1, ALT)
    _undo(live)
    assert _now(live) == ("abc", 1, 0)
    _undo(live)

    assert _now(live) == ("", 1, 0)


def test_a_cleared_text_comes_back_after_the_steps_taken_since(live: LiveDesk) -> None:
    live.type("half a note")
    live.press(Key.Key_Escape)
    live.press(Key.Key_Escape)
    live.press(Key.Key_P, CTRL)
    _undo(live)
    assert _now(live) == ("", 1, 0)
    _undo(live)

    assert _now(live) == ("half a note", 1, 0)


def test_the_text_that_was_cleared_takes_no_others_place(live: LiveDesk) -> None:
    live.note("drew a queue")
    live.type("half a thought")
    live.press(Key.Key_Escape)
    live.press(Key.Key_Escape)
    live.press(Key.Key_Up)
    assert live.text == "drew a queue "
    _undo(live)

    assert live.text == "drew a queue "


def test_a_key_held_down_takes_back_one_step(live: LiveDesk) -> None:
    actions = {action.objectName(): action for action in live.page.actions()}

    assert not actions["edit.undo"].autoRepeat()
    assert not actions["edit.redo"].autoRepeat()


def test_a_draft_found_again_is_untouched_by_an_undo(live: LiveDesk) -> None:
    live.press(Key.Key_1, ALT)
    live.type("half a note")
    live.page.flush()
    live.leave()
    again = LiveDesk(live.room, live.room.again(live.session), live.qtbot)
    _undo(again)

    assert _now(again) == ("half a note", 1, 0)
    again.leave()

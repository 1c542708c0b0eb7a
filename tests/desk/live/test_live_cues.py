"""Cues come one at a time, once, and only those that are wanted."""

from collections.abc import Callable

import pytest

from interview_desk.desk.live.prompts.cues import wanted_cues
from interview_desk.desk.settings import CUE_KINDS, CUES, Toggle
from interview_desk.interview.cues import CueKind
from tests.helpers.live import Key, LiveDesk, Mod
from tests.helpers.rooms import Room
from tests.helpers.samples import prepared

LEFT_EARLY = "Opening was left 3:00 before its minimum."


def _cue(live: LiveDesk) -> str:
    return "" if live.page.cue.isHidden() else live.page.cue.text()


@pytest.fixture
def hasty(live: LiveDesk) -> LiveDesk:
    """The first phase left after two of its five minutes."""
    live.run(120)
    live.press(Key.Key_P, Mod.ControlModifier)
    return live


def test_a_key_puts_the_cue_away_and_the_note_goes_on(hasty: LiveDesk) -> None:
    hasty.type("half a ")
    assert _cue(hasty) == LEFT_EARLY
    hasty.press(Key.Key_D, Mod.ControlModifier)
    hasty.type("note")

    assert (_cue(hasty), hasty.text) == ("", "half a note")
    assert "Ctrl D" in hasty.page.cue.toolTip()


def test_a_cue_put_away_does_not_come_back_after_a_restart(hasty: LiveDesk) -> None:
    hasty.press(Key.Key_D, Mod.ControlModifier)
    hasty.leave()
    again = LiveDesk(hasty.room, hasty.room.again(hasty.session), hasty.qtbot)

    assert _cue(again) == ""
    again.leave()


def test_a_cue_not_put_away_is_there_after_a_restart(hasty: LiveDesk) -> None:
    hasty.leave()
    again = LiveDesk(hasty.room, hasty.room.again(hasty.session), hasty.qtbot)

    assert _cue(again) == LEFT_EARLY
    again.leave()


def test_a_pause_hides_a_cue_and_does_not_end_it(hasty: LiveDesk) -> None:
    hasty.press(Key.Key_Space, Mod.ControlModifier)
    assert _cue(hasty) == ""
    hasty.press(Key.Key_Space, Mod.ControlModifier)
    assert _cue(hasty) == LEFT_EARLY


@pytest.mark.parametrize("setting", [CUES, CUE_KINDS["exploration cut short"]])
def test_cues_are_switched_off_one_by_one_or_all(
    sit: Callable[..., LiveDesk], room: Room, setting: Toggle
) -> None:
    room.desk.settings.set(setting, False)
    live = sit()
    live.wait(4)
    live.press(Key.Key_P, Mod.ControlModifier)
    live.wait(1)
    assert _cue(live) == ""

    room.desk.settings.set(setting, True)
    live.wait(1)
    assert "before its minimum" in _cue(live)


def test_every_kind_of_cue_has_a_setting_of_its_own(room: Room) -> None:
    assert set(CUE_KINDS) == {kind.value for kind in CueKind}
    for kind in CueKind:
        room.desk.settings.set(CUE_KINDS[kind.value], False)
    assert wanted_cues(room.desk.settings).off == frozenset(CueKind)


def test_each_interview_keeps_its_own_cues(hasty: LiveDesk) -> None:
    hasty.press(Key.Key_D, Mod.ControlModifier)
    hasty.leave()

    assert hasty.interview.past_cues == {"exploration cut short"}
    other = hasty.room.desk.store.create(prepared(uid="other"))
    assert hasty.room.desk.store.load(other).past_cues == set()


def test_a_cue_put_away_is_no_step_to_undo_and_takes_nothing_from_the_field(
    hasty: LiveDesk,
) -> None:
    hasty.type("half a note")
    hasty.press(Key.Key_Escape)
    hasty.press(Key.Key_Escape)
    assert hasty.text == ""
    hasty.press(Key.Key_D, Mod.ControlModifier)
    hasty.press(Key.Key_Z, Mod.ControlModifier)

    assert (_cue(hasty), hasty.text) == ("", "half a note")

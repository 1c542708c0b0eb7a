"""Everything done on the live page can be taken back by key, after a restart too."""

from itertools import pairwise

import pytest

from interview_desk.interview.actions.scoring import lock
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import PastCue
from tests.helpers.live import Key, LiveDesk, Mod

CTRL, ALT = Mod.ControlModifier, Mod.AltModifier


def _extend(live: LiveDesk) -> None:
    live.press(Key.Key_E, CTRL)
    live.answer("Accept")


def _correct(live: LiveDesk) -> None:
    live.press(Key.Key_T, CTRL)
    live.type("-2")
    live.press(Key.Key_Return)


def _pause(live: LiveDesk) -> None:
    live.press(Key.Key_Space, CTRL)


def _reason(live: LiveDesk) -> None:
    live.answer("Break")


def _next(live: LiveDesk) -> None:
    live.press(Key.Key_P, CTRL)


def _back(live: LiveDesk) -> None:
    live.press(Key.Key_P, CTRL | Mod.ShiftModifier)


def _see(live: LiveDesk) -> None:
    live.press(Key.Key_1, ALT)


def _note(live: LiveDesk) -> None:
    live.note("+ Asked who it is for #problem")


def _earlier(live: LiveDesk) -> None:
    live.press(Key.Key_B, CTRL)


def _link(live: LiveDesk) -> None:
    live.press(Key.Key_L, CTRL)


def _ask(live: LiveDesk) -> None:
    live.page.act.ask("q1.1")


# What is done, with what undo then says, in an order that makes sense.
STEPS = (
    (_see, "Seen: Asks what the goal is"),
    (_note, "Note added"),
    (_link, "Evidence linked"),
    (_earlier, "Note time moved"),
    (_extend, "5 min more"),
    (_correct, "Start time corrected"),
    (_pause, "Paused"),
    (_reason, "Reason for the pause"),
    (_pause, "Resumed"),
    (_next, "Phase: Design & Depth"),
    (_ask, "Marked as asked"),
    (_see, "Seen: Names a trade-off"),
    (_back, "Phase: Opening"),
)


def _do_all(live: LiveDesk) -> list[Interview]:
    states = [live.interview]
    for step, _ in STEPS:
        live.wait(4)
        step(live)
        states.append(live.interview)
    return states


def _records(interviews: list[Interview]) -> list[dict[object, object]]:
    """What each holds, but for cues: one that is over is no step, and stays over."""
    return [
        {key: record for key, record in each.records.items() if not isinstance(record, PastCue)}
        for each in interviews
    ]


@pytest.mark.parametrize("restarted", [False, True])
def test_each_step_is_undone_and_redone_with_a_word_about_it(
    live: LiveDesk, restarted: bool
) -> None:
    states = _records(_do_all(live))
    assert all(one != other for one, other in pairwise(states))
    if restarted:
        live.leave()
        live = LiveDesk(live.room, live.room.again(live.session), live.qtbot)
    labels = [label for _, label in STEPS]
    said, seen = [], []
    for _ in STEPS:
        live.press(Key.Key_Z, CTRL)
        said.append(live.said)
        seen.append(live.interview)
    assert said == [f"Undone: {label}" for label in reversed(labels)]
    assert _records(seen) == states[-2::-1]

    said, seen = [], []
    for _ in STEPS:
        live.press(Key.Key_Z, CTRL | Mod.ShiftModifier)
        said.append(live.said)
        seen.append(live.interview)
    assert said == [f"Redone: {label}" for label in labels]
    assert _records(seen) == states[1:]
    live.leave()


def test_the_page_shows_what_undo_has_brought_back(live: LiveDesk) -> None:
    before = live.page.controls.spoken(), live.page.clock.spoken(), live.page.rail.accessibleName()
    _extend(live)
    _next(live)
    live.press(Key.Key_Z, CTRL)
    live.press(Key.Key_Z, CTRL)

    after = live.page.controls.spoken(), live.page.clock.spoken(), live.page.rail.accessibleName()
    assert after == before


def test_once_scoring_is_finished_nothing_is_left_to_undo(live: LiveDesk) -> None:
    _note(live)
    live.press(Key.Key_Return, CTRL | Mod.ShiftModifier)
    live.press(Key.Key_Return, CTRL | Mod.ShiftModifier)
    live.session.do(lock(live.session.interview, live.session.now()))
    live.page.undo()

    assert live.said == "Nothing to undo"
    assert len(live.interview.notes) == 1

"""The clock on the page: what it says at chosen moments, and what its keys do."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from interview_desk.desk.navigation import Page
from interview_desk.interview.status import Status
from interview_desk.interview.timeline import ClockState
from tests.helpers.live import Key, LiveDesk, Mod


def test_before_the_start_there_is_one_thing_to_press(sit: Callable[..., LiveDesk]) -> None:
    live = sit(started=False)

    assert live.page.controls.clock.accessibleName() == "Start"
    assert live.page.controls.next.isHidden()
    assert live.page.ticker.due_ms is None
    live.click(live.page.controls.clock)
    assert live.interview.status is Status.LIVE


def test_one_key_starts_pauses_and_goes_on(sit: Callable[..., LiveDesk]) -> None:
    live = sit(started=False)
    states = []
    for _ in range(3):
        live.press(Key.Key_Space, Mod.ControlModifier)
        states.append(live.interview.timeline.state)

    assert states == [ClockState.RUNNING, ClockState.PAUSED, ClockState.RUNNING]


def test_the_time_left_comes_first_then_the_end_then_how_far_behind(live: LiveDesk) -> None:
    # 20 minutes: 5 for the opening, 15 for the second phase.
    live.wait(60)
    assert live.page.clock.spoken() == "Phase 1 of 2, Opening, 4:00 left, left of 5:00, ends 10:05"
    assert live.page.controls.spoken() == "Elapsed 1:00 Ends 10:20"
    live.wait(360)
    assert live.page.clock.spoken() == (
        "Phase 1 of 2, Opening, 2:00 over, past 5:00, was to end 10:05"
    )
    assert live.page.controls.spoken() == "Elapsed 7:00 Ends 10:22 +2 min"


def test_an_interview_ahead_of_its_plan_says_so(live: LiveDesk) -> None:
    live.wait(180)
    live.press(Key.Key_P, Mod.ControlModifier)

    assert live.page.controls.spoken() == "Elapsed 3:00 Ends 10:18 2 min ahead"


def _is_in_warning_colour(live: LiveDesk) -> bool:
    QApplication.processEvents()  # the layout, where a time has got longer
    picture = live.page.controls.grab().toImage()
    spots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    # The only brown among greys and the blue of a button; letters are mixed with their ground.
    colours = (picture.pixelColor(x, y) for x, y in spots)
    return any(each.red() - each.blue() > 60 for each in colours)


def test_only_late_is_in_the_colour_of_a_warning(live: LiveDesk) -> None:
    live.wait(180)
    live.press(Key.Key_P, Mod.ControlModifier)
    assert not _is_in_warning_colour(live)
    live.wait(1200)
    assert live.page.controls.spoken() == "Elapsed 23:00 Ends 10:23 +3 min"
    assert _is_in_warning_colour(live)


def test_paused_the_clock_stands_and_only_the_end_moves_on(live: LiveDesk) -> None:
    live.wait(60)
    live.press(Key.Key_Space, Mod.ControlModifier)
    live.wait(148)

    assert live.page.controls.spoken() == "Elapsed 1:00 Ends 10:22 +2 min"
    assert live.page.clock.booked.text() == "Booked to 10:20, 2 min late"
    assert "4:00 left" in live.page.clock.spoken()
    assert live.page.ticker.due_ms == 5000  # for no timer runs while the laptop sleeps
    live.wait(29)
    assert live.page.ticker.due_ms == 3000
    live.wait(3)
    assert live.page.controls.spoken() == "Elapsed 1:00 Ends 10:23 +3 min"


def test_the_next_phase_and_back_again(live: LiveDesk) -> None:
    live.press(Key.Key_P, Mod.ControlModifier)
    assert live.interview.timeline.phase == 2
    assert live.page.controls.next.accessibleName() == "Finish"
    live.press(Key.Key_P, Mod.ControlModifier | Mod.ShiftModifier)
    assert live.interview.timeline.phase == 1
    live.press(Key.Key_P, Mod.ControlModifier | Mod.ShiftModifier)
    assert live.interview.timeline.phase == 1


def _press_finish(live: LiveDesk) -> None:
    live.press(Key.Key_Return, Mod.ControlModifier | Mod.ShiftModifier)


def test_finished_by_its_own_key_pressed_twice_it_is_scored(live: LiveDesk) -> None:
    gone: list[Page] = []
    live.page.go.connect(gone.append)
    live.wait(60)
    _press_finish(live)
    assert (live.interview.status, gone) == (Status.LIVE, [])
    assert "Press again to finish" in live.page.clock.spoken()
    _press_finish(live)

    assert live.interview.status is Status.TO_SCORE
    assert gone == [Page.SCORE]
    assert live.page.ticker.due_ms is None
    assert live.page.controls.spoken() == "Elapsed 1:00 Ended 10:01"
    _press_finish(live)
    assert gone == [Page.SCORE, Page.SCORE]


def test_the_key_of_the_next_phase_never_ends_the_interview(live: LiveDesk) -> None:
    live.type("mid-sent")
    for _ in range(5):
        live.press(Key.Key_P, Mod.ControlModifier)
    live.type("ence")

    assert live.interview.status is Status.LIVE
    assert live.interview.timeline.phase == 2
    assert live.said == "This is the last phase"
    assert live.text == "mid-sentence"


def _is_over(live: LiveDesk) -> bool:
    return live.interview.status is Status.TO_SCORE


def test_two_presses_that_are_far_apart_end_nothing(live: LiveDesk) -> None:
    _press_finish(live)
    live.wait(5)
    _press_finish(live)
    assert not _is_over(live)
    live.wait(3)
    _press_finish(live)

    assert _is_over(live)


def test_the_line_that_asks_for_the_second_press_goes_by_itself(live: LiveDesk) -> None:
    _press_finish(live)
    clock = live.page.clock
    live.qtbot.waitUntil(lambda: "Press again" not in clock.spoken(), timeout=8000)

    assert not _is_over(live)


def test_the_button_that_ends_the_interview_is_pressed_twice_too(live: LiveDesk) -> None:
    button = live.page.controls.next
    live.click(button)
    assert (button.accessibleName(), live.interview.timeline.phase) == ("Finish", 2)
    assert button.accessibleDescription() == live.room.desk.keymap.hint("live.finish")
    live.click(button)
    assert not _is_over(live)
    live.click(button)

    assert _is_over(live)


def test_an_interview_finished_early_leads_on_to_the_score(live: LiveDesk) -> None:
    gone: list[Page] = []
    _press_finish(live)
    _press_finish(live)
    live.page.go.connect(gone.append)
    live.click(live.page.controls.next)

    assert live.interview.timeline.phase == 1
    assert gone == [Page.SCORE]


@pytest.mark.parametrize("late_ms", [0, 3, 40, 999])
def test_no_second_is_skipped_however_late_the_timer_is(live: LiveDesk, late_ms: int) -> None:
    live.room.clock.advance(0.137)
    live.page.ticker.arm()
    shown = []
    for _ in range(200):
        due = live.page.ticker.due_ms
        assert due is not None
        live.wait((due + late_ms % (1000 - due if due < 1000 else 1)) / 1000)
        shown.append(live.page.controls.spoken().split()[1])

    seconds = [int(m) * 60 + int(s) for m, s in (each.split(":") for each in shown)]
    assert seconds == list(range(1, 201))


def test_a_machine_that_slept_shows_the_true_time_at_once(live: LiveDesk) -> None:
    live.wait(95)

    assert live.page.controls.spoken().startswith("Elapsed 1:35")


def test_the_heartbeat_is_written_while_the_clock_runs(live: LiveDesk) -> None:
    store, row = live.room.desk.store, live.session.row
    live.wait(9)
    assert store.last_beat(row) is None
    live.wait(2)
    assert store.last_beat(row) == live.room.clock.now()


def test_the_rail_tells_planned_and_used_time(live: LiveDesk) -> None:
    live.wait(310)
    live.press(Key.Key_P, Mod.ControlModifier)

    told = live.page.rail.accessibleName()
    assert "1 Opening: planned 5:00, used 5:10, 0:10 over" in told

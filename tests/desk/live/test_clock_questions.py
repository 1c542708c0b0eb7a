"""What the laptop's clocks do meanwhile is asked about in the window, and settles nothing."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from interview_desk.interview.pace import pace
from interview_desk.interview.records import ClockKind
from interview_desk.words import clock_time, minutes
from tests.helpers.clock import MORNING_MS
from tests.helpers.live import Key, LiveDesk, Mod
from tests.helpers.rooms import Room

HOUR_MS = 3_600_000


def _elapsed(live: LiveDesk) -> str:
    return live.page.controls.spoken().split()[1]


def test_after_sleep_the_clock_has_counted_on_and_one_may_leave_the_time_out(
    live: LiveDesk,
) -> None:
    live.run(60)
    live.wait(750)

    assert live.asked == "The laptop slept for 12:30. The clock counted on."
    assert _elapsed(live) == "13:30"
    assert live.page.field.keys.hasFocus()
    live.answer("Leave the time out")
    assert (_elapsed(live), live.asked) == ("1:00", "")
    assert live.said == "Left out: 12:30"
    assert live.page.field.keys.hasFocus()


def test_left_unanswered_or_kept_nothing_is_recorded(live: LiveDesk) -> None:
    live.wait(750)
    live.wait(1)
    assert live.asked.startswith("The laptop slept")
    live.answer("Keep")

    kinds = {event.kind for event in live.interview.clock_events}
    assert (kinds, _elapsed(live), live.asked) == ({ClockKind.START}, "12:31", "")


def test_time_left_out_is_brought_back_by_undo(live: LiveDesk) -> None:
    live.wait(750)
    live.answer("Leave the time out")
    live.press(Key.Key_Z, Mod.ControlModifier)

    assert (_elapsed(live), live.said) == ("12:30", "Undone: Break left out")


def test_a_machine_that_stalls_is_asked_about_from_five_seconds_on(live: LiveDesk) -> None:
    live.wait(5)
    assert live.asked == ""
    live.wait(6)
    assert live.asked == "The laptop slept for 0:06. The clock counted on."


def test_sleep_in_a_pause_is_no_question(live: LiveDesk) -> None:
    live.wait(1)
    live.press(Key.Key_Space, Mod.ControlModifier)
    live.wait(900)
    live.press(Key.Key_Space, Mod.ControlModifier)
    live.wait(1)

    assert _elapsed(live) == "0:02"
    assert live.asked.startswith("15:00 late. ")  # the pause has pushed the end; nothing slept


def test_sleep_that_a_key_press_ends_is_noticed_too(live: LiveDesk) -> None:
    live.wait(1)
    live.room.clock.advance(600)
    live.press(Key.Key_Space, Mod.ControlModifier)
    live.press(Key.Key_Space, Mod.ControlModifier)

    assert live.asked == "The laptop slept for 10:00. The clock counted on."


@pytest.mark.parametrize(
    ("by_ms", "words"),
    [
        (HOUR_MS, "1 h forward"),
        (-HOUR_MS - 90_000, "1 h 1 min 30 s back"),
        (25_000, "25 s forward"),
    ],
)
def test_a_wall_clock_that_was_set_moves_times_of_day_and_nothing_else(
    live: LiveDesk, by_ms: int, words: str
) -> None:
    live.wait(1)
    live.room.clock.set_wall(MORNING_MS + 1000 + by_ms)
    live.wait(1)

    assert live.asked == (
        f"The laptop’s clock was set {words}. "
        "Times of day follow it; elapsed is unaffected."
    )  # fmt: skip
    end = datetime.fromtimestamp(MORNING_MS / 1000, UTC) + timedelta(minutes=20, milliseconds=by_ms)
    assert live.page.controls.spoken() == f"Elapsed 0:02 Ends {end:%H:%M}"
    live.answer("OK")
    assert live.asked == ""


def test_no_time_of_day_is_wrong_for_longer_than_five_seconds(live: LiveDesk) -> None:
    # Far behind, the end moves on with every second that passes.
    live.run(1300)
    wrong = 0
    for _ in range(600):
        live.wait(1)
        now, left = live.room.clock.now(), pace(live.session.interview, live.room.clock.now())
        right = f"Ends {clock_time(left.end(now), UTC)}" in live.page.controls.spoken()
        wrong = 0 if right else wrong + 1
        assert wrong < 5


@pytest.mark.parametrize("paused", [False, True])
def test_after_a_sleep_everything_is_right_at_the_first_look(live: LiveDesk, paused: bool) -> None:
    live.run(30)
    if paused:
        live.press(Key.Key_Space, Mod.ControlModifier)
    live.wait(7_207)
    if paused:
        live.press(Key.Key_Space, Mod.ControlModifier)

    now = live.room.clock.now()
    standing = pace(live.session.interview, now)
    assert live.page.controls.spoken().startswith(
        f"Elapsed {minutes(standing.elapsed_ms)} Ends {clock_time(standing.end(now), UTC)}"
    )
    assert _elapsed(live) == ("0:30" if paused else "120:37")


def test_questions_wait_for_one_another(live: LiveDesk) -> None:
    live.wait(1)
    live.room.clock.set_wall(MORNING_MS - HOUR_MS)
    live.wait(600)
    live.wait(1)
    live.press(Key.Key_Space, Mod.ControlModifier)

    assert live.asked == "Paused. Why?"
    live.press(Key.Key_Space, Mod.ControlModifier)
    assert live.asked.startswith("The laptop slept for 10:00")
    live.answer("Keep")
    assert live.asked.startswith("The laptop’s clock was set")
    live.answer("OK")
    assert live.asked == ""


def test_a_program_that_was_closed_asks_what_the_time_is_to_count_for(
    sit: Callable[..., LiveDesk],
) -> None:
    live = sit()
    live.wait(60)
    live.leave()
    live.room.clock.advance(240)
    session = live.room.again(live.session)
    live = LiveDesk(live.room, session, live.qtbot)
    session.resume()

    assert live.asked == "The program was closed for 4:00. The clock counted on."
    live.answer("Leave the time out")
    assert _elapsed(live) == "1:00"
    live.leave()


@pytest.mark.parametrize(
    ("at", "end"),
    [
        # In Berlin the clocks go from 2:00 to 3:00, and from 3:00 back to 2:00, at 1:00 UTC.
        (datetime(2026, 3, 29, 0, 50, tzinfo=UTC), "03:15"),
        (datetime(2026, 10, 25, 0, 50, tzinfo=UTC), "02:15"),
        # Midnight, and another year.
        (datetime(2026, 12, 31, 22, 50, tzinfo=UTC), "00:15"),
    ],
)
def test_midnight_and_summer_time_disturb_no_figure(
    room: Room, sit: Callable[..., LiveDesk], at: datetime, end: str
) -> None:
    room.desk = room.desk._replace(zone=ZoneInfo("Europe/Berlin"))
    room.clock.set_wall(round(at.timestamp() * 1000))
    live = sit()
    shown, asked = [], set()
    for _ in range(600):
        live.wait(1)
        shown.append(_elapsed(live))
        asked.add(live.asked[:10])
    live.press(Key.Key_P, Mod.ControlModifier)

    assert shown == [f"{n // 60}:{n % 60:02}" for n in range(1, 601)]
    assert not any(each.startswith("The laptop") for each in asked)
    assert live.page.controls.spoken() == f"Elapsed 10:00 Ends {end} +5 min"

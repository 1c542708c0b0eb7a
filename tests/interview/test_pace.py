"""Ahead or behind, early or late, and when it ends."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.interview.actions import running
from interview_desk.interview.clock import Clock
from interview_desk.interview.interview import Interview
from interview_desk.interview.pace import Booking, Pace, booking, pace
from tests.helpers.actions import CLOCK, Step, play, steps
from tests.helpers.clock import MORNING_MS, HandClock
from tests.helpers.pictures import MINUTE_MS, lived
from tests.helpers.samples import Played, prepared, shipped_guide

# The shipped guide in 45 minutes: 8, 10, 14, 8 and 5.


def standing(played: Played) -> Pace:
    return pace(played.interview, played.clock.now())


def minutes_behind(script: str) -> float:
    return standing(lived(script)).behind_ms / MINUTE_MS


def test_before_the_start_it_is_on_time_and_all_is_to_go() -> None:
    here = standing(lived("..."))
    assert (here.behind_ms, here.to_go_ms, here.current) == (0, 45 * MINUTE_MS, 0)
    assert here.phase is None
    assert here.phase_end(lived("").clock.now()) is None


def test_within_its_time_a_phase_is_neither_ahead_nor_behind() -> None:
    assert minutes_behind("S.......") == 0


def test_a_phase_over_its_time_is_behind() -> None:
    assert minutes_behind("S" + "." * 11) == 3


def test_a_phase_left_early_is_ahead() -> None:
    assert minutes_behind("S.....2") == -3


def test_a_phase_left_out_is_ahead_by_its_time() -> None:
    assert minutes_behind("S" + "." * 8 + "3") == -10


def test_a_pause_moves_the_end_but_not_the_pace() -> None:
    before, after = lived("S..P"), lived("S..P.....")
    assert standing(before).behind_ms == standing(after).behind_ms == 0
    moved = standing(after).end(after.clock.now()) - standing(before).end(before.clock.now())
    assert moved == 5 * MINUTE_MS


def test_going_back_brings_the_later_phases_back() -> None:
    # Left at 6 of 8, 4 minutes in the second, and back: 2 + 6 + 14 + 8 + 5 are to go.
    here = standing(lived("S......2....1"))
    assert here.to_go_ms == (2 + 6 + 14 + 8 + 5) * MINUTE_MS
    assert here.behind_ms == 0


def test_a_phase_ends_when_its_time_is_used_up() -> None:
    played = lived("S...")
    now = played.clock.now()
    assert standing(played).phase_end(now) == now.wall_ms + 5 * MINUTE_MS


def test_a_finished_interview_has_nothing_to_go_and_ended_early() -> None:
    here = standing(lived("S" + "." * 40 + "F...."))
    assert (here.to_go_ms, here.behind_ms) == (0, -5 * MINUTE_MS)


def test_the_rail_tells_planned_adjusted_and_used() -> None:
    played = lived("S..")
    played.do(running.change_plan(played.interview, (300, 600, 900, 480, 300), played.clock.now()))
    first = standing(played).phases[0]
    assert (first.planned_s, first.adjusted_s, first.used_ms) == (480, 300, 2 * MINUTE_MS)
    assert first.left_ms == 3 * MINUTE_MS


def booked(played: Played) -> Booking:
    found = booking(played.interview, played.clock.now(), UTC)
    assert found is not None
    return found


def minutes_late(script: str) -> tuple[float, float]:
    found = booked(lived(script))
    return found.late_ms / MINUTE_MS, found.lost_ms / MINUTE_MS


def planned_for(scheduled: str, clock: Clock) -> Interview:
    interview = prepared(shipped_guide())
    setup = replace(interview.setup, scheduled=scheduled)
    return Interview.of(interview.uid, interview.guide, clock.now().wall_ms, (setup,))


def test_before_the_start_nothing_is_late() -> None:
    assert booking(lived("").interview, lived("").clock.now(), UTC) is None


@pytest.mark.parametrize(
    ("script", "late", "lost"),
    [
        ("S...", 0, 0),
        ("S..P.....", 5, 5),  # a pause pushes the end while it lasts
        ("S..P.....R...", 5, 5),
        ("S" + "." * 11, 3, 0),  # over its time, and nothing lost
        ("S" + "." * 9 + "P..", 3, 2),
        ("S.....2", -3, 0),  # a phase left early
        ("S.....2P..R", -1, 2),
        ("S" + "." * 40 + "P..RF......", -3, 2),  # ended at 42 of 45, and stays so
    ],
)
def test_late_counts_pauses_beside_what_the_phases_took(
    script: str, late: float, lost: float
) -> None:
    assert minutes_late(script) == (late, lost)


@pytest.mark.parametrize(
    ("scheduled", "late"),
    [
        ("2026-11-23T10:00", 0),
        ("2026-11-23T09:57", 3),  # started 3 minutes late
        ("2026-11-23T10:05", -5),
        ("2026-11-23T08:30", 0),  # not the hour that it was booked for
        ("2026-11-20T10:00", 0),
        ("", 0),
        ("soon", 0),
    ],
)
def test_a_start_counts_from_the_time_that_was_booked(scheduled: str, late: int) -> None:
    clock = HandClock()
    played = Played(planned_for(scheduled, clock), clock)
    played.start()
    clock.advance(60)
    found = booked(played)
    assert found.late_ms == late * MINUTE_MS
    assert found.lost_ms == max(0, late) * MINUTE_MS
    assert found.end_ms == MORNING_MS + (45 - late) * MINUTE_MS


def test_a_start_that_is_corrected_is_counted_from_where_it_really_was() -> None:
    played = lived("S..")
    played.do(running.really_started(played.interview, -MINUTE_MS, played.clock.now()))
    assert booked(played) == Booking(MORNING_MS + 44 * MINUTE_MS, 0, 0, 0)


def test_a_longer_interview_is_late_by_what_was_added_and_has_lost_nothing() -> None:
    played = lived("S..")
    longer = (480, 600, 1140, 480, 300)
    played.do(running.change_plan(played.interview, longer, played.clock.now()))
    assert booked(played) == Booking(MORNING_MS + 45 * MINUTE_MS, 5 * MINUTE_MS, 5 * MINUTE_MS, 0)


DEEDS = (*(each for each in CLOCK if each not in ("really started", "leave out")), "change plan")


@given(steps(DEEDS), st.integers(-59, 59), st.integers(0, 3_000))
def test_it_is_as_late_as_a_stopwatch_started_at_the_booked_time_says(
    script: list[Step], delay_min: int, more_s: int
) -> None:
    """The stopwatch never stops: it shows the end when what is left to do is added to it."""
    clock = HandClock(MORNING_MS + delay_min * MINUTE_MS)
    played = Played(planned_for("2026-11-23T10:00", clock), clock)
    played.start()
    play(script, played)
    clock.advance(more_s)
    finish = played.interview.finish
    shows_ms = (finish.at if finish is not None else clock.now()).wall_ms - MORNING_MS
    here = standing(played)
    left = [max(0, each.left_ms) for each in here.phases[here.current - 1 :]]
    ends_ms = shows_ms + (0 if finish is not None else sum(left))

    found = booked(played)
    assert found.late_ms == ends_ms - 45 * MINUTE_MS
    assert found.end_ms == MORNING_MS + 45 * MINUTE_MS
    paused = sum(each.length(played.interview.timeline.position(clock.now()))
                 for each in played.interview.timeline.pauses())  # fmt: skip
    assert 0 <= found.lost_ms <= max(0, delay_min * MINUTE_MS + paused)


def test_the_booked_end_follows_a_wall_clock_that_was_set() -> None:
    before, after = booked(lived("S..P..")), booked(lived("S..P..>"))
    assert (after.late_ms, after.lost_ms) == (before.late_ms, before.lost_ms)
    assert after.end_ms - before.end_ms == 60 * MINUTE_MS
    assert datetime.fromtimestamp(after.end_ms / 1000, UTC).hour == 11

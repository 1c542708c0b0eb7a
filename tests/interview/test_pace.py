"""Ahead or behind, and when it ends."""

from interview_desk.interview.actions import running
from interview_desk.interview.pace import Pace, pace
from tests.helpers.pictures import MINUTE_MS, lived
from tests.helpers.samples import Played

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

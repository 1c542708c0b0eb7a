"""The clock of an interview, case by case, as pictures of its minutes."""

import pytest

from interview_desk.interview.actions import running
from interview_desk.interview.clock import Instant
from interview_desk.interview.timeline import ClockState
from tests.helpers.pictures import MINUTE_MS, lived, picture
from tests.helpers.samples import Played

CASES = [
    ("nothing has begun", "..", ""),
    ("phases one after another", "S...2..3.", "111223"),
    ("a pause stands still", "S...P..R..2...", "111--11222"),
    ("going back adds to the earlier phase", "S..2..1.", "11221"),
    ("a phase entered in a pause", "S.P.2.R.", "1--2"),
    ("finished while it was paused", "S..P.F...", "11-"),
    ("nothing counts after the end", "S..F....", "11"),
    ("entered at the moment of the start", "S2.", "2"),
    ("the program was opened again on another boot", "S..B...", "111111"),
    ("opened again in a pause", "S..PB.R..", "11--11"),
    ("twice off and on", "S.B2.B.", "11222"),
    ("wall clock set back an hour", "S..<..2.<.", "111122"),
    ("wall clock set forward an hour", "S..>..2.", "11112"),
    ("set back, then off and on", "S..<.B..", "111111"),
    ("a phase undone was never left", "S..2..u.", "11111"),
    ("a pause undone never was", "S..P..u.", "11111"),
    ("a finish undone", "S..F..u.", "11111"),
    ("a start undone", "S..u.", ""),
]


@pytest.mark.parametrize(
    ("script", "drawn"), [pytest.param(*case, id=name) for name, *case in CASES]
)
def test_the_clock_of(script: str, drawn: str) -> None:
    assert picture(lived(script)) == drawn


def test_of_events_at_one_moment_the_first_recorded_comes_first() -> None:
    played = lived("SPR2P3R1P2R.")
    assert picture(played) == "2"
    assert played.interview.timeline.state is ClockState.RUNNING


def test_time_off_counts_nothing_where_the_wall_clock_was_set_back_meanwhile() -> None:
    played = lived("S..")
    alive = played.clock.now()
    played.clock.reboot(after_seconds=-3_600)
    played.do(running.reopen(played.interview, alive, played.clock.now()))
    played.clock.advance(60)
    assert picture(played) == "111"


def corrected(script: str, shift_minutes: int) -> Played:
    played = lived(script)
    shift = shift_minutes * MINUTE_MS
    played.do(running.really_started(played.interview, shift, played.clock.now()))
    return played


@pytest.mark.parametrize(
    ("shift", "drawn"),
    [
        pytest.param(-2, "11111--22", id="earlier lengthens the first phase"),
        pytest.param(0, "111--22", id="not at all"),
        pytest.param(1, "11--22", id="later shortens it"),
        pytest.param(4, "-22", id="later than its end leaves the rest"),
        pytest.param(6, "2", id="into the second phase"),
        pytest.param(60, "", id="later than now is now"),
    ],
)
def test_a_start_moved(shift: int, drawn: str) -> None:
    assert picture(corrected("S...P..R2..", shift)) == drawn


def test_a_start_corrected_twice_counts_once() -> None:
    played = corrected("S....", 3)
    played.do(running.really_started(played.interview, MINUTE_MS, played.clock.now()))
    assert picture(played) == "111"


def test_a_start_moved_past_the_end_leaves_an_empty_interview() -> None:
    played = corrected("S..2..F...", 60)
    assert picture(played) == ""
    assert played.interview.timeline.elapsed(played.clock.now()) == 0


def test_the_moment_of_the_start_follows_its_correction() -> None:
    played = corrected("S....", -2)
    pressed, start = played.interview.timeline.pressed, played.interview.timeline.start
    assert pressed is not None
    assert start == pressed.shifted(-2 * MINUTE_MS)


def left_out(script: str, since: int, until: int) -> Played:
    """A stretch left out, told in minutes before now."""
    played = lived(script)
    now = played.clock.now()
    before, after = now.shifted(-since * MINUTE_MS), now.shifted(-until * MINUTE_MS)
    played.do(running.leave_out(played.interview, before, after, "slept"))
    played.clock.advance(60)
    return played


@pytest.mark.parametrize(
    ("script", "since", "until", "drawn"),
    [
        pytest.param("S......", 4, 1, "11---11", id="in the middle of a phase"),
        pytest.param("S...2...", 4, 2, "11--222", id="over a change of phase"),
        pytest.param("S.P.R....", 5, 2, "1---111", id="that overlaps a pause's end"),
        pytest.param("S...P..R..", 5, 3, "11---111", id="that overlaps a pause's start"),
        pytest.param("S..P.R...", 5, 1, "1----11", id="around a whole pause"),
        pytest.param("S...", 9, 1, "--11", id="from before the start"),
        pytest.param("S....", 2, 0, "11--1", id="until now"),
    ],
)
def test_a_break_told_of_later(script: str, since: int, until: int, drawn: str) -> None:
    assert picture(left_out(script, since, until)) == drawn


def test_a_break_in_which_the_clock_stood_is_nothing_to_leave_out() -> None:
    played = lived("S.P...")
    now = played.clock.now()
    assert running.leave_out(played.interview, now.shifted(-60_000), now, "slept") is None


def test_two_breaks_that_overlap_count_once() -> None:
    played = left_out("S......", 5, 2)
    now = played.clock.now()
    earlier, later = now.shifted(-4 * MINUTE_MS), now.shifted(-1 * MINUTE_MS)
    played.do(running.leave_out(played.interview, earlier, later, "break"))
    assert picture(played) == "1-----1"


def test_a_pause_over_two_phases_is_one_pause_with_its_last_reason() -> None:
    played = lived("S.P.2.")
    played.do(running.pause(played.interview, played.clock.now(), "the call dropped"))
    (pause,) = played.interview.timeline.pauses()
    assert (pause.reason, pause.phase) == ("the call dropped", 1)
    assert (pause.start, pause.end) == (MINUTE_MS, None)


def test_notes_from_boots_before_the_start_and_after_the_end_stand_at_its_ends() -> None:
    played = Played()
    early = played.note("read the resume")
    played.clock.reboot(86_400)
    played.start()
    played.clock.advance(300)
    played.do(running.finish(played.interview, played.clock.now()))
    played.clock.reboot(86_400)
    late = played.note("wrote back")
    timeline = played.interview.timeline
    assert (timeline.elapsed(early.at), timeline.phase_at(early.at)) == (0, 1)
    assert (timeline.elapsed(late.at), timeline.phase_at(late.at)) == (5 * MINUTE_MS, 1)


def test_a_finished_clock_stands_still_even_if_the_wall_clock_was_set_back_by_a_reboot() -> None:
    played = Played()
    played.start()
    played.clock.advance(300)
    played.do(running.finish(played.interview, played.clock.now()))
    played.clock.reboot(-86_400)
    assert played.interview.timeline.elapsed(played.clock.now()) == 5 * MINUTE_MS


def test_before_the_start_no_time_has_passed_and_no_phase_is_on() -> None:
    timeline, at = lived("..").interview.timeline, lived("..").clock.now()
    assert (timeline.elapsed(at), timeline.phase, timeline.phase_at(at)) == (0, 0, 0)
    assert (timeline.start, timeline.pauses()) == (None, ())


def test_a_visit_to_a_phase_counts_from_when_it_was_last_entered() -> None:
    played = lived("S...2.1.P..R.")
    assert played.interview.timeline.visit(played.clock.now()) == 2 * MINUTE_MS


def test_a_start_moved_later_than_now_counts_from_now() -> None:
    played = corrected("S...P..R2..", 60)
    played.clock.advance(60)
    assert picture(played) == "2"


def test_a_pause_within_a_break_keeps_its_reason() -> None:
    played = lived("S..")
    played.do(running.pause(played.interview, played.clock.now(), "the call dropped"))
    played.clock.advance(60)
    played.do(running.resume(played.interview, played.clock.now()))
    played.clock.advance(60)
    now = played.clock.now()
    played.do(running.leave_out(played.interview, now.shifted(-3 * MINUTE_MS), now, "slept"))
    reasons = [pause.reason for pause in played.interview.timeline.pauses()]
    assert reasons == ["slept", "the call dropped", "slept"]


def test_a_break_since_a_boot_before_the_start_leaves_out_all_until_now() -> None:
    played = lived("S...")
    now = played.clock.now()
    since = Instant(now.wall_ms - 86_400_000, 7_000, "a boot of its own")
    played.do(running.leave_out(played.interview, since, now, "not there yet"))
    played.clock.advance(60)
    assert picture(played) == "---1"


def test_the_phase_that_is_on_was_entered_at_its_last_visit_whatever_paused_in_it() -> None:
    assert lived("S..2..1..P..R.").interview.timeline.entered == 4 * MINUTE_MS
    assert lived("..").interview.timeline.entered is None

"""Whatever is done in whatever order: times add up, undo is exact, a packet loses nothing."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from interview_desk.interview.actions.watching import seen_at
from interview_desk.interview.interview import Interview
from interview_desk.interview.pace import pace
from interview_desk.interview.packet import read_packet, write_packet
from interview_desk.interview.records import ClockEvent, ClockKind, PastCue, Record
from interview_desk.interview.summary import summarise_interview
from interview_desk.interview.timeline import ClockState
from tests.helpers.actions import (
    CLOCK,
    EVERYTHING,
    HISTORY,
    WORLD,
    Step,
    go_back_or_forth,
    play,
    started,
    steps,
)
from tests.helpers.samples import Played

CLOCK_STEPS = steps((*CLOCK, *WORLD, *HISTORY))
WITHOUT_HISTORY = tuple(deed for deed in EVERYTHING if deed not in HISTORY)


def what_was_done(interview: Interview) -> dict[object, Record]:
    """The records but for what merely happened: the program was opened again, a cue was over."""
    happened = (ClockKind.ALIVE, ClockKind.REOPEN)
    return {
        key: record
        for key, record in interview.records.items()
        if not (isinstance(record, ClockEvent) and record.kind in happened)
        and not isinstance(record, PastCue)
    }


@given(CLOCK_STEPS, st.integers(0, 10_000_000))
def test_the_times_of_the_phases_add_up_to_the_time_elapsed(script: list[Step], later: int) -> None:
    played = started(script)
    timeline, phases = played.interview.timeline, len(played.interview.guide.phases)
    for at in (played.clock.now(), played.clock.now().shifted(later)):
        used = timeline.used(at, phases)
        assert sum(used) == timeline.elapsed(at)
        assert min(used) >= 0


@given(CLOCK_STEPS)
def test_time_passes_in_the_interview_only_while_its_clock_runs(script: list[Step]) -> None:
    played = started(script)
    timeline, now = played.interview.timeline, played.clock.now()
    later = now.shifted(61_000)
    passed = timeline.elapsed(later) - timeline.elapsed(now)
    begun = bool(timeline.spans) and timeline.spans[-1].start <= timeline.position(now)
    if timeline.state is not ClockState.RUNNING:
        assert passed == 0
    elif begun:
        assert passed == 61_000
    else:
        assert 0 <= passed <= 61_000


@given(CLOCK_STEPS, st.integers(0, 60_000), st.integers(0, 100_000))
def test_what_was_seen_a_moment_ago_was_seen_in_the_phase_that_is_on(
    script: list[Step], back: int, later: int
) -> None:
    played = started(script)
    interview, now = played.interview, played.clock.now().shifted(later)
    at = seen_at(interview, now, back)
    timeline = interview.timeline

    assert 0 <= timeline.position(now) - timeline.position(at) <= back
    if timeline.phase_at(now) == timeline.phase:
        assert timeline.phase_at(at) == timeline.phase


@given(CLOCK_STEPS)
def test_phases_and_pauses_follow_one_another_without_gaps(script: list[Step]) -> None:
    spans = started(script).interview.timeline.spans
    for earlier, later in pairwise(spans):
        assert earlier.end is not None
        assert earlier.start <= earlier.end == later.start


@given(CLOCK_STEPS)
def test_what_ran_and_what_was_paused_is_all_the_time_there_was(script: list[Step]) -> None:
    played = started(script)
    timeline, now = played.interview.timeline, played.clock.now()
    if not timeline.spans or timeline.state is ClockState.FINISHED:
        return
    until = timeline.position(now)
    paused = sum(pause.length(until) for pause in timeline.pauses())
    assert timeline.elapsed(now) + paused == max(0, until - timeline.spans[0].start)


@given(CLOCK_STEPS)
def test_the_pace_agrees_with_itself(script: list[Step]) -> None:
    played = started(script)
    standing = pace(played.interview, played.clock.now())
    assert standing.elapsed_ms == sum(each.used_ms for each in standing.phases)
    total_ms = played.interview.plan.total * 1000
    assert standing.elapsed_ms + standing.to_go_ms == total_ms + standing.behind_ms
    if played.interview.timeline.state is ClockState.FINISHED:
        assert standing.to_go_ms == 0


@given(steps(), st.integers(1, 30))
def test_undoing_some_steps_and_doing_them_again_restores_exactly(
    script: list[Step], count: int
) -> None:
    played = started(script)
    while go_back_or_forth(played, "redo"):
        pass
    before = played.interview
    undone = sum(go_back_or_forth(played, "undo") for _ in range(count))
    redone = 0
    while go_back_or_forth(played, "redo"):
        redone += 1
    assert (redone, played.interview) == (undone, before)


@given(steps(WITHOUT_HISTORY), st.integers(0, 30))
def test_undone_steps_can_be_done_again_after_a_restart(script: list[Step], count: int) -> None:
    played = started(script)
    before = what_was_done(played.interview)
    for _ in range(min(count, len(played.journal.done) - 1)):
        go_back_or_forth(played, "undo")
    play([Step(0, "reboot", 160, "")], played)
    while go_back_or_forth(played, "redo"):
        pass
    assert what_was_done(played.interview) == before


@given(steps())
def test_undoing_everything_restores_the_beginning(script: list[Step]) -> None:
    beginning = play([]).interview
    played = play(script)
    while go_back_or_forth(played, "undo"):
        pass
    assert what_was_done(played.interview) == beginning.records


@given(steps())
def test_a_packet_out_and_in_changes_nothing(script: list[Step]) -> None:
    interview = started(script).interview
    packet = write_packet(interview)
    again = read_packet(packet)
    assert again == interview
    assert write_packet(again) == packet
    assert summarise_interview(again) == summarise_interview(interview)


def test_an_interview_without_set_up_goes_through_a_packet_as_it_is() -> None:
    whole = Played().interview
    bare = Interview.of(whole.uid, whole.guide, whole.created_ms)
    assert read_packet(write_packet(bare)) == bare

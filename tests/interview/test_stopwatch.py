"""The clock against a stopwatch kept by hand, through sleep, reboots, nights and any zone."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.interview.interview import Interview
from interview_desk.interview.pace import pace
from interview_desk.interview.timeline import ClockState
from interview_desk.words import clock_time
from tests.helpers.actions import GUIDE, WORLD, Step, play, steps
from tests.helpers.clock import MORNING_MS, HandClock
from tests.helpers.samples import Played, prepared

DEEDS = ("enter", "enter", "pause", "resume", "finish", "change plan", "note", "sleep", *WORLD)
ZONES = (
    "Europe/Berlin", "America/New_York", "America/St_Johns", "Australia/Lord_Howe",
    "Asia/Kathmandu", "Pacific/Apia", "Africa/Casablanca", "UTC",
)  # fmt: skip


class Stopwatch:
    """Seconds per phase added up one stretch after another, as with pen and paper."""

    def __init__(self) -> None:
        self.used = [0] * len(GUIDE.phases)
        self.written: dict[int, int] = {}

    def run(self, interview: Interview, ms: int) -> None:
        if interview.timeline.state is ClockState.RUNNING:
            self.used[interview.timeline.phase - 1] += ms

    def step(self, played: Played, step: Step) -> None:
        before = played.interview
        # Two things are never done in the same thousandth of a second.
        self.run(before, step.wait_ms + 1)
        played.clock.advance((step.wait_ms + 1) / 1000)
        if step.deed == "sleep":
            self.run(before, step.number * 1000)
            played.clock.advance(step.number)
        elif step.deed == "reboot":
            # Where the wall clock was set back meanwhile nothing is known of the time off.
            self.run(before, max(0, step.number % 400 - 100) * 1000)
        play([Step(0, step.deed, step.number, step.text)], played)
        for note in played.interview.notes:
            self.written.setdefault(note.id, before.timeline.phase)


def begun(wall_ms: int) -> Played:
    played = Played(prepared(GUIDE), HandClock(wall_ms))
    played.start()
    return played


@given(steps(DEEDS), st.integers(0, 4_000_000_000_000))
def test_after_every_step_each_phase_has_used_what_the_stopwatch_says(
    script: list[Step], wall_ms: int
) -> None:
    played, watch = begun(wall_ms), Stopwatch()
    for step in script:
        watch.step(played, step)
        standing = pace(played.interview, played.clock.now())
        assert [each.used_ms for each in standing.phases] == watch.used
        planned = played.interview.plan.seconds
        left = [each.left_ms + each.used_ms for each in standing.phases]
        assert left == [1000 * seconds for seconds in planned]


@given(steps(DEEDS))
def test_a_note_stays_in_the_phase_it_was_written_in(script: list[Step]) -> None:
    played, watch = begun(MORNING_MS), Stopwatch()
    for step in script:
        watch.step(played, step)
    timeline = played.interview.timeline
    assert {n.id: timeline.phase_at(n.at) for n in played.interview.notes} == watch.written


@pytest.mark.parametrize("zone", ZONES)
def test_in_every_zone_the_end_is_what_its_clocks_show_when_it_comes(zone: str) -> None:
    # Every hour of a year in which an interview can meet a change of the clocks.
    first = datetime(2026, 1, 1, 0, 20, tzinfo=UTC)
    played, off = begun(round(first.timestamp() * 1000)), ZoneInfo(zone)
    to_go = pace(played.interview, played.clock.now()).to_go_ms
    for hours in range(365 * 24):
        now = played.clock.now().shifted(hours * 3_600_000)
        end = (first + timedelta(hours=hours, milliseconds=to_go)).astimezone(off)
        assert clock_time(now.wall_ms + to_go, off) == f"{end:%H:%M}"

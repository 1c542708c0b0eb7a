"""Midnight, summer time and a wall clock that someone sets disturb no figure."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.interview.pace import Pace, pace
from interview_desk.words import clock_time, day
from tests.helpers.actions import CLOCK, GUIDE, Step, play, steps
from tests.helpers.clock import MORNING_MS, HandClock
from tests.helpers.pictures import lived
from tests.helpers.samples import Played, prepared

BERLIN = ZoneInfo("Europe/Berlin")
NIGHTS = {
    "a usual morning": datetime(2026, 11, 23, 10, 0, tzinfo=UTC),
    "midnight": datetime(2026, 11, 23, 22, 40, tzinfo=UTC),
    "into summer time": datetime(2026, 3, 29, 0, 40, tzinfo=UTC),
    "out of summer time": datetime(2026, 10, 25, 0, 40, tzinfo=UTC),
    "new year": datetime(2026, 12, 31, 22, 40, tzinfo=UTC),
}


def begun(at: datetime) -> HandClock:
    return HandClock(round(at.timestamp() * 1000))


def played_from(wall_ms: int, script: list[Step]) -> Played:
    played = Played(prepared(GUIDE), HandClock(wall_ms))
    played.start()
    return play(script, played)


def standing(played: Played) -> Pace:
    return pace(played.interview, played.clock.now())


@pytest.mark.parametrize("night", NIGHTS)
def test_the_same_interview_has_the_same_figures_at(night: str) -> None:
    script = "S.........2............P..R...3......"
    usual = lived(script, begun(NIGHTS["a usual morning"]))
    assert standing(lived(script, begun(NIGHTS[night]))) == standing(usual)


@given(steps((*CLOCK, "reboot", "note")), st.integers(0, 4_000_000_000_000))
def test_no_figure_depends_on_the_time_of_day(script: list[Step], wall_ms: int) -> None:
    there, here = played_from(wall_ms, script), played_from(MORNING_MS, script)
    assert standing(there) == standing(here)
    assert [note.id for note in there.interview.notes] == [note.id for note in here.interview.notes]
    elapsed = [
        [each.interview.timeline.elapsed(note.at) for note in each.interview.notes]
        for each in (there, here)
    ]
    assert elapsed[0] == elapsed[1]


@given(steps((*CLOCK, "note")), st.lists(st.integers(0, 20)), st.integers(-9, 9))
def test_setting_the_wall_clock_within_a_boot_changes_no_figure(
    script: list[Step], places: list[int], hours: int
) -> None:
    disturbed = list(script)
    for place in places:
        disturbed.insert(place, Step(0, "wall clock set", hours, ""))
    assert standing(played_from(MORNING_MS, disturbed)) == standing(played_from(MORNING_MS, script))


@pytest.mark.parametrize(
    ("night", "end"),
    [
        ("a usual morning", "11:45"),
        ("midnight", "00:25"),
        ("into summer time", "03:25"),
        ("out of summer time", "02:25"),
    ],
)
def test_the_end_is_told_as_the_clock_on_the_wall_will_show_it(night: str, end: str) -> None:
    played = lived("S.....", begun(NIGHTS[night]))
    now = played.clock.now()
    assert clock_time(standing(played).end(now), BERLIN) == end


def test_an_interview_over_midnight_ends_on_the_next_day() -> None:
    played = lived("S", begun(NIGHTS["midnight"]))
    now = played.clock.now()
    assert day(now.wall_ms, BERLIN) == "23 Nov 2026"
    assert day(standing(played).end(now), BERLIN) == "24 Nov 2026"

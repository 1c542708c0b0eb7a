"""Sleep and a wall clock that was set are noticed from readings alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.interview.clock import Instant
from interview_desk.interview.clock_watch import GAP_MS, JUMP_MS, ClockWatch, Slept, WallMoved

Found = Slept | WallMoved | None


def watched(*readings: tuple[int, int]) -> list[Found]:
    """What the watch finds at each reading, given as (continuous, wall) ms since the last."""
    watch, at = ClockWatch(), Instant(1_000_000, 0, "boot")
    watch.tick(at)
    found = []
    for mono_ms, wall_ms in readings:
        at = Instant(at.wall_ms + wall_ms, at.mono_ms + mono_ms, at.boot)
        found.append(watch.tick(at))
    return found


def brief(found: Found) -> tuple[str, int] | None:
    match found:
        case Slept():
            return "slept", found.gap_ms
        case WallMoved():
            return "moved", found.by_ms
    return None


CASES = {
    "ticks as usual": ([(1_000, 1_000), (990, 1_010), (1_020, 1_000)], [None] * 3),
    "a tick missed": ([(2_000, 2_000), (5_000, 5_000)], [None, None]),
    "slept for half an hour": (
        [(1_000, 1_000), (1_800_000, 1_800_000), (1_000, 1_000)],
        [None, ("slept", 1_800_000), None],
    ),
    "set forward an hour": ([(1_000, 3_601_000), (1_000, 1_000)], [("moved", 3_600_000), None]),
    "set back an hour": ([(1_000, -3_599_000), (1_000, 1_000)], [("moved", -3_600_000), None]),
    "slept and set at once": (
        [(1_800_000, 1_800_000 + 3_600_000), (1_000, 1_000), (1_000, 1_000)],
        [("slept", 1_800_000), ("moved", 3_600_000), None],
    ),
    "slept, set, and slept again": (
        [(60_000, 3_660_000), (60_000, 60_000), (1_000, 1_000)],
        [("slept", 60_000), ("slept", 60_000), ("moved", 3_600_000)],
    ),
    "set and set back in a sleep": (
        [(60_000, 3_660_000), (60_000, -3_540_000), (1_000, 1_000)],
        [("slept", 60_000), ("slept", 60_000), None],
    ),
    "corrected by less than two seconds": ([(1_000, 3_000), (1_000, -900)], [None, None]),
}


@pytest.mark.parametrize("case", CASES)
def test_the_watch_tells(case: str) -> None:
    readings, told = CASES[case]
    assert [brief(found) for found in watched(*readings)] == told


def test_a_sleep_tells_since_when_and_until_when() -> None:
    (found,) = watched((9_000, 9_000))
    assert found == Slept(9_000, Instant(1_000_000, 0, "boot"), Instant(1_009_000, 9_000, "boot"))


def test_the_first_reading_and_another_boot_tell_nothing() -> None:
    watch = ClockWatch()
    assert watch.tick(Instant(0, 0, "a")) is None
    assert watch.tick(Instant(9_000_000, 70, "b")) is None
    assert watch.tick(Instant(9_001_000, 1_070, "b")) is None


@given(st.lists(st.tuples(st.integers(0, GAP_MS), st.integers(-JUMP_MS, JUMP_MS))))
def test_small_gaps_and_drift_never_tell_anything(readings: list[tuple[int, int]]) -> None:
    assert not any(watched(*((gap, gap + drift) for gap, drift in readings)))


@given(st.lists(st.tuples(st.integers(0, 90_000), st.sampled_from((0, 3_600_000, -3_600_000)))))
def test_every_gap_is_told_and_no_leap_of_the_wall_clock_is_lost(
    readings: list[tuple[int, int]],
) -> None:
    quiet = (1_000, 1_000)
    found = watched(*((gap, gap + leap) for gap, leap in readings), quiet)
    slept = [each.gap_ms for each in found if isinstance(each, Slept)]
    assert slept == [gap for gap, _ in readings if gap > GAP_MS]
    moved = [each.by_ms for each in found if isinstance(each, WallMoved)]
    assert sum(moved) == sum(leap for _, leap in readings)

"""Minutes per phase for any length and any guide."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.guide.model import Dimension, Guide, Level, MinuteRange, Phase
from interview_desk.interview.plan import LONGEST, SHORTEST, make_plan, share, usual_length
from tests.helpers.samples import shipped_guide

LENGTHS = st.integers(SHORTEST, LONGEST)
SHIPPED = shipped_guide()


def guide_of(ranges: list[MinuteRange], question_minutes: MinuteRange | None = None) -> Guide:
    phases = tuple(Phase(i, f"Part {i}", minutes) for i, minutes in enumerate(ranges, start=1))
    dimension = Dimension(1, "Depth", "depth", (Level("Yes", ""), Level("No", "")))
    return Guide("A guide", phases, (dimension,), question_minutes=question_minutes)


def ranges(most: int = 40) -> st.SearchStrategy[MinuteRange]:
    return st.tuples(st.integers(1, most), st.integers(0, 20)).map(
        lambda pair: MinuteRange(pair[0], pair[0] + pair[1])
    )


GUIDES = st.lists(ranges(), min_size=1, max_size=15).map(guide_of)


@given(st.integers(0, 10_000), st.lists(st.integers(0, 500), min_size=1, max_size=20))
def test_shares_add_up_and_are_less_than_one_unit_from_their_proportion(
    amount: int, weights: list[int]
) -> None:
    parts = share(amount, weights)
    assert sum(parts) == amount
    whole = sum(weights)
    for part, weight in zip(parts, weights, strict=True):
        if whole:
            assert abs(part * whole - amount * weight) < whole


@given(st.integers(0, 1_000), st.lists(st.integers(0, 50), min_size=1, max_size=12))
def test_who_weighs_more_gets_no_less(amount: int, weights: list[int]) -> None:
    by_weight = sorted(zip(weights, share(amount, weights), strict=True))
    for (weight, part), (heavier, other) in pairwise(by_weight):
        assert weight == heavier or part <= other


def test_no_weights_at_all_means_equal_shares() -> None:
    assert share(10, [0, 0, 0]) == [4, 3, 3]


@given(GUIDES, LENGTHS, st.integers(0, 15))
def test_any_length_adds_up_exactly_and_leaves_no_phase_empty(
    guide: Guide, length: int, reserve: int
) -> None:
    plan = make_plan(guide, length, reserve)
    assert plan.total == length * 60
    assert min(plan.seconds) >= 60


@given(GUIDES, LENGTHS, st.integers(0, 15))
def test_the_reserve_is_part_of_the_last_phase_and_cut_last(
    guide: Guide, length: int, reserve: int
) -> None:
    plan = make_plan(guide, length, reserve)
    assert 0 <= plan.reserve <= plan.seconds[-1]
    wanted = min(reserve, guide.phases[-1].minutes.low)
    least = min(wanted, length // 3, length - len(guide.phases) + 1)
    assert plan.reserve >= least * 60


@given(GUIDES, LENGTHS)
def test_within_the_guides_bounds_every_phase_keeps_its_own(guide: Guide, length: int) -> None:
    plan, whole = make_plan(guide, length), guide.minutes
    for seconds, phase in zip(plan.seconds, guide.phases, strict=True):
        if length >= whole.low:
            assert seconds >= phase.minutes.low * 60
        if length <= whole.high:
            assert seconds <= phase.minutes.high * 60
    assert bool(plan.remarks) == (not whole.low <= length <= whole.high)


@given(st.integers(SHORTEST, 60), st.integers(0, 5))
def test_with_more_phases_than_minutes_the_plan_still_adds_up(length: int, more: int) -> None:
    guide = guide_of([MinuteRange(1, 1)] * (length + more))
    assert make_plan(guide, length).total == length * 60


@pytest.mark.parametrize(
    ("length", "minutes"),
    [
        (45, [8, 10, 14, 8, 5]),
        (46, [8, 10, 15, 8, 5]),
        (57, [10, 12, 20, 10, 5]),
        (15, [2, 3, 3, 2, 5]),
    ],
)
def test_the_shipped_guide_in(length: int, minutes: list[int]) -> None:
    assert [seconds // 60 for seconds in make_plan(SHIPPED, length).seconds] == minutes


def test_the_plan_says_what_it_cuts_and_where() -> None:
    first, *_ = make_plan(SHIPPED, 45).remarks
    assert first == "45 min is 1 under the guide’s minimum: Deep Dive 14 of 15–20"


def test_the_plan_says_where_it_goes_over() -> None:
    first, *_ = make_plan(SHIPPED, 60).remarks
    assert first.startswith("60 min is 3 over the guide’s maximum: ")


def test_the_plan_tells_of_question_time_that_the_guide_asks_for_and_does_not_get() -> None:
    assert "all 5 of Wrap-Up are kept" in make_plan(SHIPPED, 50).remarks[-1]
    assert (
        "asks for 5–10 min of candidate questions; 2 are kept"
        in (make_plan(SHIPPED, 50, reserve_minutes=2).remarks[-1])
    )


@pytest.mark.parametrize("length", [SHORTEST - 1, LONGEST + 1, 0, -45])
def test_no_plan_for(length: int) -> None:
    with pytest.raises(ValueError, match="15 to 180"):
        make_plan(SHIPPED, length)


@given(GUIDES, LENGTHS)
def test_the_usual_length_is_one_that_a_plan_can_be_made_for(guide: Guide, usual: int) -> None:
    length = usual_length(guide, usual)
    assert make_plan(guide, length).total == length * 60


@pytest.mark.parametrize(
    ("low", "high", "length"),
    [(60, 60, 60), (30, 30, 30), (45, 60, 45), (60, 75, 60), (20, 40, 40)],
)
def test_the_usual_length_is_the_nearest_that_the_guide_asks_for(
    low: int, high: int, length: int
) -> None:
    guide = guide_of([MinuteRange(20, 30), MinuteRange(20, 30)])
    assert usual_length(replace(guide, duration=MinuteRange(low, high)), 45) == length
    assert usual_length(guide_of([MinuteRange(low, high)]), 45) == length

"""Agreement between raters: the published examples, and what must hold of any ratings."""

from collections.abc import Sequence
from math import sqrt
from statistics import mean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.panel.agreement import (
    Interval,
    Pairs,
    Scale,
    Unit,
    Weights,
    alpha,
    gwet,
    interval,
    pairs,
    why_not_summed_up,
)


def unit(*heights: int) -> Unit:
    return Unit({f"rater {number}": height for number, height in enumerate(heights)})


def by_rater(*rows: str) -> list[Unit]:
    """One row a person, one sign a unit, a star for none."""
    return [
        Unit({str(n): int(sign) for n, sign in enumerate(column) if sign != "*"})
        for column in zip(*rows, strict=True)
    ]


def by_counts(*counts: str) -> list[Unit]:
    """One word a unit: how many people gave each height."""
    return [
        unit(*(height for height, count in enumerate(map(int, each), 1) for _ in range(count)))
        for each in counts
    ]


# Krippendorff's two examples, and two of Gwet's.
TWO = by_rater("0100000010", "1110010000")
FOUR = by_rater("123321412***", "1233224125*3", "*3332342251*", "12332441251*")
TABLE = [
    unit(row, column)
    for row, counts in enumerate(((13, 0, 0), (0, 20, 7), (0, 4, 56)), 1)
    for column, count in enumerate(counts, 1)
    for _ in range(count)
]
FIFTEEN = by_counts(
    "00060", "03003", "01401", "00006", "03030", "20400", "00402", "20310", "20040", "00006",
    "10050", "11040", "03300", "10050", "02031",
)  # fmt: skip
ALL_ALIKE = [unit(*[3] * 5), unit(*[3] * 4), unit(*[3] * 4), unit(*[3] * 4), unit(3, 3, 3, 3, 1)]


@pytest.mark.parametrize(
    ("units", "scale", "expected"),
    [
        (TWO, Scale.NOMINAL, 0.095),
        (FOUR, Scale.NOMINAL, 0.743),
        (FOUR, Scale.ORDINAL, 0.815),
        (FOUR, Scale.INTERVAL, 0.849),
        (TABLE, Scale.NOMINAL, 0.7973),
        (FIFTEEN, Scale.NOMINAL, 0.4204),
        (ALL_ALIKE, Scale.ORDINAL, 0.0),
    ],
)
def test_alpha_of_known_data(units: list[Unit], scale: Scale, expected: float) -> None:
    assert alpha(units, scale) == pytest.approx(expected, abs=0.0006)


@pytest.mark.parametrize(
    ("units", "levels", "weights", "expected"),
    [
        (FOUR, 5, Weights.IDENTITY, 0.775),
        (FOUR, 5, Weights.ORDINAL, 0.899),
        (FOUR, 5, Weights.LINEAR, 0.859),
        (FOUR, 5, Weights.QUADRATIC, 0.914),
        (TABLE, 3, Weights.IDENTITY, 0.8493),
        (FIFTEEN, 5, Weights.IDENTITY, 0.4448),
    ],
)
def test_gwet_of_known_data(
    units: list[Unit], levels: int, weights: Weights, expected: float
) -> None:
    assert gwet(units, levels, weights) == pytest.approx(expected, abs=0.0006)


def test_pairs_are_counted_by_their_steps() -> None:
    assert pairs(TABLE) == Pairs(89, 11, 0, 0)
    assert pairs(ALL_ALIKE) == Pairs(34, 0, 4, 0)
    assert pairs(ALL_ALIKE).all == 38
    some = [unit(1, 2, 4), Unit({"a": 3}, frozenset("bc")), Unit({}, frozenset("a"))]
    assert pairs(some) == Pairs(0, 1, 2, 3)


def test_nothing_is_told_where_there_is_nothing_to_tell() -> None:
    for nothing in ([], [unit(2)], [unit(), unit(1)], [unit(3, 3), unit(3, 3, 3)]):
        assert alpha(nothing) is None
    assert gwet([], 5) is gwet([unit(2), unit(3)], 5) is gwet([unit(1, 1)], 1) is None
    assert interval([], alpha) is interval([FOUR], alpha) is None
    assert interval([[unit(1, 1)], [unit(1, 2)], [unit(1, 1)]], alpha) is None


_UNITS = st.lists(st.lists(st.integers(1, 5), max_size=6).map(lambda all_: unit(*all_)), max_size=9)


@given(units=_UNITS, scale=st.sampled_from(Scale))
def test_alpha_is_one_for_agreement_alone_and_knows_no_order(
    units: list[Unit], scale: Scale
) -> None:
    found = alpha(units, scale)
    turned = [unit(*reversed([*each.heights.values()])) for each in reversed(units)]
    assert alpha(turned, scale) == pytest.approx(found)
    # Whom nobody can be compared with changes nothing.
    assert alpha([*units, unit(2), unit()], scale) == pytest.approx(found)
    counted = pairs(units)
    if found is not None:
        assert found <= 1
        assert (found == pytest.approx(1)) == (counted.same == counted.all)


@given(units=_UNITS, scale=st.sampled_from(Scale), weights=st.sampled_from(Weights))
def test_best_and_worst_level_may_change_places(
    units: list[Unit], scale: Scale, weights: Weights
) -> None:
    mirrored = [unit(*(6 - height for height in each.heights.values())) for each in units]
    assert alpha(mirrored, scale) == pytest.approx(alpha(units, scale))
    assert gwet(mirrored, 5, weights) == pytest.approx(gwet(units, 5, weights))


@given(units=_UNITS, weights=st.sampled_from(Weights))
def test_gwet_is_one_for_agreement_alone(units: list[Unit], weights: Weights) -> None:
    found, counted = gwet(units, 5, weights), pairs(units)
    if found is None:
        assert counted.all == 0
    else:
        assert found <= 1 + 1e-12
        assert (found == pytest.approx(1)) == (counted.same == counted.all)


@given(units=_UNITS)
def test_two_levels_make_all_scales_one(units: list[Unit]) -> None:
    two = [unit(*(1 + height % 2 for height in each.heights.values())) for each in units]
    assert len({_rounded(alpha(two, scale)) for scale in Scale}) == 1
    assert len({_rounded(gwet(two, 2, weights)) for weights in Weights}) == 1


def _rounded(found: float | None) -> float | None:
    return found if found is None else round(found, 9) + 0.0


def mean_height(units: Sequence[Unit]) -> float:
    return mean(height for each in units for height in each.heights.values())


@pytest.mark.parametrize(("number", "t"), [(3, 4.303), (8, 2.365), (31, 2.042), (61, 2.0003)])
def test_the_jackknife_of_a_mean_is_its_own_interval(number: int, t: float) -> None:
    heights = [-10 - (place * 7 % 5) for place in range(number)]
    low, high = interval([[unit(each)] for each in heights], mean_height) or Interval(0, 0)
    half = t * stdev(heights) / sqrt(number)
    assert (low, high) == pytest.approx((mean(heights) - half, mean(heights) + half), abs=1e-4)


def test_no_interval_goes_beyond_agreement() -> None:
    cases = [[unit(1 + place % 4, 1 + place % 4)] for place in range(8)]
    cases[3] = [unit(1, 2)]
    found = interval(cases, alpha)
    assert found
    assert found.low < 1 == found.high


def rated(cases: int, people: int, heights: Sequence[int]) -> list[list[Unit]]:
    return [[unit(*[heights[place % len(heights)]] * people)] for place in range(cases)]


@pytest.mark.parametrize(
    ("cases", "rubrics", "why"),
    [
        (rated(8, 3, (1, 2, 3)), 1, ""),
        (rated(7, 3, (1, 2)), 1, "Too few shared cases to sum up (7 of 8)"),
        ([*rated(3, 3, (1, 2)), *rated(9, 1, (1, 2))], 1,
         "Too few shared cases to sum up (3 of 8)"),
        (rated(1, 8, (1,)), 1, "Too few shared cases to sum up (1 of 8)"),
        (rated(9, 2, (1, 2)), 1, "Too few people to sum up (2 of 3)"),
        (rated(9, 4, (1, 2)), 2, "Rated by different rubrics, so there is nothing to sum up"),
        (rated(20, 3, [3] * 17 + [1] * 3), 1, ""),
        (rated(20, 3, [3] * 18 + [1] * 2), 1,
         "Nearly all ratings are the same: little to sum up (54 of 60)"),
    ],
)  # fmt: skip
def test_a_coefficient_has_to_be_earned(cases: list[list[Unit]], rubrics: int, why: str) -> None:
    assert why_not_summed_up(cases, rubrics) == why

"""How far people who rated the same agree: pairs of ratings, and coefficients over many cases.

What is rated is a unit: one dimension of one candidate or case. A rating is a height, 1 for the
lowest level; who found too little evidence, or did not rate, has none. Only many shared cases say
anything of a group: `why_not_summed_up` is to be asked before a coefficient is shown.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from itertools import combinations
from math import comb, sqrt
from statistics import NormalDist, mean, variance
from typing import NamedTuple

LEAST_CASES, LEAST_PEOPLE, MOST_ON_ONE_LEVEL = 8, 3, 0.85
# Student's t for 95 %, two-sided, by degrees of freedom from 1.
_T = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip


class Unit(NamedTuple):
    """The heights that people gave, by person, and who found that there was not enough evidence."""

    heights: Mapping[str, int]
    not_enough: frozenset[str] = frozenset()


Case = Sequence[Unit]


class Scale(StrEnum):
    """How far apart two heights are for Krippendorff's alpha."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"


class Weights(StrEnum):
    """How far two heights that are not the same agree for Gwet's coefficient; AC1 has IDENTITY."""

    IDENTITY = "identity"
    LINEAR = "linear"
    QUADRATIC = "quadratic"
    ORDINAL = "ordinal"

    def of(self, steps: int, levels: int) -> float:
        """The weight, 0 to 1, of heights so many steps apart on a scale of so many levels."""
        match self:
            case Weights.IDENTITY:
                return float(steps == 0)
            case Weights.LINEAR:
                return 1 - steps / (levels - 1)
            case Weights.QUADRATIC:
                return 1 - (steps / (levels - 1)) ** 2
            case Weights.ORDINAL:
                return 1 - comb(steps + 1, 2) / comb(levels, 2)


class Pairs(NamedTuple):
    """Pairs of ratings of the same unit; ``not_enough``: how often there was too little for one."""

    same: int
    one_step: int
    further: int
    not_enough: int

    @property
    def all(self) -> int:
        """How many there are."""
        return self.same + self.one_step + self.further


class Interval(NamedTuple):
    """Where the true value lies, with 95 % confidence."""

    low: float
    high: float


def pairs(units: Sequence[Unit]) -> Pairs:
    """Every two people who both rated a unit, counted."""
    steps = Counter(
        min(abs(one - other), 2)
        for unit in units
        for one, other in combinations(unit.heights.values(), 2)
    )
    not_enough = sum(len(unit.not_enough) for unit in units)
    return Pairs(steps[0], steps[1], steps[2], not_enough)


def alpha(units: Sequence[Unit], scale: Scale = Scale.ORDINAL) -> float | None:
    """Krippendorff's alpha (Content Analysis, 2004, chapter 11): 1 is agreement, 0 chance.

    None where no two people rated the same, or all gave the same height everywhere.
    """
    shared = [[*unit.heights.values()] for unit in units if len(unit.heights) > 1]
    counts = Counter(height for heights in shared for height in heights)
    size = counts.total()
    between = {
        (one, other): _difference(one, other, counts, scale) for one in counts for other in counts
    }
    expected = sum(
        counts[one] * counts[other] * between[one, other] for one in counts for other in counts
    )
    if expected == 0:
        return None
    observed = sum(
        2 * sum(between[pair] for pair in combinations(heights, 2)) / (len(heights) - 1)
        for heights in shared
    )
    return 1 - (size - 1) * observed / expected


def _difference(one: int, other: int, counts: Counter[int], scale: Scale) -> float:
    """Squared."""
    low, high = min(one, other), max(one, other)
    match scale:
        case Scale.NOMINAL:
            return float(low != high)
        case Scale.INTERVAL:
            return float((high - low) ** 2)
        case Scale.ORDINAL:
            between = sum(counts[height] for height in range(low, high + 1))
            return (between - (counts[low] + counts[high]) / 2) ** 2


def gwet(units: Sequence[Unit], levels: int, weights: Weights = Weights.ORDINAL) -> float | None:
    """Gwet's AC2 on a scale of so many levels (Handbook of Inter-Rater Reliability, 2014); or AC1.

    None where no two people rated the same, or there is but one level.
    """
    rated = [Counter(unit.heights.values()) for unit in units if unit.heights]
    shared = [counts for counts in rated if counts.total() > 1]
    if not shared or levels < 2:
        return None
    observed = mean(_agreement(counts, levels, weights) for counts in shared)
    scale = range(1, levels + 1)
    usual = [mean(counts[height] / counts.total() for counts in rated) for height in scale]
    total = sum(weights.of(abs(one - other), levels) for one in scale for other in scale)
    spread = sum(each * (1 - each) for each in usual)
    by_chance = total / (levels * (levels - 1)) * spread
    return (observed - by_chance) / (1 - by_chance)


def _agreement(counts: Counter[int], levels: int, weights: Weights) -> float:
    """The share of pairs within one unit that agree."""
    people = counts.total()
    agreed = sum(
        counts[one] * (counts[other] - (one == other)) * weights.of(abs(one - other), levels)
        for one in counts
        for other in counts
    )
    return agreed / (people * (people - 1))


def interval(
    cases: Sequence[Case], coefficient: Callable[[Sequence[Unit]], float | None]
) -> Interval | None:
    """By the jackknife over cases, as units of one case are no independent evidence.

    None where the coefficient cannot be told with any one of the cases left out.
    """
    number = len(cases)
    if number < 2:
        return None
    found = [coefficient(units_of(cases))]
    found += [coefficient(units_of([*cases[:left], *cases[left + 1 :]])) for left in range(number)]
    whole, *without = [each for each in found if each is not None] or [0.0]
    if len(without) < number:
        return None
    pseudo = [number * whole - (number - 1) * each for each in without]
    half = _t(number - 1) * sqrt(variance(pseudo) / number)
    return Interval(mean(pseudo) - half, min(1.0, mean(pseudo) + half))


def units_of(cases: Sequence[Case]) -> list[Unit]:
    """The units of all cases."""
    return [unit for case in cases for unit in case]


def _t(freedom: int) -> float:
    if freedom <= len(_T):
        return _T[freedom - 1]
    z = NormalDist().inv_cdf(0.975)
    # The first terms of its expansion (Abramowitz and Stegun, 26.7.5).
    return z + (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)


def why_not_summed_up(cases: Sequence[Case], rubrics: int = 1) -> str:
    """In words, why no coefficient may be shown of the cases; empty where one may.

    ``rubrics`` is by how many different rubrics they were rated. A case is shared where two
    people rated the same dimension of it.
    """
    shared = [case for case in cases if any(len(unit.heights) > 1 for unit in case)]
    units = units_of(shared)
    people = {person for unit in units for person in unit.heights}
    counts = Counter(height for unit in units for height in unit.heights.values())
    if rubrics > 1:
        return "Rated by different rubrics, so there is nothing to sum up"
    if len(shared) < LEAST_CASES:
        return f"Too few shared cases to sum up ({len(shared)} of {LEAST_CASES})"
    if len(people) < LEAST_PEOPLE:
        return f"Too few people to sum up ({len(people)} of {LEAST_PEOPLE})"
    commonest, total = max(counts.values()), counts.total()
    if commonest > MOST_ON_ONE_LEVEL * total:
        return f"Nearly all ratings are the same: little to sum up ({commonest} of {total})"
    return ""

"""Whether someone's ratings moved: the last interviews against those before.

One's own interviews cannot tell a change in oneself from other candidates; the sentence says so.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import lcm
from random import Random
from statistics import median
from typing import NamedTuple

from interview_desk.guide.model import MOST_DIMENSIONS
from interview_desk.insights.insight import Dot, DotCourse, Insight, dots_as_table, too_few
from interview_desk.insights.past_interview import PastInterview, Rubric
from interview_desk.words import count

LEAST = 5
# As many in each half: so many find a shift of half a step three times out of four, and one of
# 0.3 of a step two times out of five (our own simulations).
HALF = 20
SHUFFLES, RARE = 10_000, 0.01
_WINDOW = 9
_SEED = 20
_SCALE = lcm(*range(1, MOST_DIMENSIONS + 1))  # every value times this is a whole number
_BITS = 10  # of a half's members are looked up at a time


class Balance(NamedTuple):
    """Ratings above and below the middle of the levels, of all that one interview has."""

    above: int
    below: int
    rated: int

    @property
    def value(self) -> Fraction:
        """From -1, all below, to 1; with three levels the mean step from the middle."""
        return Fraction(self.above - self.below, self.rated)


def balance(past: PastInterview) -> Balance | None:
    """How one interview's ratings lie about the middle; None without any."""
    above = below = rated = 0
    for dimension, each in zip(past.guide.dimensions, past.rated, strict=True):
        if each.height:
            twice = 2 * each.height - (len(dimension.levels) + 1)
            above, below, rated = above + (twice > 0), below + (twice < 0), rated + 1
    return Balance(above, below, rated) if rated else None


def change(rubric: Rubric) -> Insight:
    """The ratings of each interview in the order of time, and whether they moved of late."""
    title = "Change"
    found = [(each, balance(each)) for each in rubric.interviews]
    balances = [(past, of) for past, of in found if of is not None]
    if len(balances) < LEAST:
        return too_few(title, LEAST, len(balances))
    values = [of.value for _, of in balances]
    dots = tuple(
        Dot(past.row, past.when_ms, 0, float(of.value), _words(of)) for past, of in balances
    )
    picture = DotCourse(dots, running_median(values), "all above the middle", "all below")
    table = dots_as_table(dots, ("Ratings",), ())
    return Insight(title, _sentence(rubric, values), picture, table)


def running_median(values: list[Fraction]) -> tuple[float, ...]:
    """Of the nine around each, or of as many as there are; none for fewer than nine."""
    if len(values) < _WINDOW:
        return ()
    beside = _WINDOW // 2
    around = (values[max(0, i - beside) : i + beside + 1] for i in range(len(values)))
    return tuple(float(median(each)) for each in around)


def is_rare(before: Sequence[Fraction], last: Sequence[Fraction]) -> bool:
    """Whether shuffled halves differ as far as these, either way, less than once in a hundred.

    Seeded: the same interviews always say the same. What is shuffled is counted in as well.
    Raises ValueError for halves of different size.
    """
    if len(before) != len(last):
        raise ValueError("the halves must be of one size")
    wholes = [int(each * _SCALE) for each in (*before, *last)]
    total = sum(wholes)
    seen, as_far = abs(2 * sum(wholes[len(before) :]) - total), 1
    for each in _sums_of_halves(wholes):
        as_far += abs(2 * each - total) >= seen
        if as_far >= RARE * (SHUFFLES + 1):
            return False  # as most are: there is no need to shuffle on
    return True


def _sums_of_halves(values: Sequence[int]) -> Iterator[int]:
    """Sums of random halves of the values, every half as likely as any other.

    A half is a number with half of its bits set, and its sum is looked up in a few tables: to
    shuffle a list ten thousand times would take longer than all the rest of the page.
    """
    size, random = len(values), Random(_SEED)  # noqa: S311 - nothing is kept secret by it
    tables = [_sums_of_subsets(values[at : at + _BITS]) for at in range(0, size, _BITS)]
    found = 0
    while found < SHUFFLES:
        half = random.getrandbits(size)
        if half.bit_count() == size // 2:
            found += 1
            yield sum(table[half >> n * _BITS & len(table) - 1] for n, table in enumerate(tables))


def _sums_of_subsets(values: Sequence[int]) -> list[int]:
    """The sum of each subset, by the number whose bits are its members."""
    sums = [0]
    for value in values:
        sums += [each + value for each in sums]
    return sums


def _words(of: Balance) -> str:
    middle = of.rated - of.above - of.below
    parts = ((of.above, "above the middle"), (middle, "at it"), (of.below, "below"))
    return ", ".join(f"{number} {where}" for number, where in parts if number)


def _sentence(rubric: Rubric, values: list[Fraction]) -> str:
    if len(values) < 2 * HALF:
        there = count(len(values), "interview")
        return f"{there}. Whether ratings moved can be told from {2 * HALF} on."
    before, last = values[-2 * HALF : -HALF], values[-HALF:]
    if not is_rare(before, last):
        return (
            f"Your last {HALF} and the {HALF} before differ no more than by chance. "
            "A shift of less than half a step can hide in that."
        )
    shift = sum(last, start=Fraction()) / HALF - sum(before, start=Fraction()) / HALF
    direction = "higher" if shift > 0 else "lower"
    return (
        f"{_amount(rubric, abs(shift))} {direction} than your {HALF} before; chance does that less "
        f"than once in 100. It may be the candidates{_or_the_guide(rubric)}."
    )


def _amount(rubric: Rubric, shift: Fraction) -> str:
    """With three levels it is steps; with more, only how many ratings lie on which side."""
    number = f"{float(shift):.1f}" if shift >= Fraction(1, 20) else "Less than 0.1"
    if all(len(each.levels) == 3 for each in rubric.dimensions):
        return f"{number} of a step"
    return f"{round(100 * shift)} in 100 ratings"


def _or_the_guide(rubric: Rubric) -> str:
    """Texts of levels that were reworded between them are another reason."""
    guides = {id(each.guide): each.guide for each in rubric.interviews[-2 * HALF :]}
    texts = {tuple(each.levels for each in guide.dimensions) for guide in guides.values()}
    return ", or the guide: its levels were reworded" if len(texts) > 1 else ""

"""How one rates beside others who rated the same: lower, the same or higher than their median.

Only shared material shows that (Winsteps, "Judging plans"): one's own interviews cannot, as the
candidates differ.
"""

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from interview_desk.insights.insight import Bar, Bars, Insight, Table, TableRow
from interview_desk.words import count

LEAST_RATINGS, LEAST_SHARED = 30, 3
TITLE = "Against others"
_WORDS = ("Lower", "The same", "Higher")


class SharedRating(NamedTuple):
    """One dimension of one candidate or case, ``of`` its panel: own height, and the others'."""

    of: str
    own: int
    others: tuple[int, ...]

    @property
    def side(self) -> str:
        """On which side of the others' median the own rating lies, in words."""
        middle = median(self.others)
        return _WORDS[(self.own > middle) - (self.own < middle) + 1]


def against_others(ratings: Sequence[SharedRating]) -> Insight:
    """The three counts; what is missing where there are too few. Each needs another's rating."""
    shared = len({each.of for each in ratings})
    if len(ratings) < LEAST_RATINGS or shared < LEAST_SHARED:
        there = f"{count(len(ratings), 'rating')} of {shared}"
        return Insight(
            TITLE,
            f"Needs {LEAST_RATINGS} ratings of {LEAST_SHARED} candidates or cases that others "
            f"rated, too; {there} so far.",
        )
    sides = Counter(each.side for each in ratings)
    whole = len(ratings)
    bars = tuple(Bar(word, sides[word], whole, f"{sides[word]} of {whole}") for word in _WORDS)
    rows = tuple(TableRow((word, str(sides[word]))) for word in _WORDS)
    said = f"Lower on {sides['Lower']} of {whole}, higher on {sides['Higher']}."
    return Insight(TITLE, said, Bars(bars), Table(("Beside the others’ median", "Ratings"), rows))

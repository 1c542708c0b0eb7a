"""Two things measured in turn, so that a drift of the machine's speed meets both alike."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: medians in a unit, and the most the ratio may be."""

    what: str
    unit: str
    floor: float
    ours: float
    budget: float

    @property
    def ratio(self) -> float:
        """How many times the floor it takes."""
        return self.ours / self.floor

    @property
    def over(self) -> bool:
        """Whether it is over its budget."""
        return self.ratio > self.budget

    def __str__(self) -> str:
        mark = "  OVER" if self.over else ""
        return (
            f"{self.what:<50} {self.floor:>7.2f} {self.unit:<2} {self.ours:>7.2f} {self.unit:<2} "
            f"{self.ratio:>6.2f}x {self.budget:>6.2f}x{mark}"
        )


def in_turn(
    floor: Callable[[], float], ours: Callable[[], float], runs: int, warm_up: int = 1
) -> tuple[float, float]:
    """The medians of what the two return, called one after the other ``runs`` times."""
    pairs = [(floor(), ours()) for _ in range(warm_up + runs)][warm_up:]
    return median(a for a, _ in pairs), median(b for _, b in pairs)

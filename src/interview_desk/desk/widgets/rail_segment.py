"""One phase of the rail: its times, and what to say of them."""

from dataclasses import dataclass
from enum import Enum, auto

from interview_desk.words import minutes


class PhaseState(Enum):
    """Where a phase stands."""

    DONE = auto()
    CURRENT = auto()
    TO_COME = auto()


@dataclass(frozen=True, slots=True)
class RailSegment:
    """One phase. Times in whole seconds; ``adjusted_s`` is what the re-plan made of the plan.

    ``preview_s`` is what a re-plan would make of it that is not accepted yet. The phase that is
    on may be ``paused``.
    """

    label: str
    planned_s: int
    used_s: int = 0
    adjusted_s: int | None = None
    state: PhaseState = PhaseState.TO_COME
    preview_s: int | None = None
    paused: bool = False

    @property
    def allotted_s(self) -> int:
        """The time it has, as things stand."""
        return self.planned_s if self.adjusted_s is None else self.adjusted_s

    @property
    def over_s(self) -> int:
        """How far past its time it is; 0 within it."""
        return max(0, self.used_s - self.allotted_s)

    @property
    def is_adjusted(self) -> bool:
        """Whether a phase still to come has another time than planned."""
        return self.state is PhaseState.TO_COME and self.allotted_s != self.planned_s

    @property
    def is_previewed(self) -> bool:
        """Whether it would have another time. What was used already is no more to be had."""
        changes = self.preview_s is not None and self.preview_s != self.allotted_s
        return changes and self.state is not PhaseState.DONE and not self.over_s

    def times(self) -> tuple[str, ...]:
        """What to say about its time, the longest first; all say the same."""
        if self.state is PhaseState.DONE:
            return (_figures(self.used_s),)
        if self.is_previewed and self.preview_s is not None:
            used = self.used_s if self.state is PhaseState.CURRENT else 0
            now, then = (_figures(each - used) for each in (self.allotted_s, self.preview_s))
            return (f"{now} → {then}?", f"→ {then}?")
        if self.state is PhaseState.CURRENT:
            left = self.allotted_s - self.used_s
            word = "left" if left >= 0 else "over"
            time = f"{_figures(abs(left))} {word}"
            return (f"{time}, paused", "paused") if self.paused else (time,)
        if self.is_adjusted:
            planned, adjusted = _figures(self.planned_s), _figures(self.allotted_s)
            return (f"{planned} → {adjusted}", f"→ {adjusted}")
        return (_figures(self.planned_s),)

    @property
    def still(self) -> tuple[object, ...]:
        """All of it that a second more does not change."""
        return (
            self.label, self.planned_s, self.adjusted_s, self.preview_s, self.state, self.paused
        )  # fmt: skip

    def told(self) -> str:
        """The whole of it in words, for the tool tip."""
        parts = [f"{self.label}: planned {_figures(self.planned_s)}"]
        if self.adjusted_s is not None and self.adjusted_s != self.planned_s:
            parts.append(f"adjusted to {_figures(self.adjusted_s)}")
        if self.is_previewed and self.preview_s is not None:
            parts.append(f"would be {_figures(self.preview_s)}")
        if self.state is not PhaseState.TO_COME:
            parts.append(f"used {_figures(self.used_s)}")
        if self.paused:
            parts.append("paused")
        if self.over_s:
            parts.append(f"{_figures(self.over_s)} over")
        return ", ".join(parts)


def _figures(seconds: int) -> str:
    return minutes(1000 * seconds)

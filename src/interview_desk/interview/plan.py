"""Minutes per phase for the chosen length, and what the length does to the guide's wishes."""

from collections.abc import Sequence
from dataclasses import dataclass

from interview_desk.guide.model import Guide, MinuteRange

SHORTEST, LONGEST = 15, 180
DEFAULT_RESERVE = 5


@dataclass(frozen=True, slots=True)
class Plan:
    """Seconds per phase, adding up to the whole exactly.

    ``reserve`` is the part of the last phase, in seconds, kept for the candidate's own
    questions. ``remarks`` say in words where the plan departs from the guide.
    """

    seconds: tuple[int, ...]
    reserve: int
    remarks: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """Seconds of the whole interview."""
        return sum(self.seconds)


def share(amount: int, weights: Sequence[int]) -> list[int]:
    """``amount`` split in whole units in proportion to ``weights``, adding up exactly.

    Largest remainder method (Hamilton); ties go to the larger weight, then to the earlier.
    All weights zero means equal shares.
    """
    if not any(weights):
        weights = [1] * len(weights)
    whole = sum(weights)
    parts = [amount * weight // whole for weight in weights]
    order = sorted(
        range(len(weights)),
        key=lambda i: (-(amount * weights[i] % whole), -weights[i], i),
    )
    for i in order[: amount - sum(parts)]:
        parts[i] += 1
    return parts


def usual_length(guide: Guide, usual: int) -> int:
    """Minutes for an interview with the guide: the nearest to ``usual`` that the guide asks for.

    That is how long it says it takes; if it does not say, what its phases come to.
    """
    phases = [phase.minutes for phase in guide.phases]
    whole = MinuteRange(sum(r.low for r in phases), sum(r.high for r in phases))
    asked = guide.duration or whole
    return min(max(asked.low, min(usual, asked.high), SHORTEST), LONGEST)


def make_plan(guide: Guide, length_minutes: int, reserve_minutes: int = DEFAULT_RESERVE) -> Plan:
    """The plan for an interview of ``length_minutes`` (15 to 180; raises ValueError).

    Between the guide's minima and maxima every phase gets its minimum and a share of the
    rest by its slack. Below the minima the cut is shared by length, and never touches the
    reserve in the last phase; above the maxima the surplus is shared by length.
    """
    if not SHORTEST <= length_minutes <= LONGEST:
        raise ValueError(f"an interview lasts {SHORTEST} to {LONGEST} minutes")
    ranges = [phase.minutes for phase in guide.phases]
    minutes = _minutes(ranges, length_minutes, reserve_minutes)
    reserve = min(reserve_minutes, minutes[-1])
    remarks = _remarks(guide, minutes, length_minutes, reserve)
    return Plan(tuple(m * 60 for m in minutes), reserve * 60, remarks)


def _minutes(ranges: Sequence[MinuteRange], length: int, reserve: int) -> list[int]:
    lows, highs = [r.low for r in ranges], [r.high for r in ranges]
    if length > sum(highs):
        return _added(highs, share(length - sum(highs), highs))
    if length >= sum(lows):
        return _added(lows, share(length - sum(lows), [r.slack for r in ranges]))
    # A third of a very short interview is all that the candidate's questions may hold.
    # Every phase keeps a minute as long as there are minutes: an empty phase is no phase.
    before_last = len(ranges) - 1
    if before_last >= length:
        return share(length, lows)
    kept = min(reserve, lows[-1], length // 3, length - before_last)
    floors = [1] * before_last + [max(1, kept)]
    return _added(
        floors,
        share(length - sum(floors), [max(0, lo - f) for lo, f in zip(lows, floors, strict=True)]),
    )


def _added(base: Sequence[int], more: Sequence[int]) -> list[int]:
    return [b + m for b, m in zip(base, more, strict=True)]


def _remarks(guide: Guide, minutes: Sequence[int], length: int, reserve: int) -> tuple[str, ...]:
    remarks = []
    whole = guide.minutes
    off = [
        f"{phase.title} {got} of {phase.minutes}"
        for phase, got in zip(guide.phases, minutes, strict=True)
        if not phase.minutes.low <= got <= phase.minutes.high
    ]
    if length < whole.low:
        remarks.append(
            f"{length} min is {whole.low - length} under the guide’s minimum: " + ", ".join(off)
        )
    elif length > whole.high:
        remarks.append(
            f"{length} min is {length - whole.high} over the guide’s maximum: " + ", ".join(off)
        )
    wanted = guide.question_minutes
    if wanted is not None and reserve < wanted.low:
        remarks.append(
            f"The guide asks for {wanted} min of candidate questions; {reserve} are kept"
        )
    elif wanted is not None and reserve < wanted.high and reserve >= minutes[-1]:
        remarks.append(
            f"The guide asks for {wanted} min of candidate questions; "
            f"all {minutes[-1]} of {guide.phases[-1].title} are kept for them"
        )
    return tuple(remarks)

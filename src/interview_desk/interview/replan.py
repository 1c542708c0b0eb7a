"""Other minutes for what is left, when the interview is behind or is to last longer.

What is still to come gives, in proportion to the slack it has over the guide's minimum and
then in proportion to what is left of it. Time that was used is never taken back, nor the
reserve at the end. What is given goes to the phases that ran over, so the whole stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.pace import Pace, pace
from interview_desk.interview.plan import LONGEST, share
from interview_desk.interview.timeline import ClockState
from interview_desk.words import minutes


@dataclass(frozen=True, slots=True)
class Proposal:
    """A re-plan to be shown before it applies, all in whole seconds.

    ``seconds`` per phase add up to the plan in force. ``given`` says what each phase gives
    up; ``shortfall_s`` is how late the end will be all the same. ``words`` say it.
    """

    seconds: tuple[int, ...]
    given: tuple[int, ...]
    shortfall_s: int
    words: str


def propose(interview: Interview, now: Instant, giver: int | None = None) -> Proposal | None:
    """How to catch up; None if the interview is not on or not behind, or nothing can give.

    ``giver`` is the number of a phase that gives all it can before any other gives. Raises
    IndexError for one that the guide does not have.
    """
    standing = pace(interview, now)
    behind = standing.behind_ms // 1000
    if behind <= 0 or not _is_on(interview):
        return None
    given = _given(interview, standing, behind, giver)
    if not any(given):
        return None
    over = [max(0, -each.left_ms) for each in standing.phases]
    taken = share(sum(given), over)
    seconds = tuple(
        each.adjusted_s - gives + takes
        for each, gives, takes in zip(standing.phases, given, taken, strict=True)
    )
    shortfall = behind - sum(given)
    return Proposal(seconds, tuple(given), shortfall, _words(interview, given, shortfall))


def extend(interview: Interview, more_minutes: int) -> tuple[int, ...] | None:
    """The plan with that many minutes more, in seconds per phase.

    They go to the phase that is on and those to come, by their slack up to the guide's
    maximum, then in proportion. None if the interview is over, or nothing would be added,
    or it would last more than 180 minutes. Raises ValueError for fewer minutes.
    """
    seconds, more = interview.plan.seconds, more_minutes * 60
    if more < 0:
        raise ValueError("a plan is made longer by minutes, not shorter")
    over = interview.timeline.state is ClockState.FINISHED
    if over or more == 0 or sum(seconds) + more > LONGEST * 60:
        return None
    first = max(1, interview.timeline.phase) - 1
    rooms = [
        max(0, phase.minutes.high * 60 - seconds[i]) if i >= first else 0
        for i, phase in enumerate(interview.guide.phases)
    ]
    added = _up_to(rooms, more)
    lengths = [max(1, length) if i >= first else 0 for i, length in enumerate(seconds)]
    rest = share(more - sum(added), lengths)
    return tuple(_added(_added(seconds, added), rest))


def _is_on(interview: Interview) -> bool:
    return interview.timeline.state in (ClockState.RUNNING, ClockState.PAUSED)


def _given(interview: Interview, standing: Pace, behind: int, giver: int | None) -> list[int]:
    """The seconds that each phase gives up, ``behind`` in all if there are so many."""
    available = _available(interview, standing)
    given = [0] * len(available)
    if giver is not None:
        place = interview.guide.phase(giver).number - 1
        given[place] = min(behind, available[place])
    over_minimum = [
        min(most, max(0, each.adjusted_s - phase.minutes.low * 60))
        for most, each, phase in zip(
            available, standing.phases, interview.guide.phases, strict=True
        )
    ]
    for most in (over_minimum, available):
        left = [max(0, m - g) for m, g in zip(most, given, strict=True)]
        given = _added(given, _up_to(left, behind - sum(given)))
    return given


def _available(interview: Interview, standing: Pace) -> list[int]:
    """The seconds that each phase could give at the most: unused, and not the reserve."""
    last = len(standing.phases)
    found = []
    for each in standing.phases:
        # A second that has begun is used.
        left = each.left_ms // 1000 if each.number >= standing.current else 0
        kept = interview.first_plan.reserve if each.number == last else 0
        found.append(max(0, left - kept))
    return found


def _up_to(most: Sequence[int], amount: int) -> list[int]:
    """The amount shared in proportion to ``most``, and no more than it."""
    return share(min(amount, sum(most)), most) if any(most) else [0] * len(most)


def _added(some: Sequence[int], more: Sequence[int]) -> list[int]:
    return [s + m for s, m in zip(some, more, strict=True)]


def _words(interview: Interview, given: Sequence[int], shortfall: int) -> str:
    named = [
        (phase.brief, minutes(gives * 1000))
        for phase, gives in zip(interview.guide.phases, given, strict=True)
        if gives
    ]
    (first, time), *others = named
    said = ", ".join([f"{first} gives {time}", *(f"{name} {time}" for name, time in others)])
    return f"{said}; {minutes(shortfall * 1000)} cannot be made up" if shortfall else said

"""Other minutes for what is left, when the interview is behind or is to last longer.

What is still to come gives, in proportion to the slack it has over the guide's minimum and
then in proportion to what is left of it. Whole seconds that were used are never taken back, nor
the reserve at the end. What is given goes to the phases that ran over, so the whole stays, and
first to the phase that is on: in the new plan it is not over, but has a minute to come to
its end. What makes up for a late start or a pause goes to no phase: the whole is shorter by it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.pace import Pace, pace
from interview_desk.interview.plan import LONGEST, share
from interview_desk.interview.timeline import ClockState
from interview_desk.words import minutes

# Nobody stops in the middle of a sentence: so long the phase that is on may still last.
CLOSING_S = 60


@dataclass(frozen=True, slots=True)
class Proposal:
    """A re-plan to be shown before it applies, all in whole seconds.

    ``seconds`` per phase add up to the plan in force, less ``saved_s``: what makes up for time
    that no phase has used. ``given`` says what each phase still to come gives up;
    ``shortfall_s`` is how late the end will be all the same. ``words`` say it.
    """

    seconds: tuple[int, ...]
    given: tuple[int, ...]
    shortfall_s: int
    words: str
    saved_s: int = 0


def propose(
    interview: Interview, now: Instant, giver: int | None = None, lost_ms: int = 0
) -> Proposal | None:
    """How to catch up; None if the interview is not on or not late, or nothing can give.

    ``giver`` is the number of a phase that gives all it can before any other gives. Raises
    IndexError for one that the guide does not have. ``lost_ms`` is what a late start and pauses
    took (`Booking.lost_ms`), to be made up as well.
    """
    standing = pace(interview, now)
    behind = (standing.behind_ms + lost_ms) // 1000
    if behind <= 0 or not _is_on(interview):
        return None
    here = standing.current - 1
    wanted = behind + (CLOSING_S if standing.phases[here].left_ms <= 0 else 0)
    given = _given(interview, standing, wanted, giver)
    if not any(given):
        return None
    # What cannot be made up leaves no time to close either.
    closing = max(0, sum(given) - behind)
    settled = _settled(standing)
    late = min(behind, sum(given), sum(_overrun(standing, settled)))
    saved = min(lost_ms // 1000, sum(given) - late - closing)
    seconds = _covered(standing, settled, late)
    seconds = [each - gives for each, gives in zip(seconds, given, strict=True)]
    seconds[here] += sum(given) - late - saved
    shortfall = max(0, behind - sum(given))
    words = _words(interview, given, closing, shortfall)
    return Proposal(tuple(seconds), tuple(given), shortfall, words, saved)


def extend(interview: Interview, more_minutes: int, now: Instant) -> tuple[int, ...] | None:
    """The plan with that many minutes more, in seconds per phase.

    They go first to what ran over, for that is why more are wanted; then to the phase that is
    on and those to come, by their slack up to the guide's maximum, then in proportion. None if
    the interview is over, or nothing would be added, or it would last more than 180 minutes.
    Raises ValueError for fewer minutes.
    """
    more = more_minutes * 60
    if more < 0:
        raise ValueError("a plan is made longer by minutes, not shorter")
    over = interview.timeline.state is ClockState.FINISHED
    if over or more == 0 or interview.plan.total + more > LONGEST * 60:
        return None
    standing = pace(interview, now)
    settled = _settled(standing)
    late = min(more, sum(_overrun(standing, settled)))
    seconds = _covered(standing, settled, late)
    first = max(1, standing.current) - 1
    rooms = [
        max(0, phase.minutes.high * 60 - seconds[i]) if i >= first else 0
        for i, phase in enumerate(interview.guide.phases)
    ]
    added = _up_to(rooms, more - late)
    lengths = [max(1, length) if i >= first else 0 for i, length in enumerate(seconds)]
    rest = share(more - late - sum(added), lengths)
    return tuple(_added(_added(seconds, added), rest))


def _overrun(standing: Pace, seconds: Sequence[int]) -> list[int]:
    """By how many seconds each phase has used more than this plan gives it, begun ones too.

    The phase that is on gets a second that has begun as a whole, not to be over; one that is
    past does not need it, and the interview would be ahead by what is left of it.
    """
    return [
        max(0, (each.used_ms // 1000 if past else -(-each.used_ms // 1000)) - length)
        for each, length, past in zip(
            standing.phases,
            seconds,
            (each.number < standing.current for each in standing.phases),
            strict=True,
        )
    ]


def _settled(standing: Pace) -> list[int]:
    """The plan in force with what phases that are past did not use given to what ran over."""
    seconds = [each.adjusted_s for each in standing.phases]
    # With the second that has begun: what is left of that would count as ahead.
    unused = [
        max(0, each.left_s) if each.number < standing.current else 0 for each in standing.phases
    ]
    amount = min(sum(unused), sum(_overrun(standing, seconds)))
    freed = _up_to(unused, amount)
    covered = _covered(standing, seconds, amount)
    return [each - frees for each, frees in zip(covered, freed, strict=True)]


def _covered(standing: Pace, seconds: Sequence[int], amount: int) -> list[int]:
    """The plan with the amount given to what ran over, first of all to the phase that is on."""
    over, here = _overrun(standing, seconds), max(1, standing.current) - 1
    taken = [0] * len(over)
    taken[here] = min(amount, over[here])
    over[here] = 0
    return _added(_added(seconds, taken), _up_to(over, amount - sum(taken)))


def _is_on(interview: Interview) -> bool:
    return interview.timeline.state in (ClockState.RUNNING, ClockState.PAUSED)


def _given(interview: Interview, standing: Pace, wanted: int, giver: int | None) -> list[int]:
    """The seconds that each phase gives up, ``wanted`` in all if there are so many."""
    available = _available(interview, standing)
    given = [0] * len(available)
    if giver is not None:
        place = interview.guide.phase(giver).number - 1
        given[place] = min(wanted, available[place])
    over_minimum = [
        min(most, max(0, each.adjusted_s - phase.minutes.low * 60))
        for most, each, phase in zip(
            available, standing.phases, interview.guide.phases, strict=True
        )
    ]
    for most in (over_minimum, available):
        left = [max(0, m - g) for m, g in zip(most, given, strict=True)]
        given = _added(given, _up_to(left, wanted - sum(given)))
    return given


def _available(interview: Interview, standing: Pace) -> list[int]:
    """The seconds that each phase could give at the most: unused, and not what is kept."""
    last = len(standing.phases)
    found = []
    for each in standing.phases:
        # A second that has begun is used.
        left = each.left_ms // 1000 if each.number >= standing.current else 0
        reserve = interview.first_plan.reserve if each.number == last else 0
        closing = CLOSING_S if each.number == standing.current else 0
        found.append(max(0, left - max(reserve, closing)))
    return found


def _up_to(most: Sequence[int], amount: int) -> list[int]:
    """The amount shared in proportion to ``most``, and no more than it."""
    return share(min(amount, sum(most)), most) if any(most) else [0] * len(most)


def _added(some: Sequence[int], more: Sequence[int]) -> list[int]:
    return [s + m for s, m in zip(some, more, strict=True)]


def _words(interview: Interview, given: Sequence[int], closing: int, shortfall: int) -> str:
    named = [
        (phase.brief, minutes(gives * 1000))
        for phase, gives in zip(interview.guide.phases, given, strict=True)
        if gives
    ]
    (first, time), *others = named
    said = ", ".join([f"{first} gives {time}", *(f"{name} {time}" for name, time in others)])
    if closing:
        here = interview.guide.phase(interview.timeline.phase).brief
        said += f"; {minutes(closing * 1000)} of it to finish {here}"
    return f"{said}; {minutes(shortfall * 1000)} cannot be made up" if shortfall else said

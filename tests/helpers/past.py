"""Finished interviews as insights look at them, written in a line each."""

from collections.abc import Sequence
from functools import cache

from interview_desk.guide.model import Guide
from interview_desk.guide.parse.reader import read_guide
from interview_desk.insights.past_interview import (
    PastInterview,
    PhaseTimes,
    Rated,
    Rubric,
    by_rubric,
)
from interview_desk.interview.actions import running, scoring
from tests.helpers.clock import HandClock
from tests.helpers.rooms import Room
from tests.helpers.samples import SMALL_GUIDE, Played, prepared, shipped_guide

DAY_MS = 86_400_000
MINUTE_MS = 60_000


@cache
def eight() -> Guide:
    """The shipped guide: eight dimensions of three levels, five phases."""
    return shipped_guide()


@cache
def two() -> Guide:
    """The small guide: two dimensions of three levels, two phases."""
    return read_guide(SMALL_GUIDE)


def past(
    signs: str,
    number: int = 1,
    *,
    guide: Guide | None = None,
    pieces: Sequence[int] = (),
    times: PhaseTimes | None = None,
) -> PastInterview:
    """One, ``number`` days after the first; a sign a dimension.

    A digit is its height, ``-`` not rated, and ``?`` not enough evidence. Each has two pieces of
    evidence where ``pieces`` does not say otherwise.
    """
    guide = guide or eight()
    signs = signs.ljust(len(guide.dimensions), "-")
    rated = (
        Rated(int(sign) if sign.isdigit() else 0, sign == "?", there)
        for sign, there in zip(signs, (*pieces, *[2] * len(signs)), strict=False)
    )
    return PastInterview(number, number * DAY_MS, guide, tuple(rated), times)


def rubric(*signs: str, guide: Guide | None = None) -> Rubric:
    """Interviews with these ratings, a day apart, in one rubric."""
    return rubric_of([past(each, n, guide=guide) for n, each in enumerate(signs, 1)])


def rubric_of(interviews: Sequence[PastInterview]) -> Rubric:
    """The one rubric that they are of."""
    (found,) = by_rubric(interviews)
    return found


def timed(used: Sequence[float], planned: Sequence[float], reserve: float = 5) -> PhaseTimes:
    """From minutes."""

    def ms(minutes: Sequence[float]) -> tuple[int, ...]:
        return tuple(round(each * MINUTE_MS) for each in minutes)

    return PhaseTimes(ms(used), ms(planned), round(reserve * MINUTE_MS))


def keep_finished(
    room: Room, number: int, guide: Guide | None = None, name: str = "past"
) -> list[int]:
    """So many finished interviews of one's own in the records, no two rated alike; their rows."""
    rows = []
    for n in range(number):
        uid, candidate = f"{name}-{n}", f"Candidate {n}"
        played = Played(prepared(guide or eight(), uid, candidate), HandClock())
        played.start()
        played.clock.advance(300 + 10 * n)
        played.note("+ asked who it is for #problem")
        played.clock.advance(2_000)
        played.do(running.finish(played.interview, played.clock.now()))
        for each in played.interview.guide.dimensions:
            level = each.levels[n * each.number % len(each.levels)]
            played.do(scoring.rate(played.interview, each.number, level.name))
        if n % 3 == 0:
            played.do(scoring.not_enough(played.interview, 2))
        played.do(scoring.lock(played.interview, played.clock.now()))
        rows.append(room.desk.store.create(played.interview))
    return rows

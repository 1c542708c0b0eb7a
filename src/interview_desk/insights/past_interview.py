"""One's own finished interviews, as far as insights look at them, and the rubrics they were for.

Nothing here names a candidate: insights are of the ratings that someone gave.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from interview_desk.guide.model import Dimension, Guide
from interview_desk.interview.interview import Interview


class Rated(NamedTuple):
    """What one dimension got.

    ``height`` counts from 1, the lowest level; 0 is not rated, or ``not_enough`` evidence.
    ``pieces`` is how many notes and sightings speak for the dimension.
    """

    height: int
    not_enough: bool
    pieces: int


class PhaseTimes(NamedTuple):
    """Milliseconds by phase: run, pauses left out, and first planned.

    ``reserve_ms`` is the part of the last phase kept for the candidate's own questions.
    """

    used_ms: tuple[int, ...]
    planned_ms: tuple[int, ...]
    reserve_ms: int


class PastInterview(NamedTuple):
    """One finished interview, ``row`` its number in the store, ``when_ms`` UTC epoch ms.

    ``rated`` is in the order of the guide's dimensions; ``times`` is None where the clock did
    not run to the end.
    """

    row: int
    when_ms: int
    guide: Guide
    rated: tuple[Rated, ...]
    times: PhaseTimes | None = None

    @property
    def heights(self) -> tuple[int, ...]:
        """The heights of what was rated."""
        return tuple(each.height for each in self.rated if each.height)


class Rubric(NamedTuple):
    """Interviews rated by the same dimensions and levels, the oldest first.

    ``guide`` is the newest of theirs; ``name`` says which rubric it is, among others.
    """

    name: str
    guide: Guide
    interviews: tuple[PastInterview, ...]

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """The rows of the rubric."""
        return self.guide.dimensions


def past_interview(row: int, interview: Interview, pieces: Mapping[int, int]) -> PastInterview:
    """What insights look at; ``pieces`` of evidence are counted by dimension."""
    rated = []
    for dimension in interview.guide.dimensions:
        rating = interview.rating(dimension.number)
        height = dimension.height(rating.level)
        there = pieces.get(dimension.number, 0)
        rated.append(Rated(height, rating.not_enough and not height, there))
    start = interview.timeline.start
    when_ms = start.wall_ms if start else interview.created_ms
    return PastInterview(row, when_ms, interview.guide, tuple(rated), _times(interview))


def _times(interview: Interview) -> PhaseTimes | None:
    finish, plan = interview.finish, interview.first_plan
    if finish is None:
        return None
    return PhaseTimes(
        interview.timeline.used(finish.at, len(interview.guide.phases)),
        tuple(seconds * 1000 for seconds in plan.seconds),
        plan.reserve * 1000,
    )


# Titles of the dimensions, each with the names of its levels.
_Shape = tuple[tuple[str, tuple[str, ...]], ...]


def by_rubric(interviews: Sequence[PastInterview]) -> tuple[Rubric, ...]:
    """The interviews apart by rubric: that with the most first, of as many the newest.

    A rubric is the same where its dimensions and the names of their levels are; interviews
    without one are left out.
    """
    shapes: dict[int, _Shape] = {}
    found: dict[_Shape, list[PastInterview]] = {}
    for each in sorted(interviews, key=lambda past: (past.when_ms, past.row)):
        key = id(each.guide)  # one guide is read once, and to compare whole guides is slow
        if key not in shapes:
            shapes[key] = _shape(each.guide)
        if shapes[key]:
            found.setdefault(shapes[key], []).append(each)
    groups = sorted(found.values(), key=lambda group: (-len(group), -group[-1].when_ms))
    return _named(groups)


def _shape(guide: Guide) -> _Shape:
    return tuple((d.title, tuple(level.name for level in d.levels)) for d in guide.dimensions)


def _named(groups: Sequence[Sequence[PastInterview]]) -> tuple[Rubric, ...]:
    """With the names of their guides; a guide that had several rubrics says which is meant."""
    times: dict[str, int] = {}
    rubrics = []
    for group in groups:
        guide = group[-1].guide
        times[guide.brief] = number = times.get(guide.brief, 0) + 1
        name = guide.brief if number == 1 else f"{guide.brief} (rubric {number})"
        rubrics.append(Rubric(name, guide, tuple(group)))
    return tuple(rubrics)

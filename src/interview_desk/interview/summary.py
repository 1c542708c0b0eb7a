"""One interview in a line: what the library lists without reading the whole."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from interview_desk.interview.status import Status

if TYPE_CHECKING:
    from interview_desk.interview.interview import Interview

# What a candidate is called who has no name.
UNNAMED = "Unnamed candidate"
# More than any interview has of anything that a line counts.
COUNT_LIMIT = 100_000


# Made before the first paint: the class of a named tuple costs a tenth of a dataclass.
class Summary(NamedTuple):
    """What the library shows of an interview.

    ``heights`` has a number per dimension: 0 not rated or not enough evidence, else steps
    from the lowest level, 1 up to ``levels``. ``started_ms`` is UTC epoch ms.
    """

    status: Status
    candidate: str
    role: str
    interviewer: str
    question: str
    guide: str
    scheduled: str
    started_ms: int | None
    length_minutes: int
    notes: int
    heights: tuple[int, ...]
    levels: int
    recommendation: str
    prepared: int
    to_prepare: int


def summarise_interview(interview: "Interview") -> Summary:
    """The line for one interview."""
    guide, setup, start = interview.guide, interview.setup, interview.timeline.start
    return Summary(
        status=interview.status,
        candidate=setup.candidate,
        role=setup.role,
        interviewer=setup.interviewer,
        question=setup.question,
        guide=guide.title,
        scheduled=setup.scheduled,
        started_ms=start.wall_ms if start else None,
        length_minutes=setup.length_minutes,
        notes=len(interview.notes),
        heights=tuple(
            dimension.height(interview.rating(dimension.number).level)
            for dimension in guide.dimensions
        ),
        levels=len(guide.dimensions[0].levels) if guide.dimensions else 0,
        recommendation=interview.verdict.step,
        prepared=sum(interview.ticked(item.key) for item in guide.before),
        to_prepare=len(guide.before),
    )


def usual_minutes() -> int:
    """The length of an interview of which none is known."""
    # Imported when needed, which is seldom: the library is on the screen sooner without it.
    from interview_desk.interview.records import Setup

    return Setup().length_minutes


def scheduled_at(scheduled: str) -> datetime | None:
    """Local ISO time as a datetime without a zone; None for none.

    A packet from elsewhere may hold anything here, and a year that no time zone knows.
    """
    try:
        at = datetime.fromisoformat(scheduled).replace(tzinfo=None)
    except ValueError:
        return None
    return at if 1971 <= at.year <= 9_000 else None

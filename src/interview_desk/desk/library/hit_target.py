"""Where in the window a place stands that a search has found."""

from typing import NamedTuple

from interview_desk.desk.navigation import PAGE_FOR, Page
from interview_desk.interview import checks
from interview_desk.interview.status import Status
from interview_desk.store.search import Hit, Where


class Goal(NamedTuple):
    """A page, and the part of the interview to show there; None for the whole of it."""

    page: Page
    part: checks.Page | None = None
    number: int = 0


def goal_of(hit: Hit, status: Status) -> Goal:
    """The page where what was found is read in its place."""
    reading = Page.LIVE if status is Status.LIVE else Page.SCORE
    match hit.where:
        case Where.NOTE:
            return Goal(reading, checks.Page.NOTE, hit.note or 0)
        case Where.REASON:
            return Goal(Page.SCORE, checks.Page.DIMENSION, hit.dimension or 1)
        case Where.SUMMARY:
            return Goal(Page.SCORE, checks.Page.RECOMMENDATION)
    return Goal(PAGE_FOR[status])

"""Making a new interview."""

from interview_desk.desk.context import Desk
from interview_desk.desk.settings import INTERVIEWER, LENGTH, RESERVE
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Setup


def create_interview(desk: Desk) -> int:
    """A new interview with the default guide, stored; its row. Raises UserError."""
    guide, settings = desk.guides.default(), desk.settings
    setup = Setup(
        interviewer=settings.get(INTERVIEWER),
        length_minutes=settings.get(LENGTH),
        reserve_minutes=settings.get(RESERVE),
    )
    created = desk.clock.now().wall_ms
    return desk.store.create(Interview.of(desk.new_uid(), guide, created, (setup,)))

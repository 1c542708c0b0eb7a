"""Making a new interview."""

from interview_desk.desk.context import Desk
from interview_desk.interview.interview import Interview
from interview_desk.interview.plan import DEFAULT_RESERVE
from interview_desk.interview.records import Setup


def create_interview(desk: Desk) -> int:
    """A new interview with the default guide, stored; its row. Raises UserError."""
    guide = desk.guides.default()
    length = min(max(guide.duration.low if guide.duration else 45, 15), 180)
    setup = Setup(
        interviewer=desk.store.setting("interviewer") or "",
        length_minutes=length,
        reserve_minutes=DEFAULT_RESERVE,
    )
    created = desk.clock.now().wall_ms
    return desk.store.create(Interview.of(desk.new_uid(), guide, created, (setup,)))

"""A new interview with the set-up of a past one."""

from dataclasses import replace

from interview_desk.guide.model import Guide
from interview_desk.interview.interview import Interview


def duplicate(past: Interview, guide: Guide, uid: str, created_ms: int) -> Interview:
    """The same role, interviewer, question, length and areas, for another candidate.

    ``guide`` is the one to run it with: the past one's, or a newer version of it; areas that it
    lacks are left out. Nobody is named and no time is set yet.
    """
    areas = tuple(area for area in past.setup.areas if area in guide.areas)
    setup = replace(past.setup, candidate="", scheduled="", areas=areas)
    return Interview.of(uid, guide, created_ms, (setup,))

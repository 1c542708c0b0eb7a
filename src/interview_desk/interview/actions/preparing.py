"""What can be set before an interview, and corrected after."""

from dataclasses import replace

from interview_desk.interview.change import Change, put
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_text import clean
from interview_desk.interview.plan import LONGEST, SHORTEST
from interview_desk.interview.records import Setup


def set_up(interview: Interview, setup: Setup) -> Change:
    """Other set-up. Raises ValueError for a length out of bounds or areas that are unknown."""
    if not SHORTEST <= setup.length_minutes <= LONGEST:
        raise ValueError(f"an interview lasts {SHORTEST} to {LONGEST} minutes")
    if not 0 <= setup.reserve_minutes <= setup.length_minutes:
        raise ValueError("the reserve is a part of the interview")
    unknown = set(setup.areas) - set(interview.guide.areas)
    if unknown:
        raise ValueError(f"the guide has no areas {sorted(unknown)}")
    setup = replace(
        setup,
        candidate=clean(setup.candidate),
        role=clean(setup.role),
        interviewer=clean(setup.interviewer),
        question=clean(setup.question),
        scheduled=clean(setup.scheduled),
    )
    return put("Set-up changed", (interview.records.get((Setup, 0)), setup), merge="setup")

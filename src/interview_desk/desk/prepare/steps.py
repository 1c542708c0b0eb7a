"""Changes of the set-up as steps that can be undone one by one."""

from dataclasses import replace

from interview_desk.interview.actions.preparing import set_up
from interview_desk.interview.change import Change
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Setup

_TITLES = {
    "candidate": "Candidate",
    "role": "Role",
    "interviewer": "Interviewer",
    "scheduled": "Date and time",
    "length_minutes": "Length",
    "reserve_minutes": "Time for their questions",
    "question": "Question",
    "areas": "Areas to explore",
}


def set_up_step(interview: Interview, setup: Setup, *, typed: bool) -> Change:
    """The set-up changed, named by its field; what is typed into one field is one step.

    Raises ValueError as `set_up` does.
    """
    before = interview.setup
    changed = [name for name in _TITLES if getattr(before, name) != getattr(setup, name)]
    change = set_up(interview, setup)
    if len(changed) != 1:
        return replace(change, merge="")
    merge = f"setup {changed[0]}" if typed else ""
    return replace(change, label=_TITLES[changed[0]], merge=merge)

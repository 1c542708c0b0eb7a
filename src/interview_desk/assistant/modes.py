"""What a text for an assistant can be for, and when there is one."""

from enum import StrEnum
from typing import NamedTuple

from interview_desk.interview.interview import Interview
from interview_desk.interview.status import Status


class Mode(StrEnum):
    """The five texts; the value is the word on the command line."""

    GUIDE = "guide"
    PRACTISE = "practise"
    DATED = "dated"
    OPINIONS = "opinions"
    FEEDBACK = "feedback"

    @property
    def label(self) -> str:
        """What the user calls it."""
        return _MODES[self].label

    @property
    def holds(self) -> str:
        """What stands in it, in a line."""
        return _MODES[self].holds

    @property
    def of_person(self) -> bool:
        """Whether it speaks of the candidate, and so needs their interview."""
        return bool(_MODES[self].waits_for)

    def missing(self, interview: Interview | None) -> str:
        """Why there is no such text yet, in a sentence; empty if there is one."""
        mode = _MODES[self]
        if not mode.waits_for:
            return ""
        if interview is None:
            return "This text is about an interview: say which."
        return "" if interview.status in mode.waits_for else mode.why_not


class _Mode(NamedTuple):
    label: str
    holds: str
    waits_for: frozenset[Status] = frozenset()
    why_not: str = ""


_MODES = {
    Mode.GUIDE: _Mode("Guide as instructions", "The guide as it is."),
    Mode.PRACTISE: _Mode(
        "Practise: play the candidate",
        "The guide, the question, and how well the assistant is to answer.",
    ),
    Mode.DATED: _Mode("What is dated in this guide?", "The guide as it is."),
    Mode.OPINIONS: _Mode(
        "Opinions without behaviour?",
        "Notes, reasons, and what the levels mean; no rating.",
        frozenset({Status.TO_SCORE, Status.DONE}),
        "There is one once the interview has ended.",
    ),
    Mode.FEEDBACK: _Mode(
        "Draft feedback",
        "Strengths, concerns and room to grow; no rating.",
        frozenset({Status.DONE}),
        "There is one once the scoring is finished.",
    ),
}

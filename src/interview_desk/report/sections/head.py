"""What stands at the head of every document about one interview."""

from datetime import tzinfo

from interview_desk.interview.interview import Interview
from interview_desk.interview.summary import UNNAMED
from interview_desk.report.document import Fact, Verdict
from interview_desk.report.sections.dates import held

CONFIDENTIAL = "Confidential."
PRODUCT = "Interview Desk"


def name(interview: Interview) -> str:
    """Who was interviewed."""
    return interview.setup.candidate.strip() or UNNAMED


def author(interview: Interview) -> str:
    """Who speaks in the document."""
    return interview.setup.interviewer.strip() or PRODUCT


def verdict(interview: Interview) -> Verdict:
    """The recommendation with its place on the guide's scale."""
    step, steps = interview.verdict.step, interview.guide.steps
    scale = ""
    if step in steps:
        scale = f"step {steps.index(step) + 1} of {len(steps)}"
    return Verdict("Recommendation", step or "Not given", scale)


def notice(interview: Interview, amendments: str) -> str:
    """What the reader must know first; ``amendments`` says where they are to be read."""
    if interview.lock is None:
        return "Not final: scoring was not finished when this was made."
    if interview.amendments:
        return f"Amended after scoring was finished: see {amendments}."
    return ""


def rubric_title(interview: Interview) -> str:
    """With the bar that all dimensions are held to, if the guide names one."""
    bars = {each.qualifier for each in interview.guide.dimensions}
    bar = bars.pop() if len(bars) == 1 else ""
    return f"Rubric against the {bar}" if bar else "Rubric"


def who_and_when(interview: Interview, zone: tzinfo | None) -> tuple[Fact, ...]:
    """The four facts that every reader asks for first."""
    setup = interview.setup
    return (
        Fact("Role", setup.role.strip() or "Not given"),
        Fact("Interviewer", setup.interviewer.strip() or "Not given"),
        Fact("Question", setup.question.strip() or "Not given"),
        Fact("Held", held(interview, zone)),
    )

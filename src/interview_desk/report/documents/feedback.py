"""Feedback for the candidate: what the interviewer wrote for them, and nothing else.

No rating, no recommendation, no note, and no name but the candidate's own.
"""

from datetime import tzinfo

from interview_desk.interview.interview import Interview
from interview_desk.report.document import Document, Fact, Facts, Prose, Section
from interview_desk.report.options import ReportOptions
from interview_desk.report.sections import head
from interview_desk.report.sections.dates import dated_ms
from interview_desk.words import day

KIND = "Interview feedback"


def feedback_document(interview: Interview, options: ReportOptions) -> Document:
    """A page that can be handed to the candidate as it is."""
    written = interview.feedback.text.strip()
    text = Prose(written) if written else Prose("No feedback was written.", quiet=True)
    return Document(
        kind=KIND,
        name=head.name(interview),
        author=head.PRODUCT,
        verdict=None,
        notice="",
        facts=_facts(interview, options.zone),
        sections=(Section("Feedback", (text,)),),
        closing="For the candidate.",
        dated_ms=dated_ms(interview),
    )


def _facts(interview: Interview, zone: tzinfo | None) -> Facts:
    setup, start = interview.setup, interview.timeline.start
    facts = (
        Fact("Role", setup.role),
        Fact("Date", day(start.wall_ms, zone) if start is not None else ""),
        Fact("Question", setup.question, wide=True),
    )
    return Facts(tuple(fact for fact in facts if fact.text.strip()))

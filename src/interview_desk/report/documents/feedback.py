"""Feedback for the candidate: what the interviewer wrote for them, and nothing else.

No rating, no recommendation, no note, and no name but the candidate's own.
"""

from collections.abc import Iterator
from datetime import tzinfo

from interview_desk.interview.interview import Interview
from interview_desk.report.document import Document, Fact, Facts, Prose, Section
from interview_desk.report.documents.kind import ContentsSummary, DocumentKind, MailTemplate, Source
from interview_desk.report.options import ReportOptions
from interview_desk.report.sections import head
from interview_desk.report.sections.dates import dated_ms
from interview_desk.words import day


def _contents(source: Source) -> Document:
    """A page that can be handed to the candidate as it is."""
    interview = source.interview
    written = interview.feedback.text.strip()
    text = Prose(written) if written else Prose("No feedback was written.", quiet=True)
    return Document(
        kind=FEEDBACK.heading,
        name=head.name(interview),
        author=head.PRODUCT,
        verdict=None,
        notice="",
        facts=_facts(interview, source.options.zone),
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


def _summary_of_contents(interview: Interview, _options: ReportOptions) -> ContentsSummary:
    written = interview.feedback.text.strip()
    text = "The feedback that you wrote" if written else "No feedback: none was written"
    left_out = (
        "Ratings and recommendation",
        "Notes and evidence",
        "Your name",
        "The interview file",
    )
    return ContentsSummary(
        (text, "The candidate’s name, the role, the day and the question"),
        left_out,
        tuple(_names_in(written, interview)),
    )


def _names_in(text: str, interview: Interview) -> Iterator[str]:
    name = " ".join(interview.setup.interviewer.split())
    if name and name.casefold() in " ".join(text.split()).casefold():
        yield f"The feedback names {name}"


FEEDBACK = DocumentKind(
    key="feedback",
    title="Feedback for the candidate",
    heading="Interview feedback",
    file_name="Interview feedback",
    contents=_contents,
    summary=_summary_of_contents,
    mail=MailTemplate(
        "Feedback on your interview",
        "Hello {candidate},\n\nthank you for your time. Attached is our feedback.\n",
    ),
)

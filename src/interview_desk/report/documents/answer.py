"""An answer to a case: each rating with its reason and the words it stands on; no recommendation.

It is mailed to whoever collects the answers, with the data attached.
"""

from interview_desk.interview.interview import Interview
from interview_desk.report.document import Document, Fact, Facts, Section
from interview_desk.report.documents.kind import ContentsSummary, DocumentKind, MailTemplate, Source
from interview_desk.report.options import ReportOptions
from interview_desk.report.sections import disclosure, head, history, notes, ratings
from interview_desk.report.sections.dates import dated_ms
from interview_desk.words import day


def _contents(source: Source) -> Document:
    """What was rated, and why."""
    interview, options = source.interview, source.options
    shown = ratings.overview(interview)
    return Document(
        kind=ANSWER.heading,
        name=head.name(interview),
        author=head.author(interview),
        verdict=None,
        notice=head.notice(interview, "Amendments"),
        facts=Facts(
            (
                Fact("Rated by", interview.setup.interviewer.strip() or "Not given"),
                Fact("Rated", day(dated_ms(interview), options.zone)),
                Fact("Guide", interview.guide.title, wide=True),
            )
        ),
        sections=(
            Section(head.rubric_title(interview), (shown,) if shown.rows else ()),
            *ratings.sections(interview),
            notes.section(interview, source.left_out),
            *history.amendments(interview, options.zone),
            history.section(interview, options.zone, packet=options.include_packet),
        ),
        closing=head.CONFIDENTIAL,
        dated_ms=dated_ms(interview),
        carries_data=options.include_packet,
    )


def _summary_of_contents(interview: Interview, options: ReportOptions) -> ContentsSummary:
    inside = (
        *disclosure.ratings(interview, "with quotes and reasons"),
        disclosure.notes(interview, options),
        *disclosure.amendments(interview),
        *disclosure.packet(interview, options),
    )
    return ContentsSummary(inside, tuple(disclosure.left_out(interview, options)))


ANSWER = DocumentKind(
    key="answer",
    title="Answer to the case",
    heading="Calibration answer",
    file_name="Answer",
    contents=_contents,
    summary=_summary_of_contents,
    mail=MailTemplate(
        "Answer: {candidate}",
        "Hello,\n\nAttached is my answer to the case “{candidate}”.\n\n{interviewer}\n",
    ),
    carries_packet=True,
    of_case=True,
)

"""The rubric of one interview in full; its record, where nobody is rated."""

from interview_desk.interview.interview import Interview
from interview_desk.report.document import Document, Fact, Facts, Prose, Section
from interview_desk.report.documents.kind import ContentsSummary, DocumentKind, MailTemplate, Source
from interview_desk.report.options import ReportOptions
from interview_desk.report.sections import (
    concerns,
    disclosure,
    head,
    history,
    indicators,
    notes,
    ratings,
    timing,
)
from interview_desk.report.sections.dates import dated_ms
from interview_desk.words import count


def _contents(source: Source) -> Document:
    """The whole rubric."""
    interview, options = source.interview, source.options
    return Document(
        kind=RUBRIC.heading_for(interview),
        name=head.name(interview),
        author=head.author(interview),
        verdict=head.verdict(interview),
        notice=head.notice(interview, "Amendments"),
        facts=_facts(interview, options),
        sections=(
            Section("Summary", (_summary(interview),)),
            *_overview(interview),
            Section("Time, planned and used", (timing.drawing(interview),)),
            concerns.section(interview),
            *ratings.sections(interview),
            indicators.section(interview),
            notes.questions(interview),
            notes.section(interview, source.left_out),
            timing.section(interview),
            *history.amendments(interview, options.zone),
            history.section(interview, options.zone, packet=options.include_packet),
        ),
        closing=head.CONFIDENTIAL,
        dated_ms=dated_ms(interview),
        carries_data=options.include_packet,
    )


def _overview(interview: Interview) -> tuple[Section, ...]:
    """The ratings at a glance; nothing for a guide that rates nobody."""
    shown = ratings.overview(interview)
    return (Section(head.rubric_title(interview), (shown,)),) if shown.rows else ()


def _summary(interview: Interview) -> Prose:
    summary = interview.verdict.summary.strip()
    return Prose(summary) if summary else Prose("No summary was written.", quiet=True)


def _facts(interview: Interview, options: ReportOptions) -> Facts:
    stops = "; ".join(each.words for each in timing.pauses(interview))
    areas = ", ".join(interview.guide.areas[key].title for key in interview.setup.areas)
    facts = (
        *head.who_and_when(interview, options.zone),
        Fact("Areas", areas, wide=True),
        Fact("Paused", stops, wide=True),
        Fact("Start", timing.corrected_start(interview, options.zone), wide=True),
    )
    return Facts(tuple(fact for fact in facts if fact.text.strip()))


def _summary_of_contents(interview: Interview, options: ReportOptions) -> ContentsSummary:
    inside = (
        disclosure.verdict(interview),
        *disclosure.ratings(interview, "with evidence and reasons"),
        disclosure.notes(interview, options),
        *disclosure.pictures(interview, options),
        f"{count(len(interview.sightings), 'sighting')}, by phase",
        "Concerns, questions asked, and the time planned and used",
        *disclosure.amendments(interview),
        *disclosure.packet(interview, options),
    )
    return ContentsSummary(inside, tuple(disclosure.left_out(interview, options)))


RUBRIC = DocumentKind(
    key="rubric",
    title="Rubric",
    heading="Interview rubric",
    file_name="Interview",
    contents=_contents,
    summary=_summary_of_contents,
    mail=MailTemplate(
        "Interview: {candidate}",
        "Hello,\n\nAttached is the report on the interview with {candidate}, {role}.\n\n"
        "{interviewer}\n",
    ),
    carries_packet=True,
    unrated_title="Record",
    unrated_heading="Interview record",
)

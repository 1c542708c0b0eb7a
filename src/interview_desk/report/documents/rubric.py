"""The rubric of one interview in full."""

from interview_desk.interview.interview import Interview
from interview_desk.report.document import Document, Fact, Facts, Prose, Section
from interview_desk.report.options import ReportOptions
from interview_desk.report.sections import (
    concerns,
    head,
    history,
    indicators,
    notes,
    ratings,
    timing,
)
from interview_desk.report.sections.dates import dated_ms

KIND = "Interview rubric"


def rubric_document(interview: Interview, options: ReportOptions, *, left_out: int = 0) -> Document:
    """The whole rubric. ``left_out`` private notes are no longer in the interview."""
    return Document(
        kind=KIND,
        name=head.name(interview),
        author=head.author(interview),
        verdict=head.verdict(interview),
        notice=head.notice(interview, "Amendments"),
        facts=_facts(interview, options),
        sections=(
            Section("Summary", (_summary(interview),)),
            Section(head.rubric_title(interview), (ratings.overview(interview),)),
            Section("Time, planned and used", (timing.drawing(interview),)),
            concerns.section(interview),
            *ratings.sections(interview),
            indicators.section(interview),
            notes.questions(interview),
            notes.section(interview, left_out),
            timing.section(interview),
            *history.amendments(interview, options.zone),
            history.section(interview, options.zone, packet=options.include_packet),
        ),
        closing=head.CONFIDENTIAL,
        dated_ms=dated_ms(interview),
        carries_data=options.include_packet,
    )


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

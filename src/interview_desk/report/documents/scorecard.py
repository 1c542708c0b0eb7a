"""A blank scorecard of a guide: boxes to tick and lines to write on, for paper."""

from collections.abc import Sequence

from interview_desk.guide.model import Dimension, Guide, Indicator, Phase
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import NO_DECISION
from interview_desk.report.document import (
    Blanks,
    Block,
    Checked,
    CheckGroup,
    Checks,
    Choice,
    Choices,
    Document,
    Fact,
    Facts,
    Prose,
    Ruled,
    Section,
)
from interview_desk.report.documents.kind import ContentsSummary, DocumentKind, MailTemplate, Source
from interview_desk.report.options import ReportOptions
from interview_desk.report.sections import head
from interview_desk.words import count

_WHO = ("Candidate", "Interviewer", "Role", "Date", "Question", "Started, ended")
_NOTE_LINES, _EVIDENCE_LINES, _SUMMARY_LINES = 4, 3, 5


def _contents(source: Source) -> Document:
    """The guide as a form."""
    guide = source.interview.guide
    return Document(
        kind=SCORECARD.heading,
        name=guide.title,
        author=head.PRODUCT,
        verdict=None,
        notice="",
        facts=Facts((Fact("Length", f"{guide.minutes} minutes"),)),
        sections=(
            Section("Interview", (Blanks(_WHO),)),
            *(_phase(each) for each in guide.phases),
            *_throughout(guide),
            *_rubric(guide),
            Section("Recommendation", (_steps(guide), Ruled("Summary", _SUMMARY_LINES))),
        ),
        closing=head.CONFIDENTIAL,
        dated_ms=source.interview.created_ms,
    )


def _phase(phase: Phase) -> Section:
    blocks: list[Block] = [Prose(phase.objective, quiet=True)] if phase.objective else []
    blocks += _checks(
        _group("Strong signals", phase.strong_signals),
        _group("Red flags", phase.red_flags),
        _group(phase.bar_title, phase.bar),
    )
    blocks.append(Ruled(f"Notes on {phase.title}", _NOTE_LINES))
    return Section(f"{phase.number} {phase.title}, {phase.minutes} min", tuple(blocks))


def _throughout(guide: Guide) -> tuple[Section, ...]:
    blocks = _checks(
        _group("Disqualifiers", guide.disqualifiers), _group("Warning signs", guide.warning_signs)
    )
    return (Section("Throughout the interview", tuple(blocks)),) if blocks else ()


def _group(title: str, indicators: Sequence[Indicator]) -> CheckGroup:
    return CheckGroup(title, tuple(Checked(each.text, None, good=True) for each in indicators))


def _checks(*groups: CheckGroup) -> list[Block]:
    shown = tuple(group for group in groups if group.items)
    return [Checks(shown)] if shown else []


def _rubric(guide: Guide) -> tuple[Section, ...]:
    rows = tuple(map(_dimension, guide.dimensions))
    return (Section("Rubric", parts=rows, new_page=True),) if rows else ()


def _dimension(dimension: Dimension) -> Section:
    levels = [Choice(level.name, level.text) for level in dimension.ascending]
    choices = Choices((*levels, Choice("Not enough evidence")))
    title = f"{dimension.number} {dimension.title}"
    return Section(title, (choices, Ruled("Evidence and reason", _EVIDENCE_LINES)))


def _steps(guide: Guide) -> Choices:
    return Choices(tuple(Choice(step) for step in (*guide.steps, NO_DECISION)))


def _summary_of_contents(interview: Interview, _options: ReportOptions) -> ContentsSummary:
    guide = interview.guide
    inside = (
        f"{count(len(guide.phases), 'phase')} of the guide, with boxes to tick",
        f"{count(rows, 'dimension')} with their levels, and the recommendation"
        if (rows := len(guide.dimensions))
        else "The recommendation",
        "Lines to write on",
    )
    return ContentsSummary(inside, ("Everything about this interview",))


SCORECARD = DocumentKind(
    key="scorecard",
    title="Blank scorecard",
    heading="Blank scorecard",
    file_name="Blank scorecard",
    contents=_contents,
    summary=_summary_of_contents,
    mail=MailTemplate(
        "Interview scorecard",
        "Hello,\n\nAttached is the blank scorecard to print.\n\n{interviewer}\n",
    ),
    of_guide=True,
)

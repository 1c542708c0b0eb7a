"""A blank scorecard of a guide: boxes to tick and lines to write on, for paper."""

from collections.abc import Sequence

from interview_desk.guide.model import Dimension, Guide, Indicator, Phase
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
from interview_desk.report.sections import head

KIND = "Blank scorecard"
_WHO = ("Candidate", "Interviewer", "Role", "Date", "Question", "Started, ended")
_NOTE_LINES, _EVIDENCE_LINES, _SUMMARY_LINES = 4, 3, 5


def scorecard_document(guide: Guide, dated_ms: int) -> Document:
    """The guide as a form. ``dated_ms`` is the day of the guide: UTC epoch ms."""
    return Document(
        kind=KIND,
        name=guide.title,
        author=head.PRODUCT,
        verdict=None,
        notice="",
        facts=Facts((Fact("Length", f"{guide.minutes} minutes"),)),
        sections=(
            Section("Interview", (Blanks(_WHO),)),
            *(_phase(each) for each in guide.phases),
            *_throughout(guide),
            Section("Rubric", parts=tuple(map(_dimension, guide.dimensions)), new_page=True),
            Section("Recommendation", (_steps(guide), Ruled("Summary", _SUMMARY_LINES))),
        ),
        closing=head.CONFIDENTIAL,
        dated_ms=dated_ms,
    )


def _phase(phase: Phase) -> Section:
    blocks: list[Block] = [Prose(phase.objective, quiet=True)] if phase.objective else []
    blocks += _checks(
        _group("Strong signals", phase.strong_signals), _group("Red flags", phase.red_flags)
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


def _dimension(dimension: Dimension) -> Section:
    levels = [Choice(level.name, level.text) for level in dimension.ascending]
    choices = Choices((*levels, Choice("Not enough evidence")))
    title = f"{dimension.number} {dimension.title}"
    return Section(title, (choices, Ruled("Evidence and reason", _EVIDENCE_LINES)))


def _steps(guide: Guide) -> Choices:
    return Choices(tuple(Choice(step) for step in (*guide.steps, NO_DECISION)))

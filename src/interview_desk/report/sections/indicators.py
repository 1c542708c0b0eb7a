"""Every indicator of the guide, phase by phase: seen, with its times, or not."""

from collections.abc import Sequence

from interview_desk.guide.model import Indicator, IndicatorKind
from interview_desk.interview.concerns import Finding, finding
from interview_desk.interview.interview import Interview
from interview_desk.report.document import Checked, CheckGroup, Checks, Prose, Section
from interview_desk.report.sections.concerns import remark, seen_at

_LEGEND = "A filled box was seen, at the times given; an empty box was not."


def section(interview: Interview) -> Section:
    """Signals, red flags and the level's own bar by phase, then what was watched for throughout."""
    guide = interview.guide
    groups = [
        CheckGroup(f"{phase.number} {phase.title}", _items(interview, phase.indicators))
        for phase in guide.phases
    ]
    groups.append(CheckGroup("Disqualifiers", _concerns(interview, guide.disqualifiers)))
    groups.append(CheckGroup("Warning signs", _concerns(interview, guide.warning_signs)))
    shown = tuple(group for group in groups if group.items)
    if not shown:
        words = Prose("The guide names no signals to watch for.", quiet=True)
        return Section("Signals by phase", (words,))
    return Section("Signals by phase", (Prose(_LEGEND, quiet=True), Checks(shown)))


def _items(interview: Interview, indicators: Sequence[Indicator]) -> tuple[Checked, ...]:
    return tuple(_item(interview, each) for each in indicators)


def _item(interview: Interview, indicator: Indicator) -> Checked:
    times = seen_at(interview, indicator)
    strong = indicator.kind is IndicatorKind.STRONG_SIGNAL
    aside = ", ".join(part for part in ("" if strong else indicator.kind.value, times) if part)
    return Checked(indicator.text, bool(times), indicator.kind.is_good, aside)


def _concerns(interview: Interview, indicators: Sequence[Indicator]) -> tuple[Checked, ...]:
    return tuple(_concern(interview, each) for each in indicators)


def _concern(interview: Interview, indicator: Indicator) -> Checked:
    found = finding(interview, indicator)
    aside = ", ".join(part for part in (found.value, seen_at(interview, indicator)) if part)
    if words := remark(interview, indicator):
        aside = f"{aside}: {words}"
    return Checked(indicator.text, found is Finding.OBSERVED, False, aside)

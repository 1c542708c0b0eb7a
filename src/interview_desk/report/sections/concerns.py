"""Disqualifiers, warning signs and red flags: what was observed, and what was not looked at."""

from collections.abc import Sequence

from interview_desk.guide.model import Guide, Indicator
from interview_desk.interview.concerns import Finding, concerns_found, finding
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_kinds import NoteKind
from interview_desk.report.document import Entries, Entry, Prose, Section
from interview_desk.report.sections.dates import elapsed
from interview_desk.words import count


def seen_at(interview: Interview, indicator: Indicator) -> str:
    """The moments at which it was seen, and how often if more than once: ``3:10, 8:20 (×2)``."""
    times = [elapsed(interview, sighting.at) for sighting in interview.seen(indicator.key)]
    often = f" (×{len(times)})" if len(times) > 1 else ""
    return ", ".join(times) + often


def remark(interview: Interview, indicator: Indicator) -> str:
    """What was noted on looking at it afterwards."""
    review = interview.review(indicator.key)
    return review.remark.strip() if review is not None else ""


def section(interview: Interview) -> Section:
    """The counts, then everything observed by name."""
    blocks: list[Prose | Entries] = [Prose(counts(interview))]
    blocks += [Entries(each) for each in (observed(interview), _overruled(interview)) if each]
    return Section("Concerns", tuple(blocks))


def counts(interview: Interview) -> str:
    """How many disqualifiers, warning signs and red flags there were, of how many."""
    guide = interview.guide
    flags = _red_flags(guide)
    seen = sum(bool(interview.seen(flag.key)) for flag in flags)
    lines = [
        _tally(interview, "Disqualifiers", guide.disqualifiers),
        _tally(interview, "Warning signs", guide.warning_signs),
        f"Red flags: {seen or 'none'} of {len(flags)} seen." if flags else "",
    ]
    said = " ".join(line for line in lines if line)
    return said or "The guide names no red flags, disqualifiers or warning signs."


def observed(interview: Interview) -> tuple[Entry, ...]:
    """Every disqualifier and warning sign that was observed, and every red flag seen."""
    guide = interview.guide
    concerns = concerns_found(interview, Finding.OBSERVED)
    flags = [flag for flag in _red_flags(guide) if interview.seen(flag.key)]
    return tuple(_entry(interview, each) for each in (*concerns, *flags))


def _red_flags(guide: Guide) -> list[Indicator]:
    return [each for phase in guide.phases for each in phase.red_flags]


def _tally(interview: Interview, name: str, indicators: Sequence[Indicator]) -> str:
    if not indicators:
        return ""
    findings = [finding(interview, each) for each in indicators]
    observed = findings.count(Finding.OBSERVED)
    unknown = findings.count(Finding.NOT_LOOKED_AT)
    tail = f", {unknown} not looked at" if unknown else ""
    return f"{name}: {observed or 'none'} of {len(indicators)} observed{tail}."


def _entry(interview: Interview, indicator: Indicator) -> Entry:
    times = [elapsed(interview, each.at) for each in interview.seen(indicator.key)]
    said = [indicator.kind.value]
    if len(times) > 1:
        said.append(f"seen {count(len(times), 'time')}, also at {', '.join(times[1:])}")
    elif not times:
        said.append("found on review")
    aside = ", ".join(said)
    if words := remark(interview, indicator):
        aside = f"{aside}: {words}"
    return Entry(times[0] if times else "", NoteKind.CONCERN, indicator.brief, aside)


def _overruled(interview: Interview) -> tuple[Entry, ...]:
    """What was ticked in the interview and judged not observed afterwards: both are said."""
    found = []
    for each in concerns_found(interview, Finding.NOT_OBSERVED):
        if interview.seen(each.key):
            aside = (
                f"{each.kind.value}, seen at {seen_at(interview, each)}, then judged not observed"
            )
            if words := remark(interview, each):
                aside = f"{aside}: {words}"
            found.append(Entry("", None, each.brief, aside))
    return tuple(found)

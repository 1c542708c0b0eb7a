"""How the time was planned, re-planned and used."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import tzinfo
from itertools import pairwise

from interview_desk.interview.interview import Interview
from interview_desk.interview.records import PlanChange
from interview_desk.report.document import (
    Entries,
    Entry,
    Fact,
    Grid,
    Prose,
    Section,
    Stretch,
    TimeRow,
    Times,
)
from interview_desk.report.sections.dates import last_instant
from interview_desk.words import clock_time, minutes


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch that does not count: where in the interview it began, and how long it was."""

    elapsed_ms: int
    length_ms: int
    reason: str

    @property
    def words(self) -> str:
        """The pause in words: ``2:10 at 14:20 (dropped call)``."""
        reason = f" ({self.reason})" if self.reason else ""
        return f"{minutes(self.length_ms)} at {minutes(self.elapsed_ms)}{reason}"


def pauses(interview: Interview) -> tuple[Pause, ...]:
    """Every pause, in order."""
    last, timeline = last_instant(interview), interview.timeline
    until = timeline.position(last) if last else 0
    running = [span for span in timeline.spans if not span.paused]
    return tuple(
        Pause(sum(each.length(span.start) for each in running), span.length(until), span.reason)
        for span in timeline.pauses()
    )


def corrected_start(interview: Interview, zone: tzinfo | None) -> str:
    """That the start was set otherwise than the key was pressed, or nothing."""
    pressed, start = interview.timeline.pressed, interview.timeline.start
    if pressed is None or start is None or pressed == start:
        return ""
    by = start.wall_ms - pressed.wall_ms
    direction = "later" if by > 0 else "earlier"
    at = clock_time(pressed.wall_ms, zone)
    return f"Corrected to {minutes(abs(by))} {direction} than the clock was started, {at}"


def used_ms(interview: Interview) -> tuple[int, ...]:
    """Milliseconds run in each phase, up to the last thing known."""
    last, phases = last_instant(interview), len(interview.guide.phases)
    return interview.timeline.used(last, phases) if last else (0,) * phases


def used_in_short(interview: Interview) -> tuple[Fact, ...]:
    """What was used of what was planned, phase by phase; nothing if the clock never ran."""
    used, planned = used_ms(interview), interview.first_plan.seconds
    if not sum(used):
        return ()
    phases = zip(interview.guide.phases, used, planned, strict=True)
    each = ", ".join(f"{p.brief} {minutes(ms)} of {minutes(s * 1000)}" for p, ms, s in phases)
    return (Fact("Time used", f"{minutes(sum(used))} ({each})", wide=True),)


def drawing(interview: Interview) -> Times:
    """Planned and used time, phase by phase."""
    names = [phase.brief for phase in interview.guide.phases]
    planned = [seconds * 1000 for seconds in interview.first_plan.seconds]
    rows = [_row("Planned", names, planned)]
    if replans(interview):
        adjusted = [seconds * 1000 for seconds in interview.plan.seconds]
        rows.append(_row("Adjusted", names, adjusted))
    used = used_ms(interview)
    if sum(used):
        rows.append(replace(_row("Used", names, used), used=True))
    return Times(tuple(rows), " ".join(_in_words(row) for row in rows))


def replans(interview: Interview) -> tuple[PlanChange, ...]:
    """The re-plans that were accepted, in order."""
    found = (each for each in interview.records.values() if isinstance(each, PlanChange))
    return tuple(sorted(found, key=lambda each: each.id))


def section(interview: Interview) -> Section:
    """Plan and clock in figures, with everything that changed them."""
    said = tuple(Prose(f"{remark}.", quiet=True) for remark in interview.first_plan.remarks)
    events = sorted((*_replans(interview), *_stops(interview)), key=lambda each: each[0])
    lines = (Entries(tuple(entry for _, entry in events)),) if events else ()
    return Section("Plan and clock", (_grid(interview), *said, *lines))


def _row(label: str, names: list[str], lengths: "list[int] | tuple[int, ...]") -> TimeRow:
    pairs = zip(names, lengths, strict=True)
    return TimeRow(label, tuple(Stretch(name, ms) for name, ms in pairs))


def _in_words(row: TimeRow) -> str:
    each = ", ".join(f"{stretch.name} {minutes(stretch.ms)}" for stretch in row.stretches)
    return f"{row.label}: {minutes(sum(stretch.ms for stretch in row.stretches))} ({each})."


def _grid(interview: Interview) -> Grid:
    phases, used = interview.guide.phases, used_ms(interview)
    first, now = interview.first_plan.seconds, interview.plan.seconds
    adjusted = bool(replans(interview))
    rows = [
        _figures(phase.title, f"{phase.minutes} min", first[i], now[i], used[i], adjusted)
        for i, phase in enumerate(phases)
    ]
    total = f"{interview.guide.minutes} min"
    rows.append(_figures("Whole interview", total, sum(first), sum(now), sum(used), adjusted))
    middle = ("Adjusted",) if adjusted else ()
    return Grid(("Phase", "Guide", "Planned", *middle, "Used"), tuple(rows))


def _figures(  # noqa: PLR0917 - one row, column by column
    title: str, guide: str, first_s: int, now_s: int, used: int, adjusted: bool
) -> tuple[str, ...]:
    middle = (minutes(now_s * 1000),) if adjusted else ()
    return (title, guide, minutes(first_s * 1000), *middle, minutes(used))


def _stops(interview: Interview) -> Iterator[tuple[int, Entry]]:
    for each in pauses(interview):
        words = f"Paused for {minutes(each.length_ms)}"
        yield each.elapsed_ms, Entry(minutes(each.elapsed_ms), None, words, each.reason)


def _replans(interview: Interview) -> Iterator[tuple[int, Entry]]:
    changes = replans(interview)
    plans = [interview.first_plan.seconds, *(change.seconds for change in changes)]
    for change, (before, after) in zip(changes, pairwise(plans), strict=True):
        moved = ", ".join(
            f"{phase.brief} {minutes(old * 1000)} → {minutes(new * 1000)}"
            for phase, old, new in zip(interview.guide.phases, before, after, strict=True)
            if old != new
        )
        words = f"Plan changed: {moved or 'no phase moved'}"
        at = interview.timeline.elapsed(change.at)
        yield at, Entry(minutes(at), None, words, change.reason)

"""Placed clock events folded into spans: stretches of phases and pauses without gaps."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from interview_desk.interview.records import ClockEvent, ClockKind


class ClockState(StrEnum):
    """What the interview's clock does now."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one phase on the axis, in ms; ``end`` is None while it lasts."""

    start: int
    end: int | None
    phase: int
    paused: bool = False
    reason: str = ""

    def length(self, until: int) -> int:
        """Its milliseconds up to ``until``."""
        end = until if self.end is None else min(self.end, until)
        return max(0, end - self.start)


def fold(placed: Iterable[tuple[int, ClockEvent]]) -> tuple[list[Span], ClockState]:
    """The spans and the state that come of events, given in order with their positions.

    An event that does not fit the state, such as a pause before the start, changes nothing.
    """
    spans: list[Span] = []
    state, phase, reason = ClockState.WAITING, 0, ""

    def turn(at: int) -> None:
        if spans:
            spans[-1] = replace(spans[-1], end=at)
        paused = state is ClockState.PAUSED
        spans.append(Span(at, None, phase, paused, reason if paused else ""))

    for at, event in placed:
        match event.kind, state:
            case ClockKind.START, ClockState.WAITING:
                phase, state = event.phase or 1, ClockState.RUNNING
                turn(at)
            case ClockKind.ENTER, ClockState.RUNNING | ClockState.PAUSED if event.phase != phase:
                phase = event.phase or phase
                turn(at)
            case ClockKind.PAUSE, ClockState.RUNNING:
                state, reason = ClockState.PAUSED, event.reason
                turn(at)
            case ClockKind.PAUSE, ClockState.PAUSED:
                reason = event.reason or reason
                _give_reason(spans, reason)
            case ClockKind.RESUME, ClockState.PAUSED:
                state = ClockState.RUNNING
                turn(at)
            case ClockKind.FINISH, ClockState.RUNNING | ClockState.PAUSED:
                state = ClockState.FINISHED
                spans[-1] = replace(spans[-1], end=at)
    return spans, state


def _give_reason(spans: list[Span], reason: str) -> None:
    """Another reason for the pause that is on, in all the phases that it has spanned."""
    last = len(spans) - 1
    while last >= 0 and spans[last].paused:
        spans[last] = replace(spans[last], reason=reason)
        last -= 1


def shift_start(spans: list[Span], shift: int) -> list[Span]:
    """The spans with the start moved: an earlier one lengthens the first, a later one eats."""
    if not spans or not shift:
        return spans
    start = spans[0].start + shift
    if shift < 0:
        return [replace(spans[0], start=start), *spans[1:]]
    kept = [
        replace(span, start=max(span.start, start))
        for span in spans
        if span.end is None or span.end > start
    ]
    # A start moved past the end of a finished interview leaves its last phase, empty.
    last = spans[-1]
    return kept or [replace(last, start=last.start if last.end is None else last.end)]


def leave_out(spans: list[Span], start: int, event: ClockEvent) -> list[Span]:
    """The spans with what ran in a break made a pause; what was a pause stays one."""
    end = start + event.shift_ms
    left: list[Span] = []
    for span in spans:
        since = max(span.start, start)
        until = end if span.end is None else min(span.end, end)
        if span.paused or since >= until:
            left.append(span)
            continue
        if since > span.start:
            left.append(replace(span, end=since))
        left.append(replace(span, start=since, end=until, paused=True, reason=event.reason))
        if span.end is None or until < span.end:
            left.append(replace(span, start=until))
    return left

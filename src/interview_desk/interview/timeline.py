"""Clock events folded into phases and pauses, and every moment's place among them.

Within one boot the continuous clock tells how far two moments are apart, whatever the wall
clock was set to meanwhile; between boots only the wall clock can. So each boot gets a place
on one axis of milliseconds, and everything else is a sum over spans of that axis.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from interview_desk.interview.clock import Instant
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


@dataclass(frozen=True, slots=True)
class _Boot:
    base: int
    first: Instant
    last: Instant

    def position(self, at: Instant) -> int:
        return self.base + at.mono_ms - self.first.mono_ms


class Timeline:
    """The fold of an interview's clock events. Immutable once made."""

    def __init__(self, events: Iterable[ClockEvent]) -> None:
        in_order = sorted(events, key=lambda event: event.id)
        self._boots = _place_boots(in_order)
        placed = sorted((self.position(event.at), event.id, event) for event in in_order)
        self.spans, self.state = _fold([(x, event) for x, _, event in placed])
        self.start = next((e.at for e in in_order if e.kind is ClockKind.START), None)

    @property
    def phase(self) -> int:
        """The number of the phase that is on, or was last; 0 before the start."""
        return self.spans[-1].phase if self.spans else 0

    @property
    def paused_since(self) -> int | None:
        """The position at which the present pause began, or None."""
        return self.spans[-1].start if self.state is ClockState.PAUSED else None

    def position(self, at: Instant) -> int:
        """The moment's place on the axis in ms; 0 is the first event."""
        if not self._boots:
            return 0
        boot = self._boots.get(at.boot)
        if boot is not None:
            return boot.position(at)
        latest = max(self._boots.values(), key=lambda each: each.position(each.last))
        return latest.position(latest.last) + max(0, at.wall_ms - latest.last.wall_ms)

    def elapsed(self, at: Instant) -> int:
        """Milliseconds the interview had run at that moment, pauses left out."""
        until = self.position(at)
        return sum(span.length(until) for span in self.spans if not span.paused)

    def used(self, at: Instant, phases: int) -> tuple[int, ...]:
        """Milliseconds run in each of the ``phases`` at that moment; their sum is elapsed."""
        until, sums = self.position(at), [0] * phases
        for span in self.spans:
            if not span.paused:
                sums[span.phase - 1] += span.length(until)
        return tuple(sums)

    def phase_at(self, at: Instant) -> int:
        """The phase that was on at that moment; the first before the start, 0 with no start."""
        if not self.spans:
            return 0
        until = self.position(at)
        begun = [span for span in self.spans if span.start <= until]
        return (begun[-1] if begun else self.spans[0]).phase

    def begun_at(self, phase: int) -> int | None:
        """Elapsed ms at which the phase was first entered, or None."""
        total = 0
        for span in self.spans:
            if span.phase == phase:
                return total
            if not span.paused and span.end is not None:
                total += span.end - span.start
        return None

    def pauses(self) -> tuple[Span, ...]:
        """Every pause, in order, with its reason."""
        return tuple(span for span in self.spans if span.paused)


def _place_boots(events: list[ClockEvent]) -> dict[str, _Boot]:
    """Each boot's place on the axis: after the boot before it, by the wall clock between."""
    moments: dict[str, list[Instant]] = {}
    for event in events:
        moments.setdefault(event.at.boot, []).append(event.at)
    boots: dict[str, _Boot] = {}
    base, previous = 0, None
    for name, seen in moments.items():
        first = min(seen, key=lambda at: at.mono_ms)
        last = max(seen, key=lambda at: at.mono_ms)
        if previous is not None:
            gap = max(0, first.wall_ms - previous.last.wall_ms)
            base = previous.position(previous.last) + gap
        previous = boots[name] = _Boot(base, first, last)
    return boots


def _fold(placed: list[tuple[int, ClockEvent]]) -> tuple[tuple[Span, ...], ClockState]:
    spans: list[Span] = []
    state, phase, shift = ClockState.WAITING, 0, 0

    def turn(at: int, *, paused: bool = False, reason: str = "") -> None:
        if spans:
            spans[-1] = replace(spans[-1], end=at)
        spans.append(Span(at, None, phase, paused, reason))

    for at, event in placed:
        match event.kind, state:
            case ClockKind.START, ClockState.WAITING:
                phase, state = event.phase or 1, ClockState.RUNNING
                turn(at)
            case ClockKind.ENTER, ClockState.RUNNING | ClockState.PAUSED if event.phase != phase:
                phase = event.phase or phase
                paused = state is ClockState.PAUSED
                turn(at, paused=paused, reason=spans[-1].reason)
            case ClockKind.PAUSE, ClockState.RUNNING:
                state = ClockState.PAUSED
                turn(at, paused=True, reason=event.reason)
            case ClockKind.PAUSE, ClockState.PAUSED:
                spans[-1] = replace(spans[-1], reason=event.reason or spans[-1].reason)
            case ClockKind.RESUME, ClockState.PAUSED:
                state = ClockState.RUNNING
                turn(at)
            case ClockKind.FINISH, ClockState.RUNNING | ClockState.PAUSED:
                state = ClockState.FINISHED
                spans[-1] = replace(spans[-1], end=at)
            case ClockKind.STARTED_AT, _:
                shift = event.shift_ms
    return _shift_start(spans, shift), state


def _shift_start(spans: list[Span], shift: int) -> tuple[Span, ...]:
    """The spans with the start moved: an earlier one lengthens the first, a later one eats."""
    if not spans or not shift:
        return tuple(spans)
    start = spans[0].start + shift
    if shift < 0:
        return (replace(spans[0], start=start), *spans[1:])
    kept = [
        replace(span, start=max(span.start, start))
        for span in spans
        if span.end is None or span.end > start
    ]
    # A start moved past the end of a finished interview leaves its last phase, empty.
    return tuple(kept) or (replace(spans[-1], start=spans[-1].end or start),)

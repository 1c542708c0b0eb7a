"""An interview's clock: what its events come to, and every moment's place among them.

Within one boot the continuous clock tells how far two moments are apart, whatever the wall
clock was set to meanwhile; between boots only the wall clock can.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate
from operator import itemgetter

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


class Timeline:
    """The fold of an interview's clock events. Immutable once made.

    ``spans`` follow one another without gaps. ``pressed`` is the moment of the start key;
    ``start`` is when the interview really started, corrections included.
    """

    def __init__(
        self, events: Iterable[ClockEvent], others: Iterable[tuple[int, Instant]] = ()
    ) -> None:
        """``others`` are ids and moments of records from boots in which no event happened."""
        in_order = sorted(events, key=lambda event: event.id)
        # A break that is told of later is no reading of the clocks.
        lived = [event for event in in_order if event.kind is not ClockKind.LEFT_OUT]
        read = sorted((*((event.id, event.at) for event in lived), *others), key=itemgetter(0))
        self._axis = _Axis(at for _, at in read)
        # Sorting is stable: of two events at one moment the first recorded comes first.
        lived.sort(key=lambda event: self.position(event.at))
        spans, self.state = _fold([(self.position(event.at), event) for event in lived])
        corrected = [event for event in in_order if event.kind is ClockKind.STARTED_AT]
        if corrected:
            spans = _shift_start(spans, corrected[-1].shift_ms)
        for event in in_order:
            if event.kind is ClockKind.LEFT_OUT:
                spans = _leave_out(spans, self.position(event.at), event)
        self.spans = tuple(spans)
        self._starts = [span.start for span in spans]
        ran = (0 if span.paused or span.end is None else span.end - span.start for span in spans)
        self._before = [0, *accumulate(ran)]
        self.pressed = next((each.at for each in lived if each.kind is ClockKind.START), None)

    @property
    def start(self) -> Instant | None:
        """When the interview really started, corrections included; None before the start."""
        if self.pressed is None or not self.spans:
            return None
        return self.pressed.shifted(self._starts[0] - self.position(self.pressed))

    @property
    def phase(self) -> int:
        """The number of the phase that is on, or was last; 0 before the start."""
        return self.spans[-1].phase if self.spans else 0

    @property
    def entered(self) -> int | None:
        """The place on the axis where the phase that is on, or was last, was last entered."""
        begun = None
        for span in reversed(self.spans):
            if span.phase != self.phase:
                break
            begun = span.start
        return begun

    def position(self, at: Instant) -> int:
        """The moment's place on the axis in ms; 0 is the first moment that was recorded."""
        return self._axis.position(at)

    def elapsed(self, at: Instant) -> int:
        """Milliseconds the interview had run at that moment, pauses left out."""
        until = self.position(at)
        begun = bisect_right(self._starts, until) - 1
        if begun < 0:
            return 0
        span = self.spans[begun]
        return self._before[begun] + (0 if span.paused else span.length(until))

    def used(self, at: Instant, phases: int) -> tuple[int, ...]:
        """Milliseconds run in each of the ``phases`` at that moment; their sum is elapsed."""
        until, sums = self.position(at), [0] * phases
        for span in self.spans:
            if not span.paused:
                sums[span.phase - 1] += span.length(until)
        return tuple(sums)

    def visit(self, at: Instant) -> int:
        """Milliseconds run at that moment since the phase that is on was last entered."""
        until, ran = self.position(at), 0
        for span in reversed(self.spans):
            if span.phase != self.phase:
                break
            ran += 0 if span.paused else span.length(until)
        return ran

    def phase_at(self, at: Instant) -> int:
        """The phase that was on at that moment; the first before the start, 0 with no start."""
        if not self.spans:
            return 0
        begun = bisect_right(self._starts, self.position(at)) - 1
        return self.spans[max(0, begun)].phase

    def pauses(self) -> tuple[Span, ...]:
        """Every pause, in order, with its reason; its phase is the one that was on first."""
        found: list[Span] = []
        for span in self.spans:
            if not span.paused:
                continue
            goes_on = bool(found) and (found[-1].end, found[-1].reason) == (span.start, span.reason)
            if goes_on:
                found[-1] = replace(found[-1], end=span.end)
            else:
                found.append(span)
        return tuple(found)


def _fold(placed: Iterable[tuple[int, ClockEvent]]) -> tuple[list[Span], ClockState]:
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


def _shift_start(spans: list[Span], shift: int) -> list[Span]:
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


def _leave_out(spans: list[Span], start: int, event: ClockEvent) -> list[Span]:
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


@dataclass(frozen=True, slots=True)
class _Boot:
    base: int
    first: Instant
    last: Instant

    def position(self, at: Instant) -> int:
        return self.base + at.mono_ms - self.first.mono_ms


class _Axis:
    """Where moments are, given moments in the order in which they were lived.

    A boot starts where the one before it was last known to run, plus the time that the wall
    clock says went by between; where that is negative the wall clock was set back, and
    nothing is known of the time between.
    """

    def __init__(self, moments: Iterable[Instant]) -> None:
        lived: dict[str, list[Instant]] = {}
        for at in moments:
            lived.setdefault(at.boot, []).append(at)
        self._boots: dict[str, _Boot] = {}
        self._latest: _Boot | None = None
        for name, seen in lived.items():
            first = min(seen, key=lambda at: at.mono_ms)
            last = max(seen, key=lambda at: at.mono_ms)
            self._latest = self._boots[name] = _Boot(self._base(first), first, last)

    def position(self, at: Instant) -> int:
        """The moment's place in ms; 0 is the first moment given, or any if none was.

        A moment of a boot that is not known is the present of a machine that was started
        anew: it lies after all that is known, however far the wall clock was set back.
        """
        boot = self._boots.get(at.boot)
        if boot is not None:
            return boot.position(at)
        return self._base(at)

    def _base(self, first: Instant) -> int:
        if self._latest is None:
            return 0
        gap = first.wall_ms - self._latest.last.wall_ms
        return self._latest.position(self._latest.last) + max(0, gap)

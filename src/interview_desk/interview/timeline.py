"""An interview's clock: what its events come to, and every moment's place among them.

Within one boot the continuous clock tells how far two moments are apart, whatever the wall
clock was set to meanwhile; between boots only the wall clock can.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate
from operator import itemgetter

from interview_desk.interview.boots import Axis
from interview_desk.interview.clock import Instant
from interview_desk.interview.records import ClockEvent, ClockKind
from interview_desk.interview.spans import ClockState, Span, fold, leave_out, shift_start

__all__ = ["ClockState", "Span", "Timeline"]


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
        self._axis = Axis(at for _, at in read)
        # Sorting is stable: of two events at one moment the first recorded comes first.
        lived.sort(key=lambda event: self.position(event.at))
        spans, self.state = fold([(self.position(event.at), event) for event in lived])
        corrected = [event for event in in_order if event.kind is ClockKind.STARTED_AT]
        if corrected:
            spans = shift_start(spans, corrected[-1].shift_ms)
        for event in in_order:
            if event.kind is ClockKind.LEFT_OUT:
                spans = leave_out(spans, self.position(event.at), event)
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

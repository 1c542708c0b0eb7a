"""The clock in words: what the header, the rail and the clock panel say at one moment."""

from collections.abc import Sequence
from datetime import tzinfo

from interview_desk.desk.live.clock.phase_bar import Drain
from interview_desk.desk.theme.tokens import Tone
from interview_desk.desk.widgets.clock_label import Going
from interview_desk.desk.widgets.rail_segment import PhaseState, RailSegment
from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.pace import Pace, booking, pace
from interview_desk.interview.timeline import ClockState
from interview_desk.words import clock_time, minutes

_GOING = {ClockState.WAITING: Going.WAITING, ClockState.PAUSED: Going.PAUSED}


class ClockSnapshot:
    """An interview against its plan at one moment, ready to be shown."""

    def __init__(
        self,
        interview: Interview,
        now: Instant,
        zone: tzinfo | None,
        preview: Sequence[int] | None = None,
    ) -> None:
        """``preview`` has the seconds per phase of a re-plan that is not accepted yet."""
        self.interview = interview
        self.state = interview.timeline.state
        self.pace: Pace = pace(interview, now)
        self._booking = booking(interview, now, zone)
        self._now = now
        self._zone = zone
        self._preview = preview
        # Before the start the page shows the first phase, which the clock is not yet in.
        self.phase = interview.guide.phase(max(1, self.pace.current))
        self._phase_pace = self.pace.phases[self.phase.number - 1]

    @property
    def phase_line(self) -> str:
        """Which of the phases it is."""
        return f"Phase {self.phase.number} of {len(self.pace.phases)}"

    @property
    def left_s(self) -> int:
        """Whole seconds left of the phase, negative when it is over its time."""
        return self._phase_pace.left_s

    @property
    def going(self) -> Going:
        """Whether the time of the phase goes by."""
        return _GOING.get(self.state, Going.RUNNING)

    @property
    def drain(self) -> Drain:
        """The phase for the bar along the note field."""
        return Drain(self.left_s, self._phase_pace.adjusted_s, self.going)

    @property
    def left_line(self) -> str:
        """What the large figures are a part of, and when the phase ends on the wall."""
        allotted = minutes(self._phase_pace.adjusted_s * 1000)
        end = self.pace.phase_end(self._now)
        if self.state is ClockState.WAITING or end is None:
            return f"planned of {minutes(self.interview.plan.total * 1000)}, not started"
        at = clock_time(end, self._zone)
        if self.left_s < 0:
            return f"past {allotted}, was to end {at}"
        return f"left of {allotted}, ends {at}"

    @property
    def elapsed(self) -> str:
        """How long the interview has run."""
        return minutes(self.pace.elapsed_ms)

    @property
    def end_word(self) -> str:
        """What `end` is."""
        return "Ended" if self.state is ClockState.FINISHED else "Ends"

    @property
    def end(self) -> str:
        """When the interview ends as things stand, or ended; empty before the start."""
        timeline = self.interview.timeline
        if self.state is ClockState.WAITING:
            return ""
        if self.state is ClockState.FINISHED:
            since = timeline.position(self._now) - (timeline.spans[-1].end or 0)
            return clock_time(self._now.wall_ms - since, self._zone)
        return clock_time(self.pace.end(self._now), self._zone)

    @property
    def late_min(self) -> int:
        """How much later than wanted the end is, in whole minutes; negative for earlier.

        Pauses and a late start count, an interview made longer does not; 0 once it is over.
        """
        if self._booking is None or self.state is ClockState.FINISHED:
            return 0
        return round((self._booking.late_ms - self._booking.added_ms) / 60_000)

    @property
    def late(self) -> str:
        """The same in words; empty within half a minute."""
        off = self.late_min
        return f"+{off} min" if off > 0 else f"{-off} min ahead" if off else ""

    @property
    def late_tone(self) -> Tone:
        """Late calls for a look; early is a thing to know, and no more."""
        return "warn" if self.late_min > 0 else "ink2"

    @property
    def booked_line(self) -> str:
        """Until when the interview was booked, and how the end lies to that."""
        if self._booking is None:
            return ""
        off = round(self._booking.late_ms / 60_000)
        told = f"{off} min late" if off > 0 else f"{-off} min early" if off else "on time"
        return f"Booked to {clock_time(self._booking.end_ms, self._zone)}, {told}"

    @property
    def is_replanned(self) -> bool:
        """Whether other minutes than the first ones are in force, and can be taken back."""
        return self.state is not ClockState.FINISHED and self.interview.is_replanned

    @property
    def segments(self) -> tuple[RailSegment, ...]:
        """The phases for the rail."""
        return tuple(
            RailSegment(
                label=f"{phase.number} {phase.brief}",
                planned_s=each.planned_s,
                used_s=each.used_ms // 1000,
                adjusted_s=each.adjusted_s,
                preview_s=self._preview[phase.number - 1] if self._preview else None,
                state=self._rail_state(phase.number),
                paused=self.going is Going.PAUSED and phase.number == self.pace.current,
            )
            for phase, each in zip(self.interview.guide.phases, self.pace.phases, strict=True)
        )

    def _rail_state(self, number: int) -> PhaseState:
        if number > self.pace.current:
            return PhaseState.TO_COME
        if number < self.pace.current or self.state is ClockState.FINISHED:
            return PhaseState.DONE
        return PhaseState.CURRENT

"""Where the interview stands against its plan and its booking, in milliseconds."""

from dataclasses import dataclass
from datetime import tzinfo

from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.summary import scheduled_at
from interview_desk.interview.timeline import ClockState

# An interview that begins further than this from the time in its set-up is not the one booked.
BOOKED_WITHIN_MS = 60 * 60_000


@dataclass(frozen=True, slots=True)
class PhasePace:
    """One phase: seconds first planned, seconds planned now, milliseconds used."""

    number: int
    planned_s: int
    adjusted_s: int
    used_ms: int

    @property
    def left_ms(self) -> int:
        """What is left of the phase; negative when it is over its time."""
        return self.adjusted_s * 1000 - self.used_ms

    @property
    def left_s(self) -> int:
        """The same in seconds, as a clock shows it: a second is left until it has passed."""
        return self.adjusted_s - self.used_ms // 1000


@dataclass(frozen=True, slots=True)
class Pace:
    """The whole: ``left_ms`` of the agreed length are left, whatever the phases still ask for.

    ``to_go_ms`` is the running time still to come if every phase left takes what it is
    planned to; the interview ends that long after now. It is 0 once the interview is over.
    """

    phases: tuple[PhasePace, ...]
    current: int
    elapsed_ms: int
    to_go_ms: int
    left_ms: int

    @property
    def behind_ms(self) -> int:
        """How much later than planned the end is; negative when it is earlier."""
        return self.to_go_ms - self.left_ms

    @property
    def phase(self) -> PhasePace | None:
        """The phase that is on, or None before the start."""
        return self.phases[self.current - 1] if self.current else None

    def end(self, now: Instant) -> int:
        """When the interview ends as things stand: UTC epoch ms."""
        return now.wall_ms + self.to_go_ms

    def phase_end(self, now: Instant) -> int | None:
        """When the current phase ends by the plan, or None before the start: UTC epoch ms."""
        return now.wall_ms + self.phase.left_ms if self.phase else None


def pace(interview: Interview, now: Instant) -> Pace:
    """The pace at ``now``. A phase gone back to is on again, and the later ones still to come."""
    count = len(interview.guide.phases)
    used = interview.timeline.used(now, count)
    adjusted, first = interview.plan.seconds, interview.first_plan.seconds
    phases = tuple(PhasePace(i + 1, first[i], adjusted[i], used[i]) for i in range(count))
    current = interview.timeline.phase
    over = interview.timeline.state is ClockState.FINISHED
    to_come = () if over else phases[max(1, current) - 1 :]
    to_go = sum(max(0, each.left_ms) for each in to_come)
    elapsed = sum(used)
    return Pace(phases, current, elapsed, to_go, interview.plan.total * 1000 - elapsed)


@dataclass(frozen=True, slots=True)
class Booking:
    """The time agreed with the candidate, against what comes of it.

    ``end_ms`` is when the interview was booked to end, UTC epoch ms. ``late_ms`` is how much
    later it ends as things stand, whatever the cause; negative for earlier. ``added_ms`` is the
    part of it that was wanted, an interview made longer; ``lost_ms`` that which no phase has
    used: a late start and the pauses.
    """

    end_ms: int
    late_ms: int
    added_ms: int
    lost_ms: int


def booking(interview: Interview, now: Instant, zone: tzinfo | None) -> Booking | None:
    """How the interview stands against its booking; None before the start.

    It is booked for its first length from the time in the set-up, which is one of ``zone``
    (None: the laptop's own); without such a time near its start, from when it really started.
    """
    timeline, start = interview.timeline, interview.timeline.start
    if start is None:
        return None
    standing = pace(interview, now)
    begun, reached = timeline.spans[0].start, timeline.position(now)
    if timeline.state is ClockState.FINISHED:
        reached = timeline.spans[-1].end or begun
    delay = _delay(interview.setup.scheduled, start.wall_ms, zone)
    stood = reached - begun - standing.elapsed_ms
    length = interview.first_plan.total
    late = delay + reached - begun + standing.to_go_ms - length * 1000
    added = max(0, interview.plan.total - length) * 1000
    lost = max(0, min(late - standing.behind_ms, delay + stood))
    end = now.wall_ms - (timeline.position(now) - reached) + standing.to_go_ms
    return Booking(end - late, late, added, lost)


def _delay(scheduled: str, start_ms: int, zone: tzinfo | None) -> int:
    """How long after the time in the set-up it started; 0 where that is none to go by."""
    at = scheduled_at(scheduled)
    if at is None:
        return 0
    delay = start_ms - round(at.replace(tzinfo=zone).timestamp() * 1000)
    return delay if abs(delay) <= BOOKED_WITHIN_MS else 0

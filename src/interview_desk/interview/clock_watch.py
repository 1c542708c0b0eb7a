"""Notices that the machine slept or stalled, and that the wall clock was set.

It is fed with readings about once a second and has no clock of its own. Neither finding
disturbs an elapsed time; they are worth a question, since the interview may have gone on
or not. Thresholds as measured for this product: a timer misses ticks but not five seconds.
"""

from dataclasses import dataclass

from interview_desk.interview.clock import Instant

GAP_MS = 5_000
JUMP_MS = 2_000


@dataclass(frozen=True, slots=True)
class Slept:
    """Nothing ticked for ``gap_ms``: the machine slept or stalled between two moments."""

    gap_ms: int
    since: Instant
    until: Instant


@dataclass(frozen=True, slots=True)
class WallMoved:
    """The wall clock was set ``by_ms`` forward (back if negative) just before ``at``."""

    by_ms: int
    at: Instant


class ClockWatch:
    """Compares each reading with the one before it.

    Where the machine slept and its wall clock was set meanwhile, sleep is told first, for it
    needs an answer, and the wall clock at the next reading.
    """

    def __init__(self) -> None:
        self._last: Instant | None = None
        self._moved_ms = 0

    def tick(self, at: Instant) -> Slept | WallMoved | None:
        """What happened since the last reading, or None; readings of one boot compare."""
        last, self._last = self._last, at
        if last is None or last.boot != at.boot:
            self._moved_ms = 0
            return None
        gap = at.mono_ms - last.mono_ms
        moved = at.wall_ms - last.wall_ms - gap
        # The clocks drift apart by a little all the time; only a leap is somebody's doing.
        self._moved_ms += moved if abs(moved) > JUMP_MS else 0
        if gap > GAP_MS:
            return Slept(gap, last, at)
        told, self._moved_ms = self._moved_ms, 0
        return WallMoved(told, at) if abs(told) > JUMP_MS else None

"""Boots of the machine laid end to end on one axis of milliseconds."""

from collections.abc import Iterable
from dataclasses import dataclass

from interview_desk.interview.clock import Instant


@dataclass(frozen=True, slots=True)
class _Boot:
    base: int
    first: Instant
    last: Instant

    def position(self, at: Instant) -> int:
        return self.base + at.mono_ms - self.first.mono_ms


class Axis:
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

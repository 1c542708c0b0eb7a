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
        self._earliest: _Boot | None = None
        self._latest: _Boot | None = None
        for name, seen in lived.items():
            first = min(seen, key=lambda at: at.mono_ms)
            last = max(seen, key=lambda at: at.mono_ms)
            boot = _Boot(self._base(first), first, last)
            self._boots[name] = self._latest = boot
            self._earliest = self._earliest or boot

    def position(self, at: Instant) -> int:
        """The moment's place in ms; 0 is the first moment given, or any if none was.

        A moment of a boot that is not known lies before all that is known or after it, as
        the wall clock says; not in between, where the known boots were lived.
        """
        boot = self._boots.get(at.boot)
        if boot is not None:
            return boot.position(at)
        if self._earliest is None or self._latest is None:
            return 0
        since = at.wall_ms - self._latest.last.wall_ms
        if since < 0 and at.wall_ms < self._earliest.first.wall_ms:
            return at.wall_ms - self._earliest.first.wall_ms
        return self._latest.position(self._latest.last) + max(0, since)

    def _base(self, first: Instant) -> int:
        if self._latest is None:
            return 0
        gap = first.wall_ms - self._latest.last.wall_ms
        return self._latest.position(self._latest.last) + max(0, gap)

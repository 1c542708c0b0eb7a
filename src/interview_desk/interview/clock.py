"""Moments and where they come from."""

from dataclasses import dataclass, replace
from typing import Protocol

# Moments that every calendar can show: up to the year 3000, and 300 years without a restart.
WALL_LIMIT_MS = 32_503_680_000_000
MONO_LIMIT_MS = 10**13
_LONGEST_BOOT = 64


@dataclass(frozen=True, slots=True)
class Instant:
    """One moment on two clocks.

    ``wall_ms`` is UTC in milliseconds since the epoch and may be set by the user at any
    time. ``mono_ms`` is a clock that only goes forward, sleep included, and means something
    only next to another reading with the same ``boot``.
    """

    wall_ms: int
    mono_ms: int
    boot: str

    @property
    def possible(self) -> bool:
        """Whether a laptop's clocks can have told it; what comes from outside may be anything."""
        in_time = 0 <= self.wall_ms <= WALL_LIMIT_MS and abs(self.mono_ms) <= MONO_LIMIT_MS
        return in_time and len(self.boot) <= _LONGEST_BOOT and self.boot.isprintable()

    def shifted(self, by_ms: int) -> "Instant":
        """The moment ``by_ms`` later (earlier if negative), on both clocks."""
        return replace(self, wall_ms=self.wall_ms + by_ms, mono_ms=self.mono_ms + by_ms)


class Clock(Protocol):
    """Anything that can say what time it is."""

    def now(self) -> Instant:
        """The present moment."""
        ...

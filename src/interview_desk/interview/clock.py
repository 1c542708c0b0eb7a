"""Moments and where they come from."""

from dataclasses import dataclass, replace
from typing import Protocol


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

    def shifted(self, by_ms: int) -> "Instant":
        """The moment ``by_ms`` later (earlier if negative), on both clocks."""
        return replace(self, wall_ms=self.wall_ms + by_ms, mono_ms=self.mono_ms + by_ms)


class Clock(Protocol):
    """Anything that can say what time it is."""

    def now(self) -> Instant:
        """The present moment."""
        ...

"""A clock that stands still until a test moves it."""

from dataclasses import replace
from datetime import UTC, datetime

from interview_desk.interview.clock import Instant

# 10:00 in UTC on a Monday.
MORNING_MS = int(datetime(2026, 11, 23, 10, 0, tzinfo=UTC).timestamp() * 1000)


class HandClock:
    """A Clock moved by hand; its continuous side starts at an hour, as after a boot."""

    def __init__(self, wall_ms: int = MORNING_MS, boot: str = "boot-1") -> None:
        self._now = Instant(wall_ms, 3_600_000, boot)

    def now(self) -> Instant:
        """Where the test has put it."""
        return self._now

    def advance(self, seconds: float) -> Instant:
        """Both sides on by that much, asleep or awake; returns the new moment."""
        self._now = self._now.shifted(round(seconds * 1000))
        return self._now

    def set_wall(self, wall_ms: int) -> None:
        """The user sets the wall clock; the continuous clock knows nothing of it."""
        self._now = replace(self._now, wall_ms=wall_ms)

    def reboot(self, after_seconds: float = 60) -> None:
        """The machine off and on again: another boot, its continuous clock from its start."""
        wall_ms = self._now.wall_ms + round(after_seconds * 1000)
        number = int(self._now.boot.rpartition("-")[2]) + 1
        self._now = Instant(wall_ms, 5_000, f"boot-{number}")

"""The laptop's own clocks."""

import sys
import time
from pathlib import Path

from interview_desk.interview.clock import Instant

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class SystemClock:
    """Wall time, and time that goes on while the laptop sleeps."""

    def __init__(self) -> None:
        self._boot = _boot()

    def now(self) -> Instant:
        """The present moment."""
        return Instant(time.time_ns() // 1_000_000, _continuous_ns() // 1_000_000, self._boot)


def _boot() -> str:
    """An id of this boot of the machine, or of this process where the system tells none."""
    try:
        return _BOOT_ID.read_text(encoding="utf-8").strip()
    except OSError:
        from uuid import uuid4  # only here, because it brings much with it

        return uuid4().hex


def _continuous_ns() -> int:
    """Nanoseconds on a clock that counts sleep: each system has another name for it."""
    if sys.platform == "linux":
        now = time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    elif sys.platform == "darwin":
        now = time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    else:
        now = time.monotonic_ns()
    return now

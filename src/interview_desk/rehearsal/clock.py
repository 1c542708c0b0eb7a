"""A clock that a rehearsal moves by hand, so that 45 minutes take some seconds."""

from datetime import datetime

from interview_desk.interview.clock import Instant


class ScriptClock:
    """Starts at a moment and stands still until it is moved on."""

    def __init__(self, start: datetime) -> None:
        """``start`` is an aware datetime."""
        self._wall_ms = round(start.timestamp() * 1000)
        self._mono_ms = 0

    def now(self) -> Instant:
        """Where the clock stands."""
        return Instant(self._wall_ms + self._mono_ms, self._mono_ms, "rehearsal")

    def move_on(self, ms: int) -> None:
        """Let so much time pass at once."""
        self._mono_ms += ms

    @property
    def seconds(self) -> int:
        """Whole seconds since it started."""
        return self._mono_ms // 1000

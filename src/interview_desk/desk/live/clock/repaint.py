"""What a second moves, and nothing else: the window is open for an hour, on a laptop."""

from PySide6.QtCore import QObject

from interview_desk.desk.live.clock.clock_controls import ClockControls
from interview_desk.desk.live.clock.clock_text import Standing
from interview_desk.desk.widgets.clock_label import ClockLabel
from interview_desk.desk.widgets.phase_rail import PhaseRail
from interview_desk.interview.clock import Instant
from interview_desk.interview.timeline import ClockState
from interview_desk.words import minutes

# How often everything is looked at: cues, times of day, how far behind.
_LOOK_MS = 5000


class SecondHand(QObject):
    """Moves the running figures on from where the last whole look left them."""

    def __init__(
        self,
        controls: ClockControls,
        clocks: tuple[ClockLabel, ...],
        rail: PhaseRail,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controls = controls
        self._clocks = clocks
        self._rail = rail
        self._from: tuple[Standing, Instant] | None = None

    def take(self, standing: Standing, now: Instant) -> None:
        """Everything was looked at and shown."""
        self._from = (standing, now)

    def move(self, now: Instant) -> bool:
        """Show a moment a little later; False if it is time for a whole look."""
        if self._from is None:
            return False
        standing, then = self._from
        passed = now.mono_ms - then.mono_ms
        if standing.state is not ClockState.RUNNING:
            return False
        if now.boot != then.boot or not 0 <= passed < _LOOK_MS:
            return False
        elapsed = standing.pace.elapsed_ms + passed
        seconds = elapsed // 1000 - standing.pace.elapsed_ms // 1000
        left = standing.left_s - seconds
        if elapsed % _LOOK_MS < 1000 or left < 0 <= standing.left_s:
            return False
        self._controls.show_elapsed(minutes(elapsed))
        for clock in self._clocks:
            if clock.isVisible():
                clock.set_remaining(left)
        self._rail.move_on(seconds)
        return True

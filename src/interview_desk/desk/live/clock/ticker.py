"""When the live page has to look at the clock again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from interview_desk.desk.live.clock.display import ClockControls
from interview_desk.desk.live.clock.phase_bar import PhaseBar
from interview_desk.desk.live.clock.snapshot import ClockSnapshot
from interview_desk.desk.widgets.clock_label import ClockLabel
from interview_desk.desk.widgets.phase_rail import PhaseRail
from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.pace import pace
from interview_desk.interview.timeline import ClockState
from interview_desk.words import minutes

_SECOND, _MINUTE = 1000, 60_000

# No timer runs while the machine sleeps: after it everything is right again within this time.
_LONGEST = 5000

# How often everything is looked at: cues, times of day, how far behind.
_LOOK_MS = 5000


def ms_to_next_edge(interview: Interview, now: Instant) -> int | None:
    """How long everything the page shows stays true; None while nothing changes by itself.

    Running, that is the next second of the elapsed time. Paused, only the times of day at
    which the phase and the interview will end move on, minute by minute.
    """
    timeline = interview.timeline
    if timeline.state is ClockState.RUNNING:
        return _SECOND - timeline.elapsed(now) % _SECOND
    if timeline.state is ClockState.PAUSED:
        pace_now = pace(interview, now)
        ends = (pace_now.end(now), pace_now.phase_end(now) or now.wall_ms)
        return min(_LONGEST, *(_MINUTE - end % _MINUTE for end in ends))
    return None


class Ticker(QObject):
    """Emits ``ticked`` at each edge and arms itself for the next.

    A timer that repeats drifts past edges and so skips seconds that should be shown; this
    one is set anew each time, from the clock. What to show is never counted from the ticks.
    """

    ticked = Signal()

    def __init__(self, wait: Callable[[], int | None], parent: QObject) -> None:
        """``wait`` gives the ms to the next edge, or None for no tick at all."""
        super().__init__(parent)
        self._wait = wait
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    @property
    def due_ms(self) -> int | None:
        """How long after it was armed the next tick comes; None if none will."""
        return self._timer.interval() if self._timer.isActive() else None

    @Slot()
    def arm(self) -> None:
        """Set the timer for the next edge, because the clock's state may have changed."""
        wait = self._wait()
        if wait is None:
            self._timer.stop()
        else:
            self._timer.start(wait)

    @Slot()
    def stop(self) -> None:
        """No more ticks until it is armed again."""
        self._timer.stop()

    @Slot()
    def tick(self) -> None:
        """An edge was reached."""
        self.ticked.emit()
        self.arm()


class SecondHand(QObject):
    """Moves the running figures on from where the last whole look left them."""

    def __init__(
        self,
        controls: ClockControls,
        clocks: tuple[ClockLabel, ...],
        rail: PhaseRail,
        bar: PhaseBar,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controls = controls
        self._clocks = clocks
        self._rail = rail
        self._bar = bar
        self._from: tuple[ClockSnapshot, Instant] | None = None

    def take(self, snapshot: ClockSnapshot, now: Instant) -> None:
        """Everything was looked at and shown."""
        self._from = (snapshot, now)

    def move(self, now: Instant) -> bool:
        """Show a moment a little later; False if it is time for a whole look."""
        if self._from is None:
            return False
        snapshot, then = self._from
        passed = now.mono_ms - then.mono_ms
        if snapshot.state is not ClockState.RUNNING:
            return False
        if now.boot != then.boot or not 0 <= passed < _LOOK_MS:
            return False
        elapsed = snapshot.pace.elapsed_ms + passed
        seconds = elapsed // 1000 - snapshot.pace.elapsed_ms // 1000
        left = snapshot.left_s - seconds
        if elapsed % _LOOK_MS < 1000 or left < 0 <= snapshot.left_s:
            return False
        self._controls.show_elapsed(minutes(elapsed))
        for clock in self._clocks:
            if clock.isVisible():
                clock.set_remaining(left)
        self._rail.move_on(seconds)
        self._bar.show_left(left)
        return True

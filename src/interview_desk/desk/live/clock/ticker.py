"""When the live page has to look at the clock again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from interview_desk.desk.session import Session
from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.pace import pace
from interview_desk.interview.timeline import ClockState

_SECOND, _MINUTE = 1000, 60_000
# No timer runs while the machine sleeps: after it everything is right again within this time.
_LONGEST = 5000
_BEAT_MS = 10_000


def ms_to_next_edge(interview: Interview, now: Instant) -> int | None:
    """How long everything the page shows stays true; None while nothing changes by itself.

    Running, that is the next second of the elapsed time. Paused, only the times of day at
    which the phase and the interview will end move on, minute by minute.
    """
    timeline = interview.timeline
    if timeline.state is ClockState.RUNNING:
        return _SECOND - timeline.elapsed(now) % _SECOND
    if timeline.state is ClockState.PAUSED:
        standing = pace(interview, now)
        ends = (standing.end(now), standing.phase_end(now) or now.wall_ms)
        return min(_LONGEST, *(_MINUTE - end % _MINUTE for end in ends))
    return None


class Heart:
    """Notes now and then on disk that the clock runs: after a crash that is what is known."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last_ms = session.now().mono_ms

    def beat(self) -> None:
        """Note it, if the last time is long enough ago; called at every tick."""
        now = self._session.now().mono_ms
        if now - self._last_ms >= _BEAT_MS:
            self._last_ms = now
            self._session.beat()


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

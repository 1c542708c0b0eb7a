"""What the clocks did that the interviewer should know of: asked in the line, never settled here.

Left unanswered, everything stays as it is: the clock has counted on.
"""

from PySide6.QtCore import QObject

from interview_desk.desk.live.line import Asker, Line
from interview_desk.desk.session import Session
from interview_desk.interview.actions.running import leave_out
from interview_desk.interview.clock_watch import GAP_MS, ClockWatch, Slept, WallMoved
from interview_desk.interview.records import ClockKind
from interview_desk.interview.timeline import ClockState
from interview_desk.words import length, minutes

_LEAVE_OUT, _KEEP = "Leave the time out", "Keep"


class ClockQuestions(Asker):
    """Looks at each reading of the clock; asks one thing at a time, the oldest first."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._watch = ClockWatch()
        self._open: list[tuple[Slept | WallMoved, str]] = []
        self._was = session.interview.timeline.state
        self._watch.tick(session.now())

    def look(self) -> None:
        """Read the clock: once a second while it runs, and after every change of it."""
        was, self._was = self._was, self._session.interview.timeline.state
        found = self._watch.tick(self._session.now())
        # A pause is looked at only now and then, and what goes by in it counts nowhere.
        if isinstance(found, WallMoved) or (found is not None and was is ClockState.RUNNING):
            self._open.append((found, "The laptop slept"))

    def ask_unattended(self) -> None:
        """Ask about the time for which the program was closed, if it is worth asking."""
        events = self._session.interview.clock_events
        alive = next((e.at for e in reversed(events) if e.kind is ClockKind.ALIVE), None)
        again = next((e.at for e in reversed(events) if e.kind is ClockKind.REOPEN), None)
        if alive is None or again is None or self._was is not ClockState.RUNNING:
            return
        position = self._session.interview.timeline.position
        gap = position(again) - position(alive)
        if gap > GAP_MS:
            self._open.append((Slept(gap, alive, again), "The program was closed"))
            self.changed.emit()

    def line(self) -> Line | None:
        if not self._open:
            return None
        found, what = self._open[0]
        if isinstance(found, Slept):
            text = f"{what} for {minutes(found.gap_ms)}. The clock counted on."
            return Line(text, (_LEAVE_OUT, _KEEP))
        way = "forward" if found.by_ms > 0 else "back"
        return Line(
            f"The laptop’s clock was set {length(found.by_ms)} {way}. "
            "Times of day follow it; elapsed is unaffected.",
            ("OK",),
        )

    def answer(self, number: int) -> None:
        found, what = self._open.pop(0)
        if isinstance(found, Slept):
            self._settle(found, what, left_out=number == 0)
        self.changed.emit()

    def _settle(self, found: Slept, what: str, *, left_out: bool) -> None:
        time = minutes(found.gap_ms)
        if not left_out:
            self.said.emit(f"Kept: {time}")
            return
        change = leave_out(self._session.interview, found.since, found.until, what)
        if change is not None and self._session.do(change):
            self.said.emit(f"Left out: {time}")

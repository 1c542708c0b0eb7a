"""What the clocks did that the interviewer should know of: asked in the line, never settled here.

Left unanswered, everything stays as it is: the clock has counted on.
"""

from PySide6.QtCore import QObject

from interview_desk.desk.clock_notices import Notice
from interview_desk.desk.live.clock.question_source import Asker, Line
from interview_desk.desk.session import Session
from interview_desk.interview.actions.running import leave_out
from interview_desk.interview.clock_watch import Slept
from interview_desk.words import minutes

_LEAVE_OUT, _KEEP = "Leave the time out", "Keep"


class ClockQuestions(Asker):
    """Asks about one thing at a time, the oldest first, whatever page it happened on."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        session.noticed.connect(self.changed)

    def look(self) -> None:
        """Read the clock: once a second while it runs, and when the page shows a change."""
        self._session.look()

    def line(self) -> Line | None:
        notice = self._session.notices.first
        if notice is None:
            return None
        return Line(notice.text, (_LEAVE_OUT, _KEEP) if notice.gap is not None else ("OK",))

    def answer(self, number: int) -> None:
        notice = self._session.notices.first
        if notice is None:
            return
        self._session.notices.drop(notice)
        if notice.gap is not None:
            self._settle(notice, notice.gap, left_out=number == 0)
        self.changed.emit()

    def _settle(self, notice: Notice, gap: Slept, *, left_out: bool) -> None:
        time = minutes(gap.gap_ms)
        if not left_out:
            self.said.emit(f"Kept: {time}")
            return
        change = leave_out(self._session.interview, gap.since, gap.until, notice.reason)
        if change is not None and self._session.do(change):
            self.said.emit(f"Left out: {time}")

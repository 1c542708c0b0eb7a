"""Why the interview is paused, asked for as long as it is."""

from dataclasses import replace

from PySide6.QtCore import QObject

from interview_desk.desk.live.clock.question_source import Asker, Line
from interview_desk.desk.session import Session
from interview_desk.interview.actions.running import pause
from interview_desk.interview.timeline import ClockState

REASONS = ("The call dropped", "Late start", "Break")
_OWN = "Own words…"


class PauseReason(Asker):
    """The reason may be given at any time of the pause, and another one after it."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._writing = False

    @property
    def called(self) -> bool:
        return self._writing and self._is_paused

    def line(self) -> Line | None:
        if not self._is_paused:
            self._writing = False
            return None
        if self._writing:
            return Line("Why the pause?", field="Reason for the pause", example="A fire alarm")
        reason = self._session.interview.timeline.pauses()[-1].reason
        if not reason:
            return Line("Paused. Why?", (*REASONS, _OWN))
        given = REASONS.index(reason) if reason in REASONS else len(REASONS)
        return Line(f"Paused: {reason}", (*REASONS, _OWN), given)

    def answer(self, number: int) -> None:
        if number < len(REASONS):
            self.write(REASONS[number])
        else:
            self._writing = True
            self.changed.emit()

    def write(self, text: str) -> None:
        self._writing = False
        change = pause(self._session.interview, self._session.now(), text.strip())
        if change is not None:
            self._session.do(replace(change, label="Reason for the pause"))
        self.changed.emit()

    def leave(self) -> None:
        self._writing = False
        self.changed.emit()

    @property
    def _is_paused(self) -> bool:
        return self._session.interview.timeline.state is ClockState.PAUSED

"""The hand that scores: every change of the page goes through it, so that a lock holds."""

from PySide6.QtCore import QObject, Signal

from interview_desk.desk.session import Session
from interview_desk.interview.change import Change
from interview_desk.interview.interview import Interview


class Scorer(QObject):
    """A session as the score page uses it: free, finished, or being amended for a reason."""

    editable_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._reason = ""

    @property
    def interview(self) -> Interview:
        """The interview as it is on disk."""
        return self.session.interview

    @property
    def reason(self) -> str:
        """Why a finished interview is being amended; empty while it is not."""
        return self._reason

    @property
    def editable(self) -> bool:
        """Whether ratings and texts can be changed now."""
        return self.interview.lock is None or bool(self._reason)

    def amend(self, reason: str) -> None:
        """Let changes to a finished interview in, as amendments for this reason; empty: no more."""
        self._reason = reason.strip()
        self.editable_changed.emit()

    def do(self, change: Change | None) -> bool:
        """Write a change; False if it could not be, or the interview is finished."""
        return self.editable and self.session.do(change, reason=self._reason)

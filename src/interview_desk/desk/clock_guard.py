"""Looks after the clocks of interviews that run while the interviewer is on another page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from interview_desk.interview.status import Status

if TYPE_CHECKING:
    from interview_desk.desk.clock_notices import Notice
    from interview_desk.desk.session import Session

# A machine that stalls is noticed from five seconds on; nothing is shown here in the meantime.
_LOOK_MS = 2000
_ASKS = " The live page asks whether to leave it out."
_BEAT_MS = 10_000


class ClockGuard(QObject):
    """Keeps the sessions of interviews that are under way; sleeps unless one runs unseen.

    The live page looks at the clocks of its interview by itself. ``noticed`` carries what the
    clocks did while another page was shown; ``turned`` tells that one may have been started,
    paused or ended.
    """

    noticed = Signal(str)
    turned = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sessions: dict[int, Session] = {}
        self._heartbeats: dict[int, Heartbeat] = {}
        self._never_shown: set[int] = set()
        self._shown: Session | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def is_awake(self) -> bool:
        """Whether it looks at the clocks now and then."""
        return self._timer.isActive()

    @property
    def running(self) -> Session | None:
        """An interview whose clock goes, if there is one."""
        return next((each for each in self._sessions.values() if each.is_running), None)

    def under_way(self, row: int | None = None) -> Session | None:
        """An interview that has started and is not over, best the one with that row.

        One whose clock goes comes before one that is paused.
        """
        on = [each for each in self._sessions.values() if each.is_on]
        return min(on, key=lambda each: (each.row != row, not each.is_running), default=None)

    def add_session(self, session: Session) -> None:
        """A session was opened: what an earlier one of its interview has to ask goes with it."""
        earlier = self._sessions.get(session.row)
        if earlier is None:
            self._never_shown.add(session.row)
        else:
            session.notices = earlier.notices
            earlier.deleteLater()
        self._sessions[session.row] = session
        self._heartbeats.pop(session.row, None)
        session.changed.connect(self._arm)
        session.noticed.connect(self._tell)
        session.failed.connect(self._look_for_gone)

    def show_page(self, session: Session, *, live: bool) -> str:
        """A page of the interview is shown, the live page or another.

        The first time, a running interview goes on from where the program was closed: what
        there is to say about that, otherwise nothing.
        """
        from interview_desk.desk.clock_notices import closed_words

        self._shown = session if live else None
        self._arm()
        if session.row not in self._never_shown:
            return ""
        self._never_shown.remove(session.row)
        self.blockSignals(True)  # it is said in one sentence
        gap = session.resume()
        self.blockSignals(False)
        if gap is None:
            return ""
        asks = session.notices.first is not None and not live
        return closed_words(session.interview, gap) + (_ASKS if asks else "")

    def show_none(self) -> None:
        """No interview is shown any more: those that are not under way are let go."""
        self._shown = None
        for session in [*self._sessions.values()]:
            if session.interview.status is not Status.LIVE:
                self._let_go(session)
        self._arm()

    def finish(self) -> None:
        """The window closes: until now the clocks are known to have run."""
        # One that was erased meanwhile is let go on the way.
        for session in [*self._sessions.values()]:
            session.beat()
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Read the clocks for each interview that runs unseen, and note that they run."""
        for session in self._unseen():
            session.look()
            self._heartbeat(session).beat()

    @Slot()
    def _arm(self) -> None:
        self.turned.emit()
        if not self._unseen():
            self._timer.stop()
        elif not self._timer.isActive():
            self.look()
            self._timer.start()

    @Slot(object)
    def _tell(self, notice: Notice) -> None:
        if self.sender() is not self._shown:
            self.noticed.emit(notice.text + (_ASKS if notice.gap is not None else ""))

    @Slot()
    def _look_for_gone(self) -> None:
        """An interview that was erased meanwhile has no clock."""
        for row in [row for row, session in self._sessions.items() if session.is_gone]:
            del self._sessions[row]
            self._heartbeats.pop(row, None)
        self._arm()

    def _let_go(self, session: Session) -> None:
        del self._sessions[session.row]
        self._heartbeats.pop(session.row, None)
        self._never_shown.discard(session.row)
        session.deleteLater()

    def _unseen(self) -> list[Session]:
        return [
            session
            for session in self._sessions.values()
            if session is not self._shown and session.is_running
        ]

    def _heartbeat(self, session: Session) -> Heartbeat:
        if session.row not in self._heartbeats:
            self._heartbeats[session.row] = Heartbeat(session)
        return self._heartbeats[session.row]


class Heartbeat:
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

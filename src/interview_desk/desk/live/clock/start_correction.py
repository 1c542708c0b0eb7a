"""Correcting when the interview started: the key was pressed too late, or too early."""

from datetime import tzinfo

from PySide6.QtCore import QObject, Slot

from interview_desk.desk.live.clock.question_strip import Asker, Line
from interview_desk.desk.session import Session
from interview_desk.desk.written_times import read_start
from interview_desk.interview.actions.running import really_started
from interview_desk.interview.clock import Instant
from interview_desk.words import clock_time

_EXAMPLE = "-3, +2 or 10:02"


class StartLine(Asker):
    """Asks for a time when it is called, and only then."""

    def __init__(self, session: Session, zone: tzinfo | None, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._zone = zone
        self._called = False
        self._wrong = ""

    @property
    def called(self) -> bool:
        return self._called

    @Slot()
    def call(self) -> None:
        """Ask when it really started; called again, no more."""
        interview = self._session.interview
        if interview.timeline.pressed is None:
            self.said.emit("Not started yet")
            return
        self._called = not self._called and interview.lock is None
        self._wrong = ""
        self.changed.emit()

    def line(self) -> Line | None:
        pressed = self._session.interview.timeline.pressed
        if not self._called or pressed is None:
            self._called = False
            return None
        key = f"The start key was pressed at {clock_time(pressed.wall_ms, self._zone)}."
        asks = self._wrong or "Really started at:"
        return Line(f"{key} {asks}", field="Really started at", example=_EXAMPLE)

    def write(self, text: str) -> None:
        session, pressed = self._session, self._session.interview.timeline.pressed
        if pressed is None or not text.strip():
            self.leave()
            return
        shift = read_start(text, pressed, self._zone)
        if shift is None:
            self._wrong = f"Write minutes or a time of day, within 3 hours: {_EXAMPLE}."
        elif shift > self._since(pressed):
            self._wrong = "That is still to come."
        else:
            self._called = False
            if session.do(really_started(session.interview, shift, session.now())):
                self.said.emit(f"Started at {clock_time(pressed.wall_ms + shift, self._zone)}")
        self.changed.emit()

    def leave(self) -> None:
        self._called = False
        self.changed.emit()

    def _since(self, pressed: Instant) -> int:
        position = self._session.interview.timeline.position
        return position(self._session.now()) - position(pressed)

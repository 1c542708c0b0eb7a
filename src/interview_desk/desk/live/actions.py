"""What can be done on the live page, as slots: each takes the one road for every change."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from interview_desk.desk.session import Session
from interview_desk.desk.settings import SIGHTING_OFFSET, Settings
from interview_desk.desk.widgets.messages import announce
from interview_desk.interview.actions.notes import remove_note
from interview_desk.interview.actions.running import (
    change_plan,
    enter_phase,
    finish,
    pause,
    resume,
    start,
)
from interview_desk.interview.actions.watching import remove_sighting, seen_at, sight, tick, unsight
from interview_desk.interview.change import Change
from interview_desk.interview.clock import Instant
from interview_desk.interview.replan import extend
from interview_desk.interview.timeline import ClockState

_AGAIN_MS = 4000
_LAST = "This is the last phase"


class LiveActions(QObject):
    """Clock, phases, sightings and questions.

    ``finished`` tells that the interview is over, ``said`` what is worth a word. What ends the
    interview is asked for twice: ``finish_asked`` carries the line that answers the first time,
    and an empty one when it is no longer waited for.
    """

    finished = Signal()
    said = Signal(str)
    finish_asked = Signal(str)

    def __init__(self, session: Session, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._page = parent
        self._settings = settings
        self._asked: Instant | None = None
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_AGAIN_MS)
        self._waiting.timeout.connect(self._withdraw)

    @Slot()
    def turn_clock(self) -> None:
        """Start the clock, pause it or let it go on."""
        interview, now = self._session.interview, self._session.now()
        act = {ClockState.WAITING: start, ClockState.PAUSED: resume}.get(interview.timeline.state)
        self._do(act(interview, now) if act else pause(interview, now))

    def pause(self, reason: str) -> None:
        """Pause the clock, or give the pause that reason."""
        self._do(pause(self._session.interview, self._session.now(), reason))

    def longer(self, more: int) -> None:
        """Make the interview that many minutes longer."""
        interview, now = self._session.interview, self._session.now()
        seconds = extend(interview, more, now)
        if seconds is not None:
            self._do(replace(change_plan(interview, seconds, now), label=f"{more} min more"))

    @Slot()
    def next_phase(self) -> None:
        """Go to the next phase; the last one ends by `ask_to_finish` only."""
        interview = self._session.interview
        state, following = interview.timeline.state, interview.timeline.phase + 1
        if state is ClockState.FINISHED:
            self.finished.emit()
        elif following > len(interview.guide.phases):
            self.said.emit(_LAST)
        elif state is not ClockState.WAITING:
            self._do(enter_phase(interview, following, self._session.now()))

    @Slot()
    def previous_phase(self) -> None:
        """Go back to the phase before: its clock goes on."""
        interview = self._session.interview
        if interview.timeline.phase > 1:
            before = interview.timeline.phase - 1
            self._do(enter_phase(interview, before, self._session.now()))

    @Slot(int)
    def enter(self, phase: int) -> None:
        """Go to that phase, if the interview is on."""
        if self._session.is_on:
            self._do(enter_phase(self._session.interview, phase, self._session.now()))

    @Slot()
    def press_next(self) -> None:
        """What the button does that says what comes next: another phase, the end, the score."""
        interview = self._session.interview
        last = interview.timeline.phase == len(interview.guide.phases)
        (self.ask_to_finish if last else self.next_phase)()

    @Slot()
    def ask_to_finish(self) -> None:
        """End the interview if this was asked for a moment ago, too; else ask for it again."""
        now, asked = self._session.now(), self._asked
        position = self._session.interview.timeline.position
        if self._session.interview.timeline.state is ClockState.FINISHED:
            self.finished.emit()
        elif asked is not None and 0 <= position(now) - position(asked) <= _AGAIN_MS:
            self.finish()
        elif self._session.is_on:
            self._asked = now
            self._waiting.start()
            self.finish_asked.emit("Press again to finish")

    @Slot()
    def _withdraw(self) -> None:
        self._asked = None
        self._waiting.stop()
        self.finish_asked.emit("")

    @Slot()
    def finish(self) -> None:
        """End the interview, if it runs."""
        interview = self._session.interview
        self._withdraw()
        if interview.timeline.state is ClockState.WAITING:
            return
        if self._session.do(finish(interview, self._session.now())):
            self.finished.emit()

    @Slot(str)
    def see(self, indicator: str) -> None:
        """Note one more sighting, a few seconds back."""
        if self._locked:
            return
        # One looks up, nods and presses some seconds after it was said.
        interview, back_ms = self._session.interview, 1000 * self._settings.get(SIGHTING_OFFSET)
        self._do(sight(interview, indicator, seen_at(interview, self._session.now(), back_ms)))

    @Slot(str)
    def unsee(self, indicator: str) -> None:
        """Take the last sighting away."""
        if not self._locked:
            self._do(unsight(self._session.interview, indicator))

    @Slot(int)
    def remove_sighting(self, sighting: int) -> None:
        """Take one sighting away; undo brings it back."""
        if not self._locked:
            self._do(remove_sighting(self._session.interview, sighting))

    @Slot(str)
    def ask(self, question: str) -> None:
        """Mark a question as asked, or as not asked."""
        if not self._locked:
            self._session.do(tick(self._session.interview, question, self._session.now()))

    @Slot(int)
    def remove_note(self, note_id: int) -> None:
        """Remove a note; undo brings it back."""
        if not self._locked:
            self._do(remove_note(self._session.interview, note_id))

    def _do(self, change: Change | None) -> None:
        """Make a change that the page shows where a screen reader is not looking."""
        if self._session.do(change) and change is not None:
            announce(self._page, change.label)

    @property
    def _locked(self) -> bool:
        """Whether the scoring is finished: what comes after is an amendment, made elsewhere."""
        return self._session.interview.lock is not None

"""Everything that may want the line above the note field, and who gets it."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.live.actions import LiveActions
from interview_desk.desk.live.clock.clock_more import ClockMore
from interview_desk.desk.live.clock.clock_questions import ClockQuestions
from interview_desk.desk.live.clock.pause_reason import PauseReason
from interview_desk.desk.live.clock.question_source import Asker
from interview_desk.desk.live.clock.question_strip import QuestionStrip
from interview_desk.desk.live.clock.replan_line import Replan
from interview_desk.desk.live.clock.start_correction import StartLine
from interview_desk.desk.session import Session
from interview_desk.interview.cues import Cue


class ClockLines(QObject):
    """Gives the line to one asker at a time: what the user called for goes first.

    ``changed`` tells that the page shows the moment otherwise than before, ``said`` what came
    of an answer.
    """

    changed = Signal()
    said = Signal(str)

    def __init__(
        self, desk: Desk, session: Session, act: LiveActions, strip: QuestionStrip, page: QWidget
    ) -> None:
        super().__init__(page)
        self._strip = strip
        self.start = StartLine(session, desk.zone, self)
        self.replan = Replan(session, self)
        self.questions = ClockQuestions(session, self)
        self.more = ClockMore(
            session,
            (
                ("Really started at…", self.start.call),
                ("Make it longer", act.extend),
                ("Catch up", self.replan.call),
            ),
            self,
        )
        pause = PauseReason(session, self)
        # In this order, where several want it.
        self._askers: tuple[Asker, ...] = (
            self.start, self.more, pause, self.questions, self.replan
        )  # fmt: skip
        self._shown: Asker | None = None
        for asker in self._askers:
            asker.changed.connect(self.show)
            asker.said.connect(self.said)
        strip.answered.connect(self._answer)
        strip.written.connect(self._write)
        strip.left.connect(self._leave)
        for name, slot in (
            ("live.answer", strip.enter),
            ("live.started", self.start.call),
            ("live.replan", self.replan.call),
        ):
            desk.keymap.action(page, name, slot).setAutoRepeat(False)
        desk.keymap.follow(strip, "live.answer", strip.set_keys)

    @property
    def preview(self) -> tuple[int, ...] | None:
        """The seconds per phase of a re-plan that is shown and not yet accepted."""
        return self.replan.preview if self._shown is self.replan else None

    def look(self, cue: Cue | None) -> None:
        """The clock went on or was acted on; ``cue`` is the one on show."""
        self.questions.look()
        self.replan.look(cue)
        self._give()

    @Slot()
    def show(self) -> None:
        """Give the line to whom it is due now."""
        self._give()
        self.changed.emit()

    def _give(self) -> None:
        wanting = [(asker, line) for asker in self._askers if (line := asker.line()) is not None]
        wanting.sort(key=lambda each: not each[0].called)
        before = self._shown
        self._shown, line = wanting[0] if wanting else (None, None)
        asks_on = self._shown is before and line is not None and line.given is None
        self._strip.show_line(line, goes_on=asks_on)

    @Slot(int)
    def _answer(self, number: int) -> None:
        if self._shown is not None:
            self._shown.answer(number)

    @Slot(str)
    def _write(self, text: str) -> None:
        if self._shown is not None:
            self._shown.write(text)

    @Slot()
    def _leave(self) -> None:
        if self._shown is not None:
            self._shown.leave()

"""Everything that may be asked about the clock in the line above the note field, one at a time."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import tzinfo

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from interview_desk.desk.clock_notices import Notice
from interview_desk.desk.context import Desk
from interview_desk.desk.live.clock.question_strip import Asker, QuestionStrip, StripLine
from interview_desk.desk.live.clock.replan import Extension, Replan
from interview_desk.desk.session import Session
from interview_desk.desk.written_times import read_start
from interview_desk.interview.actions.running import leave_out, pause, really_started
from interview_desk.interview.clock import Instant
from interview_desk.interview.clock_watch import Slept
from interview_desk.interview.cues import Cue
from interview_desk.interview.timeline import ClockState
from interview_desk.words import clock_time, minutes

_LEAVE_OUT, _KEEP = "Leave the time out", "Keep"
REASONS = ("The call dropped", "Late start", "Break")
_OWN = "Own words…"
_EXAMPLE = "-3, +2 or 10:02"


class ClockQuestions(QObject):
    """Gives the line to one asker at a time: what the user called for goes first.

    ``changed`` tells that the page shows the moment otherwise than before, ``said`` what came
    of an answer.
    """

    changed = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk, session: Session, strip: QuestionStrip, page: QWidget) -> None:
        super().__init__(page)
        self._strip = strip
        self.start = StartCorrection(session, desk.zone, self)
        self.replan = Replan(session, desk.zone, self)
        self.longer = Extension(session, desk.settings, desk.zone, self)
        self.notices = NoticeQuestion(session, self)
        self.more = ClockMenu(
            session,
            (
                ("Really started at…", self.start.call),
                ("Make it longer", self.longer.call),
                ("Catch up", self.replan.call),
            ),
            self,
        )
        pause = PauseReason(session, self)
        # In this order, where several want it.
        self._askers: tuple[Asker, ...] = (
            self.start, self.more, self.longer, pause, self.notices, self.replan
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
            ("live.extend", self.longer.call),
        ):
            desk.keymap.action(page, name, slot).setAutoRepeat(False)
        desk.keymap.follow(strip, "live.answer", strip.set_keys)

    @property
    def preview(self) -> tuple[int, ...] | None:
        """The seconds per phase of another plan that is shown and not yet accepted."""
        shown = (each for each in (self.replan, self.longer) if each is self._shown)
        return next((each.preview for each in shown), None)

    @property
    def speaks_for_cue(self) -> bool:
        """Whether the line says what the cue says."""
        return self._shown is self.replan and self.replan.speaks_for_cue

    def look(self, cue: Cue | None) -> None:
        """The clock went on or was acted on; ``cue`` is the one on show."""
        self.notices.look()
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


class ClockMenu(Asker):
    """Offers commands by name when it is called."""

    def __init__(
        self,
        session: Session,
        commands: Sequence[tuple[str, Callable[[], object]]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._commands = tuple(commands)
        self._called = False

    @property
    def called(self) -> bool:
        return self._called

    @Slot()
    def call(self) -> None:
        """Offer them; called again, no more."""
        self._called = not self._called
        self.changed.emit()

    def line(self) -> StripLine | None:
        if self._session.interview.timeline.state is ClockState.WAITING:
            self._called = False
        if not self._called:
            return None
        return StripLine("The clock:", tuple(word for word, _ in self._commands))

    def answer(self, number: int) -> None:
        self.leave()
        self._commands[number][1]()

    def leave(self) -> None:
        self._called = False
        self.changed.emit()


class NoticeQuestion(Asker):
    """Asks about one thing at a time, the oldest first, whatever page it happened on."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        session.noticed.connect(self.changed)

    def look(self) -> None:
        """Read the clock: once a second while it runs, and when the page shows a change."""
        self._session.look()

    @Slot(str)
    def remark(self, text: str) -> None:
        """Something to be read once, and put away."""
        self._session.notices.add(Notice(text))
        self.changed.emit()

    def line(self) -> StripLine | None:
        notice = self._session.notices.first
        if notice is None:
            return None
        return StripLine(notice.text, (_LEAVE_OUT, _KEEP) if notice.gap is not None else ("OK",))

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


class PauseReason(Asker):
    """The reason may be given at any time of the pause, and another one after it."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._writing = False

    @property
    def called(self) -> bool:
        return self._writing and self._is_paused

    def line(self) -> StripLine | None:
        if not self._is_paused:
            self._writing = False
            return None
        if self._writing:
            return StripLine("Why the pause?", field="Reason for the pause", example="A fire alarm")
        reason = self._session.interview.timeline.pauses()[-1].reason
        if not reason:
            return StripLine("Paused. Why?", (*REASONS, _OWN))
        given = REASONS.index(reason) if reason in REASONS else len(REASONS)
        return StripLine(f"Paused: {reason}", (*REASONS, _OWN), given)

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


class StartCorrection(Asker):
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

    def line(self) -> StripLine | None:
        pressed = self._session.interview.timeline.pressed
        if not self._called or pressed is None:
            self._called = False
            return None
        key = f"The start key was pressed at {clock_time(pressed.wall_ms, self._zone)}."
        asks = self._wrong or "Really started at:"
        return StripLine(f"{key} {asks}", field="Really started at", example=_EXAMPLE)

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

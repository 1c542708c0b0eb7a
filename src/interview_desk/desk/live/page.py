"""The page for the interview itself: the clock, the guide, the notes and the evidence."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from interview_desk.desk.clock_guard import Heartbeat
from interview_desk.desk.context import Desk
from interview_desk.desk.interview_page import InterviewPage
from interview_desk.desk.live.actions import LiveActions
from interview_desk.desk.live.before_panel import BeforePlace
from interview_desk.desk.live.clock.display import ClockControls, ClockPanel, CompactClock
from interview_desk.desk.live.clock.phase_bar import PhaseBar
from interview_desk.desk.live.clock.question_strip import QuestionStrip
from interview_desk.desk.live.clock.questions import ClockQuestions
from interview_desk.desk.live.clock.snapshot import ClockSnapshot
from interview_desk.desk.live.clock.ticker import SecondHand, Ticker, ms_to_next_edge
from interview_desk.desk.live.commands import LiveCommand, Moment
from interview_desk.desk.live.compact import CompactButtons, CompactWindow
from interview_desk.desk.live.curtain import Curtain
from interview_desk.desk.live.evidence import EvidenceBar
from interview_desk.desk.live.layout import Arrangement, Parts
from interview_desk.desk.live.notes.command_line import CommandLine, moment_of
from interview_desk.desk.live.notes.last_sighting import LastSighting
from interview_desk.desk.live.notes.note_field import NoteField
from interview_desk.desk.live.notes.note_writer import NoteWriter
from interview_desk.desk.live.notes.notes_view import NotesView
from interview_desk.desk.live.notes.undo_order import UndoOrder
from interview_desk.desk.live.pictures import LivePictures
from interview_desk.desk.live.prompts.cues import CuePlace, CueWatch
from interview_desk.desk.live.prompts.full_texts import HeldKey
from interview_desk.desk.live.prompts.indicator_keys import IndicatorKeys
from interview_desk.desk.live.prompts.indicator_panel import IndicatorPanel
from interview_desk.desk.live.prompts.phase_guide import PhaseGuide
from interview_desk.desk.navigation import Page
from interview_desk.desk.session import Session
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.messages import announce
from interview_desk.desk.widgets.panel import Panel
from interview_desk.desk.widgets.phase_rail import PhaseRail
from interview_desk.interview.change import Change
from interview_desk.interview.checks import Part
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import (
    ClockEvent,
    Lock,
    Note,
    PastCue,
    Picture,
    PlanChange,
    PreparedQuestion,
    Setup,
    Sighting,
    Tick,
)
from interview_desk.interview.timeline import ClockState
from interview_desk.words import local

_LOCKED = "Scoring is finished. Notes can no longer be added here."


class LivePage(InterviewPage):
    """Puts the parts together, shows each what concerns it, and looks at the clock."""

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(desk, session, parent)
        theme, guide = desk.theme, session.interview.guide
        self.controls = ClockControls(theme, desk.keymap)
        self.rail = PhaseRail(theme)
        self.clock = ClockPanel(theme)
        self._small_clock = CompactClock(theme)
        self.guide = PhaseGuide(theme)
        self.cue = CuePlace(theme)
        self.strip = QuestionStrip(theme)
        self.notes = NotesView(theme)
        self.bar = PhaseBar(theme)
        self._middle = Panel(theme, "surface")
        self.field = NoteField(theme, guide.dimensions, self._middle)
        self.indicators = IndicatorPanel(theme, desk.keymap)
        self.buttons = CompactButtons(theme, desk.keymap)
        self.evidence = EvidenceBar(theme, guide.dimensions, self.buttons)
        self._locked = Label(theme, _LOCKED, "body", "ink2", wrap=True)
        self.act = LiveActions(session, desk.settings, self)
        self.writer = NoteWriter(session, self.field, self)
        self._order = UndoOrder(session, self.writer, self)
        self.ticker = Ticker(self._wait, self)
        self._cues = CueWatch(session, desk.settings, self)
        self._last = LastSighting(session, self.field, self.writer, desk.keymap, self)
        self.questions = ClockQuestions(desk, session, self.strip, self)
        self._heartbeat = Heartbeat(session)
        self.held = HeldKey(theme, desk.keymap, self.indicators, self)
        self.compact = self._lay_out()
        self.curtain = Curtain(theme, desk.keymap, self, self.field)
        figures = (self.clock.figures, self._small_clock.figures, self.curtain.figures)
        self._second = SecondHand(self.controls, figures, self.rail, self.bar, self)
        self._connect()
        self._bind_keys()
        self._show_all()
        self.writer.restore()
        self.notes.to_end()

    @property
    def interview(self) -> Interview:
        """The interview as it is on disk."""
        return self.session.interview

    @property
    def is_covered(self) -> bool:
        return self.curtain.is_drawn

    def show_change(self, change: Change) -> None:
        if change.touches_only(PastCue):
            return  # it happened by itself, and says nothing of what is being typed
        if change.touches(ClockEvent, PlanChange, Setup, Lock):
            self._show_all()
        else:
            if change.touches(Note, Sighting, Picture):
                self.notes.show_interview(self.interview)
                self.evidence.show_interview(self.interview)
            if change.touches(Sighting, Tick, PreparedQuestion):
                self._show_phase(self._snapshot())
        self.writer.look_at_notes()
        self._show_saved()

    def show_part(self, part: Part, number: int) -> None:
        if part is Part.NOTE:
            self.notes.go_to(number)

    def flush(self) -> None:
        self.writer.flush()

    @Slot(str)
    def tell(self, text: str) -> None:
        self.evidence.say(text)
        announce(self, text)

    @Slot()
    def undo(self) -> None:
        if not self._order.undo_typing():
            super().undo()

    @Slot()
    def _undo_step(self) -> None:
        super().undo()

    @Slot()
    def redo(self) -> None:
        if not self._order.redo_typing():
            super().redo()

    def put_away(self) -> None:
        self.compact.leave()
        super().put_away()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.compact.look()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Not by a focus proxy: with one, Tab would skip what stands before the field.
        super().focusInEvent(event)
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.held.pressed(event.key())
        # What is typed anywhere on the page belongs in the note field.
        if self.field.isEnabled() and event.text() and event.text().isprintable():
            self.field.take_key(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.field.setFocus()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> CompactWindow:
        self.status.hide()  # its news stands beside the evidence
        self.header.add(self.controls)
        parts = Parts(
            self.header, self.rail, self._small_clock, self.clock, self.guide, self.cue,
            self._middle, self.notes, self.strip, self.bar, self.field, self._locked,
            self.indicators, self.evidence,
        )  # fmt: skip
        self.commands = CommandLine(
            self.desk.theme, self.field, self.writer, self._moment, self._middle
        )
        self.commands.chosen.connect(self._command)
        self.before = BeforePlace(self.desk, self.session, self.notes, self.field, self)
        self.pictures = LivePictures(self.desk, self.session, self.writer, self.notes, self)
        self.rail.entered.connect(self.act.enter)
        arrangement = Arrangement(self.desk.theme, parts, self.body, self)
        return CompactWindow(self.desk.theme, self.desk.settings, arrangement, self)

    def _connect(self) -> None:
        act = self.act
        self.controls.more.clicked.connect(self.questions.more.call)
        for place in (self.controls, self.buttons):
            place.clock.clicked.connect(act.turn_clock)
            place.next.clicked.connect(act.press_next)
        self.buttons.wide.clicked.connect(self.compact.toggle)
        self.compact.said.connect(self.questions.notices.remark)
        self.clock.back.clicked.connect(self.questions.replan.go_back)
        self.strip.released.connect(self.field.setFocus)
        self.questions.changed.connect(self._show_moment)
        self.questions.replan.refused.connect(self._dismiss_cue)
        for part in (self.questions, self._last, act, self.before, self.pictures):
            part.said.connect(self.tell)
        self.guide.asked.connect(act.ask)
        self.indicators.asked.connect(act.ask)
        self.indicators.seen.connect(act.see)
        self.indicators.unseen.connect(act.unsee)
        self.indicators.tabs.currentChanged.connect(self.compact.arrangement.order_focus)
        self.compact.arrangement.turned.connect(self._show_moment)
        self.curtain.drawn.connect(self._show_moment)
        self.notes.edit_asked.connect(self.writer.edit)
        self.notes.remove_asked.connect(act.remove_note)
        self.notes.unsee_asked.connect(act.remove_sighting)
        self._last.undo_asked.connect(self._undo_step)
        self.evidence.tag_asked.connect(self.field.keys.put_tag)
        self.writer.kept.connect(self._show_saved)
        self.writer.editing.connect(self.notes.show_editing)
        self.session.failed.connect(self._show_unsaved)
        self.session.recovered.connect(self.writer.keep)
        self.cue.dismissed.connect(self._dismiss_cue)
        self.ticker.ticked.connect(self._tick)
        self.desk.settings.changed.connect(self._show_moment)
        act.finished.connect(self._finish)
        for clock in (self.clock, self._small_clock):
            act.finish_asked.connect(clock.set_notice)
        act.finish_asked.connect(self._show_moment)

    def _bind_keys(self) -> None:
        act = self.act
        for name, slot in (
            ("live.clock", act.turn_clock),
            ("live.next", act.next_phase),
            ("live.previous", act.previous_phase),
            ("live.finish", act.ask_to_finish),
            ("live.link", self._last.link),
            ("live.cue", self._dismiss_cue),
            ("live.earlier", self.writer.earlier),
            ("live.later", self.writer.later),
            ("live.compact", self.compact.toggle),
            ("live.curtain", self.curtain.toggle),
        ):
            # A key held too long must not start, pause and start again.
            self.desk.keymap.action(self, name, slot).setAutoRepeat(False)
        IndicatorKeys(self.desk.keymap, self.indicators, act, self.field.keys, self)
        self.desk.keymap.follow(self.cue, "live.cue", self.cue.set_keys)

    def _moment(self) -> Moment:
        """What the line of commands goes by."""
        return moment_of(self.session, self.desk, compact=self.compact.arrangement.compact)

    @Slot(object)
    def _command(self, command: LiveCommand) -> None:
        act = self.act
        deeds: dict[str, Callable[[str], object]] = {
            "next": lambda _: act.next_phase(),
            "back": lambda _: act.previous_phase(),
            "clock": lambda _: act.turn_clock(),
            "pause": act.pause,
            "undo": lambda _: self._undo_step(),
            "redo": lambda _: super(LivePage, self).redo(),
            "before": lambda _: self.before.toggle(),
            "picture": lambda _: self.pictures.choose(),
            "look": lambda _: self.pictures.place.open(),
            "compact": lambda _: self.compact.toggle(),
            "curtain": lambda _: self.curtain.toggle(),
            "extend": lambda more: act.longer(int(more)),
            "area": self.indicators.show_area,
            "asked": act.ask,
            "finish": lambda _: act.ask_to_finish(),
        }
        deeds.get(command.kind, act.see)(command.what)
        self.evidence.say(command.does)

    def _snapshot(self) -> ClockSnapshot:
        now, preview = self.session.now(), self.questions.preview
        return ClockSnapshot(self.interview, now, self.desk.zone, preview)

    def _show_all(self) -> None:
        snapshot = self._snapshot()
        locked = self.interview.lock is not None
        self.controls.show_state(snapshot)
        self.buttons.show_state(self.controls)
        self.rail.set_clickable(self.session.is_on)
        self._show_moment()
        self._show_phase(snapshot)
        self.notes.show_interview(self.interview)
        self.evidence.show_interview(self.interview)
        self.field.setVisible(not locked)
        self.bar.setVisible(snapshot.state is not ClockState.FINISHED)
        self._locked.setVisible(locked)
        self.guide.setEnabled(not locked)
        self.indicators.setEnabled(not locked)
        self.compact.arrangement.order_focus()
        self.ticker.arm()

    @Slot()
    def _show_moment(self) -> None:
        cue = self._cues.look()
        self.questions.look(cue)
        self.cue.show_cue(None if self.questions.speaks_for_cue else cue)
        snapshot = self._snapshot()
        self.controls.show_clock(snapshot)
        for clock in (self.clock, self._small_clock, self.curtain):
            if not clock.isHidden():
                clock.show_clock(snapshot)
        self.rail.set_segments(snapshot.segments)
        self.bar.show_drain(snapshot.drain)
        self._second.take(snapshot, self.session.now())

    def _show_phase(self, snapshot: ClockSnapshot) -> None:
        self.guide.show_phase(self.interview, snapshot.phase)
        self.indicators.show_phase(self.interview, snapshot.phase)

    def _wait(self) -> int | None:
        return ms_to_next_edge(self.interview, self.session.now())

    @Slot()
    def _tick(self) -> None:
        self.session.look()  # what it notices is told and shown by itself
        if not self._second.move(self.session.now()):
            self._show_moment()
        self._heartbeat.beat()

    @Slot()
    def _dismiss_cue(self) -> None:
        self._cues.dismiss()
        self._show_moment()

    @Slot()
    def _show_saved(self) -> None:
        if self.session.saved_ms is not None:
            at = local(self.session.saved_ms, self.desk.zone)
            self.evidence.say(f"Saved {at:%H:%M:%S}")
            self.curtain.show_saved(f"saved {at:%H:%M:%S}")

    @Slot()
    def _show_unsaved(self) -> None:
        self.evidence.say("Not saved", "bad")
        self.curtain.show_saved("not saved")

    @Slot()
    def _finish(self) -> None:
        # What was being typed when the interview ended is a note of it.
        self.writer.submit()
        self.go.emit(Page.SCORE)

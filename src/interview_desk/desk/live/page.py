"""The page for the interview itself: the clock, the guide, the notes and the evidence."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.live.clock_controls import ClockControls
from interview_desk.desk.live.clock_panel import ClockPanel
from interview_desk.desk.live.cue_place import CuePlace, CueWatch
from interview_desk.desk.live.evidence_bar import EvidenceBar
from interview_desk.desk.live.focus_order import set_focus_order
from interview_desk.desk.live.indicator_panel import DIGITS, IndicatorPanel
from interview_desk.desk.live.live_actions import LiveActions
from interview_desk.desk.live.note_field import NoteField
from interview_desk.desk.live.note_writer import NUDGE_MS, NoteWriter
from interview_desk.desk.live.notes_view import NotesView
from interview_desk.desk.live.phase_guide import PhaseGuide
from interview_desk.desk.live.standing import Standing
from interview_desk.desk.live.ticker import Ticker, ms_to_next_edge
from interview_desk.desk.page import InterviewPage
from interview_desk.desk.place import Page
from interview_desk.desk.session import Session
from interview_desk.desk.theme.theme import XL, L, M, S
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.panel import Panel
from interview_desk.desk.widgets.phase_rail import PhaseRail
from interview_desk.desk.widgets.rule import Rule
from interview_desk.interview.change import Change
from interview_desk.interview.cues import CueSettings
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import (
    ClockEvent,
    Lock,
    Note,
    PlanChange,
    Setup,
    Sighting,
    Tick,
)
from interview_desk.words import local, minutes

_BEAT_MS = 10_000
_LEFT, _MIDDLE, _RIGHT = 9, 20, 11  # shares of the width
_LOCKED = "Scoring is finished. Notes can no longer be added here."


class LivePage(InterviewPage):
    """Puts the parts together, shows each what concerns it, and looks at the clock."""

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(desk, session, parent)
        theme, guide = desk.theme, session.interview.guide
        self.controls = ClockControls(theme, desk.keymap)
        self.rail = PhaseRail(theme)
        self.clock = ClockPanel(theme)
        self.guide = PhaseGuide(theme)
        self.cue = CuePlace(theme)
        self.notes = NotesView(theme)
        self._middle = Panel(theme, "surface")
        self.field = NoteField(theme, guide.dimensions, self._middle)
        self.indicators = IndicatorPanel(theme, desk.keymap)
        self.evidence = EvidenceBar(theme, guide.dimensions)
        self._locked = Label(theme, _LOCKED, "body", "ink2", wrap=True)
        self.act = LiveActions(session, self)
        self.writer = NoteWriter(session, self.field, self)
        self.ticker = Ticker(self._wait, self)
        self._cues = CueWatch(CueSettings())
        self._beat_at = session.now().mono_ms
        self._lay_out()
        self._connect()
        self._bind_keys()
        self._show_all()
        self.writer.restore()
        self.notes.to_end()

    @property
    def interview(self) -> Interview:
        """The interview as it is on disk."""
        return self.session.interview

    def show_change(self, change: Change) -> None:
        if change.touches(ClockEvent, PlanChange, Setup, Lock):
            self._show_all()
        else:
            if change.touches(Note):
                self.notes.show_interview(self.interview)
            if change.touches(Sighting, Tick):
                self._show_phase(self._standing())
            if change.touches(Note, Sighting):
                self.evidence.show_interview(self.interview)
        self.writer.forget()
        self._show_saved()

    def flush(self) -> None:
        self.writer.flush()

    def returned(self, unattended_ms: int) -> None:
        gap = minutes(unattended_ms)
        self.banner.show_message(
            f"Interview Desk was closed for {gap}; the clock counted on. Nothing was lost."
        )

    def tell(self, text: str) -> None:
        self.evidence.say(text)

    @Slot()
    def undo(self) -> None:
        if not self.writer.undo():
            super().undo()

    @Slot()
    def redo(self) -> None:
        if not self.writer.redo():
            super().redo()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Not by a focus proxy: with one, Tab would skip what stands before the field.
        super().focusInEvent(event)
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What is typed anywhere on the page belongs in the note field.
        if self.field.isEnabled() and event.text() and event.text().isprintable():
            self.field.take_key(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.field.setFocus()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        theme = self.desk.theme
        self.header.add(self.controls)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        left, right = Panel(theme, "bg"), Panel(theme, "bg")
        _fill(left, self.clock, self.guide, self.cue).setContentsMargins(XL, L, S, M)
        _fill(self._middle, self.notes, self.field, self._locked)
        _fill(right, self.indicators).setContentsMargins(L, M, S // 2, M)
        left.setMaximumWidth(theme.px(320))
        right.setMaximumWidth(theme.px(400))
        vertical = Qt.Orientation.Vertical
        columns.addWidget(left, _LEFT)
        columns.addWidget(Rule(theme, vertical))
        columns.addWidget(self._middle, _MIDDLE)
        columns.addWidget(Rule(theme, vertical))
        columns.addWidget(right, _RIGHT)
        rail = Panel(theme, "surface")
        _fill(rail, self.rail).setContentsMargins(XL, M, XL, M)
        for widget in (Rule(theme), rail, Rule(theme)):
            self.body.addWidget(widget)
        self.body.addLayout(columns, 1)
        self.body.addWidget(Rule(theme))
        self.body.addWidget(self.evidence)

    def _connect(self) -> None:
        act = self.act
        self.controls.clock.clicked.connect(act.turn_clock)
        self.controls.next.clicked.connect(act.next_phase)
        self.guide.asked.connect(act.ask)
        self.indicators.asked.connect(act.ask)
        self.indicators.seen.connect(act.see)
        self.indicators.unseen.connect(act.unsee)
        self.indicators.tabs.currentChanged.connect(self._order_focus)
        self.notes.edit_asked.connect(self.writer.edit)
        self.notes.remove_asked.connect(act.remove_note)
        self.evidence.tag_asked.connect(self.field.keys.put_tag)
        self.writer.kept.connect(self._show_saved)
        self.writer.editing.connect(self.notes.show_editing)
        self.session.failed.connect(self._show_unsaved)
        self.session.recovered.connect(self.writer.keep)
        self.cue.dismissed.connect(self._dismiss_cue)
        self.ticker.ticked.connect(self._tick)
        act.finished.connect(self._finish)

    def _bind_keys(self) -> None:
        act = self.act
        for name, slot in (
            ("live.clock", act.turn_clock),
            ("live.next", act.next_phase),
            ("live.previous", act.previous_phase),
            ("live.finish", act.finish),
            ("live.earlier", self._earlier),
            ("live.later", self._later),
            ("live.concerns", self.indicators.toggle_concerns),
            ("live.tab_next", self._next_tab),
            ("live.tab_previous", self._previous_tab),
            *((f"live.indicator.{n}", self._numbered) for n in DIGITS),
        ):
            # A key held too long must not start, pause and start again.
            self.desk.keymap.action(self, name, slot).setAutoRepeat(False)

    def _standing(self) -> Standing:
        return Standing(self.interview, self.session.now(), self.desk.zone)

    def _show_all(self) -> None:
        standing = self._standing()
        locked = self.interview.lock is not None
        self.controls.show_state(standing)
        self._show_moment(standing)
        self._show_phase(standing)
        self.notes.show_interview(self.interview)
        self.evidence.show_interview(self.interview)
        self.field.setVisible(not locked)
        self._locked.setVisible(locked)
        self.guide.setEnabled(not locked)
        self.indicators.setEnabled(not locked)
        self._order_focus()
        self.ticker.arm()

    def _show_moment(self, standing: Standing) -> None:
        self.controls.show_standing(standing)
        self.clock.show_standing(standing)
        self.rail.set_segments(standing.segments)
        self.cue.show_cue(self._cues.look(self.interview, self.session.now()))

    def _show_phase(self, standing: Standing) -> None:
        self.guide.show_phase(self.interview, standing.phase)
        self.indicators.show_phase(self.interview, standing.phase)

    @Slot()
    def _order_focus(self) -> None:
        panel = self.indicators
        parts = (self.header, self.guide, self.notes, self.field)
        set_focus_order((*parts, panel.tabs, panel.stack, panel.button, self.evidence))

    def _wait(self) -> int | None:
        return ms_to_next_edge(self.interview, self.session.now())

    @Slot()
    def _tick(self) -> None:
        self._show_moment(self._standing())
        now = self.session.now().mono_ms
        if now - self._beat_at >= _BEAT_MS:
            self._beat_at = now
            self.session.beat()

    @Slot()
    def _dismiss_cue(self) -> None:
        self._cues.dismiss()
        self._show_moment(self._standing())

    @Slot()
    def _show_saved(self) -> None:
        if self.session.saved_ms is not None:
            at = local(self.session.saved_ms, self.desk.zone)
            self.evidence.say(f"Saved {at:%H:%M:%S}")

    @Slot()
    def _show_unsaved(self) -> None:
        self.evidence.say("Not saved", "bad")

    @Slot()
    def _numbered(self) -> None:
        sender = self.sender()
        indicator = self.indicators.numbered(int(sender.objectName().rpartition(".")[2]))
        if indicator is not None:
            self.act.see(indicator.key)

    @Slot()
    def _earlier(self) -> None:
        self.writer.move(-NUDGE_MS)

    @Slot()
    def _later(self) -> None:
        self.writer.move(NUDGE_MS)

    @Slot()
    def _next_tab(self) -> None:
        self.indicators.turn(1)

    @Slot()
    def _previous_tab(self) -> None:
        self.indicators.turn(-1)

    @Slot()
    def _finish(self) -> None:
        # What was being typed when the interview ended is a note of it.
        self.writer.submit()
        self.go.emit(Page.SCORE)


def _fill(panel: Panel, *widgets: QWidget) -> QBoxLayout:
    """Put the widgets one under the other."""
    column = QVBoxLayout(panel)
    column.setContentsMargins(L, L, L, L)
    column.setSpacing(M)
    for widget in widgets:
        column.addWidget(widget)
    return column

"""Preparing an interview: who, when, how long, what about, and what to do before it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from interview_desk.desk.autosave import Autosave
from interview_desk.desk.context import Desk
from interview_desk.desk.interview_page import InterviewPage
from interview_desk.desk.navigation import Page
from interview_desk.desk.prepare.calendar_slot import CALENDAR_ENDINGS, CalendarSlot
from interview_desk.desk.prepare.field_undo import FieldUndo
from interview_desk.desk.prepare.own_questions import BeforeNote, OwnQuestions
from interview_desk.desk.prepare.question_form import AreasForm, QuestionForm, QuestionHistory
from interview_desk.desk.prepare.resume_form import ResumeForm
from interview_desk.desk.prepare.side_panel import GuideChoice, GuidePanel, SidePanel
from interview_desk.desk.prepare.time_form import TimeForm
from interview_desk.desk.prepare.who_form import WhoForm
from interview_desk.desk.resume_view import ResumeView
from interview_desk.desk.session import Session
from interview_desk.desk.theme.theme import NO_LIMIT, XL, XXL
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.messages import MessageKind
from interview_desk.desk.widgets.panel import Rule, ScrollColumn
from interview_desk.errors import UserError
from interview_desk.interview.actions.running import set_up_step, start
from interview_desk.interview.actions.watching import tick
from interview_desk.interview.change import Change
from interview_desk.interview.checks import Part
from interview_desk.interview.records import ClockEvent, Preparation, PreparedQuestion, Setup, Tick
from interview_desk.interview.status import Status
from interview_desk.words import local

_Field = QLineEdit | QPlainTextEdit
_WITH_GUIDE, _GUIDE_WIDTH = 900, 480
_THREE_COLUMNS, _TWO_COLUMNS, _SIDE_WIDTH = 960, 680, 292
_LAID_OUT_MS = 1_000
_WITH_CLOCK = (Status.PREPARED, Status.LIVE)


class PreparePage(InterviewPage):
    """The set-up of one interview, saved as it is typed, and the button that starts it."""

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(desk, session, parent)
        theme, guide = desk.theme, session.interview.guide
        today = local(session.now().wall_ms, desk.zone).date()
        self.who = WhoForm(theme, today)
        self.question = QuestionForm(theme, guide)
        self.time = TimeForm(theme, guide)
        self.areas = AreasForm(theme, guide)
        self.own = OwnQuestions(theme, session)
        self.before = BeforeNote(theme, session)
        self.resume = ResumeForm(desk, session, self, self.banner)
        self._settling = QTimer(self, singleShot=True, interval=_LAID_OUT_MS)
        self.side = SidePanel(theme, guide, self.resume)
        self.begin = TextButton(theme, "Start interview", ButtonKind.PRIMARY)
        desk.keymap.follow(self.begin, "prepare.start", self.begin.set_keys)
        self.guide_choice = GuideChoice(desk, session, self.side.change, self)
        self.slot = CalendarSlot(desk, session, self, self.banner)
        self.guide_panel: GuidePanel | None = None  # made when it is first read
        self.resume_view: ResumeView | None = None  # likewise
        self._beside_it: GuidePanel | ResumeView | None = None
        self._autosave = Autosave(self._save_typed, self)
        self._noting = Autosave(self.before.save, self)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.who.candidate)
        self._show_history()
        self._show_all()

    def show_change(self, change: Change) -> None:
        if change.touches(Setup, Tick, ClockEvent):
            self._show_all()
        if change.touches(PreparedQuestion):
            self.own.show_interview()
        if change.touches(Preparation):
            self.before.show_interview()

    def show_part(self, part: Part, number: int) -> None:
        if part is Part.PREPARED_QUESTION:
            self.own.go_to(number)
        else:
            self.before.field.edit.setFocus()
        # Where it stands is known when the page that was just put on has its size, and its lists.
        self._settling.start()
        QTimer.singleShot(0, self, self._scroll_to_part)

    @Slot()
    def _scroll_again(self) -> None:
        if self._settling.isActive():
            self._scroll_to_part()

    @Slot()
    def _scroll_to_part(self) -> None:
        if self.own.list.hasFocus():
            self._scroll.show_place(self.own, self.own.place)
        else:
            self._scroll.ensureWidgetVisible(self.before)

    def flush(self) -> None:
        """Save what is typed, tried again if it could not be saved before."""
        self._autosave.flush()
        self._save_typed()
        if self.session.interview.lock is None:
            self._noting.flush()
            self.before.save()

    @Slot()
    def undo(self) -> None:
        self.flush()
        if not self.guide_choice.undo():
            super().undo()

    @Slot()
    def redo(self) -> None:
        if not self.guide_choice.redo():
            super().redo()

    @Slot()
    def start(self) -> None:
        """Start the clock, if it is not started yet, and go to the live page."""
        self.flush()
        if self.session.interview.status not in _WITH_CLOCK:
            return
        if self.session.do(start(self.session.interview, self.session.now())):
            self.go.emit(Page.LIVE)

    @Slot()
    def read_guide(self) -> None:
        """The guide to read beside the set-up, or the set-up alone again."""
        if self.guide_panel is None:
            self.guide_panel = GuidePanel(self.desk.theme, self.session.interview.guide)
            self.guide_panel.closed.connect(self._close_panel)
            self._beside.addWidget(self.guide_panel)
        if self._beside_it is self.guide_panel:
            self._close_panel()
        else:
            self._read_beside(self.guide_panel)

    @Slot()
    def read_resume(self) -> None:
        """The resume beside the set-up."""
        resume = self.resume.load()
        if resume is None:
            return
        if self.resume_view is None:
            self.resume_view = ResumeView(self.desk.theme)
            self.resume_view.closed.connect(self._close_panel)
            self.resume_view.question.connect(self.own.prepare)
            self._beside.addWidget(self.resume_view)
        self.resume_view.show_resume(resume)
        self._read_beside(self.resume_view)

    def _read_beside(self, panel: GuidePanel | ResumeView) -> None:
        if self._beside_it is not None:
            self._beside_it.hide()
        self._beside_it = panel
        panel.show()
        self._arrange()
        panel.setFocus()

    @Slot()
    def _close_panel(self) -> None:
        panel, self._beside_it = self._beside_it, None
        if panel is not None:
            panel.hide()
            self._arrange()
            by_guide = panel is self.guide_panel
            (self.side.read_guide if by_guide else self.resume.choose_button).setFocus()

    @Slot(str)
    def _refuse(self, message: str) -> None:
        self.banner.show_message(message, MessageKind.ERROR)

    @Slot(str)
    def _warn(self, message: str) -> None:
        self.banner.show_message(message, MessageKind.WARN)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._beside_it is not None:
            self._close_panel()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls()[:1]:
            self.flush()
            path = Path(url.toLocalFile())
            dated = path.name.lower().endswith(CALENDAR_ENDINGS)
            (self.slot if dated else self.resume).take_from(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _show_all(self) -> None:
        interview = self.session.interview
        self.who.show_setup(interview.setup)
        self.time.show_setup(interview.setup)
        self.question.show_question(interview.setup.question)
        self.areas.show_areas(interview.setup.areas)
        self.side.show_ticks(interview)
        # What was finished changes by amendment only, which is not made here.
        for part in (self.who, self.time, self.question, self.areas, self.own, self.before):
            part.setEnabled(interview.lock is None)
        begun = interview.status is not Status.PREPARED
        self.side.change.setVisible(not begun)
        self.begin.set_text("Back to the interview" if begun else "Start interview")
        self.begin.setVisible(interview.status in _WITH_CLOCK)

    def _show_history(self) -> None:
        desk, guide = self.desk, self.session.interview.guide
        try:
            history = QuestionHistory(desk.store, guide, self.session.row, desk.zone)
        except UserError as error:
            self._refuse(str(error))
            return
        self.question.show_history(history)

    def _read(self) -> Setup:
        length, reserve = self.time.read()
        return replace(
            self.session.interview.setup,
            **self.who.read(),
            question=self.question.read(),
            length_minutes=length,
            reserve_minutes=reserve,
            areas=self.areas.read(),
        )

    def _save(self, *, typed: bool) -> None:
        interview = self.session.interview
        if interview.lock is None:
            self.session.do(set_up_step(interview, self._read(), typed=typed))

    @Slot()
    def _save_typed(self) -> None:
        self._save(typed=True)

    @Slot()
    def _save_picked(self) -> None:
        self._save(typed=False)

    @Slot()
    def _tick(self) -> None:
        for item, done in self.side.read().items():
            if done != self.session.interview.ticked(item):
                self.session.do(tick(self.session.interview, item, self.session.now()))
        self.side.show_ticks(self.session.interview)

    def _connect(self) -> None:
        edits = (self.question.field.edit, self.own.field, self.before.field.edit)
        fields: tuple[_Field, ...] = (*self.who.fields, *edits)
        for field in fields:
            field.installEventFilter(FieldUndo(field))
        self.begin.clicked.connect(self.start)
        self.desk.keymap.action(self, "prepare.start", self.start)
        for typed in (self.who.typed, self.question.typed, self.time.edited):
            typed.connect(self._autosave.touch)
        self.before.typed.connect(self._noting.touch)
        self.question.added.connect(self.own.prepare)
        self.who.settled.connect(self._autosave.flush)
        for picked in (self.question.picked, self.areas.edited):
            picked.connect(self._save_picked)
        self.side.edited.connect(self._tick)
        self.side.read_guide.clicked.connect(self.read_guide)
        self.side.change.clicked.connect(self.guide_choice.choose)
        self.guide_choice.chosen.connect(self.flush)
        self.guide_choice.replaced.connect(self.replaced)
        self.side.read_slot.clicked.connect(self.flush)
        self.side.read_slot.clicked.connect(self.slot.choose)
        self.side.save_slot.clicked.connect(self.flush)
        self.side.save_slot.clicked.connect(self.slot.save)
        self.slot.taking.connect(self.flush)
        self.slot.said.connect(self.tell)
        self.slot.doubted.connect(self._warn)
        self.resume.said.connect(self.tell)
        self.resume.read.connect(self.read_resume)
        self.resume.gone.connect(self._close_panel)
        for part in (self.guide_choice, self.slot, self.resume):
            part.refused.connect(self._refuse)
        self.desk.theme.changed.connect(self._arrange)

    def _lay_out(self) -> None:
        theme = self.desk.theme
        self.header.add(self.begin)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setContentsMargins(XL, XL, XL, XL)
        self._columns.setSpacing(XXL)
        left, right = QVBoxLayout(), QVBoxLayout()
        sides = (
            (left, (self.who, self.question)),
            (right, (self.time, self.areas, self.own, self.before)),
        )
        for column, parts in sides:
            column.setSpacing(XL)
            for part in parts:
                column.addWidget(part)
            self._columns.addLayout(column, 1)
        left.setStretchFactor(self.question, 1)
        right.addStretch(1)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._whole.setSpacing(0)
        self._whole.addLayout(self._columns, 1)
        self._between = Rule(theme, Qt.Orientation.Vertical)
        self._whole.addWidget(self._between)
        self._whole.addWidget(self.side)
        self._scroll = ScrollColumn(theme)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._scroll_again)
        self._scroll.column.addLayout(self._whole)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(0)
        self._beside.addWidget(self._scroll, 1)
        self.body.addWidget(Rule(theme))
        self.body.addLayout(self._beside, 1)

    @Slot()
    def _arrange(self) -> None:
        """As many columns as there is room for."""
        directions, px, width = QBoxLayout.Direction, self.desk.theme.px, self.width()
        beside = width >= px(_WITH_GUIDE)
        self._scroll.setVisible(beside or self._beside_it is None)
        if self._beside_it is not None:
            self._beside_it.setFixedWidth(px(_GUIDE_WIDTH) if beside else width)
            width -= self._beside_it.width() if beside else 0
        aside, abreast = width >= px(_THREE_COLUMNS), width >= px(_TWO_COLUMNS)
        self._between.setVisible(aside)
        self._scroll.set_ground("bg" if aside else "surface")
        self._whole.setDirection(directions.LeftToRight if aside else directions.TopToBottom)
        self._columns.setDirection(directions.LeftToRight if abreast else directions.TopToBottom)
        self.side.setMinimumWidth(px(_SIDE_WIDTH) if aside else 0)
        self.side.setMaximumWidth(px(_SIDE_WIDTH) if aside else NO_LIMIT)

"""Preparing an interview: who, when, how long, what about, and what to do before it."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.autosave import Autosave
from interview_desk.desk.context import Desk
from interview_desk.desk.guides.menu import GuideMenu
from interview_desk.desk.new_interview import change_guide
from interview_desk.desk.page import InterviewPage
from interview_desk.desk.place import Page
from interview_desk.desk.prepare.areas_form import AreasForm
from interview_desk.desk.prepare.question_form import QuestionForm
from interview_desk.desk.prepare.side import Side
from interview_desk.desk.prepare.steps import set_up_step
from interview_desk.desk.prepare.time_form import TimeForm
from interview_desk.desk.prepare.who_form import WhoForm
from interview_desk.desk.session import Session
from interview_desk.desk.settings import INTERVIEWER
from interview_desk.desk.theme.theme import XL, XXL
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.callout import MessageKind
from interview_desk.desk.widgets.panel import ScrollColumn
from interview_desk.desk.widgets.rule import Rule
from interview_desk.errors import UserError
from interview_desk.interview.actions.running import start
from interview_desk.interview.actions.watching import tick
from interview_desk.interview.change import Change
from interview_desk.interview.records import ClockEvent, Setup, Tick
from interview_desk.interview.status import Status
from interview_desk.words import local

_THREE_COLUMNS, _TWO_COLUMNS, _SIDE_WIDTH = 960, 680, 292
_WITH_CLOCK = (Status.PREPARED, Status.LIVE)
_NO_LIMIT = 16_777_215  # QWIDGETSIZE_MAX


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
        self.side = Side(theme, guide)
        self.begin = TextButton(theme, "Start interview", ButtonKind.PRIMARY)
        desk.keymap.follow(self.begin, "prepare.start", self.begin.set_keys)
        self._autosave = Autosave(self._save_typed, self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.who.candidate)
        self._show_all()

    def show_change(self, change: Change) -> None:
        if change.touches(Setup, Tick, ClockEvent):
            self._show_all()

    def flush(self) -> None:
        """Save what is typed, tried again if it could not be saved before."""
        self._autosave.flush()
        self._save_typed()
        self._remember_interviewer()

    @Slot()
    def start(self) -> None:
        """Start the clock, if it is not started yet, and go to the live page."""
        self.flush()
        if self.session.interview.status not in _WITH_CLOCK:
            return
        if self.session.do(start(self.session.interview, self.session.now())):
            self.go.emit(Page.LIVE)

    @Slot()
    def choose_guide(self) -> None:
        """Let the user choose another guide for this interview."""
        try:
            menu = GuideMenu(
                self.desk, "Change the guide to", self, self.session.interview.guide.title
            )
        except UserError as error:
            self.banner.show_message(str(error), MessageKind.ERROR)
            return
        menu.picked.connect(self._change_guide)
        button = self.side.change
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    @Slot(str)
    def _change_guide(self, guide: str) -> None:
        self.flush()
        if self.session.interview.status is not Status.PREPARED:
            return
        try:
            row = change_guide(self.desk, self.session.row, guide)
        except UserError as error:
            self.banner.show_message(str(error), MessageKind.ERROR)
            return
        self.replaced.emit(row)

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
        for part in (self.who, self.time, self.question, self.areas):
            part.setEnabled(interview.lock is None)
        begun = interview.status is not Status.PREPARED
        self.side.change.setVisible(not begun)
        self.begin.set_text("Back to the interview" if begun else "Start interview")
        self.begin.setVisible(interview.status in _WITH_CLOCK)

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

    def _remember_interviewer(self) -> None:
        name, settings = self.session.interview.setup.interviewer, self.desk.settings
        try:
            if name and name != settings.get(INTERVIEWER):
                settings.set(INTERVIEWER, name[: INTERVIEWER.longest])
        except UserError:
            return  # the interview itself has it; only the next one will ask again

    def _connect(self) -> None:
        self.begin.clicked.connect(self.start)
        self.desk.keymap.action(self, "prepare.start", self.start)
        for typed in (self.who.typed, self.question.typed, self.time.edited):
            typed.connect(self._autosave.touch)
        self.who.settled.connect(self._autosave.flush)
        for picked in (self.question.picked, self.areas.edited):
            picked.connect(self._save_picked)
        self.side.edited.connect(self._tick)
        self.side.change.clicked.connect(self.choose_guide)
        self.desk.theme.changed.connect(self._arrange)

    def _lay_out(self) -> None:
        theme = self.desk.theme
        self.header.add(self.begin)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setContentsMargins(XL, XL, XL, XL)
        self._columns.setSpacing(XXL)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, parts in ((left, (self.who, self.question)), (right, (self.time, self.areas))):
            column.setSpacing(XL)
            for part in parts:
                column.addWidget(part)
            self._columns.addLayout(column, 1)
        left.setStretchFactor(self.question, 1)
        right.addStretch(1)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._whole.setSpacing(0)
        self._whole.addLayout(self._columns, 1)
        self._whole.addWidget(self.side)
        scroll = ScrollColumn(theme)
        scroll.column.addLayout(self._whole)
        self.body.addWidget(Rule(theme))
        self.body.addWidget(scroll, 1)

    @Slot()
    def _arrange(self) -> None:
        """As many columns as there is room for."""
        directions, px = QBoxLayout.Direction, self.desk.theme.px
        aside, abreast = self.width() >= px(_THREE_COLUMNS), self.width() >= px(_TWO_COLUMNS)
        self._whole.setDirection(directions.LeftToRight if aside else directions.TopToBottom)
        self._columns.setDirection(directions.LeftToRight if abreast else directions.TopToBottom)
        self.side.setMinimumWidth(px(_SIDE_WIDTH) if aside else 0)
        self.side.setMaximumWidth(px(_SIDE_WIDTH) if aside else _NO_LIMIT)

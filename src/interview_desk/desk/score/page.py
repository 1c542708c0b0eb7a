"""The score page: every rating beside its evidence, then the rest, then finished."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.interview_page import InterviewPage
from interview_desk.desk.navigation import Page
from interview_desk.desk.score.checks_panel import FinishColumn, missing_checks, missing_words
from interview_desk.desk.score.columns import Columns, ViewStack
from interview_desk.desk.score.dimension_view import LevelKeys, level_keys
from interview_desk.desk.score.lock import LockStrip, ScoringSession
from interview_desk.desk.score.outline import (
    CONCERNS,
    RECOMMENDATION,
    Outline,
    dimension_key,
    rated,
)
from interview_desk.desk.session import Session
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.messages import MessageKind
from interview_desk.desk.widgets.panel import Rule
from interview_desk.interview import checks
from interview_desk.interview.actions.scoring import lock
from interview_desk.interview.change import Change
from interview_desk.interview.checks import Check
from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Lock
from interview_desk.interview.timeline import ClockState
from interview_desk.words import count

_REFRESH_MS = 20_000
_MINUTE = 60_000


class ScorePage(InterviewPage):
    """Rates one interview. Finishing locks it; changes after that are amendments."""

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(desk, session, parent)
        theme, keymap = desk.theme, desk.keymap
        self.scoring = ScoringSession(session, self)
        self.rated_label = Label(theme, "", "body", "ink2")
        self.preview_button = TextButton(theme, "Preview PDF")
        self.finish_button = TextButton(theme, "Finish and export PDF", ButtonKind.PRIMARY)
        keymap.follow(self.finish_button, "score.finish", self.finish_button.set_keys)
        self.lock_strip = LockStrip(theme, self.scoring, desk.zone)
        self.outline = Outline(theme, self.scoring)
        self.views = ViewStack(theme, self.scoring, keymap)
        self.finish_column = FinishColumn(theme, self.scoring)
        self._warned_of: frozenset[Check] = frozenset()
        self._level_keys = LevelKeys(self)
        self._minute = QTimer(self)
        self._minute.setInterval(_REFRESH_MS)
        self._lay_out()
        self._connect()
        self._show_first()

    def _lay_out(self) -> None:
        theme = self.desk.theme
        for widget in (self.rated_label, self.preview_button, self.finish_button):
            self.header.add(widget)
        self.body.addWidget(self.lock_strip)
        self.body.addWidget(Rule(theme))
        self.body.addWidget(Columns(theme, self.outline, self.views, self.finish_column), 1)
        self.setFocusProxy(self.outline.rubric)

    def _connect(self) -> None:
        keymap = self.desk.keymap
        self.preview_button.clicked.connect(self._preview)
        self.finish_button.clicked.connect(self.finish)
        self.outline.chosen.connect(self._go_to)
        self.views.dimension.note_opened.connect(self._open_note)
        self.views.overview.opened.connect(self._open_dimension)
        self.views.note_closed.connect(self._back_to_entry)
        self.finish_column.checks.chosen.connect(self._jump)
        self.scoring.editable_changed.connect(self._show_editable)
        self._level_keys.pressed.connect(self.views.dimension.choose)
        self._minute.timeout.connect(self.show_heading)
        keymap.action(self, "score.previous", self._previous)
        keymap.action(self, "score.next", self._next)
        keymap.action(self, "score.finish", self.finish)
        keymap.action(self, "score.type", self._type)
        keymap.action(self, "score.list", self._back_to_entry)
        self._not_enough = keymap.action(
            self, "score.not_enough", self.views.dimension.toggle_not_enough
        )

    def _show_first(self) -> None:
        """The first dimension that is not rated yet, or simply the first."""
        interview = self.session.interview
        ratings = [interview.rating(each.number) for each in interview.guide.dimensions]
        open_ones = [each.dimension for each in ratings if not (each.level or each.not_enough)]
        self._show_standing()
        self.finish_column.verdict.show_all()
        self._show_lock()
        self.open_entry(dimension_key(open_ones[0] if open_ones else 1))
        self._minute.start()

    # What is shown

    def subject(self) -> str:
        return scoring_since(self.session.interview, self.session.now())

    def show_change(self, change: Change) -> None:
        self._show_standing()
        self.finish_column.verdict.show_change(change)
        self.views.show_change(change)
        if change.touches(Lock):
            self.banner.clear()
            self._show_lock()
        if self._warned_of and not self._warned_of.issubset(missing_checks(self.session.interview)):
            self._warned_of = frozenset()
            self.banner.clear()  # what it said is no longer so

    def _show_standing(self) -> None:
        """How far the scoring is: in the list, in the checks and in a number."""
        guide = self.session.interview.guide
        self.outline.refresh()
        self.finish_column.refresh()
        self.rated_label.setText(
            f"{rated(self.session.interview)} of {len(guide.dimensions)} rated"
        )

    @Slot(str)
    def open_entry(self, key: str) -> None:
        """Show an entry of the list in the middle."""
        self.views.show_entry(key)
        self.outline.set_current(key)
        self._show_keys()

    @Slot()
    def _show_editable(self) -> None:
        self.views.set_editable(self.scoring.editable)
        self.finish_column.verdict.set_editable(self.scoring.editable)
        self._show_keys()

    def _show_lock(self) -> None:
        self.lock_strip.refresh()
        self._fit_header(self.width())
        self._show_editable()

    def _fit_header(self, width: int) -> None:
        """Fewer words where there is less room; a finished interview has only its PDF to make."""
        finished = self.session.interview.lock is not None
        roomy = Columns.roomy(self.desk.theme, width)
        self.rated_label.setVisible(roomy)
        self.preview_button.setVisible(roomy and not finished)
        long = "Export PDF" if finished else "Finish and export PDF"
        self.finish_button.set_text(long if roomy else long.partition(" ")[0])

    def _show_keys(self) -> None:
        """Level keys only where there are levels to choose from."""
        rating = self.views.shown is self.views.dimension and self.scoring.editable
        levels = self.views.dimension.dimension.ascending
        self._level_keys.set_keys(level_keys(levels) if rating else ())
        self._not_enough.setEnabled(rating)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_header(self.width())

    # Going about

    @Slot()
    def _previous(self) -> None:
        self._step(-1)

    @Slot()
    def _next(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        self._go_to(self.outline.beside(by))

    @Slot()
    def _type(self) -> None:
        """Return: from the list to what there is to write or to choose."""
        if self.outline.current() == RECOMMENDATION:
            self.finish_column.take_keyboard(summary=False)
            return
        field = self.views.shown.first_field()
        if field is not None:
            field.setFocus()
            self.views.shown.ensureWidgetVisible(field)

    @Slot()
    def _back_to_entry(self) -> None:
        """Escape: out of a field or a note, back to the list and its entry."""
        if self.views.shown is self.views.note:
            self.open_entry(self.outline.current())
        self.outline.take_keyboard()

    @Slot(int)
    def _open_note(self, note_id: int) -> None:
        number = self.views.dimension.number
        if self.outline.current() == dimension_key(number):
            back_to = self.session.interview.guide.dimension(number).title
        else:
            back_to = "Back"
        self.views.show_note(note_id, back_to)
        self._show_keys()

    @Slot(str)
    def _go_to(self, key: str) -> None:
        """Show an entry and leave the text behind, so that the level keys are level keys."""
        self.open_entry(key)
        self.outline.take_keyboard()

    @Slot(int)
    def _open_dimension(self, number: int) -> None:
        self._go_to(dimension_key(number))

    @Slot(object)
    def _jump(self, check: Check) -> None:
        self.show_part(check.page, check.target)

    def show_part(self, part: checks.Page, number: int) -> None:
        match part:
            case checks.Page.DIMENSION:
                self._open_dimension(number)
            case checks.Page.NOTE:
                self._open_note(number)
                self.views.note.first_field().setFocus()
            case checks.Page.CONCERNS:
                self.open_entry(CONCERNS)
                self._type()
            case checks.Page.RECOMMENDATION:
                stepped = bool(self.session.interview.verdict.step)
                self.open_entry(RECOMMENDATION)
                self.finish_column.take_keyboard(summary=stepped)

    # Finishing

    def flush(self) -> None:
        self.views.flush()
        self.finish_column.verdict.flush()

    @Slot()
    def _preview(self) -> None:
        self.go.emit(Page.REPORT)

    @Slot()
    def finish(self) -> None:
        """Lock the scoring and go to the report; say once what is missing, and never refuse."""
        self.flush()
        gaps = missing_checks(self.session.interview)
        finished = self.session.interview.lock is not None
        if not finished and not self._warned_of.issuperset(gaps):
            self._warned_of = frozenset(gaps)
            self.banner.show_message(missing_words(gaps), MessageKind.WARN)
        elif self.session.do(lock(self.session.interview, self.session.now())):
            self.go.emit(Page.REPORT)


def scoring_since(interview: Interview, now: Instant) -> str:
    """What the header says beside the name: ``Scoring, 4 minutes after the interview``."""
    timeline = interview.timeline
    if interview.lock is not None:
        return "Scoring, finished"
    if timeline.state is ClockState.WAITING:
        return "Scoring, before the interview"
    if interview.finish is None:
        return "Scoring, the interview is still on"
    passed = timeline.position(now) - timeline.position(interview.finish.at)
    return f"Scoring, {_ago(passed)} after the interview"


def _ago(ms: int) -> str:
    minutes = ms // _MINUTE
    if minutes < 1:
        return "right"
    if minutes < 90:
        return count(minutes, "minute")
    hours = round(minutes / 60)
    return count(hours, "hour") if hours < 36 else count(round(minutes / 1440), "day")

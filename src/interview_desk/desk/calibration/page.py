"""The case page: one answer beside the rubric, rated blind, and sealed as the reference."""

import secrets
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from interview_desk.desk.calibration.material_panel import MaterialPanel
from interview_desk.desk.calibration.own_answer import keep_case, kept_case
from interview_desk.desk.calibration.two_sides import TwoSides
from interview_desk.desk.context import Desk
from interview_desk.desk.interview_page import InterviewPage
from interview_desk.desk.navigation import Page
from interview_desk.desk.panels.opened_panel import after_reading
from interview_desk.desk.score.dimension_view import BareKeys, DimensionView, cite_keys, level_keys
from interview_desk.desk.score.first_act import FirstAct
from interview_desk.desk.score.lock import LockStrip, ScoringSession
from interview_desk.desk.score.note_view import NoteView
from interview_desk.desk.score.score_view import ScoreView
from interview_desk.desk.score.walk_bar import WalkBar
from interview_desk.desk.session import Session
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.messages import MessageKind
from interview_desk.desk.widgets.panel import Rule
from interview_desk.errors import UserError
from interview_desk.interview.actions.notes import add_note
from interview_desk.interview.actions.running import pause, resume, start
from interview_desk.interview.actions.scoring import lock
from interview_desk.interview.change import Change
from interview_desk.interview.note_text import NoteText, read_note
from interview_desk.interview.records import ClockEvent, Lock
from interview_desk.interview.scoring_progress import is_rated, rated
from interview_desk.panel.case import OpenCase, write_case
from interview_desk.panel.case_reference import reference_of, sealed, write_reference
from interview_desk.report.file_names import case_file_name
from interview_desk.report.files import write_new

_ROOMY = 760
_FINISH = "Finish"


class CasePage(InterviewPage):
    """Rates one answer, one dimension after the other; nobody's ratings but one's own are here."""

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        self.case = kept_case(desk.store, session.row)
        super().__init__(desk, session, parent)
        theme, keymap = desk.theme, desk.keymap
        self.scoring = ScoringSession(session, self)
        self.rated_label = Label(theme, "", "body", "ink2")
        self.seal_button = TextButton(theme, "Seal as the reference…", ButtonKind.QUIET)
        self.save_button = TextButton(theme, "Save the case…", ButtonKind.QUIET)
        self.finish_button = TextButton(theme, "Finish and lock", ButtonKind.PRIMARY)
        keymap.follow(self.finish_button, "score.finish", self.finish_button.set_keys)
        self.lock_strip = LockStrip(theme, self.scoring, desk.zone, self._read_of_others)
        self.material = MaterialPanel(theme, keymap, session)
        self.rating = DimensionView(theme, self.scoring, keymap)
        self.note_view = NoteView(theme, self.scoring)
        self._stack = QStackedWidget()
        self.walk_bar = WalkBar(theme, keymap)
        self.walk_bar.order_button.hide()
        self.first_act = FirstAct(self)
        self._level_keys, self._cite_keys = BareKeys(self), BareKeys(self)
        self._warned = False
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.walk_bar.next_button)
        self.material.show_case(self.case)
        self._show_first()

    def subject(self) -> str:
        case = self.case.case if self.case is not None else None
        by = f"by {case.leader}" if case is not None and case.leader else ""
        due = f"due {case.due}" if case is not None and case.due else ""
        return ", ".join(filter(None, ("Calibration", by, due)))

    def show_change(self, change: Change) -> None:
        self._shown.show_change(change)
        self._show_standing()
        if change.touches(ClockEvent):
            self.material.show_clock()
        if change.touches(Lock):
            self.banner.clear()
            self._show_lock()

    def flush(self) -> None:
        self._shown.flush()

    @Slot()
    def finish(self) -> None:
        """Lock the answer and show its report; say once what is not rated, and never refuse."""
        self.flush()
        interview = self.session.interview
        open_ones = [
            d.title for d in interview.guide.dimensions if not is_rated(interview, d.number)
        ]
        if interview.lock is None and open_ones and not self._warned:
            self._warned = True
            words = f"Not rated yet: {', '.join(open_ones)}. Finish again to lock it as it is."
            self.banner.show_message(words, MessageKind.WARN)
        elif self.session.do(lock(interview, self.session.now())):
            self.go.emit(Page.REPORT)

    def _read_of_others(self) -> str:
        return after_reading(self.desk.store, self.session.interview)

    # What is shown

    @property
    def _shown(self) -> ScoreView:
        return self.note_view if self._stack.currentIndex() else self.rating

    def _show_first(self) -> None:
        interview = self.session.interview
        numbers = [each.number for each in interview.guide.dimensions]
        open_ones = [each for each in numbers if not is_rated(interview, each)]
        self._show_lock()
        self._show(open_ones[0] if open_ones else 1)

    def _show(self, number: int) -> None:
        dimensions = self.session.interview.guide.dimensions
        self.flush()
        self._stack.setCurrentWidget(self.rating)
        self.rating.show_dimension(number)
        self.rating.set_place(f"{number} of {len(dimensions)}")
        following = dimensions[number].title if number < len(dimensions) else _FINISH
        self.walk_bar.show_place(first=number == 1, following=following)
        self._show_keys()
        self._show_standing()

    def _show_standing(self) -> None:
        interview = self.session.interview
        self.rated_label.setText(f"{rated(interview)} of {len(interview.guide.dimensions)} rated")

    def _show_lock(self) -> None:
        self.lock_strip.refresh()
        self._fit_header()
        self._show_editable()

    @Slot()
    def _show_editable(self) -> None:
        self._shown.set_editable(self.scoring.editable)
        self._show_keys()

    @Slot()
    def _show_keys(self) -> None:
        """Level keys, once whoever is here has shown that they look at them."""
        editable = self.scoring.editable
        rating = self._shown is self.rating
        awake = editable and rating and self.first_act.is_done
        self.walk_bar.show_asleep(editable and rating and not awake)
        of_levels = level_keys(self.rating.dimension.ascending)
        self._level_keys.set_keys(of_levels if awake else ())
        self._cite_keys.set_keys(cite_keys(of_levels) if awake else ())
        self._not_enough.setEnabled(awake)
        self.material.show_subject(self.rating.dimension.title, editable=editable)

    # What can be done

    @Slot(str)
    def _note(self, typed: str) -> None:
        """Keep a quote or a note as evidence of the dimension on show."""
        interview, number = self.session.interview, self.rating.number
        text = read_note(typed, interview.guide.dimensions)
        if text.body:
            tagged = NoteText(text.body, text.kind, text.dimensions or (number,))
            self.scoring.do(add_note(interview, self.session.now(), tagged))

    @Slot()
    def _turn_clock(self) -> None:
        interview, now = self.session.interview, self.session.now()
        change = start(interview, now) or resume(interview, now) or pause(interview, now)
        self.scoring.do(change)

    @Slot()
    def _enter(self) -> None:
        """Return: a quote or a note where one is being taken, else on to what comes next."""
        if not self.material.take_enter():
            self._on()

    @Slot()
    def _on(self) -> None:
        self._step(1)

    @Slot()
    def _next(self) -> None:
        """By a click: on to what comes next, and after the last to the end."""
        if self.rating.number < len(self.session.interview.guide.dimensions):
            self._step(1)
        else:
            self.finish()

    @Slot()
    def _previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        most = len(self.session.interview.guide.dimensions)
        self._show(min(max(self.rating.number + by, 1), most))
        self.walk_bar.next_button.setFocus()

    @Slot(int)
    def _open_note(self, note_id: int) -> None:
        self.rating.flush()
        self.note_view.show_note(note_id, self.rating.dimension.title)
        self._stack.setCurrentWidget(self.note_view)
        self._show_keys()

    @Slot()
    def _leave_text(self) -> None:
        """Out of a field or a quote, back to the keys of the levels."""
        self._show(self.rating.number)
        self.walk_bar.next_button.setFocus()

    @Slot()
    def _to_reason(self) -> None:
        self.rating.first_field().setFocus()

    @Slot()
    def _save_case(self) -> None:
        case = self.case
        if case is not None and (folder := self._ask_for_folder("Save the case in")) is not None:
            self._write(folder, case, {})

    @Slot()
    def _seal(self) -> None:
        """Keep one's own rating as the reference: two files, of which one is sent round."""
        if self.case is None:
            return
        try:
            found = reference_of(self.session.interview, self.case.case, secrets.token_hex(16))
        except UserError as error:
            self.banner.show_message(str(error), MessageKind.WARN)
            return
        folder = self._ask_for_folder("Save the case and its reference in")
        if folder is None:
            return
        case = OpenCase(sealed(self.case.case, found), self.case.guide)
        name = case_file_name(case.case.title, "Reference")
        if self._write(folder, case, {name: write_reference(found)}):
            keep_case(self.desk.store, self.session.row, case)
            self.case = case

    def _write(self, folder: Path, case: OpenCase, beside: dict[str, bytes]) -> bool:
        """Write the case, and what goes beside it first; whether all is there."""
        name = case_file_name(case.case.title)
        try:
            for each, data in {**beside, name: write_case(case.case)}.items():
                write_new(folder / each, data)
        except UserError as error:
            self.banner.show_message(str(error), MessageKind.ERROR)
            return False
        kept = "".join(f" Keep “{each}” to yourself until all have rated." for each in beside)
        self.banner.show_message(f"“{name}” is in {folder}: send it round.{kept}")
        return True

    def _ask_for_folder(self, title: str) -> Path | None:
        name = QFileDialog.getExistingDirectory(self, title, str(self.desk.report_folder))
        return Path(name) if name else None

    def _connect(self) -> None:
        keymap = self.desk.keymap
        self.material.noted.connect(self._note)
        self.material.clock_asked.connect(self._turn_clock)
        self.finish_button.clicked.connect(self.finish)
        self.save_button.clicked.connect(self._save_case)
        self.seal_button.clicked.connect(self._seal)
        self.walk_bar.back_button.clicked.connect(self._previous)
        self.walk_bar.next_button.clicked.connect(self._next)
        self.scoring.editable_changed.connect(self._show_editable)
        self.first_act.done.connect(self._show_keys)
        self.rating.note_opened.connect(self._open_note)
        self.note_view.closed.connect(self._leave_text)
        self._level_keys.pressed.connect(self.rating.choose)
        self._cite_keys.pressed.connect(self.rating.cite)
        for name, slot in (("score.previous", self._previous), ("score.next", self._on)):
            keymap.action(self, name, slot).triggered.connect(self.first_act.take)
        keymap.action(self, "score.finish", self.finish)
        keymap.action(self, "score.type", self._enter)
        keymap.action(self, "score.reason", self._to_reason)
        keymap.action(self, "score.list", self._leave_text)
        keymap.action(self, "live.clock", self._turn_clock)
        self._not_enough = keymap.action(self, "score.not_enough", self.rating.toggle_not_enough)

    def _lay_out(self) -> None:
        theme = self.desk.theme
        for widget in (self.rated_label, self.seal_button, self.save_button, self.finish_button):
            self.header.add(widget)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for view in (self.rating, self.note_view):
            self._stack.addWidget(view)
        column.addWidget(self._stack, 1)
        column.addWidget(Rule(theme))
        column.addWidget(self.walk_bar)
        self.body.addWidget(self.lock_strip)
        self.body.addWidget(Rule(theme))
        self.body.addWidget(TwoSides(theme, self.material, right), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_header()

    def _fit_header(self) -> None:
        """Fewer words where there is less room."""
        roomy = self.width() >= self.desk.theme.px(_ROOMY)
        finished = self.session.interview.lock is not None
        self.rated_label.setVisible(roomy)
        self.save_button.setVisible(roomy and self.case is not None)
        self.seal_button.setVisible(roomy and finished and self.case is not None)
        long, short = ("Show the report", "Report") if finished else ("Finish and lock", "Finish")
        self.finish_button.set_text(long if roomy else short)
        self.finish_button.setAccessibleName(long)

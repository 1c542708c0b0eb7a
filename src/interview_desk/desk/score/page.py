"""The score page: a walk, one thing a screen, or all of it in any order; then it is finished."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.interview_page import InterviewPage
from interview_desk.desk.navigation import Page
from interview_desk.desk.score.checks_panel import FinishColumn, missing_checks, missing_words
from interview_desk.desk.score.columns import Columns, ViewStack
from interview_desk.desk.score.continue_buttons import ContinueButtons
from interview_desk.desk.score.dimension_view import BareKeys, cite_keys, level_keys
from interview_desk.desk.score.first_act import FirstAct
from interview_desk.desk.score.lock import LockStrip, ScoringSession
from interview_desk.desk.score.outline import (
    CONCERNS,
    FINISH,
    RECOMMENDATION,
    Outline,
    dimension_key,
    dimension_number,
)
from interview_desk.desk.score.walk_bar import WalkBar
from interview_desk.desk.session import Session
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.messages import MessageKind
from interview_desk.desk.widgets.panel import Rule
from interview_desk.interview import checks
from interview_desk.interview.actions.scoring import lock
from interview_desk.interview.change import Change
from interview_desk.interview.checks import Check
from interview_desk.interview.records import ClockEvent, Lock
from interview_desk.interview.scoring_progress import is_rated, minutes_left, rated, scoring_since

_REFRESH_MS = 20_000


class ScorePage(InterviewPage):
    """Rates one interview. Finishing locks it; changes after that are amendments."""

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(desk, session, parent)
        theme, keymap = desk.theme, desk.keymap
        self.scoring = ScoringSession(session, self)
        self.rated_label = Label(theme, "", "body", "ink2")
        self.preview_button = TextButton(theme, "Preview PDF")
        self.go_on = ContinueButtons(theme, self)
        self.finish_button = TextButton(theme, "Finish and lock", ButtonKind.PRIMARY)
        keymap.follow(self.finish_button, "score.finish", self.finish_button.set_keys)
        self.lock_strip = LockStrip(theme, self.scoring, desk.zone, self._read_of_others)
        self.outline = Outline(theme, self.scoring)
        self.views = ViewStack(theme, self.scoring, keymap)
        self.finish_column = FinishColumn(theme, self.scoring)
        self._foot_rule = Rule(theme)
        self.walk_bar = WalkBar(theme, keymap)
        self._columns = Columns(theme, self.outline, self.views, self.finish_column)
        self._walking = False
        self._at = dimension_key(1)  # the entry on show, or the one that a note was opened from
        self._warned_of: frozenset[Check] = frozenset()
        self._level_keys, self._cite_keys = BareKeys(self), BareKeys(self)
        self.first_act = FirstAct(self)
        self._minute = QTimer(self)
        self._minute.setInterval(_REFRESH_MS)
        self._lay_out()
        self._connect()
        self._show_first()

    def _lay_out(self) -> None:
        theme, go_on = self.desk.theme, self.go_on.button
        for widget in (self.rated_label, go_on, self.preview_button, self.finish_button):
            self.header.add(widget)
        self.body.addWidget(self.go_on.row)
        self.body.addWidget(self.lock_strip)
        self.body.addWidget(Rule(theme))
        self.body.addWidget(self._columns, 1)
        self.body.addWidget(self._foot_rule)
        self.body.addWidget(self.walk_bar)

    def _connect(self) -> None:
        keymap = self.desk.keymap
        self.preview_button.clicked.connect(self._preview)
        self.go_on.asked.connect(self.continue_interview)
        self.first_act.done.connect(self._show_keys)
        self.finish_button.clicked.connect(self.finish)
        self.outline.chosen.connect(self._go_to)
        self.views.dimension.note_opened.connect(self._open_note)
        self.views.recommendation.opened.connect(self._open_dimension)
        self.views.note_closed.connect(self._back_to_entry)
        self.finish_column.checks.chosen.connect(self._jump)
        self.views.finish.checks.chosen.connect(self._jump)
        self.views.finish.finish_button.clicked.connect(self.finish)
        self.outline.walk_button.clicked.connect(self.walk)
        self.walk_bar.order_button.clicked.connect(self.roam)
        self.walk_bar.back_button.clicked.connect(self._previous)
        self.walk_bar.next_button.clicked.connect(self._next)
        self.scoring.editable_changed.connect(self._show_editable)
        self._level_keys.pressed.connect(self.views.dimension.choose)
        self._cite_keys.pressed.connect(self.views.dimension.cite)
        self._minute.timeout.connect(self.show_heading)
        for name, slot in (("score.previous", self._previous), ("score.next", self._next)):
            keymap.action(self, name, slot).triggered.connect(self.first_act.take)
        keymap.action(self, "score.finish", self.finish)
        keymap.action(self, "score.type", self._enter)
        keymap.action(self, "score.reason", self._type)
        keymap.action(self, "score.list", self._back_to_entry)
        self._not_enough = keymap.action(
            self, "score.not_enough", self.views.dimension.toggle_not_enough
        )

    def _read_of_others(self) -> str:
        # Loaded with the first amendment.
        from interview_desk.desk.panels.opened_panel import after_reading

        return after_reading(self.desk.store, self.session.interview)

    def _show_first(self) -> None:
        """The first dimension that is not rated yet, or simply the first."""
        interview = self.session.interview
        numbers = (each.number for each in interview.guide.dimensions)
        open_ones = [each for each in numbers if not is_rated(interview, each)]
        self._show_standing()
        self._show_lock()
        self._arrange(walking=interview.lock is None)
        self.open_entry(dimension_key(open_ones[0]) if open_ones else self.outline.keys[0])
        self._minute.start()

    # One after another, or in any order

    @Slot()
    def walk(self) -> None:
        """One thing a screen, from where it is now."""
        self._arrange(walking=True)
        self._go_to(self.outline.current())

    @Slot()
    def roam(self) -> None:
        """All of it, to be gone through in any order."""
        at = self._at if self._at != FINISH else self.outline.keys[-1]
        self._arrange(walking=False)
        self._go_to(at)

    def _arrange(self, *, walking: bool) -> None:
        self._walking = walking
        self._columns.show_sides(not walking)
        self.walk_bar.setVisible(walking)
        self._foot_rule.setVisible(walking)
        self.setFocusProxy(self.walk_bar.next_button if walking else self.outline.first_list)
        self._fit_header(self.width())

    @property
    def _stops(self) -> tuple[str, ...]:
        """The keys of what is gone through, in order."""
        return (*self.outline.keys, FINISH) if self._walking else self.outline.keys

    def _show_place(self) -> None:
        """Where this is on the way, and what comes after it."""
        stops, guide = self._stops, self.session.interview.guide
        number, at = dimension_number(self._at), stops.index(self._at)
        place = f"{number} of {len(guide.dimensions)}" if number else ""
        left = minutes_left(self.session.interview) if self._walking else 0
        words = [part for part in (place, f"about {left} min left" if left else "") if part]
        told = ", ".join(words)
        self.views.shown.set_place(told[:1].upper() + told[1:])
        following = stops[at + 1] if at + 1 < len(stops) else ""
        named = self.outline.title(following) if following != FINISH else "Finish"
        self.walk_bar.show_place(first=at == 0, following=named if following else "")

    # What is shown

    def subject(self) -> str:
        return scoring_since(self.session.interview, self.session.now())

    def show_change(self, change: Change) -> None:
        self._show_standing()
        self.views.show_change(change)
        self._show_place()
        if change.touches(ClockEvent):
            self._fit_header(self.width())
        if change.touches(Lock):
            self.banner.clear()
            self._show_lock()
        if self._warned_of and not self._warned_of.issubset(missing_checks(self.session.interview)):
            self._warned_of = frozenset()
            self.banner.clear()  # what it said is no longer so

    def _show_standing(self) -> None:
        """How far the scoring is: in the list, in the checks and in a number."""
        to_rate = len(self.session.interview.guide.dimensions)
        self.outline.refresh()
        self.finish_column.refresh()
        words = f"{rated(self.session.interview)} of {to_rate} rated"
        self.rated_label.setText(words if to_rate else "")

    @Slot(str)
    def open_entry(self, key: str) -> None:
        """Show an entry of the list in the middle."""
        self._at = key
        self.views.show_entry(key)
        if key != FINISH:
            self.outline.set_current(key)
        self._show_place()
        self._show_keys()

    @Slot()
    def _show_editable(self) -> None:
        self.views.set_editable(self.scoring.editable)
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
        self.go_on.show_for(self.session.interview, roomy=roomy)
        long, short = ("Show the report", "Report") if finished else ("Finish and lock", "Finish")
        self.finish_button.set_text(long if roomy else short)
        self.finish_button.setAccessibleName(long)

    @Slot()
    def _show_keys(self) -> None:
        """Level keys only where there are levels to choose from, by one who looks at them."""
        here = self.views.shown is self.views.dimension and self.scoring.editable
        rating = here and self.first_act.is_done
        self.walk_bar.show_asleep(here and not rating)
        levels = self.views.dimension.dimension.ascending if here else ()
        of_levels = level_keys(levels)
        self._level_keys.set_keys(of_levels if rating else ())
        self._cite_keys.set_keys(cite_keys(of_levels) if rating else ())
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
        stops = self._stops
        at = stops.index(self._at) + by
        self._go_to(stops[min(max(at, 0), len(stops) - 1)])

    @Slot()
    def _enter(self) -> None:
        """Return: on to what comes next, or in any order from the list to the text."""
        if self._walking:
            self._next()
        else:
            self._type()

    @Slot()
    def _type(self) -> None:
        """To what there is to write or to choose."""
        if (field := self.views.shown.first_field()) is not None:
            field.setFocus()
            self.views.shown.ensureWidgetVisible(field)

    @Slot()
    def _back_to_entry(self) -> None:
        """Escape: out of a field or a note, back to the entry and its keys."""
        if self.views.shown is self.views.note:
            self.open_entry(self._at)
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """Leave the text behind, so that the level keys are level keys."""
        if not self._walking:
            self.outline.take_keyboard()
        elif self._at == FINISH:
            self.views.finish.finish_button.setFocus()
        else:
            self.walk_bar.next_button.setFocus()

    @Slot(int)
    def _open_note(self, note_id: int) -> None:
        number = dimension_number(self._at)
        back_to = self.session.interview.guide.dimension(number).title if number else "Back"
        self.views.show_note(note_id, back_to)
        self._show_keys()

    @Slot(str)
    def _go_to(self, key: str) -> None:
        """Show an entry with the keyboard on its keys, not in a text."""
        self.open_entry(key)
        self._take_keyboard()

    @Slot(int)
    def _open_dimension(self, number: int) -> None:
        self._go_to(dimension_key(number))

    @Slot(object)
    def _jump(self, check: Check) -> None:
        self.show_part(check.part, check.target)

    def show_part(self, part: checks.Part, number: int) -> None:
        match part:
            case checks.Part.DIMENSION:
                self._open_dimension(number)
            case checks.Part.NOTE:
                self._open_note(number)
                self.views.note.first_field().setFocus()
            case checks.Part.CONCERNS:
                self.open_entry(CONCERNS)
                self._type()
            case checks.Part.RECOMMENDATION:
                self.open_entry(RECOMMENDATION)
                self._type()

    # Finishing

    @Slot()
    def continue_interview(self) -> None:
        """Take the end of the interview back and go on with it."""
        self.flush()
        if self.session.continue_interview():
            self.go.emit(Page.LIVE)

    def flush(self) -> None:
        self.views.flush()

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

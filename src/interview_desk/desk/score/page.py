"""The score page: every rating beside its evidence, then the rest, then finished."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.page import InterviewPage
from interview_desk.desk.place import Page
from interview_desk.desk.score.entries import (
    CONCERNS,
    RECOMMENDATION,
    dimension_key,
    rated,
)
from interview_desk.desk.score.level_keys import LevelKeys, level_keys
from interview_desk.desk.score.lock_strip import LockStrip
from interview_desk.desk.score.middle import Middle
from interview_desk.desk.score.scorer import Scorer
from interview_desk.desk.score.sides import EntryList, FinishColumn
from interview_desk.desk.score.since import scoring_since
from interview_desk.desk.session import Session
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.callout import MessageKind
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.rule import Rule
from interview_desk.interview import checks
from interview_desk.interview.actions.scoring import lock
from interview_desk.interview.change import Change
from interview_desk.interview.checks import Check, Weight
from interview_desk.words import count

_REFRESH_MS = 20_000
_LEFT, _RIGHT = 268, 290
_NO_LIMIT = (1 << 24) - 1  # Qt's own
_TWO_COLUMNS, _THREE_COLUMNS = 620, 900
_NAMED = 5  # so many missing things are named, and the others counted


class ScorePage(InterviewPage):
    """Rates one interview. Finishing locks it; changes after that are amendments."""

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(desk, session, parent)
        theme, keymap = desk.theme, desk.keymap
        self.scorer = Scorer(session, self)
        self.rated_label = Label(theme, "", "body", "ink2")
        self.preview_button = TextButton(theme, "Preview PDF")
        self.finish_button = TextButton(
            theme, "Finish and export PDF", ButtonKind.PRIMARY, keymap.hint("score.finish")
        )
        self.lock_strip = LockStrip(theme, self.scorer, desk.zone)
        self.entries = EntryList(theme, self.scorer)
        self.middle = Middle(theme, self.scorer, keymap)
        self.finish_column = FinishColumn(theme, self.scorer)
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
        self._inner = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rules = [Rule(theme, Qt.Orientation.Vertical) for _ in range(2)]
        for box in (self._inner, self._outer):
            box.setSpacing(0)
        self._inner.addWidget(self.middle, 3)
        self._inner.addWidget(self._rules[1])
        self._inner.addWidget(self.finish_column, 2)
        self._outer.addWidget(self.entries)
        self._outer.addWidget(self._rules[0])
        self._outer.addLayout(self._inner, 1)
        self.body.addWidget(self.lock_strip)
        self.body.addWidget(Rule(theme))
        self.body.addLayout(self._outer, 1)
        self.setFocusProxy(self.entries.rubric)

    def _connect(self) -> None:
        keymap = self.desk.keymap
        self.preview_button.clicked.connect(self._preview)
        self.finish_button.clicked.connect(self.finish)
        self.entries.chosen.connect(self.open_entry)
        self.middle.dimension.note_opened.connect(self._open_note)
        self.middle.overview.opened.connect(self._open_dimension)
        self.middle.note_closed.connect(self._back_to_entry)
        self.finish_column.checks.chosen.connect(self._jump)
        self.scorer.editable_changed.connect(self._show_editable)
        self._level_keys.pressed.connect(self.middle.dimension.choose)
        self._minute.timeout.connect(self.show_heading)
        keymap.action(self, "score.previous", self._previous)
        keymap.action(self, "score.next", self._next)
        keymap.action(self, "score.finish", self.finish)
        keymap.action(self, "score.type", self._type)
        keymap.action(self, "score.list", self._back_to_entry)
        self._not_enough = keymap.action(
            self, "score.not_enough", self.middle.dimension.toggle_not_enough
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

    def show_heading(self) -> None:
        interview = self.session.interview
        name = interview.setup.candidate or "Unnamed candidate"
        self.header.set_heading(name, scoring_since(interview, self.session.now()))

    def show_change(self, change: Change) -> None:
        self._show_standing()
        self.finish_column.verdict.show_change(change)
        self.middle.show_change(change)
        if not self._warned_of.issubset(self._missing()):
            self._warned_of = frozenset()
            self.banner.clear()  # what it said is no longer so

    def _show_standing(self) -> None:
        """How far the scoring is: in the list, in the checks and in a number."""
        guide = self.session.interview.guide
        self.entries.refresh()
        self.finish_column.refresh()
        self.rated_label.setText(f"{rated(self.session.interview)} of {len(guide.dimensions)} rated")

    @Slot(str)
    def open_entry(self, key: str) -> None:
        """Show an entry of the list in the middle."""
        self.middle.show_entry(key)
        self.entries.set_current(key)
        self._show_keys()

    @Slot()
    def _show_editable(self) -> None:
        self.middle.set_editable(self.scorer.editable)
        self.finish_column.verdict.set_editable(self.scorer.editable)
        self._show_keys()

    def _show_lock(self) -> None:
        finished = self.session.interview.lock is not None
        self.lock_strip.refresh()
        self.preview_button.setVisible(not finished)
        self.finish_button.set_text("Export PDF" if finished else "Finish and export PDF")
        self._show_editable()

    def _show_keys(self) -> None:
        """Level keys only where there are levels to choose from."""
        rating = self.middle.view is self.middle.dimension and self.scorer.editable
        levels = self.middle.dimension.dimension.ascending
        self._level_keys.set_keys(level_keys(levels) if rating else ())
        self._not_enough.setEnabled(rating)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme, width = self.desk.theme, self.width()
        narrow, middling = width < theme.px(_TWO_COLUMNS), width < theme.px(_THREE_COLUMNS)
        _turn(self._outer, stacked=narrow)
        _turn(self._inner, stacked=middling)
        _hold_width(self.entries, None if narrow else min(theme.px(_LEFT), width // 4))
        _hold_width(self.finish_column, None if middling else theme.px(_RIGHT))
        for rule, hidden in zip(self._rules, (narrow, middling), strict=True):
            rule.setHidden(hidden)

    # Going about

    @Slot()
    def _previous(self) -> None:
        self._step(-1)

    @Slot()
    def _next(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        self.open_entry(self.entries.beside(by))
        self.entries.take_keyboard()

    @Slot()
    def _type(self) -> None:
        """Return: from the list to what there is to write or to choose."""
        if self.entries.current() == RECOMMENDATION:
            self.finish_column.verdict.take_keyboard(summary=False)
            return
        field = self.middle.view.entry_field()
        if field is not None:
            field.setFocus()
            self.middle.view.ensureWidgetVisible(field)

    @Slot()
    def _back_to_entry(self) -> None:
        """Escape: out of a field or a note, back to the list and its entry."""
        if self.middle.view is self.middle.note:
            self.open_entry(self.entries.current())
        self.entries.take_keyboard()

    @Slot(int)
    def _open_note(self, note_id: int) -> None:
        number = self.middle.dimension.number
        if self.entries.current() == dimension_key(number):
            back_to = self.session.interview.guide.dimension(number).title
        else:
            back_to = "Back"
        self.middle.show_note(note_id, back_to)
        self._show_keys()

    @Slot(int)
    def _open_dimension(self, number: int) -> None:
        self.open_entry(dimension_key(number))
        self.entries.take_keyboard()

    @Slot(object)
    def _jump(self, check: Check) -> None:
        match check.page:
            case checks.Page.DIMENSION:
                self._open_dimension(check.target)
            case checks.Page.NOTE:
                self._open_note(check.target)
                self.middle.note.entry_field().setFocus()
            case checks.Page.CONCERNS:
                self.open_entry(CONCERNS)
                self._type()
            case checks.Page.RECOMMENDATION:
                stepped = bool(self.session.interview.verdict.step)
                self.finish_column.verdict.take_keyboard(summary=stepped)

    # Finishing

    def flush(self) -> None:
        self.middle.flush()
        self.finish_column.verdict.flush()

    @Slot()
    def _preview(self) -> None:
        self.go.emit(Page.REPORT)

    @Slot()
    def finish(self) -> None:
        """Lock the scoring and go to the report; say once what is missing, and never refuse."""
        self.flush()
        missing = self._missing()
        finished = self.session.interview.lock is not None
        if not finished and not self._warned_of.issuperset(missing):
            self._warned_of = frozenset(missing)
            self.banner.show_message(_missing_words(missing), MessageKind.WARN)
        elif self.session.do(lock(self.session.interview, self.session.now())):
            self.go.emit(Page.REPORT)

    def _missing(self) -> tuple[Check, ...]:
        found = checks.check(self.session.interview)
        return tuple(each for each in found if each.weight is Weight.MISSING)


def _missing_words(missing: tuple[Check, ...]) -> str:
    """One line for the banner: how many things, the first few by name, and the way on."""
    verb = "is" if len(missing) == 1 else "are"
    names = [each.subject for each in missing[:_NAMED]]
    if len(missing) > _NAMED:
        names.append(f"and {len(missing) - _NAMED} more")
    things = count(len(missing), "thing")
    return f"{things} {verb} missing: {', '.join(names)}. Press again to finish anyway."


def _hold_width(column: QWidget, width: int | None) -> None:
    """Give a column one width, or let it have what there is."""
    column.setMinimumWidth(width or 0)
    column.setMaximumWidth(width or _NO_LIMIT)


def _turn(box: QBoxLayout, *, stacked: bool) -> None:
    """Put the parts of a box one above the other, or side by side."""
    direction = QBoxLayout.Direction
    box.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)

"""The interviewer's own questions, and the note for nobody else: written, ordered, assigned."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.prepare.question_list import QuestionList
from interview_desk.desk.session import Session
from interview_desk.desk.theme.theme import XS, S, Theme
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.fields import Choice, LineField
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.interview.actions.preparation import (
    assign_question,
    move_question,
    prepare_question,
    remove_question,
    reword_question,
    write_preparation,
)
from interview_desk.interview.change import Change
from interview_desk.interview.phase_questions import assigned
from interview_desk.interview.records import PreparedQuestion

_LONGEST = 2_000
_ADD, _REWORD = "Write one, and press Enter", "Other words, and press Enter"
_HELP = "Enter changes one, Alt with ↑ or ↓ moves it, Delete takes it out"


class _OwnList(QuestionList):
    """The prepared questions; ``moved`` carries -1 for up and 1 for down."""

    moved = Signal(int)
    removed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, (), ringed=False)
        self.setAccessibleName("Your questions")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def show_questions(self, questions: Sequence[tuple[str, str]]) -> None:
        super().show_questions(questions)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @Slot()
    def _restyle(self) -> None:
        super()._restyle()
        self._fit()

    def _fit(self) -> None:
        """Be as high as the lines: the page scrolls, and the list does not."""
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in range(self.count())))


class OwnQuestions(QWidget):
    """A field to write one in, for which phase and dimension it is, and the list of them.

    What is chosen from the list is changed in the field, until that is left empty or by Esc.
    """

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        guide = session.interview.guide
        self.field = LineField(theme, "A question of your own", _ADD)
        self.field.setMaxLength(_LONGEST)
        self.phase = Choice(theme, "Phase of the question")
        self.phase.addItems(["Any phase", *(f"{p.number} {p.title}" for p in guide.phases)])
        self.dimension = Choice(theme, "Dimension of the question")
        self.dimension.addItems(["No dimension", *(each.title for each in guide.dimensions)])
        self.follow_up = CheckRow(theme, "Follows up on the one before")
        self.list = _OwnList(theme)
        self._caption = SectionLabel(theme, "Your questions")
        self._help = Label(theme, _HELP, "small", "ink2", wrap=True)
        self._shown: tuple[int, ...] = ()
        self._changing: int | None = None
        self._lay_out()
        self.dimension.setHidden(not guide.dimensions)
        self.field.returnPressed.connect(self._enter)
        self.field.installEventFilter(self)
        for choice in (self.phase, self.dimension):
            choice.activated.connect(self._assign)
        self.list.picked_row.connect(self._take_up)
        self.list.moved.connect(self._move)
        self.list.removed.connect(self._remove)
        self.show_interview()

    def show_interview(self) -> None:
        """Show what is prepared now; the one that the arrows are at stays it."""
        interview, at = self._session.interview, self._current()
        known = interview.prepared_questions
        self.list.show_questions(
            [(("↳ " if each.follow_up else "") + each.text, assigned(each, interview.guide))
             for each in known]
        )  # fmt: skip
        rows = {each.id: row for row, each in enumerate(known)}
        if at in rows:
            self.list.setCurrentRow(rows[at])
        if self._changing not in rows:
            self._let_go()
        self._shown = tuple(rows)
        asked = sum(each.at is not None for each in known)
        self._caption.set_count(f"{asked} of {len(known)} asked" if asked else "")
        self.list.setVisible(bool(known))
        self._help.setVisible(bool(known))
        self.follow_up.setVisible(bool(known) and self._changing is None)

    def prepare(self, text: str) -> None:
        """One more, after all others, for the phase and dimension that are chosen."""
        self._do(self._new(text, follow_up=False))

    def go_to(self, number: int) -> None:
        """Take the keyboard to the question with that id."""
        if number in self._shown:
            self.list.setCurrentRow(self._shown.index(number))
        self.list.setFocus()

    @property
    def place(self) -> QPoint:
        """Where in here the question stands that the arrows are at."""
        line = self.list.visualItemRect(self.list.currentItem()) if self._shown else QRect()
        return self.list.viewport().mapTo(self, line.center())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape and self._changing is not None:
            self._let_go()
            self.list.setFocus()
            return True
        return False

    @Slot()
    def _enter(self) -> None:
        text, changing = self.field.text(), self._changing
        if changing is not None:
            self._let_go()
            self._do(reword_question(self._session.interview, changing, text))
            self.list.setFocus()
        elif self._do(self._new(text, follow_up=self.follow_up.isChecked())):
            self.field.clear()
            self.follow_up.setChecked(False)

    def _new(self, text: str, *, follow_up: bool) -> Change | None:
        return prepare_question(
            self._session.interview,
            text,
            phase=self.phase.currentIndex() or None,
            dimension=self.dimension.currentIndex() or None,
            follow_up=follow_up,
        )

    @Slot(int)
    def _take_up(self, row: int) -> None:
        """Let the field and the choices speak of the question in that line."""
        question = self._question(self._shown[row])
        if question is None:
            return
        self._changing = question.id
        self.field.setPlaceholderText(_REWORD)
        self.field.setText(question.text)
        self.phase.setCurrentIndex(question.phase or 0)
        self.dimension.setCurrentIndex(question.dimension or 0)
        self.follow_up.hide()
        self.field.setFocus()
        self.field.selectAll()

    def _let_go(self) -> None:
        if self._changing is not None:
            self._changing = None
            self.field.clear()
            self.field.setPlaceholderText(_ADD)
            for choice in (self.phase, self.dimension):
                choice.setCurrentIndex(0)

    @Slot()
    def _assign(self) -> None:
        if self._changing is not None:
            phase, dimension = self.phase.currentIndex(), self.dimension.currentIndex()
            interview = self._session.interview
            self._do(assign_question(interview, self._changing, phase or None, dimension or None))

    @Slot(int)
    def _move(self, by: int) -> None:
        at = self._current()
        if at is not None:
            self._do(move_question(self._session.interview, at, by))

    @Slot()
    def _remove(self) -> None:
        at, row = self._current(), self.list.currentRow()
        if at is not None and self._do(remove_question(self._session.interview, at)):
            self.list.setCurrentRow(min(row, self.list.count() - 1))
            if not self.list.count():
                self.field.setFocus()

    def _current(self) -> int | None:
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < self.list.count() else None

    def _question(self, number: int) -> PreparedQuestion | None:
        found = self._session.interview.records.get((PreparedQuestion, number))
        return found if isinstance(found, PreparedQuestion) else None

    def _do(self, change: Change | None) -> bool:
        return change is not None and self._session.do(change)

    def _lay_out(self) -> None:
        self._caption.setBuddy(self.field)
        choices = QHBoxLayout()
        choices.setSpacing(S)
        choices.addWidget(self.phase, 1)
        choices.addWidget(self.dimension, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self._caption)
        column.addWidget(self.field)
        column.addLayout(choices)
        for widget in (self.follow_up, self.list, self._help):
            column.addWidget(widget)


class BeforeNote(QWidget):
    """The private note from before the interview; ``typed`` with each key."""

    typed = Signal()

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.field = TextField(theme, "Note to yourself", min_lines=2, max_lines=8)
        caption = SectionLabel(theme, "Note to yourself")
        caption.setBuddy(self.field.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(caption)
        column.addWidget(self.field)
        column.addWidget(
            Label(
                theme, "Private: in no document, and one key away live.", "small", "ink2", wrap=True
            )
        )
        self.show_interview()
        self.field.changed.connect(self.typed)

    def show_interview(self) -> None:
        """Show what is written. The caret stays where it is if it is there already."""
        text = self._session.interview.preparation.text
        if text.strip() != self.field.text().strip():
            blocked = self.field.blockSignals(True)
            self.field.set_text(text)
            self.field.blockSignals(blocked)

    def save(self) -> None:
        """Keep what is written."""
        self._session.do(write_preparation(self._session.interview, self.field.text().strip()))

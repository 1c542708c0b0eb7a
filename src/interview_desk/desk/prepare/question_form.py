"""The question of the interview: from the guide's banks, or one's own."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.prepare.local_undo import LocalUndo
from interview_desk.desk.prepare.question_history import QuestionHistory
from interview_desk.desk.prepare.question_list import QuestionList
from interview_desk.desk.theme.theme import XS, Theme
from interview_desk.desk.widgets.label import ElidedLabel
from interview_desk.desk.widgets.section_label import SectionLabel
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.errors import UserError
from interview_desk.guide.model import Guide


class QuestionForm(QWidget):
    """A field with the question as it will be asked, over the guide's questions.

    ``typed`` is emitted with each key, ``picked`` when one of the guide's is chosen.
    """

    typed = Signal()
    picked = Signal()

    def __init__(self, theme: Theme, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hint = "Choose one below, or write your own" if guide.banks else "As you will ask it"
        self.field = TextField(theme, "Question", hint, min_lines=2, max_lines=5)
        self.list = QuestionList(theme, guide.banks)
        if not guide.banks:
            self.list.hide()
        self.uses = ElidedLabel(theme, "", "small", "ink2")
        self._history: QuestionHistory | None = None
        self.field.edit.installEventFilter(LocalUndo(self.field.edit))
        caption = SectionLabel(theme, "Question")
        caption.setBuddy(self.field.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(caption)
        column.addWidget(self.field)
        column.addWidget(self.uses)
        column.addWidget(self.list, 1)
        self.field.changed.connect(self._type)
        self.list.picked.connect(self._pick)

    def show_history(self, history: QuestionHistory) -> None:
        """Show where questions were asked before, and offer the user's own again."""
        self._history = history
        self.list.add_bank("Asked before, of your own", history.own)
        self.list.show_counts(history.counts)
        self.list.setVisible(self.list.count() > 0)
        self.list.looked_at.connect(self._tell_uses)

    @Slot(str)
    def _tell_uses(self, question: str) -> None:
        told = ""
        if question and self._history is not None:
            try:
                told = self._history.told(question)
            except UserError as error:
                told = str(error)
        self.uses.setText(told)

    def read(self) -> str:
        """The question in the field."""
        return self.field.text().strip()

    def show_question(self, question: str) -> None:
        """Show a question. The caret stays where it is if it is there already."""
        if question.strip() != self.read():
            blocked = self.field.blockSignals(True)
            self.field.set_text(question)
            self.field.blockSignals(blocked)
        self.list.mark(question.strip())

    @Slot()
    def _type(self) -> None:
        self.list.mark(self.read())
        self.typed.emit()

    @Slot(str)
    def _pick(self, question: str) -> None:
        self.show_question(question)
        self.picked.emit()

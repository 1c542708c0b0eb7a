"""Questions to tick when they were asked."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.clear_layout import clear
from interview_desk.guide.model import Question
from interview_desk.interview.interview import Interview


class _QuestionRow(CheckRow):
    """One question; tells its key when it is ticked or unticked."""

    asked = Signal(str)

    def __init__(self, theme: Theme, question: Question) -> None:
        super().__init__(theme, question.text, tone="grey", max_lines=5)
        self.key = question.key
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.asked.emit(self.key)


class QuestionRows(QWidget):
    """Rows to tick, one a question; ``asked`` carries the key of one that was pressed."""

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._questions: tuple[Question, ...] = ()
        self._rows: list[_QuestionRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_questions(self, questions: Sequence[Question]) -> None:
        """Show these questions and no others."""
        if tuple(questions) == self._questions:
            return
        self._questions = tuple(questions)
        clear(self._column)
        self._rows = [_QuestionRow(self._theme, question) for question in questions]
        for row in self._rows:
            self._column.addWidget(row)
            row.asked.connect(self.asked)

    def show_ticks(self, interview: Interview) -> None:
        """Tick what was asked."""
        for row in self._rows:
            row.setChecked(interview.ticked(row.key))

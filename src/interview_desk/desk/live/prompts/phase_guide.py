"""What is wanted of the phase: its objective, what to ask (one's own first), what to do."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.theme.theme import XS, L, M, S, Theme
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.label import Bullets, Label, SectionLabel
from interview_desk.desk.widgets.layouts import clear
from interview_desk.desk.widgets.panel import ScrollColumn
from interview_desk.guide.model import Phase, Question
from interview_desk.interview.interview import Interview
from interview_desk.interview.phase_questions import phase_questions


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

    def hold_lines(self, width: int) -> None:
        """Be as high as the rows need in that width: a scroll area would sooner squeeze them."""
        heights = [row.heightForWidth(width) for row in self._rows]
        for row, height in zip(self._rows, heights, strict=True):
            row.setMinimumHeight(height)
        self.setMinimumHeight(sum(heights))

    def show_ticks(self, interview: Interview) -> None:
        """Tick what was asked."""
        for row in self._rows:
            row.setChecked(interview.ticked(row.key))


class PhaseGuide(ScrollColumn):
    """Objective, questions to tick, and the guide's advice; scrolls when there is more."""

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg", parent)
        self._objective = Label(theme, "", "body", wrap=True)
        self._problem = Label(theme, "", "body", wrap=True)
        self._own = QuestionRows(theme)
        self._questions = QuestionRows(theme)
        self._advice = Bullets(theme)
        self._groups = (
            _group(theme, "Objective", self._objective),
            _group(theme, "Ask", self._own, self._problem, self._questions),
            _group(theme, "What to do", self._advice),
        )
        for group in self._groups:
            self.column.addWidget(group)
        self.column.addStretch(1)
        self.column.setSpacing(L)
        self.column.setContentsMargins(0, S, M, 0)
        for rows in (self._own, self._questions):
            rows.asked.connect(self.asked)
        theme.changed.connect(self._hold_lines)

    def show_phase(self, interview: Interview, phase: Phase) -> None:
        """Show what the guide says about the phase, and what was asked already."""
        ask = phase_questions(interview, phase)
        problem, questions = ask.problem, ask.questions
        _say(self._objective, phase.objective)
        _say(self._problem, f"“{problem}”" if problem else "")
        self._advice.say(phase.activities)
        for rows, those in ((self._own, ask.own), (self._questions, questions)):
            rows.set_questions(those)
            rows.show_ticks(interview)
        asked = bool(ask.own or problem or questions)
        some = (bool(phase.objective), asked, bool(phase.activities))
        for group, shown in zip(self._groups, some, strict=True):
            group.setVisible(shown)
        self._hold_lines()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hold_lines()

    @Slot()
    def _hold_lines(self) -> None:
        for rows in (self._own, self._questions):
            rows.hold_lines(self.viewport().width() - M)

    def minimumSizeHint(self) -> QSize:
        # It scrolls down, not sideways: as wide as its longest word. Where there is no room for
        # all, the clock and a cue go before it.
        width = self.column.minimumSize().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(super().minimumSizeHint().width(), width), 0)


def _group(theme: Theme, heading: str, *widgets: QWidget) -> QWidget:
    group = QWidget()
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(XS)
    for widget in (SectionLabel(theme, heading), *widgets):
        column.addWidget(widget)
    return group


def _say(label: Label, text: str) -> None:
    if label.text() != text:
        label.setText(text)
    label.setVisible(bool(text))

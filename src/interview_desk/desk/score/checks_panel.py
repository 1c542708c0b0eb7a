"""Before you finish: what to look at once more, each line leading to its place."""

from PySide6.QtCore import QSignalMapper, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.score.lock import ScoringSession
from interview_desk.desk.score.score_view import ScoreView
from interview_desk.desk.theme.theme import XS, L, M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.layouts import QUIET, clear, overhang
from interview_desk.desk.widgets.line_button import (
    PAD,
    TICK,
    LineButton,
    LineMark,
    StyledText,
    lines_in,
)
from interview_desk.desk.widgets.panel import Rule, ScrollColumn
from interview_desk.interview.change import Change
from interview_desk.interview.checks import Check, Weight, check
from interview_desk.interview.interview import Interview

_LOCKS = (
    "This locks the scoring and shows the report. What you change after that is an amendment: "
    "printed with its date and your reason."
)
_MARKS = {
    Weight.MISSING: LineMark("!", "warn", "missing"),
    Weight.QUESTION: LineMark("?", "ink2", "question"),
    Weight.WELL: LineMark(TICK, "good", "well"),
}


class ChecksPanel(QWidget):
    """The checks, what is missing first. ``chosen`` carries the check that was opened."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._checks: tuple[Check, ...] = ()
        self._mapper = QSignalMapper(self)
        self._heading = SectionLabel(theme, "Before you finish")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column = QVBoxLayout(self)
        edge = theme.px(QUIET)
        column.setContentsMargins(edge, 0, edge, 0)
        column.setSpacing(XS)
        column.addWidget(self._heading)
        column.addLayout(overhang(self._lines, theme.px(PAD)))
        self._mapper.mappedInt.connect(self._choose)

    @property
    def lines(self) -> tuple[LineButton, ...]:
        """The lines on show, in order."""
        return tuple(lines_in(self._lines))

    def show_checks(self, checks: tuple[Check, ...], *, finished: bool) -> None:
        """Show exactly these; nothing is touched if they are the same."""
        self._heading.set_text("Checks" if finished else "Before you finish")
        if checks == self._checks:
            return
        self._checks = checks
        clear(self._lines)
        for number, each in enumerate(checks):
            if number:
                self._lines.addWidget(self._rule())
            self._lines.addWidget(self._line(number, each))

    def _rule(self) -> QWidget:
        """A hairline as long as the words may be."""
        rule, edge = QWidget(), self._theme.px(PAD)
        row = QHBoxLayout(rule)
        row.setContentsMargins(edge, 0, edge, 0)
        row.addWidget(Rule(self._theme))
        return rule

    def _line(self, number: int, each: Check) -> LineButton:
        runs = (StyledText(each.subject, "ink", "strong"), StyledText(each.text))
        line = LineButton(self._theme, runs, _MARKS[each.weight])
        self._mapper.setMapping(line, number)
        line.clicked.connect(self._mapper.map)
        return line

    @Slot(int)
    def _choose(self, number: int) -> None:
        self.chosen.emit(self._checks[number])


class FinishColumn(ScrollColumn):
    """What to look at once more, beside what is worked on."""

    def __init__(self, theme: Theme, scoring: ScoringSession) -> None:
        super().__init__(theme, "bg")
        self._scoring = scoring
        self.checks = ChecksPanel(theme)
        # The panel keeps room for what reaches over the ends of its lines.
        edge = max(0, L - theme.px(QUIET))
        self.column.setContentsMargins(edge, L, edge, L)
        self.column.addWidget(self.checks)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Check the interview again."""
        interview = self._scoring.interview
        self.checks.show_checks(check(interview), finished=interview.lock is not None)


class FinishView(ScoreView):
    """The last stop of the walk: what is still missing, and the button that locks."""

    def __init__(self, theme: Theme, scoring: ScoringSession) -> None:
        super().__init__(theme, scoring, "Finish")
        self.checks = ChecksPanel(theme)
        self.finish_button = TextButton(theme, "Finish and lock", ButtonKind.PRIMARY)
        self._words = Label(theme, _LOCKS, "body", "ink2", wrap=True)
        self.column.addSpacing(M)
        self.column.addLayout(overhang(self.checks, theme.px(QUIET)))
        self.column.addSpacing(L)
        self.column.addWidget(self._words)
        self.column.addSpacing(S)
        self.column.addWidget(self.finish_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addStretch(1)

    def show_all(self) -> None:
        interview = self.scoring.interview
        finished = interview.lock is not None
        self.checks.show_checks(check(interview), finished=finished)
        self._words.setVisible(not finished)
        self.finish_button.set_text("Show the report" if finished else "Finish and lock")

    def show_change(self, _change: Change) -> None:
        self.show_all()


def missing_checks(interview: Interview) -> tuple[Check, ...]:
    """The checks that tell of something missing."""
    return tuple(each for each in check(interview) if each.weight is Weight.MISSING)


def missing_words(checks: tuple[Check, ...]) -> str:
    """One line for the banner: what is missing, each kind once, and the way on."""
    gaps = ", ".join(each.gap for each in checks)
    return f"Not complete yet: {gaps}. Press again to finish and lock anyway."

"""Before you finish: what to look at once more, each line leading to its place."""

from PySide6.QtCore import QSignalMapper, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.score.line_button import (
    PAD,
    TICK,
    LineButton,
    LineMark,
    StyledText,
    lines_in,
)
from interview_desk.desk.score.lock import ScoringSession
from interview_desk.desk.score.recommendation import VerdictPanel
from interview_desk.desk.theme.theme import XL, XS, L, Theme
from interview_desk.desk.widgets.label import SectionLabel
from interview_desk.desk.widgets.layouts import QUIET, clear, overhang
from interview_desk.desk.widgets.panel import Rule, ScrollColumn
from interview_desk.interview.checks import Check, Weight, check
from interview_desk.interview.interview import Interview
from interview_desk.words import count

_MARKS = {
    Weight.MISSING: LineMark("!", "bad", "missing"),
    Weight.QUESTION: LineMark("?", "warn", "question"),
    Weight.WELL: LineMark(TICK, "good", "well"),
}
_NAMED = 5  # so many are named, and the others counted


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
    """What to look at once more, and the recommendation."""

    def __init__(self, theme: Theme, scoring: ScoringSession) -> None:
        super().__init__(theme, "bg")
        self._scoring = scoring
        self.checks = ChecksPanel(theme)
        self.verdict = VerdictPanel(theme, scoring)
        # Both keep room for what reaches over the ends of their lines.
        edge = max(0, L - theme.px(QUIET))
        self.column.setContentsMargins(edge, L, edge, L)
        self.column.setSpacing(XL)
        self.column.addWidget(self.checks)
        self.column.addWidget(self.verdict)
        self.column.addStretch(1)

    def take_keyboard(self, *, summary: bool) -> None:
        """Give the keyboard to the summary, or to the steps of the recommendation."""
        field = self.verdict.first_field(summary=summary)
        field.setFocus()
        self.ensureWidgetVisible(field)

    def refresh(self) -> None:
        """Check the interview again."""
        interview = self._scoring.interview
        self.checks.show_checks(check(interview), finished=interview.lock is not None)


def missing_checks(interview: Interview) -> tuple[Check, ...]:
    """The checks that tell of something missing."""
    return tuple(each for each in check(interview) if each.weight is Weight.MISSING)


def missing_words(checks: tuple[Check, ...]) -> str:
    """One line for the banner: how many things, the first few by name, and the way on."""
    names = [_within(each.subject) for each in checks[:_NAMED]]
    if len(checks) > _NAMED:
        names.append(f"and {len(checks) - _NAMED} more")
    verb = "is" if len(checks) == 1 else "are"
    things = count(len(checks), "thing")
    return f"{things} {verb} missing: {', '.join(names)}. Press again to finish anyway."


def _within(subject: str) -> str:
    """A subject as it reads in the middle of a line; a dimension keeps its name."""
    return f"the {subject[4:]}" if subject.startswith("The ") else subject

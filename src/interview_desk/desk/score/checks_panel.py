"""Before you finish: what to look at once more, each line leading to its place."""

from PySide6.QtCore import QSignalMapper, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.score.line_button import PAD, TICK, LineButton, Mark, Run, lines_in
from interview_desk.desk.theme.theme import XS, Theme
from interview_desk.desk.widgets.clear_layout import clear
from interview_desk.desk.widgets.rule import Rule
from interview_desk.desk.widgets.section_label import SectionLabel
from interview_desk.desk.widgets.text_margins import QUIET, overhang
from interview_desk.interview.checks import Check, Weight

_MARKS = {
    Weight.MISSING: Mark("!", "bad", "missing"),
    Weight.QUESTION: Mark("?", "warn", "question"),
    Weight.WELL: Mark(TICK, "good", "well"),
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
        for number, check in enumerate(checks):
            if number:
                self._lines.addWidget(self._rule())
            self._lines.addWidget(self._line(number, check))

    def _rule(self) -> QWidget:
        """A hairline as long as the words may be."""
        rule, edge = QWidget(), self._theme.px(PAD)
        row = QHBoxLayout(rule)
        row.setContentsMargins(edge, 0, edge, 0)
        row.addWidget(Rule(self._theme))
        return rule

    def _line(self, number: int, check: Check) -> LineButton:
        runs = (Run(check.subject, "ink", "strong"), Run(check.text))
        line = LineButton(self._theme, runs, _MARKS[check.weight])
        self._mapper.setMapping(line, number)
        line.clicked.connect(self._mapper.map)
        return line

    @Slot(int)
    def _choose(self, number: int) -> None:
        self.chosen.emit(self._checks[number])

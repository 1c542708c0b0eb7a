"""The parts of the side: what leaves the laptop, and the choices that change it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from interview_desk.desk.report.leaving import leaving, private_notes
from interview_desk.desk.theme.theme import XS, S, Theme
from interview_desk.desk.theme.tokens import Tone
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.section_label import SectionLabel
from interview_desk.desk.widgets.segmented import Segmented
from interview_desk.interview.interview import Interview
from interview_desk.report.options import Paper, ReportOptions

_PAPERS = tuple(Paper)


class Section(QWidget):
    """A part of the side under its own heading; fill ``column``."""

    def __init__(self, theme: Theme, heading: str) -> None:
        super().__init__()
        self.theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(XS)
        self.column.addWidget(SectionLabel(theme, heading))


class Lines(QWidget):
    """Lines of text, each with a sign before it."""

    def __init__(self, theme: Theme, sign: str, tone: Tone) -> None:
        super().__init__()
        self._theme, self._sign, self._tone = theme, sign, tone
        self._lines: tuple[str, ...] = ()
        self._labels: list[Label] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(S)
        self._grid.setVerticalSpacing(XS)
        self._grid.setColumnStretch(1, 1)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines on show."""
        return self._lines

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show these lines and no others."""
        self._lines = lines
        for old in self._labels:
            old.hide()
            old.deleteLater()
        self._labels = []
        for row, line in enumerate(lines):
            sign = Label(self._theme, self._sign, "body", self._tone)
            words = Label(self._theme, line, "body", self._tone, wrap=True)
            self._grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1)
            self._labels += [sign, words]
        self.setVisible(bool(lines))


class LeavingSection(Section):
    """What is in the report and what is left out, with a sign before each line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Leaves this laptop")
        self.inside = Lines(theme, "✓", "ink")
        self._left_out_heading = SectionLabel(theme, "Left out")
        self.left_out = Lines(theme, "–", "ink2")
        self.column.addWidget(self.inside)
        self.column.addSpacing(S)
        self.column.addWidget(self._left_out_heading)
        self.column.addWidget(self.left_out)

    def show_report(self, interview: Interview, options: ReportOptions) -> None:
        """Say what a report with these options carries."""
        found = leaving(interview, options)
        self.inside.show_lines(found.inside)
        self.left_out.show_lines(found.left_out)
        self._left_out_heading.setVisible(bool(found.left_out))


class ChoicesSection(Section):
    """Paper, data and private notes; ``changed`` when the user chose something else."""

    changed = Signal()

    def __init__(self, theme: Theme, paper: Paper) -> None:
        super().__init__(theme, "Choices")
        self.paper = Segmented(theme)
        self.paper.set_choices([str(each) for each in _PAPERS])
        self.paper.set_current(_PAPERS.index(paper))
        self.packet = CheckRow(theme, "Carry the data, so that a panel can compare")
        self.packet.setChecked(True)
        self.private = CheckRow(theme, "Include private notes", tone="bad")
        self.column.addWidget(self.paper)
        self.column.addWidget(self.packet)
        self.column.addWidget(self.private)
        self.paper.chosen.connect(self._tell)
        self.packet.clicked.connect(self._tell)
        self.private.clicked.connect(self._tell)

    def show_interview(self, interview: Interview) -> None:
        """Offer private notes only where there are any."""
        self.private.setVisible(private_notes(interview) > 0)

    @property
    def chosen_paper(self) -> Paper:
        """The paper to lay out for."""
        return _PAPERS[self.paper.current() or 0]

    @Slot()
    @Slot(int)
    @Slot(bool)
    def _tell(self) -> None:
        self.changed.emit()

"""How long the interview is to be, and what that makes of the guide's phases."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.prepare.minutes_field import MinutesField
from interview_desk.desk.prepare.plan_chart import PlanChart
from interview_desk.desk.theme.theme import M, S, Theme
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.section_label import SectionLabel
from interview_desk.desk.widgets.segmented import Segmented
from interview_desk.guide.model import Guide
from interview_desk.interview.plan import LONGEST, SHORTEST, make_plan
from interview_desk.interview.records import Setup

_USUAL = (45, 50, 60)


class TimeForm(QWidget):
    """Length, the candidate's part of it, and the plan that follows.

    ``edited`` is emitted when the user gives other minutes.
    """

    edited = Signal()

    def __init__(self, theme: Theme, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self.usual = Segmented(theme)
        self.usual.set_choices([str(minutes) for minutes in _USUAL])
        self.length = MinutesField(theme, "Length in minutes", SHORTEST, LONGEST)
        self.reserve = MinutesField(theme, "Minutes for the candidate’s questions", 0, LONGEST)
        self.chart = PlanChart(theme)
        self.remarks = Label(theme, "", "small", "warn", wrap=True)
        self._lay_out(theme)
        self.usual.chosen.connect(self._choose_usual)
        self.length.valueChanged.connect(self._edit)
        self.reserve.valueChanged.connect(self._edit)

    def show_setup(self, setup: Setup) -> None:
        """Show the minutes of a set-up."""
        self.reserve.setMaximum(setup.length_minutes)
        self.length.set_minutes(setup.length_minutes)
        self.reserve.set_minutes(setup.reserve_minutes)
        self._show_plan()

    @Slot(int)
    def _choose_usual(self, number: int) -> None:
        self.length.setValue(_USUAL[number])

    @Slot()
    def _edit(self) -> None:
        self.reserve.setMaximum(self.length.value())
        self._show_plan()
        self.edited.emit()

    def _show_plan(self) -> None:
        length, reserve = self.length.value(), self.reserve.value()
        self.usual.set_current(_USUAL.index(length) if length in _USUAL else None)
        plan = make_plan(self._guide, length, reserve)
        self.chart.set_plan(self._guide, plan)
        self.remarks.setText("\n".join(f"{remark}." for remark in plan.remarks))
        self.remarks.setVisible(bool(plan.remarks))

    def _lay_out(self, theme: Theme) -> None:
        caption = SectionLabel(theme, "Length")
        caption.setBuddy(self.length)
        theirs = Label(theme, "of it for their questions", "small", "ink2")
        theirs.setBuddy(self.reserve)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self.usual, 1)
        row.addWidget(self.length)
        row.addSpacing(S)
        row.addWidget(self.reserve)
        row.addWidget(theirs)
        row.setAlignment(self.usual, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(caption)
        column.addLayout(row)
        column.addSpacing(M)
        column.addWidget(self.chart)
        column.addWidget(self.remarks)

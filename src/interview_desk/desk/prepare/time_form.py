"""How long the interview is to be, and what that makes of the guide's phases."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from interview_desk.desk.prepare.plan_chart import PlanChart
from interview_desk.desk.theme.theme import XS, S, Theme
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.number_field import NumberField
from interview_desk.desk.widgets.section_label import SectionLabel
from interview_desk.desk.widgets.segmented import Segmented
from interview_desk.guide.model import Guide
from interview_desk.interview.plan import LONGEST, SHORTEST, make_plan
from interview_desk.interview.records import Setup

_USUAL = (45, 50, 60)
_THEIRS = "For their questions"


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
        self.length = NumberField(theme, "Length in minutes", range(SHORTEST, LONGEST + 1), "min")
        self.reserve = NumberField(
            theme, "Minutes for the candidate’s questions", range(LONGEST + 1), "min"
        )
        self.chart = PlanChart(theme)
        self.remarks = Label(theme, "", "small", "warn", wrap=True)
        self._lay_out(theme)
        self.usual.chosen.connect(self._choose_usual)
        self.length.valueChanged.connect(self._edit)
        self.reserve.valueChanged.connect(self._edit)

    def show_setup(self, setup: Setup) -> None:
        """Show the minutes of a set-up."""
        self.length.set_number(setup.length_minutes)
        self.reserve.set_number(setup.reserve_minutes)
        self._show_plan()

    def read(self) -> tuple[int, int]:
        """Minutes of the whole, and of it for the candidate's questions."""
        length = self.length.value()
        return length, min(length, self.reserve.value())

    @Slot(int)
    def _choose_usual(self, number: int) -> None:
        self.length.setValue(_USUAL[number])

    @Slot()
    def _edit(self) -> None:
        self._show_plan()
        self.edited.emit()

    def _show_plan(self) -> None:
        length, reserve = self.read()
        self.usual.set_current(_USUAL.index(length) if length in _USUAL else None)
        plan = make_plan(self._guide, length, reserve)
        self.chart.set_plan(self._guide, plan)
        self.remarks.setText("\n".join(f"{remark}." for remark in plan.remarks))
        self.remarks.setVisible(bool(plan.remarks))

    def _lay_out(self, theme: Theme) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(XS)
        for place, name, field in ((0, "Length", self.length), (2, _THEIRS, self.reserve)):
            caption = SectionLabel(theme, name)
            caption.setBuddy(field)
            grid.addWidget(caption, 0, place, 1, 2)
        grid.addWidget(self.usual, 1, 0)
        grid.addWidget(self.length, 1, 1)
        grid.addWidget(self.reserve, 1, 2)
        grid.setColumnMinimumWidth(0, theme.px(120))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addLayout(grid)
        column.addSpacing(S)
        column.addWidget(self.chart)
        column.addWidget(self.remarks)

"""How long the interview is to be, and what that makes of the guide's phases."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
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
_BESIDE = 300


class TimeForm(QWidget):
    """Length, the candidate's part of it, and the plan that follows.

    ``edited`` is emitted when the user gives other minutes.
    """

    edited = Signal()

    def __init__(self, theme: Theme, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._guide = theme, guide
        self._grid = QGridLayout()
        self._theirs = SectionLabel(theme, "For their questions")
        self.usual = Segmented(theme, "Usual lengths in minutes")
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_reserve(beside=self.width() >= self._width_beside())

    def _width_beside(self) -> int:
        """So wide that the candidate's part has room beside the length, whatever the face."""
        length = self.usual.sizeHint().width() + self.length.sizeHint().width()
        theirs = max(self._theirs.sizeHint().width(), self.reserve.sizeHint().width())
        return max(self._theme.px(_BESIDE), length + theirs + 2 * S)

    def _place_reserve(self, *, beside: bool) -> None:
        """The candidate's part beside the length, or under it where there is no room."""
        row, column = (0, 2) if beside else (2, 0)
        self._grid.addWidget(self._theirs, row, column, 1, 2)
        self._grid.addWidget(self.reserve, row + 1, column)

    def _lay_out(self, theme: Theme) -> None:
        grid = self._grid
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(XS)
        caption = SectionLabel(theme, "Length")
        caption.setBuddy(self.length)
        self._theirs.setBuddy(self.reserve)
        grid.addWidget(caption, 0, 0, 1, 2)
        grid.addWidget(self.usual, 1, 0)
        grid.addWidget(self.length, 1, 1)
        self._place_reserve(beside=True)
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

"""How long the interview is to be, and what that makes of the guide's phases."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from interview_desk.desk.theme.fonts import FontRole
from interview_desk.desk.theme.theme import XS, S, Theme
from interview_desk.desk.theme.tokens import ColourName, Tone
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.fields import NumberField
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.painted import Painted, rounded
from interview_desk.desk.widgets.segmented import Segmented
from interview_desk.desk.widgets.text_painting import draw_line, one_line, tip
from interview_desk.guide.model import Guide, Phase
from interview_desk.interview.plan import LONGEST, SHORTEST, Plan, make_plan
from interview_desk.interview.records import Setup

_LINE, _BAR, _GAP, _LEAST = 27, 8, 10, 48
_USUAL = (45, 50, 60)
_BESIDE = 300


class _PlanChart(Painted, QLabel):
    """Phases under one another: title, bar on the whole's scale, minutes, the guide's range.

    The candidate's own questions are marked at the end of the last bar.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._phases: tuple[Phase, ...] = ()
        self._plan = Plan((), 0)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_plan(self, guide: Guide, plan: Plan) -> None:
        """Show what a plan gives to each phase of its guide."""
        self._phases, self._plan = guide.phases, plan
        # Painted in parts; readers of the screen hear it as one text.
        told = [self._told(number) for number in range(len(self._phases))]
        self.setText(". ".join((*told, self._kept())))
        self.setToolTip(tip(*told))
        self.setAccessibleDescription(self.text())  # or the tip would be read after it
        self._restyle()

    def sizeHint(self) -> QSize:
        lines = len(self._phases) + (self._plan.reserve > 0)
        return QSize(self._theme.px(400), lines * self._theme.px(_LINE))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.sizeHint().height())

    def draw(self, painter: QPainter) -> None:
        tall = self._theme.px(_LINE)
        for number in range(len(self._phases)):
            self._paint_phase(painter, number, QRect(0, number * tall, self.width(), tall))
        if self._plan.reserve:
            self._paint_key(painter, QRect(0, len(self._phases) * tall, self.width(), tall))

    def _paint_phase(self, painter: QPainter, number: int, line: QRect) -> None:
        theme, gap = self._theme, self._theme.px(_GAP)
        phase, minutes = self._phases[number], self._minutes(number)
        fits = phase.minutes.low <= minutes <= phase.minutes.high
        tone: Tone = "ink" if fits else "warn"
        width = max(theme.width("small", _wanted(each)) for each in self._phases)
        place = QRect(line.right() + 1 - width, line.top(), width, line.height())
        self._put(painter, place, _wanted(phase), role="small", tone="ink3")
        width = max(theme.width("strong", f"{seconds // 60} min") for seconds in self._plan.seconds)
        place = QRect(place.left() - width - gap // 2, line.top(), width, line.height())
        self._put(
            painter,
            place,
            f"{minutes} min",
            role="strong",
            tone=tone,
            align=Qt.AlignmentFlag.AlignTrailing,
        )
        room = place.left() - gap
        wanted = max(theme.width("body", _named(each)) for each in self._phases)
        least = theme.px(_LEAST)
        title = QRect(0, line.top(), max(0, min(wanted, room - gap - least)), line.height())
        self._put(painter, title, _named(phase), role="body", tone="ink")
        left = title.right() + 1 + gap
        self._paint_bar(painter, number, QRect(left, line.top(), room - left, line.height()), tone)

    def _paint_bar(self, painter: QPainter, number: int, line: QRect, tone: Tone) -> None:
        theme, plan = self._theme, self._plan
        tall = theme.px(_BAR)
        top = line.center().y() - tall // 2
        begins, ends = sum(plan.seconds[:number]), sum(plan.seconds[: number + 1])
        filled: ColourName = "accent" if tone == "ink" else "warn"
        spans: list[tuple[int, int, ColourName]] = [(0, plan.total, "sunk"), (begins, ends, filled)]
        if number == len(plan.seconds) - 1:
            spans.append((ends - plan.reserve, ends, "good"))
        for start, end, colour in spans:
            scale = line.width() / max(1, plan.total)
            width = max(2.0, (end - start) * scale) if end > start else 0.0
            spot = QRectF(line.left() + start * scale, top, width, tall)
            seen = self._seen(spot.toRect())
            rounded(painter, seen, min(tall, seen.width()) / 2, theme.colour(colour))

    def _paint_key(self, painter: QPainter, line: QRect) -> None:
        """What the colour at the end of the last bar means."""
        theme, bar = self._theme, self._theme.px(_BAR)
        mark = QRect(0, line.center().y() - bar // 2, 2 * bar, bar)
        rounded(painter, self._seen(mark), bar / 2, theme.colour("good"))
        line = line.adjusted(mark.right() + 1 + theme.px(_GAP) // 2, 0, 0, 0)
        self._put(painter, line, self._kept(), role="small", tone="ink2")

    def _put(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        *,
        role: FontRole,
        tone: Tone,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
    ) -> None:
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.colour(tone))
        draw_line(painter, self._seen(place), text, self, align)

    def _told(self, number: int) -> str:
        phase = self._phases[number]
        return f"{phase.title}: {self._minutes(number)} minutes, the guide says {phase.minutes}"

    def _kept(self) -> str:
        return f"{self._plan.reserve // 60} min kept for the candidate’s questions"

    def _minutes(self, number: int) -> int:
        return self._plan.seconds[number] // 60


def _named(phase: Phase) -> str:
    return f"{phase.number}  {one_line(phase.title)}"


def _wanted(phase: Phase) -> str:
    return f"of {phase.minutes}"


class TimeForm(QWidget):
    """Length, the candidate's part of it, and the plan that follows.

    A usual length is one click; the box to write another one is there when it is wanted.
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
        self.other = TextButton(theme, "Other…", ButtonKind.QUIET)
        self._is_writing = False
        self.reserve = NumberField(
            theme, "Minutes for the candidate’s questions", range(LONGEST + 1), "min"
        )
        self.chart = _PlanChart(theme)
        self.remarks = Label(theme, "", "small", "warn", wrap=True)
        self._lay_out(theme)
        self.usual.chosen.connect(self._choose_usual)
        self.other.clicked.connect(self._write_other)
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
        self._is_writing = False
        self.length.setValue(_USUAL[number])
        self._show_plan()

    @Slot()
    def _write_other(self) -> None:
        self._is_writing = True
        self._show_plan()
        self.length.setFocus()
        self.length.selectAll()

    @Slot()
    def _edit(self) -> None:
        self._show_plan()
        self.edited.emit()

    def _show_plan(self) -> None:
        length, reserve = self.read()
        self.usual.set_current(_USUAL.index(length) if length in _USUAL else None)
        written = self._is_writing or length not in _USUAL
        self.length.setVisible(written)
        self.other.setHidden(written)
        plan = make_plan(self._guide, length, reserve)
        self.chart.set_plan(self._guide, plan)
        self.remarks.setText("\n".join(f"{remark}." for remark in plan.remarks))
        self.remarks.setVisible(bool(plan.remarks))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grid.setColumnMinimumWidth(1, self._box_width())
        self._place_reserve(beside=self.width() >= self._width_beside())

    def _width_beside(self) -> int:
        """So wide that the candidate's part has room beside the length, whatever the face."""
        length = self.usual.sizeHint().width() + self._box_width()
        theirs = max(self._theirs.sizeHint().width(), self.reserve.sizeHint().width())
        return max(self._theme.px(_BESIDE), length + theirs + 2 * S)

    def _box_width(self) -> int:
        """The room for a length of one's own, the same before it is asked for."""
        return max(each.sizeHint().width() for each in (self.length, self.other))

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
        grid.addWidget(self.other, 1, 1)
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

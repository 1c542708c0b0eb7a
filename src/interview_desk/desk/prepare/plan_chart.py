"""The plan as it will run: a bar for each phase where it begins and ends, and what it gets."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from interview_desk.desk.theme.fonts import FontRole
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import ColourName, Tone
from interview_desk.desk.widgets.paint import mirrored, painter_on, rounded
from interview_desk.desk.widgets.text_painting import draw_line, one_line, tip
from interview_desk.guide.model import Guide, Phase
from interview_desk.interview.plan import Plan

_LINE, _BAR, _GAP, _LEAST = 27, 8, 10, 48


class PlanChart(QLabel):
    """Phases under one another: title, bar on the whole's scale, minutes, the guide's range.

    The candidate's own questions are marked at the end of the last bar.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._phases: tuple[Phase, ...] = ()
        self._plan = Plan((), 0)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

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

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        tall = self._theme.px(_LINE)
        for number in range(len(self._phases)):
            self._paint_phase(painter, number, QRect(0, number * tall, self.width(), tall))
        if self._plan.reserve:
            self._paint_key(painter, QRect(0, len(self._phases) * tall, self.width(), tall))
        painter.end()

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
            seen = mirrored(spot.toRect(), self.rect(), self.layoutDirection())
            rounded(painter, seen, min(tall, seen.width()) / 2, theme.colour(colour))

    def _paint_key(self, painter: QPainter, line: QRect) -> None:
        """What the colour at the end of the last bar means."""
        theme, bar = self._theme, self._theme.px(_BAR)
        mark = QRect(0, line.center().y() - bar // 2, 2 * bar, bar)
        seen = mirrored(mark, self.rect(), self.layoutDirection())
        rounded(painter, seen, bar / 2, theme.colour("good"))
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
        seen = mirrored(place, self.rect(), self.layoutDirection())
        draw_line(painter, seen, text, self, align)

    def _told(self, number: int) -> str:
        phase = self._phases[number]
        return f"{phase.title}: {self._minutes(number)} minutes, the guide says {phase.minutes}"

    def _kept(self) -> str:
        return f"{self._plan.reserve // 60} min kept for the candidate’s questions"

    def _minutes(self, number: int) -> int:
        return self._plan.seconds[number] // 60

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _named(phase: Phase) -> str:
    return f"{phase.number}  {one_line(phase.title)}"


def _wanted(phase: Phase) -> str:
    return f"of {phase.minutes}"

"""The phases of an interview along its top: planned, used and adjusted time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QHelpEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from interview_desk.desk.theme.fonts import FontRole
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import ColourName, Tone
from interview_desk.desk.widgets.painted import Painted, mirrored, painter_on, rounded
from interview_desk.desk.widgets.text_painting import draw_line, one_line, tip
from interview_desk.words import minutes

_BAR, _GAP, _LINE = 8, 4, 20


class PhaseState(Enum):
    """Where a phase stands."""

    DONE = auto()
    CURRENT = auto()
    TO_COME = auto()


@dataclass(frozen=True, slots=True)
class RailSegment:
    """One phase. Times in whole seconds; ``adjusted_s`` is what the re-plan made of the plan.

    ``preview_s`` is what a re-plan would make of it that is not accepted yet. The phase that is
    on may be ``paused``.
    """

    label: str
    planned_s: int
    used_s: int = 0
    adjusted_s: int | None = None
    state: PhaseState = PhaseState.TO_COME
    preview_s: int | None = None
    paused: bool = False

    @property
    def allotted_s(self) -> int:
        """The time it has, as things stand."""
        return self.planned_s if self.adjusted_s is None else self.adjusted_s

    @property
    def over_s(self) -> int:
        """How far past its time it is; 0 within it."""
        return max(0, self.used_s - self.allotted_s)

    @property
    def is_adjusted(self) -> bool:
        """Whether a phase still to come has another time than planned."""
        return self.state is PhaseState.TO_COME and self.allotted_s != self.planned_s

    @property
    def is_previewed(self) -> bool:
        """Whether it would have another time. What was used already is no more to be had."""
        changes = self.preview_s is not None and self.preview_s != self.allotted_s
        return changes and self.state is not PhaseState.DONE and not self.over_s

    def times(self) -> tuple[str, ...]:
        """What to say about its time, the longest first; all say the same."""
        if self.state is PhaseState.DONE:
            return (_figures(self.used_s),)
        if self.is_previewed and self.preview_s is not None:
            used = self.used_s if self.state is PhaseState.CURRENT else 0
            now, then = (_figures(each - used) for each in (self.allotted_s, self.preview_s))
            return (f"{now} → {then}?", f"→ {then}?")
        if self.state is PhaseState.CURRENT:
            left = self.allotted_s - self.used_s
            word = "left" if left >= 0 else "over"
            time = f"{_figures(abs(left))} {word}"
            return (f"{time}, paused", "paused") if self.paused else (time,)
        if self.is_adjusted:
            planned, adjusted = _figures(self.planned_s), _figures(self.allotted_s)
            return (f"{planned} → {adjusted}", f"→ {adjusted}")
        return (_figures(self.planned_s),)

    @property
    def still(self) -> tuple[object, ...]:
        """All of it that a second more does not change."""
        return (
            self.label, self.planned_s, self.adjusted_s, self.preview_s, self.state, self.paused
        )  # fmt: skip

    def told(self) -> str:
        """The whole of it in words, for the tool tip."""
        parts = [f"{self.label}: planned {_figures(self.planned_s)}"]
        if self.adjusted_s is not None and self.adjusted_s != self.planned_s:
            parts.append(f"adjusted to {_figures(self.adjusted_s)}")
        if self.is_previewed and self.preview_s is not None:
            parts.append(f"would be {_figures(self.preview_s)}")
        if self.state is not PhaseState.TO_COME:
            parts.append(f"used {_figures(self.used_s)}")
        if self.paused:
            parts.append("paused")
        if self.over_s:
            parts.append(f"{_figures(self.over_s)} over")
        return ", ".join(parts)


class PhaseRail(Painted, QLabel):
    """A bar a phase, as long as its planned share; beneath it what it is and its time.

    Compact, there are only the bars. Repaints the phases that changed, and only those.
    """

    def __init__(self, theme: Theme, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._compact = compact
        self._segments: tuple[RailSegment, ...] = ()
        self._since: tuple[RailSegment, ...] = ()
        self._laid: list[QRect] | None = None
        self._label_widths: dict[tuple[FontRole, str], int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # It lays the ground itself: nothing beneath it is painted with it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_compact(self, compact: bool) -> None:
        """With or without words."""
        if compact != self._compact:
            self._compact = compact
            self._restyle()

    def set_segments(self, segments: Sequence[RailSegment]) -> None:
        """Show these phases."""
        before, self._segments = self._segments, tuple(segments)
        self._since = self._segments
        if [s.planned_s for s in before] != [s.planned_s for s in self._segments]:
            self._laid = None
            self.update()
        else:
            for old, new, spot in zip(before, self._segments, self._spots(), strict=True):
                if old != new:
                    self._update_changed(old, new, spot)
        # Not told every second: only what a listener would ask for.
        if [s.still for s in before] != [s.still for s in self._segments]:
            self.setAccessibleName("Phases. " + ". ".join(s.told() for s in self._segments))

    def move_on(self, seconds: int) -> None:
        """So many seconds have gone by since the phases were set."""
        for number, segment in enumerate(self._since):
            if segment.state is PhaseState.CURRENT:
                old, new = self._segments[number], replace(segment, used_s=segment.used_s + seconds)
                segments = (*self._since[:number], new, *self._since[number + 1 :])
                self._segments = segments
                self._update_changed(old, new, self._spots()[number])

    def _update_changed(self, old: RailSegment, new: RailSegment, spot: QRect) -> None:
        """Paint anew what looks otherwise: of a second that went by no more than the figures."""
        bar = QRect(spot.topLeft(), QSize(spot.width(), self._theme.px(_BAR)))
        reading = self.layoutDirection()
        if old.still != new.still or old.over_s or new.over_s:
            self.update(spot)
            return
        ends = [round(bar.width() * each.used_s / max(1, each.allotted_s)) for each in (old, new)]
        if ends[0] != ends[1]:
            least, most = sorted(ends)
            end = QRect(bar.left() + least - 1, bar.top(), most - least + 2, bar.height())
            self.update(mirrored(end, bar, reading))
        if not self._compact and old.times() != new.times():
            left = spot.right() + 1 - self._theme.px(6) - self._time_width(new)
            words = QRect(left, bar.bottom() + 1, spot.right() + 1 - left, spot.height())
            self.update(mirrored(words, spot, reading) & spot)

    def _time_width(self, segment: RailSegment) -> int:
        """The room that its time takes at the most; figures are all equally wide."""
        alike = re.sub(r"\d", "0", segment.times()[0])
        return self._label_width("small-strong", alike) + self._theme.px(2)

    def sizeHint(self) -> QSize:
        words = 0 if self._compact else self._theme.px(3 + _LINE)
        return QSize(self._theme.px(480), self._theme.px(_BAR) + words)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.fillRect(event.rect(), self.palette().window())
        region = event.region()
        for segment, spot in zip(self._segments, self._spots(), strict=True):
            if region.intersects(spot):
                self._paint_bar(painter, segment, spot, region)
                if not self._compact:
                    self._paint_words(painter, segment, spot, region)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            for segment, spot in zip(self._segments, self._spots(), strict=True):
                if spot.contains(event.pos()):
                    QToolTip.showText(event.globalPos(), tip(segment.told()), self, spot)
                    return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._laid = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._laid = None

    def _spots(self) -> list[QRect]:
        """The area of each phase, in the order of time."""
        if self._laid is None:
            self._laid = self._lay_out()
        return self._laid

    def _lay_out(self) -> list[QRect]:
        gap = self._theme.px(_GAP)
        shares = [max(1, segment.planned_s) for segment in self._segments]
        room = self.width() - gap * (len(shares) - 1)
        spots, passed = [], 0
        for number, share in enumerate(shares):
            left = round(room * passed / sum(shares)) + number * gap
            passed += share
            right = round(room * passed / sum(shares)) + number * gap
            spot = QRect(left, 0, right - left, self.height())
            spots.append(mirrored(spot, self.rect(), self.layoutDirection()))
        return spots

    def _paint_bar(
        self, painter: QPainter, segment: RailSegment, spot: QRect, region: QRegion
    ) -> None:
        theme, bar = self._theme, QRectF(spot)
        bar.setHeight(theme.px(_BAR))
        if not region.intersects(bar.toRect()):
            return
        clip = QPainterPath()
        clip.addRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        painter.save()
        painter.setClipPath(clip)
        painter.fillRect(bar, theme.colour("sunk"))
        for share, colour in _fills(segment):
            part = QRectF(bar)
            part.setWidth(bar.width() * share)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                part.moveRight(bar.right())
            if segment.paused:  # hollow, for nothing goes by
                painter.fillRect(part, theme.colour("surface"))
                rounded(painter, part, bar.height() / 2, None, theme.colour("ink2"), width=1.5)
            else:
                painter.fillRect(part, theme.colour(colour))
        painter.restore()

    def _paint_words(
        self, painter: QPainter, segment: RailSegment, spot: QRect, region: QRegion
    ) -> None:
        theme = self._theme
        current = segment.state is PhaseState.CURRENT
        role: FontRole = "small-strong" if current else "small"
        line = QRect(0, theme.px(_BAR + 3), spot.width(), theme.px(_LINE))
        if segment is not self._segments[-1]:
            line.setWidth(line.width() - theme.px(6))  # so that two times do not touch
        label = one_line(segment.label)
        least = min(self._label_width(role, label), theme.px(32)) + theme.px(8)
        painter.setFont(theme.font(role))
        for time in segment.times():
            width = theme.width(role, time)
            if width + least <= line.width():
                place = QRect(line.right() + 1 - width, line.top(), width, line.height())
                self._put(painter, spot, place, time, _time_tone(segment))
                line.setWidth(line.width() - width - theme.px(8))
                break
        seen = mirrored(line.translated(spot.topLeft()), spot, self.layoutDirection())
        if line.width() >= theme.px(14) and region.intersects(seen):
            self._put(painter, spot, line, label, "ink" if current else "ink2")

    def _label_width(self, role: FontRole, label: str) -> int:
        # Measuring a text costs as much as drawing it, and labels stay as they are.
        if (role, label) not in self._label_widths:
            self._label_widths[role, label] = self._theme.width(role, label)
        return self._label_widths[role, label]

    def _put(self, painter: QPainter, spot: QRect, place: QRect, text: str, tone: Tone) -> None:
        within = QRect(0, 0, spot.width(), spot.height())
        seen = mirrored(place, within, self.layoutDirection()).translated(spot.topLeft())
        painter.setPen(self._theme.colour(tone))
        draw_line(painter, seen, text, self)

    @Slot()
    def _restyle(self) -> None:
        self._laid = None
        self._label_widths = {}
        super()._restyle()


def _fills(segment: RailSegment) -> tuple[tuple[float, ColourName], ...]:
    """Shares of the bar to fill from its beginning, each over the one before."""
    if segment.state is PhaseState.TO_COME or not segment.used_s:
        return ()
    used: ColourName = "accent" if segment.state is PhaseState.CURRENT else "ink3"
    if segment.over_s:
        return ((1.0, "warn"), (segment.allotted_s / segment.used_s, used))
    return ((segment.used_s / segment.allotted_s, used),)


def _time_tone(segment: RailSegment) -> Tone:
    if segment.is_previewed:
        return "accent"
    if segment.over_s or segment.is_adjusted:
        return "warn"
    return "ink" if segment.state is PhaseState.CURRENT else "ink2"


def _figures(seconds: int) -> str:
    return minutes(1000 * seconds)

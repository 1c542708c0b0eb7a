"""The phases of an interview along its top: planned, used and adjusted time."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from interview_desk.desk.theme.fonts import FontRole
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import ColourName, Tone
from interview_desk.desk.widgets.painted import Painted, mirrored, painter_on, rounded
from interview_desk.desk.widgets.rail_segment import PhaseState, RailSegment
from interview_desk.desk.widgets.text_painting import draw_line, one_line, tip

_BAR, _GAP, _LINE = 8, 4, 20
_FLAGS = Qt.AlignmentFlag
_TIME_FLAGS = (_FLAGS.AlignHCenter | _FLAGS.AlignVCenter).value | Qt.TextFlag.TextSingleLine.value


class _Time(NamedTuple):
    """Where the time of the phase that is on was painted, and in which of its forms."""

    segment: int
    form: int
    spot: QRect


class PhaseRail(Painted, QLabel):
    """A bar a phase, as long as its planned share; beneath it what it is and its time.

    Compact, there are only the bars. Repaints the phases that changed, and only those.
    ``entered`` carries the number of a phase that was clicked, once `set_clickable` allows it.
    """

    entered = Signal(int)

    def __init__(self, theme: Theme, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._compact = compact
        self._segments: tuple[RailSegment, ...] = ()
        self._since: tuple[RailSegment, ...] = ()
        self._laid: list[QRect] | None = None
        self._time: _Time | None = None
        self._label_widths: dict[tuple[FontRole, str], int] = {}
        self._clickable = False
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
            self._laid = self._time = None
            self.update()
        else:
            for old, new, spot in zip(before, self._segments, self._spots(), strict=True):
                if old != new:
                    self._update_changed(old, new, spot)
        # Not told every second: only what a listener would ask for.
        if [s.still for s in before] != [s.still for s in self._segments]:
            self.setAccessibleName("Phases. " + ". ".join(s.told() for s in self._segments))

    def set_clickable(self, clickable: bool) -> None:
        """Whether a click on another phase goes to it."""
        self._clickable = clickable
        shape = Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # else its release would be another's

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self._click_enters(number):
            self.entered.emit(number)

    def _number_at(self, place: QPoint) -> int:
        """The number of the phase there, from 1 on; 0 for none."""
        spots = enumerate(self._spots(), 1)
        return next((number for number, spot in spots if spot.contains(place)), 0)

    def _click_enters(self, number: int) -> bool:
        if not number or not self._clickable:
            return False
        return self._segments[number - 1].state is not PhaseState.CURRENT

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
        if old.still != new.still or bool(old.over_s) != bool(new.over_s):
            self.update(spot)
            return
        ends = [round(bar.width() * _end(each)) for each in (old, new)]
        if ends[0] != ends[1]:
            least, most = sorted(ends)
            end = QRect(bar.left() + least - 1, bar.top(), most - least + 2, bar.height())
            self.update(mirrored(end, bar, reading))
        if self._compact:
            return
        before, after = old.times()[0], new.times()[0]
        if len(before) != len(after) or self._time is None:
            self.update(spot)
        elif before != after:  # figures are all equally wide: it stands where it stood
            self.update(self._time.spot)

    def sizeHint(self) -> QSize:
        words = 0 if self._compact else self._theme.px(3 + _LINE)
        return QSize(self._theme.px(480), self._theme.px(_BAR) + words)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.fillRect(event.rect(), self.palette().window())
        region = event.region()
        if self._time is not None and self._is_tick(region, self._time.spot):
            self._paint_tick(painter, region, self._time)
            painter.end()
            return
        for segment, spot in zip(self._segments, self._spots(), strict=True):
            if region.intersects(spot):
                self._paint_bar(painter, segment, spot, region)
                if not self._compact:
                    self._paint_words(painter, segment, spot, region)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._number_at(event.pos())
            if number:
                told = self._segments[number - 1].told()
                if self._click_enters(number):
                    on = self._segments[number - 1].state is PhaseState.TO_COME
                    told += f". Click: {'go on' if on else 'back'} to it"
                spot = self._spots()[number - 1]
                QToolTip.showText(event.globalPos(), tip(told), self, spot)
                return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._laid = self._time = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._laid = self._time = None

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

    def _is_tick(self, region: QRegion, time: QRect) -> bool:
        """Whether no more is to be painted than what a second changes."""
        rest = region.subtracted(QRegion(time)).boundingRect()
        return region.intersects(time) and rest.bottom() < self._theme.px(_BAR)

    def _paint_tick(self, painter: QPainter, region: QRegion, time: "_Time") -> None:
        """The time of the phase that is on and the end of its bar, where they stood before."""
        segment = self._segments[time.segment]
        self._paint_bar(painter, segment, self._spots()[time.segment], region)
        painter.setFont(self._theme.font("small-strong"))
        painter.setPen(self._theme.colour(_time_tone(segment)))
        painter.drawText(time.spot, _TIME_FLAGS, segment.times()[time.form])

    def _paint_bar(
        self, painter: QPainter, segment: RailSegment, spot: QRect, region: QRegion
    ) -> None:
        theme, bar = self._theme, QRectF(spot)
        bar.setHeight(theme.px(_BAR))
        if not region.intersects(bar.toRect()):
            return
        radius = bar.height() / 2
        rounded(painter, bar, radius, theme.colour("sunk"))
        for share, colour in _fills(segment):
            part = QRectF(bar)
            part.setWidth(bar.width() * share)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                part.moveRight(bar.right())
            if segment.paused:  # hollow, for nothing goes by
                part.setWidth(max(part.width(), bar.height()))
                rounded(
                    painter, part, radius, theme.colour("surface"), theme.colour("ink2"), width=1.5
                )
                continue
            painter.setClipRect(part)
            rounded(painter, bar, radius, theme.colour(colour))
            painter.setClipping(False)

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
        for form, time in enumerate(segment.times()):
            width = theme.width(role, time)
            if width + least <= line.width():
                place = QRect(line.right() + 1 - width, line.top(), width, line.height())
                where = mirrored(place.translated(spot.topLeft()), spot, self.layoutDirection())
                painter.setPen(theme.colour(_time_tone(segment)))
                # In the middle, where `_paint_tick` puts it.
                draw_line(painter, where, time, self, Qt.AlignmentFlag.AlignHCenter)
                if current:
                    self._time = _Time(self._segments.index(segment), form, where)
                line.setWidth(line.width() - width - theme.px(8))
                break
        seen = mirrored(line.translated(spot.topLeft()), spot, self.layoutDirection())
        if line.width() >= theme.px(14) and region.intersects(seen):
            painter.setPen(theme.colour("ink" if current else "ink2"))
            draw_line(painter, seen, label, self)

    def _label_width(self, role: FontRole, label: str) -> int:
        # Measuring a text costs as much as drawing it, and labels stay as they are.
        if (role, label) not in self._label_widths:
            self._label_widths[role, label] = self._theme.width(role, label)
        return self._label_widths[role, label]

    @Slot()
    def _restyle(self) -> None:
        self._laid = self._time = None
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


def _end(segment: RailSegment) -> float:
    """Where the time that was allotted ends, or what was used of it: a share of the bar."""
    used, allotted = max(1, segment.used_s), max(1, segment.allotted_s)
    return allotted / used if segment.over_s else segment.used_s / allotted


def _time_tone(segment: RailSegment) -> Tone:
    if segment.is_previewed:
        return "accent"
    if segment.over_s or segment.is_adjusted:
        return "warn"
    return "ink" if segment.state is PhaseState.CURRENT else "ink2"

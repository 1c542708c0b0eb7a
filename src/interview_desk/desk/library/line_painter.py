"""How a line of the library looks, and where its button is."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from interview_desk.desk.library.interview_lines import Heading, Line
from interview_desk.desk.theme.fonts import FontRole
from interview_desk.desk.theme.theme import L, M, S, Theme
from interview_desk.desk.theme.tokens import ColourName, Tone, level_tone
from interview_desk.desk.widgets.painted import focus_ring, is_hovered, mirrored, rounded
from interview_desk.desk.widgets.text_painting import draw_line, one_line
from interview_desk.interview.summary import UNNAMED

LINE_HEIGHT = 44  # of every line, so that Qt need not measure each
LINE_ROLE = Qt.ItemDataRole.UserRole  # for the line itself, to be painted
_BAR, _STEP, _TALL = 9, 12, 16  # of a rating's bar, in design pixels: width, distance, height
_LOWEST = 0.3

_Index = QModelIndex | QPersistentModelIndex


class _Columns(NamedTuple):
    """Where each part of a line begins and ends, from the left; None where there is no room."""

    when: tuple[int, int]
    candidate: tuple[int, int]
    subject: tuple[int, int] | None
    state: tuple[int, int] | None
    action: tuple[int, int]


def paint_rule(painter: QPainter, theme: Theme, frame: QRect) -> None:
    """The hairline under a line, as long as its words may be."""
    inset = theme.px(M)
    rule = QRect(frame.left() + inset, frame.bottom(), frame.width() - 2 * inset, 1)
    rounded(painter, rule, 0, theme.colour("line"))


class LinePainter(QStyledItemDelegate):
    """Paints headings and lines."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry, frame = index.data(LINE_ROLE), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, Heading):
            spot = frame.adjusted(self._theme.px(M), self._theme.px(L), 0, 0)
            self._put(painter, frame, spot, entry.text, role="strong", tone="ink")
        elif isinstance(entry, Line):
            chosen = index.row() == self._view.currentIndex().row()
            self._paint_ground(painter, option, frame, chosen)
            self._paint_line(painter, frame, entry)
        painter.restore()

    def on_button(self, frame: QRect, line: Line, pos: QPoint) -> bool:
        """Whether a point is on the button of the line in ``frame``."""
        return bool(line.action) and self._button(frame).contains(pos)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, frame: QRect, chosen: bool
    ) -> None:
        theme, radius = self._theme, self._theme.px(6)
        if chosen:
            rounded(painter, frame, radius, theme.colour("accentbg"))
            if self._view.hasFocus():
                focus_ring(painter, theme, frame, radius)
            return
        if is_hovered(self._view, option):
            rounded(painter, frame, radius, theme.colour("bg"))
        paint_rule(painter, theme, frame)

    def _paint_line(self, painter: QPainter, frame: QRect, line: Line) -> None:
        columns = self._columns(frame.width())
        when = self._spot(frame, columns.when)
        self._put(painter, frame, when, line.when, tone="ink2")
        name = one_line(line.candidate)
        spot = self._spot(frame, columns.candidate)
        if name:
            self._put(painter, frame, spot, name, role="strong", tone="ink")
        else:
            self._put(painter, frame, spot, UNNAMED, tone="ink3")
        if columns.subject:
            spot = self._spot(frame, columns.subject)
            self._put(painter, frame, spot, one_line(line.subject), tone="ink2")
        if line.heights or not line.action:
            if columns.state and line.heights:
                self._paint_bars(painter, frame, self._spot(frame, columns.state), line)
            action = self._spot(frame, columns.action)
            self._put(painter, frame, action, line.state, tone=line.tone)
            return
        if columns.state:
            spot = self._spot(frame, columns.state)
            self._put(painter, frame, spot, line.state, tone=line.tone)
        self._paint_button(painter, frame, line.action)

    def _paint_bars(self, painter: QPainter, frame: QRect, spot: QRect, line: Line) -> None:
        theme = self._theme
        size = _bars_size(theme, len(line.heights))
        size.setWidth(min(size.width(), spot.width()))
        place = self._seen(frame, QRect(spot.topLeft(), QSize(size.width(), spot.height())))
        painter.save()
        painter.setClipRect(place)
        direction = self._view.layoutDirection()
        of = max(2, line.levels)
        _draw_bars(painter, theme, place, line.heights, of, reading=direction)
        painter.restore()

    def _paint_button(self, painter: QPainter, frame: QRect, word: str) -> None:
        theme, spot = self._theme, self._button(frame)
        rounded(painter, spot, theme.px(6), theme.colour("surface"), theme.colour("line"))
        painter.setFont(theme.font("button"))
        painter.setPen(theme.colour("ink"))
        draw_line(painter, spot, word, self._view, Qt.AlignmentFlag.AlignHCenter)

    def _button(self, frame: QRect) -> QRect:
        spot = self._spot(frame, self._columns(frame.width()).action)
        tall = self._theme.px(30)
        middle = QRect(spot.left(), spot.top() + (spot.height() - tall) // 2, spot.width(), tall)
        return self._seen(frame, middle)

    def _columns(self, width: int) -> _Columns:
        """The columns of a line so wide: what matters least gives way first."""
        px = self._theme.px
        narrow = width < px(440)
        gap, left, right = px(S if narrow else L), px(M), width - px(M)
        action = (right - px(76 if narrow else 100), right)
        when = (left, left + px(84 if narrow else 96))
        start, end = when[1] + gap, action[0] - gap
        state = None
        if width >= px(560):
            state = (end - px(116), end)
            end = state[0] - gap
        subject = None
        if width >= px(760):
            split = start + (end - start) * 2 // 5
            subject = (split + gap, end)
            end = split
        return _Columns(when, (start, max(start, end)), subject, state, action)

    def _put(
        self,
        painter: QPainter,
        frame: QRect,
        spot: QRect,
        text: str,
        *,
        role: FontRole = "body",
        tone: Tone,
    ) -> None:
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.colour(tone))
        draw_line(painter, self._seen(frame, spot), text, self._view)

    def _spot(self, frame: QRect, span: tuple[int, int]) -> QRect:
        return QRect(frame.left() + span[0], frame.top(), span[1] - span[0], frame.height())

    def _seen(self, frame: QRect, spot: QRect) -> QRect:
        return mirrored(spot, frame, self._view.layoutDirection())


def _bars_size(theme: Theme, count: int) -> QSize:
    """The size of ``count`` bars side by side."""
    step, bar = theme.px(_STEP), theme.px(_BAR)
    return QSize(max(0, (count - 1) * step + bar), theme.px(_TALL))


def _draw_bars(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    heights: Sequence[int | None],
    of: int,
    *,
    reading: Qt.LayoutDirection,
) -> None:
    """Draw a bar a rating in ``rect``: 1 is the lowest level, ``of`` the best, None unrated.

    Height says what colour says; an unrated one is a faint line on the ground.
    """
    bar, step = theme.px(_BAR), theme.px(_STEP)
    size = _bars_size(theme, len(heights))
    bottom = rect.top() + (rect.height() + size.height()) // 2
    for number, height in enumerate(heights):
        left = rect.left() + number * step
        if reading == Qt.LayoutDirection.RightToLeft:
            left = rect.right() + 1 - number * step - bar
        share = 0.0 if height is None else _LOWEST + (1 - _LOWEST) * (height - 1) / (of - 1)
        tall = theme.px(2) if height is None else round(size.height() * share)
        colour: ColourName = "line" if height is None else level_tone(height, of)
        spot = QRectF(left, bottom - tall, bar, tall)
        rounded(painter, spot, min(theme.px(2), tall / 2), theme.colour(colour))

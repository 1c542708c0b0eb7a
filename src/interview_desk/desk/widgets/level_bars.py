"""Ratings as little bars side by side, as high as their level."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import ColourName, level_tone
from interview_desk.desk.widgets.paint import rounded

_BAR, _STEP, _TALL = 9, 12, 16  # pixels of the design: width, distance, height
_LOWEST = 0.3


def level_bars_size(theme: Theme, count: int) -> QSize:
    """The size of ``count`` bars side by side."""
    step, bar = theme.px(_STEP), theme.px(_BAR)
    return QSize(max(0, (count - 1) * step + bar), theme.px(_TALL))


def paint_level_bars(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    heights: Sequence[int | None],
    of: int,
    *,
    reading: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> None:
    """Draw a bar a rating in ``rect``: 1 is the lowest level, ``of`` the best, None unrated.

    Height says what colour says; an unrated one is a faint line on the ground.
    """
    bar, step = theme.px(_BAR), theme.px(_STEP)
    size = level_bars_size(theme, len(heights))
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

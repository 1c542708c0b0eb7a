"""Ratings as little bars side by side, as high as their level."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import ColourName, level_tone
from interview_desk.desk.widgets.paint import painter_on, rounded

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


class LevelBars(QWidget):
    """A row of bars, a rating each. Give it an accessible name that says them in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heights: tuple[int | None, ...] = ()
        self._of = 2
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_levels(self, heights: Sequence[int | None], of: int, words: str) -> None:
        """``heights`` count from 1 to ``of``, None for unrated; ``words`` say the same."""
        self._heights, self._of = tuple(heights), of
        self.setAccessibleName(words)
        self._restyle()

    def sizeHint(self) -> QSize:
        return level_bars_size(self._theme, len(self._heights))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        direction = self.layoutDirection()
        paint_level_bars(
            painter, self._theme, self.rect(), self._heights, self._of, reading=direction
        )
        painter.end()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

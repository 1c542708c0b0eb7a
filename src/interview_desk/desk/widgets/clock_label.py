"""The remaining time, large."""

from math import ceil, floor
from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.painted import Painted
from interview_desk.words import minutes

_OVER = "over"
_SMALLEST = 0.6  # of the size that the figures have where there is room


class ClockLabel(Painted, QLabel):
    """Time left in a phase; past its end "0:42 over", the word small beside the figures.

    A tick repaints this label and nothing else: its size does not hang on the figures. In less
    room than it asks for, the figures are smaller. Aligned to the middle, what is said stands
    there, whether or not the word is.
    """

    def __init__(
        self,
        theme: Theme,
        role: Literal["clock", "compact-clock"] = "clock",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._role: Literal["clock", "compact-clock"] = role
        self._beside: Literal["title", "strong"] = "title" if role == "clock" else "strong"
        self._seconds: int | None = None
        self._wide: tuple[int, int] | None = None
        self._font = theme.font(role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_remaining(0)

    def set_remaining(self, seconds: int) -> None:
        """Show whole seconds left; below zero they count as over."""
        if seconds == self._seconds:
            return
        before = self._seconds
        self._seconds = seconds
        self.setAccessibleName(self.spoken())
        old, new = _figures(before or 0), _figures(seconds)
        if before is None or len(old) != len(new):
            self._fit()
            self.updateGeometry()
        if before is None or len(old) != len(new) or (before < 0) != (seconds < 0):
            self.update()
        else:
            pairs = enumerate(zip(old, new, strict=True))
            self._update_from(next((at for at, (a, b) in pairs if a != b), 0), new)

    def spoken(self) -> str:
        """What is shown, in one text."""
        seconds = self._seconds or 0
        return _figures(seconds) + (f" {_OVER}" if seconds < 0 else " left")

    def sizeHint(self) -> QSize:
        return QSize(self._figures_width() + self._beside_width(), self._height())

    def minimumSizeHint(self) -> QSize:
        width = ceil(_SMALLEST * self._figures_width())
        return QSize(width + self._beside_width(), self._height())

    def draw(self, painter: QPainter) -> None:
        theme, seconds = self._theme, self._seconds or 0
        figures = _figures(seconds)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setPen(theme.colour("warn" if seconds < 0 else "ink"))
        painter.setFont(self._font)
        width = self._measured(figures)
        baseline = (self.height() + painter.fontMetrics().capHeight()) // 2
        left = self._left(figures)
        spot = self._seen(QRect(left, 0, width, self.height()))
        painter.drawText(spot.left(), baseline, figures)
        if seconds < 0:
            painter.setFont(theme.font(self._beside))
            over = theme.width(self._beside, _OVER)
            spot = self._seen(QRect(left + width + theme.px(8), 0, over, self.height()))
            painter.drawText(spot.left(), baseline, _OVER)

    def _update_from(self, same: int, figures: str) -> None:
        """Paint anew only what follows so many figures: they are all equally wide."""
        left, right = (self._measured(each) for each in (figures[:same], figures))
        margin = self._theme.px(4)
        begins = self._left(figures) + left - margin
        spot = QRect(begins, 0, right - left + 2 * margin, self.height())
        self.update(self._seen(spot))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Make the figures as large as the room allows."""
        self._wide = None
        self._font = self._theme.font(self._role)
        room, full = self.width() - self._beside_width(), self._figures_width()
        if room < full:
            self._font = QFont(self._font)
            share = max(_SMALLEST, room / full)
            self._font.setPixelSize(max(1, floor(share * self._font.pixelSize())))

    def _figures_width(self) -> int:
        figures = "0" * max(4, len(_figures(self._seconds or 0)) - 1) + ":"
        return self._theme.width(self._role, figures)

    def _beside_width(self) -> int:
        """The word that says it is over, and the space before it."""
        return self._theme.px(8) + self._theme.width(self._beside, _OVER)

    def _measured(self, figures: str) -> int:
        # Measuring a text costs as much as drawing it, and this is asked every second.
        if self._wide is None:
            width = QFontMetrics(self._font).horizontalAdvance
            self._wide = (width("0"), width(":"))
        digit, colon = self._wide
        return (len(figures) - 1) * digit + colon if ":" in figures else len(figures) * digit

    def _left(self, figures: str) -> int:
        """Where the figures begin: at the edge, or so that all that is said is in the middle."""
        if not self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return 0
        beside = self._beside_width() if (self._seconds or 0) < 0 else 0
        return max(0, (self.width() - self._measured(figures) - beside) // 2)

    def _height(self) -> int:
        # Figures have no descenders: the cap height and some air are all they need.
        return round(self._theme.metrics(self._role).capHeight() * 1.4)

    @Slot()
    def _restyle(self) -> None:
        self._fit()
        super()._restyle()


def _figures(seconds: int) -> str:
    """The amount, without its sign: a word says that it is over."""
    return minutes(1000 * abs(seconds))

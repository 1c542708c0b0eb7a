"""The remaining time, large."""

from enum import Enum, auto
from math import ceil, floor
from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.painted import Painted
from interview_desk.words import minutes

_OVER, _PAUSED = "over", "Paused"
_SMALLEST = 0.6  # of the size that the figures have where there is room
_OUTLINE = 1 / 28  # of the figures' size


class Going(Enum):
    """Whether the time that is shown goes by."""

    WAITING = auto()
    RUNNING = auto()
    PAUSED = auto()


class ClockLabel(Painted, QLabel):
    """Time left in a phase; past its end "0:42 over", the word small beside the figures.

    Paused, the figures are hollow and a word says it; not started yet, they are pale.

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
        self._going = Going.RUNNING
        self._growth = 1.0
        self._wide: tuple[int, int] | None = None
        self._largest = self._font = self._grown()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # It lays the ground itself: nothing beneath it is painted with it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
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

    def set_going(self, going: Going) -> None:
        """Show whether the time goes by."""
        if going is not self._going:
            self._going = going
            self.setAccessibleName(self.spoken())
            self._fit()
            self.update()

    def grow(self, growth: float) -> None:
        """Ask for figures so many times as large as they are drawn beside running text."""
        if growth != self._growth:
            self._growth = growth
            self._restyle()

    def spoken(self) -> str:
        """What is shown, in one text."""
        seconds = self._seconds or 0
        left = _figures(seconds) + (f" {_OVER}" if seconds < 0 else " left")
        return f"{left}, paused" if self._going is Going.PAUSED else left

    def sizeHint(self) -> QSize:
        return QSize(self._figures_width() + self._beside_width(), self._height())

    def minimumSizeHint(self) -> QSize:
        width = ceil(_SMALLEST * self._figures_width())
        return QSize(width + self._beside_width(), self._height())

    def draw(self, painter: QPainter) -> None:
        figures = _figures(self._seconds or 0)
        painter.fillRect(self.rect(), self.palette().window())
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(self._font)
        width = self._measured(figures)
        baseline = (self.height() + painter.fontMetrics().capHeight()) // 2
        left = self._left(figures)
        spot = self._seen(QRect(left, 0, width, self.height()))
        self._paint_figures(painter, spot.left(), baseline, figures)
        self._paint_words(painter, left + width + self._theme.px(8), baseline)

    def _paint_figures(self, painter: QPainter, left: int, baseline: int, figures: str) -> None:
        over = (self._seconds or 0) < 0
        waits = self._going is Going.WAITING
        colour = self._theme.colour("warn" if over else "ink3" if waits else "ink")
        painter.setPen(colour)
        if self._going is not Going.PAUSED:
            painter.drawText(left, baseline, figures)
            return
        path = QPainterPath()
        path.addText(left, baseline, self._font, figures)
        pen = painter.pen()
        pen.setWidthF(max(1.0, _OUTLINE * self._font.pixelSize()))
        painter.setPen(pen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPath(path)

    def _paint_words(self, painter: QPainter, left: int, baseline: int) -> None:
        """The words beside the figures, one above the other where there are two."""
        words = self._words()
        painter.setFont(self._theme.font(self._beside))
        for word in reversed(words):
            painter.setPen(self._theme.colour("warn" if word == _OVER else "ink2"))
            width = self._theme.width(self._beside, word)
            spot = self._seen(QRect(left, 0, width, self.height()))
            painter.drawText(spot.left(), baseline, word)
            baseline -= self._theme.metrics(self._beside).height()

    def _words(self) -> list[str]:
        over, paused = (self._seconds or 0) < 0, self._going is Going.PAUSED
        return [word for word, said in ((_OVER, over), (_PAUSED, paused)) if said]

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

    def _grown(self) -> QFont:
        """The figures' font where there is room."""
        font = QFont(self._theme.font(self._role))
        font.setPixelSize(round(self._growth * font.pixelSize()))
        return font

    def _fit(self) -> None:
        """Make the figures as large as the room allows."""
        self._wide = None
        self._font = self._largest
        room, full = self.width() - self._beside_width(*self._words()), self._figures_width()
        if room < full:
            self._font = QFont(self._font)
            share = max(_SMALLEST, room / full)
            self._font.setPixelSize(max(1, floor(share * self._font.pixelSize())))

    def _figures_width(self) -> int:
        figures = "0" * max(4, len(_figures(self._seconds or 0)) - 1) + ":"
        return QFontMetrics(self._largest).horizontalAdvance(figures) + 1

    def _beside_width(self, *words: str) -> int:
        """The longest of these words and of that which says it is over, and the space before."""
        widths = (self._theme.width(self._beside, word) for word in (_OVER, *words))
        return self._theme.px(8) + max(widths)

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
        beside = self._beside_width(*self._words()) if self._words() else 0
        return max(0, (self.width() - self._measured(figures) - beside) // 2)

    def _height(self) -> int:
        # Figures have no descenders: the cap height and some air are all they need.
        return round(QFontMetrics(self._largest).capHeight() * 1.4)

    @Slot()
    def _restyle(self) -> None:
        self._largest = self._grown()
        self._fit()
        super()._restyle()


def _figures(seconds: int) -> str:
    """The amount, without its sign: a word says that it is over."""
    return minutes(1000 * abs(seconds))

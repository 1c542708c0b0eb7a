"""The clock at the edge of sight: a thin bar along the note field that drains with the phase."""

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import ColourName
from interview_desk.desk.widgets.clock_label import Going
from interview_desk.desk.widgets.painted import Themed, painter_on, rounded
from interview_desk.desk.widgets.text_painting import draw_line

_BAR, _GAP = 6, 10
_LAST_S = 60
# The widest of what may stand beside it: its length must not hang on the words.
_WORDS = ("Not started", "last minute", "Paused, over", "88 min over", "88 min left")


class _Look(Enum):
    LEFT = auto()
    LAST = auto()
    OVER = auto()
    HOLLOW = auto()


class Drain(NamedTuple):
    """Seconds left of a phase, negative when it is over, of how many, and whether they go by."""

    left_s: int
    whole_s: int
    going: Going = Going.RUNNING

    @property
    def look(self) -> _Look:
        """How the bar is filled."""
        if self.going is not Going.RUNNING:
            return _Look.HOLLOW
        if self.left_s < 0:
            return _Look.OVER
        return _Look.LAST if self.left_s <= _LAST_S else _Look.LEFT

    @property
    def share(self) -> float:
        """What is left of the whole, from 0 to 1; a phase that is over fills the bar."""
        return 1.0 if self.left_s < 0 else min(1.0, self.left_s / max(1, self.whole_s))

    @property
    def word(self) -> str:
        """The same beside it: no meaning hangs on the colour alone."""
        if self.going is Going.WAITING:
            return "Not started"
        if self.going is Going.PAUSED:
            return "Paused, over" if self.left_s < 0 else "Paused"
        whole = abs(self.left_s) // 60
        if self.left_s < 0:
            return f"{whole} min over" if whole else "over"
        return "last minute" if self.left_s <= _LAST_S else f"{whole} min left"


class PhaseBar(Themed, QLabel):
    """Drains towards where lines begin, with a word beside it.

    Accent; amber in the last minute; hatched when over; hollow while the clock stands. A second
    that goes by paints anew the few pixels that it took.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._drain = Drain(0, 1, Going.WAITING)
        self._end = 0
        self._bar = QRect()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        # It lays the ground itself: nothing beneath it is painted with it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._tell()

    @property
    def drain(self) -> Drain:
        """What it shows."""
        return self._drain

    def show_drain(self, drain: Drain) -> None:
        """Show this."""
        before, self._drain = self._drain, drain
        if (before.look, before.word) != (drain.look, drain.word):
            self._end = self._filled().right()
            self._tell()
            self.update()
            return
        ends = (self._end, self._filled().right())
        if ends[0] != ends[1]:
            self._end = ends[1]
            radius = self._bar.height()
            left, right = min(ends) - radius, max(ends) + radius
            strip = QRect(left, self._bar.top(), right - left, self._bar.height())
            self.update(self._seen(strip))

    def show_left(self, left_s: int) -> None:
        """Show that so many seconds are left by now."""
        self.show_drain(self._drain._replace(left_s=left_s))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._theme.metrics("small").height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = painter_on(self)
        painter.fillRect(event.rect(), self.palette().window())
        self._paint_bar(painter)
        words = self._seen(self._words_spot())
        if event.rect().intersects(words):
            plain = self._drain.look in (_Look.LEFT, _Look.HOLLOW)
            painter.setFont(theme.font("small" if plain else "small-strong"))
            painter.setPen(theme.colour("ink2" if plain else "warn"))
            draw_line(painter, words, self._drain.word, self, Qt.AlignmentFlag.AlignTrailing)
        painter.end()

    def _paint_bar(self, painter: QPainter) -> None:
        theme, look = self._theme, self._drain.look
        radius = self._bar.height() / 2
        rounded(painter, self._seen(self._bar), radius, theme.colour("sunk"))
        if not self._drain.share:
            return
        filled = self._seen(self._filled())
        if look is _Look.HOLLOW:
            rounded(
                painter, filled, radius, theme.colour("surface"), theme.colour("ink2"), width=1.5
            )
            return
        fill: ColourName = "accent" if look is _Look.LEFT else "warn"
        if look is not _Look.OVER:
            rounded(painter, filled, radius, theme.colour(fill))
            return
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(filled), radius, radius)
        painter.fillPath(shape, theme.colour("warnbg"))
        painter.fillPath(shape, QBrush(theme.colour("warn"), Qt.BrushStyle.BDiagPattern))
        rounded(painter, filled, radius, None, theme.colour("warn"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        tall = self._theme.px(_BAR)
        width = self.width() - self._words_width() - self._theme.px(_GAP)
        self._bar = QRect(0, (self.height() - tall) // 2, max(tall, width), tall)
        self._end = self._filled().right()

    def _filled(self) -> QRect:
        """What is left, read from left to right: a dot at the least."""
        width = round(self._bar.width() * self._drain.share)
        return QRect(self._bar.topLeft(), QSize(max(self._bar.height(), width), self._bar.height()))

    def _words_spot(self) -> QRect:
        width = self._words_width()
        return QRect(self.width() - width, 0, width, self.height())

    def _words_width(self) -> int:
        return max(self._theme.width("small-strong", word) for word in _WORDS)

    def _tell(self) -> None:
        self.setAccessibleName(f"Time of the phase: {self._drain.word}")

    @Slot()
    def _restyle(self) -> None:
        self._place()
        super()._restyle()

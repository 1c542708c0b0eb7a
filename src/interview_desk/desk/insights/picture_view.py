"""A figure as it is drawn: its dots open their interviews, by a click or by the keys."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip

from interview_desk.desk.insights.plots import Plot, plot
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.messages import announce
from interview_desk.desk.widgets.painted import Painted, mirrored
from interview_desk.desk.widgets.text_painting import draw_line
from interview_desk.insights.insight import Dot, Insight, Picture

_RADIUS, _NEAR = 3, 8
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PictureView(Painted, QLabel):
    """Draws one picture. ``opened`` carries the row of an interview."""

    opened = Signal(int)

    def __init__(self, theme: Theme, insight: Insight, picture: Picture) -> None:
        super().__init__(theme)
        self._picture = picture
        self._plot: Plot | None = None
        self._width = 0
        self._current = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{insight.title}: {insight.sentence}")
        if self.dots:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setAccessibleDescription("Arrows go from dot to dot, Enter opens its interview")
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def dots(self) -> tuple[tuple[QPointF, Dot], ...]:
        """The dots in their places."""
        return self._laid().dots

    @property
    def current(self) -> Dot | None:
        """The dot that the arrows have come to."""
        return self.dots[self._current][1] if 0 <= self._current < len(self.dots) else None

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), self._laid().height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._laid().height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self._laid().height)

    def draw(self, painter: QPainter) -> None:
        theme, laid = self._theme, self._laid()
        self._draw_words(painter, laid)
        painter.setPen(Qt.PenStyle.NoPen)
        for spots, colour in (
            (laid.rules, theme.colour("line")),
            (laid.grounds, theme.colour("sunk")),
            (laid.bars, theme.colour("accent")),
            (laid.ticks, theme.colour("ink")),
        ):
            painter.setBrush(colour)
            for spot in spots:
                painter.drawRect(spot)
        if laid.course:
            painter.setPen(QPen(theme.colour("ink2"), theme.px(2)))
            painter.drawPolyline(list(laid.course))
        self._draw_dots(painter, laid)
        self._ring(painter, self.rect(), theme.px(4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = Qt.Key(event.key()), len(self.dots) - 1
        if key in _STEPS and self.dots:
            self._go_to(min(max(0, self._current + _STEPS[key]), last))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.dots:
            self._go_to(0 if key == Qt.Key.Key_Home else last)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current:
            self.opened.emit(self.current.row)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        dot = self._dot_at(event.position())
        if dot is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(dot.row)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            dot = self._dot_at(QPointF(event.pos()))
            if dot is not None:
                QToolTip.showText(event.globalPos(), dot.words, self)
            return True
        return super().event(event)

    def _go_to(self, number: int) -> None:
        self._current = number
        self.update()
        if self.current is not None:
            announce(self, self.current.words)

    def _dot_at(self, point: QPointF) -> Dot | None:
        near = self._theme.px(_NEAR)
        distances = [((spot - point).manhattanLength(), dot) for spot, dot in self.dots]
        found = min(distances, key=lambda each: each[0], default=(near + 1.0, None))
        return found[1] if found[0] <= near else None

    def _laid(self) -> Plot:
        if self._plot is None or self._width != self.width():
            self._width = self.width()
            self._plot = plot(self._picture, self._width, self._theme.px)
        return self._plot

    def _draw_words(self, painter: QPainter, laid: Plot) -> None:
        painter.setPen(self._theme.colour("ink2"))
        for word in laid.words:
            painter.setFont(self._theme.font(word.role))
            spot = mirrored(word.spot, self.rect(), self.layoutDirection())
            draw_line(painter, spot, word.text, self, word.align)

    def _draw_dots(self, painter: QPainter, laid: Plot) -> None:
        theme, radius = self._theme, self._theme.px(_RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, (spot, dot) in enumerate(laid.dots):
            painter.setBrush(theme.colour("warn" if dot.marked else "accent"))
            around = QRectF(spot.x() - radius, spot.y() - radius, 2 * radius, 2 * radius)
            # A square is told from a round dot without its colour.
            painter.drawRect(around) if dot.marked else painter.drawEllipse(around)
            if number == self._current and self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.colour("ink"), theme.px(2)))
                painter.drawEllipse(around.adjusted(-3, -3, 3, 3))
                painter.setPen(Qt.PenStyle.NoPen)

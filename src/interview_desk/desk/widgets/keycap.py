"""A key as printed on a keyboard, for shortcut hints."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import ColourName
from interview_desk.desk.widgets.paint import painter_on, rounded


def key_cap_size(theme: Theme, keys: str) -> QSize:
    """The size of a key cap around ``keys``; nothing for no keys."""
    if not keys:
        return QSize(0, 0)
    height = theme.metrics("key").height() + theme.px(2)
    return QSize(max(height, theme.width("key", keys) + 2 * theme.px(4)), height)


def paint_key_cap(
    painter: QPainter, theme: Theme, rect: QRect, keys: str, on_fill: bool = False
) -> None:
    """A key cap in ``rect``; ``on_fill`` for one that lies on the accent colour."""
    border = theme.colour("on_accent" if on_fill else "line")
    if on_fill:
        border = QColor(border)
        border.setAlphaF(0.55)
    rounded(painter, rect, theme.px(3), None if on_fill else theme.colour("surface"), border)
    text: ColourName = "on_accent" if on_fill else "ink3"
    painter.setPen(theme.colour(text))
    painter.setFont(theme.font("key"))
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, keys)


class KeyCap(QLabel):
    """A key cap on its own, beside a text that says what the key does."""

    def __init__(self, theme: Theme, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(keys)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return key_cap_size(self._theme, self.text())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        rect = QRect(self.rect())
        rect.setSize(self.sizeHint().boundedTo(self.size()))
        rect.moveCenter(self.rect().center())
        paint_key_cap(painter, self._theme, rect, self.text())
        painter.end()

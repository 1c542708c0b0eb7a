"""A quiet remark with a coloured bar at its beginning: the one cue of the live page."""

from enum import Enum

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import ColourName, Tone
from interview_desk.desk.widgets.paint import mirrored, painter_on, rounded
from interview_desk.desk.widgets.text_painting import Paragraph

_BAR = 3
_PAD_X, _PAD_Y = 12, 8


class MessageKind(Enum):
    """How much a message asks for: its tone, its ground, and its glyph."""

    INFO = ("accent", "accentbg", "i")
    WARN = ("warn", "warnbg", "!")
    ERROR = ("bad", "badbg", "×")

    @property
    def tone(self) -> Tone:
        """The colour of bar and glyph."""
        tone: Tone = self.value[0]
        return tone

    @property
    def ground(self) -> ColourName:
        """The colour behind the words."""
        ground: ColourName = self.value[1]
        return ground

    @property
    def glyph(self) -> str:
        """What says the kind without colour."""
        return self.value[2]


def paint_message_ground(
    painter: QPainter, theme: Theme, kind: MessageKind, owner: QWidget
) -> None:
    """The ground of a message and the bar at its beginning, over all of ``owner``."""
    rect = owner.rect()
    rounded(painter, rect, theme.px(5), theme.colour(kind.ground))
    bar = QRect(0, 0, theme.px(_BAR), rect.height())
    painter.fillRect(mirrored(bar, rect, owner.layoutDirection()), theme.colour(kind.tone))


class Callout(QLabel):
    """A few words on their own ground, broken into lines."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        kind: MessageKind = MessageKind.WARN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)
        theme.changed.connect(self._restyle)

    def set_message(self, text: str, kind: MessageKind = MessageKind.WARN) -> None:
        """Other words; nothing is painted if they are the same."""
        if (text, kind) != (self.text(), self._kind):
            self._kind = kind
            self.setText(text)
            self._restyle()

    def sizeHint(self) -> QSize:
        width = self._theme.px(240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(96), self._theme.px(32))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._broken(width).height + 2 * self._theme.px(_PAD_Y)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = painter_on(self)
        paint_message_ground(painter, theme, self._kind, self)
        painter.setPen(theme.colour("ink"))
        text = self._broken(self.width())
        width = self.width() - self._around()
        spot = QRect(theme.px(_BAR + _PAD_X), theme.px(_PAD_Y), width, text.height)
        seen = mirrored(spot, self.rect(), self.layoutDirection())
        text.draw(painter, QPointF(seen.topLeft()), self)
        painter.end()

    def _broken(self, width: int) -> Paragraph:
        font = self._theme.font("small")
        return Paragraph(self.text(), font, width - self._around())

    def _around(self) -> int:
        return self._theme.px(_BAR + 2 * _PAD_X)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

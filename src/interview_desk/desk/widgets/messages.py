"""What the window has to say: a banner, a callout, and words for screen readers only."""

from collections.abc import Sequence
from enum import Enum
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QPointF, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import ColourName, Tone
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.painted import Painted, mirrored, rounded
from interview_desk.desk.widgets.text_painting import Paragraph


def announce(source: QObject, text: str) -> None:
    """Let a screen reader say a text when it has finished its sentence; the focus stays.

    Nothing is said of what is hidden, as by the curtain.
    """
    if isinstance(source, QWidget) and not source.isVisible():
        return
    # Imported with the first message: the library is on the screen sooner without it.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))


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


class Callout(Painted, QLabel):
    """A few words on their own ground, broken into lines."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        kind: MessageKind = MessageKind.WARN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._kind = kind
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setText(text)

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
        return True  # Qt would take a label that breaks its own lines for one line

    def heightForWidth(self, width: int) -> int:
        return self._broken(width).height + 2 * self._theme.px(_PAD_Y)

    def draw(self, painter: QPainter) -> None:
        theme = self._theme
        paint_message_ground(painter, theme, self._kind, self)
        painter.setPen(theme.colour("ink"))
        text = self._broken(self.width())
        width = self.width() - self._around()
        spot = QRect(theme.px(_BAR + _PAD_X), theme.px(_PAD_Y), width, text.height)
        text.draw(painter, QPointF(self._seen(spot).topLeft()), self)

    def _broken(self, width: int) -> Paragraph:
        font = self._theme.font("small")
        return Paragraph(self.text(), font, width - self._around())

    def _around(self) -> int:
        return self._theme.px(_BAR + 2 * _PAD_X)


_MOST_ACTIONS = 2


class _Glyph(Painted, QLabel):
    """The kind of a message as a sign in a filled circle."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._kind = MessageKind.INFO

    def set_kind(self, kind: MessageKind) -> None:
        self._kind = kind
        self.setAccessibleName(kind.name.lower())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(16), self._theme.px(16))

    def draw(self, painter: QPainter) -> None:
        theme = self._theme
        spot = self.rect()
        side = theme.px(16)
        spot.setSize(QSize(side, side))
        spot.moveCenter(self.rect().center())
        rounded(painter, spot, side / 2, theme.colour(self._kind.tone))
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("on_accent"))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, self._kind.glyph)


class Banner(Painted, QWidget):
    """A message with up to two actions. Hidden until it has one; never takes the focus.

    ``acted`` carries the number of the action, from 0; ``dismissed`` that the user put the
    message away, which the banner does by itself. An action leaves it to the page.
    """

    acted = Signal(int)
    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._kind = MessageKind.INFO
        self._glyph = _Glyph(theme, self)
        self._words = Label(theme, wrap=True, parent=self)
        self._actions = [TextButton(theme, "", parent=self) for _ in range(_MOST_ACTIONS)]
        self._dismiss = TextButton(theme, "×", ButtonKind.QUIET, parent=self)
        self._dismiss.setAccessibleName("Dismiss this message")
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(6), theme.px(8), theme.px(6))
        row.setSpacing(theme.px(8))
        row.addWidget(self._glyph)
        row.addWidget(self._words, 1)
        for button in (*self._actions, self._dismiss):
            row.addWidget(button)
        for button, slot in zip(self._actions, (self._act_first, self._act_second), strict=True):
            button.clicked.connect(slot)
        self._dismiss.clicked.connect(self._put_away)
        self.hide()

    def show_message(
        self, text: str, kind: MessageKind = MessageKind.INFO, actions: Sequence[str] = ()
    ) -> None:
        """Say it, with a button for each of ``actions`` (two at most)."""
        if len(actions) > _MOST_ACTIONS:
            raise ValueError("a banner has room for two actions")
        self._kind = kind
        self._glyph.set_kind(kind)
        self._words.setText(text)
        self.setAccessibleName(text)
        for number, button in enumerate(self._actions):
            button.setVisible(number < len(actions))
            if number < len(actions):
                button.set_text(actions[number])
        self.show()
        self.update()
        self._dismiss.setAccessibleDescription(text)
        announce(self, text)

    def text(self) -> str:
        """What it says; empty when it is not shown."""
        return self._words.text() if not self.isHidden() else ""

    def clear(self) -> None:
        """Hide it, because what it said no longer holds."""
        self.hide()

    def draw(self, painter: QPainter) -> None:
        paint_message_ground(painter, self._theme, self._kind, self)

    @Slot()
    def _act_first(self) -> None:
        self.acted.emit(0)

    @Slot()
    def _act_second(self) -> None:
        self.acted.emit(1)

    @Slot()
    def _put_away(self) -> None:
        self.hide()
        self.dismissed.emit()


@runtime_checkable
class _Page(Protocol):
    """What has a place for what the user must know, where it stays until it was seen."""

    banner: Banner


def pasted_words(kept: int, total: int, source: str) -> str:
    """How much of what was put in is there; ``source`` is where all of it still is."""
    return f"Pasted {kept:,} of {total:,} characters: the rest is left out; it is still {source}."


def full_words(most: str) -> str:
    """Why a letter that was typed is not there; ``most`` is what the field holds."""
    return f"Not typed: more than {most} do not fit in here."


def cut_words(name: str, most: int) -> str:
    """Why not all that was put into the line of that name is there."""
    return f"{name}: no more than {most:,} characters fit; the rest is left out."


def note_words(over: int) -> str:
    """Why a note is not saved, which is by so many characters too long."""
    return f"Not saved: the note is too long by {over:,} characters. It stays here until it fits."


def tell_left_out(field: QWidget, words: str) -> None:
    """Let the page that the field is on say it."""
    if (banner := _banner_of(field)) is not None:
        banner.show_message(words)


def forget_left_out(field: QWidget, words: str) -> None:
    """The text that it was said of is gone."""
    if (banner := _banner_of(field)) is not None and banner.text() == words:
        banner.clear()


def _banner_of(field: QWidget) -> Banner | None:
    around = field.parentWidget()
    while around is not None and not isinstance(around, _Page):
        around = around.parentWidget()
    return around.banner if around is not None else None

"""The line in the window that says what happened and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.announce import announce
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.callout import MessageKind, paint_message_ground
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.paint import painter_on, rounded

_MOST_ACTIONS = 2


class _Glyph(QLabel):
    """The kind of a message as a sign in a filled circle."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = MessageKind.INFO

    def set_kind(self, kind: MessageKind) -> None:
        self._kind = kind
        self.setAccessibleName(kind.name.lower())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(16), self._theme.px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = painter_on(self)
        spot = self.rect()
        side = theme.px(16)
        spot.setSize(QSize(side, side))
        spot.moveCenter(self.rect().center())
        rounded(painter, spot, side / 2, theme.colour(self._kind.tone))
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("on_accent"))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, self._kind.glyph)
        painter.end()


class Banner(QWidget):
    """A message with up to two actions. Hidden until it has one; never takes the focus.

    ``acted`` carries the number of the action, from 0; ``dismissed`` that the user put the
    message away, which the banner does by itself. An action leaves it to the page.
    """

    acted = Signal(int)
    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
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
        theme.changed.connect(self.update)
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

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        paint_message_ground(painter, self._theme, self._kind, self)
        painter.end()

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

"""The levels of a dimension as cards, side by side, with all their texts to be read."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.chips import key_cap_size, paint_key_cap
from interview_desk.desk.widgets.painted import Pressable, rounded
from interview_desk.desk.widgets.radio_group import RadioGroup
from interview_desk.desk.widgets.text_painting import (
    Paragraph,
    button_text,
    draw_line,
    line_height,
    one_line,
    tip_when_cut,
)

_PAD = 14
_NARROWEST, _USUAL = 132, 212


@dataclass(frozen=True, slots=True)
class CardText:
    """What a card says: the level's name, its text in the guide, and its key."""

    name: str
    text: str
    keys: str = ""


class LevelCard(Pressable, QRadioButton):
    """One level to choose."""

    def __init__(self, theme: Theme, card: CardText, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._name = one_line(card.name)
        self._body = one_line(card.text)
        self._keys = card.keys
        self._paragraph: tuple[int, Paragraph] | None = None
        self.setText(button_text(self._name))
        self.setAccessibleName(self._name)
        told = (self._body.rstrip("."), self._keys)
        self.setAccessibleDescription(". ".join(part for part in told if part))

    @property
    def least(self) -> int:
        """The width in which its name is not cut, within reason, in pixels."""
        theme = self._theme
        cap = key_cap_size(theme, self._keys).width() if self._keys else 0
        name = theme.width("strong", self._name) + cap + 2 * theme.px(_PAD) + theme.px(6)
        return min(max(theme.px(_NARROWEST), name), theme.px(_USUAL))

    def sizeHint(self) -> QSize:
        width = self._theme.px(_USUAL)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._theme.px(_NARROWEST)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        pad = self._theme.px(_PAD)
        return pad + self._head() + self._broken(width).height + pad

    def draw(self, painter: QPainter) -> None:
        theme, chosen = self._theme, self.isChecked()
        radius, pad = theme.px(8), theme.px(_PAD)
        hovered = self._is_lit()
        fill = theme.colour("accentbg" if chosen else "bg" if hovered else "surface")
        border = theme.colour("accent" if chosen else "line")
        rounded(painter, self.rect(), radius, fill, border, width=2.0 if chosen else 1.0)
        head = QRect(pad, pad - theme.px(3), self.width() - 2 * pad, self._head())
        cap = key_cap_size(theme, self._keys)
        if self._keys:
            left = head.right() + 1 - cap.width() + theme.px(4)
            spot = QRect(left, head.top(), cap.width(), cap.height())
            paint_key_cap(painter, theme, self._seen(spot), self._keys)
            head.setRight(left - theme.px(6))
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("ink"))
        cut = draw_line(painter, self._seen(head), self._name, self)
        painter.setPen(theme.colour("ink" if chosen else "ink2"))
        text = self._broken(self.width())
        text.draw(painter, QPointF(pad, pad + self._head()), self)
        inset = 3 if chosen else 0
        inner = self.rect().adjusted(inset, inset, -inset, -inset)
        self._ring(painter, inner, radius - inset)
        tip_when_cut(self, self._name, cut)

    def _head(self) -> int:
        return line_height(self._theme.font("strong")) + self._theme.px(2)

    def _broken(self, width: int) -> Paragraph:
        room = width - 2 * self._theme.px(_PAD)
        if self._paragraph is None or self._paragraph[0] != room:
            self._paragraph = (room, Paragraph(self._body, self._theme.font("body"), room))
        return self._paragraph[1]

    @Slot()
    def _restyle(self) -> None:
        self._paragraph = None
        super()._restyle()


class LevelCards(RadioGroup):
    """The cards of one dimension, those of a row of one height; in several rows where narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._cards: list[LevelCard] = []
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._follow_width()

    @property
    def cards(self) -> tuple[LevelCard, ...]:
        """The cards, in the order they were given."""
        return tuple(self._cards)

    def set_cards(self, texts: Sequence[CardText]) -> None:
        """Show these levels, none of them chosen."""
        self._cards = [LevelCard(self._theme, text, self) for text in texts]
        self._replace(self._cards)

    def sizeHint(self) -> QSize:
        width = len(self._cards) * (self._theme.px(_USUAL) + self._gap())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = self._theme.px(_NARROWEST)
        return QSize(least, self.heightForWidth(max(least, self.width())))

    def heightForWidth(self, width: int) -> int:
        return max((spot.bottom() + 1 for spot in self._spots(width)), default=0)

    def draw(self, painter: QPainter) -> None:
        pass  # the frame of a group box

    def _place(self) -> None:
        for card, spot in zip(self._cards, self._spots(self.width()), strict=True):
            card.setGeometry(self._seen(spot))

    def _spots(self, width: int) -> list[QRect]:
        """Where each card goes, left to right, in as few rows as the width allows.

        Where the last row would not be full and it takes less height, each has a row of its own.
        """
        if not self._cards:
            return []
        gap, number = self._gap(), len(self._cards)
        least = max(card.least for card in self._cards)
        fitting = max(1, (width + gap) // (least + gap))
        columns = -(-number // -(-number // fitting))
        spots = self._in_columns(columns, width)
        if number % columns:
            spots = min(spots, self._in_columns(1, width), key=lambda way: way[-1].bottom())
        return spots

    def _in_columns(self, columns: int, width: int) -> list[QRect]:
        gap = self._gap()
        each = max(1, (width - gap * (columns - 1)) // columns)
        spots: list[QRect] = []
        top = 0
        for start in range(0, len(self._cards), columns):
            row = self._cards[start : start + columns]
            height = max(card.heightForWidth(each) for card in row)
            spots += [QRect(n * (each + gap), top, each, height) for n in range(len(row))]
            top += height + gap
        return spots

    def _gap(self) -> int:
        return self._theme.px(10)

"""Buttons with words: plain, primary and quiet, with their key beside the word."""

from enum import Enum, auto

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import ColourName
from interview_desk.desk.widgets.chips import key_cap_size, paint_key_cap
from interview_desk.desk.widgets.layouts import QUIET
from interview_desk.desk.widgets.painted import (
    Pressable,
    down_arrow,
    rounded,
)
from interview_desk.desk.widgets.text_painting import button_text, draw_line, one_line, tip_when_cut

_SHORTENED = 128  # design pixels; a longer word may be cut, and is then told by the tip


class ButtonKind(Enum):
    """How loud a button is. A page has one primary button at most."""

    PLAIN = auto()
    PRIMARY = auto()
    QUIET = auto()


class TextButton(Pressable, QPushButton):
    """A button with a word and, optionally, its key. A click does not take the focus."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: ButtonKind = ButtonKind.PLAIN,
        keys: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        """``keys`` is only shown; binding them is the page's work."""
        super().__init__(theme, parent)
        self._kind = kind
        self._keys = keys
        self._word = ""
        self.set_text(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self._describe()

    def set_text(self, text: str) -> None:
        """Another word."""
        self._word = one_line(text)
        self.setText(button_text(text))
        self.setAccessibleName(self._word)
        self._restyle()

    def set_keys(self, keys: str) -> None:
        """Another key to show; empty for none."""
        self._keys = keys
        self._describe()
        self._restyle()

    def set_kind(self, kind: ButtonKind) -> None:
        """Louder or quieter."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        cap = key_cap_size(self._theme, self._keys)
        gap = self._theme.px(6) if self._keys else 0
        return QSize(self._bare_width() + gap + cap.width(), self._theme.px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._bare_width(), self._theme.px(_SHORTENED)), self._theme.px(30))

    def draw(self, painter: QPainter) -> None:
        theme = self._theme
        self._paint_ground(painter)
        area = self.rect().adjusted(self._padding(), 0, -self._padding(), 0)
        cap = key_cap_size(theme, self._keys)
        gap = theme.px(6)
        word = theme.width("button", self._word)
        with_cap = bool(self._keys) and word + gap + cap.width() <= area.width()
        content = min(area.width(), word + (gap + cap.width() if with_cap else 0))
        left = area.left() + (area.width() - content) // 2
        spot = QRect(left, 0, min(word, area.width()), self.height())
        painter.setFont(theme.font("button"))
        painter.setPen(theme.colour(self._ink()))
        cut = draw_line(painter, self._seen(spot), self._word, self)
        if with_cap:
            top = (self.height() - cap.height()) // 2
            spot = QRect(left + word + gap, top, cap.width(), cap.height())
            paint_key_cap(painter, theme, self._seen(spot), self._keys, self._is_filled())
        tip_when_cut(self, self._word, cut)

    def _paint_ground(self, painter: QPainter) -> None:
        theme, radius = self._theme, self._theme.px(6)
        if self._is_filled():
            rounded(painter, self.rect(), radius, self._fill())
            if self.hasFocus():
                inner = self.rect().adjusted(2, 2, -2, -2)
                rounded(painter, inner, radius - 2, None, theme.colour("on_accent"), width=1.5)
            return
        border = None if self._kind is ButtonKind.QUIET else theme.colour("line")
        rounded(painter, self.rect(), radius, self._fill(), border)
        self._ring(painter, self.rect(), radius)

    def _fill(self) -> QColor | None:
        theme = self._theme
        hovered = self._is_lit()
        pressed = self.isDown() or self.isChecked()
        if self._is_filled():
            accent = theme.colour("accent")
            return accent.darker(118) if pressed else accent.darker(108) if hovered else accent
        if pressed:
            return theme.colour("accentbg")
        if hovered:
            return theme.colour("sunk")
        return None if self._kind is ButtonKind.QUIET else theme.colour("surface")

    def _ink(self) -> ColourName:
        if not self.isEnabled():
            return "ink3"
        if self._is_filled():
            return "on_accent"
        return "ink2" if self._kind is ButtonKind.QUIET else "ink"

    def _is_filled(self) -> bool:
        return self._kind is ButtonKind.PRIMARY and self.isEnabled()

    def _padding(self) -> int:
        return self._theme.px(QUIET if self._kind is ButtonKind.QUIET else 12)

    def _bare_width(self) -> int:
        return self._theme.width("button", self._word) + 2 * self._padding()

    def _describe(self) -> None:
        self.setAccessibleDescription(self._keys)


_ARROW = 8


class MenuButton(TextButton):
    """Says what it offers by its tool tip, and to screen readers.

    The arrow is drawn: few fonts have one, and to look for another that does takes 7 ms.
    """

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(30), self._theme.px(30))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def draw(self, painter: QPainter) -> None:
        self._paint_ground(painter)
        side = self._theme.px(_ARROW)
        spot = QRectF(0, 0, side, side / 2)
        spot.moveCenter(QRectF(self.rect()).center())
        down_arrow(painter, spot, self._theme.colour(self._ink()))

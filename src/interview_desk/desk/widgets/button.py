"""Buttons with words: plain, primary and quiet, with their key beside the word."""

from enum import Enum, auto

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import ColourName
from interview_desk.desk.widgets.keycap import key_cap_size, paint_key_cap
from interview_desk.desk.widgets.paint import focus_ring, mirrored, painter_on, rounded
from interview_desk.desk.widgets.text_margins import QUIET
from interview_desk.desk.widgets.text_painting import button_text, draw_line, one_line, tip_when_cut

_SHORTENED = 128  # design pixels; a longer word may be cut, and is then told by the tip


class ButtonKind(Enum):
    """How loud a button is. A page has one primary button at most."""

    PLAIN = auto()
    PRIMARY = auto()
    QUIET = auto()


class TextButton(QPushButton):
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
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._keys = keys
        self._word = ""
        self.set_text(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self._describe()
        theme.changed.connect(self._restyle)

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

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = painter_on(self)
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
        painter.end()
        tip_when_cut(self, self._word, cut)

    def _paint_ground(self, painter: QPainter) -> None:
        theme, radius = self._theme, self._theme.px(6)
        focused = self.hasFocus()
        if self._is_filled():
            rounded(painter, self.rect(), radius, self._fill())
            if focused:
                inner = self.rect().adjusted(2, 2, -2, -2)
                rounded(painter, inner, radius - 2, None, theme.colour("on_accent"), width=1.5)
            return
        border = None if self._kind is ButtonKind.QUIET else theme.colour("line")
        rounded(painter, self.rect(), radius, self._fill(), border)
        if focused:
            focus_ring(painter, theme, self.rect(), radius)

    def _fill(self) -> QColor | None:
        theme = self._theme
        hovered = self.isEnabled() and self.underMouse()
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

    def _seen(self, rect: QRect) -> QRect:
        return mirrored(rect, self.rect(), self.layoutDirection())

    def _describe(self) -> None:
        self.setAccessibleDescription(self._keys)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

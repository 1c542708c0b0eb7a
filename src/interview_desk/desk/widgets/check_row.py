"""A row to tick: an indicator that can be seen again, a question asked, a thing to prepare."""

from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import ColourName
from interview_desk.desk.widgets.chips import key_cap_size, paint_key_cap
from interview_desk.desk.widgets.painted import Pressable, rounded, tick
from interview_desk.desk.widgets.text_painting import (
    Paragraph,
    button_text,
    draw_line,
    line_height,
    one_line,
    tip,
)

CheckTone = Literal["good", "bad", "grey"]

_GAP = 8
_PAD = 5
_REACH = 4  # how far beside the box a click still means the box


class CheckRow(Pressable, QCheckBox):
    """A check box with a wrapped text and its key; the whole row can be clicked.

    A plain row toggles and emits ``clicked``. A row that ``repeats`` changes only by
    :meth:`set_count`: a press anywhere, or Space, emits ``pressed_row`` (seen once more); a
    click on the ticked box, or Delete, emits ``cleared``.
    """

    pressed_row = Signal()
    cleared = Signal()

    def __init__(
        self,
        theme: Theme,
        text: str,
        full: str = "",
        *,
        tone: CheckTone = "good",
        keys: str = "",
        repeats: bool = False,
        max_lines: int | None = 3,
    ) -> None:
        """``text`` may be a brief one, with ``full`` for the tool tip; grey fades when ticked."""
        super().__init__(theme)
        self._tone = tone
        self._keys = keys
        self._repeats = repeats
        self._max_lines = max_lines
        self._count = 0
        self._on_box = False
        self._paragraph: tuple[int, Paragraph] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._follow_width()
        self.set_text(text, full)

    def set_keys(self, keys: str) -> None:
        """Another key to show; empty for none."""
        if keys != self._keys:
            self._keys = keys
            self.setAccessibleDescription(keys)
            self._paragraph = None
            self._restyle()

    def set_text(self, text: str, full: str = "") -> None:
        """Another text, and the full wording where it is longer."""
        self._text = one_line(text)
        self._full = one_line(full) or self._text
        self.setText(button_text(self._text))
        self.setAccessibleDescription(self._keys)
        self._tell()
        self._restyle()

    def set_max_lines(self, max_lines: int | None) -> None:
        """Another number of lines to break the text into; None for as many as it takes."""
        if max_lines != self._max_lines:
            self._max_lines = max_lines
            self._restyle()

    def set_count(self, count: int) -> None:
        """How often it was seen: ticked from 1, and the number shown from 2."""
        if count == self._count and self.isChecked() == (count > 0):
            return
        self._count = count
        self.setChecked(count > 0)
        self._tell()
        self._restyle()

    def sizeHint(self) -> QSize:
        words = self._theme.width("body", self._text)
        width = min(self._text_left() + words + self._right_width(), self._theme.px(320))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        narrow = self._text_left() + self._theme.px(72) + self._right_width()
        return QSize(narrow, self._line() + 2 * self._theme.px(_PAD))

    def heightForWidth(self, width: int) -> int:
        text = self._broken(width)
        return max(text.height, self._line()) + 2 * self._theme.px(_PAD)

    def nextCheckState(self) -> None:
        if not self._repeats:
            super().nextCheckState()
        elif self._on_box and self.isChecked():
            self.cleared.emit()
        else:
            self.pressed_row.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # Qt asks for the next state without saying where the click was.
        target = self._box().adjusted(-_REACH, -_REACH, _REACH, _REACH)
        self._on_box = self._seen(target).contains(event.position().toPoint())
        super().mouseReleaseEvent(event)
        self._on_box = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        removes = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if removes and self._repeats and self.isChecked():
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def draw(self, painter: QPainter) -> None:
        theme = self._theme
        self._paint_box(painter)
        text = self._broken(self.width())
        faded = not self.isEnabled() or (self._tone == "grey" and self.isChecked())
        painter.setPen(theme.colour("ink3" if faded else "ink"))
        width = self._text_width(self.width())
        spot = self._seen(QRect(self._text_left(), theme.px(_PAD), width, text.height))
        text.draw(painter, QPointF(spot.topLeft()), self)
        self._paint_right(painter)
        words = self._seen(QRect(self._text_left(), 0, width, self.height()))
        ring = words.adjusted(-5, 0, 5, 0).intersected(self.rect())
        self._ring(painter, ring, theme.px(5))
        told = tip(self._full) if text.cut or self._full != self._text else ""
        if self.toolTip() != told:
            self.setToolTip(told)

    def _paint_box(self, painter: QPainter) -> None:
        theme, box = self._theme, QRectF(self._seen(self._box()))
        radius = theme.px(4)
        if not self.isChecked():
            lit = self.isEnabled() and (self.underMouse() or self.hasFocus())
            border = theme.colour("accent" if lit else "ink3")
            rounded(painter, box, radius, theme.colour("surface"), border, width=1.5)
            return
        fill: ColourName = "ink3" if self._tone == "grey" else self._tone
        rounded(painter, box, radius, theme.colour(fill))
        tick(painter, box, theme.colour("on_accent"))

    def _paint_right(self, painter: QPainter) -> None:
        theme = self._theme
        cap = key_cap_size(theme, self._keys)
        line = QRect(0, theme.px(_PAD), self.width(), self._line())
        if self._keys:
            top = line.top() + (line.height() - cap.height()) // 2
            left = line.right() + 1 - cap.width()
            spot = QRect(left, top, cap.width(), cap.height())
            paint_key_cap(painter, theme, self._seen(spot), self._keys)
            line.setRight(spot.left() - theme.px(6))
        if self._count > 1:
            painter.setFont(theme.font("label"))
            painter.setPen(theme.colour("ink2"))
            draw_line(painter, self._seen(line), f"×{self._count}", self,
                      Qt.AlignmentFlag.AlignTrailing)  # fmt: skip

    def _broken(self, width: int) -> Paragraph:
        room = self._text_width(width)
        if self._paragraph is None or self._paragraph[0] != room:
            font = self._theme.font("body")
            self._paragraph = (room, Paragraph(self._text, font, room, self._max_lines))
        return self._paragraph[1]

    def _box(self) -> QRect:
        side = self._theme.px(15)
        return QRect(0, self._theme.px(_PAD) + (self._line() - side) // 2, side, side)

    def _line(self) -> int:
        return line_height(self._theme.font("body"))

    def _text_left(self) -> int:
        return self._theme.px(15) + self._theme.px(_GAP)

    def _text_width(self, width: int) -> int:
        return width - self._text_left() - self._right_width()

    def _right_width(self) -> int:
        """The key, the count, and the space before them."""
        theme = self._theme
        keys = key_cap_size(theme, self._keys).width()
        # Kept free from the start: a second sighting must not break the lines anew.
        times = theme.width("label", f"×{max(self._count, 9)}") if self._repeats else 0
        return sum(part + theme.px(6) for part in (keys, times) if part)

    def _tell(self) -> None:
        times = f", seen {self._count} times" if self._count > 1 else ""
        self.setAccessibleName(self._full + times)

    @Slot()
    def _restyle(self) -> None:
        self._paragraph = None
        super()._restyle()

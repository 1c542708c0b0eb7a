"""A row to tick: an indicator that can be seen again, a question asked, a thing to prepare."""

from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import ColourName
from interview_desk.desk.widgets.chips import key_cap_size, paint_key_cap
from interview_desk.desk.widgets.painted import Checkable, Pressable, rounded, tick
from interview_desk.desk.widgets.text_painting import (
    Paragraph,
    button_text,
    draw_line,
    line_height,
    one_line,
    tip,
)

CheckTone = Literal["good", "bad", "grey"]

_GAP, _CLOSE_GAP = 8, 6
_PAD, _CLOSE_PAD = 5, 0.5
_REACH = 4  # how far beside the box a click still means the box


class CheckRow(Checkable, Pressable, QCheckBox):
    """A check box with a wrapped text and its key; the whole row can be clicked.

    A plain row toggles and emits ``clicked``. A row that ``repeats`` changes only by
    :meth:`set_count`: a press anywhere, or Space, emits ``pressed_row`` (seen once more); a
    click on the ticked box, or Delete, emits ``cleared``. A row that is ``close`` is one line, as
    low as can be, with its key in the box.
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
        self._close: str | None = None  # what of its keys the box leaves out
        self._paragraph: tuple[int, Paragraph] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._follow_width()
        self._follow_tools()
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

    def set_close(self, prefix: str | None) -> None:
        """Close, the box holding the key without that beginning; or open again with None."""
        if prefix != self._close:
            self._close = prefix
            self._restyle()

    def close_height(self) -> int:
        """The height of the row where it is close."""
        return self._theme.metrics("body").height() + 2 * self._theme.px(_CLOSE_PAD)

    def open_height(self, width: int) -> int:
        """The height of the row where it is open, in that width."""
        font, theme = self._theme.font("body"), self._theme
        keys = key_cap_size(theme, self._keys).width()
        room = width - theme.px(15) - theme.px(_GAP) - self._right_parts(keys)
        lines = Paragraph(self._text, font, room, self._max_lines).height
        return max(lines, line_height(font)) + 2 * theme.px(_PAD)

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
        least = self._theme.px(72 if self._close is None else 40)
        narrow = self._text_left() + least + self._right_width()
        return QSize(narrow, self._line() + 2 * self._pad())

    def heightForWidth(self, width: int) -> int:
        if self._close is not None:
            return self.close_height()
        text = self._broken(width)
        return max(text.height, self._line()) + 2 * self._pad()

    def nextCheckState(self) -> None:
        if not self._repeats:
            super().nextCheckState()
        elif self._on_box and self.isChecked():
            self.cleared.emit()
        else:
            self.pressed_row.emit()

    def _toggled_by_tool(self, on: bool) -> None:
        if not self._repeats:
            super()._toggled_by_tool(on)
            return
        self.setChecked(self._count > 0)  # it changes only by what is counted
        (self.pressed_row if on else self.cleared).emit()

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
        spot = self._seen(QRect(self._text_left(), self._pad(), width, text.height))
        above = (text.height - self._line()) // 2 if self._close is not None else 0
        text.draw(painter, QPointF(spot.topLeft()) - QPointF(0, above), self)
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
            self._paint_mark(painter, box, "ink2")
            return
        fill: ColourName = "ink3" if self._tone == "grey" else self._tone
        rounded(painter, box, radius, theme.colour(fill))
        if not self._paint_mark(painter, box, "on_accent"):
            tick(painter, box, theme.colour("on_accent"))

    def _paint_mark(self, painter: QPainter, box: QRectF, colour: ColourName) -> bool:
        """The key in the box of a close row; False if there is none."""
        mark = self._mark()
        if mark:
            painter.setFont(self._theme.font("label" if self.isChecked() else "key"))
            painter.setPen(self._theme.colour(colour))
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, mark)
        return bool(mark)

    def _paint_right(self, painter: QPainter) -> None:
        theme = self._theme
        keys = "" if self._close is not None else self._keys
        cap = key_cap_size(theme, keys)
        line = QRect(0, self._pad(), self.width(), self._line())
        if keys:
            top = line.top() + (line.height() - cap.height()) // 2
            left = line.right() + 1 - cap.width()
            spot = QRect(left, top, cap.width(), cap.height())
            paint_key_cap(painter, theme, self._seen(spot), keys)
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
            lines = 1 if self._close is not None else self._max_lines
            self._paragraph = (room, Paragraph(self._text, font, room, lines))
        return self._paragraph[1]

    def _box(self) -> QRect:
        side = self._side()
        width = max(side, self._theme.width("label", self._mark()) + self._theme.px(4))
        return QRect(0, self._pad() + (self._line() - side) // 2, width, side)

    def _mark(self) -> str:
        """What stands in the box of a close row."""
        return self._keys.removeprefix(self._close) if self._close is not None else ""

    def _side(self) -> int:
        return self._theme.px(15) if self._close is None else self._line() - self._theme.px(1)

    def _pad(self) -> int:
        return self._theme.px(_PAD if self._close is None else _CLOSE_PAD)

    def _line(self) -> int:
        """The height of the first line, which a close row has no room around."""
        if self._close is not None:
            return self._theme.metrics("body").height()
        return line_height(self._theme.font("body"))

    def _text_left(self) -> int:
        return self._box().width() + self._theme.px(_GAP if self._close is None else _CLOSE_GAP)

    def _text_width(self, width: int) -> int:
        return width - self._text_left() - self._right_width()

    def _right_width(self) -> int:
        """The key, the count, and the space before them."""
        if self._close is not None:
            return self._right_parts(0) if self._count > 1 else 0
        return self._right_parts(key_cap_size(self._theme, self._keys).width())

    def _right_parts(self, keys: int) -> int:
        """Likewise, for a key of that width."""
        theme = self._theme
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

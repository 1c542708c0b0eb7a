"""The Markdown of a guide to write in, with its lines numbered and its faults marked."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QToolTip, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.editor import Editor
from interview_desk.desk.widgets.painted import Painted, rounded
from interview_desk.desk.widgets.panel import SlimScrollBar
from interview_desk.desk.widgets.text_painting import tip
from interview_desk.guide.text import MAX_BYTES

_PAD, _DOT = 8, 14


class SourceEdit(Editor):
    """Plain text with a margin. ``asked`` carries the number of a faulty line clicked there.

    Its limit is that of a guide, in bytes.
    """

    asked = Signal(int)
    lines_share_blocks = False  # each has its number

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(MAX_BYTES, parent)
        self._theme = theme
        self._faults: Mapping[int, str] = {}
        self.setAccessibleName("Text of the guide")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBar(SlimScrollBar(theme))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._margin = _Margin(theme, self)
        self._restyle()
        self.textChanged.connect(self.keep_blocks_short)
        self.blockCountChanged.connect(self._fit)
        self.updateRequest.connect(self._follow)
        theme.changed.connect(self._restyle)

    def size_of(self, text: str) -> int:
        return len(text.encode("utf-8", "replace"))

    def first_part(self, text: str, room: int) -> str:
        bytes_of = text[:room].encode("utf-8", "replace")
        return super().first_part(text, len(bytes_of[:room].decode("utf-8", "ignore")))

    def most(self) -> str:
        return f"{self.limit:,} bytes"

    def set_faults(self, faults: Mapping[int, str]) -> None:
        """Mark these lines, counted from 1, each with what is wrong in it."""
        if faults != self._faults:
            self._faults = faults
            self._margin.update()

    def go_to_line(self, number: int) -> None:
        """Put the caret at the beginning of a line, counted from 1, and show it."""
        block = self.block_of_line(max(1, number))
        if block.isValid():
            cursor = QTextCursor(block)
            self.setTextCursor(cursor)
            self.centerCursor()

    def margin_width(self) -> int:
        """How wide the margin is for as many lines as there are."""
        digits = max(2, len(str(self.blockCount())))  # or more, where a line has several
        figures = self._theme.width("mono-figures", "0" * digits)
        return figures + self._theme.px(2 * _PAD + _DOT)

    def margin_lines(self) -> list[tuple[int, QRect]]:
        """The lines in sight, with where they stand beside the text."""
        found: list[tuple[int, QRect]] = []
        block: QTextBlock = self.firstVisibleBlock()
        number = self.line_of(block)
        height = self._theme.metrics("body").lineSpacing()
        while block.isValid():
            frame = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if frame.top() > self.viewport().height():
                break
            spot = QRect(0, round(frame.top()), self.margin_width(), height)
            if not self.goes_on(block) or not found:
                found.append((number, spot))
            block = block.next()
            number += not self.goes_on(block)
        return found

    def fault_at(self, number: int) -> str:
        """What is wrong in a line, empty if nothing is."""
        return self._faults.get(number, "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        area = self.contentsRect()
        width = self.margin_width()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = area.right() + 1 - width if rtl else area.left()
        self._margin.setGeometry(left, area.top(), width, area.height())

    @Slot()
    def _fit(self) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        width = self.margin_width()
        self.setViewportMargins(0 if rtl else width, 0, width if rtl else 0, 0)
        self._place()

    @Slot(QRect, int)
    def _follow(self, area: QRect, by: int) -> None:
        if by:
            self._margin.scroll(0, by)
        else:
            self._margin.update(0, area.y(), self._margin.width(), area.height())

    @Slot()
    def _restyle(self) -> None:
        theme, roles = self._theme, QPalette.ColorRole
        palette = self.palette()
        for role in (roles.Base, roles.Window):
            palette.setColor(role, theme.colour("surface"))
        palette.setColor(roles.Text, theme.colour("ink"))
        palette.setColor(roles.Highlight, theme.colour("accent"))
        palette.setColor(roles.HighlightedText, theme.colour("on_accent"))
        self.setPalette(palette)
        self.setFont(theme.font("body"))
        self._fit()


class _Margin(Painted, QWidget):
    """Numbers beside the lines; a faulty line has a mark, and its number stands out."""

    def __init__(self, theme: Theme, edit: SourceEdit) -> None:
        super().__init__(theme, edit)
        self._edit = edit
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def sizeHint(self) -> QSize:
        return QSize(self._edit.margin_width(), 0)

    def draw(self, painter: QPainter) -> None:
        theme = self._theme
        painter.fillRect(self.rect(), theme.colour("bg"))
        for number, spot in self._edit.margin_lines():
            faulty = bool(self._edit.fault_at(number))
            painter.setFont(theme.font("small-strong" if faulty else "small"))
            painter.setPen(theme.colour("bad" if faulty else "ink3"))
            figures = spot.adjusted(0, 0, -theme.px(_PAD), 0)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(figures, side, str(number))
            if faulty:
                self._paint_mark(painter, spot)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._line_at(round(event.position().y()))
        if number:
            self._edit.go_to_line(number)
            self._edit.asked.emit(number)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            text = self._edit.fault_at(self._line_at(event.pos().y()))
            QToolTip.showText(event.globalPos(), tip(text), self)
            return True
        return super().event(event)

    def _line_at(self, y: int) -> int:
        lines = self._edit.margin_lines()
        return next((n for n, spot in lines if spot.top() <= y <= spot.bottom()), 0)

    def _paint_mark(self, painter: QPainter, spot: QRect) -> None:
        theme = self._theme
        side = theme.px(_DOT)
        top = spot.top() + (spot.height() - side) / 2
        mark = QRectF(theme.px(3), top, side, side)
        rounded(painter, mark, side / 2, theme.colour("bad"))
        painter.setFont(theme.font("key"))
        painter.setPen(theme.colour("surface"))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, "!")

"""A short list to go by: pages of the window, dimensions of the rubric."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from interview_desk.desk.theme.fonts import FontRole
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import Tone
from interview_desk.desk.widgets.painted import Themed, focus_ring, is_hovered, mirrored, rounded
from interview_desk.desk.widgets.text_painting import Paragraph, draw_line, one_line, tip

_ROW = Qt.ItemDataRole.UserRole
_PAD = 12
_NUMBER = 18
_GAP = 8
_ABOVE = 7  # over and under several lines

_Index = QModelIndex | QPersistentModelIndex


# Made before the first paint: the class of a named tuple costs a tenth of a dataclass.
class NavRow(NamedTuple):
    """One row: ``key`` names it to the program, the rest is shown."""

    key: str
    text: str
    number: str = ""
    status: str = ""
    tone: Tone = "ink3"


class NavList(Themed, QListWidget):
    """Rows of which one is current. As tall as its rows: what is around it scrolls.

    A text takes up to ``lines`` lines.

    ``chosen`` carries the row's key when the user moves to it by click or by arrow keys.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str, *, lines: int = 1, parent: QWidget | None = None
    ) -> None:
        """``name`` says what is listed, for screen readers."""
        super().__init__(theme, parent)
        self._painter = _RowPainter(theme, self, lines)
        self._rows: tuple[NavRow, ...] = ()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Asked for its own viewport, Qt would make PySide go through every class of widget (8 ms);
        # this one is known, and not filled.
        self.setViewport(QWidget())
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setItemDelegate(self._painter)
        self.currentRowChanged.connect(self._tell)

    def set_rows(self, rows: Sequence[NavRow]) -> None:
        """Show these rows; the current one stays so if its key is still there."""
        rows = tuple(rows)
        if rows == self._rows:
            return
        current = self.current()
        blocked = self.blockSignals(True)
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        while self.count() < len(rows):
            self.addItem(QListWidgetItem())
        for number, row in enumerate(rows):
            self._fill(self.item(number), row)
        self._rows = rows
        self.blockSignals(blocked)
        self.set_current(current)
        self.updateGeometry()

    def set_current(self, key: str | None) -> None:
        """Make the row of that key current, without ``chosen`` being emitted; None for none."""
        keys = [row.key for row in self._rows]
        blocked = self.blockSignals(True)
        self.setCurrentRow(keys.index(key) if key in keys else -1)
        self.blockSignals(blocked)
        self.viewport().update()

    def current(self) -> str | None:
        """The key of the current row, if any."""
        number = self.currentRow()
        return self._rows[number].key if 0 <= number < len(self._rows) else None

    def sizeHint(self) -> QSize:
        tall = sum(self._painter.height(row, self.width()) for row in self._rows)
        return QSize(self._theme.px(200), tall)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(96), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self._painter.lines > 1:
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0:  # there must be something for the ring to go around
            blocked = self.blockSignals(True)
            self.setCurrentRow(0)
            self.blockSignals(blocked)

    def _fill(self, item: QListWidgetItem, row: NavRow) -> None:
        words = one_line(row.text)
        item.setData(_ROW, row)
        item.setToolTip(tip(words))
        told = f"{row.number} {words}".strip() + (f", {row.status}" if row.status else "")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, told)

    @Slot(int)
    def _tell(self, number: int) -> None:
        if 0 <= number < len(self._rows):
            self.chosen.emit(self._rows[number].key)

    @Slot()
    def _restyle(self) -> None:
        self.doItemsLayout()
        self.updateGeometry()


class _RowPainter(QStyledItemDelegate):
    """Paints a row: number, text, and its status at the far end."""

    def __init__(self, theme: Theme, view: NavList, lines: int) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self.lines = lines

    def height(self, row: NavRow, width: int) -> int:
        """How tall a row of that width is, in pixels."""
        least = self._theme.px(34)
        if self.lines == 1:
            return least
        left, right = self._span(row, width)
        # Measured as if it were chosen: whichever is chosen, the rows stay where they are.
        words = self._broken(row, right - left, chosen=True)
        return max(least, words.height + 2 * self._theme.px(_ABOVE))

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self._theme.px(96), self.height(index.data(_ROW), self._view.width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: NavRow = index.data(_ROW)
        theme = self._theme
        frame: QRect = option.rect
        chosen = index.row() == self._view.currentRow()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, frame, chosen)
        left, right = self._span(row, frame.width())
        words = self._broken(row, right - left, chosen=chosen) if self.lines > 1 else None
        first = self._first_line(frame, words)
        if row.number:
            painter.setFont(theme.font("body"))
            self._put(painter, first, (left - theme.px(_NUMBER), left), row.number, "ink3")
        if row.status:
            painter.setFont(theme.font(_status_role(row)))
            ends = (right + theme.px(_GAP), frame.width() - theme.px(_PAD))
            self._put(painter, first, ends, row.status, row.tone)
        if words is None:
            painter.setFont(theme.font("strong" if chosen else "body"))
            self._put(painter, frame, (left, right), one_line(row.text), "ink")
        else:
            spot = QRect(frame.left() + left, frame.top(), right - left, words.height)
            spot.translate(0, (frame.height() - words.height) // 2)
            painter.setPen(theme.colour("ink"))
            words.draw(painter, QPointF(self._seen(frame, spot).topLeft()), self._view)
        painter.restore()

    def _first_line(self, frame: QRect, words: Paragraph | None) -> QRect:
        """Where the first line of the words stands, for what stands beside it."""
        if words is None:
            return frame
        tall = self._theme.metrics("body").height()
        top = frame.top() + (frame.height() - words.height) // 2
        return QRect(frame.left(), top, frame.width(), tall)

    def _span(self, row: NavRow, width: int) -> tuple[int, int]:
        """Where the text begins and ends: after its number, before its status."""
        theme = self._theme
        left, right = theme.px(_PAD), width - theme.px(_PAD)
        if row.number:
            left += theme.px(_NUMBER)
        if row.status:
            words = theme.width(_status_role(row), row.status)
            right -= min(words, (right - left) // 2) + theme.px(_GAP)
        return left, right

    def _broken(self, row: NavRow, width: int, *, chosen: bool) -> Paragraph:
        font = self._theme.font("strong" if chosen else "body")
        return Paragraph(one_line(row.text), font, width, self.lines)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, frame: QRect, chosen: bool
    ) -> None:
        theme, radius = self._theme, self._theme.px(6)
        if chosen:
            rounded(painter, frame, radius, theme.colour("accentbg"))
        elif is_hovered(self._view, option):
            rounded(painter, frame, radius, theme.colour("sunk"))
        if chosen and self._view.hasFocus():
            focus_ring(painter, theme, frame, radius)

    def _put(
        self, painter: QPainter, frame: QRect, span: tuple[int, int], text: str, tone: Tone
    ) -> None:
        left, right = span
        spot = QRect(frame.left() + left, frame.top(), right - left, frame.height())
        painter.setPen(self._theme.colour(tone))
        draw_line(painter, self._seen(frame, spot), text, self._view)

    def _seen(self, frame: QRect, spot: QRect) -> QRect:
        return mirrored(spot, frame, self._view.layoutDirection())


def _status_role(row: NavRow) -> FontRole:
    return "chip" if row.tone == "ink3" else "label"

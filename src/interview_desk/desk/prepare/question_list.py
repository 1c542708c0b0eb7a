"""The guide's questions under their headings, to choose one from."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    SIGNAL,
    SLOT,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.painted import focus_ring, mirrored, rounded
from interview_desk.desk.widgets.panel import SlimScrollBar
from interview_desk.desk.widgets.text_painting import Paragraph, draw_line, line_height, one_line
from interview_desk.guide.model import QuestionBank

_QUESTION = Qt.ItemDataRole.UserRole
_ASKED = _QUESTION + 1
_PAD, _DOT, _SIDE = 6, 12, 8

_Index = QModelIndex | QPersistentModelIndex


class QuestionList(QListWidget):
    """Arrows move; Enter, Space or a click chooses, and ``picked`` carries the question.

    ``looked_at`` carries the one that the arrows or the pointer have come to, ``added`` the one
    that is to be prepared beside it: by the plus key or Insert.
    """

    picked = Signal(str)
    picked_row = Signal(int)
    added = Signal(str)
    looked_at = Signal(str)

    def __init__(
        self,
        theme: Theme,
        banks: Sequence[QuestionBank],
        parent: QWidget | None = None,
        *,
        ringed: bool = True,
    ) -> None:
        """``ringed`` questions have a ring each, that of the chosen one filled."""
        super().__init__(parent)
        self.ringed = ringed
        self._theme = theme
        self.marked = ""
        self.setAccessibleName("Questions of the guide")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(theme))
        self.setItemDelegate(_QuestionPainter(theme, self))
        for bank in banks:
            self._add_heading(bank.title)
            for question in bank.questions:
                self._add_question(one_line(question.text))
        self.itemClicked.connect(self._pick)
        self.itemEntered.connect(self._look)
        self.currentItemChanged.connect(self._look)
        # By name: PySide would keep a slot that a subclass overrides past its widget.
        QObject.connect(theme, SIGNAL("changed()"), self, SLOT("_restyle()"))

    def add_bank(self, title: str, questions: Sequence[str]) -> None:
        """More questions, after those of the guide."""
        if questions:
            self._add_heading(title)
        for question in questions:
            self._add_question(question)

    def show_questions(self, questions: Sequence[tuple[str, str]]) -> None:
        """Show these and no others, each with what is said under it."""
        with QSignalBlocker(self):
            # Not by `clear`: PySide 6.11 lets go of an item there before Qt deletes it, and
            # looks at it once more, of which the process dies now and then.
            while self.count():
                self.takeItem(self.count() - 1)
            for text, said in questions:
                self._add_question(one_line(text))
                self.item(self.count() - 1).setData(_ASKED, said)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say of each question how often it was asked before."""
        for number in range(self.count()):
            item = self.item(number)
            times = counts.get(item.data(_QUESTION) or "", 0)
            item.setData(_ASKED, f"asked {times}×" if times else "")
        self.scheduleDelayedItemsLayout()

    def mark(self, question: str) -> None:
        """Show which question was chosen; nothing is marked if it is none of these."""
        if question == self.marked:
            return
        self.marked = question
        for number in range(self.count()):
            item = self.item(number)
            text = item.data(_QUESTION)
            if text is not None:
                chosen = ", chosen" if text == question else ""
                asked = f", {item.data(_ASKED)}" if item.data(_ASKED) else ""
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}{asked}{chosen}")
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick(self.currentItem())
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Insert):
            self.add_current()
        else:
            super().keyPressEvent(event)

    @Slot()
    def add_current(self) -> None:
        """Let the question that the arrows or the last click came to be prepared, too."""
        question = self.currentIndex().data(_QUESTION)
        if question is not None:
            self.added.emit(question)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self.setCurrentRow(1 if self.ringed else 0)  # after the first heading

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Qt measures the rows of a plain list once, whatever becomes of its width.
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(360), self._theme.px(260))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(150))

    def _add_heading(self, title: str) -> None:
        item = QListWidgetItem(one_line(title), self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _add_question(self, text: str) -> None:
        item = QListWidgetItem(text, self)
        item.setData(_QUESTION, text)

    @Slot(QListWidgetItem)
    def _pick(self, item: QListWidgetItem | None) -> None:
        question = item.data(_QUESTION) if item is not None else None
        if item is not None and question is not None:
            self.picked.emit(question)
            self.picked_row.emit(self.row(item))

    @Slot(QListWidgetItem)
    def _look(self, item: QListWidgetItem | None) -> None:
        self.looked_at.emit((item.data(_QUESTION) or "") if item is not None else "")

    @Slot()
    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()


class _QuestionPainter(QStyledItemDelegate):
    """Paints a heading, or a question with a ring that is filled when it is chosen."""

    def __init__(self, theme: Theme, view: QuestionList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        width, pad = self._view.viewport().width(), self._theme.px(_PAD)
        if index.data(_QUESTION) is None:
            first = index.row() == 0
            return QSize(width, self._theme.px(22 if first else 34))
        asked = self._asked_height() if index.data(_ASKED) else 0
        return QSize(width, self._broken(index, width).height + asked + 2 * pad)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        frame = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(_QUESTION) is None:
            self._paint_heading(painter, frame, index.data())
        else:
            self._paint_question(painter, option, frame, index)
        painter.restore()

    def _paint_heading(self, painter: QPainter, frame: QRect, title: str) -> None:
        tall = self._theme.px(20)
        painter.setFont(self._theme.font("label"))
        painter.setPen(self._theme.colour("ink3"))
        spot = QRect(frame.left(), frame.bottom() + 1 - tall, frame.width(), tall)
        spot.adjust(self._theme.px(_SIDE), 0, -self._theme.px(_SIDE), 0)
        draw_line(painter, spot, title, self._view)

    def _paint_question(
        self, painter: QPainter, option: QStyleOptionViewItem, frame: QRect, index: _Index
    ) -> None:
        theme, radius = self._theme, self._theme.px(6)
        state: QStyle.StateFlag = option.state
        chosen = index.data(_QUESTION) == self._view.marked
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, frame, radius, theme.colour("accentbg" if chosen else "bg"))
        if self._view.hasFocus() and index.row() == self._view.currentRow():
            focus_ring(painter, theme, frame, radius)
        if self._view.ringed:
            self._paint_dot(painter, frame, chosen)
        painter.setPen(theme.colour("ink"))
        text = self._broken(index, frame.width())
        left = self._left()
        spot = QRect(frame.left() + left, frame.top() + theme.px(_PAD),
                     frame.width() - left - theme.px(_SIDE), text.height)  # fmt: skip
        text.draw(painter, QPointF(self._seen(frame, spot).topLeft()), self._view)
        if asked := index.data(_ASKED):
            under = QRect(spot.left(), spot.bottom() + 1, spot.width(), self._asked_height())
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("ink2"))
            draw_line(painter, self._seen(frame, under), asked, self._view)

    def _left(self) -> int:
        return self._theme.px(_SIDE + (_DOT + 8 if self._view.ringed else 0))

    def _asked_height(self) -> int:
        return line_height(self._theme.font("small"))

    def _paint_dot(self, painter: QPainter, frame: QRect, chosen: bool) -> None:
        theme, side = self._theme, self._theme.px(_DOT)
        drop = (line_height(theme.font("body")) - side) // 2
        left, top = frame.left() + theme.px(_SIDE), frame.top() + theme.px(_PAD) + drop
        ring = QRectF(self._seen(frame, QRect(left, top, side, side)))
        edge = theme.colour("accent" if chosen else "ink3")
        rounded(painter, ring, side / 2, theme.colour("surface"), edge, width=1.5)
        if chosen:
            inner = ring.adjusted(side / 4, side / 4, -side / 4, -side / 4)
            rounded(painter, inner, side / 4, edge)

    def _broken(self, index: _Index, width: int) -> Paragraph:
        theme = self._theme
        room = width - self._left() - theme.px(_SIDE)
        return Paragraph(index.data(_QUESTION), theme.font("body"), room, 3)

    def _seen(self, frame: QRect, spot: QRect) -> QRect:
        return mirrored(spot, frame, self._view.layoutDirection())

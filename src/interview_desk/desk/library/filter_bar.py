"""What is listed beside everything, and in which order: chosen from the keyboard alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.library.interview_lines import Line
from interview_desk.desk.settings import KEEP_MONTHS
from interview_desk.desk.theme.theme import M, S
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.fields import Choice
from interview_desk.desk.widgets.painted import mirrored
from interview_desk.desk.widgets.text_painting import one_line
from interview_desk.interview.status import Status
from interview_desk.store.library import Row
from interview_desk.store.privacy.retention import Retention
from interview_desk.store.queries import Filters, Order
from interview_desk.words import date_words, local

_WIDTH, _LEAST, _TALL = 146, 96, 34
_DUE = "due"
_STATUSES: Sequence[tuple[str, object]] = (
    ("Any status", ()),
    ("Something to do", Filters.open().statuses),
    ("Prepared", (Status.PREPARED,)),
    ("To score", (Status.TO_SCORE,)),
    ("Done", (Status.DONE,)),
    ("Due for review", _DUE),
)
_DATES: Sequence[tuple[str, object]] = (
    ("Any date", (None, None)),
    ("Last 7 days", (7, None)),
    ("Last 30 days", (30, None)),
    ("Last 12 months", (365, None)),
    ("Older than that", (None, 365)),
)
_ORDERS: Sequence[tuple[str, object]] = (
    ("Newest first", Order.NEWEST),
    ("Oldest first", Order.OLDEST),
    ("By candidate", Order.CANDIDATE),
    ("By role", Order.ROLE),
    ("By outcome", Order.RECOMMENDATION),
)


class Selection(Protocol):
    """A selection of interviews, read a page at a time; ``nothing`` says that there are none.

    Both methods raise UserError.
    """

    nothing: str

    def count(self) -> int:
        """How many there are."""

    def page(self, limit: int, offset: int) -> Sequence[Row | Line]:
        """Some of them, in their order."""


class Filtered:
    """Those that pass the filters, in an order of the user's choice."""

    nothing = "No interview matches these choices"

    def __init__(self, desk: Desk, filters: Filters, order: Order) -> None:
        self._desk = desk
        self._filters = filters
        self._order = order

    def count(self) -> int:
        return self._desk.store.queries.count(self._filters)

    def page(self, limit: int, offset: int) -> Sequence[Row | Line]:
        return self._desk.store.queries.list(self._filters, self._order, limit, offset)


class DueForReview:
    """Those that were to be kept until today or a day before, the oldest first."""

    nothing = "No interview is due for review"

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self) -> int:
        return self._desk.store.privacy.count_due(*self._until())

    def page(self, limit: int, offset: int) -> Sequence[Row | Line]:
        due = self._desk.store.privacy.due(*self._until(), limit, offset)
        return [_due_line(each) for each in due]

    def _until(self) -> tuple[date, int]:
        desk = self._desk
        today = local(desk.clock.now().wall_ms, desk.zone).date()
        return today, desk.settings.get(KEEP_MONTHS)


@dataclass(frozen=True, slots=True)
class _Named:
    """A choice with what stands in it while it chooses nothing."""

    choice: Choice
    nothing: str


class FilterBar(QWidget):
    """Choices side by side, in as many rows as they need. ``changed`` when one is made."""

    changed = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._desk = desk
        self.status = Choice(theme, "Status", parent=self)
        self.role = Choice(theme, "Role", parent=self)
        self.guide = Choice(theme, "Guide", parent=self)
        self.outcome = Choice(theme, "Outcome", parent=self)
        self.date = Choice(theme, "Date", parent=self)
        self.order = Choice(theme, "Order", parent=self)
        self.clear = TextButton(theme, "Show all", ButtonKind.QUIET, "Esc", parent=self)
        self._named = (
            _Named(self.role, "Any role"),
            _Named(self.guide, "Any guide"),
            _Named(self.outcome, "Any outcome"),
        )
        for choice, values in (
            (self.status, _STATUSES),
            (self.date, _DATES),
            (self.order, _ORDERS),
        ):
            for number, (words, _) in enumerate(values):
                choice.addItem(words, number)
        self.setFocusProxy(self.status)
        self.status.currentIndexChanged.connect(self._enable_choices)
        for choice in self._choices():
            choice.currentIndexChanged.connect(self.changed)
        self.clear.clicked.connect(self.show_all)
        theme.changed.connect(self._restyle)

    def refresh(self) -> None:
        """Offer what there is to choose from now. Raises UserError."""
        there = self._desk.store.queries.choices()
        for named, words in zip(
            self._named, (there.roles, there.guides, there.recommendations), strict=True
        ):
            _offer(named, words)

    def selection(self) -> Selection | None:
        """What is to be listed; None for everything as it always is."""
        if self._due():
            return DueForReview(self._desk)
        filters, order = self._filters(), _ORDERS[self.order.currentIndex()][1]
        assert isinstance(order, Order)
        if filters == Filters() and order is Order.NEWEST:
            return None
        return Filtered(self._desk, filters, order)

    @Slot()
    def show_all(self) -> None:
        """Everything again, and the bar away."""
        self.blockSignals(True)
        for choice in self._choices():
            choice.setCurrentIndex(0)
        self.blockSignals(False)
        self.changed.emit()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.show_all()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self._desk.theme.px(480), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._desk.theme.px(_WIDTH), self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._placed(width)[-1][1].bottom() + 1 + S

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for widget, spot in self._placed(self.width()):
            widget.setGeometry(mirrored(spot, self.rect(), self.layoutDirection()))

    def _placed(self, width: int) -> list[tuple[QWidget, QRect]]:
        px = self._desk.theme.px
        wide, tall, left, top = px(_WIDTH), px(_TALL), M, 0
        if 2 * wide + S > width - 2 * M:  # two beside each other even so
            wide = max(px(_LEAST), (width - 2 * M - S) // 2)
        placed: list[tuple[QWidget, QRect]] = []
        for widget in (*self._choices(), self.clear):
            room = wide if widget is not self.clear else self.clear.sizeHint().width()
            if left > M and left + room > width - M:
                left, top = M, top + tall + S
            placed.append((widget, QRect(left, top, min(room, max(1, width - 2 * M)), tall)))
            left += wide + S
        return placed

    def _choices(self) -> tuple[Choice, ...]:
        return self.status, self.role, self.guide, self.outcome, self.date, self.order

    def _due(self) -> bool:
        return _STATUSES[self.status.currentIndex()][1] == _DUE

    @Slot()
    def _enable_choices(self) -> None:
        """What is due is due, whatever its role or guide: nothing else is to be chosen then."""
        for choice in self._choices():
            choice.setEnabled(choice is self.status or not self._due())

    def _filters(self) -> Filters:
        statuses = _STATUSES[self.status.currentIndex()][1]
        dates = _DATES[self.date.currentIndex()][1]
        assert isinstance(statuses, tuple)
        assert isinstance(dates, tuple)
        since, before = (_days_ago(self._desk, days) if days else None for days in dates)
        return Filters(
            statuses=statuses,
            role=self.role.currentData() or "",
            guide=self.guide.currentData() or "",
            recommendation=self.outcome.currentData() or "",
            from_ms=since,
            before_ms=before,
        )

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()


def _due_line(kept: Retention) -> Line:
    when = date_words(kept.until) if kept.until else ""
    return Line(kept.row, when, kept.candidate, kept.role, "Due for review", "warn", "Open")


def _days_ago(desk: Desk, days: int) -> int:
    """The beginning of the day so many days before today, in UTC epoch ms."""
    now = local(desk.clock.now().wall_ms, desk.zone)
    begin = now.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=days)
    return round(begin.timestamp() * 1000)


def _offer(named: _Named, words: Sequence[str]) -> None:
    """Offer these; what is chosen stays so if it is still there."""
    choice = named.choice
    chosen = choice.currentData()
    blocked = choice.blockSignals(True)
    choice.clear()
    choice.addItem(named.nothing, "")
    for word in words:
        choice.addItem(one_line(word), word)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))
    choice.blockSignals(blocked)

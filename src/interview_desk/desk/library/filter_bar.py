"""What to list, and in which order: a row of choices, from the keyboard alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.library.views import Due, Sight, Sorted, days_ago
from interview_desk.desk.theme.theme import M, S
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.choice import Choice
from interview_desk.desk.widgets.paint import mirrored
from interview_desk.desk.widgets.text_painting import one_line
from interview_desk.interview.status import Status
from interview_desk.store.queries import Filters, Order

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
        self.step = Choice(theme, "Outcome", parent=self)
        self.date = Choice(theme, "Date", parent=self)
        self.order = Choice(theme, "Order", parent=self)
        self.clear = TextButton(theme, "Show all", ButtonKind.QUIET, "Esc", parent=self)
        self._named = (
            _Named(self.role, "Any role"),
            _Named(self.guide, "Any guide"),
            _Named(self.step, "Any outcome"),
        )
        for choice, values in (
            (self.status, _STATUSES),
            (self.date, _DATES),
            (self.order, _ORDERS),
        ):
            for number, (words, _) in enumerate(values):
                choice.addItem(words, number)
        self.setFocusProxy(self.status)
        self.status.currentIndexChanged.connect(self._weigh)
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

    def sight(self) -> Sight | None:
        """What is to be listed; None for everything as it always is."""
        if self._due():
            return Due(self._desk)
        filters, order = self._filters(), _ORDERS[self.order.currentIndex()][1]
        assert isinstance(order, Order)
        if filters == Filters() and order is Order.NEWEST:
            return None
        return Sorted(self._desk, filters, order)

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
        return self.status, self.role, self.guide, self.step, self.date, self.order

    def _due(self) -> bool:
        return _STATUSES[self.status.currentIndex()][1] == _DUE

    @Slot()
    def _weigh(self) -> None:
        """What is due is due, whatever its role or guide: nothing else is to be chosen then."""
        for choice in self._choices():
            choice.setEnabled(choice is self.status or not self._due())

    def _filters(self) -> Filters:
        statuses = _STATUSES[self.status.currentIndex()][1]
        dates = _DATES[self.date.currentIndex()][1]
        assert isinstance(statuses, tuple)
        assert isinstance(dates, tuple)
        since, before = (days_ago(self._desk, days) if days else None for days in dates)
        return Filters(
            statuses=statuses,
            role=self.role.currentData() or "",
            guide=self.guide.currentData() or "",
            recommendation=self.step.currentData() or "",
            from_ms=since,
            before_ms=before,
        )

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()


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

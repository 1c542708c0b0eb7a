"""The three columns of the score page: one above another where narrow, and what is at the sides."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from interview_desk.desk.score.checks_panel import ChecksPanel
from interview_desk.desk.score.entries import rubric_rows, then_rows
from interview_desk.desk.score.scorer import Scorer
from interview_desk.desk.score.verdict_panel import VerdictPanel
from interview_desk.desk.theme.theme import NO_LIMIT, XL, L, M, S, Theme
from interview_desk.desk.widgets.nav_list import NavList
from interview_desk.desk.widgets.panel import ScrollColumn
from interview_desk.desk.widgets.section_label import SectionLabel
from interview_desk.desk.widgets.text_margins import QUIET
from interview_desk.interview.checks import check

_LEFT, _RIGHT = 268, 290
_TWO, _THREE = 620, 900


class Columns(QWidget):
    """A list, what is worked on, and what goes with it; a hairline between them."""

    def __init__(self, theme: Theme, first: QWidget, middle: QWidget, last: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._first, self._last = first, last
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._inner = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._outer.setContentsMargins(0, 0, 0, 0)
        for box in (self._outer, self._inner):
            box.setSpacing(1)  # the ground behind shows through as a line
        self._inner.addWidget(middle, 1)
        self._inner.addWidget(last)
        self._outer.addWidget(first)
        self._outer.addLayout(self._inner, 1)
        self.setAutoFillBackground(True)
        self._restyle()
        theme.changed.connect(self._restyle)

    @staticmethod
    def roomy(theme: Theme, width: int) -> bool:
        """Whether a page of that width has at least two columns."""
        return width >= theme.px(_TWO)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, height, px = self.width(), self.height(), self._theme.px
        one, two = width < px(_TWO), width < px(_THREE)
        _turn(self._outer, stacked=one)
        _turn(self._inner, stacked=two)
        if one:
            _hold(self._first, None, height // 4)
        else:
            _hold(self._first, min(px(_LEFT), width // 4), None)
        if two:
            _hold(self._last, None, height // 3)
        else:
            _hold(self._last, px(_RIGHT), None)

    @Slot()
    def _restyle(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self._theme.colour("line"))
        self.setPalette(palette)


def _hold(column: QWidget, width: int | None, height: int | None) -> None:
    """Hold a column to a width or a height, and let it have what there is of the other."""
    column.setMinimumWidth(width or 0)
    column.setMaximumWidth(width or NO_LIMIT)
    column.setMinimumHeight(height or 0)
    column.setMaximumHeight(height or NO_LIMIT)


def _turn(box: QBoxLayout, *, stacked: bool) -> None:
    direction = QBoxLayout.Direction
    box.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)


class EntryList(ScrollColumn):
    """The rubric, then the rest. ``chosen`` carries the key of an entry the user went to."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, scorer: Scorer) -> None:
        super().__init__(theme, "bg")
        self._scorer = scorer
        self._keys: list[str] = []
        self._current = ""
        self.rubric = NavList(theme, "Rubric")
        self.then = NavList(theme, "Then")
        self.column.setContentsMargins(S, L, S, L)
        self.column.setSpacing(S)
        for heading, rows in (("Rubric", self.rubric), ("Then", self.then)):
            # The rows keep a margin of their own around their words.
            indented = QHBoxLayout()
            indented.setContentsMargins(M, 0, M, 0)
            indented.addWidget(SectionLabel(theme, heading))
            self.column.addLayout(indented)
            self.column.addWidget(rows)
            self.column.addSpacing(L)
        self.column.addStretch(1)
        self.rubric.chosen.connect(self.chosen)
        self.then.chosen.connect(self.chosen)

    def refresh(self) -> None:
        """Show how each entry stands now."""
        rubric, then = rubric_rows(self._scorer.interview), then_rows(self._scorer.interview)
        self._keys = [row.key for row in (*rubric, *then)]
        self.rubric.set_rows(rubric)
        self.then.set_rows(then)

    def current(self) -> str:
        """The key of the entry on show."""
        return self._current

    def set_current(self, key: str) -> None:
        """Mark an entry in whichever list it stands."""
        self._current = key
        for rows in (self.rubric, self.then):
            rows.set_current(key)
            if (item := rows.currentItem()) is not None:
                spot = rows.visualItemRect(item).center() + rows.pos()
                self.ensureVisible(spot.x(), spot.y(), 0, XL)

    def beside(self, step: int) -> str:
        """The key of the entry so many rows on, as far as there are any."""
        number = self._keys.index(self._current) + step
        return self._keys[min(max(number, 0), len(self._keys) - 1)]

    @Slot()
    def take_keyboard(self) -> None:
        """Give the keyboard to the list that the current entry stands in."""
        rows = self.rubric if self.rubric.current() is not None else self.then
        rows.setFocus()


class FinishColumn(ScrollColumn):
    """What to look at once more, and the recommendation."""

    def __init__(self, theme: Theme, scorer: Scorer) -> None:
        super().__init__(theme, "bg")
        self._scorer = scorer
        self.checks = ChecksPanel(theme)
        self.verdict = VerdictPanel(theme, scorer)
        # Both keep room for what reaches over the ends of their lines.
        edge = max(0, L - theme.px(QUIET))
        self.column.setContentsMargins(edge, L, edge, L)
        self.column.setSpacing(XL)
        self.column.addWidget(self.checks)
        self.column.addWidget(self.verdict)
        self.column.addStretch(1)

    def take_keyboard(self, *, summary: bool) -> None:
        """Give the keyboard to the summary, or to the steps of the recommendation."""
        field = self.verdict.entry_field(summary=summary)
        field.setFocus()
        self.ensureWidgetVisible(field)

    def refresh(self) -> None:
        """Check the interview again."""
        interview = self._scorer.interview
        self.checks.show_checks(check(interview), finished=interview.lock is not None)

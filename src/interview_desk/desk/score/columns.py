"""The columns of the score page, one above another where narrow, and the views in the middle."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from interview_desk.desk.score.after_interview import AfterInterviewView, FeedbackView
from interview_desk.desk.score.checks_panel import FinishView
from interview_desk.desk.score.concerns_view import ConcernsView
from interview_desk.desk.score.dimension_view import DimensionView
from interview_desk.desk.score.lock import ScoringSession
from interview_desk.desk.score.note_view import NoteView
from interview_desk.desk.score.outline import (
    AFTER,
    CONCERNS,
    FEEDBACK,
    FINISH,
    RECOMMENDATION,
    dimension_number,
)
from interview_desk.desk.score.recommendation import RecommendationView
from interview_desk.desk.score.score_view import ScoreView
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.theme import NO_LIMIT, Theme
from interview_desk.interview.change import Change

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

    def show_sides(self, shown: bool) -> None:
        """The list and what goes with it, or only what is worked on."""
        self._first.setVisible(shown)
        self._last.setVisible(shown)

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


class ViewStack(QStackedWidget):
    """Shows an entry or a note. Views that are not in front are brought up to date when shown."""

    note_closed = Signal()

    def __init__(self, theme: Theme, scoring: ScoringSession, keymap: Keymap) -> None:
        super().__init__()
        self.dimension = DimensionView(theme, scoring, keymap)
        self.concerns = ConcernsView(theme, scoring)
        self.recommendation = RecommendationView(theme, scoring, keymap)
        self.feedback = FeedbackView(theme, scoring)
        self.after = AfterInterviewView(theme, scoring)
        self.finish = FinishView(theme, scoring)
        self.note = NoteView(theme, scoring)
        self._views: dict[str, ScoreView] = {
            CONCERNS: self.concerns,
            RECOMMENDATION: self.recommendation,
            FEEDBACK: self.feedback,
            AFTER: self.after,
            FINISH: self.finish,
        }
        for view in (self.dimension, *self._views.values(), self.note):
            self.addWidget(view)
        if not scoring.interview.guide.dimensions:
            self.setCurrentWidget(self.recommendation)
        self.note.closed.connect(self.note_closed)

    @property
    def shown(self) -> ScoreView:
        """The view in front."""
        view = self.currentWidget()
        assert isinstance(view, ScoreView)
        return view

    def show_entry(self, key: str) -> None:
        """Bring the view of an entry to the front."""
        self.flush()
        number = dimension_number(key)
        if number is not None:
            self.dimension.show_dimension(number)
            self.setCurrentWidget(self.dimension)
        else:
            view = self._views[key]
            view.show_all()
            self.setCurrentWidget(view)

    def show_note(self, note_id: int, back_to: str) -> None:
        """Bring a note to the front."""
        self.flush()
        self.note.show_note(note_id, back_to)
        self.setCurrentWidget(self.note)

    def show_change(self, change: Change) -> None:
        """Redraw what the change touches in the view in front."""
        self.shown.show_change(change)

    def set_editable(self, editable: bool) -> None:
        """Let the fields of the view in front be changed, or only read."""
        self.shown.set_editable(editable)

    @Slot()
    def flush(self) -> None:
        """Save what is still being typed."""
        self.shown.flush()

"""The middle of the score page: one view for each entry of the list, one of them in front."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from interview_desk.desk.score import entries
from interview_desk.desk.score.after_view import AfterView
from interview_desk.desk.score.concerns_view import ConcernsView
from interview_desk.desk.score.dimension_view import DimensionView
from interview_desk.desk.score.entries import dimension_number
from interview_desk.desk.score.feedback_view import FeedbackView
from interview_desk.desk.score.note_view import NoteView
from interview_desk.desk.score.overview import Overview
from interview_desk.desk.score.scorer import Scorer
from interview_desk.desk.score.view import ScoreView
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.theme import Theme
from interview_desk.interview.change import Change


class Middle(QStackedWidget):
    """Shows an entry or a note. Views that are not in front are brought up to date when shown."""

    note_closed = Signal()

    def __init__(self, theme: Theme, scorer: Scorer, keymap: Keymap) -> None:
        super().__init__()
        self.dimension = DimensionView(theme, scorer, keymap)
        self.concerns = ConcernsView(theme, scorer)
        self.overview = Overview(theme, scorer)
        self.feedback = FeedbackView(theme, scorer)
        self.after = AfterView(theme, scorer)
        self.note = NoteView(theme, scorer)
        self._views: dict[str, ScoreView] = {
            entries.CONCERNS: self.concerns,
            entries.RECOMMENDATION: self.overview,
            entries.FEEDBACK: self.feedback,
            entries.AFTER: self.after,
        }
        for view in (self.dimension, *self._views.values(), self.note):
            self.addWidget(view)
        self.note.closed.connect(self.note_closed)

    @property
    def view(self) -> ScoreView:
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
        self.view.show_change(change)

    def set_editable(self, editable: bool) -> None:
        """Let the fields of the view in front be changed, or only read."""
        self.view.set_editable(editable)

    @Slot()
    def flush(self) -> None:
        """Save what is still being typed."""
        self.view.flush()

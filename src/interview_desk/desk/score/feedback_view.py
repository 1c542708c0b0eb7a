"""What the candidate may read one day."""

from PySide6.QtWidgets import QWidget

from interview_desk.desk.score.fields import SavedText
from interview_desk.desk.score.scorer import Scorer
from interview_desk.desk.score.view import ScoreView
from interview_desk.desk.theme.theme import M, Theme
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.interview.actions.scoring import write_feedback
from interview_desk.interview.change import Change
from interview_desk.interview.records import Feedback

_HINTS = (
    "Write to the candidate: what they did well, with the moment it showed, and one or two "
    "things to work on. No ratings, no recommendation, no names of other people."
)


class FeedbackView(ScoreView):
    """A text for the candidate, with the guide's own advice on feedback above it."""

    def __init__(self, theme: Theme, scorer: Scorer) -> None:
        super().__init__(theme, scorer, "Feedback for the candidate")
        self.text = TextField(theme, "Feedback for the candidate", min_lines=10, max_lines=24)
        self._saved = SavedText(self.text, scorer, self._stored, self._save)
        self.column.addWidget(Label(theme, _HINTS, "body", "ink2", wrap=True))
        for advice in scorer.interview.guide.recommendations:
            if "feedback" in advice.casefold():
                words = f"The guide: {advice}"
                self.column.addWidget(Label(theme, words, "small", "ink2", wrap=True))
        self.column.addSpacing(M)
        self.column.addWidget(self.text)
        self.column.addStretch(1)

    def show_all(self) -> None:
        self._saved.load()
        self.set_editable(self.scorer.editable)

    def show_change(self, change: Change) -> None:
        if change.touches(Feedback):
            self._saved.refresh()

    def set_editable(self, editable: bool) -> None:
        self.text.edit.setReadOnly(not editable)

    def flush(self) -> None:
        self._saved.flush()

    def entry_field(self) -> QWidget:
        return self.text

    def _stored(self) -> str:
        return self.scorer.interview.feedback.text

    def _save(self, text: str) -> bool:
        return self.scorer.do(write_feedback(self.scorer.interview, text))

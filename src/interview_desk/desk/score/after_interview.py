"""After the ratings: feedback for the candidate, and the guide's list of what is left to do."""

from PySide6.QtCore import QSignalMapper, Qt, Slot
from PySide6.QtWidgets import QWidget

from interview_desk.desk.score.lock import ScoringSession
from interview_desk.desk.score.score_view import SavedText, ScoreView
from interview_desk.desk.theme.theme import M, Theme
from interview_desk.desk.widgets.button import TextButton
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.interview.actions.scoring import gather_feedback, write_feedback
from interview_desk.interview.actions.watching import tick
from interview_desk.interview.change import Change
from interview_desk.interview.feedback_draft import feedback_draft
from interview_desk.interview.records import Feedback, Tick

_HINTS = (
    "Write to the candidate: what they did well, with the moment it showed, and one or two "
    "things to work on. No ratings, no recommendation, no names of other people."
)


class FeedbackView(ScoreView):
    """A text for the candidate, with the guide's own advice on feedback above it."""

    def __init__(self, theme: Theme, scoring: ScoringSession) -> None:
        super().__init__(theme, scoring, "Feedback for the candidate")
        self.text = TextField(theme, "Feedback for the candidate", min_lines=10, max_lines=24)
        self.draft_button = TextButton(theme, "Draft it from the strengths")
        self._saved = SavedText(self.text, scoring, self._stored, self._save)
        self.column.addWidget(Label(theme, _HINTS, "body", "ink2", wrap=True))
        for advice in scoring.interview.guide.recommendations:
            if "feedback" in advice.casefold():
                words = f"The guide: {advice}"
                self.column.addWidget(Label(theme, words, "small", "ink2", wrap=True))
        self.column.addSpacing(M)
        self.column.addWidget(self.draft_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(self.text)
        self.column.addStretch(1)
        self.text.changed.connect(self._offer_draft)
        self.draft_button.clicked.connect(self._draft)

    def show_all(self) -> None:
        self._saved.load()
        self.set_editable(self.scoring.editable)
        self._offer_draft()

    def show_change(self, change: Change) -> None:
        if change.touches(Feedback):
            self._saved.refresh()
            self._offer_draft()

    def set_editable(self, editable: bool) -> None:
        self.text.edit.setReadOnly(not editable)
        self._offer_draft()

    def flush(self) -> None:
        self._saved.flush()

    def first_field(self) -> QWidget:
        return self.text

    @Slot()
    def _offer_draft(self) -> None:
        """Only in the place of an empty text: what was written is never written over."""
        empty = not self.text.text().strip()
        there = empty and self.scoring.editable and bool(feedback_draft(self.scoring.interview))
        if not there and self.draft_button.hasFocus():
            self.text.setFocus()
        self.draft_button.setVisible(there)

    @Slot()
    def _draft(self) -> None:
        self.flush()
        interview = self.scoring.interview
        if not interview.feedback.text.strip():
            self.scoring.do(gather_feedback(interview))
            self._saved.refresh()
            self.text.setFocus()

    def _stored(self) -> str:
        return self.scoring.interview.feedback.text

    def _save(self, text: str) -> bool:
        return self.scoring.do(write_feedback(self.scoring.interview, text))


class AfterInterviewView(ScoreView):
    """Things to tick off. They say nothing about the candidate, so a lock leaves them free."""

    def __init__(self, theme: Theme, scoring: ScoringSession) -> None:
        super().__init__(theme, scoring, "After the interview")
        self._keys = [item.key for item in scoring.interview.guide.after]
        self.rows = [
            CheckRow(theme, item.text, max_lines=None) for item in scoring.interview.guide.after
        ]
        self._mapper = QSignalMapper(self)
        self.column.addSpacing(M)
        for number, row in enumerate(self.rows):
            self.column.addWidget(row)
            self._mapper.setMapping(row, number)
            row.clicked.connect(self._mapper.map)
        self.column.addStretch(1)
        self._mapper.mappedInt.connect(self._tick)

    def show_all(self) -> None:
        for key, row in zip(self._keys, self.rows, strict=True):
            row.setChecked(self.scoring.interview.ticked(key))

    def show_change(self, change: Change) -> None:
        if change.touches(Tick):
            self.show_all()

    def first_field(self) -> QWidget | None:
        return self.rows[0] if self.rows else None

    @Slot(int)
    def _tick(self, number: int) -> None:
        session = self.scoring.session
        session.do(tick(session.interview, self._keys[number], session.now()))
        self.show_all()

"""One disqualifier or warning sign, and whether it was observed."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.score.saved_text import SavedText
from interview_desk.desk.score.scorer import Scorer
from interview_desk.desk.theme.theme import XS, L, S, Theme
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.segmented import Segmented
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.guide.model import Indicator
from interview_desk.interview.actions.scoring import look_at
from interview_desk.words import minutes

_CHOICES = ("Observed", "Not observed")
_BESIDE = 330  # so wide that the choice has room beside the words


class ConcernRow(QWidget):
    """The guide's words, when it was seen in the interview, the choice, and a remark."""

    def __init__(self, theme: Theme, scorer: Scorer, indicator: Indicator) -> None:
        super().__init__()
        self._theme = theme
        self._scorer = scorer
        self.indicator = indicator
        self._words = Label(theme, indicator.text, wrap=True)
        self.seen = Label(theme, "", "small", "bad", wrap=True)
        self.choice = Segmented(theme, indicator.brief)
        self.choice.set_choices(_CHOICES)
        for segment in self.choice.segments:
            segment.setAccessibleDescription(indicator.text)
        self.choice.setFixedWidth(theme.px(190))
        self.remark = TextField(theme, f"Remark: {indicator.brief}", "What was said or done")
        self._saved = SavedText(self.remark, scorer, self._stored, self._save)
        self._lay_out()
        self.choice.chosen.connect(self._choose)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(XS)
        words.addWidget(self._words)
        words.addWidget(self.seen)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(L)
        row.addLayout(words, 1)
        row.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, S)
        column.setSpacing(S)
        column.addLayout(row)
        column.addWidget(self.remark)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow, directions = self.width() < self._theme.px(_BESIDE), QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._row.setSpacing(S if narrow else L)

    def show_all(self) -> None:
        """Show what is recorded, whatever is in the field."""
        self._saved.load()
        self.refresh()

    def refresh(self) -> None:
        """Show what is recorded, and leave what is being typed."""
        interview, key = self._scorer.interview, self.indicator.key
        seen, review = interview.seen(key), interview.review(key)
        times = ", ".join(minutes(interview.timeline.elapsed(each.at)) for each in seen)
        self.seen.setText(f"Seen in the interview at {times}")
        self.seen.setVisible(bool(seen))
        self.choice.set_current(None if review is None else 0 if review.observed else 1)
        self.remark.setVisible(review is not None and (review.observed or bool(review.remark)))
        self._saved.refresh()

    def set_editable(self, editable: bool) -> None:
        """Let the choice and the remark be changed, or only read."""
        for segment in self.choice.segments:
            segment.setEnabled(editable)
        self.remark.edit.setReadOnly(not editable)

    def flush(self) -> None:
        """Save what is still being typed."""
        self._saved.flush()

    def _stored(self) -> str:
        review = self._scorer.interview.review(self.indicator.key)
        return review.remark if review is not None else ""

    def _save(self, text: str) -> bool:
        review = self._scorer.interview.review(self.indicator.key)
        return review is not None and self._look_at(review.observed, text)

    def _look_at(self, observed: bool, remark: str) -> bool:
        change = look_at(self._scorer.interview, self.indicator.key, observed, remark)
        return self._scorer.do(change)

    @Slot(int)
    def _choose(self, index: int) -> None:
        self.flush()
        self._look_at(index == 0, self._stored())
        self.refresh()

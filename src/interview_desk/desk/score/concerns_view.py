"""Disqualifiers and warning signs, looked at one by one after the interview."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.score.lock import ScoringSession
from interview_desk.desk.score.score_view import SavedText, ScoreView
from interview_desk.desk.theme.theme import XS, L, M, S, Theme
from interview_desk.desk.widgets.button import TextButton
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.panel import Rule
from interview_desk.desk.widgets.segmented import Segmented
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.guide.model import Indicator
from interview_desk.interview.actions.scoring import look_at, rest_not_observed
from interview_desk.interview.change import Change
from interview_desk.interview.concerns import Finding, concerns_found
from interview_desk.interview.records import ClockEvent, Review, Sighting
from interview_desk.words import minutes

_CHOICES = ("Observed", "Not observed")
_BESIDE = 330  # so wide that the choice has room beside the words
_LEAD = "Look at each, so that “not observed” is a finding and not a gap."


class _ConcernRow(QWidget):
    """The guide's words, when it was seen in the interview, the choice, and a remark."""

    def __init__(self, theme: Theme, scoring: ScoringSession, indicator: Indicator) -> None:
        super().__init__()
        self._theme = theme
        self._scoring = scoring
        self.indicator = indicator
        self._words = Label(theme, indicator.text, wrap=True)
        self.seen = Label(theme, "", "small", "bad", wrap=True)
        self.choice = Segmented(theme, indicator.brief)
        self.choice.set_choices(_CHOICES)
        for segment in self.choice.segments:
            segment.setAccessibleDescription(indicator.text)
        self.choice.setFixedWidth(theme.px(190))
        self.remark = TextField(theme, f"Remark: {indicator.brief}", "What was said or done")
        self._saved = SavedText(self.remark, scoring, self._stored, self._save)
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
        interview, key = self._scoring.interview, self.indicator.key
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
        review = self._scoring.interview.review(self.indicator.key)
        return review.remark if review is not None else ""

    def _save(self, text: str) -> bool:
        review = self._scoring.interview.review(self.indicator.key)
        return review is not None and self._look_at(review.observed, text)

    def _look_at(self, observed: bool, remark: str) -> bool:
        change = look_at(self._scoring.interview, self.indicator.key, observed, remark)
        return self._scoring.do(change)

    @Slot(int)
    def _choose(self, index: int) -> None:
        self.flush()
        self._look_at(index == 0, self._stored())
        self.refresh()


class ConcernsView(ScoreView):
    """Every concern of the guide with its choice; none is made until someone looked."""

    def __init__(self, theme: Theme, scoring: ScoringSession) -> None:
        super().__init__(theme, scoring, "Concerns")
        guide = scoring.interview.guide
        self.rows: list[_ConcernRow] = []
        self._counts: list[tuple[SectionLabel, tuple[Indicator, ...]]] = []
        self.rest_button = TextButton(theme, "Rest not observed")
        self.column.addWidget(Label(theme, _LEAD, "body", "ink2", wrap=True))
        self.column.addWidget(self.rest_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.rest_button.clicked.connect(self._rest)
        self._add("Disqualifiers", guide.disqualifiers)
        self._add("Warning signs", guide.warning_signs)
        self.column.addStretch(1)

    def _add(self, heading: str, indicators: tuple[Indicator, ...]) -> None:
        if not indicators:
            return
        label = SectionLabel(self.theme, heading)
        self._counts.append((label, indicators))
        self.column.addSpacing(M)
        self.column.addWidget(label)
        for number, indicator in enumerate(indicators):
            if number:
                self.column.addWidget(Rule(self.theme))
            row = _ConcernRow(self.theme, self.scoring, indicator)
            self.rows.append(row)
            self.column.addWidget(row)
        self.column.setSpacing(S)

    def show_all(self) -> None:
        for row in self.rows:
            row.show_all()
        self.set_editable(self.scoring.editable)

    def show_change(self, change: Change) -> None:
        if change.touches(Review, Sighting, ClockEvent):
            for row in self.rows:
                row.refresh()
            self._count()

    def set_editable(self, editable: bool) -> None:
        for row in self.rows:
            row.set_editable(editable)
        self._count()

    def flush(self) -> None:
        for row in self.rows:
            row.flush()

    def first_field(self) -> QWidget | None:
        unseen = (row for row in self.rows if row.choice.current() is None)
        first = next(unseen, None)
        return first.choice.segments[0] if first is not None else None

    @Slot()
    def _rest(self) -> None:
        self.flush()
        self.scoring.do(rest_not_observed(self.scoring.interview))

    def _count(self) -> None:
        interview = self.scoring.interview
        rest = concerns_found(interview, Finding.NOT_LOOKED_AT)
        self.rest_button.setEnabled(bool(rest) and self.scoring.editable)
        for label, indicators in self._counts:
            reviews = [interview.review(each.key) for each in indicators]
            observed = sum(each is not None and each.observed for each in reviews)
            label.set_count(f"{observed} of {len(indicators)} observed")

"""Disqualifiers and warning signs, looked at one by one after the interview."""

from PySide6.QtWidgets import QWidget

from interview_desk.desk.score.concern_row import ConcernRow
from interview_desk.desk.score.scorer import Scorer
from interview_desk.desk.score.view import ScoreView
from interview_desk.desk.theme.theme import M, S, Theme
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.rule import Rule
from interview_desk.desk.widgets.section_label import SectionLabel
from interview_desk.guide.model import Indicator
from interview_desk.interview.change import Change
from interview_desk.interview.records import ClockEvent, Review, Sighting

_LEAD = "Look at each, so that “not observed” is a finding and not a gap."


class ConcernsView(ScoreView):
    """Every concern of the guide with its choice; none is made until someone looked."""

    def __init__(self, theme: Theme, scorer: Scorer) -> None:
        super().__init__(theme, scorer, "Concerns")
        guide = scorer.interview.guide
        self.rows: list[ConcernRow] = []
        self._counts: list[tuple[SectionLabel, tuple[Indicator, ...]]] = []
        self.column.addWidget(Label(theme, _LEAD, "body", "ink2", wrap=True))
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
            row = ConcernRow(self.theme, self.scorer, indicator)
            self.rows.append(row)
            self.column.addWidget(row)
        self.column.setSpacing(S)

    def show_all(self) -> None:
        for row in self.rows:
            row.show_all()
        self._count()
        self.set_editable(self.scorer.editable)

    def show_change(self, change: Change) -> None:
        if change.touches(Review, Sighting, ClockEvent):
            for row in self.rows:
                row.refresh()
            self._count()

    def set_editable(self, editable: bool) -> None:
        for row in self.rows:
            row.set_editable(editable)

    def flush(self) -> None:
        for row in self.rows:
            row.flush()

    def entry_field(self) -> QWidget | None:
        unseen = (row for row in self.rows if row.choice.current() is None)
        first = next(unseen, None)
        return first.choice.segments[0] if first is not None else None

    def _count(self) -> None:
        interview = self.scorer.interview
        for label, indicators in self._counts:
            reviews = [interview.review(each.key) for each in indicators]
            observed = sum(each is not None and each.observed for each in reviews)
            label.set_count(f"{observed} of {len(indicators)} observed")

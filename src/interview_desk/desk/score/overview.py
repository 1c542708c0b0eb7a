"""All ratings together, to decide from: the recommendation comes last, and rests on this."""

from PySide6.QtCore import QSignalMapper, Signal
from PySide6.QtWidgets import QVBoxLayout

from interview_desk.desk.score.entries import level_word
from interview_desk.desk.score.evidence_list import evidence_line
from interview_desk.desk.score.line_button import PAD, LineButton, Run
from interview_desk.desk.score.scorer import Scorer
from interview_desk.desk.score.view import ScoreView
from interview_desk.desk.theme.theme import M, Theme
from interview_desk.desk.widgets.clear_layout import clear
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.section_label import SectionLabel
from interview_desk.desk.widgets.text_margins import overhang
from interview_desk.guide.model import Dimension, Indicator, IndicatorKind
from interview_desk.interview.change import Change
from interview_desk.interview.concerns import Finding, concerns_found
from interview_desk.interview.evidence import sighting_evidence
from interview_desk.interview.records import ClockEvent, Rating, Review, Sighting

_LEAD = "Decide from what is rated, not the other way round. Nothing is added up for you."
_LEVEL_WIDTH = 128


class Overview(ScoreView):
    """Ratings with their reasons, red flags and concerns; ``opened`` carries a dimension."""

    opened = Signal(int)

    def __init__(self, theme: Theme, scorer: Scorer) -> None:
        super().__init__(theme, scorer, "Recommendation")
        self._mapper = QSignalMapper(self)
        self._ratings, self._concerns, self._flags = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._concerns_label = SectionLabel(theme, "Concerns observed")
        self._flags_label = SectionLabel(theme, "Red flags seen")
        self.column.addWidget(Label(theme, _LEAD, "body", "ink2", wrap=True))
        for label, rows in (
            (SectionLabel(theme, "Ratings"), self._ratings),
            (self._concerns_label, self._concerns),
            (self._flags_label, self._flags),
        ):
            rows.setSpacing(0)
            self.column.addSpacing(M)
            self.column.addWidget(label)
            self.column.addLayout(overhang(rows, theme.px(PAD)))
        self.column.addStretch(1)
        self._mapper.mappedInt.connect(self.opened)

    def show_all(self) -> None:
        for rows in (self._ratings, self._concerns, self._flags):
            clear(rows)
        for dimension in self.scorer.interview.guide.dimensions:
            self._ratings.addWidget(self._rating(dimension))
        observed = concerns_found(self.scorer.interview, Finding.OBSERVED)
        self._concerns_label.set_count("" if observed else "none")
        for indicator in observed:
            self._concerns.addWidget(self._concern(indicator))
        flags = self._red_flags()
        self._flags_label.set_count("" if flags else "none")
        for flag in flags:
            line = evidence_line(self.theme, sighting_evidence(self.scorer.interview, flag))
            self._flags.addWidget(line)

    def show_change(self, change: Change) -> None:
        if change.touches(Rating, Review, Sighting, ClockEvent):
            self.show_all()

    def _rating(self, dimension: Dimension) -> LineButton:
        word, tone = level_word(self.scorer.interview, dimension)
        reason = self.scorer.interview.rating(dimension.number).reason
        runs = (Run(dimension.title, "ink", "strong"), Run(reason, "ink2"))
        lead = Run(word, tone, "label")
        line = LineButton(self.theme, runs, lead=lead, lead_width=_LEVEL_WIDTH)
        self._mapper.setMapping(line, dimension.number)
        line.clicked.connect(self._mapper.map)
        return line

    def _concern(self, indicator: Indicator) -> LineButton:
        review = self.scorer.interview.review(indicator.key)
        remark = review.remark if review is not None else "seen in the interview, not looked at"
        lead = Run(indicator.kind.capitalize(), "bad", "label")
        runs = (Run(indicator.brief), Run(remark, "ink2"))
        return LineButton(self.theme, runs, lead=lead, lead_width=_LEVEL_WIDTH, opens=False)

    def _red_flags(self) -> list[Sighting]:
        interview = self.scorer.interview
        kinds = interview.guide.indicators
        return [
            each
            for each in interview.sightings
            if kinds[each.indicator].kind is IndicatorKind.RED_FLAG
        ]

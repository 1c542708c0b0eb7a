"""The recommendation, on a page of its own: all ratings to decide from, beside them the verdict."""

from PySide6.QtCore import QSignalMapper, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.score.evidence_list import evidence_line
from interview_desk.desk.score.lock import ScoringSession
from interview_desk.desk.score.outline import level_word
from interview_desk.desk.score.score_view import (
    WIDE,
    Beside,
    SavedText,
    ScoreView,
    Toggle,
    heading_with_key,
)
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.theme import M, S, Theme
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.layouts import QUIET, clear, outdented, overhang, quiet_row
from interview_desk.desk.widgets.line_button import PAD, LineButton, StyledText
from interview_desk.desk.widgets.segmented import Segmented
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.guide.model import Dimension, Indicator, IndicatorKind
from interview_desk.interview.actions.scoring import recommend, summarise
from interview_desk.interview.change import Change
from interview_desk.interview.concerns import Finding, concerns_found
from interview_desk.interview.evidence import sighting_evidence
from interview_desk.interview.records import (
    NO_DECISION,
    ClockEvent,
    Rating,
    Review,
    Sighting,
    Verdict,
)

_LEAD = "Decide from what is rated, not the other way round. Nothing is added up for you."
_NO_RUBRIC = "The guide has no rubric: say what you conclude, and why."
_LEVEL_WIDTH = 128
_OURS = "The guide names no scale: these steps are Interview Desk’s own."


class RecommendationView(ScoreView):
    """Ratings with their reasons, red flags and concerns, and the verdict with its summary.

    ``opened`` carries a dimension.
    """

    opened = Signal(int)

    def __init__(self, theme: Theme, scoring: ScoringSession, keymap: Keymap) -> None:
        super().__init__(theme, scoring, "Recommendation", widest=WIDE)
        self.verdict = VerdictPanel(theme, scoring, keymap)
        self._mapper = QSignalMapper(self)
        self._ratings, self._concerns, self._flags = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._concerns_label = SectionLabel(theme, "Concerns observed")
        self._flags_label = SectionLabel(theme, "Red flags seen")
        lead = _LEAD if scoring.interview.guide.dimensions else _NO_RUBRIC
        self.column.addWidget(Label(theme, lead, "body", "ink2", wrap=True))
        self.column.addSpacing(M)
        beside = Beside(theme, self._lay_out_grounds(theme), self.verdict)
        self.column.addLayout(outdented(beside, theme.px(PAD)))
        self.column.addStretch(1)
        self._mapper.mappedInt.connect(self.opened)

    def _lay_out_grounds(self, theme: Theme) -> QWidget:
        """What the decision stands on."""
        grounds = QWidget()
        column = QVBoxLayout(grounds)
        edge = theme.px(PAD)
        column.setContentsMargins(edge, 0, edge, 0)
        column.setSpacing(S)
        parts = (
            (SectionLabel(theme, "Ratings"), self._ratings),
            (self._concerns_label, self._concerns),
            (self._flags_label, self._flags),
        )
        for label, rows in parts if self.scoring.interview.guide.dimensions else parts[1:]:
            rows.setSpacing(0)
            column.addWidget(label)
            column.addLayout(overhang(rows, edge))
            column.addSpacing(M)
        column.addStretch(1)
        return grounds

    def show_all(self) -> None:
        for rows in (self._ratings, self._concerns, self._flags):
            clear(rows)
        for dimension in self.scoring.interview.guide.dimensions:
            self._ratings.addWidget(self._rating(dimension))
        observed = concerns_found(self.scoring.interview, Finding.OBSERVED)
        self._concerns_label.set_count("" if observed else "none")
        for indicator in observed:
            self._concerns.addWidget(self._concern(indicator))
        flags = self._red_flags()
        self._flags_label.set_count("" if flags else "none")
        for flag in flags:
            line = evidence_line(self.theme, sighting_evidence(self.scoring.interview, flag))
            self._flags.addWidget(line)
        self.verdict.show_all()

    def show_change(self, change: Change) -> None:
        if change.touches(Rating, Review, Sighting, ClockEvent):
            self.flush()
            self.show_all()
        self.verdict.show_change(change)

    def set_editable(self, editable: bool) -> None:
        self.verdict.set_editable(editable)

    def flush(self) -> None:
        self.verdict.flush()

    def first_field(self) -> QWidget:
        stepped = bool(self.scoring.interview.verdict.step)
        return self.verdict.first_field(summary=stepped)

    def _rating(self, dimension: Dimension) -> LineButton:
        word, tone = level_word(self.scoring.interview, dimension)
        reason = self.scoring.interview.rating(dimension.number).reason
        runs = (StyledText(dimension.title, "ink", "strong"), StyledText(reason, "ink2"))
        lead = StyledText(word, tone, "label")
        line = LineButton(self.theme, runs, lead=lead, lead_width=_LEVEL_WIDTH)
        self._mapper.setMapping(line, dimension.number)
        line.clicked.connect(self._mapper.map)
        return line

    def _concern(self, indicator: Indicator) -> LineButton:
        review = self.scoring.interview.review(indicator.key)
        remark = review.remark if review is not None else "seen in the interview, not looked at"
        lead = StyledText(indicator.kind.capitalize(), "bad", "label")
        runs = (StyledText(indicator.brief), StyledText(remark, "ink2"))
        return LineButton(self.theme, runs, lead=lead, lead_width=_LEVEL_WIDTH, opens=False)

    def _red_flags(self) -> list[Sighting]:
        interview = self.scoring.interview
        kinds = interview.guide.indicators
        return [
            each
            for each in interview.sightings
            if kinds[each.indicator].kind is IndicatorKind.RED_FLAG
        ]


class VerdictPanel(QWidget):
    """The steps of the guide, no decision as a way out of the scale, and the summary."""

    def __init__(self, theme: Theme, scoring: ScoringSession, keymap: Keymap) -> None:
        super().__init__()
        self._scoring = scoring
        self._steps = scoring.interview.guide.steps
        self.steps = Segmented(theme, "Recommendation")
        self.steps.set_choices(self._steps)
        self.no_decision = Toggle(theme, NO_DECISION)
        self._ours = Label(theme, _OURS, "small", "ink3", wrap=True)
        if scoring.interview.guide.own_steps:
            self._ours.hide()
        self.summary = TextField(
            theme, "Summary", "Two or three sentences: why", min_lines=4, max_lines=12
        )
        self._saved = SavedText(self.summary, scoring, self._stored, self._save)
        self._lay_out(theme, keymap)
        self.steps.chosen.connect(self._choose)
        self.no_decision.clicked.connect(self._toggle_no_decision)

    def _lay_out(self, theme: Theme, keymap: Keymap) -> None:
        column = QVBoxLayout(self)
        edge = theme.px(QUIET)
        column.setContentsMargins(edge, 0, edge, 0)
        column.setSpacing(S)
        column.addLayout(heading_with_key(theme, "You recommend", keymap))
        column.addWidget(self.steps)
        column.addLayout(quiet_row(theme, self.no_decision))
        column.addWidget(self._ours)
        column.addSpacing(M)
        column.addWidget(SectionLabel(theme, "Summary"))
        column.addWidget(self.summary)
        column.addStretch(1)

    def show_all(self) -> None:
        """Show what is recorded, whatever is in the field."""
        self._saved.load()
        self._show_step()
        self.set_editable(self._scoring.editable)

    def show_change(self, change: Change) -> None:
        """Redraw what the change touches."""
        if change.touches(Verdict):
            self._saved.refresh()
            self._show_step()

    def set_editable(self, editable: bool) -> None:
        """Let the step and the summary be changed, or only read."""
        for widget in (*self.steps.segments, self.no_decision):
            widget.setEnabled(editable)
        self.summary.edit.setReadOnly(not editable)

    def flush(self) -> None:
        """Save what is still being typed."""
        self._saved.flush()

    def first_field(self, *, summary: bool) -> QWidget:
        """The summary, or the step that is chosen or comes first."""
        return self.summary.edit if summary else self.steps.segments[self.steps.current() or 0]

    def _show_step(self) -> None:
        step = self._scoring.interview.verdict.step
        self.steps.set_current(self._steps.index(step) if step in self._steps else None)
        self.no_decision.setChecked(step == NO_DECISION)

    def _stored(self) -> str:
        return self._scoring.interview.verdict.summary

    def _save(self, text: str) -> bool:
        return self._scoring.do(summarise(self._scoring.interview, text))

    @Slot(int)
    def _choose(self, index: int) -> None:
        self._recommend(self._steps[index])

    @Slot(bool)
    def _toggle_no_decision(self, on: bool) -> None:
        self._recommend(NO_DECISION if on else "")

    def _recommend(self, step: str) -> None:
        self._scoring.do(recommend(self._scoring.interview, step))
        self._show_step()

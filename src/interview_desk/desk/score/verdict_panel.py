"""The recommendation, which comes last, and the summary that stands first in the report."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.score.fields import SavedText, Toggle
from interview_desk.desk.score.scorer import Scorer
from interview_desk.desk.theme.theme import S, Theme
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.section_label import SectionLabel
from interview_desk.desk.widgets.segmented import Segmented
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.desk.widgets.text_margins import QUIET, quiet_row
from interview_desk.interview.actions.scoring import recommend, summarise
from interview_desk.interview.change import Change
from interview_desk.interview.records import NO_DECISION, Verdict

_OURS = "The guide names no scale: these steps are Interview Desk’s own."


class VerdictPanel(QWidget):
    """The steps of the guide, no decision as a way out of the scale, and the summary."""

    def __init__(self, theme: Theme, scorer: Scorer) -> None:
        super().__init__()
        self._scorer = scorer
        self._steps = scorer.interview.guide.steps
        self._heading = SectionLabel(theme, "Recommendation")
        self.steps = Segmented(theme, "Recommendation")
        self.steps.set_choices(self._steps)
        self.no_decision = Toggle(theme, NO_DECISION)
        self._ours = Label(theme, _OURS, "small", "ink3", wrap=True)
        if scorer.interview.guide.own_steps:
            self._ours.hide()
        self.summary = TextField(
            theme, "Summary", "Two or three sentences: why", min_lines=3, max_lines=8
        )
        self._saved = SavedText(self.summary, scorer, self._stored, self._save)
        self._lay_out(theme)
        self.steps.chosen.connect(self._choose)
        self.no_decision.clicked.connect(self._toggle_no_decision)

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(QUIET), 0, theme.px(QUIET), 0)
        column.setSpacing(S)
        column.addWidget(self._heading)
        column.addWidget(self.steps)
        column.addLayout(quiet_row(theme, self.no_decision))
        column.addWidget(self.summary)
        column.addWidget(self._ours)

    def show_all(self) -> None:
        """Show what is recorded, whatever is in the field."""
        self._saved.load()
        self._show_step()
        self.set_editable(self._scorer.editable)

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

    def entry_field(self, *, summary: bool) -> QWidget:
        """The summary, or the step that is chosen or comes first."""
        return self.summary.edit if summary else self.steps.segments[self.steps.current() or 0]

    def _show_step(self) -> None:
        step = self._scorer.interview.verdict.step
        self.steps.set_current(self._steps.index(step) if step in self._steps else None)
        self.no_decision.setChecked(step == NO_DECISION)

    def _stored(self) -> str:
        return self._scorer.interview.verdict.summary

    def _save(self, text: str) -> bool:
        return self._scorer.do(summarise(self._scorer.interview, text))

    @Slot(int)
    def _choose(self, index: int) -> None:
        self._recommend(self._steps[index])

    @Slot(bool)
    def _toggle_no_decision(self, on: bool) -> None:
        self._recommend(NO_DECISION if on else "")

    def _recommend(self, step: str) -> None:
        self._scorer.do(recommend(self._scorer.interview, step))
        self._show_step()

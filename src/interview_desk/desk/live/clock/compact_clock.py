"""The clock of the compact window: the phase, what is left of it, and the whole at its side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from interview_desk.desk.live.clock.clock_text import Standing
from interview_desk.desk.live.clock.figures import Figures
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.clock_label import ClockLabel
from interview_desk.desk.widgets.label import ElidedLabel
from interview_desk.interview.timeline import ClockState

_TRAILING = Qt.AlignmentFlag.AlignTrailing


class CompactClock(QWidget):
    """Shows the moment in the room that the narrow window has."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phase = ElidedLabel(theme, "", "label", "ink2")
        self.figures = ClockLabel(theme, "compact-clock")
        self._elapsed = Figures(theme)
        self._end = Figures(theme)
        self._behind = ElidedLabel(theme)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._end, 0, _TRAILING)
        beside.addWidget(self._behind, 0, _TRAILING)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._phase, 0, 0)
        grid.addWidget(self._elapsed, 0, 1, _TRAILING)
        grid.addWidget(self.figures, 1, 0)
        grid.addLayout(beside, 1, 1)
        grid.setColumnStretch(0, 1)

    def show_standing(self, standing: Standing) -> None:
        """Show the moment."""
        over = standing.state is ClockState.FINISHED
        waiting = standing.state is ClockState.WAITING
        phase = standing.phase
        words = "Interview finished" if over else f"{phase.number} {phase.title}{_state(standing)}"
        if words != self._phase.text():
            self._phase.setText(words)
            self._phase.setAccessibleName(words)
        self.figures.set_remaining(standing.left_s)
        if self.figures.isHidden() != over:
            self.figures.setVisible(not over)
        self._elapsed.show_time("Elapsed", "" if waiting else standing.elapsed)
        self._end.show_time(standing.end_word, standing.end)
        self._behind.set_tone(standing.behind_tone)
        if standing.behind != self._behind.text():
            self._behind.setText(standing.behind)


def _state(standing: Standing) -> str:
    if standing.state is ClockState.PAUSED:
        return ", paused"
    return ", not started" if standing.state is ClockState.WAITING else ""

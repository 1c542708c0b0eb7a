"""The right end of the header: elapsed time, when it ends, and the buttons of the clock."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_desk.desk.live.clock.clock_text import Standing
from interview_desk.desk.live.clock.figures import Figures
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.theme import L, M, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.interview.timeline import ClockState


class ClockControls(QWidget):
    """Shows what can be done with the clock; the page does it."""

    def __init__(self, theme: Theme, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._elapsed = Figures(theme)
        self._end = Figures(theme)
        self.more = TextButton(theme, "…", ButtonKind.QUIET)
        self.more.setAccessibleName("More for the clock")
        self.more.setToolTip("Really started at, make it longer, catch up")
        self.clock = TextButton(theme, "Start", ButtonKind.PRIMARY)
        self.next = TextButton(theme, "Next phase")
        keymap.follow(self.clock, "live.clock", self.clock.set_keys)
        keymap.follow(self.next, "live.next", self.next.set_keys)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(L)
        row.addWidget(self._elapsed)
        row.addWidget(self._end)
        buttons = QHBoxLayout()
        buttons.setSpacing(M)
        buttons.addWidget(self.more)
        buttons.addWidget(self.clock)
        buttons.addWidget(self.next)
        row.addLayout(buttons)

    def show_standing(self, standing: Standing) -> None:
        """Show the moment."""
        waiting = standing.state is ClockState.WAITING
        self._elapsed.show_time("Elapsed", "" if waiting else standing.elapsed)
        self._end.show_time(standing.end_word, standing.end, standing.behind, standing.behind_tone)

    def show_elapsed(self, elapsed: str) -> None:
        """Show that a second has gone by."""
        self._elapsed.show_time("Elapsed", elapsed)

    def show_state(self, standing: Standing) -> None:
        """Offer what the state of the clock allows; one button at most is the primary one."""
        state = standing.state
        words = {ClockState.WAITING: "Start", ClockState.PAUSED: "Resume"}
        self.clock.set_text(words.get(state, "Pause"))
        stands = state in (ClockState.WAITING, ClockState.PAUSED)
        self.clock.set_kind(ButtonKind.PRIMARY if stands else ButtonKind.PLAIN)
        self.clock.setVisible(state is not ClockState.FINISHED)
        last = standing.phase.number == len(standing.pace.phases)
        finished = state is ClockState.FINISHED
        self.next.set_text("Score" if finished else "Finish" if last else "Next phase")
        self.next.set_kind(ButtonKind.PLAIN if stands else ButtonKind.PRIMARY)
        self.next.setVisible(state is not ClockState.WAITING)
        self.more.setVisible(state is not ClockState.WAITING)

    def spoken(self) -> str:
        """The times that it shows, in one text."""
        return f"{self._elapsed.text()} {self._end.text()}"

"""The clock as the page shows it: in the header, large beside the guide, and compact."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.live.clock.figures import Figures
from interview_desk.desk.live.clock.snapshot import ClockSnapshot
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.theme import XS, L, M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.clock_label import ClockLabel
from interview_desk.desk.widgets.label import ElidedLabel, Label
from interview_desk.interview.timeline import ClockState
from interview_desk.words import minutes

_TRAILING = Qt.AlignmentFlag.AlignTrailing


class ClockControls(QWidget):
    """Shows what can be done with the clock; the page does it.

    ``command`` is what `next` does: it ends the interview in the last phase.
    """

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
        self._next_keys = self._finish_keys = ""
        self.command = "live.next"
        keymap.follow(self, "live.next", self._take_next_keys)
        keymap.follow(self, "live.finish", self._take_finish_keys)
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

    def show_clock(self, snapshot: ClockSnapshot) -> None:
        """Show the moment."""
        waiting = snapshot.state is ClockState.WAITING
        self._elapsed.show_time("Elapsed", "" if waiting else snapshot.elapsed)
        self._elapsed.set_standing(snapshot.state is ClockState.PAUSED)
        self._end.show_time(snapshot.end_word, snapshot.end, snapshot.late, snapshot.late_tone)

    def show_elapsed(self, elapsed: str) -> None:
        """Show that a second has gone by."""
        self._elapsed.show_time("Elapsed", elapsed)

    def show_state(self, snapshot: ClockSnapshot) -> None:
        """Offer what the state of the clock allows; one button at most is the primary one."""
        state = snapshot.state
        words = {ClockState.WAITING: "Start", ClockState.PAUSED: "Resume"}
        self.clock.set_text(words.get(state, "Pause"))
        stands = state in (ClockState.WAITING, ClockState.PAUSED)
        self.clock.set_kind(ButtonKind.PRIMARY if stands else ButtonKind.PLAIN)
        self.clock.setVisible(state is not ClockState.FINISHED)
        last = snapshot.phase.number == len(snapshot.pace.phases)
        finished = state is ClockState.FINISHED
        self.next.set_text("Score" if finished else "Finish" if last else "Next phase")
        self.command = "live.finish" if last and not finished else "live.next"
        self._show_next_keys()
        self.next.set_kind(ButtonKind.PLAIN if stands else ButtonKind.PRIMARY)
        self.next.setVisible(state is not ClockState.WAITING)
        self.more.setVisible(state is not ClockState.WAITING)

    def _take_next_keys(self, keys: str) -> None:
        self._next_keys = keys
        self._show_next_keys()

    def _take_finish_keys(self, keys: str) -> None:
        self._finish_keys = keys
        self._show_next_keys()

    def _show_next_keys(self) -> None:
        ends = self.command == "live.finish"
        self.next.set_keys(self._finish_keys if ends else self._next_keys)

    def spoken(self) -> str:
        """The times that it shows, in one text."""
        return f"{self._elapsed.text()} {self._end.text()}"


class CompactClock(QWidget):
    """Shows the moment in the room that the narrow window has."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phase = ElidedLabel(theme, "", "label", "ink2")
        self.figures = ClockLabel(theme, "compact-clock")
        self._elapsed = Figures(theme)
        self._end = Figures(theme)
        self._late = ElidedLabel(theme)
        self._notice = ""
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._end, 0, _TRAILING)
        beside.addWidget(self._late, 0, _TRAILING)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._phase, 0, 0)
        grid.addWidget(self._elapsed, 0, 1, _TRAILING)
        grid.addWidget(self.figures, 1, 0)
        grid.addLayout(beside, 1, 1)
        grid.setColumnStretch(0, 1)

    @Slot(str)
    def set_notice(self, text: str) -> None:
        """What to say in the phase's place from the next moment on; empty for the phase."""
        self._notice = text

    def show_clock(self, snapshot: ClockSnapshot) -> None:
        """Show the moment."""
        over = snapshot.state is ClockState.FINISHED
        waiting = snapshot.state is ClockState.WAITING
        phase = snapshot.phase
        words = "Interview finished" if over else f"{phase.number} {phase.title}{_state(snapshot)}"
        words = self._notice or words
        if words != self._phase.text():
            self._phase.setText(words)
            self._phase.setAccessibleName(words)
        self.figures.set_remaining(snapshot.left_s)
        self.figures.set_going(snapshot.going)
        if self.figures.isHidden() != over:
            self.figures.setVisible(not over)
        self._elapsed.show_time("Elapsed", "" if waiting else snapshot.elapsed)
        self._elapsed.set_standing(snapshot.state is ClockState.PAUSED)
        self._end.show_time(snapshot.end_word, snapshot.end)
        self._late.set_tone(snapshot.late_tone)
        if snapshot.late != self._late.text():
            self._late.setText(snapshot.late)


def _state(snapshot: ClockSnapshot) -> str:
    if snapshot.state is ClockState.PAUSED:
        return ", paused"
    return ", not started" if snapshot.state is ClockState.WAITING else ""


class ClockPanel(QWidget):
    """Phase, title, remaining time, and what it is a part of.

    ``back`` is pressed to put the first plan in force again, while another one is.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = Label(theme, "", "label", "ink2")
        self._title = Label(theme, "", "title", wrap=True)
        self.figures = ClockLabel(theme)
        self._line = Label(theme, "", "body", "ink2", wrap=True)
        self.booked = Label(theme, "", "small", "ink2", wrap=True)
        self.back = TextButton(theme, "Back to the first plan")
        self.back.hide()
        self._notice = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self._number)
        column.addWidget(self._title)
        column.addSpacing(S)
        column.addWidget(self.figures)
        column.addSpacing(XS)
        column.addWidget(self._line)
        column.addWidget(self.booked)
        column.addSpacing(XS)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)

    @Slot(str)
    def set_notice(self, text: str) -> None:
        """What to say below the figures from the next moment on; empty for when the phase ends."""
        self._notice = text

    def show_clock(self, snapshot: ClockSnapshot) -> None:
        """Show the moment; labels that say the same already are left alone."""
        over = snapshot.state is ClockState.FINISHED
        if over:
            planned = minutes(snapshot.interview.plan.total * 1000)
            self._put(self._number, "Interview finished")
            self._put(self._title, f"{snapshot.elapsed} in all")
            self._put(self._line, f"planned {planned}")
        else:
            self._put(self._number, snapshot.phase_line)
            self._put(self._title, snapshot.phase.title)
            self._put(self._line, self._notice or snapshot.left_line)
            self.figures.set_remaining(snapshot.left_s)
            self.figures.set_going(snapshot.going)
        self._put(self.booked, snapshot.booked_line)
        for widget, shown in ((self.figures, not over), (self.back, snapshot.is_replanned)):
            if widget.isHidden() == shown:
                widget.setVisible(shown)

    def spoken(self) -> str:
        """All that it says, in one text."""
        clock = "" if self.figures.isHidden() else self.figures.spoken()
        parts = (self._number.text(), self._title.text(), clock, self._line.text())
        return ", ".join(part for part in parts if part)

    def _put(self, label: Label, text: str) -> None:
        if label.text() != text:
            label.setText(text)

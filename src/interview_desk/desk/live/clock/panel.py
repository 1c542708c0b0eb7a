"""The phase that is on and the time that is left of it, large."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.live.clock.standing import Standing
from interview_desk.desk.theme.theme import XS, S, Theme
from interview_desk.desk.widgets.button import TextButton
from interview_desk.desk.widgets.clock_label import ClockLabel
from interview_desk.desk.widgets.label import Label
from interview_desk.interview.timeline import ClockState
from interview_desk.words import minutes


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
        self.back = TextButton(theme, "Back to the first plan")
        self.back.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self._number)
        column.addWidget(self._title)
        column.addSpacing(S)
        column.addWidget(self.figures)
        column.addSpacing(XS)
        column.addWidget(self._line)
        column.addSpacing(XS)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)

    def show_standing(self, standing: Standing) -> None:
        """Show the moment; labels that say the same already are left alone."""
        over = standing.state is ClockState.FINISHED
        if over:
            planned = minutes(standing.interview.plan.total * 1000)
            self._put(self._number, "Interview finished")
            self._put(self._title, f"{standing.elapsed} in all")
            self._put(self._line, f"planned {planned}")
        else:
            self._put(self._number, standing.phase_line)
            self._put(self._title, standing.phase.title)
            self._put(self._line, standing.left_line)
            self.figures.set_remaining(standing.left_s)
        for widget, shown in ((self.figures, not over), (self.back, standing.is_replanned)):
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

"""Beside the preview: what will leave the laptop, the choices, and the file."""

from datetime import tzinfo

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from interview_desk.desk.report.sections import ChoicesSection, LeavingSection
from interview_desk.desk.theme.theme import XL, L, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.panel import Panel, ScrollColumn
from interview_desk.desk.widgets.rule import Rule
from interview_desk.interview.interview import Interview
from interview_desk.report.options import Paper, ReportOptions
from interview_desk.words import count

_KB = 1000


class Side(Panel):
    """Sections one under the other, and at the foot the file and the button that saves it.

    ``changed`` says that the report is to be made anew with other options.
    """

    changed = Signal()

    def __init__(self, theme: Theme, zone: tzinfo | None, paper: Paper) -> None:
        super().__init__(theme, "bg")
        self._zone = zone
        self.leaving = LeavingSection(theme)
        self.choices = ChoicesSection(theme, paper)
        self.name = Label(theme, "", "strong", wrap=True)
        self.facts = Label(theme, "", "small", "ink2")
        self.save_button = TextButton(theme, "Save PDF…", ButtonKind.PRIMARY)
        self.name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        scroll = ScrollColumn(theme, "bg")
        scroll.column.setContentsMargins(L, L, L, L)
        scroll.column.setSpacing(XL)
        for section in (self.leaving, self.choices):
            scroll.column.addWidget(section)
        scroll.column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(L, L, L, L)
        foot.setSpacing(S)
        for widget in (self.name, self.facts, self.save_button):
            foot.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(Rule(theme))
        column.addLayout(foot)
        self.choices.changed.connect(self._choose)

    @property
    def options(self) -> ReportOptions:
        """The options as they are chosen now."""
        return ReportOptions(
            zone=self._zone,
            paper=self.choices.chosen_paper,
            include_private=self.choices.private.isChecked(),
            include_packet=self.choices.packet.isChecked(),
        )

    def show_interview(self, interview: Interview, name: str) -> None:
        """Say what leaves, and under which file name."""
        self.choices.show_interview(interview)
        self.leaving.show_report(interview, self.options)
        self.name.setText(name)

    def show_making(self) -> None:
        """Say that the PDF is on its way."""
        self.facts.setText("Being made…")

    def show_made(self, pages: int, size: int) -> None:
        """Say how long the PDF is; ``size`` in bytes."""
        self.facts.setText(f"{count(pages, 'page')}, {max(1, round(size / _KB))} kB")

    def show_failed(self) -> None:
        """Say that there is no PDF."""
        self.facts.setText("Not made")

    @Slot()
    def _choose(self) -> None:
        self.changed.emit()

"""Beside the preview: the document, what will leave the laptop, the choices, and the file."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from interview_desk.desk.report.hand_over import HandOver
from interview_desk.desk.report.panel_sections import (
    AssistantSection,
    ChoicesSection,
    CopySection,
    DocumentSection,
    LeavingSection,
    PasswordSection,
)
from interview_desk.desk.theme.theme import XL, L, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.panel import Panel, Rule, ScrollColumn
from interview_desk.desk.widgets.text_painting import breakable
from interview_desk.interview.interview import Interview
from interview_desk.report.documents.kind import DocumentKind
from interview_desk.report.options import Paper, ReportOptions
from interview_desk.words import count

_KB = 1000
_WIDTH = 300


class SidePanel(QStackedWidget):
    """The choices with the button that saves, and once that is done the ways to hand it over.

    ``changed`` says that the document is to be made anew.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        zone: tzinfo | None,
        paper: Paper,
        kinds: Sequence[DocumentKind],
        hand_over: HandOver,
    ) -> None:
        """``kinds`` are the documents that are offered, the first chosen."""
        super().__init__()
        self._theme = theme
        self._zone = zone
        self.document = DocumentSection(theme, kinds)
        self.leaving = LeavingSection(theme)
        self.choices = ChoicesSection(theme, paper)
        self.password = PasswordSection(theme)
        self.copy = CopySection(theme)
        self.assistant = AssistantSection(theme)
        self.file_name = ""
        self.name = Label(theme, "", "strong", wrap=True)
        self.facts = Label(theme, "", "small", "ink2")
        self.missing = Label(theme, "", "small", "warn", wrap=True)
        self.save_button = TextButton(theme, "Save PDF…", ButtonKind.PRIMARY)
        self.hand_over = hand_over
        self.name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._choosing = self._lay_out(theme)
        self.addWidget(self._choosing)
        self.addWidget(hand_over)
        for section in (self.document, self.choices, self.password):
            section.changed.connect(self._choose)
        hand_over.back.connect(self._go_back)

    def _lay_out(self, theme: Theme) -> QWidget:
        choosing = Panel(theme, "bg")
        scroll = ScrollColumn(theme, "bg")
        scroll.column.setContentsMargins(L, L, L, L)
        scroll.column.setSpacing(XL)
        above = (self.document, self.leaving, self.choices, self.password)
        for section in (*above, self.copy, self.assistant):
            scroll.column.addWidget(section)
        scroll.column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(L, L, L, L)
        foot.setSpacing(S)
        for widget in (self.name, self.facts, self.missing, self.save_button):
            foot.addWidget(widget)
        column = QVBoxLayout(choosing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(Rule(theme))
        column.addLayout(foot)
        return choosing

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDTH), super().sizeHint().height())

    @property
    def kind(self) -> DocumentKind:
        """The document as it is chosen now."""
        return self.document.kind

    @property
    def options(self) -> ReportOptions:
        """The options as they are chosen now."""
        return ReportOptions(
            zone=self._zone,
            paper=self.choices.chosen_paper,
            include_private=self.choices.private.isChecked(),
            include_pictures=self.choices.pictures.isChecked(),
            include_packet=self.choices.packet.isChecked(),
            password=self.password.agreed,
        )

    def show_document(self, interview: Interview, name: str) -> None:
        """Say what leaves, and under which file name; the PDF is on its way."""
        self.show_choices()
        self.document.show_interview(interview)
        self.choices.show_document(self.kind, interview)
        self.leaving.show_document(self.kind, interview, self.options)
        self.password.show_options(self.kind, self.options)
        self.file_name = name
        self.name.setText(breakable(name))
        self.facts.setText("Making the PDF…")
        self.missing.hide()

    def show_made(self, pages: int, size: int, missing: int) -> None:
        """Say how long the PDF is; ``size`` in bytes, ``missing`` characters have no font."""
        self.facts.setText(f"{count(pages, 'page')}, {max(1, round(size / _KB))} kB")
        have, are = ("has", "is") if missing == 1 else ("have", "are")
        characters = count(missing, "character")
        lacking = f"{characters} {have} no font on this computer and {are} printed as [U+XXXX]"
        self.missing.setText(lacking)
        self.missing.setVisible(missing > 0)

    def show_failed(self) -> None:
        """Say that there is no PDF."""
        self.facts.setText("There is no PDF")

    def show_choices(self) -> None:
        """The choices again."""
        self.setCurrentWidget(self._choosing)

    def show_hand_over(self) -> None:
        """What can be done with the file that was saved."""
        self.setCurrentWidget(self.hand_over)
        self.hand_over.open_button.setFocus()

    @Slot()
    def _go_back(self) -> None:
        self.show_choices()
        self.save_button.setFocus()

    @Slot()
    def _choose(self) -> None:
        self.changed.emit()

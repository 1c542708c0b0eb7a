"""Who is interviewed by whom, for what, and when."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from interview_desk.desk.theme.theme import XS, L, Theme
from interview_desk.desk.widgets.fields import LineField
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.text_painting import line_height
from interview_desk.desk.written_times import in_words, read_when, show_when
from interview_desk.interview.records import Setup

_LONGEST = 200
_HELP = "14:00, tomorrow 9:30, 23 Nov 14:00 or 2026-11-23 14:00"


class WhoForm(QWidget):
    """Candidate, role, interviewer, date and time.

    ``typed`` is emitted with each key, ``settled`` when a field is left.
    """

    typed = Signal()
    settled = Signal()

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        """``today`` is what a time without a date means."""
        super().__init__(parent)
        self._today = today
        self._scheduled = ""
        self.candidate = LineField(theme, "Candidate")
        self.role = LineField(theme, "Role")
        self.interviewer = LineField(theme, "Interviewer")
        self.when = LineField(theme, "Date and time", "14:00, or 23 Nov 14:00")
        self.day = Label(theme, "", "small", "ink2", wrap=True)
        self.day.setMinimumHeight(line_height(theme.font("small")))  # also while it is empty
        self._lay_out(theme)
        for field in self.fields:
            field.setMaxLength(_LONGEST)
            field.textEdited.connect(self.typed)
            field.editingFinished.connect(self.settled)
        self.when.textChanged.connect(self._tell_day)
        self.when.editingFinished.connect(self._tidy)

    def read(self) -> dict[str, str]:
        """What is in the fields, by the names of the set-up; an unclear time is as it was."""
        at = read_when(self.when.text(), self._today)
        return {
            "candidate": self.candidate.text().strip(),
            "role": self.role.text().strip(),
            "interviewer": self.interviewer.text().strip(),
            "scheduled": self._scheduled if at is None else at,
        }

    def show_setup(self, setup: Setup) -> None:
        """Show a set-up. A field that says the same already keeps its caret."""
        shown = self.read()
        self._scheduled = setup.scheduled
        for name, field in zip(("candidate", "role", "interviewer"), self.fields, strict=False):
            if shown[name] != getattr(setup, name).strip():
                _show(field, getattr(setup, name))
        if shown["scheduled"] != setup.scheduled:
            _show(self.when, show_when(setup.scheduled))
        self._tell_day()

    @property
    def fields(self) -> tuple[QLineEdit, ...]:
        """Every field, in the order that they are read."""
        return self.candidate, self.role, self.interviewer, self.when

    @Slot()
    def _tidy(self) -> None:
        """What was understood, written out: "14:00" means another day tomorrow."""
        at = read_when(self.when.text(), self._today)
        if at and self.when.text() != show_when(at):
            self.when.setText(show_when(at))

    @Slot()
    def _tell_day(self) -> None:
        at = read_when(self.when.text(), self._today)
        self.day.set_tone("warn" if at is None else "ink2")
        self.day.setText(f"Write {_HELP}" if at is None else in_words(at, self._today))
        self.when.setAccessibleDescription(self.day.text())

    def _lay_out(self, theme: Theme) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(L)
        names = ("Candidate", "Role", "Interviewer", "Date and time")
        for number, (name, field) in enumerate(zip(names, self.fields, strict=True)):
            caption = SectionLabel(theme, name)
            caption.setBuddy(field)
            cell = QVBoxLayout()
            cell.setSpacing(XS)
            cell.addWidget(caption)
            cell.addWidget(field)
            if field is self.when:
                cell.addWidget(self.day)
            else:
                cell.addStretch(1)
            grid.addLayout(cell, number // 2, number % 2)
            grid.setColumnStretch(number % 2, 1)


def _show(field: QLineEdit, text: str) -> None:
    field.setText(text)
    if not field.hasFocus():
        field.setCursorPosition(0)  # of a long text the beginning is seen

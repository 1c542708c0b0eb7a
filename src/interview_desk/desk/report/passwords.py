"""The password of a PDF: asked twice, and kept nowhere but in the two fields."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QLineEdit

from interview_desk.desk.report.sections import Section
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.line_field import LineField
from interview_desk.report.documents.kind import DocumentKind
from interview_desk.report.options import ReportOptions

_DIFFERENT = "The two are not the same yet. The PDF is not saved until they are."
_ALONE = (
    "Nobody can open the PDF without it, and it is kept nowhere: give it to the reader by "
    "another way than the file. A PDF with a password is no PDF/A."
)
_WITH_DATA = f"{_ALONE} The data inside is protected with it too."


class PasswordSection(Section):
    """Two fields that must agree; ``changed`` when they agree on something else."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Password")
        self.first = LineField(theme, "Password of the PDF", "None")
        self.second = LineField(theme, "The same password again", "Once more")
        self.note = Label(theme, "", "small", "ink2", wrap=True)
        self._agreed = ""
        self._data_inside = True
        for field in (self.first, self.second):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            self.column.addWidget(field)
            field.textChanged.connect(self._typed)
        self.column.addWidget(self.note)
        self._show()

    @property
    def agreed(self) -> str:
        """The password both fields agreed on last; empty for none."""
        return self._agreed

    @property
    def agree(self) -> bool:
        """Whether the fields say the same, so that a PDF may be saved."""
        return self.first.text() == self.second.text()

    def show_options(self, kind: DocumentKind, options: ReportOptions) -> None:
        """Say whether the password protects the interview's data as well."""
        self._data_inside = kind.carries_packet and options.include_packet
        self._show()

    def forget(self) -> None:
        """Empty the fields without a word: the page is left."""
        for field in (self.first, self.second):
            blocked = QSignalBlocker(field)
            field.clear()
            blocked.unblock()
        self._agreed = ""
        self._show()

    @Slot()
    @Slot(str)
    def _typed(self) -> None:
        self._show()
        if self.agree and self.first.text() != self._agreed:
            self._agreed = self.first.text()
            self.changed.emit()

    def _show(self) -> None:
        given = bool(self.first.text())
        if self.agree:
            self.note.setText(_WITH_DATA if self._data_inside else _ALONE)
        else:
            self.note.setText(_DIFFERENT)
        self.note.set_tone("ink2" if self.agree else "warn")
        self.second.setVisible(given or not self.agree)
        self.note.setVisible(given or not self.agree)

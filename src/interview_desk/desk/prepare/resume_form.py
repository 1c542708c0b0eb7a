"""The resume beside the preparation: taken from a file, read, and taken away again."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.session import Session
from interview_desk.desk.theme.theme import XS
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.confirmation import Confirmation
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.layouts import FlowRow
from interview_desk.errors import UserError
from interview_desk.interview.resume import Resume

_KINDS = "Resumes (*.pdf *.docx *.txt *.md *.png *.jpg *.jpeg *.webp *.tif *.tiff);;All files (*)"
_NONE = "Drop a PDF, a Word document, a text or a picture here. It stays on this laptop."
_KEPT = "In no document and no interview file."
_GOES = "The resume is taken out of the records. It cannot be brought back."


class ResumeForm(QWidget):
    """What there is, and what can be done with it.

    ``read`` asks for the view of it beside the page; ``said`` carries what was done, ``refused``
    why something could not be.
    """

    read = Signal()
    gone = Signal()
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: Desk, session: Session, page: QWidget, banner: QWidget) -> None:
        """While a file is read a line below the banner says so."""
        super().__init__()
        self._desk, self._session = desk, session
        self._page, self._banner = page, banner
        self._reading: QWidget | None = None  # made with the first file
        theme = desk.theme
        self._name = Label(theme, "", wrap=True)
        self.read_button = TextButton(theme, "Read resume", ButtonKind.QUIET)
        self.choose_button = TextButton(theme, "Choose a file…", ButtonKind.QUIET)
        self.choose_button.setAccessibleName("Choose the file of the resume")
        self.remove_button = TextButton(theme, "Remove…", ButtonKind.QUIET)
        self.remove_button.setAccessibleName("Remove the resume")
        self.question = Confirmation(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(SectionLabel(theme, "Resume"))
        column.addWidget(self._name)
        buttons = (self.read_button, self.choose_button, self.remove_button)
        column.addLayout(FlowRow(*buttons))
        column.addWidget(self.question)
        self.read_button.clicked.connect(self.read)
        self.choose_button.clicked.connect(self.choose)
        self.remove_button.clicked.connect(self._ask)
        self.question.agreed.connect(self._remove)
        self.show_name()

    def show_name(self) -> None:
        """Show what the resume is called, if there is one."""
        try:
            name = self._desk.store.resume_name(self._session.row)
        except UserError as error:
            self.refused.emit(str(error))
            return
        self._name.setText(f"{name}\n{_KEPT}" if name else _NONE)
        self._name.set_tone("ink" if name else "ink2")
        self.read_button.setVisible(bool(name))
        self.remove_button.setVisible(bool(name))

    def load(self) -> Resume | None:
        """The resume; None if there is none, or it cannot be had now."""
        try:
            return self._desk.store.load_resume(self._session.row)
        except UserError as error:
            self.refused.emit(str(error))
            return None

    @Slot()
    def choose(self) -> None:
        """Let the user choose its file."""
        folder = str(self._desk.documents)
        name, _ = QFileDialog.getOpenFileName(self._page, "Take the resume from", folder, _KINDS)
        if name:
            self.take_from(Path(name))

    def take_from(self, path: Path) -> None:
        """Keep the resume in a file, in place of the one before."""
        # The page is on the screen sooner without what reads files.
        from interview_desk.desk.file_reading import FileReading
        from interview_desk.report.resume_file import read_resume_file

        if not isinstance(self._reading, FileReading):
            self._reading = FileReading(self._desk.theme, self._page, self._banner)
        self._reading.read(path, read_resume_file, partial(self._take, path), self._refuse)

    def _take(self, path: Path, resume: Resume) -> None:
        try:
            self._desk.store.save_resume(self._session.row, resume)
        except UserError as error:
            self._refuse(error)
            return
        self.show_name()
        self.said.emit(f"The resume was taken from {path.name}.")
        self.read.emit()

    def _refuse(self, error: UserError) -> None:
        self.refused.emit(str(error))

    @Slot()
    def _ask(self) -> None:
        self.question.ask(_GOES, "Remove")

    @Slot()
    def _remove(self) -> None:
        try:
            self._desk.store.save_resume(self._session.row, None)
        except UserError as error:
            self._refuse(error)
            return
        self.show_name()
        self.gone.emit()
        self.said.emit("The resume was removed.")
        self.choose_button.setFocus()

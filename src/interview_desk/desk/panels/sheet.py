"""The sheet of a panel, to be sent round: as text on the clipboard, or as a PDF."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from interview_desk.desk.background.jobs import Jobs
from interview_desk.desk.context import Desk
from interview_desk.desk.report.saved_files import Saver, where_to_save
from interview_desk.desk.settings import PAPER
from interview_desk.desk.widgets.messages import Banner
from interview_desk.errors import UserError
from interview_desk.report.document import Document
from interview_desk.report.options import Paper


class Sheet(QObject):
    """Copies it or saves it. ``said`` carries what was done, ``refused`` why it was not."""

    said = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: Desk, page: QWidget, banner: Banner) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._jobs = Jobs(self)
        self._saver = Saver(self._jobs, banner, self)

    def copy(self, sheet: Document) -> None:
        """Put it on the clipboard as text."""
        from interview_desk.report.text.formats import TextForm, as_text

        QGuiApplication.clipboard().setText(as_text(sheet, TextForm.MARKDOWN))
        self.said.emit("The sheet is copied as text.")

    def choose(self, sheet: Document) -> None:
        """Let the user choose where its PDF goes."""
        from interview_desk.report.file_names import sheet_file_name

        proposed = self._desk.report_folder / sheet_file_name(sheet)
        dialog = where_to_save(self._page, proposed, "Save the sheet")
        dialog.fileSelected.connect(partial(self._save_named, sheet))
        dialog.open()

    def _save_named(self, sheet: Document, name: str) -> None:
        self.save(sheet, Path(name))

    def save(self, sheet: Document, path: Path) -> None:
        """Make the PDF apart from the window's thread, and write it."""
        # The PDF library is loaded with the first document.
        from interview_desk.desk.report.document_jobs import make_sheet

        paper = Paper(self._desk.settings.get(PAPER))
        self._jobs.run(partial(make_sheet, sheet, paper), partial(self._made, path), self._failed)

    def _made(self, path: Path, made: object) -> None:
        data = getattr(made, "data", b"")
        self._saver.write(path, data, self._saved)

    def _saved(self, path: Path) -> None:
        self.said.emit(f"The sheet is in {path}.")

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.refused.emit(str(error))

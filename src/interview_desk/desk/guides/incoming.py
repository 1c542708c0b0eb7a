"""Documents coming in to the guides: chosen, dropped or pasted, and read beside the window."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.file_reading import FileReading
from interview_desk.errors import UserError
from interview_desk.limited_process import Cancellation
from interview_desk.report.guide_import import (
    OutsideDocument,
    read_outside,
    read_pasted_text,
)

_DOCUMENTS = "Documents (*.md *.markdown *.txt *.docx *.html *.htm)"
_PASTED = Path("Pasted text")
MOST_PASTED = 5_000_000
"""Characters of rich text; of what is longer the words alone are taken."""
_PICTURE = (
    "There is a picture to paste, and no text. Copy the words of your guide, and paste those."
)
_NOTHING = "There is nothing to paste. Copy your guide in the program that shows it, then paste."


class IncomingDocuments(QObject):
    """``found`` carries each document that was read, ``refused`` why one was not, in words."""

    found = Signal(OutsideDocument)
    refused = Signal(str)

    def __init__(self, desk: Desk, reading: FileReading, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading = reading
        self._page = parent

    @Slot()
    def choose_file(self) -> None:
        """Let the user choose a document, and take it in."""
        folder = str(self._desk.documents)
        name, _ = QFileDialog.getOpenFileName(self._page, "Import a guide", folder, _DOCUMENTS)
        if name:
            self.take_file(Path(name))

    @Slot()
    def paste(self) -> None:
        """Take in what was copied elsewhere: files, rich text, plain text."""
        mime = QApplication.clipboard().mimeData()
        if not self.take(mime):
            self.refused.emit(_PICTURE if mime.hasImage() else _NOTHING)

    def take(self, mime: QMimeData) -> bool:
        """Take in what is dropped or pasted; whether there is anything to be taken."""
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        for path in files:
            self.take_file(path)
        if files:
            return True
        text, html = mime.text(), mime.html()
        if not text.strip() and not html.strip():
            return False
        rich = html if len(html) <= MOST_PASTED else ""
        self._read(_PASTED, partial(read_pasted_text, text, rich))
        return True

    def take_file(self, path: Path) -> None:
        """Take in a file."""
        self._read(path, read_outside)

    def _read(self, path: Path, work: Callable[[Path, Cancellation], OutsideDocument]) -> None:
        self._reading.read(path, work, self.found.emit, self._refuse)

    def _refuse(self, error: UserError) -> None:
        self.refused.emit(str(error))


def can_take(mime: QMimeData) -> bool:
    """Whether something of that kind may be dropped."""
    return any(url.isLocalFile() for url in mime.urls()) or mime.hasText() or mime.hasHtml()

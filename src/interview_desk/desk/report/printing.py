"""Printing a document: the system's own dialog, then page after page in a thread of its own."""

from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from interview_desk.desk.background.jobs import Jobs
from interview_desk.errors import UserError
from interview_desk.words import count

# Enough for text of any size on paper; a finer picture only takes longer.
_DOTS_PER_INCH = 300


class PrintError(UserError):
    """The printer could not be reached, or did not take the pages."""


class Printing(QObject):
    """Asks for a printer and prints there. ``said`` and ``failed`` carry a line for the banner."""

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = Jobs(self)

    def ask(self, data: bytes, password: str) -> None:
        """Let the user choose a printer, and print the PDF there unless they think better of it."""
        printer = QPrinter()
        printer.setResolution(_DOTS_PER_INCH)
        dialog = QPrintDialog(printer, self._window)
        dialog.accepted.connect(partial(self.print_on, printer, data, password))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def print_on(self, printer: QPrinter, data: bytes, password: str) -> None:
        """Print the PDF on that printer; the window goes on meanwhile."""
        self._jobs.run(
            partial(print_pages, printer, data, password), self._printed, self._not_printed
        )

    def _printed(self, pages: int) -> None:
        self.said.emit(f"{count(pages, 'page')} given to the printer.")

    def _not_printed(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.failed.emit(str(error))


def print_pages(printer: QPrinter, data: bytes, password: str = "") -> int:
    """Print every page of a PDF, as large as the paper allows; how many there were.

    Raises PrintError in words when the printer does not take them.
    """
    document, source = QPdfDocument(), QBuffer()
    document.setPassword(password)
    source.setData(QByteArray(data))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(source)
    printer.setFullPage(True)
    painter, pages = QPainter(), document.pageCount()
    if not pages or not painter.begin(printer):
        raise PrintError("The printer cannot be reached. Choose another one, or open the PDF.")
    try:
        for page in range(pages):
            if page and not printer.newPage():
                raise PrintError(f"The printer stopped after {count(page, 'page')}.")
            _paint(painter, printer, document, page)
    finally:
        painter.end()
        document.close()
    return pages


def _paint(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    paper = printer.pageLayout().fullRectPixels(printer.resolution()).size()
    size = document.pagePointSize(page).toSize().scaled(paper, Qt.AspectRatioMode.KeepAspectRatio)
    rest: QSize = (paper - size) / 2
    painter.drawImage(QPoint(rest.width(), rest.height()), document.render(page, size))

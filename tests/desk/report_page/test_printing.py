"""What is printed is the document: its pages, on the paper's whole width, password or not."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.report.printing import PrintError, Printing, print_pages
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.documents.short import SHORT
from interview_desk.report.options import ReportOptions
from interview_desk.report.pdf.make import make_document
from tests.helpers.samples import scored


def printer_into(path: Path) -> QPrinter:
    """A printer whose paper is a PDF, with the resolution that printing uses."""
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(300)
    return printer


def pages_of(path: Path) -> int:
    document = QPdfDocument()
    document.load(str(path))
    pages = document.pageCount()
    document.close()
    return pages


def ink_of(path: Path) -> float:
    """The share of dark pixels on the first page."""
    document = QPdfDocument()
    document.load(str(path))
    picture = document.render(0, QSize(300, 424)).convertToFormat(QImage.Format.Format_Grayscale8)
    document.close()
    dark = sum(value < 160 for value in bytes(picture.constBits()))
    return dark / (picture.width() * picture.height())


@pytest.mark.parametrize("password", ["", "a long secret"], ids=["open", "protected"])
def test_every_page_is_on_paper(qtbot: QtBot, tmp_path: Path, password: str) -> None:
    options = ReportOptions(password=password)
    data = make_document(RUBRIC, scored().interview, options)
    window = QWidget()
    qtbot.addWidget(window)
    printing = Printing(window)
    paper = tmp_path / "paper.pdf"

    with qtbot.waitSignal(printing.said, timeout=20_000) as said:
        printing.print_on(printer_into(paper), data, password)

    assert said.args is not None
    assert said.args[0].endswith("given to the printer.")
    assert pages_of(paper) == int(said.args[0].split()[0]) > 1
    original = tmp_path / "original.pdf"
    original.write_bytes(make_document(RUBRIC, scored().interview, ReportOptions()))
    assert ink_of(paper) == pytest.approx(ink_of(original), rel=0.25)


def test_the_system_asks_for_a_printer_and_no_is_an_answer(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    printing = Printing(window)
    said: list[str] = []
    printing.said.connect(said.append)
    printing.ask(b"", "")
    dialog = window.findChild(QPrintDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()
    qtbot.waitUntil(lambda: window.findChild(QPrintDialog) is None)
    assert said == []


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_be_reached_is_told_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    data = make_document(SHORT, scored().interview, ReportOptions())
    with pytest.raises(PrintError, match="cannot be reached"):
        print_pages(printer_into(tmp_path / "no such folder" / "paper.pdf"), data)
    assert list(tmp_path.iterdir()) == []

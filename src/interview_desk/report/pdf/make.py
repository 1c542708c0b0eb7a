"""A document made into a PDF."""

import pikepdf

from interview_desk.report.cancellation import Checkpoint
from interview_desk.report.document import Document
from interview_desk.report.options import Paper
from interview_desk.report.pdf.archive import (
    add_output_intent,
    describe,
    repair_character_maps,
)
from interview_desk.report.pdf.fonts import load_fonts
from interview_desk.report.pdf.pages import paginate, paint_pages
from interview_desk.report.pdf.pen import Pen
from interview_desk.report.pdf.saving import attach, protected, saved
from interview_desk.report.pdf.stamps import Stamps
from interview_desk.report.pdf.styles import Sheet
from interview_desk.report.pdf.tagging import add_outline, prepare_tree, with_tree
from interview_desk.report.pdf.typeset import typeset


def make_pdf(
    document: Document, paper: Paper, packet: bytes | None, password: str, checkpoint: Checkpoint
) -> bytes:
    """The PDF of a document, with a packet attached if there is one.

    It is tagged (PDF/UA-1), and fit for archives (PDF/A-3a) unless a password protects it.
    Without one the same arguments give the same bytes. The checkpoint is called before every
    section and page. It uses reportlab's fonts, so only one thread at a time may make a PDF.
    Raises PasswordError for a password that no PDF can have.
    """
    load_fonts()
    sheet = Sheet.of(paper)
    laid = typeset(document, sheet.measure, checkpoint)
    stamps = Stamps()
    pen = Pen(sheet, stamps)
    paint_pages(paginate(laid.columns, sheet.room), document, sheet, pen, checkpoint)
    with pikepdf.open(pen.finish()) as pdf:
        stamps.define_in(pdf)
        prepare_tree(pdf, laid.root, laid.headings)
        add_outline(pdf, laid.bookmarks)
        describe(pdf, document, archival=not password)
        add_output_intent(pdf)
        repair_character_maps(pdf)
        if packet is not None:
            attach(pdf, packet, document.dated_ms)
        checkpoint()
        data = saved(pdf)
    checkpoint()
    data = with_tree(data, laid.root)
    return protected(data, password) if password else data


def fits_one_page(document: Document, paper: Paper, checkpoint: Checkpoint) -> bool:
    """Whether all of the document is on its first page."""
    load_fonts()
    sheet = Sheet.of(paper)
    columns = typeset(document, sheet.measure, checkpoint).columns
    return len(paginate(columns, sheet.room)) == 1

"""A document made into a PDF."""

from collections import Counter
from collections.abc import Callable

import pikepdf

from interview_desk.interview.interview import Interview
from interview_desk.interview.packet import write_packet
from interview_desk.report.cancellation import Checkpoint, checkpoint, never
from interview_desk.report.document import Document, texts
from interview_desk.report.documents.kind import DocumentKind, as_shared
from interview_desk.report.options import Paper, ReportOptions
from interview_desk.report.pdf.archive import (
    add_output_intent,
    describe,
    repair_character_maps,
)
from interview_desk.report.pdf.fonts import load_fonts
from interview_desk.report.pdf.pages import paginate, paint_pages
from interview_desk.report.pdf.pen import Pen
from interview_desk.report.pdf.printable import missing
from interview_desk.report.pdf.saving import attach, protected, saved
from interview_desk.report.pdf.stamps import Stamps
from interview_desk.report.pdf.styles import Sheet
from interview_desk.report.pdf.tagging import add_outline, prepare_tree, with_tree
from interview_desk.report.pdf.typeset import typeset


def make_document(
    kind: DocumentKind,
    interview: Interview,
    options: ReportOptions,
    cancelled: Callable[[], bool] = never,
) -> bytes:
    """The document as a PDF, tagged (PDF/UA-1) and, without a password, for archives (PDF/A-3a).

    The same interview and options give the same bytes, unless a password protects them.
    ``cancelled`` is asked before every section and page; once it says True, CancelledError
    is raised. PasswordError says in words that no PDF can have that password. It uses
    reportlab's fonts, so only one thread at a time may make a document.
    """
    check = checkpoint(cancelled)
    document = kind.document(interview, options, check)
    packet = None
    if kind.carries_packet and options.include_packet:
        packet = write_packet(as_shared(interview, options))
    return _pdf(document, options.paper, packet, options.password, check)


def missing_characters(
    kind: DocumentKind, interview: Interview, options: ReportOptions
) -> Counter[str]:
    """Characters that no font of this computer has, and how often they would be printed.

    Each will stand as its number, ``[U+4F60]``; the packet keeps them all.
    """
    document = kind.document(interview, options, checkpoint(never))
    found: Counter[str] = Counter()
    for text in texts(document):
        lacking = missing(text)
        found.update(char for char in text if char in lacking)
    return found


def fits_one_page(document: Document, paper: Paper, checkpoint: Checkpoint) -> bool:
    """Whether all of the document is on its first page."""
    load_fonts()
    sheet = Sheet.of(paper)
    columns = typeset(document, sheet.measure, checkpoint).columns
    return len(paginate(columns, sheet.room)) == 1


def _pdf(
    document: Document, paper: Paper, packet: bytes | None, password: str, check: Checkpoint
) -> bytes:
    load_fonts()
    sheet = Sheet.of(paper)
    laid = typeset(document, sheet.measure, check)
    stamps = Stamps()
    pen = Pen(sheet, stamps)
    paint_pages(paginate(laid.columns, sheet.room), document, sheet, pen, check)
    with pikepdf.open(pen.finish()) as pdf:
        stamps.define_in(pdf)
        prepare_tree(pdf, laid.root, laid.headings)
        add_outline(pdf, laid.bookmarks)
        describe(pdf, document, archival=not password)
        add_output_intent(pdf)
        repair_character_maps(pdf)
        if packet is not None:
            attach(pdf, packet, document.dated_ms)
        check()
        data = saved(pdf)
    check()
    data = with_tree(data, laid.root)
    return protected(data, password) if password else data

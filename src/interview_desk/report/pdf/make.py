"""A document made into a PDF."""

from collections import Counter
from collections.abc import Callable, Iterator

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
from interview_desk.report.pdf.file import attach, protected, saved
from interview_desk.report.pdf.fonts import load_fonts, missing
from interview_desk.report.pdf.lines import fitted, line_of
from interview_desk.report.pdf.painted_order import isolated, leftward_letters
from interview_desk.report.pdf.pen import Pen, Stamps
from interview_desk.report.pdf.pieces import HAIR, Piece, Space, Stack
from interview_desk.report.pdf.structure import add_outline, prepare_tree, with_tree
from interview_desk.report.pdf.styles import BEFORE_SECTION, SMALL, Sheet
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


def make_pdf(document: Document, paper: Paper, cancelled: Callable[[], bool] = never) -> bytes:
    """A document that is of no one interview, likewise as a PDF."""
    return _pdf(document, paper, None, "", checkpoint(cancelled))


def missing_characters(
    kind: DocumentKind, interview: Interview, options: ReportOptions
) -> Counter[str]:
    """Characters that no font of this computer has, and how often they would be printed.

    Each will stand as its number, ``[U+4F60]``; the packet keeps them all.
    """
    return missing_in(kind.document(interview, options, checkpoint(never)))


def missing_in(document: Document) -> Counter[str]:
    """Likewise of a document that is there."""
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
    return len(_paginate(columns, sheet.room)) == 1


def _pdf(
    document: Document, paper: Paper, packet: bytes | None, password: str, check: Checkpoint
) -> bytes:
    load_fonts()
    sheet = Sheet.of(paper)
    laid = typeset(document, sheet.measure, check)
    stamps = Stamps()
    pen = Pen(sheet, stamps)
    _paint_pages(_paginate(laid.columns, sheet.room), document, sheet, pen, check)
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


def _paginate(columns: list[Stack], room: float) -> list[Piece]:
    """The columns cut where pages end; they are taken out of the list.

    A column begins a page, unless the one before it ran over onto a second: then it goes on
    below, for a page with little on it serves no one.
    """
    pages: list[Piece] = []
    while columns:
        ran_over = (pages.pop(), Space(BEFORE_SECTION)) if len(pages) > 1 else ()
        pages += _cut(Stack((*ran_over, columns.pop(0))), room)
    return pages


def _cut(column: Stack, room: float) -> Iterator[Piece]:
    """Page after page; no more than a page's worth of pieces is looked at each time."""
    page: list[Piece] = []
    height = 0.0
    for piece in column.flat():
        page.append(piece)
        height += piece.height
        while height > room + HAIR:
            full, rest = Stack(tuple(page)).cut(room)
            if full is None:
                # Nothing that cannot be cut is taller than a page; better over the edge than never.
                full, rest = Stack(tuple(page)), None
            yield full
            page = [*rest.flat()] if isinstance(rest, Stack) else []
            height = sum(each.height for each in page)
    if page:
        yield Stack(tuple(page))


def _paint_pages(
    pages: list[Piece], document: Document, sheet: Sheet, pen: Pen, checkpoint: Checkpoint
) -> None:
    """Every page with its foot: what the document is, and which page of how many.

    The pages are taken out of the list, for there may be thousands.
    """
    # A name in Hebrew or Arabic does not turn our words round.
    name = isolated(document.name) if leftward_letters(document.name) else document.name
    count = len(pages)
    pages.reverse()
    for i in range(count):
        checkpoint()
        if i:
            pen.next_page()
        pages.pop().paint(pen, sheet.side, sheet.height - sheet.top)
        words = f"{name}, {document.kind}" if i else document.foot
        number = line_of(f"{i + 1} of {count}", SMALL)
        left = fitted(words, SMALL, sheet.measure - number.width - 24)
        right = sheet.width - sheet.side - number.width
        with pen.decoration():
            pen.lines([(sheet.side, sheet.foot, left), (right, sheet.foot, number)])

"""The column cut into pages and painted, with a foot on each."""

from interview_desk.report.document import Document
from interview_desk.report.pdf.lines import fitted, line_of
from interview_desk.report.pdf.pen import Pen
from interview_desk.report.pdf.pieces import Piece, Stack
from interview_desk.report.pdf.styles import SMALL, Sheet


def paginate(column: Stack, room: float) -> list[Piece]:
    """The column cut where pages end."""
    pages: list[Piece] = []
    left: Piece | None = column
    while left is not None:
        if left.height <= room:
            return [*pages, left]
        page, rest = left.cut(room)
        if page is None:
            # Nothing can be cut that is taller than a page; better over the edge than never.
            page, rest = left, None
        pages.append(page)
        left = rest
    return pages


def paint_pages(pages: list[Piece], document: Document, sheet: Sheet, pen: Pen) -> None:
    """Every page with its foot: what the document is, and which page of how many."""
    for i, page in enumerate(pages):
        if i:
            pen.next_page()
        page.paint(pen, sheet.side, sheet.height - sheet.top)
        words = f"{document.name}, {document.kind}" if i else document.foot
        number = line_of(f"{i + 1} of {len(pages)}", SMALL)
        left = fitted(words, SMALL, sheet.measure - number.width - 24)
        right = sheet.width - sheet.side - number.width
        with pen.decoration():
            pen.lines([(sheet.side, sheet.foot, left), (right, sheet.foot, number)])

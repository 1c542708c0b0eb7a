"""The column cut into pages and painted, with a foot on each."""

from collections.abc import Iterator, Sequence

from interview_desk.report.cancelling import Checkpoint
from interview_desk.report.document import Document
from interview_desk.report.pdf.lines import fitted, line_of
from interview_desk.report.pdf.painted_order import isolated, leftward_letters
from interview_desk.report.pdf.pen import Pen
from interview_desk.report.pdf.pieces import Piece, Space, Stack
from interview_desk.report.pdf.styles import BEFORE_SECTION, SMALL, Sheet


def paginate(columns: Sequence[Stack], room: float) -> list[Piece]:
    """The columns cut where pages end.

    A column begins a page, unless the one before it ran over onto a second: then it goes on
    below, for a page with little on it serves no one.
    """
    pages: list[Piece] = []
    for column in columns:
        ran_over = (pages.pop(), Space(BEFORE_SECTION)) if len(pages) > 1 else ()
        pages += _cut(Stack((*ran_over, *column.pieces)), room)
    return pages


def _cut(column: Stack, room: float) -> Iterator[Piece]:
    left: Piece | None = column
    while left is not None:
        page, rest = (left, None) if left.height <= room else left.cut(room)
        if page is None:
            # Nothing that cannot be cut is taller than a page; better over the edge than never.
            page, rest = left, None
        yield page
        left = rest


def paint_pages(
    pages: list[Piece], document: Document, sheet: Sheet, pen: Pen, checkpoint: Checkpoint
) -> None:
    """Every page with its foot: what the document is, and which page of how many."""
    # A name in Hebrew or Arabic does not turn our words round.
    name = isolated(document.name) if leftward_letters(document.name) else document.name
    for i, page in enumerate(pages):
        checkpoint()
        if i:
            pen.next_page()
        page.paint(pen, sheet.side, sheet.height - sheet.top)
        words = f"{name}, {document.kind}" if i else document.foot
        number = line_of(f"{i + 1} of {len(pages)}", SMALL)
        left = fitted(words, SMALL, sheet.measure - number.width - 24)
        right = sheet.width - sheet.side - number.width
        with pen.decoration():
            pen.lines([(sheet.side, sheet.foot, left), (right, sheet.foot, number)])

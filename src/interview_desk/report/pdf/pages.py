"""The column cut into pages and painted, with a foot on each."""

from collections.abc import Iterator

from interview_desk.report.cancellation import Checkpoint
from interview_desk.report.document import Document
from interview_desk.report.pdf.lines import fitted, line_of
from interview_desk.report.pdf.painted_order import isolated, leftward_letters
from interview_desk.report.pdf.pen import Pen
from interview_desk.report.pdf.pieces import HAIR, Piece, Space, Stack
from interview_desk.report.pdf.styles import BEFORE_SECTION, SMALL, Sheet


def paginate(columns: list[Stack], room: float) -> list[Piece]:
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


def paint_pages(
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

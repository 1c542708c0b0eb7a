"""The rubric and the table of figures."""

from interview_desk.report.document import Grid, RatingRow, Ratings
from interview_desk.report.pdf.drawings import BARS_WIDTH, bars, hairline
from interview_desk.report.pdf.pieces import Padded, Piece, Row, Stack
from interview_desk.report.pdf.runs import Span
from interview_desk.report.pdf.setting import text
from interview_desk.report.pdf.structure import Element
from interview_desk.report.pdf.styles import BODY, TIME

_PAD = 4.5
_TITLE_WIDTH = 170.0
_BARS = 178.0
_WORDS = _BARS + BARS_WIDTH + 14.0
_FIGURE_WIDTH = 62.0
_FIGURE_PAD = 2.0
_ROW_HEAD = {"Table": {"Scope": "Row"}}
_COLUMN_HEAD = {"Table": {"Scope": "Column"}}


def set_ratings(ratings: Ratings, parent: Element, measure: float) -> Stack:
    """The rubric: dimension, level as a bar and in words, beginning of the reason."""
    table = parent.add("Table")
    pieces: list[Piece] = []
    for row in ratings.rows:
        pieces += [Padded(_rating(row, table.add("TR"), measure), _PAD, _PAD), hairline(measure)]
    return Stack(tuple(pieces))


def set_grid(grid: Grid, parent: Element, measure: float) -> Stack:
    """A table of figures under their headings."""
    table = parent.add("Table")
    head = _grid_row(grid.head, table.add("TR"), measure, head=True)
    pieces: list[Piece] = [
        Padded(head, 0.0, _FIGURE_PAD, holds=True),
        hairline(measure, holds=True),
    ]
    for row in grid.rows:
        set_row = _grid_row(row, table.add("TR"), measure, head=False)
        pieces += [Padded(set_row, _FIGURE_PAD, _FIGURE_PAD), hairline(measure)]
    return Stack(tuple(pieces), whole=True)


def _rating(row: RatingRow, owner: Element, measure: float) -> Row:
    head = owner.add("TH", attributes=_ROW_HEAD)
    title = text(
        head.add("Link") if row.target else head, row.title, _TITLE_WIDTH, target=row.target
    )
    spans: list[Span] = [(row.level, BODY.bold() if row.height else BODY)]
    if row.reason:
        spans.append((f" {row.reason}", BODY.quiet()))
    words = text(owner.add("TD"), spans, measure - _WORDS)
    return Row(((0.0, title), (_BARS, bars(row.height, row.steps)), (_WORDS, words)))


def _grid_row(texts: tuple[str, ...], owner: Element, measure: float, *, head: bool) -> Row:
    figures = len(texts) - 1
    first = measure - figures * _FIGURE_WIDTH
    attributes = _COLUMN_HEAD if head else _ROW_HEAD
    name = text(
        owner.add("TH", attributes=attributes),
        texts[0],
        first - 8.0,
        BODY.quiet() if head else BODY,
    )
    cells: list[tuple[float, Piece]] = [(0.0, name)]
    for i, figure in enumerate(texts[1:]):
        cell = owner.add("TH", attributes=_COLUMN_HEAD) if head else owner.add("TD")
        style = BODY.quiet() if head else TIME
        at = first + i * _FIGURE_WIDTH
        cells.append((at, text(cell, figure, _FIGURE_WIDTH, style, flush_right=True)))
    return Row(tuple(cells))

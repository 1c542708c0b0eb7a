"""The blocks of a section, set one under the other."""

from collections.abc import Iterator
from itertools import zip_longest

from interview_desk.interview.note_kinds import KindTone
from interview_desk.report.document import (
    Blanks,
    Block,
    Checked,
    CheckGroup,
    Checks,
    Choice,
    Choices,
    Entries,
    Entry,
    Fact,
    Facts,
    Form,
    Grid,
    Prose,
    RatingRow,
    Ratings,
    Ruled,
    Shown,
    Times,
)
from interview_desk.report.pdf.drawings import BARS_WIDTH, bars, box, hairline, picture, time_chart
from interview_desk.report.pdf.pieces import Padded, Piece, Row, Space, Stack, aside, spaced, text
from interview_desk.report.pdf.runs import Span
from interview_desk.report.pdf.structure import Element
from interview_desk.report.pdf.styles import (
    BAD,
    BODY,
    BOX_EDGE,
    GOOD,
    QUIET_INK,
    SUBHEADING,
    TIME,
    WARN,
    Colour,
)

_BETWEEN = 6.0
_FACT_LABEL = 86.0
_FACT_GUTTER = 14.0
_FACT_GAP = 3.0
_RATING_PAD = 4.5
_RATING_TITLE_WIDTH = 170.0
_RATING_BARS = 178.0
_RATING_WORDS = _RATING_BARS + BARS_WIDTH + 14.0
_FIGURE_WIDTH = 62.0
_FIGURE_PAD = 2.0
_ROW_HEAD = {"Table": {"Scope": "Row"}}
_COLUMN_HEAD = {"Table": {"Scope": "Column"}}
_ENTRY_TIME_WIDTH = 30.0
_ENTRY_GLYPH = 36.0
_ENTRY_TEXT = 48.0
_HELD_LINES = 3  # of a caption, at the least
_ENTRY_GAP = 3.5
_KIND_COLOURS: dict[KindTone | None, Colour] = {
    "good": GOOD,
    "bad": BAD,
    "accent": WARN,
    None: QUIET_INK,
}
_CHECK_GUTTER = 20.0
_CHECK_TEXT = 14.0
_CHECK_GAP = 2.5
_BETWEEN_GROUPS = 12.0
_TO_TICK = "To tick:"
_BOX_WORDS = {True: "Seen:", False: "Not seen:", None: _TO_TICK}
# What a pen needs from one line to the next.
_BLANK_LINE = 22.0
_BLANK_LABEL = 78.0
_BLANK_GUTTER = 20.0


def set_blocks(
    blocks: tuple[Block, ...], owner: Element, measure: float, *, led: bool
) -> tuple[Piece, ...]:
    """The blocks set; ``led`` says that the last one leads to something.

    Quiet prose that leads to another block stays on its page.
    """
    last = len(blocks) - 1
    pieces = [_block(each, owner, measure, led=led or i < last) for i, each in enumerate(blocks)]
    return spaced(pieces, _BETWEEN)


def _block(block: Block, owner: Element, measure: float, *, led: bool) -> Piece:
    piece: Piece
    match block:
        case Prose():
            style = BODY.quiet() if block.quiet else BODY
            piece = text(owner.add("P"), block.text, measure, style, holds=block.quiet and led)
        case Facts():
            piece = set_facts(block, owner, measure)
        case Ratings():
            piece = _set_ratings(block, owner, measure)
        case Times():
            piece = time_chart(block, measure, owner.add("Figure", alternative=block.words))
        case Entries():
            piece = _set_entries(block, owner, measure)
        case Checks():
            piece = _set_checks(block, owner, measure)
        case Grid():
            piece = _set_grid(block, owner, measure)
        case Choices() | Blanks() | Ruled():
            piece = _form(block, owner, measure)
    return piece


def _form(block: Form, owner: Element, measure: float) -> Piece:
    match block:
        case Choices():
            return _set_choices(block, owner, measure)
        case Blanks():
            return _set_blanks(block, owner, measure)
        case Ruled():
            return _set_ruled(block, owner, measure)


# Facts: short labels and what they stand for, two beside one another where they are short


def set_facts(facts: Facts, parent: Element, measure: float) -> Stack:
    """The facts as a list."""
    owner = parent.add("L")
    half = (measure + _FACT_GUTTER) / 2
    rows: list[Piece] = []
    waiting: Row | None = None
    for fact in facts.facts:
        if fact.wide:
            rows += [waiting] if waiting else []
            waiting = None
            rows.append(_fact(fact, owner, measure))
            continue
        one = _fact(fact, owner, half - _FACT_GUTTER)
        if waiting is None:
            waiting = one
        else:
            rows.append(Row(((0.0, waiting), (half, one))))
            waiting = None
    rows += [waiting] if waiting else []
    return Stack(spaced(rows, _FACT_GAP), whole=True)


def _fact(fact: Fact, owner: Element, measure: float) -> Row:
    item = owner.add("LI")
    label = text(item.add("Lbl"), fact.label, _FACT_LABEL - _FACT_GUTTER / 2, BODY.quiet())
    value = text(item.add("LBody"), fact.text, measure - _FACT_LABEL)
    return Row(((0.0, label), (_FACT_LABEL, value)))


# The rubric and the table of figures


def _set_ratings(ratings: Ratings, parent: Element, measure: float) -> Stack:
    """The rubric: dimension, level as a bar and in words, beginning of the reason."""
    table = parent.add("Table")
    pieces: list[Piece] = []
    for row in ratings.rows:
        pieces += [
            Padded(_rating(row, table.add("TR"), measure), _RATING_PAD, _RATING_PAD),
            hairline(measure),
        ]
    return Stack(tuple(pieces))


def _set_grid(grid: Grid, parent: Element, measure: float) -> Stack:
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
        head.add("Link") if row.target else head, row.title, _RATING_TITLE_WIDTH, target=row.target
    )
    spans: list[Span] = [(row.level, BODY.bold() if row.height else BODY)]
    if row.reason:
        spans.append((f" {row.reason}", BODY.quiet()))
    words = text(owner.add("TD"), spans, measure - _RATING_WORDS)
    return Row(((0.0, title), (_RATING_BARS, bars(row.height, row.steps)), (_RATING_WORDS, words)))


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


# Entries: lines with a time and a glyph in columns of their own


def _set_entries(entries: Entries, parent: Element, measure: float) -> Stack:
    """The entries as a list; where none has a time or a glyph, there are no columns."""
    owner = parent.add("L")
    columns = any(each.time or each.kind is not None for each in entries.entries)
    rows: list[Piece] = [_entry(each, owner, measure, columns) for each in entries.entries]
    return Stack(spaced(rows, _ENTRY_GAP))


def _entry(entry: Entry, owner: Element, measure: float, columns: bool) -> Piece:
    item = owner.add("LI")
    cells: list[tuple[float, Piece]] = []
    if entry.time or entry.kind is not None:
        label = item.add("Lbl")
        if entry.time:
            words = text(label.add("Span"), entry.time, _ENTRY_TIME_WIDTH, TIME, flush_right=True)
            cells.append((0.0, words))
        if entry.kind is not None:
            glyph = label.add("Span", actual=entry.kind.word)
            style = BODY.bold().tinted(_KIND_COLOURS[entry.kind.tone])
            cells.append(
                (_ENTRY_GLYPH, text(glyph, entry.kind.glyph, _ENTRY_TEXT - _ENTRY_GLYPH, style))
            )
    spans = ((entry.text, BODY), *aside(entry.aside))
    left = _ENTRY_TEXT if columns else 0.0
    body = item.add("LBody")
    if entry.picture is None or not entry.picture.data:
        cells.append((left, text(body, spans, measure - left)))
        return Row(tuple(cells))
    cells.append((left, text(body.add("P"), spans, measure - left)))
    caption = _beside_picture(Row(tuple(cells)))
    return Stack((*caption, *_shown(entry.picture, body, left, measure - left)))


def _beside_picture(caption: Row) -> Iterator[Piece]:
    """The words of a picture, whose last lines stay on its page, however long they are."""
    begun: Piece | None = None
    held: Piece | None = caption
    if caption.height > _HELD_LINES * BODY.leading:
        begun, held = caption.cut(caption.height - _HELD_LINES * BODY.leading)
    if begun is not None:
        yield begun
    if held is not None:
        yield Stack((held,), holds=True)


def _shown(shown: Shown, body: Element, left: float, measure: float) -> tuple[Piece, ...]:
    """The picture below its words."""
    figure = body.add("Figure", alternative=shown.words)
    drawing = picture(shown, measure, figure)
    return Space(_ENTRY_GAP, holds=True), Row(((left, drawing),))


# Checks: indicators with their boxes, group beside group


def _set_checks(checks: Checks, parent: Element, measure: float) -> Stack:
    """The groups in two columns, read row by row."""
    column = (measure - _CHECK_GUTTER) / 2
    groups = [_group(each, parent, column) for each in checks.groups]
    pairs = zip_longest(groups[::2], groups[1::2])
    rows: list[Piece] = [_beside(left, right, column + _CHECK_GUTTER) for left, right in pairs]
    return Stack(spaced(rows, _BETWEEN_GROUPS))


def _beside(left: Stack, right: Stack | None, at: float) -> Row:
    return Row(((0.0, left), (at, right))) if right is not None else Row(((0.0, left),))


def _group(group: CheckGroup, parent: Element, measure: float) -> Stack:
    section = parent.add("Sect")
    title = text(section.add("H3"), group.title, measure, SUBHEADING, holds=True)
    owner = section.add("L")
    items: list[Piece] = [_check(each, owner, measure) for each in group.items]
    return Stack((title, Space(2.0, holds=True), *spaced(items, _CHECK_GAP)))


def _check(item: Checked, owner: Element, measure: float) -> Row:
    element = owner.add("LI")
    label = element.add("Lbl", actual=_BOX_WORDS[item.seen])
    style = BODY.quiet() if item.seen is False else BODY
    spans = ((item.text, style), *aside(item.aside))
    words = text(element.add("LBody"), spans, measure - _CHECK_TEXT)
    return Row(((0.0, box(label, seen=bool(item.seen), good=item.good)), (_CHECK_TEXT, words)))


def _set_choices(choices: Choices, parent: Element, measure: float) -> Stack:
    """Boxes to tick by hand, each with its name; the lines to write on below stay with them."""
    owner = parent.add("L")
    items: list[Piece] = [_choice(each, owner, measure) for each in choices.choices]
    return Stack(spaced(items, _CHECK_GAP), holds=True, whole=True)


def _choice(choice: Choice, owner: Element, measure: float) -> Row:
    element = owner.add("LI")
    label = element.add("Lbl", actual=_TO_TICK)
    spans = [(choice.name, BODY.bold())]
    if choice.text:
        spans.append((f"  {choice.text}", BODY.quiet()))
    words = text(element.add("LBody"), spans, measure - _CHECK_TEXT)
    return Row(((0.0, box(label, seen=False, good=True)), (_CHECK_TEXT, words)))


# Room to write by hand: labels with a line after them, and empty lines


def _set_blanks(blanks: Blanks, parent: Element, measure: float) -> Stack:
    """The labels as a list, two beside one another."""
    owner, half = parent.add("L"), (measure - _BLANK_GUTTER) / 2
    cells = [_blank(label, owner, half) for label in blanks.labels]
    rows: list[Piece] = []
    for i in range(0, len(cells), 2):
        beside = zip((0.0, half + _BLANK_GUTTER), cells[i : i + 2], strict=False)
        rows.append(Row(tuple(beside)))
    return Stack(tuple(rows), whole=True)


def _blank(label: str, owner: Element, measure: float) -> Stack:
    words = text(owner.add("LI").add("LBody"), label, measure, BODY.quiet(), holds=True)
    above = Space(_BLANK_LINE - words.height, holds=True)
    line = Row(((_BLANK_LABEL, hairline(measure - _BLANK_LABEL, colour=BOX_EDGE)),))
    return Stack((above, words, line), whole=True)


def _set_ruled(ruled: Ruled, parent: Element, measure: float) -> Stack:
    """A label, and lines over the whole measure."""
    pieces: list[Piece] = [text(parent.add("P"), ruled.label, measure, BODY.quiet(), holds=True)]
    for i in range(ruled.lines):
        pieces += [Space(_BLANK_LINE, holds=not i), hairline(measure, colour=BOX_EDGE)]
    return Stack(tuple(pieces), whole=True)

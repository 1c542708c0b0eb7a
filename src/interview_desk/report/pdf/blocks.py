"""The blocks of a section, set one under the other."""

from interview_desk.report.document import (
    Blanks,
    Block,
    Checks,
    Choices,
    Entries,
    Facts,
    Form,
    Grid,
    Prose,
    Ratings,
    Ruled,
    Times,
)
from interview_desk.report.pdf.blanks import set_blanks, set_ruled
from interview_desk.report.pdf.checks import set_checks, set_choices
from interview_desk.report.pdf.drawings import time_chart
from interview_desk.report.pdf.entries import set_entries
from interview_desk.report.pdf.facts import set_facts
from interview_desk.report.pdf.pieces import Piece
from interview_desk.report.pdf.setting import spaced, text
from interview_desk.report.pdf.structure import Element
from interview_desk.report.pdf.styles import BODY
from interview_desk.report.pdf.tables import set_grid, set_ratings

_BETWEEN = 6.0


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
            piece = set_ratings(block, owner, measure)
        case Times():
            piece = time_chart(block, measure, owner.add("Figure", alternative=block.words))
        case Entries():
            piece = set_entries(block, owner, measure)
        case Checks():
            piece = set_checks(block, owner, measure)
        case Grid():
            piece = set_grid(block, owner, measure)
        case Choices() | Blanks() | Ruled():
            piece = _form(block, owner, measure)
    return piece


def _form(block: Form, owner: Element, measure: float) -> Piece:
    match block:
        case Choices():
            return set_choices(block, owner, measure)
        case Blanks():
            return set_blanks(block, owner, measure)
        case Ruled():
            return set_ruled(block, owner, measure)

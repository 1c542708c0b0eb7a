"""Checks: indicators with their boxes, group beside group."""

from itertools import zip_longest

from interview_desk.report.document import Checked, CheckGroup, Checks, Choice, Choices
from interview_desk.report.pdf.drawings import box
from interview_desk.report.pdf.pieces import Piece, Row, Space, Stack
from interview_desk.report.pdf.setting import aside, spaced, text
from interview_desk.report.pdf.structure import Element
from interview_desk.report.pdf.styles import BODY, SUBHEADING

_GUTTER = 20.0
_TEXT = 14.0
_GAP = 2.5
_BETWEEN_GROUPS = 12.0
_TO_TICK = "To tick:"
_BOX_WORDS = {True: "Seen:", False: "Not seen:", None: _TO_TICK}


def set_checks(checks: Checks, parent: Element, measure: float) -> Stack:
    """The groups in two columns, read row by row."""
    column = (measure - _GUTTER) / 2
    groups = [_group(each, parent, column) for each in checks.groups]
    pairs = zip_longest(groups[::2], groups[1::2])
    rows: list[Piece] = [_beside(left, right, column + _GUTTER) for left, right in pairs]
    return Stack(spaced(rows, _BETWEEN_GROUPS))


def _beside(left: Stack, right: Stack | None, at: float) -> Row:
    return Row(((0.0, left), (at, right))) if right is not None else Row(((0.0, left),))


def _group(group: CheckGroup, parent: Element, measure: float) -> Stack:
    section = parent.add("Sect")
    title = text(section.add("H3"), group.title, measure, SUBHEADING, holds=True)
    owner = section.add("L")
    items: list[Piece] = [_item(each, owner, measure) for each in group.items]
    return Stack((title, Space(2.0, holds=True), *spaced(items, _GAP)))


def _item(item: Checked, owner: Element, measure: float) -> Row:
    element = owner.add("LI")
    label = element.add("Lbl", actual=_BOX_WORDS[item.seen])
    style = BODY.quiet() if item.seen is False else BODY
    spans = ((item.text, style), *aside(item.aside))
    words = text(element.add("LBody"), spans, measure - _TEXT)
    return Row(((0.0, box(label, seen=bool(item.seen), good=item.good)), (_TEXT, words)))


def set_choices(choices: Choices, parent: Element, measure: float) -> Stack:
    """Boxes to tick by hand, each with its name; the lines to write on below stay with them."""
    owner = parent.add("L")
    items: list[Piece] = [_choice(each, owner, measure) for each in choices.choices]
    return Stack(spaced(items, _GAP), holds=True, whole=True)


def _choice(choice: Choice, owner: Element, measure: float) -> Row:
    element = owner.add("LI")
    label = element.add("Lbl", actual=_TO_TICK)
    spans = [(choice.name, BODY.bold())]
    if choice.text:
        spans.append((f"  {choice.text}", BODY.quiet()))
    words = text(element.add("LBody"), spans, measure - _TEXT)
    return Row(((0.0, box(label, seen=False, good=True)), (_TEXT, words)))

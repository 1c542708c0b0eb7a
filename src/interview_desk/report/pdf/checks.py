"""Checks: indicators with their boxes, group beside group."""

from itertools import zip_longest

from interview_desk.report.document import Checked, CheckGroup, Checks
from interview_desk.report.pdf.drawings import box
from interview_desk.report.pdf.pieces import Piece, Row, Space, Stack
from interview_desk.report.pdf.setting import aside, spaced, text
from interview_desk.report.pdf.structure import Element
from interview_desk.report.pdf.styles import BODY, SUBHEADING

_GUTTER = 20.0
_TEXT = 14.0
_GAP = 2.5
_BETWEEN_GROUPS = 12.0


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
    label = element.add("Lbl", actual="Seen:" if item.seen else "Not seen:")
    style = BODY if item.seen else BODY.quiet()
    spans = ((item.text, style), *aside(item.aside))
    words = text(element.add("LBody"), spans, measure - _TEXT)
    return Row(((0.0, box(label, seen=item.seen, good=item.good)), (_TEXT, words)))

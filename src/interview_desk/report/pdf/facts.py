"""Facts: short labels and what they stand for, two beside one another where they are short."""

from interview_desk.report.document import Fact, Facts
from interview_desk.report.pdf.pieces import Piece, Row, Stack
from interview_desk.report.pdf.setting import spaced, text
from interview_desk.report.pdf.structure import Element
from interview_desk.report.pdf.styles import BODY

_LABEL = 86.0
_GUTTER = 14.0
_GAP = 3.0


def set_facts(facts: Facts, parent: Element, measure: float) -> Stack:
    """The facts as a list."""
    owner = parent.add("L")
    half = (measure + _GUTTER) / 2
    rows: list[Piece] = []
    waiting: Row | None = None
    for fact in facts.facts:
        if fact.wide:
            rows += [waiting] if waiting else []
            waiting = None
            rows.append(_fact(fact, owner, measure))
            continue
        one = _fact(fact, owner, half - _GUTTER)
        if waiting is None:
            waiting = one
        else:
            rows.append(Row(((0.0, waiting), (half, one))))
            waiting = None
    rows += [waiting] if waiting else []
    return Stack(spaced(rows, _GAP), whole=True)


def _fact(fact: Fact, owner: Element, measure: float) -> Row:
    item = owner.add("LI")
    label = text(item.add("Lbl"), fact.label, _LABEL - _GUTTER / 2, BODY.quiet())
    value = text(item.add("LBody"), fact.text, measure - _LABEL)
    return Row(((0.0, label), (_LABEL, value)))

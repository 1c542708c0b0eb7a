"""Entries: lines with a time and a glyph in columns of their own."""

from interview_desk.interview.note_kinds import KindTone
from interview_desk.report.document import Entries, Entry
from interview_desk.report.pdf.pieces import Piece, Row, Stack
from interview_desk.report.pdf.setting import aside, spaced, text
from interview_desk.report.pdf.structure import Element
from interview_desk.report.pdf.styles import BAD, BODY, GOOD, QUIET_INK, TIME, WARN, Colour

_TIME_WIDTH = 30.0
_MARK = 36.0
_TEXT = 48.0
_GAP = 3.5

_COLOURS: dict[KindTone | None, Colour] = {
    "good": GOOD,
    "bad": BAD,
    "accent": WARN,
    None: QUIET_INK,
}


def set_entries(entries: Entries, parent: Element, measure: float) -> Stack:
    """The entries as a list; where none has a time or a glyph, there are no columns."""
    owner = parent.add("L")
    columns = any(each.time or each.kind is not None for each in entries.entries)
    rows: list[Piece] = [_entry(each, owner, measure, columns) for each in entries.entries]
    return Stack(spaced(rows, _GAP))


def _entry(entry: Entry, owner: Element, measure: float, columns: bool) -> Row:
    item = owner.add("LI")
    cells: list[tuple[float, Piece]] = []
    if entry.time or entry.kind is not None:
        label = item.add("Lbl")
        if entry.time:
            words = text(label.add("Span"), entry.time, _TIME_WIDTH, TIME, flush_right=True)
            cells.append((0.0, words))
        if entry.kind is not None:
            glyph = label.add("Span", actual=entry.kind.word)
            style = BODY.bold().tinted(_COLOURS[entry.kind.tone])
            cells.append((_MARK, text(glyph, entry.kind.glyph, _TEXT - _MARK, style)))
    spans = ((entry.text, BODY), *aside(entry.aside))
    left = _TEXT if columns else 0.0
    cells.append((left, text(item.add("LBody"), spans, measure - left)))
    return Row(tuple(cells))

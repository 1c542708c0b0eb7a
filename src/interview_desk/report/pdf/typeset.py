"""A document set in endless columns, with its structure; pages come after."""

from dataclasses import dataclass

from interview_desk.report.cancellation import Checkpoint
from interview_desk.report.document import Document, Section, Verdict
from interview_desk.report.pdf.blocks import set_blocks, set_facts
from interview_desk.report.pdf.drawings import hairline
from interview_desk.report.pdf.pieces import Padded, Piece, Row, Space, Stack, text
from interview_desk.report.pdf.structure import Bookmark, Element
from interview_desk.report.pdf.styles import (
    BEFORE_SECTION,
    BODY,
    HEADING,
    SMALL,
    SUBHEADING,
    TITLE,
    VERDICT,
)

_BEFORE_PART = 10.0
_AFTER_RULE = 7.0
_VERDICT_SHARE = 0.38


@dataclass(frozen=True)
class Typeset:
    """The columns, the tree, the outline, and the headings that links lead to.

    The second column begins a page, if the first needs no more than one.
    """

    columns: list[Stack]
    root: Element
    bookmarks: tuple[Bookmark, ...]
    headings: dict[str, Element]


def typeset(document: Document, measure: float, checkpoint: Checkpoint) -> Typeset:
    """Everything of the document but its pages; the checkpoint comes before every section."""
    root, headings = Element("Document"), dict[str, Element]()
    columns = [_head(document, root, measure)]
    bookmarks = []
    for section in document.sections:
        checkpoint()
        found, bookmark = _section(section, root, measure, headings)
        if section.new_page:
            columns.append([])
        else:
            columns[-1].append(Space(BEFORE_SECTION))
        columns[-1] += found
        bookmarks.append(bookmark)
    stacks = [Stack(tuple(column)) for column in columns]
    return Typeset(stacks, root, tuple(bookmarks), headings)


def _head(document: Document, root: Element, measure: float) -> list[Piece]:
    share = measure * _VERDICT_SHARE if document.verdict is not None else 0.0
    kind = text(root.add("P"), document.kind, measure - share, BODY.quiet())
    name = text(root.add("H1"), document.name, measure - share, TITLE)
    cells: list[tuple[float, Piece]] = [(0.0, Stack((kind, name)))]
    if document.verdict is not None:
        cells.append((measure - share, _verdict(document.verdict, root, share)))
    pieces: list[Piece] = [Row(tuple(cells)), Space(14.0)]
    if document.notice:
        notice = text(root.add("P"), document.notice, measure, BODY.bold())
        pieces += [notice, Space(8.0)]
    return [*pieces, set_facts(document.facts, root, measure)]


def _verdict(verdict: Verdict, root: Element, measure: float) -> Stack:
    label = text(root.add("P"), verdict.label, measure, BODY.quiet(), flush_right=True)
    step = text(root.add("P"), verdict.step, measure, VERDICT, flush_right=True)
    scale = (
        (text(root.add("P"), verdict.scale, measure, SMALL, flush_right=True),)
        if verdict.scale
        else ()
    )
    return Stack((label, step, *scale))


def _section(
    section: Section, root: Element, measure: float, headings: dict[str, Element]
) -> tuple[list[Piece], Bookmark]:
    owner = root.add("Sect")
    heading = owner.add("H2")
    if section.key:
        headings[section.key] = heading
    pieces: list[Piece] = [
        Padded(text(heading, section.title, measure, HEADING), 0.0, 3.0, holds=True),
        hairline(measure, holds=True),
        Space(_AFTER_RULE, holds=True),
        *set_blocks(section.blocks, owner, measure, led=bool(section.parts)),
    ]
    kids = []
    for i, part in enumerate(section.parts):
        found, bookmark = _part(part, owner, measure)
        if i or section.blocks:
            pieces.append(Space(_BEFORE_PART, holds=not i))
        pieces += found
        kids.append(bookmark)
    return pieces, Bookmark(section.title, heading, tuple(kids))


def _part(part: Section, parent: Element, measure: float) -> tuple[list[Piece], Bookmark]:
    owner = parent.add("Sect")
    heading = owner.add("H3")
    title = text(heading, part.title, measure, SUBHEADING.quiet(), holds=True)
    pieces: list[Piece] = [
        title,
        Space(3.0, holds=True),
        *set_blocks(part.blocks, owner, measure, led=False),
    ]
    return pieces, Bookmark(part.title, heading)

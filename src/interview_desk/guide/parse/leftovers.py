"""What a guide says beyond its structure, as Markdown to read: nothing of it may vanish.

A section that means nothing to the structure is kept whole, with the sections under it. Of
any other, what nobody took is kept, and headings in more words than they are known by.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from interview_desk.guide.model import Heading, Reading
from interview_desk.guide.parse.labels import says_more
from interview_desk.guide.parse.parts import Part

# Only these: an escaped mark of Markdown's own must stay escaped in Markdown.
_IDLE_ESCAPE = re.compile(r"\\([$%'\",/:;=?@^]|&(?!#?\w+;))")


@dataclass(slots=True)
class _Piece:
    part: Part
    texts: list[str] = field(default_factory=list)


def read_rest(
    parts: Sequence[Part], title: Part, source: str
) -> tuple[tuple[Reading, ...], tuple[Heading, ...]]:
    """What is left to read, and the headings in words of their own, as the document has them.

    A heading of reading material stands there, so only those of the structure come apart.
    """
    lines = source.split("\n")
    pieces, labels = _pieces(parts, lines)
    readings = tuple(
        Reading(
            piece.part.title or title.title,
            _IDLE_ESCAPE.sub(r"\1", "\n\n".join(piece.texts)),
            piece.part.phase,
            piece.part.topic,
        )
        for piece in pieces
        if piece.texts
    )
    silent = {id(piece.part) for piece in pieces if not piece.texts} | {id(each) for each in labels}
    return readings, tuple(_headings([(part, id(part) in silent) for part in parts]))


def _pieces(parts: Sequence[Part], lines: Sequence[str]) -> tuple[list[_Piece], list[Part]]:
    """A piece for each heading that is not inside another, and the labels with nothing left.

    A label belongs to the heading before it. A heading that means nothing belongs to the one
    over it that means nothing either, if both stand in the same part of the structure.
    """
    here = phase = _Piece(parts[0])
    pieces, labels = [here], list[Part]()
    holder: _Piece | None = None
    for part in parts:
        rest = part.rest(lines)
        if not part.is_heading:
            if not rest:
                labels.append(part)
            elif part.phase and part.known and not part.held:
                here = phase  # Its labels end the areas before them.
        elif holder and _belongs(part, holder.part):
            here = holder
            here.texts.append("\n".join(lines[part.line - 1 : part.body - 1]))
        elif part is not parts[0]:
            here = _Piece(part)
            pieces.append(here)
            phase = here if part.phase and part.held and phase.part.phase != part.phase else phase
            if not part.known or (holder and part.level <= holder.part.level):
                holder = None if part.known else here
        if rest:
            here.texts.append(rest)
    return pieces, labels


def _belongs(part: Part, holder: Part) -> bool:
    same_place = (part.phase, part.topic) == (holder.phase, holder.topic)
    return not part.known and part.level > holder.level and same_place


def _headings(parts: Sequence[tuple[Part, bool]]) -> list[Heading]:
    """The headings of the parts of which nothing else is told, as the second of each pair says."""
    found: list[Heading] = []
    over = ""  # the first text that the structure holds from this part on
    for part, silent in reversed(parts):
        below = [each.text for each in part.pieces if each.taken]
        over = below[0] if below else over
        if part.held:
            over = part.title
        elif silent and part.title and says_more(part.title):
            found.append(Heading(part.title, over, near=bool(below)))
    return found[::-1]

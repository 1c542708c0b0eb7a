"""What a guide says beyond its structure, section by section, as Markdown to read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from interview_desk.guide.model import Reading
from interview_desk.guide.parts import Part

# Only these: an escaped mark of Markdown's own must stay escaped in Markdown.
_IDLE_ESCAPE = re.compile(r"\\([$%'\",/:;=?@^]|&(?!#?\w+;))")


@dataclass(slots=True)
class _Piece:
    part: Part
    under: list[Part] = field(default_factory=list)


def read_rest(parts: Sequence[Part], title: Part, source: str) -> tuple[Reading, ...]:
    """The sections that the guide's structure did not take, in the order of the document."""
    lines = source.split("\n")
    readings = (_reading(piece, title, lines) for piece in _pieces(parts, title))
    return tuple(reading for reading in readings if reading.markdown)


def _pieces(parts: Sequence[Part], title: Part) -> list[_Piece]:
    """The outermost parts that were not taken, each with those under it.

    Everything stands under the title, so that counts for its own text alone.
    """
    pieces: list[_Piece] = []
    holder: _Piece | None = None
    for part in parts:
        if holder and part.level <= holder.part.level:
            holder = None
        if part.taken:
            continue
        if holder:
            holder.under.append(part)
            continue
        pieces.append(_Piece(part))
        holder = None if part is title or part.level == 0 else pieces[-1]
    return pieces


def _reading(piece: _Piece, title: Part, lines: Sequence[str]) -> Reading:
    own = piece.part
    texts = [_lines(lines, own.body, own.end)]
    texts += [_lines(lines, each.line, each.end) for each in piece.under if _says(each, lines)]
    markdown = "\n\n".join(filter(None, texts))
    return Reading(own.title or title.title, _IDLE_ESCAPE.sub(r"\1", markdown))


def _says(part: Part, lines: Sequence[str]) -> bool:
    return not part.is_heading or bool(_lines(lines, part.body, part.end))


def _lines(lines: Sequence[str], start: int, end: int) -> str:
    return "\n".join(lines[start - 1 : end - 1]).strip()

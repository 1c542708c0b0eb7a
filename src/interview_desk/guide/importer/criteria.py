"""What is rated without levels of its own: titles of criteria, in headings and in lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from interview_desk.guide.importer.document import Block, BlockKind
from interview_desk.guide.importer.durations import time_in_title
from interview_desk.guide.importer.level_names import are_levels, level_name
from interview_desk.guide.importer.level_runs import Anchor, joined
from interview_desk.guide.importer.outline import Node, Outline
from interview_desk.guide.importer.vocabulary import Part, part_of, parts_of

_COUNT = re.compile(
    r"^(?:(?:dimension|station|question|criteri(?:on|um|a)|competenc(?:y|e)|area|skill|kompetenz|kriterium|bereich|critere"
    r"|critère|competencia|competência|criterio|critério|category|attribute|factor|section|part|pillar)"
    r"\s*(?:\d{1,2}|[A-Z])\s*[:.)\-–—]\s*|(?:\d{1,2}|[A-Z]\d?)\s*[.):]\s+|(?:\d{1,2}|[A-Z])\s+[-–—]\s+"
    r"|(?:dimension|criterion|competency)\s*:\s*)",
    re.IGNORECASE,
)  # fmt: skip
_SIGNS = re.compile(r"^[^\w\"“„«(\[]+")
_ASIDE = re.compile(r"\s*[(\[（]([^()\[\]（）]*[\d%⭐★][^()\[\]（）]*)[)\]）]\s*$")
_WEIGHT_BEHIND = re.compile(
    r"\s*[-–—:,|]\s*((?:weight(?:ing)?|gewicht(?:ung)?|poids|peso)?\s*:?\s*\d{1,3}\s*(?:%|points?|pts"
    r"|punkte|puntos|pontos).*|_+\s*/\s*\d+|/?\s*\d+)\s*$",
    re.IGNORECASE,
)  # fmt: skip
_BLANKS = re.compile(r"\s*[:\-–—]?\s*(?:_{2,}.*|\[\s*\]\s*/?\s*\d*|☐.*|\.{3,}.*)$")
_NOT_RATED = frozenset(
    {Part.SCALE, Part.TOTAL, Part.BEFORE, Part.AFTER, Part.FORM, Part.PITFALLS, Part.LENGTH,
     Part.STRONG, Part.RED_FLAGS, Part.DISQUALIFIERS, Part.QUESTIONS, Part.OBJECTIVE, Part.TIME,
     Part.ADVICE}
)  # fmt: skip
_MOST_WORDS = 10
_BETWEEN_LEVELS = re.compile(r"\s*[;|]\s*")
_LEVEL_IN_LINE = re.compile(r"([^:=;|]{1,30}?)\s*[:=]\s*(\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class FoundDimension:
    """Something that is rated, with its levels as written.

    ``block`` heads it; for a column of a table that is the head row and ``column`` says which.
    ``aside`` are weights and points that stand with its title, ``text`` what is said about it.
    """

    block: int
    line: int
    title: str
    anchors: tuple[Anchor, ...] = ()
    aside: str = ""
    text: str = ""
    column: int = -1


def dimension_title(text: str) -> tuple[str, str]:
    """The title without its number, points and weights, and those."""
    plain = _COUNT.sub("", _SIGNS.sub("", text).strip()).strip()
    asides: list[str] = []
    plain = _BLANKS.sub("", plain)
    while match := _ASIDE.search(plain):
        asides.append(match[1])
        plain = plain[: match.start()]
    if match := _WEIGHT_BEHIND.search(plain):
        asides.append(match[1])
        plain = plain[: match.start()]
    if match := _ASIDE.search(plain):
        asides.append(match[1])
        plain = plain[: match.start()]
    return plain.strip(" :–—-") or text, ", ".join(reversed(asides))


def is_numbered(title: str) -> bool:
    """Whether a title is counted as one of several criteria."""
    return _COUNT.match(title) is not None


def plain_criteria(outline: Outline, title: Node | None) -> list[FoundDimension]:
    """What is rated without levels: sub-headings or items under a heading on ratings."""
    for node in outline.nodes:
        rated = node.side is Part.RUBRIC or Part.RUBRIC in parts_of(node.title)
        if node is title or not rated:
            continue
        if time_in_title(node.title) or node.part in (Part.SCALE, Part.FORM):
            continue
        found = [*_headings(outline, node)] or [*_items(outline, node)]
        if len(found) >= 2:
            return found
    return []


def _headings(outline: Outline, node: Node) -> Iterator[FoundDimension]:
    children = [each for each in node.children if not each.is_label]
    if any(child.part is Part.QUESTIONS for child in children):
        return
    for child in children:
        if child.part in _NOT_RATED or len(child.title.split()) > _MOST_WORDS:
            continue
        nested = [*_headings(outline, child)] if child.part is Part.RUBRIC else []
        if nested:
            yield from nested
            continue
        if child.part is Part.RUBRIC and not _COUNT.match(child.title):
            yield from _items(outline, child)
            continue
        title, aside = dimension_title(child.title)
        text = joined([block.text for block in outline.own(child)])
        yield FoundDimension(child.block, child.line, title, (), aside, text)


def _items(outline: Outline, node: Node) -> Iterator[FoundDimension]:
    blocks = [each for each in outline.own(node) if each.kind is BlockKind.ITEM]
    outer = [each for each in blocks if each.level == 0 and not each.links]
    titles = [criterion(each) for each in outer]
    if len(outer) < 2 or not all(titles):
        return
    for block, (name, text) in zip(outer, filter(None, titles), strict=True):
        title, aside = dimension_title(name)
        if part_of(title) not in (Part.TOTAL, Part.FORM):
            levels = levels_in_a_line(text, block.number)
            said = "" if levels else text
            yield FoundDimension(block.number, block.line, title, levels, aside, said)


def levels_in_a_line(text: str, block: int) -> tuple[Anchor, ...]:
    """The levels that stand behind a criterion: “4: reframes it; 3: solid; 2: needs help”."""
    parts = [part.strip(" .") for part in _BETWEEN_LEVELS.split(text) if part.strip(" .")]
    found = [_LEVEL_IN_LINE.fullmatch(part) for part in parts]
    named = [match for match in found if match is not None]
    names = [level_name(match[1]) for match in named]
    if len(named) < 2 or len(named) < len(parts) or not are_levels(names, hinted=True):
        return ()
    return tuple(
        Anchor(name, match[2].strip(), block) for name, match in zip(names, named, strict=True)
    )


def criterion(block: Block) -> tuple[str, str] | None:
    """A criterion in an item: its name and what is said about it; None for a sentence."""
    if block.lead:
        name, text = block.lead, block.rest
    else:
        name, _, text = block.text.partition(":")
        if not text and (match := re.fullmatch(r"(.{2,60}?)\s+[–—-]\s+(.+)", block.text)):
            name, text = match[1], match[2]
    short = len(name.split()) <= (7 if not text else 8)
    sentence = name.rstrip().endswith((".", "?", "!")) and not block.lead
    if part_of(name) in (Part.FORM, Part.RED_FLAGS) and not block.lead:
        return None
    return (name, text.strip()) if short and not sentence else None

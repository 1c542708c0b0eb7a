"""Rows of levels wherever they stand: sub-headings, items, bold openings, rows of a table."""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from interview_desk.guide.importer.document import Block, BlockKind, tidy
from interview_desk.guide.importer.durations import time_in_title
from interview_desk.guide.importer.level_names import LevelName, are_levels, level_name
from interview_desk.guide.importer.level_words import rank_of
from interview_desk.guide.importer.outline import Node, Outline
from interview_desk.guide.importer.tables import Table, TableKind
from interview_desk.guide.importer.vocabulary import Part, folded, part_of

_COLON = re.compile(r"([^:：]{1,70}?)\s*[:：]\s*(.*)", re.DOTALL)
_DASH = re.compile(r"(.{1,50}?)\s*(?:\s[-–—]|=|–|—|→)\s*(.+)", re.DOTALL)
_FIRST_WORD = re.compile(r"([^:：]{1,30})[:：]\s+(.*)", re.DOTALL)
_PAIR = re.compile(
    r"(?<![\w.,–-])(\d{1,2}|[A-F](?=\s*=))\s*(?:=|:|–|—|-|\()\s*([^\d=;,/|()\n.]{2,40}?)\s*\)?(?=[;,/|.\n]|$|\s+\d)"
)
_NAMED = re.compile(
    r"((?:levels?|ratings?|rating scale|scale|score|grades?|stufen?|skala|bewertung|niveaux?|note"
    r"|echelle|niveles|nivel|escala|niveis)\s*:)\s*(\S.*)"
)
_BETWEEN = re.compile(r"\s*(?:/|\||→|>|;|[☐□]|\[\s?\])\s*|,\s+|(?<=\d)\s+(?=\d)")
_LONGEST_LINE = 200
_NOT_LEVELS = frozenset(
    {Part.STRONG, Part.RED_FLAGS, Part.QUESTIONS, Part.OBJECTIVE, Part.ACTIVITIES, Part.BEFORE,
     Part.AFTER, Part.FORM}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Anchor:
    """A level as written: its name, the behaviour that earns it, and the block it begins with."""

    name: LevelName
    text: str
    block: int


def split_level(block: Block) -> tuple[str, str]:
    """The name and the text of a level that an item or a paragraph writes."""
    if block.lead:
        inner = _FIRST_WORD.fullmatch(block.rest)
        if inner and level_name(block.lead).is_bare and rank_of(inner[1]) >= 0:
            return f"{block.lead} - {inner[1]}", inner[2]
        return block.lead, block.rest
    for pattern in (_COLON, _DASH):
        if match := pattern.fullmatch(block.text):
            name, text = match[1].strip(), match[2].strip()
            if pattern is _DASH and len(text.split()) <= 3 and rank_of(text) >= 0:
                return block.text, ""
            return name, text
    return block.text, ""


def run_of(
    outline: Outline, node: Node, tables: Mapping[int, Table], *, hinted: bool
) -> list[Anchor]:
    """The levels that a node lists, in its order; empty where it lists none."""
    own = outline.own(node)
    for found in (
        _headed(outline, node, hinted=hinted),
        _listed(own, hinted=hinted),
        _tabled(own, tables),
        _named_in_a_line(own),
    ):
        if found and not are_sides(outline, found):
            return found
    return []


def are_sides(outline: Outline, anchors: Sequence[Anchor]) -> bool:
    """Whether these are what a good and a poor answer shows, not levels."""
    return all(folded(anchor.name.text).rstrip(": ") in outline.sides for anchor in anchors)


def _named_in_a_line(blocks: Sequence[Block]) -> list[Anchor]:
    """Levels that are only named, behind a label: “Levels: Novice / Skilled / Expert”."""
    for block in blocks:
        match = _NAMED.fullmatch(folded(block.text)) if len(block.text) < _LONGEST_LINE else None
        if match is None:
            continue
        said = block.text.rpartition(":")[2] if match[1] else block.text
        cells = [tidy(cell) for cell in _BETWEEN.split(said.strip(" .")) if tidy(cell)]
        names = [level_name(cell) for cell in cells]
        if are_levels(names, hinted=True):
            return [Anchor(name, "", block.number) for name in names]
    return []


def _headed(outline: Outline, node: Node, *, hinted: bool) -> list[Anchor]:
    runs: list[list[Node]] = [[]]
    for child in node.children:
        if _may_be_level(child):
            runs[-1].append(child)
        elif runs[-1]:
            runs.append([])
    run = max(runs, key=len)
    names = [level_name(child.title) for child in run]
    told = sum(name.rank >= 0 for name in names)
    counted = all(name.mark >= 0 and name.words for name in names)
    # Headings are numbered for many reasons; the numbers make levels only with words that do.
    if (counted and told < len(names) - 1) or not are_levels(names, hinted=hinted):
        return []
    return [
        Anchor(name, section_text(outline, child), child.block)
        for name, child in zip(names, run, strict=True)
    ]


def _may_be_level(node: Node) -> bool:
    name = level_name(node.title)
    known = name.mark >= 0 or name.rank >= 0 or bool(name.letter) or bool(name.band)
    timed = time_in_title(node.title)
    said = known and (timed is None or timed.share is not None)
    told = name.mark >= 0 or bool(name.letter)
    return said and (told or part_of(node.title) not in _NOT_LEVELS) and len(name.words) < 60


def section_text(outline: Outline, node: Node) -> str:
    """All that stands under a node, in one line."""
    blocks = outline.document.blocks[node.first : node.end]
    texts = [node.inline] if node.inline else []
    for block in blocks:
        if block.kind is BlockKind.CODE:
            texts += [tidy(line) for line in block.text.split("\n") if line.strip()]
        else:
            texts.append(block.text)
    return joined(texts)


def joined(texts: Sequence[str]) -> str:
    """Texts in one line, with a semicolon after each that does not end in a sign of its own."""
    said = [text for text in texts if text]
    return " ".join(
        text if text.endswith((".", "!", "?", ";", ":")) or text is said[-1] else f"{text};"
        for text in said
    )


def _listed(blocks: Sequence[Block], *, hinted: bool) -> list[Anchor]:
    """Levels as the items of a list, or as paragraphs that open with their names."""
    best: list[Anchor] = []
    for group in (*_lists(blocks), *_paragraphs(blocks)):
        found = _anchors(group)
        names = [anchor.name for anchor in found]
        if len(found) > len(best) and are_levels(names, hinted=hinted):
            best = found
    return best


def _lists(blocks: Sequence[Block]) -> list[list[Block]]:
    groups: dict[int, list[Block]] = {}
    outer = min((block.level for block in blocks if block.kind is BlockKind.ITEM), default=0)
    top = -1
    for block in blocks:
        if block.kind is BlockKind.ITEM:
            top = block.listing if block.level == outer else top
            groups.setdefault(top, []).append(block)
    return list(groups.values())


def _paragraphs(blocks: Sequence[Block]) -> list[list[Block]]:
    groups: list[list[Block]] = [[]]
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            groups[-1].append(block)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if len(group) > 1]


def _anchors(blocks: Sequence[Block]) -> list[Anchor]:
    """An anchor for each outer block, with what stands in it as its text."""
    outer = min(block.level for block in blocks)
    found: list[Anchor] = []
    for block in blocks:
        boxed = block.box or block.text.startswith(("☐", "□"))
        if boxed and not split_level(block)[1]:
            return []  # Boxes to tick without a word about them are a form, no levels.
        if block.level > outer and found:
            last = found[-1]
            found[-1] = Anchor(last.name, joined([last.text, block.text]), last.block)
            continue
        name, text = split_level(block)
        time = time_in_title(block.text)
        if (time and time.is_clock) or len(name) > 70:
            return []
        found.append(Anchor(level_name(name), text, block.number))
    return found


def _tabled(blocks: Sequence[Block], tables: Mapping[int, Table]) -> list[Anchor]:
    for block in blocks:
        table = tables.get(block.table)
        if table and table.kind is TableKind.LEVEL_ROWS and block is table.head:
            return row_anchors(table)
        if table and table.kind is TableKind.LEVEL_ROW and block is table.head:
            row = table.rows[0]
            return [Anchor(name, row.cells[at], row.number) for at, name in table.levels]
    return []


def row_anchors(table: Table) -> list[Anchor]:
    """The levels that the rows of a table are."""
    names = dict(table.levels)
    return [
        Anchor(names[row.number], joined(row.cells[table.title :]), row.number)
        for row in table.rows
    ]


def inline_legend(text: str) -> list[tuple[str, str]]:
    """The levels that a sentence names, “1 = poor, 2 = fair, 3 = good”: mark and words."""
    pairs = [(found[1], tidy(found[2])) for found in _PAIR.finditer(text)]
    if len({mark.isdigit() for mark, _ in pairs}) != 1:
        return []
    marks = [int(mark) if mark.isdigit() else ord(mark) for mark, _ in pairs]
    steps = {two - one for one, two in itertools.pairwise(marks)}
    return pairs if len(pairs) >= 2 and steps in ({1}, {-1}, {2}, {-2}, {4}, {-4}) else []

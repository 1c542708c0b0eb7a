"""A document by its headings: sections in one another, with bold lines and labels as headings.

Writers head a part with a real heading, with a bold line, or with a label that ends in a colon.
All three are nodes of one tree, the labels deepest.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from interview_desk.guide.importer.answer_sides import side_name, sides_of
from interview_desk.guide.importer.document import Block, BlockKind, Document
from interview_desk.guide.importer.durations import time_in_title
from interview_desk.guide.importer.level_words import asks_to_rate
from interview_desk.guide.importer.vocabulary import Part, part_of

BOLD_LEVEL, LABEL_LEVEL = 7, 8
_LONGEST_BOLD = 100
_LONGEST_ASK = 12  # words
_SENTENCE_END = (".", "?", "!", "…", ",", ";")
_QUOTED = re.compile(r"^[\"“„«'‘].*[\"”“»'’]\W*$")
_PLAIN_LABEL = re.compile(r"([^:：]{1,70})[:：]\s*(.*)", re.DOTALL)
_LETTERED = re.compile(r"[A-H][.)]\s+\w")
# What a line in the midst of a section may announce; the others are known as headings only.
_LABELS = frozenset(
    {
        Part.STRONG, Part.RED_FLAGS, Part.DISQUALIFIERS, Part.OBJECTIVE, Part.QUESTIONS, Part.TIME,
        Part.AREAS, Part.ACTIVITIES, Part.LENGTH, Part.NO_QUESTIONS,
    }
)  # fmt: skip
_HEADINGS = frozenset(
    {Part.BEFORE, Part.AFTER, Part.DURING, Part.RUBRIC, Part.SCALE, Part.AGENDA, Part.PITFALLS}
)


@dataclass(eq=False, slots=True)
class Node:
    """A heading with what stands under it, up to and not with block ``end``.

    ``first`` is the block after the heading; a label with text in its own line has that as
    ``inline``. ``side`` is what “Good” or “Poor” under a question stands for. The root has
    block -1.
    """

    block: int
    level: int
    title: str
    line: int
    first: int
    end: int = 0
    inline: str = ""
    side: Part | None = None
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)

    @property
    def part(self) -> Part | None:
        """What its words announce."""
        return self.side or part_of(self.title)

    @property
    def is_label(self) -> bool:
        """Whether it is a label in the midst of a section."""
        return self.level >= LABEL_LEVEL

    @property
    def own_end(self) -> int:
        """The block after the last that is its own and not a child's."""
        return self.children[0].block if self.children else self.end

    def walk(self) -> Iterator["Node"]:
        """All nodes under it, in order."""
        stack = list(reversed(self.children))
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def ancestors(self) -> Iterator["Node"]:
        """The nodes that it stands in, the nearest first; not the root."""
        node = self.parent
        while node is not None and node.block >= 0:
            yield node
            node = node.parent


@dataclass(eq=False)
class Outline:
    """The tree of a document's nodes, and the innermost node of each block.

    ``sides`` are the words that tell a good answer from a poor one in this document.
    """

    document: Document
    root: Node
    sides: Mapping[str, Part] = field(default_factory=dict)

    @cached_property
    def nodes(self) -> list[Node]:
        """All nodes in order, without the root."""
        return [*self.root.walk()]

    @cached_property
    def at(self) -> dict[int, Node]:
        """The node that a block heads."""
        return {node.block: node for node in self.nodes}

    @cached_property
    def home(self) -> list[Node]:
        """The innermost node of each block; a heading is at home in itself."""
        homes = [self.root] * len(self.document.blocks)
        for node in self.nodes:
            for place in range(node.block, node.end):
                homes[place] = node
        return homes

    def own(self, node: Node) -> tuple[Block, ...]:
        """The blocks of a node itself, without its heading and its children."""
        return self.document.blocks[node.first : node.own_end]


def outline_of(document: Document, heads: frozenset[int], bodies: frozenset[int]) -> Outline:
    """The outline. ``heads`` are blocks that head a part at any rate, ``bodies`` that head none."""
    root = Node(-1, 0, "", 1, 0, len(document.blocks))
    stack = [root]
    sides = sides_of(document)
    for block in document.blocks:
        node = None if block.number in bodies else _node(block, document, block.number in heads)
        node = (_side(block, sides) if sides else None) or node
        if node is None:
            continue
        if _rates_the_part_above(node, block, stack[-1]):
            node.level = LABEL_LEVEL
        while stack[-1].level >= node.level:
            stack.pop().end = block.number
        node.parent = stack[-1]
        node.parent.children.append(node)
        stack.append(node)
    for node in stack:
        node.end = len(document.blocks)
    return Outline(document, root, sides)


def _side(block: Block, sides: Mapping[str, Part]) -> Node | None:
    """A label that says which answers are good, or which are poor."""
    side = sides.get(side_name(block)) if block.kind is not BlockKind.ITEM else None
    if side is None:
        return None
    name, _, rest = block.text.partition(":")
    inline = (block.rest if block.lead else rest).strip()
    title = (block.lead or name).strip(" :")
    return Node(block.number, LABEL_LEVEL, title, block.line, block.number + 1, 0, inline, side)


def _rates_the_part_above(node: Node, block: Block, above: Node) -> bool:
    """Whether "Rubric:" in bold stands in a part that a bold line heads too, and heads none."""
    colon = block.text.rstrip().endswith((":", "："))
    own = node.level == BOLD_LEVEL and colon and node.part in (Part.RUBRIC, Part.SCALE)
    outer = above.parent if above.is_label else above
    return bool(own and outer and outer.level == BOLD_LEVEL and time_in_title(outer.title))


def _node(block: Block, document: Document, forced: bool) -> Node | None:
    if block.kind is BlockKind.HEADING:
        title = re.sub(r"^\[[^\w\]]*\]\s*", "", block.text).strip().rstrip(":")
        return Node(block.number, block.level, title, block.line, block.number + 1)
    if forced and block.kind is BlockKind.PARAGRAPH:
        return Node(block.number, BOLD_LEVEL, block.text, block.line, block.number + 1)
    if block.kind is not BlockKind.PARAGRAPH:
        return None
    if block.is_bold:
        return _bold(block)
    if _rates_a_list(block, document):
        title = block.text.rstrip(" :：")
        place = block.number, BOLD_LEVEL, title, block.line, block.number + 1
        return Node(*place, side=Part.RUBRIC)
    return _labelled(block, document)


def _bold(block: Block) -> Node | None:
    title = block.lead
    if len(title) > _LONGEST_BOLD or title.endswith(_SENTENCE_END) or _QUOTED.match(title):
        return None
    if not re.search(r"[^\W_]|[⭐★]", title) or is_time(title):
        return None
    level = BOLD_LEVEL
    colon = block.text.rstrip().endswith((":", "："))
    if time_in_title(title) is None and part_of(title) not in _HEADINGS:
        known = part_of(title) in _LABELS and len(title.split()) <= 8
        level = LABEL_LEVEL if colon or known else BOLD_LEVEL
    return Node(block.number, level, title, block.line, block.number + 1)


def is_time(title: str) -> bool:
    """Whether words are nothing but how long the section takes that they stand in."""
    time = time_in_title(title)
    return bool(time and time.minutes and (not time.rest or part_of(time.rest) is Part.TIME))


def _labelled(block: Block, document: Document) -> Node | None:
    """A label in plain words, or one with text behind it in its line."""
    if block.lead and block.rest:
        name, rest = block.lead, block.rest
    else:
        match = _PLAIN_LABEL.fullmatch(block.text)
        if match is None and not _heads_a_list(block, document):
            return None
        name, rest = (match[1].strip(), match[2].strip()) if match else (block.text, "")
    if len(name.split()) > 9 or _QUOTED.match(name) or name.endswith("?"):
        return None
    if _LETTERED.match(block.text) and _heads_a_list(block, document):
        return Node(block.number, BOLD_LEVEL, block.text, block.line, block.number + 1)
    known = part_of(name)
    short = bool(block.lead) or len(name.split()) <= 3
    if known not in _LABELS and not (known in _HEADINGS and not rest and short):
        return None
    if rest and not block.lead and len(name.split()) > 5:
        return None
    if not rest and not _is_followed(block, document):
        return None
    level = LABEL_LEVEL if known in _LABELS else BOLD_LEVEL
    return Node(block.number, level, name, block.line, block.number + 1, inline=rest)


def _rates_a_list(block: Block, document: Document) -> bool:
    """Whether a line right before a list asks to rate what the list names."""
    after = document.blocks[block.number + 1 : block.number + 2]
    listed = bool(after) and after[0].kind is BlockKind.ITEM
    return listed and len(block.text.split()) <= _LONGEST_ASK and asks_to_rate(block.text)


def _heads_a_list(block: Block, document: Document) -> bool:
    """Whether a few words without a colon stand right before a list."""
    after = document.blocks[block.number + 1 : block.number + 2]
    short = len(block.text.split()) <= 4 and not block.text.endswith(_SENTENCE_END)
    return short and bool(after) and after[0].kind is BlockKind.ITEM


def _is_followed(block: Block, document: Document) -> bool:
    """Whether a list, a code block or a paragraph comes next that a label could announce."""
    after = document.blocks[block.number + 1 : block.number + 2]
    return bool(after) and after[0].kind is not BlockKind.HEADING


QUOTED = _QUOTED

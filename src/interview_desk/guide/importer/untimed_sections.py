"""Parts that give no time: sections counted as parts, those that ask something, question banks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from interview_desk.guide.importer.document import Block, BlockKind
from interview_desk.guide.importer.outline import Node, Outline
from interview_desk.guide.importer.part_titles import is_counted
from interview_desk.guide.importer.vocabulary import Part, folded, part_of, parts_of

_OUTSIDE = frozenset(
    {Part.BEFORE, Part.AFTER, Part.PITFALLS, Part.RUBRIC, Part.SCALE, Part.ADVICE, Part.TOTAL,
     Part.NO_QUESTIONS, Part.FORM, Part.EXPECTATIONS, Part.LENGTH, Part.DISQUALIFIERS,
     Part.RED_FLAGS, Part.STRONG}
)  # fmt: skip
_ASKS = frozenset({Part.QUESTIONS, Part.STRONG, Part.RED_FLAGS, Part.OBJECTIVE, Part.AREAS})
_BANK = re.compile(
    r"\bquestions?\b(?!.*\b(guide|interview (plan|script))\b)|\bquestion bank\b"
    r"|\bfragen(katalog|sammlung)?\b"
    r"|\bpreguntas\b|\bperguntas\b|\bquestionnaire\b"
)
_OPENING = re.compile(
    r"\b(intro\w*|welcome|opening|warm[- ]?up|closing|close|wrap[- ]?up|thank\w*|goodbye|conclusion"
    r"|einstieg|begrussung|abschluss|schluss|accueil|cloture|bienvenida|cierre|abertura|encerramento"
    r"|apertura|despedida|debrief|end)\b"
)
# What asks a candidate to tell something, without a question mark.
_PROMPT = re.compile(
    r"\W*(?:(?:please|can you|could you|bitte|por favor) )?(?:(?:tell|talk|walk|take) (?:me|us)"
    r" (?:about|through|how|of)\b|describe (?:a|an|your|how|one|the last)\b|give (?:me |us )?an?"
    r" (?:\w+ )?example|share (?:a|an) (?:time|example|story)|think of a (?:time|situation)"
    r"|(?:erzahlen|berichten|schildern|beschreiben) sie\b|nennen sie (?:\w+ )?ein\b"
    r"|geben sie (?:\w+ )?ein beispiel|(?:racontez|decrivez|parlez|citez|donnez)"
    r"[ -](?:nous|moi|un|une|d'un|d'une)\b"
    r"|(?:cuente|cuenteme|cuentenos|cuentame|hableme|hablenos|hablame|describa|describe)"
    r" (?:de|sobre|una?|como|la|el|alguna?)\b"
    r"|(?:conte|conte-(?:me|nos)|fale|fale-(?:me|nos)|descreva)"
    r" (?:de|sobre|uma?|como|a|o|da|do|alguma?)\b|de (?:me |nos )?um exemplo\b)"
)
_COUNTED_QUESTION = re.compile(
    r"(?:q|question|frage|pregunta|pergunta)\s?\d{1,2}\s*[.:)–-]\s+\S", re.IGNORECASE
)
# In a line of its own this can only be said to the candidate.
_SAID_TO_THEM = re.compile(
    r"\W*(?:(?:please|can you|could you|bitte|por favor) )?(?:(?:tell|talk|walk|take) (?:me|us)"
    r" (?:about|through|how|of)\b|(?:erzahlen|berichten|schildern) sie\b"
    r"|(?:racontez|parlez)[ -](?:nous|moi)\b|(?:cuentenos|cuenteme|cuentanos|hablenos|conte-nos"
    r"|fale-nos|conte-me|fale-me)\b)"
)
_LONGEST_SAID = 30


@dataclass(frozen=True, slots=True)
class UntimedSections:
    """Sections that are parts of the interview, or none, and whether it is a question bank.

    ``is_weak`` says that nothing but their questions makes them parts.
    """

    nodes: tuple[Node, ...] = ()
    bank: bool = False
    is_weak: bool = False


@dataclass(frozen=True, slots=True)
class UntimedFinder:
    """Finds such sections; ``rated`` are the blocks of the rubric, which are none."""

    outline: Outline
    title: Node | None
    rated: frozenset[int]

    def find(self) -> UntimedSections:
        """Sections counted as parts, or else those that ask something."""
        nodes = [
            node
            for node in self.outline.nodes
            if not node.is_label
            and node is not self.title
            and (node.block not in self.rated or (is_counted(node.title) and self._asks(node)))
        ]
        if len(counted := self._counted(nodes)) >= 2:
            return UntimedSections(tuple(counted))
        groups: dict[tuple[int, int], list[Node]] = {}
        for node in nodes:
            if node.block not in self.rated and self._asks(node):
                groups.setdefault((id(node.parent), node.level), []).append(node)
        clear = [group for group in groups.values() if not self._are_outside(group)]
        group = max(clear, key=lambda each: (len(each), -each[0].level), default=[])
        name = self.title.title if self.title else self.outline.document.title
        opens = any(_opens(node) for node in nodes)
        bank = bool(_BANK.search(folded(name))) and not opens
        if len(group) < 2 or bank:
            return UntimedSections(bank=bank)
        return UntimedSections(tuple(self._between(group)), is_weak=True)

    def _counted(self, nodes: Sequence[Node]) -> list[Node]:
        """Headings counted as parts, with those beside them that open or close the talk."""
        named = [node for node in nodes if is_counted(node.title) and not self._is_rated(node)]
        levels = [node.level for node in named]
        most = max(levels, key=lambda level: (levels.count(level), -level), default=0)
        named = [node for node in named if node.level == most]
        if len(named) < 2 or any(part_of(node.title) is Part.RUBRIC for node in named):
            return []
        ends = [
            node
            for node in nodes
            if node.parent is named[0].parent
            and node.level == named[0].level
            and node not in named
            and _opens(node)
            and self._asks(node)
        ]
        return sorted([*named, *ends], key=lambda node: node.block)

    def _is_rated(self, node: Node) -> bool:
        here = (node, *node.ancestors())
        return any(
            {Part.RUBRIC, Part.SCALE} & parts_of(each.title)
            for each in here
            if each is not self.title
        )

    def _are_outside(self, group: Sequence[Node]) -> bool:
        outer = [each for each in group[0].ancestors() if each is not self.title]
        return any(each.part in _OUTSIDE for each in outer)

    def _between(self, group: list[Node]) -> list[Node]:
        """The sections of a group, with those beside them that list something."""
        parent, last = group[0].parent, group[-1].block
        beside = parent.children if parent else group
        return [
            node
            for node in beside
            if node.level == group[0].level
            and node is not self.title
            and node.block not in self.rated
            and node.part not in _OUTSIDE
            and (node in group or (self._lists(node) and (node.block < last or _opens(node))))
        ]

    def _lists(self, node: Node) -> bool:
        blocks = self.outline.document.blocks[node.first : node.end]
        return any(each.kind is BlockKind.ITEM and not each.links for each in blocks)

    def _asks(self, node: Node) -> int:
        """How much a section asks or watches for; nothing for one that is outside the talk."""
        if node.part in _OUTSIDE:
            return 0
        blocks = self.outline.document.blocks[node.first : node.end]
        asked = sum(is_question(block) for block in blocks if block.number not in self.rated)
        labels = sum(child.part in _ASKS for child in node.walk())
        return asked + labels


def _opens(node: Node) -> bool:
    """Whether a section opens or closes a talk."""
    return _OPENING.search(folded(node.title)) is not None


def is_question(block: Block) -> bool:
    """Whether a block is a question to ask."""
    text = (block.lead or block.text).rstrip("\"”’'»)]* ")
    if block.kind not in (BlockKind.ITEM, BlockKind.PARAGRAPH) or block.links or len(text) >= 600:
        return False
    if text.endswith(("?", "？")) or is_counted_question(block):
        return True
    if block.kind is BlockKind.ITEM or block.text[:1] in '"“„«':
        return _PROMPT.match(folded(text)) is not None
    return len(text.split()) <= _LONGEST_SAID and _SAID_TO_THEM.match(folded(text)) is not None


def is_counted_question(block: Block) -> bool:
    """Whether a block says itself that it is a question: “Q3. Tell us ...”."""
    return _COUNTED_QUESTION.match(block.lead or block.text) is not None

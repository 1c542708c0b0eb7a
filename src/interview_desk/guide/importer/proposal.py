"""The proposal for a foreign document: a role for each block, and the guide that comes of it.

It is a pure function of the document, of roles that a person chose, and of the length that was
asked for; a window asks for it anew after each choice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from interview_desk.guide.faults import Fault, excerpt
from interview_desk.guide.importer.assembly import Assembler
from interview_desk.guide.importer.canonical import LENGTH_OFFERED, canonical_text, minutes_of
from interview_desk.guide.importer.contents import assign
from interview_desk.guide.importer.document import Block, BlockKind, Document
from interview_desk.guide.importer.draft import Draft, PhaseDraft
from interview_desk.guide.importer.judgement import fault_of_no_guide
from interview_desk.guide.importer.level_names import number_clue
from interview_desk.guide.importer.level_words import rating_range
from interview_desk.guide.importer.outline import Node, Outline, outline_of
from interview_desk.guide.importer.phases import Given, find_phases
from interview_desk.guide.importer.roles import Assignment, Doubt, Role
from interview_desk.guide.importer.rubric import find_rubric, is_rated
from interview_desk.guide.importer.scales import rubric_of, steps_of
from interview_desk.guide.importer.structure import Findings
from interview_desk.guide.importer.tables import Table, read_table
from interview_desk.guide.importer.vocabulary import Part, folded, parts_of
from interview_desk.guide.minutes import EXAMPLE
from interview_desk.guide.model import MOST_PHASES

_HEADS = frozenset(
    {Role.PHASE, Role.DIMENSION, Role.AREA, Role.SECTION, Role.BEFORE, Role.DURING, Role.AFTER,
     Role.PITFALL, Role.EXPECTATION}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a document is proposed to become.

    ``roles`` has one assignment a block. ``doubts`` are in the order of the document; ``told`` is
    what was done that nobody need decide. ``fault`` says that the document is no guide, ``faults``
    are times that make no sense, to be put right in the document.
    """

    document: Document
    roles: tuple[Assignment, ...]
    draft: Draft
    doubts: tuple[Doubt, ...] = ()
    told: tuple[str, ...] = ()
    fault: Fault | None = None
    faults: tuple[Fault, ...] = ()

    def text(self, length: int | None = None) -> str:
        """The guide in the product's own format; ``length`` are the minutes of the whole."""
        return canonical_text(self.draft, length)

    def doubt_of(self, number: int) -> Doubt | None:
        """What is doubtful about a block."""
        return next((each for each in self.doubts if each.block == number), None)


@dataclass(frozen=True, slots=True)
class Choices:
    """Roles that a person gave to blocks, by their numbers, and the minutes of the whole."""

    roles: Mapping[int, Role] = field(default_factory=dict)
    length: int | None = None

    def with_role(self, numbers: tuple[int, ...], role: Role | None) -> "Choices":
        """The choices with a role for these blocks, or with none of their own again."""
        kept = {number: each for number, each in self.roles.items() if number not in numbers}
        chosen = {} if role is None else dict.fromkeys(numbers, role)
        return Choices(kept | chosen, self.length)


def propose(document: Document, choices: Choices | None = None) -> Proposal:
    """The proposal for a document with these choices. Nothing is kept between two calls."""
    choices = choices or Choices()
    chosen = choices.roles
    heads = frozenset(number for number, role in chosen.items() if role in _HEADS)
    outline = outline_of(document, heads, _bodies(document, chosen))
    title = _title_node(outline, chosen)
    tables = _tables(outline, title)
    rubric = find_rubric(outline, tables, title, chosen)
    rated = frozenset(
        [each.block for each in rubric.dimensions]
        + [a.block for each in rubric.dimensions for a in each.anchors]
        + [a.block for _, anchors in rubric.scales for a in anchors]
        + [a.block for a in rubric.legend]
    )
    phases = find_phases(outline, Given(tables, title, rated, chosen, choices.length))
    found = Findings(outline, tables, title, rubric, phases)
    roles = assign(found, chosen)
    words = " ".join(_rating_words(outline, title))
    clue = number_clue(words)
    scale = rubric_of(rubric, clue, rating_range(words))
    name = _title(document, title, chosen)
    draft = Assembler(found, roles, scale, name.strip()).assemble()
    draft.steps = steps_of(rubric, document.blocks, clue)
    fault = fault_of_no_guide(found, roles, draft)
    doubts = [*scale.doubts, *_doubts(found, draft, choices)]
    doubts.sort(key=lambda doubt: doubt.line)
    told = (*document.told, *scale.told)
    faults = tuple(
        Fault(phase.line, phase.time.problem, EXAMPLE)
        for phase in phases.phases
        if phase.time and phase.time.problem and chosen.get(phase.block) is None
    )
    return Proposal(document, tuple(roles), draft, tuple(doubts), told, fault, faults)


def _title(document: Document, node: Node | None, chosen: Mapping[int, Role]) -> str:
    """The title: the one that was chosen, that of the front matter, of a heading, of the file."""
    picked = [number for number, role in chosen.items() if role is Role.TITLE]
    if picked:
        return document.blocks[picked[0]].text
    return document.title or (node.title if node else "") or document.name


def _bodies(document: Document, chosen: Mapping[int, Role]) -> frozenset[int]:
    """The bold lines and labels that a person gave a role that heads nothing."""
    plain = (BlockKind.PARAGRAPH,)
    return frozenset(
        number
        for number, role in chosen.items()
        if role not in _HEADS
        and document.blocks[number].kind in plain
        and document.blocks[number].is_bold
        and role in (Role.READING, Role.QUESTION, Role.NOTHING)
    )


def _title_node(outline: Outline, chosen: Mapping[int, Role]) -> Node | None:
    for number, role in chosen.items():
        if role is Role.TITLE and number in outline.at:
            return outline.at[number]
    tops = [node for node in outline.nodes if node.level == 1]
    first = outline.nodes[0] if outline.nodes else None
    if first is None or chosen.get(first.block, Role.TITLE) is not Role.TITLE:
        return None
    if tops and (len(tops) == 1 or tops[0] is first):
        return _unless_a_part(tops[0], outline)
    leads = all(
        block.kind is not BlockKind.HEADING for block in outline.document.blocks[: first.block]
    )
    if first.block <= 1 and leads and not outline.document.title:
        alone = [node for node in outline.nodes if node.level <= first.level]
        single = first.level < 7 and len(alone) == 1
        bold = first.level == 7 and not any(
            block.kind is BlockKind.ITEM for block in outline.own(first)
        )
        return first if single or bold else _unless_a_part(first, outline)
    return None


def _unless_a_part(node: Node, outline: Outline) -> Node | None:
    """A first heading, unless it lists things as those beside it do, under a title elsewhere."""
    own = outline.own(node)
    listed = any(block.kind is BlockKind.ITEM for block in own) and not node.children
    beside = [each for each in outline.nodes if each.level == node.level and each is not node]
    return None if listed and beside and outline.document.title else node


def _tables(outline: Outline, title: Node | None) -> dict[int, Table]:
    rows: dict[int, list[Block]] = {}
    for block in outline.document.blocks:
        if block.table >= 0:
            rows.setdefault(block.table, []).append(block)
    return {
        number: read_table(blocks, rated=is_rated(outline.home[blocks[0].number], title))
        for number, blocks in rows.items()
    }


def _rating_words(outline: Outline, title: Node | None) -> list[str]:
    """What is written about ratings: titles, and paragraphs under them."""
    found = []
    for node in outline.nodes:
        rated = is_rated(node, title) or Part.SCALE in parts_of(node.title)
        if rated:
            found.append(node.title)
            found += [
                block.text
                for block in outline.own(node)
                if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) or block.head
            ]
    return found


def _doubts(found: Findings, draft: Draft, choices: Choices) -> list[Doubt]:
    doubts: list[Doubt] = []
    if not draft.title:
        doubts.append(Doubt(1, "There is no title", "Begin with “# Title of the guide”."))
        draft.title = "Interview"
    doubts += _doubts_of_phases(found, draft, choices)
    doubts += _doubts_of_rubric(found, draft)
    return doubts


def _doubts_of_phases(found: Findings, draft: Draft, choices: Choices) -> list[Doubt]:
    doubts: list[Doubt] = []
    phases = found.phases
    missing = [phase for phase in draft.phases if phase.minutes is None]
    if missing and choices.length is None:
        doubts.append(_doubt_of_minutes(found, draft, missing))
    elif missing and draft.length is None:
        draft.length = None
    if phases.is_weak and phases.phases:
        first = phases.phases[0]
        message = (
            "No part gives a time; the sections with questions were taken for phases, from"
            f" {excerpt(first.title)} on"
        )
        remedy = "Write the minutes behind each heading: “(10 minutes)”."
        doubts.append(Doubt(first.line, message, remedy, first.block))
    for node in phases.unused:
        if found.outline.home[node.block] is node and not _is_in_phase(found, node):
            message = f"{excerpt(node.title)} gives a time, but was not taken for a phase"
            remedy = "Give it the role of a phase if it is one."
            doubts.append(Doubt(node.line, message, remedy, node.block))
    doubts += _doubts_of_length(found, draft)
    if len(draft.phases) > MOST_PHASES:
        message = f"There are {len(draft.phases)} phases; {MOST_PHASES} is the most"
        line = draft.phases[MOST_PHASES].line
        doubts.append(
            Doubt(line, message, "Join parts that belong together; the rest is left out.")
        )
    return doubts


def _doubt_of_minutes(found: Findings, draft: Draft, missing: list[PhaseDraft]) -> Doubt:
    names = ", ".join(excerpt(phase.title) for phase in missing[:3])
    more = " and more" if len(missing) > 3 else ""
    shares = any(phase.time and phase.time.share for phase in found.phases.phases)
    spans = minutes_of(draft).spans
    split = sum(span.high for span in spans)
    what = "give shares of a length that is not told" if shares else "give no minutes"
    if len(missing) == 1:
        what = what.replace("give", "gives", 1)
    remedy = f"Say how long it takes in all; {split or LENGTH_OFFERED} minutes were shared out."
    block = found.phases.phases[0].block if found.phases.phases else -1
    for phase in found.phases.phases:
        if phase.line == missing[0].line:
            block = phase.block
    return Doubt(max(1, missing[0].line), f"{names}{more} {what}", remedy, block)


def _doubts_of_length(found: Findings, draft: Draft) -> list[Doubt]:
    if draft.length is None or any(phase.minutes is None for phase in draft.phases):
        return []
    low = sum(phase.minutes.low for phase in draft.phases if phase.minutes)
    high = sum(phase.minutes.high for phase in draft.phases if phase.minutes)
    if low <= draft.length.high + 5 and high >= draft.length.low - 15:
        return []
    block = found.phases.length_block
    line = found.outline.document.blocks[block].line if block >= 0 else 1
    total = f"{low}" if low == high else f"{low}-{high}"
    message = f"The whole is said to take {draft.length} minutes, its phases take {total}"
    return [Doubt(line, message, "Look whether every part was taken for a phase.", block)]


def _is_in_phase(found: Findings, node: Node) -> bool:
    heads = {phase.block for phase in found.phases.phases}
    heads |= {each.block for phase in found.phases.phases for each in phase.nodes}
    return node.block in heads or any(each.block in heads for each in node.ancestors())


def _doubts_of_rubric(found: Findings, draft: Draft) -> list[Doubt]:
    if draft.dimensions:
        return []
    for node in found.outline.nodes:
        told = Part.RUBRIC in parts_of(node.title) and node is not found.title
        named = any(word in folded(node.title) for word in ("rubric", "criteri", "scorecard"))
        if told and named and not node.is_label:
            message = f"Nothing under {excerpt(node.title)} could be read as a rubric"
            remedy = (
                "Write a sub-heading for what is rated, and a line for each level:"
                " “- **Good**: ...”."
            )
            return [Doubt(node.line, message, remedy, node.block)]
    return []

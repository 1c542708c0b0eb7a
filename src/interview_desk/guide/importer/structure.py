"""The roles of what makes the structure of a guide: its title, phases, rubric and scales."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from interview_desk.guide.importer.agendas import FoundPhase
from interview_desk.guide.importer.criteria import FoundDimension
from interview_desk.guide.importer.document import BlockKind
from interview_desk.guide.importer.item_labels import inside_item, with_nested
from interview_desk.guide.importer.outline import Node, Outline
from interview_desk.guide.importer.phases import FoundPhases
from interview_desk.guide.importer.roles import Assignment, Role
from interview_desk.guide.importer.rubric import FoundRubric
from interview_desk.guide.importer.tables import Table


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found of a document before its other blocks are looked at."""

    outline: Outline
    tables: Mapping[int, Table]
    title: Node | None
    rubric: FoundRubric
    phases: FoundPhases


@dataclass(slots=True)
class Structure:
    """Roles that are fixed by the structure, and the phase that each block stands in."""

    roles: dict[int, Assignment] = field(default_factory=dict)
    phases: dict[int, FoundPhase] = field(default_factory=dict)

    def fix(self, place: int, role: Role, reason: str) -> None:
        """Give a block a role, unless it has one."""
        self.roles.setdefault(place, Assignment(role, reason))


def structure_of(found: Findings) -> Structure:
    """The fixed roles of a document."""
    structure = Structure()
    if found.title:
        structure.fix(found.title.block, Role.TITLE, "the first heading")
    _fix_phases(found, structure)
    _fix_rubric(found, structure)
    return structure


def _fix_phases(found: Findings, structure: Structure) -> None:
    phases, blocks = found.phases, found.outline.document.blocks
    for phase in phases.phases:
        structure.fix(phase.block, Role.PHASE, phases.reason or "you chose it")
        for node in phase.nodes:
            structure.fix(node.block, Role.PHASE, "a section named like a part of the agenda")
            structure.phases.update(dict.fromkeys(range(node.block, node.end), phase))
        structure.phases.update(dict.fromkeys(inside_item(blocks, phase.block), phase))
    for number in {blocks[each.block].table for each in phases.phases} - {-1}:
        table = found.tables[number]
        structure.fix(table.head.number, Role.NOTHING, "the head of an agenda")
        for row in table.rows:
            structure.fix(row.number, Role.READING, "a row without a time of its own")
    if phases.length_block >= 0:
        structure.fix(phases.length_block, Role.MINUTES, "the length of the interview")


def _fix_rubric(found: Findings, structure: Structure) -> None:
    rubric = found.rubric
    for dimension in rubric.dimensions:
        _fix_dimension(found, structure, dimension)
    for anchor in rubric.legend:
        if anchor.block >= 0:
            _fix_level(found, structure, anchor.block, "a level told once for all that is rated")
    if rubric.legend_node:
        structure.fix(rubric.legend_node.block, Role.SECTION, "it heads the levels")
    for _, anchors in rubric.scales:
        for anchor in anchors:
            for place in _places(found, anchor.block):
                structure.fix(place, Role.SCALE, "a step of a scale for the whole")


def _fix_dimension(found: Findings, structure: Structure, dimension: FoundDimension) -> None:
    block = found.outline.document.blocks[dimension.block]
    why = "it has levels under it" if dimension.anchors else "it is named as rated"
    structure.fix(block.number, Role.DIMENSION, why)
    for anchor in dimension.anchors:
        if anchor.block >= 0:
            _fix_level(found, structure, anchor.block, "a level of what is rated")
    if block.kind is BlockKind.ROW:
        head = found.tables[block.table].head
        structure.fix(head.number, Role.LEVEL, "the names of levels")
    node = found.outline.at.get(dimension.block)
    for inner in found.outline.own(node) if node else ():
        if inner.kind is BlockKind.ROW and inner.head:
            structure.fix(inner.number, Role.NOTHING, "a table’s head")


def _fix_level(found: Findings, structure: Structure, number: int, reason: str) -> None:
    for place in _places(found, number):
        structure.fix(place, Role.LEVEL, reason)


def _places(found: Findings, number: int) -> list[int]:
    """The blocks that a level is written in: those under its heading, or in its item."""
    node = found.outline.at.get(number)
    if node is not None:
        return [*range(node.block, node.end)]
    return with_nested(found.outline.document.blocks, number)


def said_by_dimensions(found: Findings, left_out: Sequence[FoundDimension]) -> set[int]:
    """The blocks of which the dimensions say every word, without those that were left out."""
    said: set[int] = set()
    blocks = found.outline.document.blocks
    for dimension in found.rubric.dimensions:
        if dimension in left_out:
            continue
        said.add(dimension.block)
        for anchor in dimension.anchors:
            if anchor.block >= 0:
                said.update(_places(found, anchor.block))
        node = found.outline.at.get(dimension.block)
        own = found.outline.own(node) if node else ()
        said.update(each.number for each in own if each.text and each.text in dimension.text)
        table = found.tables.get(blocks[dimension.block].table)
        if table is not None:
            said.add(table.head.number)
    return said

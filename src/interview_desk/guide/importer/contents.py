"""The roles of all blocks: what heads a part, and what stands under it."""

from collections.abc import Mapping

from interview_desk.guide.importer.agendas import FoundPhase
from interview_desk.guide.importer.document import Block, BlockKind
from interview_desk.guide.importer.item_labels import (
    label_part,
    parents_of,
)
from interview_desk.guide.importer.level_names import level_name
from interview_desk.guide.importer.level_runs import split_level
from interview_desk.guide.importer.outline import QUOTED, Node, is_time
from interview_desk.guide.importer.roles import HEAD_ROLES, Assignment, Role
from interview_desk.guide.importer.structure import Findings, structure_of
from interview_desk.guide.importer.tables import TableKind
from interview_desk.guide.importer.untimed_sections import is_counted_question, is_question
from interview_desk.guide.importer.vocabulary import Part, parts_of

_LONGEST_OBJECTIVE = 240
PART_ROLES: Mapping[Part, Role] = {
    Part.STRONG: Role.STRONG_SIGNAL,
    Part.RED_FLAGS: Role.RED_FLAG,
    Part.DISQUALIFIERS: Role.DISQUALIFIER,
    Part.OBJECTIVE: Role.OBJECTIVE,
    Part.QUESTIONS: Role.QUESTION,
    Part.NO_QUESTIONS: Role.READING,
    Part.AREAS: Role.AREA,
    Part.ACTIVITIES: Role.ACTIVITY,
    Part.TIME: Role.MINUTES,
    Part.LENGTH: Role.MINUTES,
    Part.BEFORE: Role.BEFORE,
    Part.DURING: Role.DURING,
    Part.AFTER: Role.AFTER,
    Part.PITFALLS: Role.PITFALL,
    Part.EXPECTATIONS: Role.EXPECTATION,
    Part.SCALE: Role.SCALE,
    Part.RUBRIC: Role.SECTION,
    Part.AGENDA: Role.SECTION,
    Part.ADVICE: Role.READING,
    Part.FORM: Role.READING,
    Part.TOTAL: Role.READING,
}
_IN_PHASE = frozenset(
    {Role.STRONG_SIGNAL, Role.RED_FLAG, Role.DISQUALIFIER, Role.OBJECTIVE, Role.QUESTION,
     Role.AREA, Role.ACTIVITY, Role.MINUTES}
)  # fmt: skip
_OUTSIDE = frozenset(
    {Role.STRONG_SIGNAL, Role.RED_FLAG, Role.DISQUALIFIER, Role.QUESTION, Role.BEFORE, Role.DURING,
     Role.AFTER, Role.PITFALL, Role.EXPECTATION, Role.MINUTES}
)  # fmt: skip
_BESIDE_BANK = frozenset(
    {Part.BEFORE, Part.AFTER, Part.ADVICE, Part.NO_QUESTIONS, Part.PITFALLS, Part.RED_FLAGS,
     Part.STRONG, Part.DISQUALIFIERS}
)  # fmt: skip


def assign(found: Findings, chosen: Mapping[int, Role]) -> list[Assignment]:
    """The role of each block, in order."""
    return _Assigner(found, chosen).all()


class _Assigner:
    def __init__(self, found: Findings, chosen: Mapping[int, Role]) -> None:
        self._found, self._chosen = found, chosen
        self._outline = found.outline
        self._blocks = found.outline.document.blocks
        structure = structure_of(found)
        self._fixed, self._phase = structure.roles, structure.phases
        self._objectives: set[int] = set()
        self._node_roles: dict[int, Assignment] = {}
        self._parents = parents_of(self._blocks)
        self._holders = frozenset(self._parents.values())

    def all(self) -> list[Assignment]:
        found = []
        for block in self._blocks:
            role = self._chosen.get(block.number)
            if role is not None:
                found.append(_chosen(role))
            else:
                found.append(self._fixed.get(block.number) or self._role(block))
        return found

    def _role(self, block: Block) -> Assignment:
        node = self._outline.at.get(block.number)
        if node is not None:
            return self._node_role(node)
        by_itself = self._by_itself(block)
        if by_itself is not None:
            return by_itself
        home = self._outline.home[block.number]
        context = self._context(home)
        if context is not None and self._is_reached(block, home):
            return self._under(block, home, context)
        if block.number in self._phase:
            return self._in_phase(block, home)
        return self._outside(block)

    def _by_itself(self, block: Block) -> Assignment | None:
        """The role that a block has whatever it stands under."""
        if block.links:
            return Assignment(Role.NOTHING, "it repeats a heading")
        if block.kind is BlockKind.ROW:
            return self._row_role(block)
        if bank := self._in_bank(block):
            return bank
        if block.kind is BlockKind.CODE:
            return Assignment(Role.READING, "it is set as it stands")
        return self._item_label(block) if block.kind is BlockKind.ITEM else None

    def _item_label(self, block: Block) -> Assignment | None:
        """The role of an item that is a label itself, or that stands in one that is."""
        own = label_part(block, holds=block.number in self._holders)
        if own and self._may(PART_ROLES[own], block.number):
            return Assignment(PART_ROLES[own], "its first words announce it")
        parent = self._parents.get(block.number)
        while parent is not None:
            if (role := self._chosen.get(parent)) and role not in HEAD_ROLES:
                return Assignment(role, "it stands under what you chose")
            part = label_part(self._blocks[parent], holds=True)
            if part and self._may(PART_ROLES[part], block.number):
                return Assignment(PART_ROLES[part], "the item above it announces it")
            parent = self._parents.get(parent)
        return None

    def _may(self, role: Role, number: int) -> bool:
        return role in (_IN_PHASE if number in self._phase or not self._several() else _OUTSIDE)

    def _several(self) -> bool:
        return len(self._found.phases.phases) > 1

    def _node_role(self, node: Node) -> Assignment:
        found = self._node_roles.get(node.block)
        if found is None:
            found = self._node_roles[node.block] = self._find_node_role(node)
        return found

    def _find_node_role(self, node: Node) -> Assignment:
        role = self._chosen.get(node.block)
        if role is not None or node.block in self._fixed:
            return self._fixed[node.block] if role is None else _chosen(role)
        if self._found.phases.bank and not node.is_label and (bank := self._bank_heading(node)):
            return bank
        part = node.part
        role = PART_ROLES.get(part) if part else None
        if role and self._may(role, node.block):
            phases = self._found.phases.phases
            if any(node.first <= each.block < node.end for each in phases):
                return Assignment(Role.SECTION, "it holds the phases")
            return Assignment(role, f"the words “{node.title}”")
        if node.block in self._phase:
            return self._beside_phase(node)
        if self._holds_structure(node):
            return Assignment(Role.SECTION, "it only groups what stands under it")
        return Assignment(Role.READING, "its words announce no part of a guide")

    def _beside_phase(self, node: Node) -> Assignment:
        """The role of a heading in a phase whose words announce nothing."""
        if node.title.endswith("?"):
            return Assignment(Role.QUESTION, "it ends in a question mark")
        asked = any(is_question(block) for block in self._blocks[node.first : node.end])
        if asked and not node.is_label:
            return Assignment(Role.AREA, "it groups questions of a phase")
        return Assignment(Role.READING, "its words announce nothing that a phase has")

    def _holds_structure(self, node: Node) -> bool:
        return any(
            self._fixed.get(place, Assignment(Role.READING, "")).role is not Role.READING
            for place in range(node.first, node.end)
        )

    def _bank_heading(self, node: Node) -> Assignment | None:
        if any(not child.is_label for child in node.children):
            return Assignment(Role.SECTION, "it groups questions")
        if node.part in _BESIDE_BANK:
            return None
        own = self._outline.own(node)
        items = [block for block in own if block.kind is BlockKind.ITEM]
        if items and all(block.links for block in items):
            return Assignment(Role.NOTHING, "a table of contents")
        if items and not node.title.endswith("?"):
            return Assignment(Role.SECTION, "it groups questions")
        if own or node.title.endswith("?"):
            return Assignment(Role.QUESTION, "a heading of a question bank")
        return None

    def _in_bank(self, block: Block) -> Assignment | None:
        if not self._found.phases.bank:
            return None
        home = self._outline.home[block.number]
        if any(each.part in _BESIDE_BANK for each in (home, *home.ancestors())):
            return None
        heading = next((each for each in (home, *home.ancestors()) if not each.is_label), home)
        if heading.block >= 0 and self._node_role(heading).role is Role.QUESTION:
            return Assignment(Role.QUESTION, "it goes on with the question above it")
        if block.kind is BlockKind.ITEM and level_name(split_level(block)[0]).is_band:
            return None  # What earns so many points is no question.
        grouped = heading is not self._found.title and heading.block >= 0
        if block.kind is BlockKind.ITEM and (grouped or is_question(block)):
            if heading.block >= 0 and self._node_role(heading).role is Role.NOTHING:
                return Assignment(Role.NOTHING, "it repeats a heading")
            return Assignment(Role.QUESTION, "an item of a question bank")
        return None

    def _context(self, home: Node) -> Role | None:
        """What the nearest heading or label that says so gives to what stands under it."""
        for node in (home, *home.ancestors()):
            role = self._node_role(node).role
            if role in (Role.PHASE, Role.TITLE, Role.DIMENSION):
                return None
            if node.part is Part.NO_QUESTIONS:
                return Role.READING
            if role is Role.READING and not node.is_label and node.block in self._chosen:
                return role
            if role in (Role.READING, Role.SECTION, Role.NOTHING):
                if node.is_label or node.block in self._phase or role is Role.NOTHING:
                    return role if role is not Role.SECTION else None
                continue
            return role
        return None

    def _is_reached(self, block: Block, home: Node) -> bool:
        """Whether a label still speaks for a block: for its list, or what comes first."""
        if not home.is_label or home.block in self._chosen:
            return True
        before = self._blocks[home.first : block.number]
        listed = any(each.kind is BlockKind.ITEM for each in before)
        if block.kind is BlockKind.ITEM:
            if not listed:
                return True
            since = before[before.index(_first_item(before)) :]
            broken = any(each.kind is not BlockKind.ITEM for each in since)
            another = block.level == 0 and block.listing != since[0].listing
            return not broken and not another
        return not listed and not before and not home.inline

    def _under(self, block: Block, home: Node, role: Role) -> Assignment:
        why = f"it stands under “{home.title}”"
        if role is Role.QUESTION and level_name(split_level(block)[0]).is_band:
            return Assignment(Role.READING, "what earns so many points is no question")
        if role is Role.AREA:
            return Assignment(Role.QUESTION if _may_be_asked(block) else Role.READING, why)
        listed = role in (Role.BEFORE, Role.DURING, Role.AFTER, Role.EXPECTATION)
        if block.kind is BlockKind.PARAGRAPH and listed:
            return Assignment(Role.READING, "a paragraph beside a list")
        if block.kind is BlockKind.PARAGRAPH and role is Role.QUESTION and not _may_be_asked(block):
            return Assignment(Role.READING, "a paragraph beside questions")
        if role is Role.MINUTES and block.kind is not BlockKind.PARAGRAPH:
            return Assignment(Role.READING, why)
        return Assignment(role, why)

    def _in_phase(self, block: Block, home: Node) -> Assignment:
        phase = self._phase[block.number]
        if is_question(block) or (QUOTED.match(block.text) and "?" in block.text):
            return Assignment(Role.QUESTION, "it ends in a question mark")
        if block.kind is BlockKind.ITEM:
            return Assignment(Role.ACTIVITY, "an item of a phase")
        if QUOTED.match(block.text):
            return Assignment(Role.ACTIVITY, "words to say")
        if block.lead and is_time(block.text):
            return Assignment(Role.MINUTES, "how long the phase takes")
        at_head = home.block in {node.block for node in phase.nodes}
        first = phase.block not in self._objectives and not self._has_objective(phase)
        if at_head and first and len(block.text) <= _LONGEST_OBJECTIVE:
            self._objectives.add(phase.block)
            return Assignment(Role.OBJECTIVE, "what a phase begins with")
        return Assignment(Role.READING, "a paragraph of a phase")

    def _has_objective(self, phase: FoundPhase) -> bool:
        return any(child.part is Part.OBJECTIVE for node in phase.nodes for child in node.children)

    def _outside(self, block: Block) -> Assignment:
        if is_question(block) and not self._is_told(block):
            if block.kind is BlockKind.ITEM:
                return Assignment(Role.QUESTION, "it ends in a question mark")
            if is_counted_question(block):
                return Assignment(Role.QUESTION, "it is counted as a question")
        return Assignment(Role.READING, "it stands outside the parts of a guide")

    def _is_told(self, block: Block) -> bool:
        """Whether an item that asks something outside the phases is meant for the interviewer."""
        home = self._outline.home[block.number]
        here = (home, *home.ancestors())
        rated = any(
            Part.RUBRIC in parts_of(each.title) for each in here if each is not self._found.title
        )
        return bool(self._found.phases.phases) and (rated or any(each.part for each in here))

    def _row_role(self, block: Block) -> Assignment:
        table = self._found.tables[block.table]
        if table.kind is TableKind.LISTS:
            if block.head:
                return Assignment(Role.NOTHING, "the head of a table")
            part = min(table.parts.items())[1]
            return Assignment(PART_ROLES[part], "its column announces it")
        home = self._outline.home[block.number]
        if home.block >= 0 and self._chosen.get(home.block) in (Role.QUESTION, Role.READING):
            return Assignment(self._chosen[home.block], "it stands under what you chose")
        return Assignment(Role.READING, "a table that is none of a guide’s parts")


def _chosen(role: Role) -> Assignment:
    return Assignment(role, "you chose it", chosen=True)


def _may_be_asked(block: Block) -> bool:
    return block.kind is BlockKind.ITEM or is_question(block) or bool(QUOTED.match(block.text))


def _first_item(blocks: tuple[Block, ...]) -> Block:
    return next(each for each in blocks if each.kind is BlockKind.ITEM)

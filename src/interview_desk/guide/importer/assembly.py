"""From blocks with roles to the draft of a guide: each block says its words in one place."""

from collections.abc import Iterator, Sequence

from interview_desk.guide.importer.agendas import FoundPhase
from interview_desk.guide.importer.document import Block, BlockKind
from interview_desk.guide.importer.draft import (
    AreaDraft,
    Draft,
    ListDraft,
    PhaseDraft,
    PitfallDraft,
)
from interview_desk.guide.importer.item_labels import item_part, label_text, parents_of
from interview_desk.guide.importer.level_runs import joined
from interview_desk.guide.importer.outline import Node, is_time
from interview_desk.guide.importer.reading_material import ReadingCollector
from interview_desk.guide.importer.roles import Assignment, Role
from interview_desk.guide.importer.scales import Rubric
from interview_desk.guide.importer.structure import Findings, said_by_dimensions
from interview_desk.guide.importer.tables import TableKind
from interview_desk.guide.importer.untimed_sections import is_question
from interview_desk.guide.importer.vocabulary import Part, part_of
from interview_desk.guide.parse.tokens import unquoted

_SAID_ELSEWHERE = (Role.LEVEL, Role.DIMENSION, Role.READING, Role.QUESTION)


class Assembler:
    """Goes through the blocks once and sorts what they say into a draft."""

    def __init__(
        self, found: Findings, roles: Sequence[Assignment], rubric: Rubric, title: str
    ) -> None:
        self.draft = Draft(title, found.phases.length)
        self._found, self._roles, self._rubric = found, roles, rubric
        self._outline = found.outline
        self._blocks = found.outline.document.blocks
        self._parents = parents_of(self._blocks)
        self._holders = frozenset(self._parents.values())
        self._phases: dict[int, PhaseDraft] = {}
        self._home: dict[int, PhaseDraft] = {}
        self._areas: dict[int, AreaDraft] = {}
        self._banks: dict[int, ListDraft] = {}
        self._general: list[str] = []
        self._reading = ReadingCollector(self.draft, found, roles, self._home, self._phases)
        self._entries: dict[int, tuple[list[str], int]] = {}
        self._covered = said_by_dimensions(found, rubric.left_out)

    def assemble(self) -> Draft:
        """The draft; a document without parts is one phase."""
        self._add_phases()
        if not self.draft.phases:
            self.draft.phases.append(PhaseDraft("Interview", self._found.phases.length))
        self.draft.dimensions = self._rubric.dimensions
        for block, assigned in zip(self._blocks, self._roles, strict=True):
            self._take(block, assigned.role)
        self._reading.keep_unsaid(self._unplaced())
        self._reading.finish()
        self._keep_general_signals()
        self.draft.tidy()
        return self.draft

    def _add_phases(self) -> None:
        for found in self._found.phases.phases:
            phase = PhaseDraft(found.title, found.minutes, found.line)
            self.draft.phases.append(phase)
            self._phases[found.block] = phase
            for place in self._places(found):
                self._home[place] = phase
            for part, cell in found.columns:
                phase.take_cell(part, cell)
            if found.rest:
                target = phase.objective if len(found.rest) <= 240 else phase.activities
                target.append(found.rest)

    def _places(self, found: FoundPhase) -> list[int]:
        places = [found.block]
        for node in found.nodes:
            places += range(node.block, node.end)
        head = self._blocks[found.block]
        if head.kind is BlockKind.ITEM:
            for block in self._blocks[found.block + 1 :]:
                if block.kind is not BlockKind.ITEM or block.level <= head.level:
                    break
                places.append(block.number)
        elif head.kind is BlockKind.PARAGRAPH and not found.nodes:
            for block in self._blocks[found.block + 1 :]:
                if block.kind is not BlockKind.ITEM:
                    break
                places.append(block.number)
        return places

    def _take(self, block: Block, role: Role) -> None:
        node = self._outline.at.get(block.number)
        if block.number in self._covered and role in _SAID_ELSEWHERE:
            return
        if role is Role.PHASE and block.number in self._home:
            self._take_heading_again(block, node)
            return
        if role is Role.NOTHING:
            return
        if role in (Role.TITLE, Role.PHASE, Role.DIMENSION):
            self._take_unused(block, node)
            return
        if node is not None:
            self._take_node(block, node, role)
        elif role is not Role.MINUTES or not self._is_said(block):
            self._take_block(block, role)

    def _is_said(self, block: Block) -> bool:
        """Whether a line that tells a time is nothing but that of its phase."""
        phase = self._home.get(block.number)
        return phase is not None and phase.minutes is not None and is_time(block.text)

    def _take_unused(self, block: Block, node: Node | None) -> None:
        """What should be a title, a phase or a dimension and is none says its words elsewhere."""
        said = node.title if node else block.text
        used = block.number in self._phases or block.number in self._covered
        if used or said == self.draft.title:
            return
        if node is not None:
            self.draft.headings.append(said)
        else:
            self._reading.keep(block)

    def _take_heading_again(self, block: Block, node: Node | None) -> None:
        """A section whose title is not the one of its row in the agenda says its own words."""
        phase = self._home[block.number]
        if block.number in self._phases or node is None:
            return
        if node.title.casefold() != phase.title.casefold():
            self._reading.keep(block)

    def _take_node(self, block: Block, node: Node, role: Role) -> None:
        phase = self._home.get(block.number)
        match role:
            case Role.READING | Role.LEVEL | Role.SCALE:
                self._reading.keep(block)
                return
            case Role.SECTION:
                self.draft.headings.append(node.title)
            case Role.AREA if phase is not None and part_of(node.title) is not Part.AREAS:
                self._areas[node.block] = AreaDraft(node.title)
                phase.areas.append(self._areas[node.block])
            case Role.QUESTION if self._is_asked_itself(node):
                self._ask(block, node.title)
            case Role.PITFALL if self._is_below_pitfalls(node):
                self.draft.pitfalls.append(PitfallDraft(node.title))
            case Role.EXPECTATION:
                self.draft.expectations.append(ListDraft(node.title))
            case _:
                self._keep_label(node, role, phase)
        if node.inline:
            self._add(block, role, node.inline)

    def _is_asked_itself(self, node: Node) -> bool:
        bank = self._found.phases.bank and not node.is_label
        return node.title.endswith("?") or (bank and part_of(node.title) is not Part.QUESTIONS) or (
            bank and not any(each.kind is BlockKind.ITEM for each in self._outline.own(node))
        )  # fmt: skip

    def _is_below_pitfalls(self, node: Node) -> bool:
        return any(self._roles[each.block].role is Role.PITFALL for each in node.ancestors())

    def _keep_label(self, node: Node, role: Role, phase: PhaseDraft | None) -> None:
        if phase is not None:
            words = phase.labels.setdefault(role.value, [])
            if node.title not in words:
                words.append(node.title)
        elif role is Role.QUESTION:
            self._banks[node.block] = ListDraft(node.title)
            self.draft.banks.append(self._banks[node.block])
        else:
            self.draft.headings.append(node.title)

    def _take_block(self, block: Block, role: Role) -> None:
        if role in (Role.READING, Role.LEVEL, Role.SECTION, Role.SCALE):
            self._reading.keep(block)
        elif block.kind is BlockKind.ROW:
            self._take_row(block, role)
        elif self._announces(block) and not label_text(block):
            self._keep_item_label(block, role)
        else:
            self._add(block, role, self._text(block))

    def _announces(self, block: Block) -> bool:
        return item_part(block, holds=block.number in self._holders) is not None

    def _text(self, block: Block) -> str:
        return label_text(block) if self._announces(block) else block.text

    def _keep_item_label(self, block: Block, role: Role) -> None:
        phase = self._home.get(block.number) or self._only_phase()
        if phase is not None:
            words = phase.labels.setdefault(role.value, [])
            name = block.lead or block.text.rstrip(": ")
            if name not in words:
                words.append(name)
        else:
            self._reading.keep(block)

    def _only_phase(self) -> PhaseDraft | None:
        return self.draft.phases[0] if len(self.draft.phases) == 1 else None

    def _add(self, block: Block, role: Role, text: str) -> None:
        """Add what a block says where its role puts it; an item in an item goes with that."""
        parent = self._parents.get(block.number)
        if parent in self._entries and self._roles[parent].role is role:
            entries, place = self._entries[parent]
            asked = role is Role.QUESTION and is_question(block)
            if not asked:
                entries[place] = joined([entries[place], text])
                self._entries[block.number] = (entries, place)
                return
        entries_or_none = self._entries_for(block, role)
        if entries_or_none is None:
            self._reading.keep(block)
            return
        if role is Role.QUESTION:
            text = unquoted(text)
        entries_or_none.append(text)
        self._entries[block.number] = (entries_or_none, len(entries_or_none) - 1)

    def _entries_for(self, block: Block, role: Role) -> list[str] | None:
        """The list that a block of that role is added to; None where there is none."""
        phase = self._home.get(block.number) or self._only_phase()
        if phase is not None and (found := self._in_phase(block, role, phase)) is not None:
            return found
        if role is Role.QUESTION:
            return self._bank_of(block)
        if role is Role.PITFALL:
            return self._pitfall_of(block)
        if role is Role.EXPECTATION:
            if not self.draft.expectations:
                self.draft.expectations.append(ListDraft("Expectations"))
            return self.draft.expectations[-1].entries
        return {
            Role.RED_FLAG: self.draft.warning_signs,
            Role.DISQUALIFIER: self.draft.disqualifiers,
            Role.BEFORE: self.draft.before,
            Role.DURING: self.draft.during,
            Role.AFTER: self.draft.after,
            Role.STRONG_SIGNAL: self._general,
        }.get(role)

    def _unplaced(self) -> Iterator[Block]:
        """The blocks whose words should all have found a place."""
        for block, assigned in zip(self._blocks, self._roles, strict=True):
            heads = block.number in self._outline.at or block.number in self._phases
            spared = heads or block.head or assigned.role in (Role.NOTHING, Role.MINUTES)
            if not (spared or block.number in self._covered or self._announces(block)):
                yield block

    def _keep_general_signals(self) -> None:
        """Strong signals of the whole interview go with its longest phase, since none is of all."""
        longest = max(self.draft.phases, key=lambda each: each.minutes.high if each.minutes else 0)
        longest.strong_signals += self._general

    def _in_phase(self, block: Block, role: Role, phase: PhaseDraft) -> list[str] | None:
        inside = block.number in self._home
        match role:
            case Role.OBJECTIVE if inside:
                return phase.objective
            case Role.ACTIVITY:
                return phase.activities
            case Role.STRONG_SIGNAL:
                return phase.strong_signals
            case Role.RED_FLAG if inside or not self._found.phases.phases:
                return phase.red_flags
            case Role.DISQUALIFIER if inside:
                return phase.red_flags
            case Role.QUESTION if inside:
                area = self._area_of(block)
                return area.probes if area else phase.questions
            case _:
                return None

    def _area_of(self, block: Block) -> AreaDraft | None:
        home = self._outline.home[block.number]
        for node in (home, *home.ancestors()):
            if node.block in self._areas:
                return self._areas[node.block]
        return None

    def _bank_of(self, block: Block) -> list[str]:
        home = self._outline.home[block.number]
        nodes = [home, *home.ancestors()]
        for node in nodes:
            if node.block in self._banks:
                return self._banks[node.block].entries
        fit = next(
            (n for n in nodes if n.block >= 0 and n.block != block.number and not n.is_label), None
        )
        if fit is not None and fit is self._found.title:
            fit = None
        key = fit.block if fit else -1
        title = fit.title if fit else "Questions"
        self._banks[key] = ListDraft(title)
        self.draft.banks.append(self._banks[key])
        if title in self.draft.headings:
            self.draft.headings.remove(title)
        return self._banks[key].entries

    def _pitfall_of(self, block: Block) -> list[str] | None:
        home = self._outline.home[block.number]
        own = self.draft.pitfalls and self._is_below_pitfalls(home) and home.block != block.number
        if own:
            return self.draft.pitfalls[-1].text
        if block.kind is BlockKind.ITEM:
            title, rest = (
                (block.lead, block.rest) if block.lead and block.rest else (block.text, "")
            )
            self.draft.pitfalls.append(PitfallDraft(title, [rest] if rest else []))
            return []
        return None

    def _ask(self, block: Block, title: str) -> None:
        """A heading that is asked itself, with all that stands under it."""
        entries = self._entries_for(block, Role.QUESTION)
        if entries is not None:
            entries.append(unquoted(title))
            node = self._outline.at[block.number]
            for place in range(node.first, node.end):
                each = self._blocks[place]
                if self._roles[place].role is Role.QUESTION and self._outline.home[place] is node:
                    entries[-1] = joined([entries[-1], each.text])
                    self._covered.add(place)

    def _take_row(self, block: Block, role: Role) -> None:
        table = self._found.tables[block.table]
        if table.kind is not TableKind.LISTS:
            self._add(block, role, "; ".join(filter(None, block.cells)))
            return
        roles = {
            Part.STRONG: Role.STRONG_SIGNAL, Part.RED_FLAGS: Role.RED_FLAG,
            Part.QUESTIONS: Role.QUESTION, Part.DISQUALIFIERS: Role.DISQUALIFIER,
        }  # fmt: skip
        for column, cell in enumerate(block.cells):
            part = table.parts.get(column)
            if cell and part in roles:
                self._add(block, roles[part], cell)
        others = [
            cell for column, cell in enumerate(block.cells) if cell and column not in table.parts
        ]
        if others:
            self._reading.keep(block)

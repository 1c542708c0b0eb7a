"""What stays to be read: blocks under the headings that they had, in the place they belong to."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from interview_desk.guide.importer.criteria import dimension_title
from interview_desk.guide.importer.document import Block
from interview_desk.guide.importer.draft import Draft, PhaseDraft, ReadingDraft
from interview_desk.guide.importer.outline import Node
from interview_desk.guide.importer.roles import Assignment, Role
from interview_desk.guide.importer.structure import Findings
from interview_desk.guide.importer.writing import as_reading

_GROUPED = (Role.READING, Role.SECTION, Role.AREA, Role.DIMENSION, Role.PHASE, Role.TITLE)
_WORD = re.compile(r"[^\W_]+")
_LEVEL = 4  # of the headings in a piece of reading, which stands under one itself


class ReadingCollector:
    """Gathers blocks for reading into a draft.

    ``homes`` are the phases that blocks stand in, ``heads`` those that they head.
    """

    def __init__(
        self,
        draft: Draft,
        found: Findings,
        roles: Sequence[Assignment],
        homes: Mapping[int, PhaseDraft],
        heads: Mapping[int, PhaseDraft],
    ) -> None:
        self._draft, self._found, self._roles = draft, found, roles
        self._homes, self._heads = homes, heads
        self._rated = set(map(id, found.rubric.rated))
        self._kept: dict[tuple[int, int], tuple[ReadingDraft, list[Block]]] = {}

    def keep(self, block: Block) -> None:
        """Keep a block: under its heading, with its phase or its dimension."""
        phase = self._homes.get(block.number)
        heading = self._heading_of(block)
        key = (id(phase) if phase else 0, heading.block if heading else -1)
        if key not in self._kept:
            reading = ReadingDraft(self._title(heading, phase))
            self._kept[key] = (reading, [])
            (phase.reading if phase else self._place(heading)).append(reading)
            if heading and heading.title in self._draft.headings:
                self._draft.headings.remove(heading.title)
        if heading is None or heading.block != block.number:
            self._kept[key][1].append(block)

    def keep_unsaid(self, blocks: Iterable[Block]) -> None:
        """Keep those of the blocks that have a word which is said nowhere in the draft."""
        kept = [block.text for _, read in self._kept.values() for block in read]
        said = _words(" ".join([*_texts(self._draft), *kept]))
        for block in blocks:
            if not _words(block.text) <= said:
                self.keep(block)

    def finish(self) -> None:
        """Write down what was kept."""
        for reading, blocks in self._kept.values():
            reading.pieces.append(as_reading(blocks, _LEVEL))

    def _title(self, heading: Node | None, phase: PhaseDraft | None) -> str:
        if heading is None:
            return self._draft.title
        if phase is not None and heading.block in self._heads:
            return phase.title
        if self._roles[heading.block].role is Role.DIMENSION:
            return dimension_title(heading.title)[0]
        return heading.title

    def _place(self, heading: Node | None) -> list[ReadingDraft]:
        near = [heading, *heading.ancestors()] if heading else []
        rated = self._draft.dimensions and any(id(each) in self._rated for each in near)
        return self._draft.rubric_reading if rated else self._draft.reading

    def _heading_of(self, block: Block) -> Node | None:
        """The heading that a block is read under: that of a section that is read as a whole."""
        home = self._found.outline.home[block.number]
        nodes = [each for each in (home, *home.ancestors()) if each.block >= 0]
        headings = [each for each in nodes if not each.is_label]
        read = [
            each for each in headings if self._roles[each.block].role in (Role.READING, Role.SCALE)
        ]
        if read:
            whole = all(one.parent is two for one, two in pairwise(read))
            return read[-1] if whole else read[0]
        grouped = (each for each in headings if self._roles[each.block].role in _GROUPED)
        return next((each for each in grouped if each is not self._found.title), None)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _texts(draft: Draft) -> Iterator[str]:
    """All that a draft says."""
    yield from (draft.title, *draft.headings, *draft.before, *draft.during, *draft.after)
    yield from (*draft.disqualifiers, *draft.warning_signs, *draft.questions)
    for phase in draft.phases:
        yield from (phase.title, *phase.objective, *phase.activities, *phase.strong_signals)
        yield from (*phase.red_flags, *(area.title for area in phase.areas))
        yield from (word for words in phase.labels.values() for word in words)
    for dimension in draft.dimensions:
        yield from (dimension.title, dimension.aside, dimension.text)
        yield from (f"{level.name} {level.text}" for level in dimension.levels)
    for pitfall in draft.pitfalls:
        yield from (pitfall.title, *pitfall.text)
    for group in (*draft.banks, *draft.expectations):
        yield from (group.title, *group.entries)

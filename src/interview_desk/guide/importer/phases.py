"""The phases of a foreign document: timed headings, an agenda, or sections that ask something."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from interview_desk.guide.importer.agendas import (
    FoundPhase,
    agenda_in_table,
    listed_phase,
    timed_items,
    with_choices,
    with_sections,
)
from interview_desk.guide.importer.document import Block, BlockKind
from interview_desk.guide.importer.durations import (
    Time,
    settled,
    time_in_text,
    time_in_title,
)
from interview_desk.guide.importer.length import find_length
from interview_desk.guide.importer.outline import Node, Outline
from interview_desk.guide.importer.part_titles import is_counted, phase_title
from interview_desk.guide.importer.roles import Role
from interview_desk.guide.importer.tables import Table, TableKind
from interview_desk.guide.importer.untimed_sections import UntimedFinder
from interview_desk.guide.importer.vocabulary import Part, folded, part_of, parts_of
from interview_desk.guide.model import MinuteRange

_CONTAINER = re.compile(
    r"\b(structure|agenda|outline|schedule|flow|format|timeline|plan|interview|during|session|script"
    r"|ablauf|gesprach|deroulement|entretien|estructura|entrevista|estrutura|roteiro|guide|overview"
    r"|breakdown|timing)\b"
)


@dataclass(slots=True)
class FoundPhases:
    """The phases, how they were known, and times that were read and left out."""

    phases: list[FoundPhase] = field(default_factory=list)
    reason: str = ""
    length: MinuteRange | None = None
    length_block: int = -1
    end: int | None = None
    containers: list[Node] = field(default_factory=list)
    unused: list[Node] = field(default_factory=list)
    bank: bool = False
    is_weak: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """What is known before phases are looked for.

    ``rated`` are the blocks that are dimensions, levels and scales; ``chosen`` roles that a person
    gave; ``length`` the minutes of the whole where they were asked for.
    """

    tables: Mapping[int, Table]
    title: Node | None
    rated: frozenset[int]
    chosen: Mapping[int, Role]
    length: int | None


def find_phases(outline: Outline, given: Given) -> FoundPhases:
    """The phases of a document."""
    tables, title, rated = given.tables, given.title, given.rated
    finder = _Finder(outline, tables, title, rated)
    whole = find_length(outline, title)
    found = FoundPhases(length=whole.minutes, length_block=whole.block, end=whole.end)
    ways = [
        way
        for way in (
            finder.timed(found),
            (agenda_in_table(tables), "a row of an agenda"),
            finder.agenda_list(),
        )
        if way[0]
    ]
    if ways:
        best = max(ways, key=lambda way: len(way[0]))
        found.phases, found.reason = best
        found.phases = with_sections(found.phases, outline, rated, title)
    else:
        finder.find_untimed(found)
    found.phases = with_choices(found.phases, outline, given.chosen)
    heads = {phase.block for phase in found.phases} | {
        node.block for phase in found.phases for node in phase.nodes
    }
    found.unused = [node for node in found.unused if node.block not in heads]
    _end_at_last_mark(found)
    minutes = given.length or (found.length.high if found.length else None)
    times = [phase.time or Time("", "") for phase in found.phases]
    spans = settled(times, minutes, found.end)
    found.phases = [
        replace(phase, minutes=span) for phase, span in zip(found.phases, spans, strict=True)
    ]
    return found


def _end_at_last_mark(found: FoundPhases) -> None:
    """A last mark that only says when all ends is no phase."""
    last = found.phases[-1] if len(found.phases) > 2 else None
    mark = last.time if last else None
    if last and mark and mark.start is not None and mark.end is None and _END.match(last.title):
        found.end = mark.start
        found.phases = found.phases[:-1]


class _Finder:
    def __init__(
        self,
        outline: Outline,
        tables: Mapping[int, Table],
        title: Node | None,
        rated: frozenset[int],
    ) -> None:
        self._outline, self._tables, self._title, self._rated = outline, tables, title, rated
        self._times = {node.block: time for node in outline.nodes if (time := self._time(node))}

    def _time(self, node: Node) -> Time | None:
        """The time of a node: behind its title, in a mark below it, or in its first words."""
        if node is self._title or node.is_label:
            return None
        time = time_in_title(node.title)
        if node.block in self._rated and not (time and (time.minutes or time.is_clock)):
            return None
        if time is not None and time.rest:
            return time if time.share is None or self._may_share(node) else None
        found = self._time_below(node)
        return replace(found, rest=node.title) if found else None

    def _may_share(self, node: Node) -> bool:
        """Whether percent behind a heading can be a share of the time, not a weight."""
        return not any(
            {Part.RUBRIC, Part.SCALE} & parts_of(each.title)
            for each in (node, *node.ancestors())
            if each is not self._title
        )

    def _time_below(self, node: Node) -> Time | None:
        for child in node.children[:4]:
            mark = time_in_title(child.title)
            if child.part is Part.TIME or child.part is Part.LENGTH:
                text = child.inline or " ".join(each.text for each in self._outline.own(child))
                if found := time_in_text(text) or time_in_title(text):
                    return found
            if mark and mark.is_clock and child.block == node.first:
                return mark
        for block in self._outline.own(node)[:2]:
            if block.kind is not BlockKind.PARAGRAPH:
                break
            text = block.text.strip("()[]*_ ")
            if found := time_in_text(text):
                alone = len(text.split()) <= 5
                if alone or (text[:1].isupper() and re.match(r"[A-Za-zÀ-ÿ]+\s+", text)):
                    return found
            whole = time_in_title(block.text)
            if whole and len(whole.rest.split()) <= 1 and len(block.text.split()) <= 6:
                return whole
        return None

    def timed(self, found: FoundPhases) -> tuple[list[FoundPhase], str]:
        """The headings that give a time, without those that hold them and those in them."""
        timed = [
            node
            for node in self._outline.nodes
            if node.block in self._times and part_of(node.title) is not Part.TOTAL
        ]
        heads = [node for node in timed if not self._is_aside(node)]
        for node in [each for each in heads if self._tells_length(each)]:
            found.length = found.length or self._times[node.block].minutes
            heads.remove(node)
            timed.remove(node)
        labelled = [node for node in heads if self._is_labelled(node)]
        if len(labelled) == 1:  # One label on the length tells that of the whole.
            found.length = found.length or self._times[labelled[0].block].minutes
            heads.remove(labelled[0])
            timed.remove(labelled[0])
        shares = [node for node in heads if self._times[node.block].share is not None]
        if 0 < len(shares) < 2:
            heads = [node for node in heads if node not in shares]
        kept = self._without_containers(heads, found)
        found.unused = [node for node in timed if node not in kept and node not in found.containers]
        if len(kept) == 1 and not is_counted(kept[0].title):
            return ([self._phase(node) for node in kept] if self._is_sole(kept[0]) else []), _TIMED
        named = [*self._named_beside(kept)]
        nodes = sorted([*kept, *named], key=lambda node: node.block)
        return [self._phase(node) for node in nodes], _TIMED

    def _tells_length(self, node: Node) -> bool:
        """Whether a bold line is on the length of the whole ("Duration: 40 minutes")."""
        return part_of(self._times[node.block].rest) in (Part.LENGTH, Part.TIME)

    def _is_labelled(self, node: Node) -> bool:
        """Whether the time of a node stands under a label on the length of something."""
        return time_in_title(node.title) is None and any(
            child.part is Part.LENGTH for child in node.children
        )

    def _is_sole(self, node: Node) -> bool:
        """Whether one timed heading alone is a phase: where it holds what is asked."""
        return bool(self._outline.own(node)) or bool(node.children)

    def _named_beside(self, kept: Sequence[Node]) -> Iterator[Node]:
        """Headings without a time that are counted like those that have one ("Part 2: ...")."""
        pattern = [is_counted(node.title) for node in kept]
        if not kept or not all(pattern):
            return
        for node in self._outline.nodes:
            beside = node.parent is kept[0].parent and node.level == kept[0].level
            if beside and node not in kept and is_counted(node.title):
                yield node

    def _is_aside(self, node: Node) -> bool:
        """Whether a timed heading is outside the talk itself."""
        part = node.part
        if part in (Part.BEFORE, Part.AFTER) and not is_counted(node.title):
            return not self._begins_the_talk(node)
        outer = [each for each in node.ancestors() if each is not self._title]
        if any(each.part in (Part.BEFORE, Part.AFTER, Part.PITFALLS) for each in outer):
            return True
        return any(each.part is Part.RUBRIC and each.block not in self._times for each in outer)

    def _begins_the_talk(self, node: Node) -> bool:
        """Whether "1. Setup (3 minutes)" is the first of timed parts that are numbered alike."""
        siblings = node.parent.children if node.parent else []
        alike = [each for each in siblings if each.block in self._times]
        numbered = len(alike) > 1 and all(_NUMBERED.match(each.title) for each in alike)
        return numbered and _SETTING_UP.match(folded(_NUMBERED.sub("", node.title))) is not None

    def _without_containers(self, heads: list[Node], found: FoundPhases) -> list[Node]:
        """Those timed headings that are phases: neither the whole of them nor parts of one."""
        places = [node.block for node in heads]
        timed = {
            id(node): heads[bisect_left(places, node.first) : bisect_left(places, node.end)]
            for node in heads
        }
        gone: set[int] = set()
        for node in heads:
            inner = timed[id(node)]
            if id(node) in gone or not inner:
                continue
            peers = [each for each in heads if each.parent is node.parent and each is not node]
            outer = len(peers) >= 1 and any(timed[id(each)] for each in peers)
            if outer or len(inner) < 2:
                gone.update(map(id, inner))
            elif _CONTAINER.search(folded(node.title)) or not peers:
                gone.add(id(node))
                found.containers.append(node)
                minutes = self._times[node.block].minutes
                found.length = found.length or minutes
            else:
                gone.update(map(id, inner))
        return [node for node in heads if id(node) not in gone and not self._is_whole(node, found)]

    def _is_whole(self, node: Node, found: FoundPhases) -> bool:
        """Whether a timed heading gives the length of all, over an agenda without times of it."""
        agendas = [
            table
            for table in self._tables.values()
            if table.kind is TableKind.AGENDA and node.block < table.head.number < node.end
        ]
        listed = timed_items(self._outline.document.blocks[node.first : node.end], self._rated)
        if not agendas and not (listed and _CONTAINER.search(folded(node.title))):
            return False
        if not _CONTAINER.search(folded(node.title)):
            return False
        minutes = self._times[node.block].minutes
        found.length = found.length or minutes
        found.containers.append(node)
        return True

    def _phase(self, node: Node) -> FoundPhase:
        time = self._times.get(node.block)
        rest = time.rest if time else node.title
        return FoundPhase(node.block, node.line, phase_title(rest), time, None, (node,))

    def agenda_list(self) -> tuple[list[FoundPhase], str]:
        """The items of the longest list that gives times."""
        best: list[tuple[Block, Time]] = []
        for node in (self._outline.root, *self._outline.nodes):
            if node.block in self._rated or self._is_outside(node):
                continue
            if not self._may_share(node):
                continue
            items = timed_items(self._outline.own(node), self._rated)
            best = items if len(items) > len(best) else best
        return [listed_phase(block, time) for block, time in best], "an item that gives a time"

    def find_untimed(self, found: FoundPhases) -> None:
        """Sections without a time that are parts all the same; otherwise none."""
        sections = UntimedFinder(self._outline, self._title, self._rated).find()
        found.phases = [self._phase(node) for node in sections.nodes]
        found.bank, found.is_weak = sections.bank, sections.is_weak
        asks = "a section that asks something"
        found.reason = asks if sections.is_weak else "a heading that is counted as a part"

    def _is_outside(self, node: Node) -> bool:
        return any(each.part in (Part.BEFORE, Part.AFTER) for each in (node, *node.ancestors()))


_END = re.compile(r"(?:the )?(?:end|ende|schluss|fin|fim|final|finish|stop)\W*$", re.IGNORECASE)
_NUMBERED = re.compile(r"\W*\d{1,2}\s*[.):–-]\s*")
_SETTING_UP = re.compile(
    r"(set[- ]?up|prepar(ation|acion|acao|ativos)|preparativos|vorbereitung)\W*(\(|\[|\d|[-–—:]|$)"
)
_TIMED = "a heading that gives a time"

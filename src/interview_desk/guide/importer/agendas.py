"""Agendas: rows of a table or items of a list that give the times of an interview’s parts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from interview_desk.guide.importer.document import Block, BlockKind
from interview_desk.guide.importer.durations import Time, time_in_text, time_in_title
from interview_desk.guide.importer.outline import Node, Outline
from interview_desk.guide.importer.part_titles import is_count, likeness, phase_title
from interview_desk.guide.importer.roles import Role
from interview_desk.guide.importer.tables import Table, TableKind
from interview_desk.guide.importer.vocabulary import Part, part_of
from interview_desk.guide.model import MinuteRange

_SENTENCE = re.compile(r"(.{2,}?\w[\"”’)]?[.?!])\s+(.+)", re.DOTALL)
_LEAST_SAME = 0.5
_COLUMNS = (Part.QUESTIONS, Part.STRONG, Part.RED_FLAGS)


@dataclass(frozen=True, slots=True)
class FoundPhase:
    """A phase as found. ``block`` heads it; ``nodes`` are the sections that belong to it.

    ``rest`` is what an item or a row says besides its title, ``time`` what was read, ``minutes``
    what came of it. ``columns`` are the cells of its row under heads that announce something.
    """

    block: int
    line: int
    title: str
    time: Time | None = None
    minutes: MinuteRange | None = None
    nodes: tuple[Node, ...] = ()
    rest: str = ""
    columns: tuple[tuple[Part, str], ...] = ()


def agenda_in_table(tables: Mapping[int, Table]) -> list[FoundPhase]:
    """The rows of the longest agenda in a table."""
    agendas = [each for each in tables.values() if each.kind is TableKind.AGENDA]
    if not agendas:
        return []
    table = max(agendas, key=lambda each: len(each.times))
    phases = []
    for row in table.rows:
        time = table.times.get(row.number)
        title = row.cells[table.title]
        if time is None or not title:
            continue
        name = time.rest if table.title == table.time_column else title
        others, columns = list[str](), list[tuple[Part, str]]()
        for column, cell in enumerate(row.cells):
            head = table.head.cells[column]
            if not cell or column in (table.title, table.time_column):
                continue
            part = part_of(head)
            if part in _COLUMNS and (part is not Part.QUESTIONS or "?" in cell):
                columns.append((part, cell))
            else:
                others.append(f"{head}: {cell}")
        found = FoundPhase(row.number, row.line, phase_title(name), time, rest="; ".join(others))
        phases.append(replace(found, columns=tuple(columns)))
    return phases


def timed_items(blocks: Sequence[Block], rated: frozenset[int]) -> list[tuple[Block, Time]]:
    """The outer items of the blocks that give times, if most do; paragraphs likewise.

    ``rated`` are the blocks of the rubric, which has no times.
    """
    best: list[tuple[Block, Time]] = []
    for kind in (BlockKind.ITEM, BlockKind.PARAGRAPH):
        outer = [each for each in blocks if each.kind is kind and each.level == 0]
        timed = [(each, time) for each in outer if (time := item_time(each))]
        clear = len(timed) >= 2 and len(timed) >= 0.6 * len(outer)
        if clear and len(timed) > len(best) and not rated & {e.number for e in outer}:
            best = timed
    shares = [time for _, time in best if time.share is not None]
    return [] if shares and sum(time.share or 0 for time in shares) != 100 else best


def item_time(block: Block) -> Time | None:
    """The time of an item, behind its bold words, before its text, or in its first sentence."""
    if block.links:
        return None
    if block.lead and (found := _time_beside_lead(block)):
        return found
    time = time_in_title(block.text)
    if time and time.rest:
        return time
    first = _SENTENCE.fullmatch(block.text)
    if first and (time := time_in_title(first[1].rstrip(".:"))) and time.rest:
        return replace(time, rest=f"{time.rest}. {first[2]}")
    return None


def _time_beside_lead(block: Block) -> Time | None:
    """The time in the bold words that open an item, or right behind them."""
    if time := time_in_title(block.lead):
        return time if time.rest else replace(time, rest=block.rest)
    behind = time_in_title(block.rest) if len(block.rest.split()) <= 6 else None
    if behind and not behind.rest:
        return replace(behind, rest=block.lead)
    opened = time_in_text(block.rest)
    if opened and block.rest.lstrip("(~ ")[:1].isdigit():
        return replace(opened, rest=f"{block.lead}. {opened.rest}")
    return None


def listed_phase(block: Block, time: Time) -> FoundPhase:
    """The phase that such a block heads; what it says behind its first sentence is its rest."""
    text, rest = time.rest, ""
    if time.name and not is_count(time.name):
        text, rest = time.name, time.rest[len(time.name) :].strip(" -–—:|.")
    elif block.lead and text.startswith(block.lead):
        text, rest = block.lead, text[len(block.lead) :].strip(" .:–—-")
    elif block.lead and block.rest and time.rest != block.rest:
        text, rest = time.rest, block.rest
    elif sentence := _SENTENCE.fullmatch(text):
        text, rest = sentence[1], sentence[2]
    elif match := re.fullmatch(r"(.{2,60}?)\s+[–—-]\s+(.{25,})", text):
        text, rest = match[1], match[2]
    title = phase_title(text).rstrip(".:")
    return FoundPhase(block.number, block.line, title, time, rest=rest)


def with_sections(
    phases: list[FoundPhase], outline: Outline, rated: frozenset[int], title: Node | None
) -> list[FoundPhase]:
    """Give an agenda's phases the sections elsewhere that have their titles."""
    if any(phase.nodes for phase in phases):
        return phases
    free = [
        node
        for node in outline.nodes
        if node.block not in rated
        and not node.is_label
        and not any(node.block <= phase.block < node.end for phase in phases)
        and node is not title
    ]
    taken: list[Node] = []
    attached = []
    for phase in phases:
        best: Node | None = None
        score = 0.0
        for node in free:
            inside = node in taken or any(each in taken for each in node.ancestors())
            same = 0.0 if inside else likeness(phase.title, phase_title(_bare(node)))
            if same > score:
                best, score = node, same
        if best is not None and score >= _LEAST_SAME:
            taken.append(best)
            attached.append(replace(phase, nodes=(best,)))
        else:
            attached.append(phase)
    return attached


def _bare(node: Node) -> str:
    time = time_in_title(node.title)
    return time.rest if time and time.rest else node.title


def with_choices(
    phases: Sequence[FoundPhase], outline: Outline, chosen: Mapping[int, Role]
) -> list[FoundPhase]:
    """The phases as a person chose: some left out, and others that were not found."""
    kept = [each for each in phases if chosen.get(each.block, Role.PHASE) is Role.PHASE]
    there = {each.block for each in kept}
    for number, role in chosen.items():
        if role is not Role.PHASE or number in there:
            continue
        block = outline.document.blocks[number]
        node = outline.at.get(number)
        text = node.title if node else " ".join(block.cells) if block.cells else block.text
        time = item_time(block) if node is None else time_in_title(text)
        if node is None and time is not None:
            kept.append(listed_phase(block, time))
        else:
            title = phase_title(time.rest if time and time.rest else text)
            nodes = (node,) if node else ()
            kept.append(FoundPhase(number, block.line, title, time, None, nodes))
    return sorted(kept, key=lambda each: each.block)

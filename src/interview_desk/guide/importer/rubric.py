"""The rubric of a foreign document: what is rated, its levels, and the scale they are told by."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from interview_desk.guide.importer.answer_sides import side_name
from interview_desk.guide.importer.criteria import (
    FoundDimension,
    criterion,
    dimension_title,
    is_numbered,
    plain_criteria,
)
from interview_desk.guide.importer.document import Block, BlockKind
from interview_desk.guide.importer.durations import time_in_title
from interview_desk.guide.importer.level_names import are_levels, level_name
from interview_desk.guide.importer.level_runs import (
    Anchor,
    inline_legend,
    joined,
    row_anchors,
    run_of,
    split_level,
)
from interview_desk.guide.importer.outline import Node, Outline
from interview_desk.guide.importer.roles import Role
from interview_desk.guide.importer.tables import Table, TableKind, is_blank
from interview_desk.guide.importer.vocabulary import Part, folded, part_of, parts_of

_GENERAL = re.compile(
    r"(?:(?:behaviou?ral|performance|rating|scoring|assessment|evaluation|score) )?(?:anchors?"
    r"|levels?|ratings?|scale|scores?|scoring|indicators?|descriptors?|rubric|assessment|bewertung|stufen|niveaux?|niveles"
    r"|niveis|evaluation|evaluacion|avaliacao)(?: guide)?:?"
)


@dataclass(slots=True)
class FoundRubric:
    """All that is rated, and the legend: levels that are told once for all of it.

    ``scales`` are the blocks of scales that rate the whole, ``leftover`` the blocks of a rubric
    that says again what another does.
    """

    dimensions: list[FoundDimension] = field(default_factory=list)
    legend: tuple[Anchor, ...] = ()
    legend_node: Node | None = None
    scales: list[tuple[Node, tuple[Anchor, ...]]] = field(default_factory=list)
    rated: list[Node] = field(default_factory=list)


def _without_minutes(node: Node) -> str:
    time = time_in_title(node.title)
    return time.rest if time and time.rest and time.share is None else node.title


def is_rated(node: Node, title: Node | None) -> bool:
    """Whether a node stands where ratings are told of; the document's title does not say so."""
    here = (node, *node.ancestors())
    return any(
        each is not title and (each.side is Part.RUBRIC or Part.RUBRIC in parts_of(each.title))
        for each in here
    )


def find_rubric(
    outline: Outline, tables: Mapping[int, Table], title: Node | None, chosen: Mapping[int, Role]
) -> FoundRubric:
    """The rubric of a document; ``chosen`` are roles that a person gave."""
    finder = _Finder(outline, tables, title)
    found = FoundRubric()
    found.rated = [node for node in outline.nodes if is_rated(node, title)]
    runs = finder.runs()
    finder.sort(runs, found)
    found.dimensions += [
        *finder.nested(),
        *(each for table in tables.values() for each in finder.tabled(table)),
    ]
    found.dimensions = _without_repeats(found.dimensions)
    if not found.dimensions:
        found.dimensions = plain_criteria(outline, title)
    found.dimensions = _chosen(found.dimensions, outline, tables, chosen)
    finder.find_legend(found)
    return found


class _Finder:
    def __init__(self, outline: Outline, tables: Mapping[int, Table], title: Node | None) -> None:
        self._outline, self._tables, self._title = outline, tables, title
        self._blocks = outline.document.blocks

    def rated(self, node: Node) -> bool:
        return is_rated(node, self._title)

    def runs(self) -> list[tuple[Node, list[Anchor]]]:
        """Each node that lists levels, with them."""
        found = []
        for node in self._outline.nodes:
            if node.part in (Part.STRONG, Part.QUESTIONS) and not self._may_rate(node):
                continue
            points = bool(dimension_title(node.title)[1]) and not time_in_title(node.title)
            hinted = self.rated(node) or node.part is Part.SCALE or points
            run = run_of(self._outline, node, self._tables, hinted=hinted)
            if not run and node.children:
                run = run_of(self._outline, node, self._tables, hinted=self._is_repeated(node))
            if run:
                found.append((node, run))
        return found

    def _may_rate(self, node: Node) -> bool:
        """Whether a question or a signal can have levels: among ratings, or in a row of its own."""
        kinds = {
            self._tables[block.table].kind for block in self._outline.own(node) if block.table >= 0
        }
        return self.rated(node) or TableKind.LEVEL_ROW in kinds

    def _is_repeated(self, node: Node) -> bool:
        """Whether the nodes beside it have the same sub-headings, points aside."""
        siblings = node.parent.children if node.parent else []
        rows = [tuple(_key(child.title) for child in each.children) for each in siblings]
        own = tuple(_key(child.title) for child in node.children)
        marks = [level_name(child.title) for child in node.children]
        told = any(name.mark >= 0 or name.rank >= 0 or name.band for name in marks)
        return told and len(own) >= 2 and rows.count(own) >= 2

    def sort(self, runs: Sequence[tuple[Node, list[Anchor]]], found: FoundRubric) -> None:
        """Tell the dimensions from the scales among the nodes with levels."""
        inner = {id(node): node for node, _ in runs}
        names = [folded(node.title) for node, _ in runs]
        bands = [_bands(run) for _, run in runs]
        for node, run in runs:
            repeated = names.count(folded(node.title)) > 1
            if owner := self._owner(node, repeated=repeated):
                title, aside = dimension_title(_without_minutes(owner))
                found.dimensions.append(
                    FoundDimension(owner.block, owner.line, title, tuple(run), aside)
                )
                continue
            below = any(id(each) in inner for each in node.walk())
            alike = bands.count(_bands(run)) > 1 and not below
            if not alike and self._is_scale(node, run, below):
                found.scales.append((node, tuple(run)))
                continue
            title, aside = dimension_title(node.title)
            text = self._about(node, run)
            found.dimensions.append(
                FoundDimension(node.block, node.line, title, tuple(run), aside, text)
            )

    def _owner(self, node: Node, *, repeated: bool) -> Node | None:
        """The section that is rated, where the levels stand under "Rating" or the like in it."""
        owner = node.parent
        if owner is None or owner.block < 0 or owner is self._title:
            return None
        if repeated:
            return owner
        general = _GENERAL.fullmatch(folded(node.title)) is not None
        return owner if general and Part.RUBRIC not in parts_of(owner.title) else None

    def _is_scale(self, node: Node, run: Sequence[Anchor], below: bool) -> bool:
        if node is self._title or below or node.part in (Part.SCALE, Part.TOTAL):
            return True
        if all(anchor.name.is_band for anchor in run) and not self._has_peers(node):
            return True
        general = Part.RUBRIC in parts_of(node.title) and not is_numbered(node.title)
        if not general:
            return False
        criteria = any(
            table.kind in (TableKind.LEVEL_COLUMNS, TableKind.CRITERIA, TableKind.CRITERION_COLUMNS)
            for table in self._tables.values()
        )
        return criteria or any(anchor.name.is_bare or not anchor.text for anchor in run)

    def _has_peers(self, node: Node) -> bool:
        siblings = node.parent.children if node.parent else []
        return self.rated(node) and len(siblings) > 1 and not node.is_label

    def _about(self, node: Node, run: Sequence[Anchor]) -> str:
        taken = {anchor.block for anchor in run}
        texts = [
            block.text
            for block in self._outline.own(node)
            if block.kind is BlockKind.PARAGRAPH and block.number not in taken
        ]
        return joined(texts)

    def nested(self) -> Iterator[FoundDimension]:
        """Items of a list with their levels as the items in them."""
        blocks = self._blocks
        for place, block in enumerate(blocks):
            if block.kind is not BlockKind.ITEM:
                continue
            inside = []
            for each in blocks[place + 1 :]:
                if each.kind is not BlockKind.ITEM or each.level <= block.level:
                    break
                inside.append(each)
            direct = [each for each in inside if each.level == block.level + 1]
            names = [level_name(split_level(each)[0]) for each in direct]
            hinted = self.rated(self._outline.home[place])
            sides = all(side_name(each) in self._outline.sides for each in direct)
            if len(direct) >= 2 and not sides and are_levels(names, hinted=hinted):
                title, aside = dimension_title(block.lead or block.text)
                anchors = [
                    Anchor(name, split_level(each)[1], each.number)
                    for name, each in zip(names, direct, strict=True)
                ]
                text = block.rest if block.lead else ""
                yield FoundDimension(block.number, block.line, title, tuple(anchors), aside, text)

    def tabled(self, table: Table) -> Iterator[FoundDimension]:
        """The dimensions that a table gives."""
        match table.kind:
            case TableKind.LEVEL_COLUMNS | TableKind.CRITERIA:
                yield from (self._row(table, row) for row in table.rows)
            case TableKind.CRITERION_COLUMNS:
                for column in range(1, len(table.head.cells)):
                    name = table.head.cells[column]
                    if name and part_of(name) is not Part.TOTAL:
                        names = dict(table.levels)
                        anchors = [
                            Anchor(names[row.number], row.cells[column], row.number)
                            for row in table.rows
                        ]
                        title, aside = dimension_title(name)
                        head = table.head
                        yield FoundDimension(
                            head.number, head.line, title, tuple(anchors), aside, column=column
                        )

    def _row(self, table: Table, row: Block) -> FoundDimension:
        title, aside = dimension_title(row.cells[table.title])
        columns = {column for column, _ in table.levels}
        anchors = [] if table.is_blank else [
            Anchor(name, "" if is_blank(row.cells[column]) else row.cells[column], row.number)
            for column, name in table.levels
        ]  # fmt: skip
        if table.levels and table.is_blank:
            anchors = [Anchor(name, "", row.number) for _, name in table.levels]
        others = [
            f"{table.head.cells[column]}: {cell}" if table.head.cells[column] else cell
            for column, cell in enumerate(row.cells)
            if column != table.title and column not in columns and not is_blank(cell)
        ]
        return FoundDimension(row.number, row.line, title, tuple(anchors), aside, joined(others))

    def find_legend(self, found: FoundRubric) -> None:
        """The levels that are told once, for dimensions that have none or numbers only."""
        bare = [each for each in found.dimensions if _wants_legend(each)]
        if not bare:
            return
        best: tuple[Node, tuple[Anchor, ...]] | None = None
        for node, run in found.scales:
            counted = all(anchor.name.mark >= 0 for anchor in run)
            fits = len(run) <= 6 and not all(anchor.name.band for anchor in run)
            if fits and (counted or not bare[0].anchors) and (best is None or counted):
                best = (node, run)
                break
        if best:
            found.legend_node, found.legend = best
            found.scales = [each for each in found.scales if each[0] is not best[0]]
            return
        found.legend = self._legend_in_a_line(found.rated)

    def _legend_in_a_line(self, rated: Sequence[Node]) -> tuple[Anchor, ...]:
        """Levels that a sentence names, among ratings or behind a label such as “Scoring:”."""
        among = [block for node in rated for block in self._outline.own(node)]
        labelled = [
            block
            for block in self._blocks
            if part_of(block.text.partition(":")[0]) in (Part.RUBRIC, Part.SCALE)
        ]
        for block in (*among, *labelled):
            if block.kind is BlockKind.PARAGRAPH and (pairs := inline_legend(block.text)):
                return tuple(_legend_anchor(mark, words) for mark, words in pairs)
        return ()


def _legend_anchor(mark: str, words: str) -> Anchor:
    """A level of a legend; a letter says nothing of its own, so it is named with its words."""
    return Anchor(level_name(mark if mark.isdigit() else f"{mark} - {words}"), words, -1)


def _wants_legend(dimension: FoundDimension) -> bool:
    names = [anchor.name for anchor in dimension.anchors]
    return all(name.is_bare for name in names)


def _bands(run: Sequence[Anchor]) -> tuple[str, ...]:
    """The ranges of points that a run names its levels by; those of one scale are alike."""
    return tuple(anchor.name.band for anchor in run if anchor.name.is_band) or (str(id(run)),)


def _key(title: str) -> str:
    name = level_name(title)
    return folded(name.words) or name.letter or f"{name.mark:g}"


def _without_repeats(found: Sequence[FoundDimension]) -> list[FoundDimension]:
    """Each dimension once: those with levels in words, before those with none of the same name.

    Where a rubric is told twice, in sections and in a sheet, the one that says more counts.
    """
    told = [each for each in found if any(anchor.text for anchor in each.anchors)]
    others = [each for each in found if each not in told]
    if told and others:
        others = []
    kept: dict[str, FoundDimension] = {}
    for each in (*told, *others):
        kept.setdefault(folded(each.title), each)
    return sorted(kept.values(), key=lambda each: (each.block, each.column))


def _chosen(
    found: Sequence[FoundDimension],
    outline: Outline,
    tables: Mapping[int, Table],
    chosen: Mapping[int, Role],
) -> list[FoundDimension]:
    """The dimensions as a person chose: some left out, some more, without the levels taken off."""
    kept = [each for each in found if chosen.get(each.block, Role.DIMENSION) is Role.DIMENSION]
    there = {each.block for each in kept}
    for number, role in chosen.items():
        if role is Role.DIMENSION and number not in there:
            kept.append(_forced(outline, tables, number))
    kept = [
        replace(
            each,
            anchors=tuple(
                anchor
                for anchor in each.anchors
                if anchor.block == each.block or chosen.get(anchor.block, Role.LEVEL) is Role.LEVEL
            ),
        )
        for each in kept
    ]
    return sorted(kept, key=lambda each: (each.block, each.column))


def _forced(outline: Outline, tables: Mapping[int, Table], number: int) -> FoundDimension:
    block = outline.document.blocks[number]
    node = outline.at.get(number)
    if node is not None:
        run = run_of(outline, node, tables, hinted=True)
        title, aside = dimension_title(node.title)
        return FoundDimension(number, block.line, title, tuple(run), aside)
    if block.kind is BlockKind.ROW:
        table = tables.get(block.table)
        if table and table.kind is TableKind.LEVEL_ROWS:
            return FoundDimension(number, block.line, block.cells[0], tuple(row_anchors(table)))
        title, aside = dimension_title(block.cells[0])
        return FoundDimension(number, block.line, title, (), aside, joined(block.cells[1:]))
    name, text = criterion(block) or (block.text, "")
    title, aside = dimension_title(name)
    return FoundDimension(number, block.line, title, (), aside, text)

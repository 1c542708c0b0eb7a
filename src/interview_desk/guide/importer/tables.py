"""What tables hold: an agenda, a rubric by column or by row, criteria, questions and signals."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum, auto

from interview_desk.guide.importer.document import Block
from interview_desk.guide.importer.durations import Time, time_in_title, time_of_cell
from interview_desk.guide.importer.level_names import LevelName, are_levels, level_name
from interview_desk.guide.importer.vocabulary import (
    CRITERION,
    DESCRIPTION,
    LEVEL_COLUMN,
    NOTES,
    WEIGHT,
    Part,
    folded,
    part_of,
)

_COUNT = re.compile(r"#?\s*\d{0,2}[.)]?|[A-Z]|nr\.?|no\.?|#|step|n[°º]", re.IGNORECASE)
_PEOPLE = re.compile(
    r"^(who|lead|owner|interviewer|person|speaker|panel member|led by|by|wer|qui|quien|quem|purpose"
    r"|goal|objective|notes?|ziel|objectif|objetivo|format|method|materials?)\b"
)
_BLANK = re.compile(r"[\s_.…☐□\[\]/–—-]*")


class TableKind(StrEnum):
    """What a table holds."""

    AGENDA = auto()
    LEVEL_COLUMNS = auto()
    LEVEL_ROWS = auto()
    LEVEL_ROW = auto()
    CRITERION_COLUMNS = auto()
    CRITERIA = auto()
    LISTS = auto()
    BANDS = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Table:
    """A table read: its rows without the head, and what its columns are.

    ``title`` is the column that names each row. ``levels`` are the columns, or for LEVEL_ROWS the
    rows, with their names. ``times`` are the times of the rows of an agenda, ``parts`` what other
    columns announce.
    """

    kind: TableKind
    head: Block
    rows: tuple[Block, ...]
    title: int = 0
    levels: tuple[tuple[int, LevelName], ...] = ()
    times: dict[int, Time] = field(default_factory=dict)
    time_column: int = -1
    parts: dict[int, Part] = field(default_factory=dict)

    @property
    def is_blank(self) -> bool:
        """Whether its level columns are a form to fill in."""
        columns = [column for column, _ in self.levels]
        return all(is_blank(row.cells[column]) for row in self.rows for column in columns)


def is_blank(cell: str) -> bool:
    """Whether a cell is empty or a place to write in."""
    return _BLANK.fullmatch(cell) is not None


def read_table(blocks: Sequence[Block], *, rated: bool) -> Table:
    """What a table holds; ``rated`` says that it stands where ratings are told of."""
    head, rows = blocks[0], tuple(blocks[1:])
    if not rows:
        return Table(TableKind.OTHER, head, rows)
    for read in (_agenda, _level_row, _level_columns, _level_rows, _criteria, _lists):
        if found := read(head, rows, rated):
            return found
    return Table(TableKind.OTHER, head, rows)


def _agenda(head: Block, rows: tuple[Block, ...], rated: bool) -> Table | None:
    if rated:
        return None
    for column, title in enumerate(head.cells):
        plain = folded(title)
        named = part_of(title) in (Part.TIME, Part.LENGTH) or re.search(
            r"\b(min(ute)?s?|minuten|minutos|time|zeit|temps|tiempo|tempo|duration|dauer)\b", plain
        )
        times = {row.number: _cell_time(row.cells[column], named=bool(named)) for row in rows}
        known = {place: time for place, time in times.items() if time is not None}
        if len(known) < 2 or len(known) < 0.6 * len(rows):
            continue
        shares = all(time.share is not None for time in known.values())
        if shares and not named:
            continue
        name = _name_column(head, rows, column)
        if name is None:
            continue
        timed = [row for row in rows if row.number in known and not _is_total(row.cells[name])]
        if len(timed) < 2:
            continue
        known = {row.number: known[row.number] for row in timed}
        return Table(TableKind.AGENDA, head, rows, name, times=known, time_column=column)
    return _agenda_in_names(head, rows)


def _cell_time(cell: str, *, named: bool) -> Time | None:
    time = time_of_cell(cell)
    return time if time is None or named or re.search(r"[^\d\s–-]", time.raw) else None


def _agenda_in_names(head: Block, rows: tuple[Block, ...]) -> Table | None:
    """An agenda whose times stand behind the names in the first column."""
    times = {row.number: time_in_title(row.cells[0]) for row in rows if row.cells[0]}
    known = {
        place: time
        for place, time in times.items()
        if time and time.rest and (time.minutes or time.is_clock)
    }
    if len(known) >= 2 and len(known) >= 0.6 * len(rows):
        return Table(TableKind.AGENDA, head, rows, 0, times=known, time_column=0)
    return None


def _name_column(head: Block, rows: tuple[Block, ...], without: int) -> int | None:
    def is_name(column: int) -> bool:
        cells = [row.cells[column] for row in rows]
        full = [cell for cell in cells if cell]
        return len(full) > len(rows) / 2 and not all(_COUNT.fullmatch(cell) for cell in full)

    columns = [c for c in range(len(head.cells)) if c != without and is_name(c)]
    fit = [c for c in columns if not _PEOPLE.match(folded(head.cells[c]))]
    return next(iter(fit or columns), None)


def _is_total(cell: str) -> bool:
    return part_of(cell) is Part.TOTAL or is_blank(cell)


def _level_columns(head: Block, rows: tuple[Block, ...], rated: bool) -> Table | None:
    names = [
        (column, level_name(cell))
        for column, cell in enumerate(head.cells)
        if column > 0 and cell and not _is_aside(cell)
    ]
    hinted = rated or CRITERION.match(folded(head.cells[0])) is not None
    if not are_levels([name for _, name in names], hinted=hinted):
        return None
    if all(name.is_band for _, name in names) and not hinted:
        return None
    first = [row.cells[0] for row in rows]
    column = 1 if all(_COUNT.fullmatch(cell) for cell in first) and names[0][0] > 1 else 0
    named = tuple(row for row in rows if not _is_total(row.cells[column]))
    if not named:
        return None
    return Table(TableKind.LEVEL_COLUMNS, head, named, column, levels=tuple(names))


def _level_row(head: Block, rows: tuple[Block, ...], _rated: bool) -> Table | None:
    """One row of anchors, under a head of nothing but levels: what is rated stands above it."""
    names = [level_name(cell) for cell in head.cells]
    one = len(rows) == 1 and all(rows[0].cells) and len(names) > 2
    if not one or not all(name.mark >= 0 or name.rank >= 0 for name in names):
        return None
    if not are_levels(names, hinted=True):
        return None
    return Table(TableKind.LEVEL_ROW, head, rows, -1, levels=tuple(enumerate(names)))


def _is_aside(cell: str) -> bool:
    """Whether a column is beside the levels: a weight, a place for notes, a definition."""
    plain = folded(cell)
    if part_of(cell) in (Part.STRONG, Part.RED_FLAGS, Part.QUESTIONS):
        return level_name(cell).mark < 0
    if level_name(cell).rank >= 0 and len(plain.split()) <= 3:
        return False
    aside = any(words.match(plain) for words in (WEIGHT, NOTES, DESCRIPTION))
    return aside or part_of(cell) is Part.TOTAL


def _level_rows(head: Block, rows: tuple[Block, ...], rated: bool) -> Table | None:
    cells = [row.cells[0] for row in rows]
    names = [level_name(cell) for cell in cells]
    level_head = LEVEL_COLUMN.match(folded(head.cells[0])) is not None
    if not are_levels(names, hinted=rated or level_head):
        return None
    if all(name.is_band for name in names):
        return Table(TableKind.BANDS, head, rows, levels=_numbered(rows, names))
    others = [folded(cell) for cell in head.cells[1:]]
    if not others:
        return None
    short = [row.cells[1] for row in rows]
    if len(others) > 1 and all(level_name(cell).rank >= 0 for cell in short if cell):
        names = [
            level_name(f"{row.cells[0]} - {row.cells[1]}") if row.cells[1] else name
            for row, name in zip(rows, names, strict=True)
        ]
        others = others[1:]
        if len(others) <= 1 or _describe(others):
            return Table(TableKind.LEVEL_ROWS, head, rows, 2, levels=_numbered(rows, names))
        return None
    if len(others) == 1 or _describe(others):
        return Table(TableKind.LEVEL_ROWS, head, rows, 1, levels=_numbered(rows, names))
    return Table(TableKind.CRITERION_COLUMNS, head, rows, levels=_numbered(rows, names))


def _describe(heads: Sequence[str]) -> bool:
    return any(DESCRIPTION.match(each) or NOTES.match(each) for each in heads)


def _numbered(
    rows: Sequence[Block], names: Sequence[LevelName]
) -> tuple[tuple[int, LevelName], ...]:
    return tuple((row.number, name) for row, name in zip(rows, names, strict=True))


def _criteria(head: Block, rows: tuple[Block, ...], rated: bool) -> Table | None:
    plain = [folded(cell) for cell in head.cells]
    weighed = any(WEIGHT.match(each) or NOTES.match(each) for each in plain[1:])
    named = next((c for c, each in enumerate(plain) if CRITERION.match(each)), None)
    if named is None and not (rated and weighed):
        return None
    if not rated and not weighed:
        return None
    column = named if named is not None else _name_column(head, rows, -1) or 0
    kept = tuple(row for row in rows if not _is_total(row.cells[column]))
    if len(kept) < 2 or any(len(row.cells[column].split()) > 14 for row in kept):
        return None
    return Table(TableKind.CRITERIA, head, kept, column)


def _lists(head: Block, rows: tuple[Block, ...], rated: bool) -> Table | None:
    """A table whose columns are questions, signals or the like."""
    wanted = (Part.STRONG, Part.RED_FLAGS, Part.QUESTIONS, Part.DISQUALIFIERS)
    parts = {c: part for c, cell in enumerate(head.cells) if (part := part_of(cell)) in wanted}
    if not parts or rated:
        return None
    return Table(TableKind.LISTS, head, rows, parts={c: part for c, part in parts.items() if part})

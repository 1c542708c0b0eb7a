"""What to talk about in a row: the first thing that fits, or nothing."""

from collections.abc import Iterator, Sequence

from interview_desk.interview.evidence import Evidence
from interview_desk.interview.note_kinds import NoteKind
from interview_desk.panel.people import Person, listed, subjects
from interview_desk.panel.rows import TWICE, rated_twice, rubric
from interview_desk.panel.table import (
    SPREADS,
    Cell,
    CellState,
    Column,
    Row,
    RowKind,
    ScaleMatch,
)
from interview_desk.words import minutes

Pair = tuple[Column, Cell]


def talk_about(columns: Sequence[Column], row: Row) -> str:
    """The first line that fits. Ratings one step apart alone get none."""
    pairs = [
        (column, cell)
        for column, cell in zip(columns, row.cells, strict=True)
        if cell.state is not CellState.HIDDEN and column.counts
    ]
    if row.kind is RowKind.DISQUALIFIER:
        return _observed(pairs)
    if len({column.person for column in columns}) < 2:
        return ""
    return next(filter(None, _lines(pairs, row)), "")


def _lines(pairs: Sequence[Pair], row: Row) -> Iterator[str]:
    yield _far_apart(pairs, row)
    yield _twice(pairs)
    yield _other_texts(pairs)
    yield _thin(pairs)
    yield _not_covered(pairs, row)
    yield _one_concern(pairs, row)


def _observed(pairs: Sequence[Pair]) -> str:
    seen = [column.person for column, cell in pairs if cell.state is CellState.OBSERVED]
    return f"{listed(subjects(seen))} saw it. Talk about it first" if seen else ""


def _far_apart(pairs: Sequence[Pair], row: Row) -> str:
    heights = row.unit.heights
    if len(heights) < 2 or max(heights.values()) - min(heights.values()) < 2:
        return ""
    low, high = min(heights.values()), max(heights.values())
    concern = _to_read(*_first(pairs, row, low), NoteKind.CONCERN)
    strength = _to_read(*_first(pairs, row, high), NoteKind.STRENGTH)
    return f"{SPREADS[high - low].capitalize()} apart. Read {concern} against {strength}"


def _first(pairs: Sequence[Pair], row: Row, height: int) -> Pair:
    """Of who rated so high, and counts."""
    return next(
        (column, cell)
        for column, cell in pairs
        if cell.is_comparable
        and cell.height == height
        and row.unit.heights.get(column.person.key) == height
    )


def _to_read(column: Column, cell: Cell, kind: NoteKind) -> str:
    person, piece = column.person, cell.first(kind)
    if piece is not None:
        return person.at(minutes(piece.elapsed_ms))
    return person.owns("reason" if cell.reason.strip() else "rating")


def _twice(pairs: Sequence[Pair]) -> str:
    columns, cells = [column for column, _ in pairs], [cell for _, cell in pairs]
    found = rated_twice(columns, cells)
    return f"{listed(subjects(found))} {TWICE}" if found else ""


def _other_texts(pairs: Sequence[Pair]) -> str:
    odd = {cell.match for _, cell in pairs if cell.state is CellState.RATED}
    if ScaleMatch.OTHER_LEVELS in odd:
        return "Different scales. Compare what the levels say"
    return "The level texts differ. Read them first" if ScaleMatch.OTHER_TEXTS in odd else ""


def _thin(pairs: Sequence[Pair]) -> str:
    thin = [(c, cell) for c, cell in pairs if cell.is_comparable and len(cell.evidence) < 2]
    if not thin:
        return ""
    amounts = {len(cell.evidence) for _, cell in thin}
    on = "no evidence" if amounts == {0} else "one piece of evidence"
    who = listed(subjects(column.person for column, _ in thin))
    return f"{who} rated on {on}{' or none' if len(amounts) == 2 else ''}"


def _not_covered(pairs: Sequence[Pair], row: Row) -> str:
    having = {c.person.key for c, cell in pairs if cell.state is not CellState.NOT_IN_GUIDE}
    if not row.unit.not_enough or 2 * len(row.unit.not_enough) < len(having):
        return ""
    probe = next(filter(None, (_probe(column, row) for column, _ in pairs)), "")
    return f"Not covered: ask next round{f'. “{probe}”' if probe else ''}"


def _probe(column: Column, row: Row) -> str:
    """What the guide asks in a phase that speaks for the dimension."""
    dimension = rubric(column.interview.guide).get(row.key)
    for phase in column.interview.guide.phases:
        if dimension is None or dimension.number not in phase.dimensions:
            continue
        asked = [probe for area in phase.areas for probe in area.probes] or [*phase.prompts]
        if asked:
            return asked[0].text
    return ""


def _one_concern(pairs: Sequence[Pair], row: Row) -> str:
    if row.spread != SPREADS[0]:
        return ""
    noted: dict[Person, Evidence] = {}
    for column, cell in pairs:
        piece = cell.first(NoteKind.CONCERN)
        if piece is not None:
            noted.setdefault(column.person, piece)
    if len(noted) != 1:
        return ""
    ((person, piece),) = noted.items()
    level = next(cell.level for _, cell in pairs if cell.is_comparable)
    return f"All {level}. {person.subject} noted a concern at {minutes(piece.elapsed_ms)}"

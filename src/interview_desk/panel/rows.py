"""The rows of a panel's table: what each packet says of a disqualifier or dimension."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from interview_desk.guide.model import Dimension, Guide, Indicator
from interview_desk.interview.concerns import Finding, finding
from interview_desk.interview.evidence import Evidence, evidence_for, sighting_evidence
from interview_desk.interview.folded_text import folded
from interview_desk.interview.interview import Interview
from interview_desk.panel.agreement import Unit
from interview_desk.panel.people import Person
from interview_desk.panel.table import (
    NOBODY_RATED,
    ONE_RATED,
    OTHER_SCALES,
    SPREADS,
    Cell,
    CellState,
    Column,
    Row,
    RowKind,
    ScaleMatch,
)

_FOUND = {
    Finding.OBSERVED: CellState.OBSERVED,
    Finding.NOT_OBSERVED: CellState.NOT_OBSERVED,
    Finding.NOT_LOOKED_AT: CellState.NOT_LOOKED_AT,
}
TWICE = "rated twice, differently"
_Levels = tuple[tuple[str, str], ...]


def all_rows(columns: Sequence[Column], *, with_private: bool) -> tuple[Row, ...]:
    """Disqualifiers, then dimensions, then those that only one person's guide has."""
    rows = [*_disqualifiers(columns), *_dimensions(columns, with_private=with_private)]
    return tuple(sorted(rows, key=lambda row: row.kind.value))


# Disqualifiers


def _disqualifiers(columns: Sequence[Column]) -> Iterator[Row]:
    found = [{folded(each.text): each for each in _guide(c).disqualifiers} for c in columns]
    for key in dict.fromkeys(chain.from_iterable(found)):
        indicators = [each.get(key) for each in found]
        title = next(each.brief for each in indicators if each is not None)
        cells = tuple(map(_concern_cell, columns, indicators))
        yield Row(key, RowKind.DISQUALIFIER, title, cells, Unit({}))


def _concern_cell(column: Column, concern: Indicator | None) -> Cell:
    if concern is None:
        return Cell(CellState.NOT_IN_GUIDE)
    if not column.packet.is_open:
        return Cell(CellState.HIDDEN)
    interview = column.interview
    review = interview.review(concern.key)
    seen = tuple(sighting_evidence(interview, each) for each in interview.seen(concern.key))
    state, remark = _FOUND[finding(interview, concern)], review.remark if review else ""
    return Cell(state, reason=remark, evidence=seen, is_draft=not column.counts)


# Dimensions


def _dimensions(columns: Sequence[Column], *, with_private: bool) -> Iterator[Row]:
    rubrics = [rubric(_guide(column)) for column in columns]
    people = {column.person for column in columns}
    for key in dict.fromkeys(chain.from_iterable(rubrics)):
        dimensions = [each.get(key) for each in rubrics]
        title = next(each.title for each in dimensions if each is not None)
        cells = _cells(columns, dimensions, with_private=with_private)
        having = [c.person for c, each in zip(columns, dimensions, strict=True) if each]
        alone = having[0] if len(people) > 1 and len({*having}) == 1 else None
        kind = RowKind.ONLY_IN_ONE if alone else RowKind.DIMENSION
        unit = _unit(columns, cells)
        yield Row(key, kind, title, cells, unit, spread(columns, cells, unit), only_in=alone)


def rubric(guide: Guide) -> dict[str, Dimension]:
    """The dimensions by what they are called, whatever their numbers are."""
    found: dict[str, Dimension] = {}
    for each in guide.dimensions:
        key, again = folded(each.title), 2
        while key in found:
            key, again = f"{folded(each.title)} ({again})", again + 1
        found[key] = each
    return found


def _cells(
    columns: Sequence[Column], dimensions: Sequence[Dimension | None], *, with_private: bool
) -> tuple[Cell, ...]:
    scales = [_levels(each) for each in dimensions if each is not None]
    # That of most, of two as common that of whoever stands first.
    usual = Counter(scales).most_common(1)[0][0]
    return tuple(
        _cell(column, each, usual, with_private=with_private)
        for column, each in zip(columns, dimensions, strict=True)
    )


def cell_of(column: Column, key: str) -> Cell:
    """What a packet beside those of the table says of the row with that key."""
    dimension = rubric(_guide(column)).get(key)
    usual = _levels(dimension) if dimension is not None else ()
    return _cell(column, dimension, usual, with_private=False)


def _levels(dimension: Dimension) -> _Levels:
    return tuple((each.name, " ".join(each.text.split())) for each in dimension.levels)


def _match(levels: _Levels, usual: _Levels) -> ScaleMatch:
    if levels == usual:
        return ScaleMatch.SAME
    names, others = [name for name, _ in levels], [name for name, _ in usual]
    return ScaleMatch.OTHER_TEXTS if names == others else ScaleMatch.OTHER_LEVELS


def _cell(
    column: Column, dimension: Dimension | None, usual: _Levels, *, with_private: bool
) -> Cell:
    if dimension is None:
        return Cell(CellState.NOT_IN_GUIDE)
    if not column.packet.is_open:
        return Cell(CellState.HIDDEN)
    interview = column.interview
    rating = interview.rating(dimension.number)
    meaning = next((each.text for each in dimension.levels if each.name == rating.level), "")
    found = evidence_for(interview, dimension.number)
    return Cell(
        _state(rating.level, not_enough=rating.not_enough),
        rating.level,
        dimension.height(rating.level),
        len(dimension.levels),
        meaning,
        rating.reason,
        found if with_private else _for_all(found),
        amended(interview, dimension),
        _match(_levels(dimension), usual),
        not column.counts,
    )


def _state(level: str, *, not_enough: bool) -> CellState:
    if not_enough:
        return CellState.NOT_ENOUGH
    return CellState.RATED if level else CellState.NOT_RATED


def _for_all(found: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(each for each in found if each.may_be_cited)


def amended(interview: Interview, dimension: Dimension) -> str:
    """How the rating was changed after it was finished, from what to what, and why."""
    lead = f"{dimension.title}: "
    return "; ".join(
        f"{part.removeprefix(lead)} ({each.reason})"
        for each in interview.amendments
        for part in each.what.split("; ")
        if part.startswith(lead) and "→" in part
    )


# Pairs and spread


def _unit(columns: Sequence[Column], cells: Sequence[Cell]) -> Unit:
    """The heights by person; of who rated twice only where both are the same."""
    given = _heights(columns, cells)
    heights = {person.key: found.pop() for person, found in given.items() if len(found) == 1}
    lacking = {
        column.person.key
        for column, cell in zip(columns, cells, strict=True)
        if cell.state is CellState.NOT_ENOUGH and column.counts
    }
    return Unit(heights, frozenset(lacking - {person.key for person in given}))


def _heights(columns: Sequence[Column], cells: Sequence[Cell]) -> dict[Person, set[int]]:
    found: dict[Person, set[int]] = {}
    for column, cell in zip(columns, cells, strict=True):
        if cell.is_comparable:
            found.setdefault(column.person, set()).add(cell.height)
    return found


def spread(columns: Sequence[Column], cells: Sequence[Cell], unit: Unit) -> str:
    """How far the comparable ratings lie apart, in words."""
    heights = [*unit.heights.values()]
    if len(heights) > 1:
        return SPREADS[max(heights) - min(heights)]
    rated = {c.person for c, cell in zip(columns, cells, strict=True) if _is_rated(cell)}
    if len(rated) > 1:
        return TWICE if rated_twice(columns, cells) else OTHER_SCALES
    if rated:
        return TWICE if rated_twice(columns, cells) else ONE_RATED
    return NOBODY_RATED


def rated_twice(columns: Sequence[Column], cells: Sequence[Cell]) -> list[Person]:
    """Who rated it in two interviews, and not the same."""
    return [who for who, heights in _heights(columns, cells).items() if len(heights) > 1]


def _is_rated(cell: Cell) -> bool:
    return cell.state is CellState.RATED and not cell.is_draft


def _guide(column: Column) -> Guide:
    return column.interview.guide

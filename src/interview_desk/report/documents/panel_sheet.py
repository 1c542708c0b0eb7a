"""The sheet of a panel: several interviewers' ratings of one candidate, and what to talk about.

It names packets by their ids and seals and carries none of them. Nothing in it is added up.
"""

from collections.abc import Iterator, Mapping
from datetime import tzinfo

from interview_desk.interview.summary import UNNAMED
from interview_desk.panel.case_mark import mark_of
from interview_desk.panel.comparison import people
from interview_desk.panel.table import OUTCOME, Cell, CellState, Column, Comparison, Row, Seen
from interview_desk.report.document import (
    Block,
    Document,
    Entries,
    Entry,
    Fact,
    Facts,
    Grid,
    Prose,
    Section,
)
from interview_desk.report.sections.dates import dated_ms, held
from interview_desk.report.sections.head import CONFIDENTIAL, PRODUCT
from interview_desk.words import count, day, minutes

HEADING, OF_CASE = "Panel sheet", "Calibration sheet"
READER = "Made by someone who did not interview this candidate."


def panel_sheet(
    comparison: Comparison,
    zone: tzinfo | None = None,
    agreed: Mapping[str, str] | None = None,
) -> Document:
    """What a comparison made for paper says, whatever form it is given.

    ``agreed`` is what was agreed, with its day, by the keys of the rows, and under `OUTCOME`
    what came of it.
    """
    return Document(
        kind=OF_CASE if comparison.is_case else HEADING,
        name=comparison.candidate.strip() or UNNAMED,
        author=PRODUCT,
        verdict=None,
        notice=" ".join(comparison.remarks),
        facts=_facts(comparison),
        sections=tuple(_sections(comparison, zone, agreed or {})),
        closing=CONFIDENTIAL,
        dated_ms=max(dated_ms(column.interview) for column in comparison.columns),
    )


def _facts(comparison: Comparison) -> Facts:
    interviewers = ", ".join(person.name for person in people(comparison))
    if comparison.is_case:
        answers = count(sum(not c.is_reference for c in comparison.columns), "answer")
        return Facts((Fact("Compared", answers), Fact("Rated by", interviewers, wide=True)))
    packets = count(len(comparison.columns), "packet")
    return Facts(
        (
            Fact("Role", comparison.role.strip() or "Not given"),
            Fact("Compared", packets),
            Fact("Interviewers", interviewers, wide=True),
        )
    )


def _sections(
    comparison: Comparison, zone: tzinfo | None, agreed: Mapping[str, str]
) -> Iterator[Section]:
    yield Section("Side by side", tuple(_table(comparison)))
    if lines := [
        Entry("", None, f"{row.title}: {row.talk}") for row in comparison.rows if row.talk
    ]:
        yield Section("To talk about", (Entries(tuple(lines)),))
    if comparison.seen_by_one:
        seen = tuple(map(_seen, comparison.seen_by_one))
        yield Section("Seen by one only", (Entries(seen),))
    parts = [part for row in comparison.rows if (part := _evidence(comparison, row)) is not None]
    if parts:
        yield Section("Reasons and evidence", parts=tuple(parts), new_page=True)
    if not comparison.is_case:
        yield _recommendations(comparison)
    yield from _agreed(comparison, agreed)
    yield _packets(comparison, zone)


def _agreed(comparison: Comparison, agreed: Mapping[str, str]) -> Iterator[Section]:
    if facts := [
        Fact(row.title, agreed[row.key], wide=True) for row in comparison.rows if row.key in agreed
    ]:
        yield Section(comparison.agreed_title, (Facts(tuple(facts)),))
    if OUTCOME in agreed:
        yield Section(comparison.outcome_title, (Prose(agreed[OUTCOME]),))


def _table(comparison: Comparison) -> Iterator[Block]:
    head = ("", *(column.heading for column in comparison.columns), "Spread")
    rows = [
        (row.heading, *(_words(cell) for cell in row.cells), row.spread or "–")
        for row in comparison.rows
        if not row.is_clear
    ]
    if rows:
        yield Grid(head, tuple(rows), figures=False)
    clear = sum(row.is_clear for row in comparison.rows)
    if clear:
        yield Prose(f"{count(clear, 'disqualifier')} that nobody observed.", quiet=True)
    yield Prose(comparison.foot, quiet=True)
    if comparison.advice:
        yield Prose(comparison.advice, quiet=True)


def _words(cell: Cell) -> str:
    asides = [cell.pieces, cell.match.value.lower(), "draft" if cell.is_draft else ""]
    asides.append("amended" if cell.amended else "")
    return ", ".join(filter(None, (cell.words, *asides)))


def _seen(seen: Seen) -> Entry:
    aside = ", ".join(filter(None, (seen.person.name, seen.about, seen.phase)))
    return Entry(seen.time, seen.kind, seen.text, aside)


def _evidence(comparison: Comparison, row: Row) -> Section | None:
    """What each rating stands on: the evidence only where there is something to talk about."""
    blocks: list[Block] = []
    for column, cell in zip(comparison.columns, row.cells, strict=True):
        blocks += _of_cell(column, cell, whole=bool(row.talk))
    return Section(row.title, tuple(blocks)) if blocks else None


def _of_cell(column: Column, cell: Cell, *, whole: bool) -> Iterator[Block]:
    told = [f"{cell.words}: {cell.meaning}" if cell.meaning else cell.words]
    told += [cell.reason.strip()] if cell.reason.strip() else []
    told += [f"Amended: {cell.amended}."] if cell.amended else []
    has_words = len(told) > 1 or (whole and cell.state in (CellState.RATED, CellState.NOT_ENOUGH))
    pieces = cell.evidence if whole else ()
    if not has_words and not pieces:
        return
    yield Facts((Fact(column.heading, "\n".join(told), wide=True),))
    if pieces:
        yield Entries(
            tuple(
                Entry(
                    minutes(each.elapsed_ms),
                    each.kind,
                    each.indicator.brief if each.indicator is not None else each.text,
                    each.indicator.kind.value if each.indicator is not None else "",
                )
                for each in pieces
            )
        )


def _recommendations(comparison: Comparison) -> Section:
    given = tuple(
        Fact(column.heading, words, wide=True)
        for column, words in zip(comparison.columns, comparison.recommendations, strict=True)
        if words
    )
    block: Block = Facts(given) if given else Prose("None was given.", quiet=True)
    return Section("Recommendations", (block,))


def _packets(comparison: Comparison, zone: tzinfo | None) -> Section:
    """Whose, which, and whether they are as they were written."""
    facts = tuple(
        Fact(column.heading, "\n".join(_packet(column, zone)), wide=True)
        for column in comparison.columns
        if not column.is_reference
    )
    blocks: tuple[Block, ...] = (Facts(facts),)
    if not (comparison.is_case or any(column.packet.is_own for column in comparison.columns)):
        blocks = (*blocks, Prose(READER, quiet=True))
    return Section("Answers" if comparison.is_case else "Packets", blocks)


def _packet(column: Column, zone: tzinfo | None) -> Iterator[str]:
    if mark_of(column.interview) is not None:
        yield f"Rated {day(dated_ms(column.interview), zone)}"
    else:
        yield f"Held {held(column.interview, zone)}"
    yield f"Guide: {column.interview.guide.title}"
    yield f"Id {column.interview.uid}"
    if column.packet.sum:
        yield f"Seal {column.packet.sum}"
    yield from (f"{each}." for each in column.remarks)

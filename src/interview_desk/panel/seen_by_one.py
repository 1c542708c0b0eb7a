"""What one person saw and no other did: groups pass over that most easily."""

from collections.abc import Iterator, Sequence

from interview_desk.guide.model import Indicator
from interview_desk.interview.evidence import (
    Evidence,
    evidence_for,
    note_evidence,
    sighting_evidence,
)
from interview_desk.interview.folded_text import folded
from interview_desk.interview.note_kinds import NoteKind
from interview_desk.panel.people import Person
from interview_desk.panel.rows import rubric
from interview_desk.panel.table import Column, Seen
from interview_desk.words import minutes

_TOLD = (NoteKind.STRENGTH, NoteKind.CONCERN)


def seen_by_one(columns: Sequence[Column], *, with_private: bool) -> tuple[Seen, ...]:
    """Indicators that one person saw, then strengths and concerns that one alone noted.

    A note is alone where nobody else noted or saw one of its kind for the same dimension. Only
    of those whose ratings are shown; nothing where that is one person.
    """
    shown = [column for column in columns if column.counts]
    if len({column.person for column in shown}) < 2:
        return ()
    return (*_indicators(shown), *_notes(shown, with_private=with_private))


def _indicators(columns: Sequence[Column]) -> Iterator[Seen]:
    """Only where another's guide has the same indicator, and so they could have seen it."""
    seen: dict[str, list[tuple[Column, Indicator]]] = {}
    known: dict[str, set[Person]] = {}
    for column in columns:
        for indicator in column.interview.guide.indicators.values():
            key = folded(indicator.text)
            known.setdefault(key, set()).add(column.person)
            if column.interview.seen(indicator.key):
                seen.setdefault(key, []).append((column, indicator))
    for key, found in seen.items():
        if len({column.person for column, _ in found}) > 1 or len(known[key]) < 2:
            continue
        column, indicator = found[0]
        piece = sighting_evidence(column.interview, column.interview.seen(indicator.key)[0])
        yield _seen(column, piece, indicator.kind.value)


def _notes(columns: Sequence[Column], *, with_private: bool) -> Iterator[Seen]:
    told: dict[tuple[str, NoteKind], set[Person]] = {}
    for column in columns:
        for key, kind in _spoken_for(column):
            told.setdefault((key, kind), set()).add(column.person)
    for column in columns:
        names = {each.number: key for key, each in rubric(column.interview.guide).items()}
        for note in column.interview.notes:
            alone = [
                column.interview.guide.dimension(number).title
                for number in note.dimensions
                if told.get((names[number], note.kind)) == {column.person}
            ]
            if alone and (with_private or not note.private):
                yield _seen(column, note_evidence(column.interview, note), ", ".join(alone))


def _spoken_for(column: Column) -> Iterator[tuple[str, NoteKind]]:
    """The dimensions of which the packet tells a strength or a concern, seen or noted."""
    interview = column.interview
    for key, dimension in rubric(interview.guide).items():
        for piece in evidence_for(interview, dimension.number):
            if piece.kind in _TOLD:
                yield key, piece.kind


def _seen(column: Column, piece: Evidence, about: str) -> Seen:
    guide = column.interview.guide
    phase = guide.phase(piece.phase).title if piece.phase else ""
    text = piece.text if piece.indicator is None else piece.indicator.brief
    private = piece.note is not None and piece.note.private
    return Seen(column.person, minutes(piece.elapsed_ms), phase, piece.kind, text, about, private)

"""What a search has found, as lines: plain values, ready to be painted or read aloud."""

from collections.abc import Iterator
from datetime import tzinfo
from typing import NamedTuple

from interview_desk.interview.summary import UNNAMED
from interview_desk.store.search import HIT_END, HIT_START, Hit, Where
from interview_desk.words import day

_LEAD = 28  # characters that may stand before the first match


class Run(NamedTuple):
    """A run of a text; ``hit`` where it is what was looked for."""

    text: str
    hit: bool = False


class HitLine(NamedTuple):
    """One place found: whose, when, where in the interview, and the words around it."""

    hit: Hit
    when: str
    candidate: tuple[Run, ...]
    label: str
    words: tuple[Run, ...]
    named: bool = True

    def told(self) -> str:
        """The whole line in words."""
        parts = (_plain(self.candidate), self.when, self.label, _plain(self.words))
        return ", ".join(part for part in parts if part)


def hit_line(hit: Hit, zone: tzinfo | None) -> HitLine:
    """The line of one place found."""
    runs = tuple(runs_of(hit.snippet))
    named = hit.where is Where.CANDIDATE
    return HitLine(
        hit,
        day(hit.created_ms, zone),
        runs if named else (Run(" ".join(hit.candidate.split()) or UNNAMED),),
        "" if named else hit.where.capitalize(),
        () if named else from_first_hit(runs),
        named=bool(hit.candidate.strip()),
    )


def runs_of(snippet: str) -> Iterator[Run]:
    """The runs of a snippet, its marks taken out and all its white space made single."""
    text = " ".join(snippet.split())
    for piece in text.split(HIT_START):
        found, mark, rest = piece.partition(HIT_END)
        if mark:
            yield Run(found, hit=True)
            if rest:
                yield Run(rest)
        elif piece:
            yield Run(piece)


def from_first_hit(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs with so little before the first match that the match is in sight."""
    if len(runs) < 2 or runs[0].hit or len(runs[0].text) <= _LEAD:
        return runs
    tail = runs[0].text[-_LEAD:]
    return (Run(f"…{tail.partition(' ')[2] or tail}"), *runs[1:])


def _plain(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)

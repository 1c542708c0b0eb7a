"""The mistakes interviewers make, why they matter and how to avoid them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from interview_desk.guide.model import Pitfall
from interview_desk.guide.parse.inline import quoted
from interview_desk.guide.parse.labels import PitfallLabel, pitfall_label
from interview_desk.guide.parse.parts import Part

_NUMBER = re.compile(
    r"(?:pitfall|mistake)\s*\d*\s*[:：.)\-–—]\s*|\d{1,2}\s*[:.)]\s*", re.IGNORECASE
)


def read_pitfalls(sections: Sequence[Sequence[Part]]) -> tuple[Pitfall, ...]:
    """The pitfalls under these headings: one a sub-heading, or one an item of a list."""
    return tuple(pitfall for parts in sections for pitfall in _pitfalls(parts))


def follow_ups(pitfalls: Sequence[Pitfall]) -> tuple[str, ...]:
    """The questions that the advice quotes, for the phase that goes deep."""
    advice = (text for pitfall in pitfalls for text in pitfall.how)
    return tuple(quote for text in advice for quote in quoted(text) if quote.endswith(("?", "？")))


@dataclass(slots=True)
class _Draft:
    title: str
    why: list[str] = field(default_factory=list)
    how: list[str] = field(default_factory=list)


def _pitfalls(parts: Sequence[Part]) -> Iterator[Pitfall]:
    heading, *under = parts
    for item in heading.take_items():
        lead, rest = item.words.lead, item.rest
        yield Pitfall(_title(lead), rest) if lead and rest else Pitfall(_title(item.text))
    by_heading = any(part.is_heading for part in under)
    draft: _Draft | None = None
    for part in under:
        label = pitfall_label(part.title)
        if label is None and by_heading and not part.is_heading:
            continue  # A label of the author's own is no pitfall; it stays for reading.
        if label is None:
            yield from _finished(draft)
            draft = _Draft(part.hold(_title(part.title)), why=part.take_prose())
            draft.how.extend(item.text for item in part.take_items())
        elif draft is not None:
            (draft.why if label is PitfallLabel.WHY else draft.how).extend(part.take_all())
    yield from _finished(draft)


def _finished(draft: _Draft | None) -> Iterator[Pitfall]:
    if draft is not None:
        yield Pitfall(draft.title, " ".join(draft.why), tuple(draft.how))


def _title(text: str) -> str:
    number = _NUMBER.match(text)
    return (text[number.end() :] if number else text).strip() or text

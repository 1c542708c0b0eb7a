"""The sections that are lists: checklists, questions, concerns, expectations, pitfalls, advice."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from interview_desk.guide.model import (
    ChecklistItem,
    ExpectationGroup,
    Indicator,
    IndicatorKind,
    Pitfall,
    QuestionBank,
    Topic,
)
from interview_desk.guide.parse.labels import PitfallLabel, forbids, pitfall_label, topic_of
from interview_desk.guide.parse.parts import Behaviour, Item, Part
from interview_desk.guide.parse.phases import questions
from interview_desk.guide.parse.tokens import quoted, unquoted

Sections = Sequence[Sequence[Part]]
"""Each section as its heading's part and the parts under it."""
_NUMBER = re.compile(
    r"(?:pitfall|mistake)\s*\d*\s*[:：.)\-–—]\s*|\d{1,2}\s*[:.)]\s*", re.IGNORECASE
)


def lists_of(sections: Sections) -> list[Part]:
    """The parts of these sections that have a list."""
    return [part for parts in sections for part in parts if part.items]


def items_of(sections: Sections) -> list[Item]:
    """The items of all lists in these sections."""
    return [item for part in lists_of(sections) for item in part.take_items()]


def texts_of(sections: Sections) -> tuple[str, ...]:
    """The texts of all lists in these sections."""
    return tuple(item.text for item in items_of(sections))


def checklist(name: str, sections: Sections) -> tuple[ChecklistItem, ...]:
    """The items of a checklist; ``name`` opens their keys."""
    texts = enumerate(texts_of(sections), start=1)
    return tuple(ChecklistItem(f"{name}.{count}", text) for count, text in texts)


def question_banks(sections: Sections) -> tuple[QuestionBank, ...]:
    """A bank for each heading that has a list under it."""
    found = (part for part in lists_of(sections) if not forbids(part.title))
    return tuple(
        QuestionBank(
            part.hold(), questions(f"q{count}.", [unquoted(i.text) for i in part.take_items()])
        )
        for count, part in enumerate(found, start=1)
    )


def expectations(sections: Sections) -> tuple[ExpectationGroup, ...]:
    """A group for each heading that has a list under it."""
    return tuple(
        ExpectationGroup(part.hold(), tuple(item.text for item in part.take_items()))
        for part in lists_of(sections)
    )


def concerns(sections: Sections) -> tuple[tuple[Indicator, ...], tuple[Indicator, ...]]:
    """Disqualifiers and warning signs.

    A list belongs to the nearest heading or label before it that names either; under "Red
    flags" alone it holds warning signs, the milder of the two.
    """
    disqualifiers: list[Behaviour] = []
    warning_signs: list[Behaviour] = []
    for parts in sections:
        kind: Topic | None = None
        for part in parts:
            topic = topic_of(part.title)
            kind = topic if topic in (Topic.DISQUALIFIERS, Topic.WARNING_SIGNS) else kind
            target = disqualifiers if kind is Topic.DISQUALIFIERS else warning_signs
            if part.items:
                target.extend(part.take_behaviours())
    return (
        _indicators("d", IndicatorKind.DISQUALIFIER, disqualifiers),
        _indicators("w", IndicatorKind.WARNING_SIGN, warning_signs),
    )


def _indicators(
    letter: str, kind: IndicatorKind, found: Sequence[Behaviour]
) -> tuple[Indicator, ...]:
    return tuple(
        Indicator(f"{letter}{count}", kind, each.text, short=each.short, example=each.example)
        for count, each in enumerate(found, start=1)
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

"""The sections that are lists: checklists, question banks, concerns, expectations, advice."""

from collections.abc import Sequence

from interview_desk.guide.model import (
    ChecklistItem,
    ExpectationGroup,
    Indicator,
    IndicatorKind,
    QuestionBank,
)
from interview_desk.guide.parse.inline import unquoted
from interview_desk.guide.parse.labels import Topic, forbids, topic_of
from interview_desk.guide.parse.parts import Item, Part
from interview_desk.guide.parse.phases import questions

Sections = Sequence[Sequence[Part]]
"""Each section as its heading's part and the parts under it."""


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
    disqualifiers: list[str] = []
    warning_signs: list[str] = []
    for parts in sections:
        kind: Topic | None = None
        for part in parts:
            topic = topic_of(part.title)
            kind = topic if topic in (Topic.DISQUALIFIERS, Topic.WARNING_SIGNS) else kind
            target = disqualifiers if kind is Topic.DISQUALIFIERS else warning_signs
            if part.items:
                target.extend(item.text for item in part.take_items())
    return (
        _indicators("d", IndicatorKind.DISQUALIFIER, disqualifiers),
        _indicators("w", IndicatorKind.WARNING_SIGN, warning_signs),
    )


def _indicators(letter: str, kind: IndicatorKind, texts: Sequence[str]) -> tuple[Indicator, ...]:
    return tuple(
        Indicator(f"{letter}{count}", kind, text) for count, text in enumerate(texts, start=1)
    )

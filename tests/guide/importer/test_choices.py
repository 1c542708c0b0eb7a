"""A person gives blocks other roles: the guide follows, and nothing else moves."""

import pytest

from interview_desk.guide.importer.proposal import Choices, Proposal, propose
from interview_desk.guide.importer.reading import read_text
from interview_desk.guide.importer.roles import Role
from interview_desk.guide.parse.reader import read_guide

TEXT = """\
# Interview with a gardener

## Hello (5 minutes)

Show the candidate the greenhouse.

- Where did you learn?

## Roses (10 minutes)

What to look for:

- Cuts above a bud
- Cleans the blade

## Debrief (10 minutes)

- Compare notes

## Judging

### Care

- Good: sees thirst
- Poor: waters all

### Pace

- Good: steady
- Poor: hasty
"""


def place(start: str) -> int:
    return next(b.number for b in DOCUMENT.blocks if b.text.startswith(start))


DOCUMENT = read_text(TEXT, "gardener.md")
PLAIN = Choices()


def with_role(start: str, role: Role | None, choices: Choices = PLAIN) -> Choices:
    return choices.with_role((place(start),), role)


def phases(found: Proposal) -> list[str]:
    return [phase.title for phase in found.draft.phases]


def test_nothing_chosen() -> None:
    found = propose(DOCUMENT)
    assert phases(found) == ["Hello", "Roses", "Debrief"]
    assert [each.title for each in found.draft.dimensions] == ["Care", "Pace"]


def test_a_phase_becomes_a_checklist() -> None:
    found = propose(DOCUMENT, with_role("Debrief", Role.AFTER))
    assert phases(found) == ["Hello", "Roses"]
    assert found.draft.after == ["Compare notes"]
    assert [item.text for item in read_guide(found.text()).after] == ["Compare notes"]


def test_several_signals_become_what_to_do() -> None:
    numbers = (place("Cuts"), place("Cleans"))
    found = propose(DOCUMENT, Choices().with_role(numbers, Role.ACTIVITY))
    assert found.draft.phases[1].strong_signals == []
    assert found.draft.phases[1].activities == ["Cuts above a bud", "Cleans the blade"]


def test_a_label_takes_its_list_along() -> None:
    found = propose(DOCUMENT, with_role("What to look for", Role.RED_FLAG))
    assert found.draft.phases[1].red_flags == ["Cuts above a bud", "Cleans the blade"]


def test_a_dimension_becomes_reading_with_its_levels() -> None:
    found = propose(DOCUMENT, with_role("Pace", Role.READING))
    assert [each.title for each in found.draft.dimensions] == ["Care"]
    assert "steady" in found.text()


def test_a_choice_is_taken_back() -> None:
    choices = with_role("Debrief", Role.READING)
    assert phases(propose(DOCUMENT, choices)) == ["Hello", "Roses"]
    back = with_role("Debrief", None, choices)
    assert propose(DOCUMENT, back).text() == propose(DOCUMENT).text()


def test_a_paragraph_becomes_a_question() -> None:
    found = propose(DOCUMENT, with_role("Show the candidate", Role.QUESTION))
    assert found.draft.phases[0].questions[0] == "Show the candidate the greenhouse."


@pytest.mark.parametrize("role", list(Role))
def test_any_block_takes_any_role(role: Role) -> None:
    for block in DOCUMENT.blocks:
        found = propose(DOCUMENT, Choices().with_role((block.number,), role))
        assert found.roles[block.number].role is role
        read_guide(found.text())

"""Which packets are about one candidate: by name and role, and never by a guess."""

import pytest

from interview_desk.panel.candidates import by_candidate, spellings
from tests.helpers.panels import packet, rated


def of(*about: tuple[str, str]) -> tuple[list[int], tuple[tuple[int, int], ...]]:
    """How many packets each group has, and which groups may be one person's."""
    packets = [
        packet(rated("Osei", about=each, uid=f"n{number}")) for number, each in enumerate(about)
    ]
    found = by_candidate(packets)
    return [len(group) for group in found.groups], found.near


def test_one_name_and_role_is_one_panel_however_it_is_typed() -> None:
    assert of(("Ada Bell", "Engineer"), ("ADA  BELL", "engineer"), ("Adá Bell", "Engineer")) == (
        [3],
        (),
    )


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Ana Petrova", "Anna Petrova", True),
        ("Petrova Ana", "Ana Petrova", True),
        ("Ana", "Ana Petrova", True),
        ("Ana Petrova", "Boris Ivanov", False),
    ],
)
def test_nearly_the_same_names_are_asked_about_and_kept_apart(
    one: str, other: str, near: bool
) -> None:
    assert of((one, "Engineer"), (other, "Engineer")) == ([1, 1], ((0, 1),) if near else ())


def test_another_role_is_another_panel_that_is_asked_about() -> None:
    assert of(("Ada Bell", "Engineer"), ("Ada Bell", "Manager")) == ([1, 1], ((0, 1),))


@pytest.mark.parametrize("name", ["", "the candidate"])
def test_what_names_nobody_is_never_grouped(name: str) -> None:
    assert of((name, "Engineer"), (name, "Engineer")) == ([1, 1], ())


def test_both_spellings_are_told() -> None:
    packets = [packet(rated("Osei", about=(name, ""))) for name in ("Ana P", "Anna P", "Ana P")]
    assert spellings(packets) == ("Ana P", "Anna P")

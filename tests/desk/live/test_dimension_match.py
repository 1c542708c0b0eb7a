"""A few letters find the dimension that is meant."""

import pytest

from interview_desk.desk.live.notes.dimension_completer import matching, tag_being_typed
from tests.helpers.samples import shipped_guide

DIMENSIONS = shipped_guide().dimensions


@pytest.mark.parametrize(
    ("before", "typed"),
    [
        ("#", ""), ("said #dep", "dep"), ("＃prod", "prod"), ("a\n#x", "x"),
        ("said", None), ("C#", None), ("#depth ", None), ("#a#b", None), ("", None),
    ],
)  # fmt: skip
def test_a_tag_is_what_follows_a_hash_up_to_the_caret(before: str, typed: str | None) -> None:
    assert tag_being_typed(before) == typed


def test_no_letters_offer_every_dimension_in_the_order_of_the_rubric() -> None:
    assert matching("", DIMENSIONS) == list(DIMENSIONS)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("dep", "Technical Depth"),
        ("COMM", "Communication & Collaboration"),
        ("coll", "Communication & Collaboration"),
        ("tof", "Trade-off Analysis"),
        ("prd", "Production & Operational Awareness"),
    ],
)
def test_the_likeliest_dimension_comes_first(typed: str, title: str) -> None:
    assert matching(typed, DIMENSIONS)[0].title == title


def test_letters_that_are_nowhere_find_nothing() -> None:
    assert matching("xyz", DIMENSIONS) == []

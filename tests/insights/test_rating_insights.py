"""Levels, all alike, evidence and not enough: known answers, and how many it takes."""

from collections import Counter
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.insights.insight import Bars, DotStrip, Insight
from interview_desk.insights.past_interview import by_rubric
from interview_desk.insights.rating_insights import (
    all_alike,
    evidence,
    expected_alike,
    levels,
    not_enough,
)
from tests.helpers.past import past, rubric, rubric_of, two


def strip(insight: Insight) -> DotStrip:
    assert isinstance(insight.picture, DotStrip)
    return insight.picture


def bars(insight: Insight) -> dict[str, str]:
    assert isinstance(insight.picture, Bars)
    return {bar.label: bar.words for bar in insight.picture.bars}


def test_levels_are_counted_and_not_enough_stands_apart() -> None:
    said = levels(rubric("22222223", "2222222?", "3322222?", "12222222", "2222222-"))
    assert said.sentence == "Meets 33, Exceeds 3, Below 1, not enough 2 of 39."
    assert said.sentence.count("?") == 0
    picture = strip(said)
    assert picture.columns == ("Below", "Meets", "Exceeds", "Not enough")
    assert picture.last_apart
    cells = Counter((dot.line, dot.at) for dot in picture.dots)
    assert (cells[7, 0], cells[7, 1], cells[7, 2], cells[7, 3]) == (0, 1, 1, 2)
    assert cells[0, 0] == 1
    assert said.table is not None
    assert said.table.rows[7].cells == (picture.lines[7], "0", "1", "1", "2")


def test_each_dot_is_of_its_interview() -> None:
    picture = strip(levels(rubric("2", "3", "1", "2", "?")))
    assert [(dot.row, dot.at) for dot in picture.dots] == [(1, 1), (2, 2), (3, 0), (4, 1), (5, 3)]
    assert picture.dots[0].words.endswith(": Meets")


@pytest.mark.parametrize("there", [0, 1, 4])
def test_too_few_interviews_say_how_many_are_missing(there: int) -> None:
    found = by_rubric([past("22", n, guide=two()) for n in range(there)])
    if there:
        said = levels(found[0])
        assert said.picture is None
        verb = "is 1" if there == 1 else f"are {there}"
        assert said.sentence == (
            f"Needs 5 finished interviews with this rubric; there {verb} so far."
        )
    else:
        assert found == ()


def test_unrelated_ratings_would_be_alike_so_often() -> None:
    """By counting every way in which three ratings can fall."""
    interviews = [past("122") for _ in range(2)]
    share = {1: 2 / 6, 2: 4 / 6}
    by_hand = sum(
        share[a] * share[b] * share[c] for a, b, c in product((1, 2), repeat=3) if a == b == c
    )
    assert expected_alike(interviews) == pytest.approx(2 * by_hand)


def test_interviews_with_all_ratings_alike_are_marked() -> None:
    same, mixed = "22222222", "12322312"
    said = all_alike(rubric(*[same] * 6, *[mixed] * 17))
    assert said.sentence == (
        "6 of 23; unrelated ratings: about 1. Even candidates exist; look at the six."
    )
    picture = strip(said)
    assert [dot.row for dot in picture.dots if dot.marked] == [1, 2, 3, 4, 5, 6]
    assert said.table is not None
    assert [row.row for row in said.table.rows] == [1, 2, 3, 4, 5, 6]
    assert said.table.rows[0].cells == ("all 8 Meets",)


def test_none_alike_is_said_as_well() -> None:
    said = all_alike(rubric(*["12322312"] * 12))
    assert said.sentence == (
        "In none of 12 are all ratings alike; of unrelated ratings hardly any would be."
    )


def test_few_ratings_in_one_interview_may_well_be_alike() -> None:
    said = all_alike(rubric(*["22222---"] * 30, *["222222--"] * 4))
    assert said.sentence == "Needs 10 finished interviews with 6 ratings or more; 4 so far."
    assert all_alike(rubric(*["22"] * 30, guide=two())).sentence == (
        "Needs 6 dimensions; this rubric has 2 dimensions, which may well be alike."
    )


def test_evidence_is_counted_by_rating() -> None:
    interviews = [past("22?-", n, pieces=(n % 3, 9, 0, 0)) for n in range(6)]
    said = evidence(rubric_of(interviews))
    assert said.sentence == "4 of 12 ratings stand on one piece or none."
    assert bars(said) == {
        "no piece": "2", "1 piece": "2", "2 pieces": "2", "3 pieces": "0", "4 pieces": "0",
        "5 pieces or more": "6",
    }  # fmt: skip


def test_where_evidence_was_short_the_guide_is_asked() -> None:
    said = not_enough(rubric(*["2222222?"] * 4, *["2?222222"] * 7))
    assert said.sentence.startswith("Technical Depth: 7 of 11. The guide’s probes: “")
    assert list(bars(said).values())[:2] == ["0 of 11", "7 of 11"]


def test_a_dimension_looked_at_too_seldom_is_not_judged() -> None:
    said = not_enough(rubric(*["22-"] * 8, *["22?"] * 3))
    assert list(bars(said).values())[2] == "too few to tell (3)"
    assert said.sentence == "There was enough for every rating."


SIGNS = st.text(alphabet="123-?", min_size=8, max_size=8)


@given(st.lists(SIGNS, min_size=1, max_size=30))
def test_whatever_was_rated_the_figures_agree_with_it(signs: list[str]) -> None:
    these = rubric(*signs)
    looked_at = "".join(signs).replace("-", "")
    for figure in (levels, all_alike, evidence, not_enough):
        said = figure(these)
        assert said.title
        assert said.sentence.endswith((".", "”"))
        assert (said.picture is None) == (said.table is None)
    if (picture := levels(these).picture) is not None:
        assert isinstance(picture, DotStrip)
        assert len(picture.dots) == len(looked_at)
    rated = [each for each in these.interviews if each.heights]
    assert 0 <= expected_alike(rated) <= len(rated) + 1e-9

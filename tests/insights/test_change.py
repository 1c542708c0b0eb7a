"""Whether ratings moved: known answers, chance by counting every half, and what is not claimed."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.guide.parse.reader import read_guide
from interview_desk.insights.change import balance, change, is_rare, running_median
from interview_desk.insights.insight import DotCourse
from interview_desk.insights.past_interview import Rubric
from tests.helpers.past import eight, past, rubric, rubric_of, two


def halves(before: str, last: str) -> Rubric:
    """Twenty interviews rated in one way, then twenty in another."""
    return rubric(*[before] * 20, *[last] * 20)


def course(these: Rubric) -> DotCourse:
    picture = change(these).picture
    assert isinstance(picture, DotCourse)
    return picture


def test_the_balance_lies_about_the_middle() -> None:
    found = balance(past("3312-?"))
    assert found is not None
    assert (found.above, found.below, found.rated, found.value) == (2, 1, 4, Fraction(1, 4))
    assert balance(past("????")) is None


def test_a_clear_shift_is_told_with_what_else_it_may_be() -> None:
    said = change(halves("22222222", "22222333"))
    assert said.sentence == (
        "0.4 of a step higher than your 20 before; chance does that less than once in 100. "
        "It may be the candidates."
    )
    assert "lower" in change(halves("22222333", "22222222")).sentence


def test_no_shift_is_not_told_as_none() -> None:
    said = change(rubric(*["22222222", "22222333"] * 20))
    assert said.sentence == (
        "Your last 20 and the 20 before differ no more than by chance. "
        "A shift of less than half a step can hide in that."
    )


def test_only_the_last_forty_count() -> None:
    assert (
        "no more than by chance"
        in change(rubric(*["11111111"] * 10, *["22222222", "22222333"] * 20)).sentence
    )


@pytest.mark.parametrize("number", [5, 39])
def test_before_forty_nothing_is_claimed(number: int) -> None:
    said = change(rubric(*["33333333"] * number))
    assert said.sentence == (f"{number} interviews. Whether ratings moved can be told from 40 on.")
    assert said.picture is not None


def test_four_are_too_few_to_draw() -> None:
    said = change(rubric(*["2"] * 4, "?"))
    assert said.picture is None
    assert "Needs 5" in said.sentence


def test_levels_that_were_reworded_are_named_as_another_reason() -> None:
    source = eight().source.replace("**Meets**: ", "**Meets**: Now ")
    reworded = read_guide(source)
    assert reworded.dimensions != eight().dimensions
    past_ones = [past("22222222", n) for n in range(20)]
    past_ones += [past("22222333", n, guide=reworded) for n in range(20, 40)]
    said = change(rubric_of(past_ones)).sentence
    assert said.endswith("or the guide: its levels were reworded.")


def test_dots_are_in_the_order_of_time_with_their_running_median() -> None:
    picture = course(rubric(*["1"] * 5, *["3"] * 5))
    assert [dot.at for dot in picture.dots] == [-1.0] * 5 + [1.0] * 5
    assert list(picture.medians) == [-1, -1, -1, -1, -1, 1, 1, 1, 1, 1]
    assert picture.dots[0].words == "1 below"
    assert course(rubric(*["12"] * 8, guide=two())).medians == ()


def test_the_running_median_is_of_nine() -> None:
    values = [Fraction(n) for n in (9, 1, 8, 2, 7, 3, 6, 4, 5, 0, 10)]
    assert running_median(values)[4:7] == (5.0, 4.0, 5.0)


def exact(before: list[Fraction], last: list[Fraction]) -> float:
    """The share of all halves that differ at least as far: no chance in it."""
    values = [*before, *last]
    total = sum(values, start=Fraction())
    seen = abs(2 * sum(last, start=Fraction()) - total)
    sums = [sum(each, start=Fraction()) for each in combinations(values, len(last))]
    return sum(abs(2 * each - total) >= seen for each in sums) / len(sums)


VALUES = st.lists(
    st.sampled_from([Fraction(n, d) for d in (3, 7, 8) for n in range(-d, d + 1)]),
    min_size=12,
    max_size=12,
)


@given(VALUES, st.booleans())
def test_shuffles_say_what_all_the_halves_there_are_say(values: list[Fraction], far: bool) -> None:
    values = sorted(values) if far else values
    before, last = values[:6], values[6:]
    share = exact(before, last)
    if not 0.006 < share < 0.014:  # so near to one in a hundred shuffles may say either
        assert is_rare(before, last) == is_rare(last, before) == (share < 0.01)


def test_halves_are_of_one_size() -> None:
    with pytest.raises(ValueError, match="one size"):
        is_rare([Fraction(1)], [])

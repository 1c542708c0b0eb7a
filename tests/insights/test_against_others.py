"""Beside the others' median: three counts, and silence where there are too few."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from interview_desk.insights.against_others import SharedRating, against_others
from interview_desk.insights.insight import Bars


def ratings(*sides: tuple[int, int], panels: int = 3) -> list[SharedRating]:
    """So many, with that own height, where the others' median is 2."""
    found = [own for number, own in sides for _ in range(number)]
    return [SharedRating(f"p{n % panels}", own, (1, 2, 3)) for n, own in enumerate(found)]


def test_the_sentence_counts_lower_and_higher() -> None:
    found = against_others(ratings((9, 1), (20, 2), (2, 3)))
    assert found.sentence == "Lower on 9 of 31, higher on 2."
    assert isinstance(found.picture, Bars)
    assert [bar.amount for bar in found.picture.bars] == [9, 20, 2]
    assert found.table is not None
    assert [row.cells for row in found.table.rows] == [
        ("Lower", "9"), ("The same", "20"), ("Higher", "2"),
    ]  # fmt: skip


def test_too_few_say_what_is_missing() -> None:
    few = against_others(ratings((29, 2)))
    assert few.picture is None
    assert "29 ratings of 3 so far" in few.sentence
    assert against_others(ratings((40, 2), panels=2)).picture is None
    assert "0 ratings of 0 so far" in against_others([]).sentence


def test_between_two_middle_ratings_lies_the_median() -> None:
    assert SharedRating("a", 2, (1, 2)).side == "Higher"
    assert SharedRating("a", 1, (1, 2)).side == "Lower"
    assert SharedRating("a", 2, (2,)).side == "The same"


@given(
    st.lists(
        st.builds(
            SharedRating,
            st.sampled_from("abcd"),
            st.integers(1, 6),
            st.lists(st.integers(1, 6), min_size=1, max_size=7).map(tuple),
        ),
        min_size=30,
    )
)
def test_every_rating_is_counted_once(found: Sequence[SharedRating]) -> None:
    insight = against_others(found)
    if isinstance(insight.picture, Bars):
        assert sum(bar.amount for bar in insight.picture.bars) == len(found)

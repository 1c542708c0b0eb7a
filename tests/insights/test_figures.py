"""The figures of a page, what rubrics there are, and what is never said."""

import re

from hypothesis import given
from hypothesis import strategies as st

from interview_desk.guide.parse.reader import read_guide
from interview_desk.insights.figures import insights_on
from interview_desk.insights.past_interview import by_rubric, past_interview
from interview_desk.interview.evidence import evidence_counts
from tests.helpers.past import eight, past, rubric, two
from tests.helpers.samples import SMALL_GUIDE, Played, prepared, scored

TITLES = ["Levels", "Change", "All alike", "Evidence", "Not enough evidence", "Time by phase",
          "Their questions"]  # fmt: skip


def test_every_figure_has_its_place_however_few_there_are() -> None:
    for number in (1, 5, 40):
        said = insights_on(rubric(*["22222222"] * number))
        assert [each.title for each in said] == TITLES
        assert all(each.sentence for each in said)


def test_rubrics_stand_apart_and_the_one_with_the_most_is_first() -> None:
    found = by_rubric([past("22", 1, guide=two()), *(past("2", n) for n in (4, 3))])
    assert [(each.name, len(each.interviews)) for each in found] == [
        (eight().brief, 2), (two().brief, 1),
    ]  # fmt: skip
    assert [each.when_ms for each in found[0].interviews] == sorted(
        each.when_ms for each in found[0].interviews
    )


def test_a_guide_that_had_two_rubrics_says_which_is_meant() -> None:
    other = read_guide(SMALL_GUIDE.replace("**Meets**", "**Fits**"))
    same = read_guide(SMALL_GUIDE.replace("Explains", "Explains it"))
    found = by_rubric(
        [past("22", 1, guide=two()), past("22", 2, guide=same), past("22", 3, guide=other)]
    )
    assert [each.name for each in found] == ["Small interview", "Small interview (rubric 2)"]
    assert found[0].guide is same


def test_an_interview_is_looked_at_as_it_was_scored() -> None:
    played = scored()
    found = past_interview(7, played.interview, evidence_counts(played.interview))
    assert [(each.height, each.not_enough, each.pieces) for each in found.rated] == [
        (3, False, 2), (1, False, 1),
    ]  # fmt: skip
    assert found.times is not None
    assert sum(found.times.used_ms) == (60 + 400 + 90 + 700) * 1000
    assert found.times.planned_ms == tuple(
        seconds * 1000 for seconds in played.interview.first_plan.seconds
    )


def test_one_whose_clock_did_not_run_to_the_end_has_no_times() -> None:
    played = Played(prepared())
    assert past_interview(1, played.interview, {}).times is None
    played.start()
    assert past_interview(1, played.interview, {}).times is None


SIGNS = st.text(alphabet="123-?", min_size=8, max_size=8)


@given(st.lists(SIGNS, min_size=1, max_size=45))
def test_what_is_never_told_is_not_told(signs: list[str]) -> None:
    for each in insights_on(rubric(*signs)):
        said = [each.sentence]
        said += [cell for row in (each.table.rows if each.table else ()) for cell in row.cells]
        words = " ".join(said).lower()
        assert not re.search(r"\b(score|mean|average|rank|accura|hit rate|predict)", words)

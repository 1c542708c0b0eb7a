"""Time against the plan, and the candidate's own questions: known answers."""

from hypothesis import given
from hypothesis import strategies as st

from interview_desk.insights.insight import Bars, DotSpread, Insight
from interview_desk.insights.past_interview import PhaseTimes, Rubric
from interview_desk.insights.time_insights import lost_ms, phase_time, question_time
from tests.helpers.past import MINUTE_MS, past, rubric, rubric_of, timed, two

PLAN = (10, 20)  # minutes of the small guide's two phases


def of_times(*used: tuple[float, float], reserve: float = 5) -> Rubric:
    """Interviews that used so many minutes of each phase."""
    return rubric_of(
        [
            past("22", n, guide=two(), times=timed(each, PLAN, reserve))
            for n, each in enumerate(used)
        ]
    )


def bars(insight: Insight) -> dict[str, str]:
    assert isinstance(insight.picture, Bars)
    return {bar.label: bar.words for bar in insight.picture.bars}


def test_the_phase_that_runs_over_the_most_is_named() -> None:
    said = phase_time(of_times((12, 18), (14, 18), (9, 20), (15, 17), (14.5, 15)))
    assert said.sentence == "Opening: 4:00 over in the middle case; over in 4 of 5."
    picture = said.picture
    assert isinstance(picture, DotSpread)
    assert picture.lines == ("Opening", "Design")
    assert picture.medians == (4.0, -2.0)
    assert picture.ends == (-5.0, 5.0)
    assert picture.dots[2].words == "1:00 under"
    assert said.table is not None
    assert said.table.rows[5].cells == ("Design", "2:00 under")


def test_where_none_runs_over_the_shortest_is_named() -> None:
    said = phase_time(of_times(*[(10, 14)] * 5, (12, 20)))
    assert said.sentence == "Design: 6:00 under in the middle case; over in 0 of 6."


def test_interviews_without_a_clock_are_not_counted() -> None:
    these = rubric(*["22"] * 9, guide=two())
    assert phase_time(these).sentence == (
        "Needs 5 timed interviews with this rubric; there are none so far."
    )
    assert question_time(these).picture is None


def test_questions_are_cut_where_the_last_phase_is_shorter_than_their_time() -> None:
    assert lost_ms(timed((28, 3), PLAN)) == 2 * MINUTE_MS
    assert lost_ms(timed((10, 20), PLAN)) == 0
    assert lost_ms(timed((25, 5), PLAN)) == 0


def test_who_ends_two_minutes_early_has_not_cut_them() -> None:
    assert lost_ms(timed((25, 3), PLAN)) == 0
    assert lost_ms(timed((25.1, 3), PLAN)) == 2 * MINUTE_MS


def test_what_ate_their_questions_is_named() -> None:
    said = question_time(of_times(*[(28, 2)] * 4, *[(10, 20)] * 5))
    assert said.sentence == "Under 5 min in 4 of 9; Opening ran over in 4 of those."
    assert bars(said) == {"Left for them": "33:00 min", "Opening ran over": "12:00 min"}


def test_only_what_a_phase_ran_over_is_laid_to_it() -> None:
    # A last phase planned shorter than what is kept cannot be: what no phase took is told apart.
    said = question_time(of_times(*[(10.5, 3)] * 5, reserve=5))
    assert bars(said)["Left for them"] == "25:00 min"
    plan = timed((10.5, 0), (10, 2), 2)
    these = rubric_of([past("22", n, guide=two(), times=plan) for n in range(5)])
    assert bars(question_time(these)) == {
        "Left for them": "0:00 min", "Opening ran over": "2:30 min", "Lost otherwise": "7:30 min",
    }  # fmt: skip


def test_one_that_was_cut_is_told_in_the_singular() -> None:
    said = question_time(of_times((29, 1), *[(10, 20)] * 5))
    assert said.sentence == "Under 5 min in 1 of 6; Opening ran over in that one."


def test_all_of_the_time_is_told_as_well() -> None:
    assert question_time(of_times(*[(10, 20)] * 5)).sentence == (
        "The time kept for them was there in all 5."
    )


MINUTES = st.integers(0, 90 * 60_000)


@given(st.lists(st.tuples(MINUTES, MINUTES, MINUTES, MINUTES, MINUTES), min_size=5, max_size=12))
def test_whatever_was_used_the_parts_make_the_whole(
    spent: list[tuple[int, int, int, int, int]],
) -> None:
    these = rubric_of(
        [
            past("22", n, guide=two(), times=PhaseTimes((a, b), (c, d), min(e, d)))
            for n, (a, b, c, d, e) in enumerate(spent)
        ]
    )
    said = question_time(these)
    if isinstance(said.picture, Bars):
        whole = sum(past.times.reserve_ms for past in these.interviews if past.times)
        ends = [bar.start + bar.amount for bar in said.picture.bars]
        assert ends[:-1] == [bar.start for bar in said.picture.bars[1:]]
        assert whole - 1000 * len(ends) <= ends[-1] <= whole + len(ends)
        assert all(bar.amount >= 0 for bar in said.picture.bars)
    spread = phase_time(these).picture
    assert isinstance(spread, DotSpread)
    assert all(spread.ends[0] <= dot.at <= spread.ends[1] for dot in spread.dots)

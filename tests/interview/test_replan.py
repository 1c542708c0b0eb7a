"""Catching up and lasting longer: shown first, exact to the second, never from the reserve."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.interview.actions import running
from interview_desk.interview.pace import pace
from interview_desk.interview.plan import LONGEST
from interview_desk.interview.replan import CLOSING_S, Proposal, extend, propose
from interview_desk.interview.timeline import ClockState
from tests.helpers.actions import CLOCK, Step, started, steps
from tests.helpers.pictures import lived
from tests.helpers.samples import Played

# The shipped guide in 45 minutes plans 8, 10, 14, 8 and 5, of which the last 5 are kept.
LATE = steps((*CLOCK, "change plan"), most=15)
GIVERS = st.none() | st.integers(1, 5)


def proposal(played: Played, giver: int | None = None) -> Proposal | None:
    return propose(played.interview, played.clock.now(), giver)


def accepted(played: Played, seconds: tuple[int, ...]) -> Played:
    played.do(running.change_plan(played.interview, seconds, played.clock.now()))
    return played


@given(LATE, GIVERS, st.integers(0, 2_000))
def test_a_proposal_only_shrinks_what_is_left_and_adds_up(
    script: list[Step], giver: int | None, late_s: int
) -> None:
    played = started(script)
    played.clock.advance(late_s)
    offered = proposal(played, giver)
    if offered is None:
        return
    before = pace(played.interview, played.clock.now())
    reserve = played.interview.first_plan.reserve
    assert sum(offered.seconds) == played.interview.plan.total
    for each, given_s in zip(before.phases, offered.given, strict=True):
        left_s = (each.adjusted_s * 1000 - each.used_ms) / 1000
        kept = reserve if each.number == len(before.phases) else 0
        to_come = each.number >= before.current
        assert 0 <= given_s <= (max(0, left_s - kept) if to_come else 0)


@given(LATE, GIVERS, st.integers(0, 2_000))
def test_after_a_proposal_it_is_behind_by_the_shortfall_alone(
    script: list[Step], giver: int | None, late_s: int
) -> None:
    played = started(script)
    played.clock.advance(late_s)
    offered = proposal(played, giver)
    if offered is None:
        return
    after = accepted(played, offered.seconds)
    behind_s = pace(after.interview, after.clock.now()).behind_ms / 1000
    # Less than a second a phase is left over where seconds are shared whole.
    assert offered.shortfall_s <= behind_s < offered.shortfall_s + len(offered.seconds)


def test_time_is_given_in_proportion_to_the_slack_over_the_guides_minimum() -> None:
    # In 57 minutes every phase has its maximum: slack of 5 and 2 minutes in phases 3 and 4.
    played = lived("S")
    accepted(played, tuple(60 * each for each in (10, 12, 20, 10, 5)))
    played.clock.advance(10 * 60)
    played.do(running.enter_phase(played.interview, 2, played.clock.now()))
    played.clock.advance(13 * 60 + 10)
    played.do(running.enter_phase(played.interview, 3, played.clock.now()))
    offered = proposal(played)
    assert offered is not None
    assert offered.given == (0, 0, 50, 20, 0)
    assert offered.seconds == (600, 790, 1150, 580, 300)
    assert offered.words == "Deep Dive gives 0:50, Trade-offs 0:20"


def test_without_slack_time_is_given_in_proportion_to_what_is_left() -> None:
    offered = proposal(lived("S" + "." * 10))
    assert offered is not None
    # Two minutes and one to finish over the phases of 10, 14 and 8 minutes, none of which is
    # over its minimum.
    assert offered.given == (0, 56, 79, 45, 0)


def test_the_phase_that_is_named_gives_first() -> None:
    offered = proposal(lived("S" + "." * 10), giver=4)
    assert offered is not None
    assert offered.given == (0, 0, 0, 180, 0)
    assert offered.words == "Trade-offs gives 3:00; 1:00 of it to finish Problem Exploration"


def test_a_phase_that_is_over_has_nothing_to_give_and_the_others_do() -> None:
    late = lived("S" + "." * 10 + "2")
    assert proposal(late, giver=1) == proposal(late)


def test_what_cannot_be_made_up_is_said() -> None:
    late = lived("S" + "." * 8 + "2" + "." * 10 + "3" + "." * 14 + "4" + "." * 7 + "3" + "." * 4)
    offered = proposal(late)
    assert offered is not None
    assert offered.given == (0, 0, 0, 60, 0)
    assert offered.shortfall_s == 180
    assert offered.words == "Trade-offs gives 1:00; 3:00 cannot be made up"


def test_the_reserve_gives_nothing_however_late_it_is() -> None:
    assert proposal(lived("S" + "." * 60 + "4" + "." * 9)) is None


@pytest.mark.parametrize("script", ["....", "S.....", "S....2", "S" + "." * 60 + "F"])
def test_nothing_is_proposed_while_it_is_not_on_or_not_behind(script: str) -> None:
    assert proposal(lived(script)) is None


def test_a_phase_that_the_guide_does_not_have_cannot_give() -> None:
    with pytest.raises(IndexError):
        proposal(lived("S" + "." * 10), giver=0)


@given(LATE, GIVERS, st.integers(0, 2_000))
def test_after_a_proposal_the_phase_that_is_on_is_not_over(
    script: list[Step], giver: int | None, late_s: int
) -> None:
    played = started(script)
    played.clock.advance(late_s)
    offered = proposal(played, giver)
    if offered is None:
        return
    before = pace(played.interview, played.clock.now()).phase
    after = pace(accepted(played, offered.seconds).interview, played.clock.now())
    assert before is not None
    assert after.phase is not None
    if not offered.shortfall_s:
        assert after.phase.left_ms >= min(before.left_ms, CLOSING_S * 1000)
        assert after.phase.left_ms >= 0


@given(LATE, GIVERS, st.integers(0, 2_000))
def test_no_time_that_was_used_is_taken_back_but_from_what_ran_over(
    script: list[Step], giver: int | None, late_s: int
) -> None:
    played = started(script)
    played.clock.advance(late_s)
    offered = proposal(played, giver)
    if offered is None:
        return
    for each, seconds in zip(
        pace(played.interview, played.clock.now()).phases, offered.seconds, strict=True
    ):
        assert seconds >= min(each.used_ms // 1000, each.adjusted_s)


def test_a_minute_is_given_to_finish_the_phase_that_ran_over() -> None:
    late = lived("S" + "." * 10)
    offered = proposal(late)
    assert offered is not None
    assert offered.words.endswith("; 1:00 of it to finish Problem Exploration")
    here = pace(accepted(late, offered.seconds).interview, late.clock.now()).phase
    assert here is not None
    assert here.left_ms == CLOSING_S * 1000


def test_what_an_earlier_phase_left_over_counts_for_the_one_that_is_late() -> None:
    # Three minutes early out of the first phase, five over the second: two behind.
    late = lived("S.....2" + "." * 15)
    offered = proposal(late)
    assert offered is not None
    assert sum(offered.given) == 120 + CLOSING_S
    assert offered.seconds[:2] == (300, 900 + CLOSING_S)


def test_what_cannot_be_made_up_stays_with_the_phases_that_are_past() -> None:
    # Phase 1 took 28 of 8 minutes, phase 2 takes 12 of 10: all that may give is not enough.
    late = lived("S" + "." * 28 + "2" + "." * 12)
    offered = proposal(late)
    assert offered is not None
    assert offered.shortfall_s == 0
    gone = lived("S" + "." * 31 + "2" + "." * 12)
    offered = proposal(gone)
    assert offered is not None
    assert offered.shortfall_s == 180
    here = pace(accepted(gone, offered.seconds).interview, gone.clock.now()).phase
    assert here is not None
    assert here.left_ms == 0


@given(steps((*CLOCK, "change plan"), most=12), st.integers(0, 60))
def test_an_extension_adds_exactly_what_was_asked_and_makes_up_for_being_behind(
    script: list[Step], minutes: int
) -> None:
    played = started(script)
    timeline, plan = played.interview.timeline, played.interview.plan
    before = pace(played.interview, played.clock.now())
    longer = extend(played.interview, minutes, played.clock.now())
    if longer is None:
        over = plan.total + minutes * 60 > LONGEST * 60
        assert minutes == 0 or over or timeline.state is ClockState.FINISHED
        return
    assert sum(longer) - plan.total == minutes * 60
    for each, seconds in zip(before.phases, longer, strict=True):
        to_come = each.number >= before.current
        assert seconds >= (
            each.adjusted_s if to_come else min(each.adjusted_s, each.used_ms // 1000)
        )
    after = pace(accepted(played, longer).interview, played.clock.now())
    still = max(min(0, before.behind_ms), before.behind_ms - minutes * 60_000)
    # Less than a second a phase is left over where seconds are shared whole.
    assert abs(after.behind_ms - still) < len(longer) * 1000


def test_an_extension_goes_up_to_the_guides_maximum_first() -> None:
    played = lived("S" + "." * 8 + "2" + "." * 10 + "3")
    now = played.clock.now()
    # Room for 6 minutes in the deep dive and 2 after it.
    assert extend(played.interview, 8, now) == (480, 600, 1200, 600, 300)
    # The other 7 in proportion to 14, 8 and 5.
    assert extend(played.interview, 15, now) == (480, 600, 1200 + 218, 600 + 124, 300 + 78)


def test_an_extension_covers_first_what_ran_over() -> None:
    # Three minutes over in the first phase, one in the second: five more are one to share.
    played = lived("S" + "." * 11 + "2" + "." * 11)
    longer = extend(played.interview, 5, played.clock.now())
    assert longer == (660, 660 + 7, 840 + 40, 480 + 13, 300)


def test_an_interview_does_not_become_longer_than_three_hours_nor_shorter() -> None:
    played = lived("S.")
    assert extend(played.interview, 136, played.clock.now()) is None
    with pytest.raises(ValueError, match="longer"):
        extend(played.interview, -5, played.clock.now())


def test_behind_by_less_than_a_second_is_not_behind() -> None:
    played = lived("S........")
    played.clock.advance(0.9)
    assert pace(played.interview, played.clock.now()).behind_ms == 900
    assert proposal(played) is None


@given(LATE, GIVERS, st.integers(0, 2_000), st.integers(0, 900))
def test_what_a_pause_took_is_made_up_by_a_shorter_whole(
    script: list[Step], giver: int | None, late_s: int, lost_s: int
) -> None:
    played = started(script)
    played.clock.advance(late_s)
    now = played.clock.now()
    offered = propose(played.interview, now, giver, lost_s * 1000)
    if offered is None:
        return
    before = pace(played.interview, now)
    assert 0 <= offered.saved_s <= lost_s
    assert sum(offered.seconds) == played.interview.plan.total - offered.saved_s
    assert min(offered.seconds) >= 0
    assert offered.seconds[-1] >= min(
        played.interview.first_plan.reserve, before.phases[-1].adjusted_s
    )
    after = accepted(played, offered.seconds)
    sooner_s = (before.to_go_ms - pace(after.interview, now).to_go_ms) / 1000
    closing_s = max(0, sum(offered.given) - (before.behind_ms + lost_s * 1000) // 1000)
    # Less than a second a phase is left over where seconds are shared whole.
    assert abs(sooner_s - (sum(offered.given) - closing_s)) < len(offered.seconds)


def test_a_pause_on_time_is_made_up_by_the_phases_to_come() -> None:
    offered = propose(lived("S..P..").interview, lived("S..P..").clock.now(), None, 120_000)
    assert offered is not None
    assert (sum(offered.given), offered.saved_s, offered.shortfall_s) == (120, 120, 0)
    assert offered.seconds[4] == 300

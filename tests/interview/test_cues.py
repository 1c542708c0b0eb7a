"""Few and quiet: which cue comes when, each once, and nothing that was switched off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.guide.parse.reader import read_guide
from interview_desk.interview.actions import running, watching
from interview_desk.interview.cues import Cue, CueKind, CueSettings, cues, next_probe
from interview_desk.resources import resource
from tests.helpers.actions import Step, started, steps
from tests.helpers.pictures import lived
from tests.helpers.samples import Played, prepared

# The shipped guide in 45 minutes plans 8, 10, 14, 8 and 5, of which the last 5 are kept.
ON_TIME = "S" + "." * 8 + "2" + "." * 10 + "3" + "." * 14 + "4" + "." * 8 + "5"
TAGS = "#problem #depth #breadth #system #trade #production #strategic #communication"


def cue(played: Played, kind: CueKind | None = None, spent: tuple[str, ...] = ()) -> Cue | None:
    """The cue there is, where a kind is named with all others switched off."""
    off = frozenset(CueKind) - {kind} if kind else frozenset[CueKind]()
    return cues(played.interview, played.clock.now(), CueSettings(off=off), spent)


def text(played: Played, kind: CueKind) -> str:
    found = cue(played, kind)
    assert found is not None
    assert found.kind is kind
    return found.text


def in_deep_dive() -> Played:
    played = lived("S" + "." * 8 + "2" + "." * 10 + "3")
    played.note(f"+ said why {TAGS}")
    return played


def test_an_interview_that_goes_well_has_no_cue_until_two_minutes_are_left() -> None:
    played = lived("S")
    for phase, minutes in enumerate((8, 10, 14, 8, 3), start=1):
        if phase > 1:
            played.do(running.enter_phase(played.interview, phase, played.clock.now()))
        for _ in range(minutes):
            assert cue(played) is None
            played.note(f"+ said why {TAGS}")
            played.clock.advance(60)
    found = cue(played)
    assert found is not None
    assert found.kind is CueKind.TWO_MINUTES


@pytest.mark.parametrize("script", ["...", "S..P....", "S" + "." * 44 + "F"])
def test_no_cue_comes_unless_the_clock_runs(script: str) -> None:
    assert cue(lived(script)) is None


def test_exploration_left_before_its_minimum() -> None:
    assert text(lived("S.....2"), CueKind.EXPLORATION) == (
        "Problem Exploration was left 3:00 before its minimum."
        " “Intentionally keep the problem statement open-ended.”"
    )


@pytest.mark.parametrize("script", ["S.....", "S" + "." * 8 + "2", "S.....2...", "S.....2.1"])
def test_exploration_is_no_matter(script: str) -> None:
    assert cue(lived(script), CueKind.EXPLORATION) is None


def test_the_deep_dive_without_a_follow_up() -> None:
    played = in_deep_dive()
    played.clock.advance(239)
    assert cue(played, CueKind.FOLLOW_UP) is None
    played.clock.advance(1)
    assert text(played, CueKind.FOLLOW_UP) == (
        "No follow-up logged for 4 minutes. Probe one claim: “How would you handle data drift?”"
    )


def test_a_probe_that_was_asked_is_not_offered_again() -> None:
    played = in_deep_dive()
    for key in ("p3.q1", "p3.q2"):
        played.do(watching.tick(played.interview, key, played.clock.now()))
    played.clock.advance(240)
    assert "How did you implement that?" in text(played, CueKind.FOLLOW_UP)


def test_a_follow_up_that_was_asked_in_one_phase_is_not_offered_in_the_next() -> None:
    text = resource("guides", "behavioural-leadership.md").read_text(encoding="utf-8")
    guide = read_guide(text)
    second, third = guide.phase(2), guide.phase(3)
    follow_up = "Which part of that was yours alone?"
    (key,) = [each.key for each in second.prompts if each.text == follow_up]
    played = Played(prepared(guide))
    played.start()
    for each in third.prompts:
        if each.text != follow_up:
            played.do(watching.tick(played.interview, each.key, played.clock.now()))
    assert next_probe(played.interview, third) == follow_up
    played.do(watching.tick(played.interview, key, played.clock.now()))
    assert next_probe(played.interview, third) == third.areas[0].probes[0].text


@pytest.mark.parametrize("deed", ["a note", "a question asked", "a probe ticked"])
def test_there_was_a_follow_up(deed: str) -> None:
    played = in_deep_dive()
    played.clock.advance(230)
    if deed == "a note":
        played.note("said how")
    else:
        key = "p3.q1" if deed == "a question asked" else "p3.a1.1"
        played.do(watching.tick(played.interview, key, played.clock.now()))
    played.clock.advance(239)
    assert cue(played, CueKind.FOLLOW_UP) is None
    played.clock.advance(1)
    assert cue(played, CueKind.FOLLOW_UP) is not None


def test_a_pause_is_no_time_without_a_follow_up() -> None:
    played = in_deep_dive()
    played.do(running.pause(played.interview, played.clock.now()))
    played.clock.advance(600)
    played.do(running.resume(played.interview, played.clock.now()))
    played.clock.advance(200)
    assert cue(played, CueKind.FOLLOW_UP) is None


def test_two_minutes_left_comes_with_words_for_the_candidate() -> None:
    assert cue(lived(ON_TIME + ".."), CueKind.TWO_MINUTES) is None
    assert text(lived(ON_TIME + "..."), CueKind.TWO_MINUTES) == (
        "Two minutes left. Say: “We have about two minutes left. What else would you like to ask?”"
    )
    assert cue(lived(ON_TIME + "....."), CueKind.TWO_MINUTES) is None


def test_the_reserve_about_to_be_eaten() -> None:
    late = lived("S" + "." * 8 + "2" + "." * 12)
    assert text(late, CueKind.RESERVE) == (
        "The candidate’s questions would lose 2:00 of 5:00. Re-plan, or go on to Deep Dive."
    )
    assert cue(lived("S" + "." * 8 + "2" + "." * 10), CueKind.RESERVE) is None


def test_the_reserve_in_danger_is_told_once_in_every_phase() -> None:
    late = lived("S" + "." * 8 + "2" + "." * 12)
    first = cue(late, CueKind.RESERVE)
    assert first is not None
    assert cue(late, CueKind.RESERVE, (first.key,)) is None
    late.do(running.enter_phase(late.interview, 3, late.clock.now()))
    late.clock.advance(60 * 16)
    assert cue(late, CueKind.RESERVE, (first.key,)) is not None


def test_no_re_plan_is_offered_where_nothing_can_give() -> None:
    late = lived("S" + "." * 8 + "2" + "." * 10 + "3" + "." * 14 + "4" + "." * 10)
    assert text(late, CueKind.RESERVE) == (
        "The candidate’s questions would lose 2:00 of 5:00. Go on to Wrap-Up."
    )


def test_a_replan_takes_the_reserve_out_of_danger() -> None:
    late = lived("S" + "." * 8 + "2" + "." * 12)
    seconds = (480, 720, 780, 420, 300)
    late.do(running.change_plan(late.interview, seconds, late.clock.now()))
    assert cue(late, CueKind.RESERVE) is None


def test_a_dimension_without_evidence_when_a_quarter_is_left() -> None:
    played = lived("S" + "." * 8 + "2" + "." * 10 + "3" + "." * 14 + "4.")
    assert cue(played, CueKind.EVIDENCE) is None
    played.clock.advance(60)
    played.note("+ said why #problem #breadth #system #trade #production #strategic")
    assert text(played, CueKind.EVIDENCE) == (
        "No evidence yet on Technical Depth. Ask: “How would you handle data drift?”"
    )


def test_each_dimension_has_a_cue_of_its_own_and_communication_only_one() -> None:
    played = lived("S" + "." * 8 + "2" + "." * 10 + "3" + "." * 14 + "4...")
    spent: list[str] = []
    while (found := cue(played, None, tuple(spent))) is not None:
        spent.append(found.key)
    assert spent[0] == CueKind.COMMUNICATION
    assert len(spent) == len(set(spent)) == 8


def test_nothing_noted_on_communication_by_the_phase_before_the_last() -> None:
    played = lived("S" + "." * 8 + "2" + "." * 10 + "3" + "." * 14)
    assert cue(played, CueKind.COMMUNICATION) is None
    played.do(running.enter_phase(played.interview, 4, played.clock.now()))
    assert text(played, CueKind.COMMUNICATION) == (
        "Nothing noted on Communication & Collaboration yet."
        " “Pay attention to how they explain concepts, not just what they say.”"
    )
    played.note("draws before talking #communication")
    assert cue(played, CueKind.COMMUNICATION) is None


def test_the_more_pressing_cue_comes_first_and_the_next_when_it_is_spent() -> None:
    played = lived("S.....2")
    played.clock.advance(100)
    played.do(running.enter_phase(played.interview, 4, played.clock.now()))
    come: list[str] = []
    while (found := cue(played, None, tuple(come))) is not None:
        come.append(found.key)
    assert come == [CueKind.EXPLORATION, CueKind.COMMUNICATION]


@given(steps(), st.sets(st.sampled_from(list(CueKind))), st.integers(0, 3_600))
def test_what_is_switched_off_or_spent_never_comes(
    script: list[Step], off: set[CueKind], later_s: int
) -> None:
    played = started(script)
    now = played.clock.advance(later_s)
    settings = CueSettings(off=frozenset(off))
    spent: list[str] = []
    while (found := cues(played.interview, now, settings, spent)) is not None:
        assert found.kind not in off
        assert found.key not in spent
        assert found.text.strip()
        spent.append(found.key)
    assert cues(played.interview, now, CueSettings(on=False)) is None

"""Questions of one's own: where they stand, for which phase, and that they go with no step lost."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from interview_desk.interview.actions.preparation import (
    assign_question,
    groups,
    move_question,
    prepare_question,
    remove_question,
    write_preparation,
)
from interview_desk.interview.actions.watching import tick
from interview_desk.interview.change import Change
from interview_desk.interview.interview import Interview
from interview_desk.interview.phase_questions import phase_questions
from interview_desk.interview.records import own_key
from tests.helpers.actions import PREPARATION, Step, play, steps
from tests.helpers.samples import Played, prepared


def done(interview: Interview, change: Change | None) -> Interview:
    assert change is not None
    return interview.apply(change)


def with_questions(*texts: str) -> Interview:
    """An interview with these prepared; one that begins with ">" is a follow-up."""
    interview = prepared()
    for text in texts:
        words, follows = text.removeprefix(">"), text.startswith(">")
        interview = done(interview, prepare_question(interview, words, follow_up=follows))
    return interview


def told(interview: Interview) -> list[str]:
    return [f"{'>' if each.follow_up else ''}{each.text}" for each in interview.prepared_questions]


def number(interview: Interview, text: str) -> int:
    return next(each.id for each in interview.prepared_questions if each.text == text)


def test_a_question_moves_with_its_follow_ups() -> None:
    interview = with_questions("A", ">a1", ">a2", "B")
    moved = done(interview, move_question(interview, number(interview, "A"), 1))
    assert told(moved) == ["B", "A", ">a1", ">a2"]
    moved = done(moved, move_question(moved, number(moved, "a2"), -1))
    assert told(moved) == ["B", "A", ">a2", ">a1"]
    assert move_question(moved, number(moved, "a2"), -1) is None
    assert move_question(moved, number(moved, "B"), -1) is None


def test_a_follow_up_is_for_the_phase_of_its_question() -> None:
    interview = with_questions("A", ">a1", "B")
    interview = done(interview, assign_question(interview, number(interview, "a1"), 2, 1))
    guide = interview.guide
    opening = [each.text for each in phase_questions(interview, guide.phase(1)).own]
    design = [each.text for each in phase_questions(interview, guide.phase(2)).own]
    assert opening == ["B"]
    assert design == ["A · Problem Framing", "↳ a1 · Problem Framing", "B"]


def test_a_follow_up_outlives_its_question() -> None:
    interview = with_questions("A", ">a1", ">a2")
    left = done(interview, remove_question(interview, number(interview, "A")))
    assert told(left) == ["a1", ">a2"]


def test_a_question_is_asked_at_a_moment_and_that_is_taken_back() -> None:
    played = Played(with_questions("A"))
    (question,) = played.interview.prepared_questions
    now = played.clock.now()
    asked = done(played.interview, tick(played.interview, own_key(question), now))
    assert asked.prepared_questions == (replace(question, at=now),)
    assert asked.ticked(own_key(question))
    assert not done(asked, tick(asked, own_key(question), now)).ticked(own_key(question))


def test_no_note_from_before_is_made_of_nothing() -> None:
    interview = prepared()
    assert write_preparation(interview, " ").edits == ()
    written = interview.apply(write_preparation(interview, "Ask about\nthe gap in 2021"))
    assert written.preparation.text == "Ask about\nthe gap in 2021"
    assert written.apply(write_preparation(written, "")).preparation.text == ""


@given(steps(PREPARATION), st.integers(0, 9), st.sampled_from((-1, 1)))
def test_a_move_keeps_every_question_and_its_group(
    script: list[Step], chosen: int, by: int
) -> None:
    interview = play(script).interview
    before = [{each.id for each in group} for group in groups(interview)]
    known = [each.id for each in interview.prepared_questions]
    change = move_question(interview, known[chosen % len(known)], by) if known else None
    if change is None:
        return
    moved = interview.apply(change)
    assert sorted(map(sorted, before)) == sorted(
        sorted(each.id for each in group) for group in groups(moved)
    )
    assert moved.apply(change.inverse()).records == interview.records

"""Citing evidence, the rest of the concerns in one step, and how far the scoring is."""

import pytest
from hypothesis import given

from interview_desk.interview.actions.notes import keep_private
from interview_desk.interview.actions.scoring import cite, rest_not_observed
from interview_desk.interview.concerns import Finding, concerns_found
from interview_desk.interview.evidence import evidence_for
from interview_desk.interview.scoring_progress import is_rated, minutes_left, rated
from tests.helpers.actions import GUIDE, Step, started, steps
from tests.helpers.samples import Played, prepared


@given(steps())
def test_what_may_be_cited_is_cited_once_and_nothing_of_the_reason_is_lost(
    done: list[Step],
) -> None:
    played = started(done)
    for dimension in GUIDE.dimensions:
        for each in evidence_for(played.interview, dimension.number):
            if not each.may_be_cited or played.interview.lock is not None:
                continue
            before = played.interview.rating(dimension.number).reason
            for _ in range(2):
                played.do(cite(played.interview, dimension.number, each))
            after = played.interview.rating(dimension.number).reason
            assert after.splitlines().count(each.citation) >= 1
            assert after.startswith(before.rstrip())
            assert len(after) <= len(before) + len(each.citation) + 1


def test_a_private_note_is_never_cited() -> None:
    played = Played(prepared(GUIDE))
    played.start()
    note = played.note("told of an illness #depth")
    played.do(keep_private(played.interview, note.id, private=True))
    (found,) = evidence_for(played.interview, 2)
    with pytest.raises(ValueError, match="private"):
        cite(played.interview, 2, found)


@given(steps())
def test_after_the_rest_every_concern_was_looked_at_and_none_found_anew(done: list[Step]) -> None:
    played = started(done)
    observed = concerns_found(played.interview, Finding.OBSERVED)
    played.do(rest_not_observed(played.interview))
    assert concerns_found(played.interview, Finding.NOT_LOOKED_AT) == ()
    assert concerns_found(played.interview, Finding.OBSERVED) == observed


@given(steps())
def test_the_time_left_is_none_only_when_nothing_is_open(done: list[Step]) -> None:
    interview = started(done).interview
    open_ = [each for each in GUIDE.dimensions if not is_rated(interview, each.number)]
    assert rated(interview) == len(GUIDE.dimensions) - len(open_)
    assert minutes_left(interview) >= len(open_)
    if minutes_left(interview) == 0:
        assert interview.verdict.step
        assert interview.feedback.text.strip()

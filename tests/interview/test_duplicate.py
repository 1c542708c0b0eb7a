"""A past set-up used again."""

from dataclasses import replace

from interview_desk.interview.actions.preparing import set_up
from interview_desk.interview.duplicate import duplicate
from interview_desk.interview.status import Status
from tests.helpers.samples import scored, shipped_guide


def test_a_duplicate_has_the_setup_and_nothing_of_the_person_or_the_day() -> None:
    past = scored().interview
    area = next(iter(past.guide.areas))
    chosen = replace(past.setup, scheduled="2026-11-23T10:00", length_minutes=60, areas=(area,))
    past = past.apply(set_up(past, chosen))
    new = duplicate(past, past.guide, "new", 5)
    assert new.setup == replace(chosen, candidate="", scheduled="")
    assert (new.uid, new.created_ms, new.status) == ("new", 5, Status.PREPARED)
    assert len(new.records) == 1


def test_a_duplicate_with_another_guide_keeps_only_areas_that_it_has() -> None:
    past = scored().interview
    past = past.apply(set_up(past, replace(past.setup, areas=tuple(past.guide.areas))))
    new = duplicate(past, shipped_guide(), "new", 5)
    assert set(new.setup.areas) == set(past.guide.areas) & set(shipped_guide().areas)
    assert new.guide == shipped_guide()

"""What insights read of the store: what whole interviews say, of those that are finished."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given

from interview_desk.insights.past_interview import past_interview
from interview_desk.interview.actions import running, scoring
from interview_desk.interview.evidence import evidence_counts
from interview_desk.interview.interview import Interview
from interview_desk.interview.origin import Origin
from interview_desk.interview.status import Status
from interview_desk.store.past_interviews import PastInterviews
from interview_desk.store.store import Store
from tests.helpers.actions import Step, steps
from tests.helpers.samples import prepared, shipped_guide
from tests.store.stored_play import StoredPlay, begin


def finished(store: Store, uid: str = "sample") -> StoredPlay:
    """A scored interview that is locked."""
    play = begin(store, prepared(uid=uid))
    play.start()
    play.clock.advance(60)
    play.sight("p1.s1", play.note("+ asked who it is for #problem #technical"))
    play.sight("p1.s1", play.note("an aside"))
    play.sight("p2.s1")
    play.sight("d1")
    play.clock.advance(600)
    play.do(running.enter_phase(play.interview, 2, play.clock.now()))
    play.clock.advance(900)
    play.do(running.finish(play.interview, play.clock.now()))
    play.do(scoring.rate(play.interview, 1, "Exceeds"))
    play.do(scoring.not_enough(play.interview, 2))
    play.do(scoring.lock(play.interview, play.clock.now()))
    return play


def read(store: Store) -> PastInterviews:
    return store.past_interviews()


def test_a_finished_interview_is_read_as_it_is(store: Store) -> None:
    play = finished(store)
    begin(store, prepared(uid="prepared"))
    whole = past_interview(play.row, play.interview, evidence_counts(play.interview))
    (found,) = read(store).interviews
    assert found == whole
    assert [each.pieces for each in found.rated] == [3, 3]


def test_what_is_not_finished_is_not_read(store: Store) -> None:
    assert read(store) == PastInterviews((), 0)
    play = finished(store)
    assert len(read(store).interviews) == 1
    begin(store, prepared(uid="prepared"))
    assert [each.row for each in read(store).interviews] == [play.row]


def test_what_a_colleague_found_is_not_read(store: Store) -> None:
    own = finished(store)
    other = prepared(uid="other")
    records = tuple(own.interview.records.values())
    row = store.create(Interview.of("other", other.guide, 1, records), Origin.TAKEN_IN)
    assert store.origin(row) is Origin.TAKEN_IN
    assert [each.row for each in read(store).interviews] == [own.row]


@given(script=steps())
def test_whatever_was_done_the_counts_are_those_of_the_interview(
    shared: Store, script: list[Step]
) -> None:
    uid = f"uid-{shared.count()}"
    play = begin(shared, prepared(shipped_guide(), uid=uid))
    play.start()
    for step in script:
        play.take(step)
    if play.interview.lock is None:
        play.do(scoring.lock(play.interview, play.clock.now()))
    assert play.interview.status is Status.DONE
    whole = past_interview(play.row, play.interview, evidence_counts(play.interview))
    found = {each.row: each for each in shared.past_interviews().interviews}
    assert found[play.row] == whole


def _guarding(db: sqlite3.Connection) -> list[str]:
    """The triggers that keep clock events as they are."""
    sql = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'clock_events'"
    return [name for (name,) in db.execute(sql)]


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE ratings SET dimension = 99 WHERE dimension = 2",
        "UPDATE clock_events SET kind = 'leap'",
        "UPDATE clock_events SET phase = 77 WHERE phase IS NOT NULL",
        "UPDATE setups SET length_minutes = -4",
        "UPDATE setups SET reserve_minutes = 1000000",
        "UPDATE guides SET understood = '{}'",
        "UPDATE interviews SET created_ms = -1",
    ],
)
def test_what_no_release_has_written_is_left_out_and_counted(
    store: Store, path: Path, harm: str
) -> None:
    finished(store)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA foreign_keys = OFF")
        for name in _guarding(db):
            db.execute(f'DROP TRIGGER "{name}"')
        db.execute(harm)
    assert read(store) == PastInterviews((), 1)


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE sightings SET indicator = 'no such'",
        "UPDATE note_dimensions SET dimension = 99",
    ],
)
def test_evidence_of_nothing_counts_for_nothing(store: Store, path: Path, harm: str) -> None:
    finished(store)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(harm)
    assert len(read(store).interviews) == 1

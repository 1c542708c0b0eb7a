"""The library's rows: newest first, page by page, found without reading interviews."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from interview_desk.interview.actions import notes, running, scoring, watching
from interview_desk.interview.change import Change
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_text import NoteText
from interview_desk.interview.summary import summarise_interview
from interview_desk.store.library import LIST
from interview_desk.store.store import Store
from tests.helpers.clock import HandClock
from tests.helpers.samples import prepared, scored
from tests.store.stored_play import begin


@pytest.fixture
def five(store: Store) -> Store:
    """Five interviews; those made later are stored earlier, and two at the same moment."""
    for number, created_ms in enumerate((5_000, 4_000, 4_000, 2_000, 1_000)):
        store.create(replace(prepared(uid=f"uid-{number}"), created_ms=created_ms))
    return store


def uids(store: Store, limit: int | None = None, offset: int = 0) -> list[str]:
    return [row.uid for row in store.list(limit, offset)]


def test_the_newest_interview_comes_first(five: Store) -> None:
    assert uids(five) == ["uid-0", "uid-2", "uid-1", "uid-3", "uid-4"]


def test_pages_follow_one_another_without_gap_or_repetition(five: Store) -> None:
    pages = [uids(five, 2, start) for start in (0, 2, 4, 6)]
    assert pages == [["uid-0", "uid-2"], ["uid-1", "uid-3"], ["uid-4"], []]


def test_interviews_are_counted_and_found_by_identity(five: Store) -> None:
    assert five.count() == 5
    row = five.find("uid-3")
    assert row is not None
    assert five.load(row).uid == "uid-3"
    assert five.find("of another laptop") is None


def test_a_row_says_what_the_whole_interview_says(store: Store) -> None:
    interview = scored().interview
    number = store.create(interview)
    (row,) = store.list()
    assert (row.row, row.uid, row.created_ms) == (number, interview.uid, interview.created_ms)
    assert row.summary == summarise_interview(interview)


def test_a_row_follows_every_kind_of_change(store: Store) -> None:
    played, clock = begin(store), HandClock()
    changes: tuple[Callable[[Interview], Change | None], ...] = (
        lambda now: watching.tick(now, "before.1", clock.now()),
        lambda now: running.set_up(now, replace(now.setup, candidate="Bo", length_minutes=60)),
        lambda now: running.start(now, clock.now()),
        lambda now: notes.add_note(now, clock.now(), NoteText("drew a queue")),
        lambda now: notes.remove_note(now, now.notes[0].id),
        lambda now: running.finish(now, clock.advance(60)),
        lambda now: scoring.rate(now, 2, "Meets"),
        lambda now: scoring.recommend(now, "Hire"),
        lambda now: scoring.lock(now, clock.now()),
    )
    for change in changes:
        before = store.list()[0].summary
        played.do(change(played.interview))
        (row,) = store.list()
        assert row.summary == summarise_interview(played.interview) != before


def test_a_page_of_the_library_is_read_along_indexes_alone(five: Store, path: Path) -> None:
    with closing(sqlite3.connect(path)) as conn:
        plan = [row[3] for row in conn.execute(f"EXPLAIN QUERY PLAN {LIST}", (50, 0))]
    scans = [line for line in plan if line.startswith("SCAN")]
    assert scans == ["SCAN interviews USING INDEX interviews_newest", "SCAN i"]

"""When the disk is full: what was saved stays, the last notes find room, and the user is told."""

from contextlib import closing
from pathlib import Path

import pytest

from interview_desk.interview.note_text import Draft
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.reserve import Reserve
from interview_desk.store.store import Store
from tests.helpers.clock import HandClock
from tests.helpers.samples import prepared
from tests.store.disks import fill
from tests.store.stored_play import StoredPlay, begin


def note_until_full(played: StoredPlay) -> int:
    """How many notes could still be saved."""
    for number in range(10_000):
        before = played.interview, played.journal
        try:
            played.note(f"note {number} " + "with some words to it " * 5)
        except StoreError as error:
            if error.trouble is not Trouble.FULL:
                raise
            played.interview, played.journal = before
            return number
    raise AssertionError("the disk was never full")


def test_the_reserve_saves_the_last_notes_and_is_spent_then(small_disk: Path) -> None:
    with closing(Store.open(small_disk / "interviews.db")) as store:
        played = begin(store)
        played.note("first")
        assert not Reserve(store.path).spent
        fill(small_disk)
        saved = note_until_full(played)
        assert saved >= 100
        assert Reserve(store.path).spent


def test_a_reserve_that_a_kill_left_unfinished_is_made_whole(store: Store, path: Path) -> None:
    reserve = path.with_name("interviews.db-reserve")
    size = reserve.stat().st_size
    reserve.write_bytes(b"")
    assert Reserve(store.path).spent
    store.beat(store.create(prepared()), HandClock().now())
    assert reserve.stat().st_size == size
    assert not Reserve(store.path).spent


def test_what_was_saved_before_the_disk_was_full_is_there_and_goes_on_after(
    small_disk: Path,
) -> None:
    with closing(Store.open(small_disk / "interviews.db")) as store:
        played = begin(store)
        filler = fill(small_disk)
        note_until_full(played)
        assert store.load(played.row) == played.interview
        filler.unlink()
        played.note("there is room again")
        store.save_draft(played.row, Draft("and for more", played.clock.now()))
        store.beat(played.row, played.clock.now())
        assert not Reserve(store.path).spent
        assert store.load(played.row) == played.interview
        assert store.load_journal(played.row) == played.journal


def test_a_store_on_a_full_disk_opens_by_its_reserve(small_disk: Path) -> None:
    path = small_disk / "interviews.db"
    with closing(Store.open(path)) as store:
        row = store.create(prepared())
    fill(small_disk)
    with closing(Store.open(path)) as store:
        assert store.load(row) == prepared()


def test_a_new_store_on_a_full_disk_is_told_and_leaves_nothing(small_disk: Path) -> None:
    filler = fill(small_disk)
    with pytest.raises(StoreError) as caught:
        Store.open(small_disk / "interviews.db")
    assert caught.value.trouble is Trouble.FULL
    assert [*small_disk.iterdir()] == [filler]


def test_a_full_file_is_told_where_no_disk_can_be_filled(store: Store) -> None:
    played = begin(store)
    (pages,) = store._conn.execute("PRAGMA page_count").fetchone()
    store._conn.execute(f"PRAGMA max_page_count = {pages}")
    note_until_full(played)
    assert store.load(played.row) == played.interview
    assert Reserve(store.path).spent

"""From one release's file to the next: step by step, with a copy first, or not at all."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from interview_desk.store.connection import open_file
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.schema.migrations import STEPS, Step
from interview_desk.store.store import Store
from tests.helpers.samples import scored
from tests.store.disks import fill

# Whatever else a release brings, clock events stay and every word can be found.
TRIGGERS = {
    "clock_events_stay",
    "clock_events_do_not_change",
    "clock_retractions_stay",
    "clock_retractions_do_not_change",
    *(
        f"{table}_fts_{event}"
        for table in ("notes", "setups", "ratings", "verdicts")
        for event in ("insert", "update", "delete")
    ),
}


def add_column(db: Database) -> None:
    db.execute("ALTER TABLE setups ADD COLUMN team TEXT NOT NULL DEFAULT 'none'")


def lose_everything_and_fail(db: Database) -> None:
    db.execute("DELETE FROM interviews")
    raise RuntimeError("a step with a bug")


GOOD: tuple[Step, ...] = (*STEPS, ("0002_team", add_column))
BAD: tuple[Step, ...] = (*GOOD, ("0003_bug", lose_everything_and_fail))


@pytest.fixture
def old(path: Path) -> Path:
    """A store of this release with an interview in it."""
    make_old(path)
    return path


def make_old(path: Path) -> None:
    with closing(Store.open(path)) as store:
        store.create(scored().interview)


def steps_in(path: Path) -> list[str]:
    """The steps that the file says were taken, in their order."""
    with closing(sqlite3.connect(path)) as conn:
        rows = conn.execute("SELECT name FROM _sqlite_migrations ORDER BY id").fetchall()
    return [name for (name,) in rows]


@pytest.mark.parametrize("released", range(1, len(STEPS) + 1))
def test_every_trigger_is_there_after_every_step(path: Path, released: int) -> None:
    with closing(open_file(path, STEPS[:released])) as conn:
        rows = conn.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    assert {name for (name,) in rows} >= TRIGGERS
    assert steps_in(path) == [name for name, _ in STEPS[:released]]


def test_an_older_file_is_brought_up_to_date_with_a_copy_of_it_kept(old: Path) -> None:
    open_file(old, GOOD).close()
    assert steps_in(old) == [name for name, _ in GOOD]
    with closing(sqlite3.connect(old)) as conn:
        assert conn.execute("SELECT candidate, team FROM setups").fetchall() == [("Ada", "none")]
    (copy,) = (old.parent / "backups").iterdir()
    assert steps_in(copy) == [name for name, _ in STEPS]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    with closing(Store.open(copy)) as store:
        assert store.load(1) == scored().interview


def test_nothing_is_copied_when_there_is_nothing_to_do(old: Path) -> None:
    Store.open(old).close()
    assert not (old.parent / "backups").exists()


def test_a_step_that_fails_leaves_the_file_as_the_older_release_wrote_it(old: Path) -> None:
    with pytest.raises(RuntimeError, match="a step with a bug"):
        open_file(old, BAD)
    assert steps_in(old) == [name for name, _ in STEPS]
    with closing(Store.open(old)) as store:
        assert store.load(1) == scored().interview
    # The same again: what is left of the first time is no obstacle.
    with pytest.raises(RuntimeError, match="a step with a bug"):
        open_file(old, BAD)


def test_without_room_for_the_copy_nothing_is_begun(small_disk: Path) -> None:
    path = small_disk / "interviews.db"
    make_old(path)
    (small_disk / "interviews.db-reserve").unlink()
    filler = fill(small_disk)
    filler.write_bytes(b"x" * (filler.stat().st_size - 150_000))
    with pytest.raises(StoreError) as caught:
        open_file(path, GOOD)
    assert caught.value.trouble is Trouble.FULL
    filler.unlink()
    assert steps_in(path) == [name for name, _ in STEPS]


def test_a_file_brought_up_to_date_is_refused_by_the_release_before(old: Path) -> None:
    open_file(old, GOOD).close()
    with pytest.raises(StoreError) as caught:
        Store.open(old)
    assert caught.value.trouble is Trouble.NEWER

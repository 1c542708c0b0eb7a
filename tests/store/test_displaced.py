"""The file moved, deleted or replaced under an open store: what was called saved is found again."""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from interview_desk.errors import UserError
from interview_desk.store.backups.backups import BackupKind, back_up_now, list_backups
from interview_desk.store.backups.integrity import faults_in
from interview_desk.store.backups.salvage import salvage
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.privacy.erasure import Compaction
from interview_desk.store.put_back import PutBack
from interview_desk.store.store import Store
from tests.helpers.samples import prepared
from tests.store.disks import fill
from tests.store.harms import (
    DISPLACING,
    WRITING_OVER,
    Harm,
    deleted,
    emptied,
    log_replaced,
    older_written_over,
    other_library,
    replaced_by_other,
    side,
)
from tests.store.stored_play import StoredPlay, begin

EVERY = {**DISPLACING, **WRITING_OVER}
# Pages are gone that SQLite had not read: the note stays where it was typed.
LOSING = {"emptied", "cut"}
NOON = datetime(2026, 11, 23, 12, 0)  # noqa: DTZ001 - a local time, as file names have it


class Desk:
    """A store with an interview under way, and what it told of being put back."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir()
        self.path = path
        self.store = Store.open(path)
        self.told: list[PutBack] = []
        self.store.when_put_back(self.told.append)
        self.played = begin(self.store)
        self.saved: list[str] = []
        self.older = path.parent.parent / "older.db"
        self.fold_log()
        shutil.copyfile(path, self.older)
        self.note("in the file")
        self.fold_log()
        for number in range(3):
            self.note(f"in the log {number}")

    def fold_log(self) -> None:
        self.store._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def note(self, text: str) -> bool:
        """False if it was not acknowledged, and so stays where it was typed."""
        before = self.played.interview, self.played.journal
        try:
            self.played.note(text)
        except StoreError:
            self.played.interview, self.played.journal = before
            return False
        self.saved.append(text)
        return True

    def find(self) -> set[str]:
        """Every note that a user finds: in the store, or in the newest copy set aside."""
        found: set[str] = set()
        if self.path.is_file() and self.path.stat().st_size and faults_in(self.path):
            salvage(self.path, prepared().guide, NOON)  # as the next start offers
        aside = [each.path for each in list_backups(self.path)
                 if each.kind is BackupKind.SET_ASIDE]  # fmt: skip
        for path in (self.path, *aside):
            try:
                with closing(Store.open(path)) as store:
                    row = store.find("sample")
                    if row is not None:
                        found |= {note.text for note in store.load(row).notes}
            except StoreError:
                continue
        return found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "data" / "interviews.db")
    yield made
    made.store.close()


@pytest.mark.parametrize("harm", EVERY.values(), ids=EVERY)
def test_what_is_acknowledged_after_the_harm_is_found_and_what_was_before_it(
    desk: Desk, harm: Harm
) -> None:
    harm(desk.path, desk.older)
    kept = [desk.note(f"after {number}") for number in range(3)]
    assert kept == ([True] * 3 if harm.__name__ not in LOSING else [False] * 3)
    assert len(desk.told) == all(kept)
    desk.store.close()
    assert desk.find() >= {*desk.saved}


@pytest.mark.parametrize("harm", EVERY.values(), ids=EVERY)
def test_a_program_killed_after_the_harm_has_lost_nothing_it_acknowledged(
    desk: Desk, harm: Harm, tmp_path: Path
) -> None:
    harm(desk.path, desk.older)
    desk.note("after")
    # What is on the disk now is what a killed program leaves.
    left = tmp_path / "left"
    shutil.copytree(desk.path.parent, left)
    desk.path = left / desk.path.name
    assert desk.find() >= {*desk.saved}


@pytest.mark.parametrize("harm", EVERY.values(), ids=EVERY)
def test_a_window_that_is_closed_without_another_word_puts_the_records_back(
    desk: Desk, harm: Harm
) -> None:
    harm(desk.path, desk.older)
    if harm.__name__ in LOSING:
        with pytest.raises(StoreError, match=r"(?i)not all"):
            desk.store.close()
    else:
        desk.store.close()
    assert desk.find() >= {*desk.saved}


@pytest.mark.parametrize("harm", DISPLACING.values(), ids=DISPLACING)
def test_no_other_file_is_written_over(desk: Desk, harm: Harm) -> None:
    before: Mapping[int, bytes] = {}
    harm(desk.path, desk.older)
    if desk.path.is_file() and not desk.path.is_symlink():
        before = {desk.path.stat().st_ino: desk.path.read_bytes()}
    desk.note("after")
    desk.store.close()
    for inode, data in before.items():
        if desk.path.stat().st_ino == inode:
            assert desk.path.read_bytes() == data


@pytest.mark.parametrize("harm", [replaced_by_other, WRITING_OVER["other_written_over"]])
def test_somebody_elses_library_is_left_whole_and_ours_goes_on_beside_it(
    desk: Desk, harm: Harm
) -> None:
    harm(desk.path, desk.older)
    desk.note("after")
    desk.store.close()
    with closing(Store.open(desk.path)) as other:
        assert [row.uid for row in other.list()] == ["elsewhere"]
    with closing(sqlite3.connect(desk.path)) as conn:
        assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    (aside,) = [each for each in list_backups(desk.path) if each.kind is BackupKind.SET_ASIDE]
    assert desk.told[0].file == aside.path
    assert not desk.told[0].at_its_place
    assert str(aside.path) in desk.told[0].told


def test_nothing_is_erased_by_a_name_that_leads_elsewhere(desk: Desk) -> None:
    replaced_by_other(desk.path, desk.older)
    desk.note("after")
    with pytest.raises(UserError, match="Put your records back first"):
        desk.store.privacy.erase(desk.played.row)


def test_a_log_that_another_program_put_there_is_kept_apart(desk: Desk) -> None:
    log_replaced(desk.path, desk.older)
    kept = side(desk.path, "-wal").read_bytes()
    desk.note("after")
    folder = desk.path.parent / "backups"
    assert [each.read_bytes() for each in folder.iterdir()] == [kept]


def test_a_store_that_is_harmed_again_is_put_back_again(desk: Desk) -> None:
    for harm in (deleted, replaced_by_other, deleted, DISPLACING["folder_deleted"]):
        harm(desk.told[-1].file if desk.told else desk.path, desk.older)
        assert desk.note("after")
    desk.store.close()
    assert desk.find() >= {*desk.saved}


def test_without_room_nothing_is_called_saved_and_with_room_it_goes_on(small_disk: Path) -> None:
    desk = Desk(small_disk / "data" / "interviews.db")
    side(desk.path, "-reserve").unlink()
    filler = fill(small_disk)
    deleted(desk.path, desk.older)
    assert not desk.note("no room")
    filler.unlink()
    assert desk.note("room")
    desk.store.close()
    assert desk.find() == {*desk.saved}


def test_what_cannot_be_saved_whole_is_not_called_saved_and_kept_as_it_is(desk: Desk) -> None:
    for number in range(400):  # more than the cache holds
        desk.store.create(prepared(uid=f"u{number}", candidate="words " * 2000))
    desk.fold_log()
    emptied(desk.path, desk.older)
    with pytest.raises(StoreError) as caught:
        desk.played.note("lost?")
    assert caught.value.trouble is Trouble.DISPLACED
    with pytest.raises(StoreError):
        desk.store.set_setting("a", "b")
    assert "copy what you need" in str(caught.value)


def test_a_checkpoint_of_another_program_is_no_harm(desk: Desk) -> None:
    with closing(sqlite3.connect(desk.path)) as other:
        for number in range(5):
            other.execute("PRAGMA wal_checkpoint(PASSIVE)")
            assert desk.note(f"note {number}")
        other.execute("INSERT INTO settings VALUES ('of', 'another')")
        other.commit()
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert desk.note("and on")
    other = sqlite3.connect(desk.path)
    other.execute("VACUUM")
    other.close()
    assert desk.note("and on")
    assert desk.told == []


def test_a_library_that_lies_behind_a_link_goes_on_there(tmp_path: Path) -> None:
    real = tmp_path / "real.db"
    other_library(real)
    link = tmp_path / "interviews.db"
    link.symlink_to(real)
    told: list[PutBack] = []
    with closing(Store.open(link)) as store:
        store.when_put_back(told.append)
        real.unlink()
        StoredPlay(store, 1).note("after")
    assert [each.file for each in told] == [real]
    with closing(Store.open(link)) as store:
        assert [note.text for note in store.load(1).notes] == ["after"]


def test_where_a_file_was_expected_no_new_one_is_made(desk: Desk) -> None:
    deleted(desk.path, desk.older)
    for work in (
        lambda: back_up_now(desk.path, datetime(2026, 11, 23, 10, 15, tzinfo=UTC)),
        Compaction(desk.path).run,
    ):
        with pytest.raises(StoreError):
            work()
        assert not desk.path.exists()


def test_a_copy_in_its_place_is_no_harm_while_it_is_the_same(desk: Desk) -> None:
    desk.fold_log()
    shutil.copyfile(desk.path, desk.older)
    older_written_over(desk.path, desk.older)
    assert desk.note("after")
    desk.store.close()
    assert desk.find() >= {*desk.saved}

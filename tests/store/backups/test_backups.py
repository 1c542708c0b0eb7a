"""Copies of the store: made daily, a few kept, and put back with the present file set aside."""

import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from interview_desk.errors import UserError
from interview_desk.interview.actions.running import set_up
from interview_desk.store.backups.backups import (
    BackupKind,
    back_up_daily,
    back_up_now,
    find_backup,
    list_backups,
    place_for,
)
from interview_desk.store.backups.integrity import faults_in, inspect_store
from interview_desk.store.backups.restore import restore
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.store import Store
from tests.helpers.samples import prepared, scored
from tests.store.stored_play import begin

DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001 - a local time, as file names have it


def uids(path: Path) -> list[str]:
    with closing(Store.open(path)) as store:
        return [row.uid for row in store.list()]


def test_the_days_backup_is_made_once(store: Store, path: Path) -> None:
    interview = scored().interview
    store.create(interview)
    made = back_up_daily(path, DAY)
    assert made is not None
    assert (made.kind, made.size) == (BackupKind.DAILY, made.path.stat().st_size)
    assert back_up_daily(path, DAY) is None
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    with closing(Store.open(made.path)) as copy:
        assert copy.load(1) == interview


def test_what_is_not_in_the_file_yet_but_in_its_log_is_in_the_backup(
    store: Store, path: Path
) -> None:
    store._conn.execute("PRAGMA wal_autocheckpoint = 0")
    played = begin(store)
    played.note("drew a queue")
    made = back_up_now(path, NOW)
    with closing(Store.open(made.path)) as copy:
        assert copy.load(1) == played.interview


def test_a_week_of_backups_is_kept(store: Store, path: Path) -> None:
    for days in range(10):
        back_up_daily(path, DAY + timedelta(days))
    names = sorted(each.name for each in list_backups(path))
    assert names == [f"interviews-2026-{day}.db" for day in
                     ("11-26", "11-27", "11-28", "11-29", "11-30", "12-01", "12-02")]  # fmt: skip


def test_a_backup_on_request_takes_no_others_place(store: Store, path: Path) -> None:
    daily = back_up_daily(path, DAY)
    store.create(prepared())
    made = [back_up_now(path, NOW), back_up_now(path, NOW), back_up_daily(path, DAY)]
    assert daily is not None
    assert uids(daily.path) == []
    assert [uids(each.path) for each in made if each] == [["sample"], ["sample"]]
    assert sorted(each.name for each in list_backups(path)) == [
        "interviews-2026-11-23-100000-2.db",
        "interviews-2026-11-23-100000.db",
        "interviews-2026-11-23.db",
    ]
    assert {each.kind for each in made if each} == {BackupKind.ASKED_FOR}


def test_of_backups_on_request_the_newest_are_kept(store: Store, path: Path) -> None:
    back_up_daily(path, DAY)
    for minutes in range(9):
        back_up_now(path, NOW + timedelta(minutes=minutes))
    names = sorted(each.name for each in list_backups(path))
    minutes_kept = [f"interviews-2026-11-23-100{minute}00.db" for minute in range(2, 9)]
    assert names == [*minutes_kept, "interviews-2026-11-23.db"]


def test_other_files_in_the_folder_are_none_of_ours(store: Store, path: Path) -> None:
    back_up_daily(path, DAY)
    folder = path.parent / "backups"
    for name in ("interviews-holiday.db", "notes.txt", "interviews-2026-11-24.db-wal"):
        (folder / name).write_text("mine")
    (folder / "interviews-2026-11-25.db").mkdir()
    assert [each.name for each in list_backups(path)] == ["interviews-2026-11-23.db"]
    with pytest.raises(UserError, match="no backup"):
        find_backup(path, "../interviews.db")


def test_a_sound_store_is_backed_up_and_a_damaged_one_is_not(path: Path) -> None:
    with closing(Store.open(path)) as store:
        store.create(scored().interview)
    assert inspect_store(path, DAY).faults == ()
    tear(path)
    looked = inspect_store(path, DAY + timedelta(1))
    assert looked.faults
    assert looked.backup is None
    assert len(list_backups(path)) == 1


def tear(path: Path) -> None:
    """Damage in the middle of the file."""
    with path.open("r+b") as file:
        file.seek(8 * 4096)
        file.write(b"\xff" * 40_000)


def test_looking_changes_not_a_byte(path: Path) -> None:
    with closing(Store.open(path)) as store:
        store.create(scored().interview)
    before = path.read_bytes()
    assert faults_in(path) == ()
    assert path.read_bytes() == before


# Restoring


@pytest.fixture
def backed_up(path: Path) -> Path:
    """A store with an interview that its backup has, and one that came later."""
    with closing(Store.open(path)) as store:
        store.create(prepared(uid="old"))
        back_up_daily(path, DAY)
        played = begin(store, prepared(uid="new"))
        played.do(set_up(played.interview, played.interview.setup))
    return path


def test_a_restored_backup_is_the_store_and_the_present_one_is_set_aside(backed_up: Path) -> None:
    (backup,) = list_backups(backed_up)
    aside = restore(backed_up, backup, NOW)
    assert aside is not None
    assert aside.name == "interviews-set-aside-2026-11-23-100000.db"
    assert uids(backed_up) == ["old"]
    assert sorted(uids(aside)) == ["new", "old"]
    assert {each.kind for each in list_backups(backed_up)} == {
        BackupKind.DAILY,
        BackupKind.SET_ASIDE,
    }
    # And back again, within the same second.
    restore(backed_up, find_backup(backed_up, aside.name), NOW)
    assert sorted(uids(backed_up)) == ["new", "old"]
    assert len(list_backups(backed_up)) == 3


def test_a_backup_is_restored_where_there_is_no_store_any_more(backed_up: Path) -> None:
    (backup,) = list_backups(backed_up)
    backed_up.unlink()
    assert restore(backed_up, backup, NOW) is None
    assert uids(backed_up) == ["old"]


def test_a_store_that_is_open_elsewhere_is_not_restored(backed_up: Path) -> None:
    (backup,) = list_backups(backed_up)
    with closing(Store.open(backed_up)), pytest.raises(StoreError) as caught:
        restore(backed_up, backup, NOW)
    assert caught.value.trouble is Trouble.LOCKED
    assert sorted(uids(backed_up)) == ["new", "old"]
    assert len(list_backups(backed_up)) == 1


def test_a_damaged_store_and_its_log_are_set_aside_together(backed_up: Path) -> None:
    (backup,) = list_backups(backed_up)
    log = backed_up.with_name("interviews.db-wal")
    with closing(Store.open(backed_up)) as store:
        store.create(prepared(uid="in the log"))
        shutil.copy(log, log.with_suffix(".kept"))
    log.with_suffix(".kept").rename(log)
    torn = b"no database at all" * 1000
    backed_up.write_bytes(torn)
    kept = log.read_bytes()
    aside = restore(backed_up, backup, NOW)
    assert aside is not None
    assert aside.read_bytes() == torn
    assert aside.with_name(aside.name + "-wal").read_bytes() == kept
    assert uids(backed_up) == ["old"]


def test_a_damaged_or_newer_or_foreign_backup_is_refused(backed_up: Path) -> None:
    before = backed_up.read_bytes()
    torn, newer, foreign = (place_for(backed_up, f"2020-01-0{n}") for n in (1, 2, 3))
    shutil.copy(backed_up, torn)
    tear(torn)
    shutil.copy(backed_up, newer)
    with closing(sqlite3.connect(newer)) as conn, conn:
        conn.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('interview-desk', '9999_from_the_future', '2031-01-01')"
        )
    foreign.write_text("my shopping list")
    for bad in (torn, newer, foreign):
        with pytest.raises(UserError):
            restore(backed_up, find_backup(backed_up, bad.name), NOW)
    assert backed_up.read_bytes() == before

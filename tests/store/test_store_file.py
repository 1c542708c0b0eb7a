"""What the store does with the file it is given: rights, refusals, and leaving it as it was."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from interview_desk.store.connection import APPLICATION_ID
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.store import Store
from tests.helpers.samples import prepared, scored
from tests.store.disks import read_only


def refused(path: Path) -> StoreError:
    """The error on opening the store."""
    with pytest.raises(StoreError) as caught:
        Store.open(path).close()
    return caught.value


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of the folder."""
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def make_newer(path: Path) -> None:
    """A store that a later release has written."""
    Store.open(path).close()
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('interview-desk', '9999_from_the_future', '2031-01-01')"
        )


# Rights


@pytest.mark.skipif(os.name != "posix", reason="rights of other systems are their folders'")
def test_every_file_is_its_owners_alone_whatever_the_umask(path: Path) -> None:
    before = os.umask(0)
    try:
        store = Store.open(path)
        store.create(prepared())
        names = {each.name for each in path.parent.iterdir()}
        assert names >= {"interviews.db", "interviews.db-wal", "interviews.db-shm"}
        rights = {stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
        store.close()
    finally:
        os.umask(before)
    assert rights == {0o600}


@pytest.mark.skipif(os.name != "posix", reason="rights of other systems are their folders'")
def test_a_file_that_others_could_read_is_closed_to_them(path: Path) -> None:
    Store.open(path).close()
    path.chmod(0o644)
    Store.open(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_store_that_was_closed_is_one_file_and_its_reserve(path: Path) -> None:
    store = Store.open(path)
    store.create(prepared())
    store.close()
    assert set(contents(path.parent)) == {"interviews.db", "interviews.db-reserve"}


def test_the_store_is_durable_and_keeps_references(store: Store) -> None:
    settings = ("journal_mode", "synchronous", "foreign_keys", "application_id")
    found = [store._conn.execute(f"PRAGMA {name}").fetchone()[0] for name in settings]
    assert found == ["wal", 2, 1, APPLICATION_ID]


# What a killed program left


def test_what_a_kill_left_of_a_new_store_is_removed_whoever_made_it(path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    for process in (os.getpid(), gone.pid):
        for end in ("", "-wal", "-shm", "-journal"):
            path.with_name(f"interviews.db-new-{process}{end}").write_bytes(b"half")
    Store.open(path).close()
    assert set(contents(path.parent)) == {"interviews.db", "interviews.db-reserve"}


def test_a_second_name_that_a_kill_left_of_the_store_is_removed(path: Path) -> None:
    Store.open(path).close()
    path.with_name(f"interviews.db-new-{os.getpid()}").hardlink_to(path)
    Store.open(path).close()
    assert set(contents(path.parent)) == {"interviews.db", "interviews.db-reserve"}


def test_records_that_were_being_put_back_at_a_kill_are_put_back(path: Path) -> None:
    with closing(Store.open(path)) as store:
        store.create(prepared())
    path.rename(path.with_name("interviews.db-put-back"))
    with closing(Store.open(path)) as store:
        assert store.count() == 1
    assert set(contents(path.parent)) == {"interviews.db", "interviews.db-reserve"}


# Files that are not opened


def test_a_newer_file_is_refused_and_left_as_it_was(path: Path) -> None:
    make_newer(path)
    before = contents(path.parent)
    error = refused(path)
    assert error.trouble is Trouble.NEWER
    assert "Update Interview Desk" in str(error)
    assert contents(path.parent) == before


def test_a_newer_file_that_was_not_closed_is_left_as_it_was_too(path: Path, tmp_path: Path) -> None:
    store = Store.open(path)
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('interview-desk', '9999_from_the_future', '2031-01-01')"
        )
        newer.commit()
        crashed = tmp_path / "crashed"
        crashed.mkdir()
        for name in ("interviews.db", "interviews.db-wal"):
            shutil.copy(path.parent / name, crashed / name)
    store.close()
    before = contents(crashed)
    assert refused(crashed / path.name).trouble is Trouble.NEWER
    assert contents(crashed).items() >= before.items()


def test_a_zero_byte_file_is_refused(path: Path) -> None:
    path.touch()
    error = refused(path)
    assert error.trouble is Trouble.EMPTY
    assert str(path) in str(error)
    assert path.read_bytes() == b""


def test_a_file_that_is_no_database_is_refused_and_left_as_it_was(path: Path) -> None:
    path.write_text("my shopping list\n" * 100)
    before = contents(path.parent)
    assert refused(path).trouble is Trouble.FOREIGN
    assert contents(path.parent) == before


def test_a_database_of_another_program_is_refused_and_left_as_it_was(path: Path) -> None:
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("CREATE TABLE notes (text)")
    before = contents(path.parent)
    assert refused(path).trouble is Trouble.FOREIGN
    assert contents(path.parent) == before


def test_a_folder_in_the_place_of_the_file_is_refused(path: Path) -> None:
    path.mkdir()
    assert refused(path).trouble is Trouble.FOREIGN


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / "nowhere" / "interviews.db").trouble is Trouble.UNREACHABLE


def test_a_truncated_file_is_told_as_damaged_and_kept(path: Path) -> None:
    Store.open(path).close()
    path.write_bytes(path.read_bytes()[: 3 * 4096])
    before = path.read_bytes()
    assert refused(path).trouble is Trouble.DAMAGED
    assert path.read_bytes() == before


def test_damage_inside_is_told_when_it_is_met(path: Path) -> None:
    store = Store.open(path)
    row = store.create(scored().interview)
    store.close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))
    with pytest.raises(StoreError) as caught, closing(Store.open(path)) as store:
        store.load(row)
    assert caught.value.trouble is Trouble.DAMAGED


# Files that cannot be written


def test_a_read_only_disk_is_told(path: Path) -> None:
    Store.open(path).close()
    with read_only(path.parent):
        error = refused(path)
    assert error.trouble is Trouble.READ_ONLY
    assert "--data-dir" in str(error)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="rights do not bind root")
def test_a_read_only_file_is_told(path: Path) -> None:
    Store.open(path).close()
    path.chmod(0o400)
    assert refused(path).trouble is Trouble.READ_ONLY


# Other programs


HOLD = """
import sqlite3, sys
conn = sqlite3.connect(sys.argv[1], isolation_level=None)
conn.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_store_that_another_program_writes_to_is_told_as_locked(store: Store, path: Path) -> None:
    store._conn.execute("PRAGMA busy_timeout = 50")
    row = store.create(prepared())
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"held"
        with pytest.raises(StoreError) as caught:
            store.set_setting("theme", "dark")
        assert caught.value.trouble is Trouble.LOCKED
        assert store.load(row) == prepared()
        other.communicate()
    store.set_setting("theme", "dark")
    assert store.setting("theme") == "dark"

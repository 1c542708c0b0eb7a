"""A log beside a file that it does not belong to: never applied to it, and never destroyed."""

import gzip
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from interview_desk.store.backups.backups import back_up_now
from interview_desk.store.connection import open_file
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.foreign_log import set_log_aside
from interview_desk.store.schema.migrations import STEPS
from interview_desk.store.store import Store
from tests.helpers.samples import prepared
from tests.store.harms import side
from tests.store.stored_play import StoredPlay, begin

NOON = datetime(2026, 11, 23, 12, 0)  # noqa: DTZ001 - a local time, as file names have it
FIRST_RELEASE = Path(__file__).parent / "schema" / "files" / "0001.db.gz"


def crashed(path: Path, folder: Path, write: Callable[[Store], object]) -> Path:
    """What is left on the disk when a program dies right after it wrote."""
    folder.mkdir()
    with closing(Store.open(path)) as store:
        write(store)
        for each in (path, side(path, "-wal")):
            shutil.copyfile(each, folder / each.name)
    return folder / path.name


def notes(count: int, name: str, uid: str = "sample") -> Callable[[Store], None]:
    """Takes so many notes in the interview, which is made if it is not there."""

    def write(store: Store) -> None:
        row = store.find(uid)
        played = StoredPlay(store, row) if row else begin(store, prepared(uid=uid))
        for number in range(count):
            played.note(f"{name} {number}")

    return write


def contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def words(path: Path) -> list[str]:
    """Every note in the store."""
    with closing(Store.open(path)) as store:
        return [note.text for row in store.list() for note in store.load(row.row).notes]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with an interview of three notes, closed as it should be."""
    path = tmp_path / "laptop" / "interviews.db"
    path.parent.mkdir()
    with closing(Store.open(path)) as store:
        notes(3, "both")(store)
    return path


def copied(path: Path, folder: Path) -> Path:
    folder.mkdir()
    shutil.copyfile(path, folder / path.name)
    return folder / path.name


BOTH = ["both 0", "both 1", "both 2"]


def refused(path: Path) -> StoreError:
    """The trouble with opening the store, which changed nothing."""
    before = contents(path.parent)
    with pytest.raises(StoreError) as caught:
        Store.open(path).close()
    assert contents(path.parent) == before
    return caught.value


def check_kept_apart(path: Path, expected: list[str]) -> None:
    """The file is read without the log, which is kept as it was."""
    log = side(path, "-wal").read_bytes()
    error = refused(path)
    assert error.trouble is Trouble.FOREIGN_LOG
    assert "interviews.db-wal beside" in str(error)
    (aside,) = set_log_aside(path, NOON)
    assert aside.read_bytes() == log
    assert words(path) == expected


# A log of its own


@pytest.mark.parametrize("count", [1, 5, 120])
def test_a_log_of_its_own_is_applied(library: Path, tmp_path: Path, count: int) -> None:
    path = crashed(library, tmp_path / "crashed", notes(count, "more"))
    assert set_log_aside(path, NOON) == []
    assert words(path) == [*BOTH, *(f"more {number}" for number in range(count))]


def test_a_log_that_was_folded_in_by_parts_is_applied(library: Path, tmp_path: Path) -> None:
    def write(store: Store) -> None:
        for number in range(6):
            notes(2, f"part {number}")(store)
            store._conn.execute("PRAGMA wal_checkpoint(PASSIVE)")
        notes(1, "last")(store)

    assert words(crashed(library, tmp_path / "crashed", write))[-1] == "last 0"


def test_the_log_of_a_store_that_was_new_is_applied(tmp_path: Path) -> None:
    path = tmp_path / "interviews.db"
    assert words(crashed(path, tmp_path / "crashed", notes(2, "first"))) == ["first 0", "first 1"]


def test_the_log_of_another_program_that_wrote_into_the_file_is_applied(
    library: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "crashed"
    folder.mkdir()
    with closing(sqlite3.connect(library)) as other:
        other.execute("INSERT INTO settings VALUES ('by', 'hand')")
        other.commit()
        for each in (library, side(library, "-wal")):
            shutil.copyfile(each, folder / each.name)
    with closing(Store.open(folder / library.name)) as store:
        assert store.setting("by") == "hand"


@pytest.mark.parametrize("taken", [1, len(STEPS)])
def test_a_file_of_the_first_release_opens_with_its_log(tmp_path: Path, taken: int) -> None:
    """As that release left it when it died, or as this one did right after the update."""
    old = tmp_path / "interviews.db"
    old.write_bytes(gzip.decompress(FIRST_RELEASE.read_bytes()))
    folder = tmp_path / "crashed"
    folder.mkdir()
    with closing(open_file(old, STEPS[:taken])) as conn:
        conn.execute("INSERT INTO settings VALUES ('typed', 'last')")
        for each in (old, side(old, "-wal")):
            shutil.copyfile(each, folder / each.name)
    with closing(Store.open(folder / old.name)) as store:
        assert store.setting("typed") == "last"
        assert store.count() == 2


# A log of other records


def test_of_two_laptops_with_the_same_library_neither_gets_the_others_log(
    library: Path, tmp_path: Path
) -> None:
    other = copied(library, tmp_path / "other")
    crashed_here = crashed(library, tmp_path / "crashed", notes(25, "here"))
    with closing(Store.open(other)) as store:
        notes(25, "there")(store)
    shutil.copyfile(side(crashed_here, "-wal"), side(other, "-wal"))
    check_kept_apart(other, [*BOTH, *(f"there {number}" for number in range(25))])


def test_the_file_can_be_read_while_the_log_is_beside_it(library: Path, tmp_path: Path) -> None:
    other = copied(library, tmp_path / "other")
    here = crashed(library, tmp_path / "crashed", notes(2, "here"))
    with closing(Store.open(other)) as store:
        notes(2, "there")(store)
    shutil.copyfile(side(here, "-wal"), side(other, "-wal"))
    before = contents(other.parent)
    with closing(Store.look(other)) as store:
        assert [note.text for note in store.load(1).notes] == [*BOTH, "there 0", "there 1"]
        with pytest.raises(StoreError):
            store.set_setting("a", "b")
    assert contents(other.parent) == before


def test_of_two_laptops_that_both_crashed_neither_gets_the_others_log(
    library: Path, tmp_path: Path
) -> None:
    def write(name: str) -> Callable[[Store], None]:
        def work(store: Store) -> None:
            notes(2, name)(store)
            store._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            notes(1, name)(store)

        return work

    other = copied(library, tmp_path / "other")
    here = crashed(library, tmp_path / "here", write("here"))
    there = crashed(other, tmp_path / "there", write("there"))
    shutil.copyfile(side(here, "-wal"), side(there, "-wal"))
    check_kept_apart(there, [*BOTH, "there 0", "there 1"])


def test_an_unrelated_library_does_not_get_the_log(library: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "interviews.db"
    other.parent.mkdir()
    with closing(Store.open(other)) as store:
        notes(4, "unrelated", uid="else")(store)
    here = crashed(library, tmp_path / "crashed", notes(120, "here"))
    shutil.copyfile(side(here, "-wal"), side(other, "-wal"))
    check_kept_apart(other, [f"unrelated {number}" for number in range(4)])


def test_an_older_copy_does_not_get_a_newer_log(library: Path, tmp_path: Path) -> None:
    older = copied(library, tmp_path / "older")
    with closing(Store.open(library)) as store:
        notes(2, "later")(store)
    newer = crashed(library, tmp_path / "crashed", notes(2, "newest"))
    shutil.copyfile(side(newer, "-wal"), side(older, "-wal"))
    check_kept_apart(older, BOTH)


def test_a_newer_file_does_not_get_an_older_log(library: Path, tmp_path: Path) -> None:
    older = crashed(library, tmp_path / "crashed", notes(2, "then"))
    with closing(Store.open(library)) as store:
        notes(2, "later")(store)
        store._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        notes(2, "newest")(store)
    newest = words(library)
    shutil.copyfile(side(older, "-wal"), side(library, "-wal"))
    check_kept_apart(library, newest)


@pytest.mark.parametrize("mid_session", [False, True])
def test_a_backup_put_in_place_by_hand_beside_a_log_is_safe(
    library: Path, tmp_path: Path, mid_session: bool
) -> None:
    copies: list[Path] = []

    def write(store: Store) -> None:
        for number in range(3):
            notes(30, f"round {number}")(store)
            if number == 1:
                copies.append(back_up_now(library, datetime(2026, 11, 23, 10, 15, tzinfo=UTC)).path)

    if not mid_session:
        copies.append(back_up_now(library, datetime(2026, 11, 22, 10, 15, tzinfo=UTC)).path)
    path = crashed(library, tmp_path / "crashed", write)
    expected = words(copies[0])
    shutil.copyfile(copies[0], path)
    set_log_aside(path, NOON)
    found = words(path)
    assert found[: len(expected)] == expected
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize(("here", "there"), [(40, 7), (7, 40)])
def test_logs_of_the_first_release_are_told_apart_too(
    tmp_path: Path, here: int, there: int
) -> None:
    def first(name: str, count: int) -> Path:
        """A file that the first release wrote so many notes into; its log is kept beside it."""
        path = tmp_path / name / "interviews.db"
        path.parent.mkdir()
        path.write_bytes(gzip.decompress(FIRST_RELEASE.read_bytes()))
        sql = (
            "INSERT INTO notes (interview, id, text, kind, wall_ms, mono_ms, boot, private)"
            " VALUES (1, ?, ?, 'plain', 1, 1, ?, 0)"
        )
        with closing(open_file(path, STEPS[:1])) as conn:
            for number in range(900, 900 + count):
                conn.execute("BEGIN")
                conn.execute(sql, (number, f"{name} {number} " + "words " * 200, name))
                conn.execute(
                    "UPDATE interviews SET note_count = note_count + 1, revision = revision + 1"
                    " WHERE pk = 1"
                )
                conn.execute("COMMIT")
            shutil.copyfile(side(path, "-wal"), tmp_path / f"{name} log")
        return path

    first("here", here)
    path = first("there", there)
    before = words(copied(path, tmp_path / "asked"))
    shutil.copyfile(tmp_path / "here log", side(path, "-wal"))
    check_kept_apart(path, before)


# A log that is no log, or not all of it


def test_a_log_cut_at_any_place_gives_what_is_in_it(library: Path, tmp_path: Path) -> None:
    whole = crashed(library, tmp_path / "crashed", notes(4, "more"))
    log = side(whole, "-wal").read_bytes()
    all_words = [*BOTH, *(f"more {number}" for number in range(4))]
    for end in (0, 1, 31, 32, 33, 2000, len(log) // 3, len(log) // 2, len(log) - 1, len(log)):
        path = copied(whole, tmp_path / f"cut at {end}")
        side(path, "-wal").write_bytes(log[:end])
        found = words(path)
        assert found == all_words[: len(found)]
        assert len(found) >= len(BOTH)


def test_a_log_cut_shorter_than_what_the_file_has_of_it_is_not_applied(
    library: Path, tmp_path: Path
) -> None:
    def write(store: Store) -> None:
        notes(20, "more")(store)
        store._conn.execute("PRAGMA wal_checkpoint(PASSIVE)")

    path = crashed(library, tmp_path / "crashed", write)
    os.truncate(side(path, "-wal"), side(path, "-wal").stat().st_size // 3)
    check_kept_apart(path, [*BOTH, *(f"more {number}" for number in range(20))])


@pytest.mark.parametrize("garbage", [b"\0" * 9000, b"Dear diary, " * 900, os.urandom(9000)])
def test_garbage_in_the_place_of_the_log_is_kept_apart(library: Path, garbage: bytes) -> None:
    side(library, "-wal").write_bytes(garbage)
    check_kept_apart(library, BOTH)


def test_a_log_with_a_fault_in_it_gives_what_is_before_the_fault(
    library: Path, tmp_path: Path
) -> None:
    path = crashed(library, tmp_path / "crashed", notes(6, "more"))
    log = bytearray(side(path, "-wal").read_bytes())
    log[len(log) // 2] ^= 0xFF
    side(path, "-wal").write_bytes(log)
    found = words(path)
    assert BOTH < found < [*BOTH, *(f"more {number}" for number in range(6))]


# A log without its file


def test_a_log_without_its_file_is_refused_and_the_file_put_back_gets_it(
    library: Path, tmp_path: Path
) -> None:
    path = crashed(library, tmp_path / "crashed", notes(2, "more"))
    path.rename(path.with_name("away.db"))
    error = refused(path)
    assert error.trouble is Trouble.LOG_ALONE
    assert "interviews.db-wal" in str(error)
    path.with_name("away.db").rename(path)
    assert words(path) == [*BOTH, "more 0", "more 1"]


def test_a_log_without_its_file_can_be_moved_away_to_begin_anew(
    library: Path, tmp_path: Path
) -> None:
    path = crashed(library, tmp_path / "crashed", notes(2, "more"))
    path.unlink()
    log = side(path, "-wal").read_bytes()
    (aside,) = set_log_aside(path, NOON)
    assert aside.read_bytes() == log
    assert words(path) == []


def test_an_empty_log_without_a_file_has_nothing_in_it(tmp_path: Path) -> None:
    path = tmp_path / "interviews.db"
    side(path, "-wal").touch()
    side(path, "-shm").write_bytes(b"\0" * 32768)
    assert words(path) == []


# Rollback journals, which SQLite plays back in the same way


def test_a_journal_without_its_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "interviews.db"
    side(path, "-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 1000)
    assert refused(path).trouble is Trouble.LOG_ALONE


def test_the_journal_of_another_file_is_not_played_back(library: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other, isolation_level=None)) as conn:
        conn.execute("CREATE TABLE junk (words)")
        conn.executemany("INSERT INTO junk VALUES (?)", [("junk " * 300,)] * 200)
        conn.execute("PRAGMA cache_spill = 1")
        conn.execute("PRAGMA cache_size = 1")
        conn.execute("BEGIN")
        conn.execute("UPDATE junk SET words = words || 'more'")
        shutil.copyfile(side(other, "-journal"), side(library, "-journal"))
        conn.execute("ROLLBACK")
    journal = side(library, "-journal").read_bytes()
    assert refused(library).trouble is Trouble.FOREIGN_LOG
    (aside,) = set_log_aside(library, NOON)
    assert aside.read_bytes() == journal
    assert words(library) == BOTH


# While others have it open


def test_a_log_in_use_is_nobodys_question(library: Path) -> None:
    with closing(Store.open(library)) as store:
        played = StoredPlay(store, 1)
        for number in range(40):
            played.note(f"more {number}")
            assert set_log_aside(library, NOON) == []
            with closing(Store.open(library)) as other:
                assert other.count() == 1

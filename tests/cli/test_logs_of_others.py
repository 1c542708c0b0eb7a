"""The commands where a log lies beside the records that is not theirs, or lies there alone."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from interview_desk.store.store import Store
from tests.cli.test_commands import run, store_one
from tests.cli.test_store_commands import store_at
from tests.helpers.samples import prepared
from tests.store.harms import side
from tests.store.stored_play import begin


def contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def log_of_another(home: Path, scratch: Path) -> bytes:
    """Ada's interview, and beside it the log that another laptop's crash left."""
    store_one(home)
    path = scratch / "interviews.db"
    scratch.mkdir()
    with closing(Store.open(path)) as other:
        for number in range(30):
            other.create(prepared(uid=f"u{number}", candidate="Elsewhere"))
        shutil.copyfile(side(path, "-wal"), side(store_at(home), "-wal"))
    return side(store_at(home), "-wal").read_bytes()


def test_a_file_that_was_copied_without_its_log_is_noticed(tmp_path: Path) -> None:
    path = store_at(tmp_path)
    elsewhere = tmp_path / "elsewhere.db"
    with closing(Store.open(elsewhere)) as store:
        played = begin(store, prepared())
        played.start()
        store._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        played.note("not in the copy")
        shutil.copyfile(elsewhere, path)
    told = run("list", home=tmp_path)
    assert "1 interview is still running, and no log lies beside" in told.stderr
    assert "Ada  (0 notes)" in told.stdout
    assert "copied while" in run("doctor", home=tmp_path).stdout


def test_a_file_that_was_closed_lacks_nothing(tmp_path: Path) -> None:
    store_one(tmp_path)
    assert run("list", home=tmp_path).stderr == ""
    assert "none is missing" in run("doctor", home=tmp_path).stdout


def test_a_window_that_is_open_has_its_log(tmp_path: Path) -> None:
    store_one(tmp_path)
    with closing(Store.open(store_at(tmp_path))) as store:
        begin(store, prepared(uid="live")).start()
        assert run("list", home=tmp_path).stderr == ""


def test_what_only_reads_shows_the_file_and_leaves_the_log_beside_it(tmp_path: Path) -> None:
    log_of_another(tmp_path, tmp_path / "other")
    before = contents(tmp_path / "data")
    for args in (("list",), ("search", "ada"), ("person", "Ada", "--out", "ada.json")):
        done = run(*args, home=tmp_path)
        assert "log of other records" in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
        assert "Elsewhere" not in done.stdout
    assert "Ada" in run("list", home=tmp_path).stdout
    assert "log of other records" in run("doctor", home=tmp_path, expect=1).stdout
    assert contents(tmp_path / "data") == before


@pytest.mark.parametrize(
    "args", [("backup",), ("erase", "1", "--yes"), ("anonymise", "1"), ("import", "one.json")]
)
def test_what_writes_is_refused_and_salvage_keeps_the_log_apart(
    tmp_path: Path, args: tuple[str, ...]
) -> None:
    log = log_of_another(tmp_path, tmp_path / "other")
    run("export", "1", "--out", "one.json", home=tmp_path)
    before = contents(tmp_path / "data")
    assert "log of other records" in run(*args, home=tmp_path, expect=1).stderr
    assert contents(tmp_path / "data") == before
    told = run("salvage", home=tmp_path, expect=1).stderr
    assert "is kept as" in told
    assert "records are sound" in told
    assert log in contents(tmp_path / "data" / "backups").values()
    run(*args, home=tmp_path)


def test_a_log_alone_is_told_by_every_command_and_nothing_is_made(tmp_path: Path) -> None:
    log = log_of_another(tmp_path, tmp_path / "other")
    store_at(tmp_path).unlink()
    before = contents(tmp_path / "data")
    for args in (("list",), ("search", "ada"), ("backup",), ("salvage",), ("export", "1")):
        told = run(*args, home=tmp_path, expect=1).stderr
        assert "interviews.db-wal" in told
        assert len(told.strip().splitlines()) == 1
    assert "interviews.db-wal" in run("doctor", home=tmp_path, expect=1).stdout
    assert contents(tmp_path / "data") == before
    assert log in before.values()


def test_a_backup_put_in_the_place_of_a_missing_file_keeps_the_log_apart(tmp_path: Path) -> None:
    store_one(tmp_path)
    run("backup", home=tmp_path)
    store_at(tmp_path).unlink()
    (tmp_path / "spare").mkdir()
    log = log_of_another(tmp_path / "spare", tmp_path / "other")
    side(store_at(tmp_path), "-wal").write_bytes(log)
    (name,) = (each.name for each in (tmp_path / "data" / "backups").iterdir())
    run("restore", name, home=tmp_path)
    assert "Ada" in run("list", home=tmp_path).stdout
    assert "Elsewhere" not in run("list", home=tmp_path).stdout
    assert log in contents(tmp_path / "data" / "backups").values()


def test_a_backup_put_back_beside_a_foreign_log_takes_the_log_nowhere(tmp_path: Path) -> None:
    store_one(tmp_path)
    run("backup", home=tmp_path)
    spare = tmp_path / "spare"
    spare.mkdir()
    log = log_of_another(spare, tmp_path / "other")
    side(store_at(tmp_path), "-wal").write_bytes(log)
    (name,) = (each.name for each in (tmp_path / "data" / "backups").iterdir())
    told = run("restore", name, home=tmp_path).stdout
    (aside,) = (word.rstrip(".") for word in told.split() if "set-aside" in word)
    for back in (aside, name):
        assert "Ada" in run("list", home=tmp_path).stdout
        assert "Elsewhere" not in run("list", home=tmp_path).stdout
        run("restore", back.removesuffix(".db") + ".db", home=tmp_path)
    assert log in contents(tmp_path / "data" / "backups").values()


def test_a_wish_to_erase_that_cannot_be_read_is_told_in_words(tmp_path: Path) -> None:
    store_one(tmp_path)
    side(store_at(tmp_path), "-wanted-0123456789abcdef").mkdir()
    told = run("doctor", home=tmp_path, expect=1).stdout
    assert "interviews.db-wanted-0123456789abcdef" in told
    assert "Errno" not in told

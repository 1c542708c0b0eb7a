import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest

from interview_desk.durable_files import (
    copy_file,
    make_folder,
    move_file,
    remove_files,
    remove_folder,
    write_file,
)
from tests.reliability.disk import Disk, Said
from tests.reliability.strace import why_not
from tests.reliability.system_calls import Recorder
from tests.store.disks import fill, small

STATES = 300
# Each line is done, then said to be done.
ACTS = """
import sys
from pathlib import Path
from interview_desk.durable_files import *
for act in (
    lambda: make_folder(Path("a/b")),
    lambda: write_file(Path("a/b/one"), b"1" * 9000, replace=False),
    lambda: write_file(Path("a/b/one"), b"2" * 5000),
    lambda: copy_file(Path("a/b/one"), Path("two")),
    lambda: move_file(Path("two"), Path("a/two"), replace=False),
    lambda: remove_files(Path("a/b/one"), Path("a/none")),
    lambda: move_file(Path("given"), Path("a/two")),
    lambda: remove_folder(Path("a/b")),
):
    act()
    sys.stdout.write(".")
    sys.stdout.flush()
"""
GIVEN = b"given" * 3000
# What is there after each of them, and nothing else but a name that begins with a dot.
AFTER: tuple[dict[str, bytes], ...] = (
    {"given": GIVEN},
    {"given": GIVEN},
    {"given": GIVEN, "a/b/one": b"1" * 9000},
    {"given": GIVEN, "a/b/one": b"2" * 5000},
    {"given": GIVEN, "a/b/one": b"2" * 5000, "two": b"2" * 5000},
    {"given": GIVEN, "a/b/one": b"2" * 5000, "a/two": b"2" * 5000},
    {"given": GIVEN, "a/two": b"2" * 5000},
    {"a/two": GIVEN},
    {"a/two": GIVEN},
)


@pytest.mark.skipif(bool(why_not()), reason=why_not())
def test_what_has_returned_is_there_after_a_power_cut(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    (folder / "given").write_bytes(GIVEN)
    recorder = Recorder(folder)
    recorder.run([sys.executable, "-c", ACTS], os.environ, tmp_path / "calls")
    said = [at for at, event in enumerate(recorder.events) if isinstance(event, Said)]
    assert len(said) == len(AFTER) - 1
    chance = Random(20261123)
    for _ in range(STATES):
        done = chance.randint(0, len(said))
        disk = Disk(
            {number: bytearray(content) for number, content in recorder.contents.items()},
            {number: dict(names) for number, names in recorder.folders.items()},
        )
        disk.play(recorder.events[: said[done - 1] if done else 0], lambda _sync: True)
        found = disk.after_cut(chance)
        assert {name: found[name] for name in found if "/." not in f"/{name}"} == AFTER[done]


@pytest.fixture
def any_rights() -> Iterator[None]:
    """What is made may be read by everybody, unless its maker says otherwise."""
    old = os.umask(0)
    yield
    os.umask(old)


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_everything_is_its_owners_alone(tmp_path: Path, any_rights: None) -> None:
    folder = tmp_path / "new" / "newer"
    make_folder(folder)
    write_file(folder / "written", b"data", replace=False)
    write_file(folder / "replaced", b"data")
    copy_file(folder / "written", folder / "copied")
    for path in (folder, folder.parent):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
    for path in folder.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("hard_links", [True, False])
def test_a_taken_name_stays_with_the_file_that_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hard_links: bool
) -> None:
    if not hard_links:
        monkeypatch.setattr(os, "link", no_links)
    taken, other = tmp_path / "taken", tmp_path / "other"
    taken.write_bytes(b"old")
    other.write_bytes(b"other")
    with pytest.raises(FileExistsError):
        write_file(taken, b"new", replace=False)
    with pytest.raises(FileExistsError):
        move_file(other, taken, replace=False)
    with pytest.raises(FileExistsError):
        copy_file(other, taken)
    assert contents(tmp_path) == {"taken": b"old", "other": b"other"}


def test_a_disk_without_hard_links_takes_new_files_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", no_links)
    write_file(tmp_path / "one", b"1", replace=False)
    move_file(tmp_path / "one", tmp_path / "two", replace=False)
    assert contents(tmp_path) == {"two": b"1"}


def test_of_many_that_want_a_name_one_gets_it(tmp_path: Path) -> None:
    path = tmp_path / "wanted"

    def write(number: int) -> bool:
        try:
            write_file(path, bytes([number]) * 1000, replace=False)
        except FileExistsError:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        got = [*threads.map(write, range(40))]
    assert got.count(True) == 1
    assert contents(tmp_path) == {"wanted": bytes([got.index(True)]) * 1000}


@pytest.mark.parametrize(
    "act",
    [
        lambda disk, source: write_file(disk / "there", b"new" * 10_000),
        lambda disk, source: write_file(disk / "free", b"new" * 10_000, replace=False),
        lambda disk, source: copy_file(source, disk / "free"),
    ],
    ids=["replaced", "new", "copied"],
)
def test_a_full_disk_leaves_all_as_it_was(
    tmp_path: Path, act: Callable[[Path, Path], None]
) -> None:
    disk, source = tmp_path / "disk", tmp_path / "source"
    disk.mkdir()
    source.write_bytes(b"new" * 10_000)
    with small(disk):
        (disk / "there").write_bytes(b"old")
        filler = fill(disk)
        with pytest.raises(OSError, match="No space"):
            act(disk, source)
        filler.unlink()
        assert contents(disk) == {"there": b"old"}


def test_a_source_that_is_not_there_leaves_nothing(tmp_path: Path) -> None:
    for act in (copy_file, move_file):
        with pytest.raises(FileNotFoundError):
            act(tmp_path / "gone", tmp_path / "target")
    assert contents(tmp_path) == {}


def test_where_no_folder_can_be_made_the_reason_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    make_folder(tmp_path)
    with pytest.raises(FileExistsError):
        make_folder(tmp_path / "file")
    with pytest.raises(NotADirectoryError):
        make_folder(tmp_path / "file" / "folder")


def test_what_is_not_there_is_removed_already(tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"")
    remove_files(tmp_path / "there", tmp_path / "not", tmp_path / "no folder" / "not")
    assert contents(tmp_path) == {}
    (tmp_path / "folder" / "inner").mkdir(parents=True)
    remove_folder(tmp_path / "folder")
    assert [*tmp_path.iterdir()] == []


def no_links(*_: object, **__: object) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}

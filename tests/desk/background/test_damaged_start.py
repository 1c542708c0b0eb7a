"""The real start on files that are really damaged: told in words, saved from, or gone back."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from interview_desk.interview.interview import Interview
from interview_desk.paths import store_file
from interview_desk.store.backups.backups import BackupKind, back_up_daily, list_backups
from interview_desk.store.backups.integrity import faults_in
from interview_desk.store.backups.salvage import salvage
from interview_desk.store.guides import GuideFiles
from interview_desk.store.store import Store
from tests.helpers.samples import prepared, scored

STARTER = Path(__file__).with_name("starter.py")
PAGE = 4096
MANY = 8
NOW = datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001 - a local time, as file names have it

Damage = Callable[[bytearray], None]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store, and a backup that lacks the newest interview."""
    folder = tmp_path_factory.mktemp("sound")
    path = store_file(folder)
    with closing(Store.open(path)) as store:
        for number in range(MANY):
            played = scored()
            for extra in range(12):
                played.note(f"+ note {extra} of {number}: words and more words #problem")
            whole = played.interview
            records = tuple(whole.records.values())
            store.create(Interview.of(f"u{number}", whole.guide, whole.created_ms, records))
    back_up_daily(path, date(2026, 11, 22))
    with closing(Store.open(path)) as store:
        store.create(prepared(uid="newest", candidate="Newest"))
    return folder


def blank(first: int, last: int | None, fill: bytes = b"\xff") -> Damage:
    """Overwrites a range of bytes."""

    def damage(data: bytearray) -> None:
        end = len(data) if last is None else last
        data[first:end] = fill * (end - first)

    return damage


def page_of(words: bytes) -> Damage:
    """Overwrites the page in which the words stand."""

    def damage(data: bytearray) -> None:
        at = data.index(words) // PAGE * PAGE
        data[at : at + PAGE] = b"\xff" * PAGE

    return damage


def middle(data: bytearray) -> None:
    # Of the notes: what lies in the middle of the file may be the description of its tables.
    at = data.index(b"note 5 of 4") // PAGE * PAGE
    data[at : at + PAGE] = bytes(PAGE)


def cut(data: bytearray) -> None:
    del data[len(data) // 2 :]


def cut_short(data: bytearray) -> None:
    del data[700:]


def swapped(data: bytearray) -> None:
    data[2 * PAGE : 4 * PAGE] = data[3 * PAGE : 4 * PAGE] + data[2 * PAGE : 3 * PAGE]


def text(data: bytearray) -> None:
    data[:] = b"Dear diary, today nothing was recruited.\n" * 99


FOREIGN, DAMAGED, PLACES = "does not begin as records", "The file is damaged", "damaged in places"
DAMAGES: list[tuple[str, Damage, str]] = [
    ("the head is zeros", blank(0, 100, b"\0"), FOREIGN),
    ("the head is noise", blank(16, 100, b"\xaa"), FOREIGN),
    ("the first page is gone", blank(0, PAGE), FOREIGN),
    ("all is zeros", blank(0, None, b"\0"), FOREIGN),
    ("it is a text", text, FOREIGN),
    ("the tables’ names are gone", blank(105, 300), DAMAGED),
    ("cut in half", cut, DAMAGED),
    ("cut within the first page", cut_short, DAMAGED),
    ("two pages changed places", swapped, DAMAGED),
    ("a page in the middle is zeros", middle, PLACES),
    ("a page of notes is gone", page_of(b"note 3 of 3"), PLACES),
    ("a page of an index is gone", page_of(b"u7"), PLACES),
]


def start(folder: Path, way: str = "save") -> list[dict[str, Any]]:
    """What the windows said, one after the other."""
    done = subprocess.run(
        [sys.executable, str(STARTER), str(folder), way],
        capture_output=True, text=True, timeout=60, check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == 0, done.stdout + done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def found(path: Path) -> dict[str, Interview]:
    with closing(Store.open(path)) as store:
        return {row.uid: store.load(row.row) for row in store.list()}


def spoil(sound: Path, folder: Path, damage: Damage) -> Path:
    shutil.copytree(sound, folder)
    path = store_file(folder)
    data = bytearray(path.read_bytes())
    damage(data)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("damage", "told"), [each[1:] for each in DAMAGES], ids=[each[0] for each in DAMAGES]
)
def test_what_can_be_read_is_saved_and_that_is_told(
    sound: Path, tmp_path: Path, damage: Damage, told: str
) -> None:
    path = spoil(sound, tmp_path / "data", damage)
    damaged = path.read_bytes()
    twin = spoil(sound, tmp_path / "twin", damage)
    best = salvage(twin, GuideFiles.beside(twin.parent).default(), NOW)

    first, last = start(path.parent)
    words = first["words"] if first["window"] == "trouble" else first["banner"]
    assert told in words
    assert "interview-desk" not in words.replace(str(path), "")
    assert "Traceback" not in words

    assert last["window"] == "main"
    kept = [line for line in best.told if "was kept:" not in line]
    assert all(line in last["said"] for line in kept)
    assert found(path) == found(twin)
    assert faults_in(path) == ()
    (aside,) = [each for each in list_backups(path) if each.kind is BackupKind.SET_ASIDE]
    if told != PLACES:  # a window that came up has kept its size and place in the file
        assert aside.path.read_bytes() == damaged
    assert str(aside.path) in last["said"]


@pytest.mark.parametrize("damage", [blank(0, None, b"\0"), cut, text], ids=["zeros", "cut", "text"])
def test_one_can_go_back_to_a_backup_instead(sound: Path, tmp_path: Path, damage: Damage) -> None:
    path = spoil(sound, tmp_path / "data", damage)
    first, last = start(path.parent, "restore")
    assert any("Go back to the backup of" in way for way in first["ways"])
    assert "These are the records of the backup" in last["said"]
    assert found(path).keys() == {f"u{number}" for number in range(MANY)}


def test_an_emptied_file_is_told_and_the_backup_is_offered(sound: Path, tmp_path: Path) -> None:
    path = spoil(sound, tmp_path / "data", bytearray.clear)
    first, last = start(path.parent)
    assert "nothing is in it" in first["words"]
    assert "These are the records of the backup" in last["said"]
    assert found(path).keys() == {f"u{number}" for number in range(MANY)}


def test_an_emptied_file_without_a_backup_becomes_an_empty_library(tmp_path: Path) -> None:
    tmp_path.joinpath("data").mkdir()
    path = store_file(tmp_path / "data")
    path.touch()
    first, last = start(path.parent)
    assert first["ways"] == ["Begin with an empty library"]
    assert last["window"] == "main"
    assert found(path) == {}


def test_a_backup_that_is_damaged_too_is_told_and_nothing_is_lost(
    sound: Path, tmp_path: Path
) -> None:
    path = spoil(sound, tmp_path / "data", cut)
    backup = list_backups(path)[0].path
    backup.write_bytes(backup.read_bytes()[: 3 * PAGE])
    before = path.read_bytes()
    _, again = start_and_fail(path.parent)
    assert "is damaged; choose another backup" in again["words"]
    assert path.read_bytes() == before


def start_and_fail(folder: Path) -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, str(STARTER), str(folder), "restore"],
        capture_output=True, text=True, timeout=60, check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == 1
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_damaged_log_costs_what_was_in_it_alone(sound: Path, tmp_path: Path) -> None:
    """What a crash left in the log counts up to the first page that is not as it was written."""
    shutil.copytree(sound, tmp_path / "open")
    path = tmp_path / "data" / "interviews.db"
    path.parent.mkdir()
    with closing(Store.open(store_file(tmp_path / "open"))) as store:
        store.create(prepared(uid="in-log", candidate="Log"))
        store.create(prepared(uid="lost", candidate="Lost"))
        for side in ("", "-wal"):
            shutil.copy(f"{store.path}{side}", f"{path}{side}")
    log = path.with_name(f"{path.name}-wal")
    data = bytearray(log.read_bytes())
    data[-PAGE:] = b"\xff" * PAGE
    log.write_bytes(data)
    (only,) = start(path.parent)
    assert (only["window"], only["banner"]) == ("main", "")
    there = found(path).keys()
    assert there >= {f"u{number}" for number in range(MANY)} | {"newest", "in-log"}
    assert "lost" not in there

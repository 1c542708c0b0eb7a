"""The records harmed under the window, or before its start: told in its banner, nothing lost."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from interview_desk import app
from interview_desk.desk.live.page import LivePage
from interview_desk.desk.window import MainWindow
from interview_desk.rehearsal.keyboard import Hands
from interview_desk.store.errors import StoreError
from interview_desk.store.store import Store
from tests.helpers.clock import HandClock
from tests.helpers.rooms import Room
from tests.helpers.samples import prepared
from tests.store.disks import fill, small
from tests.store.harms import DISPLACING, WRITING_OVER, Harm, side


@pytest.fixture
def live(room: Room, window: MainWindow) -> LivePage:
    """The live page of a new interview, in a window that hears of what becomes of the store."""
    room.desk.store.when_put_back(lambda done: window.warn(done.told))
    hands = Hands(window)
    hands.press("Ctrl+N")
    hands.press("Ctrl+Return")
    assert isinstance(window.page, LivePage)
    return window.page


def type_note(window: MainWindow, text: str) -> None:
    hands = Hands(window)
    hands.type_text(text)
    hands.press("Return")


@pytest.mark.parametrize("name", ["deleted", "replaced_by_other", "log_deleted", "folder_moved"])
def test_a_note_typed_after_the_harm_is_saved_and_the_banner_says_what_happened(
    room: Room, window: MainWindow, live: LivePage, tmp_path: Path, name: str
) -> None:
    harm: Harm = DISPLACING[name]
    type_note(window, "before")
    harm(room.desk.store.path, tmp_path / "older.db")
    type_note(window, "after")
    assert [note.text for note in live.interview.notes] == ["before", "after"]
    assert live.field.text() == ""
    assert str(room.desk.store.path) in live.banner.text()
    assert room.again(live.session).interview == live.interview


def test_a_note_that_cannot_be_saved_stays_in_the_field_with_the_way_out(
    room: Room, window: MainWindow, live: LivePage, tmp_path: Path
) -> None:
    type_note(window, "before")
    room.desk.store._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    WRITING_OVER["emptied"](room.desk.store.path, tmp_path / "older.db")
    type_note(window, "after")
    assert [note.text for note in live.interview.notes] == ["before"]
    assert live.field.text() == "after"
    assert "copy what you need" in live.banner.text()
    with pytest.raises(StoreError):
        room.desk.store.set_setting("a", "b")


def test_a_start_beside_the_log_of_others_keeps_it_apart_and_says_so(tmp_path: Path) -> None:
    path, other = tmp_path / "interviews.db", tmp_path / "other" / "interviews.db"
    other.parent.mkdir()
    with closing(Store.open(path)) as store:
        store.create(prepared())
    with closing(Store.open(other)) as store:
        store.create(prepared(uid="elsewhere"))
        shutil.copyfile(side(other, "-wal"), side(path, "-wal"))
    log = side(path, "-wal").read_bytes()
    store, said = app._open_store(path, HandClock())
    with closing(store):
        assert [row.uid for row in store.list()] == ["sample"]
    (kept,) = (tmp_path / "backups").iterdir()
    assert kept.read_bytes() == log
    assert str(kept) in said


def test_a_full_disk_does_not_keep_the_window_from_opening(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    with small(disk):
        path = disk / "interviews.db"
        Store.open(path).close()
        fill(disk)
        lock = app._only_one(disk)
        store, _ = app._open_store(path, HandClock())
        store.close()
        lock.release()


def test_a_wish_to_erase_that_cannot_be_read_is_told_by_the_window(
    room: Room, window: MainWindow
) -> None:
    side(room.desk.store.path, "-wanted-0123456789abcdef").mkdir()
    room.desk.erasures.take_up()
    room.desk.erasures._go_on()
    assert "interviews.db-wanted-0123456789abcdef" in window.first_page.banner.text()

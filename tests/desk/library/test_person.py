"""Everything held on a person, from the window: found, shown, and saved as one file."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from interview_desk.desk.library.page import LibraryPage
from interview_desk.desk.library.person_panel import PersonPanel
from interview_desk.interview.actions import notes, preparation
from interview_desk.store.backups.backups import back_up_now, place_for
from tests.helpers.rooms import Room
from tests.helpers.samples import prepared
from tests.store.privacy.test_privacy import with_name_everywhere
from tests.store.stored_play import begin

Key = Qt.Key
OpenLibrary = Callable[[], LibraryPage]


@pytest.fixture
def theirs(room: Room) -> int:
    """An interview full of the name, one of another that names it, a backup, and a torn one."""
    store = room.desk.store
    played = with_name_everywhere(store)
    private = played.note("salary is a secret")
    played.do(notes.keep_private(played.interview, private.id, private=True))
    back_up_now(store.path, datetime(2026, 11, 22, 10, 15, tzinfo=UTC))
    place_for(store.path, "2026-11-21").write_bytes(b"torn")
    other = begin(store, prepared(uid="bo", candidate="Bo"))
    other.note("sat beside Zyxaline Quorgwell")
    to_oneself = "ask about Zyxaline Quorgwell"
    other.do(preparation.write_preparation(other.interview, to_oneself))
    return played.row


@pytest.fixture
def panel(open_library: OpenLibrary, theirs: int, qtbot: QtBot) -> PersonPanel:
    """Opened from the keyboard alone, from the list."""
    page = open_library()
    page.list.go_to(theirs)
    QTest.keyClick(page.list, Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert page.details is not None
    page.details.privacy.person.setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_Space)
    found = page.details.person
    assert found is not None
    qtbot.waitUntil(found.save_button.isEnabled)
    return found


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_it_shows_where_the_person_is_in_the_records_and_the_backups(panel: PersonPanel) -> None:
    assert "Zyxaline Quorgwell" in panel._name.text().replace("\u200b", "")
    assert "23 Nov 2026" in panel.interviews.text()
    assert "to score" in panel.interviews.text()
    assert panel.mentions.text().startswith("• Note in interview 2: “sat beside Zyxaline")
    assert "• Before note in interview 2, private" in panel.mentions.text()
    assert "1 interview" in panel.copies.text()
    assert "cannot be read" in panel.copies.text()
    assert panel.save_button.hasFocus()


def test_the_file_holds_what_was_shown_and_private_things_only_if_asked(
    panel: PersonPanel, tmp_path: Path
) -> None:
    assert panel.open_button.isHidden()
    panel.save_as(str(tmp_path / "held.json"))
    assert panel.open_button.hasFocus()
    assert not panel.folder_button.isHidden()
    saved = json.loads((tmp_path / "held.json").read_text())
    assert saved["name"] == "Zyxaline Quorgwell"
    assert [each["id"] for each in saved["interviews"]] == [1]
    assert [each["where"] for each in saved["mentions"]] == ["note"]
    assert [each["interviews"] for each in saved["backups"]] == [None, 1]
    assert "secret" not in json.dumps(saved)
    assert "ask about" not in json.dumps(saved)

    panel.with_private.click()
    panel.save_as(str(tmp_path / "all.json"))
    assert "secret" in (tmp_path / "all.json").read_text()
    assert "ask about Zyxaline" in (tmp_path / "all.json").read_text()


def test_a_file_that_is_there_is_kept_until_the_user_says_otherwise(
    panel: PersonPanel, tmp_path: Path
) -> None:
    there = tmp_path / "held.json"
    there.write_text("mine")
    panel.save_as(str(there))
    assert there.read_text() == "mine"
    assert "is there already" in panel.said.text()
    assert panel.replace_button.hasFocus()
    press(Key.Key_Space)
    assert json.loads(there.read_text())["name"] == "Zyxaline Quorgwell"
    assert panel.replace_button.isHidden()


def test_a_folder_that_is_gone_is_told(panel: PersonPanel, tmp_path: Path) -> None:
    panel.save_as(str(tmp_path / "gone" / "held.json"))
    assert "was not saved" in panel.said.text()
    assert panel.open_button.isHidden()


def test_a_name_is_proposed_for_the_file(panel: PersonPanel, room: Room, qtbot: QtBot) -> None:
    press(Key.Key_Space)
    dialog = panel.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    names = [Path(name).name for name in dialog.selectedFiles()]
    assert names == ["Everything held - Zyxaline Quorgwell - 2026-11-23.json"]
    dialog.reject()
    qtbot.waitUntil(lambda: panel.findChild(QFileDialog) is None)


def test_escape_leads_back_to_where_one_came_from(panel: PersonPanel) -> None:
    press(Key.Key_Escape)
    assert not panel.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName().startswith("Everything held on this person")


def test_who_has_no_name_has_nothing_to_be_looked_for(
    open_library: OpenLibrary, room: Room
) -> None:
    row = room.desk.store.create(prepared(candidate=" "))
    page = open_library()
    page.list.go_to(row)
    page.show_details()
    assert page.details is not None
    assert page.details.privacy.person.isHidden()

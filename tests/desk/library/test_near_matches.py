"""After a name was taken out from the window: what may still name the candidate."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from interview_desk.desk.library.near_matches import NearMatchPanel
from interview_desk.desk.library.page import LibraryPage
from interview_desk.store.backups.backups import back_up_now
from interview_desk.store.privacy.erasure_requests import (
    ErasureKind,
    ErasureRequest,
    open_requests,
    write_down,
)
from tests.helpers.rooms import Room
from tests.helpers.samples import prepared
from tests.store.privacy.test_anonymising import holding
from tests.store.stored_play import begin

OpenLibrary = Callable[[], LibraryPage]
# A loaded machine takes its time over the backup and the indexes.
SOON_MS = 30_000
NOTES = ("Zoe drew a queue", "asked Quasimple twice", "Quasimple again", "call 555-0132")


@pytest.fixture
def theirs(room: Room) -> int:
    played = begin(room.desk.store, prepared(uid="zoe", candidate="Zoe Quasimpel"))
    played.start()
    for text in NOTES:
        played.note(text)
    back_up_now(room.desk.store.path, datetime(2026, 11, 22, 10, 15, tzinfo=UTC))
    begin(room.desk.store, prepared(uid="bo", candidate="Bo"))
    return played.row


@pytest.fixture
def page(open_library: OpenLibrary, theirs: int, qtbot: QtBot) -> LibraryPage:
    """The library once the name was taken out, from the keyboard alone."""
    page = open_library()
    page.list.go_to(theirs)
    QTest.keyClick(page.list, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert page.details is not None
    page.details.privacy.anonymise.click()
    assert "only nearly the name is listed" in page.details.privacy.confirmation.words
    page.details.privacy.confirmation.yes.click()
    qtbot.waitUntil(lambda: "taken out" in page.banner.text(), timeout=SOON_MS)
    return page


def look(page: LibraryPage) -> NearMatchPanel:
    page.banner._actions[0].click()
    assert page.details is not None
    assert page.details.near is not None
    return page.details.near


def texts_of(panel: NearMatchPanel) -> str:
    return "\n".join(each.text() for each in panel.findChildren(QLabel)).replace("\u200b", "")


def notes_of(room: Room, row: int) -> list[str]:
    return [note.text for note in room.desk.store.load(row).notes]


def test_what_was_done_is_counted_and_what_is_left_is_offered(page: LibraryPage) -> None:
    assert page.banner.text() == (
        "The name is taken out of 2 places. 1 backup cleaned of it too. "
        "In 3 places something may still name them."
    )
    panel = look(page)
    assert page.banner.isHidden()
    assert panel.isVisible()
    assert panel.back.hasFocus()
    assert [row.text() for row in panel.rows] == ["Quasimple", "555-0132"]
    assert "Note, " in texts_of(panel)
    assert "asked Quasimple twice" in texts_of(panel)
    assert not panel.take_button.isEnabled()


def test_what_is_ticked_goes_from_the_records_and_the_backups(
    page: LibraryPage, room: Room, theirs: int, qtbot: QtBot
) -> None:
    panel = look(page)
    panel.rows[0].setFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert panel.take_button.isEnabled()
    panel.take_button.click()
    assert not panel.isVisible()
    qtbot.waitUntil(
        lambda: "What you ticked is taken out of 2 places." in page.status.text(), timeout=SOON_MS
    )
    assert notes_of(room, theirs) == [
        "the candidate drew a queue",
        "asked the candidate twice",
        "the candidate again",
        "call 555-0132",
    ]
    qtbot.waitUntil(lambda: open_requests(room.desk.store.path) == [], timeout=SOON_MS)
    assert holding(room.desk.store.path.parent, ["Quasimple"]) == []


@pytest.mark.parametrize("way", ["back", "escape", "another"])
def test_what_was_looked_at_is_not_kept(page: LibraryPage, theirs: int, way: str) -> None:
    panel = look(page)
    if way == "back":
        panel.back.click()
    elif way == "escape":
        QTest.keyClick(panel.rows[0], Qt.Key.Key_Escape)
    else:
        page.list.go_to(2 if theirs == 1 else 1)
    assert not panel.isVisible()
    assert panel.rows == []
    QApplication.sendPostedEvents(None, 52)  # what was deleted later goes now
    assert "Quasimple" not in texts_of(panel)


def test_a_message_that_was_put_away_leaves_nothing_behind(page: LibraryPage) -> None:
    assert page._near_notice is not None
    page.banner._dismiss.click()
    assert page._near_notice._places == ()


def test_held_by_now_what_is_ticked_stays_and_that_is_told(
    page: LibraryPage, room: Room, theirs: int
) -> None:
    panel = look(page)
    room.desk.store.privacy.hold(theirs, held=True)
    panel.rows[0].click()
    panel.take_button.click()
    assert "held" in page.banner.text()
    assert panel.isVisible()


def test_after_a_crash_it_is_told_that_nothing_can_be_compared_any_more(
    page: LibraryPage, room: Room, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: open_requests(room.desk.store.path) == [], timeout=SOON_MS)
    page.banner.clear()
    write_down(room.desk.store.path, ErasureRequest(ErasureKind.ANONYMISE, "zoe"))
    room.desk.erasures.take_up()
    room.desk.erasures._again.start(0)
    qtbot.waitUntil(lambda: "can no longer be told" in page.status.text(), timeout=SOON_MS)


def test_where_nothing_is_left_that_is_told(
    open_library: OpenLibrary, room: Room, qtbot: QtBot
) -> None:
    row = begin(room.desk.store, prepared(candidate="Zoe Quasimpel")).row
    page = open_library()
    room.desk.erasures.request(row, ErasureKind.ANONYMISE)
    qtbot.waitUntil(lambda: "Nothing else is nearly like it" in page.status.text(), timeout=SOON_MS)

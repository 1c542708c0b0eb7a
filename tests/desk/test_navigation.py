"""Each page of the table is reached in every way there is, and another entry is all it takes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_desk.desk.calibration.own_answer import begin_answer
from interview_desk.desk.navigation import FIRST, HOMES, OF_INTERVIEW, PLACE, Page, Place
from interview_desk.desk.shortcuts.keymap import COMMANDS
from interview_desk.desk.window import MainWindow
from interview_desk.interview.status import Status
from tests.helpers.cases import small_open_case
from tests.helpers.rooms import Room

ONE_MORE = Path(__file__).with_name("one_more_page.py")


def shown(window: MainWindow) -> str:
    return type(window.page).__name__


def class_of(page: Page) -> str:
    return page.entry.made_by.rpartition(".")[2]


def open_one_for(window: MainWindow, page: Page) -> None:
    """An interview that has the page, or an answer to a case."""
    if page is Page.CASE:
        window.open_row(begin_answer(window._desk, small_open_case()))
        window.go(Page.REPORT)
    else:
        window.new_interview()


def press_key_of(window: MainWindow, page: Page, qtbot: QtBot) -> None:
    """The key as the user has it, pressed on the page that is shown."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    keys = window._desk.keymap.sequence(page.entry.command)
    QTest.keySequence(window.page, keys)


@pytest.mark.parametrize("page", Page)
def test_a_page_is_one_key_away(window: MainWindow, qtbot: QtBot, page: Page) -> None:
    open_one_for(window, page)
    window.go(Page.REPORT if page is Page.PREPARE else Page.PREPARE)
    press_key_of(window, page, qtbot)
    assert shown(window) == class_of(page)


@pytest.mark.parametrize("page", HOMES)
def test_a_page_of_the_rail_is_chosen_there(window: MainWindow, page: Page) -> None:
    window.go(next(each for each in HOMES if each is not page))
    places = window.rail.places
    places.setCurrentRow(HOMES.index(page))
    assert shown(window) == class_of(page)
    said = places.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert (said, places.current()) == (page.entry.title, page)


def test_enter_in_the_rail_gives_the_page_the_keys(window: MainWindow) -> None:
    window.activateWindow()
    places = window.rail.places
    places.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(places, Qt.Key.Key_Down)
    assert places.hasFocus()  # whoever goes on by the arrows
    QTest.keyClick(places, Qt.Key.Key_Return)
    focused = window.focusWidget()
    assert focused is window.page or window.page.isAncestorOf(focused)


@pytest.mark.parametrize("page", HOMES)
def test_a_page_of_the_rail_has_a_tab_where_there_is_no_room(
    window: MainWindow, qtbot: QtBot, page: Page
) -> None:
    window.go(next(each for each in HOMES if each is not page))
    window.resize(400, 600)
    qtbot.waitUntil(lambda: window.rail.tabs is not None)
    tabs = window.rail.tabs
    assert tabs is not None
    tabs.setCurrentIndex(HOMES.index(page))
    assert shown(window) == class_of(page)
    assert tabs.tabText(HOMES.index(page)) == page.entry.title


@pytest.mark.parametrize("page", Page)
def test_the_window_comes_back_to_the_page(
    room: Room, window: MainWindow, qtbot: QtBot, page: Page
) -> None:
    open_one_for(window, page)
    window.go(page)
    again = MainWindow(room.desk)
    qtbot.addWidget(again)
    again.restore()
    assert shown(again) == class_of(page)


def test_the_keys_show_each_page_by_a_name_of_its_own() -> None:
    titles = {command.name: command.title for command in COMMANDS}
    for page in Page:
        assert page.entry.title.lower() in titles[page.entry.command].lower()
    assert len({page.entry.command for page in Page}) == len(Page)


def test_every_status_has_one_page_that_it_is_opened_on() -> None:
    of_status = [page.entry.opened_for for page in OF_INTERVIEW if page is not Page.CASE]
    assert sorted(each or "" for each in of_status) == sorted(Status)


@pytest.mark.parametrize("page", OF_INTERVIEW)
def test_an_answer_to_a_case_has_its_own_page_and_its_report(
    window: MainWindow, page: Page
) -> None:
    row = begin_answer(window._desk, small_open_case())
    window.show_place(Place.in_interview(page, row))
    assert shown(window) == ("ReportPage" if page is Page.REPORT else "CasePage")


@pytest.mark.parametrize(
    ("kept", "place"),
    [
        ("library:0", Place(Page.LIBRARY)),
        ("guides:0", Place(Page.GUIDES)),
        ("score:12", Place(Page.SCORE, "12")),
        ("guides:a: b", Place(Page.GUIDES, "a: b")),
        ("settings:", Place(Page.SETTINGS)),
        ("score:", Place(FIRST)),
        ("", Place(FIRST)),
    ],
)
def test_a_place_that_was_kept_is_read(room: Room, kept: str, place: Place) -> None:
    settings = room.desk.settings
    room.desk.store.set_setting("place", kept)
    assert settings.get(PLACE) == place
    settings.remember(PLACE, place)
    assert settings.get(PLACE) == place


def test_what_a_page_does_not_know_shows_it_as_it_is(room: Room, qtbot: QtBot) -> None:
    room.desk.store.set_setting("place", "guides:no such thing")
    window = MainWindow(room.desk)
    qtbot.addWidget(window)
    window.restore()
    assert shown(window) == class_of(Page.GUIDES)
    assert not window.first_page.banner.text()


def test_another_entry_is_all_that_another_page_takes(tmp_path: Path) -> None:
    child = subprocess.run(
        [sys.executable, str(ONE_MORE), str(tmp_path)],
        capture_output=True,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)},
        check=True,
        timeout=60,
    )
    assert json.loads(child.stdout) == {
        "rail": [*(page.entry.title for page in HOMES), "Notices"],
        "title": "Notices",
        "led": [
            ["NoticesPage", ""],
            ["NoticesPage", ""],
            ["NoticesPage", "fire: drill"],
            ["NoticesPage", "fire: drill"],
        ],
    }

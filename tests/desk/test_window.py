"""The window goes where it is told, comes back to where it was, and survives bad news."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_desk.desk.interview_page import InterviewPage
from interview_desk.desk.navigation import PLACE, Page, Place
from interview_desk.desk.settings import INTERVIEWER, LENGTH, THEME
from interview_desk.desk.shortcuts.keymap import COMMANDS
from interview_desk.desk.theme.theme import Scheme
from interview_desk.desk.window import MainWindow
from interview_desk.interview.actions import running, scoring
from tests.helpers.pages import library_of
from tests.helpers.rooms import Room


def page_name(window: MainWindow) -> str:
    return type(window.page).__name__


def test_a_new_interview_starts_with_what_is_usual(room: Room, window: MainWindow) -> None:
    room.desk.settings.set(INTERVIEWER, "R. Iyer")
    room.desk.settings.set(LENGTH, 60)

    window.new_interview()

    assert page_name(window) == "PreparePage"
    assert window.session is not None
    setup = window.session.interview.setup
    assert (setup.interviewer, setup.length_minutes) == ("R. Iyer", 60)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [(0, "PreparePage"), (1, "LivePage"), (2, "ScorePage"), (3, "ReportPage")],
    ids=["prepared", "live", "to score", "done"],
)
def test_an_interview_opens_on_the_page_that_its_status_asks_for(
    room: Room, window: MainWindow, steps: int, expected: str
) -> None:
    session = room.session()
    actions = (running.start, running.finish, scoring.lock)
    for action in actions[:steps]:
        session.do(action(session.interview, session.now()))

    window.open_row(session.row)

    assert page_name(window) == expected


def test_the_way_back_is_one_key(window: MainWindow, qtbot: QtBot) -> None:
    window.new_interview()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.page, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert window.page is window.first_page
    assert window.session is None


@pytest.mark.parametrize("place", [Page.GUIDES, Page.PREPARE, Page.LIBRARY])
def test_the_search_is_one_key_away_everywhere(
    window: MainWindow, qtbot: QtBot, place: Page
) -> None:
    window.new_interview()
    window.go(place)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.rail.places.setFocus()
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.page is window.first_page
    assert library_of(window).bar.search.field.hasFocus()


def test_the_window_comes_back_to_where_it_was(
    room: Room, window: MainWindow, qtbot: QtBot
) -> None:
    window.new_interview()
    assert window.session is not None
    row = window.session.row
    window.go(Page.LIVE)

    again = MainWindow(room.desk)
    qtbot.addWidget(again)
    again.restore()

    assert page_name(again) == "LivePage"
    assert again.session is not None
    assert again.session.row == row


@pytest.mark.parametrize("place", ["live:99", "nowhere:1", "live", ":::", "live:-1", "٣:٣"])
def test_a_place_that_is_gone_is_the_library(room: Room, qtbot: QtBot, place: str) -> None:
    room.desk.store.set_setting("place", place)
    window = MainWindow(room.desk)
    qtbot.addWidget(window)
    window.restore()
    assert window.page is window.first_page


@pytest.mark.parametrize("kept", ["", "no base64!", "AAAA", "ÄÖ", "A" * 100_000, "\x00"])
def test_a_size_that_makes_no_sense_is_the_first_one(room: Room, qtbot: QtBot, kept: str) -> None:
    room.desk.store.set_setting("window", kept)
    first, window = MainWindow(room.desk), MainWindow(room.desk)
    qtbot.addWidget(first)
    qtbot.addWidget(window)
    window.restore()
    assert window.size() == first.size()


def test_the_arrows_go_through_the_interviews_from_the_first_moment(
    room: Room, qtbot: QtBot
) -> None:
    room.session()
    window = MainWindow(room.desk)
    qtbot.addWidget(window)
    window.restore()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(library_of(window).list.hasFocus)


def test_an_interview_that_cannot_be_opened_is_told_in_the_library(window: MainWindow) -> None:
    window.open_row(99)
    assert window.page is window.first_page
    assert window.first_page.banner.text()


def test_the_colours_are_kept(room: Room, window: MainWindow) -> None:
    window.look.next_scheme()
    assert room.desk.settings.get(THEME) == room.desk.theme.scheme == Scheme.DARK


def test_a_page_that_was_left_is_gone(window: MainWindow, qtbot: QtBot) -> None:
    window.new_interview()
    left = window.page
    gone: list[bool] = []
    left.destroyed.connect(lambda: gone.append(True))
    window.show_first_page()
    qtbot.waitUntil(lambda: gone == [True])
    assert window.findChildren(InterviewPage) == []


def test_a_place_is_read_back_as_it_was_written() -> None:
    place = Place.in_interview(Page.SCORE, 12)
    assert PLACE.read(PLACE.write(place)) == place


def test_the_pages_of_an_interview_are_one_key_apart(window: MainWindow, qtbot: QtBot) -> None:
    window.new_interview()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    shown = []
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_1, Qt.Key.Key_1):
        QTest.keyClick(window.page, key, Qt.KeyboardModifier.ControlModifier)
        shown.append(page_name(window))
    assert shown == ["LivePage", "ScorePage", "ReportPage", "PreparePage", "PreparePage"]


def test_every_key_of_the_table_is_bound_somewhere(window: MainWindow, qtbot: QtBot) -> None:
    window.new_interview()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    bound: set[str] = set()
    for page in (Page.PREPARE, Page.LIVE, Page.SCORE, Page.REPORT):
        window.go(page)
        bound |= {action.objectName() for action in window.findChildren(QAction)}
    window.show_first_page()
    for page in (Page.PANELS, Page.INSIGHTS, Page.GUIDES, Page.HELP):
        window.go(page)
        bound |= {action.objectName() for action in window.findChildren(QAction)}
    assert {command.name for command in COMMANDS} <= bound

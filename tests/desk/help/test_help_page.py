"""Help opens at what is said of the page on show, is searched, and leads back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from interview_desk.desk.help.page import HelpPage
from interview_desk.desk.live.page import LivePage
from interview_desk.desk.navigation import OF_INTERVIEW, PLACE, Page
from interview_desk.desk.window import MainWindow
from tests.helpers.rooms import Room


def help_of(window: MainWindow) -> HelpPage:
    assert isinstance(window.page, HelpPage)
    return window.page


def press(window: MainWindow, qtbot: QtBot, key: str) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keySequence(QApplication.focusWidget() or window, key)


@pytest.mark.parametrize("page", [each for each in OF_INTERVIEW if each is not Page.CASE])
def test_a_key_leads_from_a_page_of_an_interview_to_its_own_and_back(
    window: MainWindow, qtbot: QtBot, page: Page
) -> None:
    window.new_interview()
    window.go(page)
    before = type(window.page)
    press(window, qtbot, "Shift+F1")
    assert help_of(window).list.current() == page.entry.manual
    assert help_of(window).back.text() == f"Back to {page.entry.title}"
    help_of(window).back.click()
    assert type(window.page) is before


def test_it_leads_back_after_a_restart_too(window: MainWindow, qtbot: QtBot, room: Room) -> None:
    window.new_interview()
    window.go(Page.LIVE)
    window.show_help()
    again = MainWindow(room.desk)
    qtbot.addWidget(again)
    again.restore()
    assert help_of(again).list.current() == "live"
    help_of(again).back.click()
    assert isinstance(again.page, LivePage)


def test_asked_for_once_more_it_stays_as_it_is(window: MainWindow) -> None:
    window.go(Page.SETTINGS)
    window.show_help()
    place = window._desk.settings.get(PLACE)
    window.show_help()
    assert window._desk.settings.get(PLACE) == place
    assert help_of(window).list.current() == "settings"


def test_the_table_of_keys_leads_there(window: MainWindow) -> None:
    window.go(Page.GUIDES)
    window.show_keys()
    keys = window._covers._keys
    assert keys is not None
    keys.help_button.click()
    assert help_of(window).list.current() == "guides"
    assert keys.isHidden()


def test_by_keys_alone_one_finds_reads_and_goes_back(window: MainWindow, qtbot: QtBot) -> None:
    press(window, qtbot, "Shift+F1")
    page = help_of(window)
    press(window, qtbot, "Ctrl+F")
    QTest.keyClicks(page.search_field, "curtain shared")
    assert page.list.count() == 1
    assert "curtain" in page.view.toPlainText()
    QTest.keyClick(page.search_field, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.view.hasFocus()
    press(window, qtbot, "Esc")
    assert page.list.hasFocus()
    press(window, qtbot, "Esc")
    assert page.search_field.text() == ""
    assert page.list.current() == "live"
    press(window, qtbot, "Esc")
    assert window.page is window.first_page


def test_words_that_are_nowhere_are_told_so(window: MainWindow) -> None:
    window.show_help()
    page = help_of(window)
    page.search_field.setText("zebra")
    assert page.nothing.isVisible()
    assert page.list.count() == 0
    page.search_field.clear()
    assert not page.nothing.isVisible()
    assert page.list.count() > 5

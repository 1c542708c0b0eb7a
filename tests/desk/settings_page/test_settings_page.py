"""The settings page: everything declared is there, applies at once, and survives bad values."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.navigation import Page
from interview_desk.desk.settings import (
    CUES,
    DEFAULT_GUIDE,
    INTERVIEWER,
    KEEP_MONTHS,
    LENGTH,
    REPORT_FOLDER,
    SETTINGS,
    TEXT_SIZE,
    THEME,
)
from interview_desk.desk.settings_page.page import SettingsPage
from interview_desk.desk.settings_page.rows import (
    ChoiceRow,
    FolderRow,
    GuideRow,
    NumberRow,
    ToggleRow,
    WordsRow,
)
from interview_desk.desk.theme.theme import Scheme
from interview_desk.desk.window import MainWindow
from tests.helpers.rooms import Room

T = TypeVar("T", bound=QWidget)


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    window.go(Page.SETTINGS)
    assert isinstance(window.page, SettingsPage)
    return window.page


def row(page: SettingsPage, name: str, kind: type[T]) -> T:
    found = page.rows[name]
    assert isinstance(found, kind)
    return found


def test_every_declared_setting_stands_on_the_page(page: SettingsPage) -> None:
    assert list(page.rows) == [setting.name for setting in SETTINGS]


def test_colours_and_size_change_at_once(page: SettingsPage, room: Room) -> None:
    dark = row(page, THEME.name, ChoiceRow).choices.segments[2]
    QTest.mouseClick(dark, Qt.MouseButton.LeftButton)
    row(page, TEXT_SIZE.name, NumberRow).field.stepBy(2)
    assert (room.desk.theme.scheme, room.desk.theme.scale) == (Scheme.DARK, 1.2)


def test_the_page_follows_what_a_key_sets(
    page: SettingsPage, window: MainWindow, room: Room
) -> None:
    window.look.next_scheme()
    assert row(page, THEME.name, ChoiceRow).choices.current() == THEME.words.index(
        room.desk.settings.get(THEME)
    )


def test_what_is_typed_is_kept_when_one_leaves_at_once(
    page: SettingsPage, window: MainWindow, room: Room
) -> None:
    QTest.keyClicks(row(page, INTERVIEWER.name, WordsRow).field, "R. Iyer")
    window.show_first_page()
    assert room.desk.settings.get(INTERVIEWER) == "R. Iyer"


def test_a_click_on_the_row_switches_cues_off(page: SettingsPage, room: Room) -> None:
    QTest.mouseClick(row(page, CUES.name, ToggleRow).box, Qt.MouseButton.LeftButton)
    assert room.desk.settings.get(CUES) is False


def test_a_number_half_typed_is_none_yet(page: SettingsPage, room: Room) -> None:
    field = row(page, LENGTH.name, NumberRow).field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "9")
    assert room.desk.settings.get(LENGTH) == 45
    QTest.keyClicks(field, "0")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert room.desk.settings.get(LENGTH) == 90


def test_no_time_to_keep_is_said_in_words(page: SettingsPage) -> None:
    assert row(page, KEEP_MONTHS.name, NumberRow).field.text() == "no set time"


def test_a_stored_value_that_makes_no_sense_is_the_default_and_logged(
    room: Room, window: MainWindow
) -> None:
    room.desk.store.set_setting(LENGTH.name, "very long")
    window.show_first_page()
    window.go(Page.SETTINGS)
    assert isinstance(window.page, SettingsPage)
    assert row(window.page, LENGTH.name, NumberRow).field.value() == 45
    assert any(LENGTH.name in line for line in room.logged)


def test_the_usual_guide_is_chosen_from_those_without_faults(
    page: SettingsPage, room: Room, window: MainWindow
) -> None:
    room.desk.guides.own.mkdir(parents=True)
    (room.desk.guides.own / "broken.md").write_text("# Not yet", encoding="utf-8")
    page.refresh()
    guides = row(page, DEFAULT_GUIDE.name, GuideRow).list
    names = [guides.itemData(number) for number in range(guides.count())]
    assert "broken" not in names
    guides.setCurrentIndex(names.index("behavioural-leadership"))
    guides.activated.emit(guides.currentIndex())
    window.new_interview()
    assert window.session is not None
    assert window.session.interview.guide.title.startswith("Behavioural Leadership")


def test_a_usual_guide_that_is_gone_is_told(page: SettingsPage, room: Room) -> None:
    room.desk.settings.set(DEFAULT_GUIDE, "gone")
    page.refresh()
    assert "not there" in row(page, DEFAULT_GUIDE.name, GuideRow).list.currentText()


def test_reports_go_to_the_documents_when_the_chosen_folder_is_gone(
    page: SettingsPage, room: Room
) -> None:
    folder = room.folder / "reports"
    folder.mkdir()
    field = row(page, REPORT_FOLDER.name, FolderRow).field
    QTest.keyClicks(field, str(folder))
    page.flush()
    assert room.desk.report_folder == folder
    folder.rmdir()
    assert room.desk.report_folder == room.desk.documents


def test_a_value_that_cannot_be_kept_is_told(
    page: SettingsPage, room: Room, qtbot: QtBot, break_store: Callable[[], None]
) -> None:
    break_store()
    QTest.mouseClick(row(page, CUES.name, ToggleRow).box, Qt.MouseButton.LeftButton)
    assert page.banner.text()


@pytest.fixture
def break_store(room: Room) -> Callable[[], None]:
    """Makes every later write fail, as a read-only disk does."""

    def _break() -> None:
        room.desk.store._conn.execute("PRAGMA query_only = 1")

    return _break

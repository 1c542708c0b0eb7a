"""Sorting, filtering, what is due for review, and the details beside the list."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from interview_desk.desk.library.details import Details
from interview_desk.desk.library.filter_bar import FilterBar
from interview_desk.desk.library.interview_lines import Line
from interview_desk.desk.library.page import LibraryPage
from interview_desk.desk.settings import KEEP_MONTHS
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Lock, Setup
from tests.helpers.clock import MORNING_MS
from tests.helpers.rooms import Room
from tests.helpers.samples import prepared, scored

Key = Qt.Key
OpenLibrary = Callable[[], LibraryPage]
_DAY_MS = 24 * 3_600_000


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def listed(page: LibraryPage) -> list[str]:
    entries = map(page._model.entry, range(page._model.rowCount()))
    return [entry.candidate for entry in entries if isinstance(entry, Line)]


def made(uid: str, candidate: str, role: str, days: int = 0) -> Interview:
    interview = prepared(uid=uid)
    setup = Setup(candidate, role, question="Design a feed")
    records = MappingProxyType({(Setup, 0): setup})
    return replace(interview, created_ms=MORNING_MS - days * _DAY_MS, records=records)


@pytest.fixture
def four(room: Room) -> list[int]:
    """Three prepared interviews for two roles, and one that is done."""
    played = scored()
    done = played.interview.records | {(Lock, 0): Lock(played.clock.now())}
    finished = replace(played.interview, uid="done", records=MappingProxyType(done))
    interviews = (
        made("z", "Zoe", "Engineer"),
        made("m", "Mia", "Manager", days=3),
        made("a", "Abe", "engineer", days=40),
        finished,
    )
    return [room.desk.store.create(each) for each in interviews]


def filters_of(page: LibraryPage) -> FilterBar:
    page.show_filters()
    assert page.filters is not None
    return page.filters


def details_of(page: LibraryPage, row: int) -> Details:
    page.list.go_to(row)
    page.show_details()
    assert page.details is not None
    return page.details


def test_filters_are_chosen_from_the_keyboard_alone(
    open_library: OpenLibrary, four: list[int]
) -> None:
    page = open_library()
    press(Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    for _ in range(4):
        press(Key.Key_Down)  # to “Done”
    assert listed(page) == ["Ada"]
    press(Key.Key_Escape)
    assert sorted(listed(page)) == ["Abe", "Ada", "Mia", "Zoe"]
    assert page.list.hasFocus()


def test_roles_are_filtered_whatever_their_case(open_library: OpenLibrary, four: list[int]) -> None:
    page = open_library()
    filters = filters_of(page)
    filters.role.setCurrentIndex(filters.role.findText("Manager"))
    assert listed(page) == ["Mia"]


def test_dates_narrow_the_list(open_library: OpenLibrary, four: list[int]) -> None:
    page = open_library()
    filters = filters_of(page)
    filters.date.setCurrentIndex(filters.date.findText("Last 30 days"))
    assert "Abe" not in listed(page)
    filters.date.setCurrentIndex(filters.date.findText("Older than that"))
    assert listed(page) == []


def test_sorting_by_name_lists_all_without_groups(
    open_library: OpenLibrary, four: list[int]
) -> None:
    page = open_library()
    filters = filters_of(page)
    filters.order.setCurrentIndex(filters.order.findText("By candidate"))
    assert listed(page) == ["Abe", "Ada", "Mia", "Zoe"]


def test_what_was_chosen_still_holds_after_an_interview(
    open_library: OpenLibrary, four: list[int], room: Room
) -> None:
    page = open_library()
    filters = filters_of(page)
    filters.status.setCurrentIndex(filters.status.findText("Prepared"))
    room.desk.store.create(made("b", "Bo", "Engineer"))
    page.refresh()
    assert set(listed(page)) == {"Abe", "Bo", "Mia", "Zoe"}


def test_every_one_of_many_is_listed_in_its_order(open_library: OpenLibrary, room: Room) -> None:
    for number in range(250):
        room.desk.store.create(made(f"u{number}", f"No. {249 - number:03}", "Engineer"))
    page = open_library()
    filters = filters_of(page)
    filters.order.setCurrentIndex(filters.order.findText("By candidate"))
    assert listed(page) == [f"No. {number:03}" for number in range(250)]


def test_what_is_due_for_review_is_listed_and_nothing_is_done_to_it(
    open_library: OpenLibrary, four: list[int], room: Room
) -> None:
    room.desk.settings.set(KEEP_MONTHS, 1)
    room.desk.store.privacy.keep_until(four[1], date(2026, 11, 1))
    page = open_library()
    filters = filters_of(page)
    filters.status.setCurrentIndex(filters.status.findText("Due for review"))
    assert listed(page) == ["Abe", "Mia"]
    assert room.desk.store.count() == 4


def test_details_say_what_is_missing(open_library: OpenLibrary, four: list[int]) -> None:
    page = open_library()
    details = details_of(page, four[0])
    assert details.missing.texts() == ("Read the resume", "Choose a question")
    page.show_details()
    assert details_of(page, four[3]).missing.texts() == ("Score at once",)


def test_details_follow_the_list(open_library: OpenLibrary, four: list[int], qtbot: QtBot) -> None:
    page = open_library()
    details = details_of(page, four[0])
    page.list.go_to(four[3])
    qtbot.waitUntil(lambda: details._name.text() == "Ada")


def test_erasing_says_what_will_go_and_asks_first(
    open_library: OpenLibrary, four: list[int], room: Room, qtbot: QtBot
) -> None:
    page = open_library()
    details = details_of(page, four[3])
    details.privacy.erase.click()
    assert "2 notes" in details.privacy.confirmation.words
    assert "cannot be undone" in details.privacy.confirmation.words
    assert details.privacy.confirmation.no.hasFocus()
    press(Key.Key_Escape)
    assert room.desk.store.count() == 4
    details.privacy.erase.click()
    details.privacy.confirmation.yes.click()
    qtbot.waitUntil(lambda: "is erased" in page.status.text())
    assert room.desk.store.count() == 3
    assert "Ada" not in listed(page)


def test_another_interview_is_never_erased_by_an_answer_to_the_first(
    open_library: OpenLibrary, four: list[int], room: Room
) -> None:
    page = open_library()
    details = details_of(page, four[3])
    details.privacy.erase.click()
    page.list.go_to(four[0])
    assert details.privacy.confirmation.isHidden()
    assert room.desk.store.count() == 4


def test_a_name_is_taken_out_and_the_scores_stay(
    open_library: OpenLibrary, four: list[int], room: Room, qtbot: QtBot
) -> None:
    page = open_library()
    details = details_of(page, four[3])
    details.privacy.anonymise.click()
    details.privacy.confirmation.yes.click()
    qtbot.waitUntil(lambda: "taken out" in page.status.text())
    stored = room.desk.store.load(four[3])
    assert stored.setup.candidate == ""
    assert stored.rating(1).level == "Exceeds"
    qtbot.waitUntil(lambda: details._name.text() == "Unnamed candidate")


def test_what_is_held_cannot_be_erased(
    open_library: OpenLibrary, four: list[int], room: Room
) -> None:
    page = open_library()
    details = details_of(page, four[3])
    details.privacy.hold.click()
    assert "legal hold" in details.privacy.kept.text()
    assert not details.privacy.erase.isEnabled()
    details.privacy.hold.click()
    assert details.privacy.erase.isEnabled()


def test_a_date_to_keep_until_is_kept_and_nonsense_is_told(
    open_library: OpenLibrary, four: list[int], room: Room
) -> None:
    page = open_library()
    details = details_of(page, four[0])
    details.privacy.until.setFocus()
    QTest.keyClicks(details.privacy.until, "2027-05-23")
    press(Key.Key_Return)
    assert room.desk.store.privacy.keeping(four[0], 0).until == date(2027, 5, 23)
    assert details.privacy.kept.text() == "Kept until 23 May 2027."
    QTest.keyClicks(details.privacy.until, "x")
    press(Key.Key_Return)
    assert details.privacy.unclear.isVisible()
    assert "23 May 2027" in details.privacy.unclear.text()
    assert page.banner.isHidden()
    press(Key.Key_Backspace)
    assert details.privacy.unclear.isHidden()
    details.privacy.until.selectAll()
    QTest.keyClicks(details.privacy.until, "24. June 2027")
    press(Key.Key_Return)
    assert room.desk.store.privacy.keeping(four[0], 0).until == date(2027, 6, 24)
    assert details.privacy.unclear.isHidden()
    details.privacy.until.clear()
    details.privacy.until.setModified(True)
    press(Key.Key_Return)
    assert room.desk.store.privacy.keeping(four[0], 0).own is False


def test_where_nothing_is_found_it_is_said_in_words(
    open_library: OpenLibrary, four: list[int]
) -> None:
    assert len(four) == 4
    page = open_library()
    page.show_filters()
    assert page.filters is not None
    page.filters.status.setCurrentIndex(page.filters.status.findText("To score"))
    assert page._model.index(0).data() == "No interview matches these choices"
    page.filters.status.setCurrentIndex(page.filters.status.findText("Due for review"))
    assert page._model.index(0).data() == "No interview is due for review"


def test_beside_what_is_due_nothing_else_is_to_be_chosen(open_library: OpenLibrary) -> None:
    page = open_library()
    page.show_filters()
    filters = page.filters
    assert filters is not None
    filters.status.setCurrentIndex(filters.status.findText("Due for review"))
    assert filters.status.isEnabled()
    assert not filters.role.isEnabled()
    filters.show_all()
    assert filters.role.isEnabled()


def test_details_in_the_place_of_the_list_have_the_keyboard_and_give_it_back(
    open_library: OpenLibrary, four: list[int]
) -> None:
    assert len(four) == 4
    page = open_library()
    page.resize(500, 640)
    press(Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert page.details is not None
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.details.isAncestorOf(focused)
    press(Key.Key_Escape)
    assert page.details.isHidden()
    assert page.list.hasFocus()

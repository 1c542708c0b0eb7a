"""Searching as one types: what is shown, where Enter leads, and that nothing is lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.library.hit_lines import Run, from_first_hit, hit_line, runs_of
from interview_desk.desk.library.page import LibraryPage
from interview_desk.desk.live.page import LivePage
from interview_desk.desk.prepare.page import PreparePage
from interview_desk.desk.score.page import ScorePage
from interview_desk.desk.window import MainWindow
from interview_desk.interview.actions import preparation
from interview_desk.store.search import HIT_END, HIT_START, Hit, Where
from tests.helpers.clock import MORNING_MS
from tests.helpers.pages import library_of
from tests.helpers.rooms import Room
from tests.helpers.samples import Played, prepared, scored

Key = Qt.Key
LONG = "And how would you go on from there if it broke in the night?"
OpenLibrary = Callable[[], LibraryPage]


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def type_words(text: str) -> None:
    for letter in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, letter)


def shown(page: LibraryPage) -> list[str]:
    assert page.results is not None
    return [line.told() for line in page.results.list.lines()]


@pytest.fixture
def stored(room: Room) -> list[int]:
    """An interview that was scored and one that was only prepared."""
    store = room.desk.store
    return [store.create(scored().interview), store.create(prepared(uid="b", candidate="Beate"))]


@pytest.fixture
def window(room: Room, stored: list[int], qtbot: QtBot) -> MainWindow:
    made = MainWindow(room.desk)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.show_first_page()
    return made


def test_a_key_leads_to_the_search_and_each_letter_looks_further(
    open_library: OpenLibrary, stored: list[int]
) -> None:
    page = open_library()
    press(Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    type_words("sche")
    assert shown(page) == ["Ada, 23 Nov 2026, Note, took an hour over the schema"]
    assert page.list.isHidden()
    type_words("zzz")
    assert shown(page) == []
    press(Key.Key_Escape)
    assert page.list.isVisible()
    assert page.list.hasFocus()


def test_letters_typed_in_the_list_are_looked_for(
    open_library: OpenLibrary, stored: list[int]
) -> None:
    page = open_library()
    assert page.list.hasFocus()
    type_words("beate")
    assert page.bar.search.field.text() == "beate"
    assert shown(page) == ["Beate, 23 Nov 2026"]


def test_enter_jumps_to_the_note_in_its_interview(window: MainWindow) -> None:
    window.first_page.search()
    type_words("schema")
    press(Key.Key_Return)
    page = window.page
    assert isinstance(page, ScorePage)
    assert page.views.shown is page.views.note
    assert page.views.note.words.text() == "took an hour over the schema"


def test_arrows_choose_among_what_was_found(window: MainWindow) -> None:
    window.first_page.search()
    type_words("design")  # the questions of both, newest first
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert window.session is not None
    assert window.session.interview.setup.candidate == "Ada"


def test_a_reason_leads_to_its_dimension(window: MainWindow) -> None:
    window.first_page.search()
    type_words("framed users")
    press(Key.Key_Return)
    assert isinstance(window.page, ScorePage)
    assert window.page.views.dimension.number == 1


def is_in_sight(shown: QListWidget) -> bool:
    """Whether the whole line that the arrows are at is on the screen."""
    line = shown.visualItemRect(shown.currentItem())
    return shown.viewport().visibleRegion().boundingRect().contains(line)


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640), (760, 400)])
def test_what_was_prepared_is_shown_where_it_was_prepared(
    window: MainWindow, room: Room, size: tuple[int, int], qtbot: QtBot
) -> None:
    played = Played(prepared(uid="mine", candidate="Lou"), room.clock)
    for number in range(12):
        played.do(
            preparation.prepare_question(played.interview, f"What about topic {number}? {LONG}")
        )
    played.do(preparation.write_preparation(played.interview, "bring the giraffe"))
    room.desk.store.create(played.interview)
    window.resize(*size)
    window.show_first_page()
    window.first_page.search()
    type_words("topic 11")
    assert shown(library_of(window)) == [f"Lou, 23 Nov 2026, Prepared, What about topic 11? {LONG}"]
    press(Key.Key_Return)
    page = window.page
    assert isinstance(page, PreparePage)
    assert page.own.list.hasFocus()
    assert page.own.list.currentRow() == 11
    qtbot.waitUntil(lambda: is_in_sight(page.own.list))
    window.show_first_page()
    window.first_page.search()
    type_words("giraffe")
    press(Key.Key_Return)
    assert isinstance(window.page, PreparePage)
    assert window.page.before.field.edit.hasFocus()
    before = window.page.before
    qtbot.waitUntil(lambda: before.visibleRegion().boundingRect() == before.rect())


def test_a_note_of_a_running_interview_is_shown_on_the_live_page(
    window: MainWindow, room: Room
) -> None:
    played = Played(prepared(uid="live", candidate="Lou"), room.clock)
    played.start()
    played.note("+ drew a giraffe")
    row = room.desk.store.create(played.interview)
    window.show_first_page()
    window.first_page.search()
    type_words("giraffe")
    press(Key.Key_Return)
    assert isinstance(window.page, LivePage)
    assert window.session is not None
    assert window.session.row == row
    assert window.page.notes.hasFocus()
    assert "giraffe" in window.page.notes.currentIndex().data()


def test_what_was_looked_for_is_still_there_on_the_way_back(window: MainWindow) -> None:
    window.first_page.search()
    type_words("schema")
    press(Key.Key_Return)
    window.show_first_page()
    assert shown(library_of(window))
    assert library_of(window).bar.search.field.hasFocus()


@pytest.mark.parametrize("query", ['"', "*", "NEAR(", "a AND", "%_", "\\", "—", "a" * 500, "😀"])
def test_marks_are_only_marks(open_library: OpenLibrary, stored: list[int], query: str) -> None:
    page = open_library()
    page.bar.search.field.setText(query)
    assert not page.banner.text()


def hit(snippet: str, where: Where = Where.NOTE) -> Hit:
    return Hit(1, "Ada", MORNING_MS, where, snippet, note=1)


def mark(text: str) -> str:
    return text.replace("[", HIT_START).replace("]", HIT_END)


def test_what_matches_is_marked() -> None:
    assert list(runs_of(mark("drew a [schema]\n and [left]"))) == [
        Run("drew a "), Run("schema", hit=True), Run(" and "), Run("left", hit=True),
    ]  # fmt: skip


def test_a_match_far_behind_is_brought_into_sight() -> None:
    runs = tuple(runs_of(mark(f"{'word ' * 20}[schema] after")))
    near = from_first_hit(runs)
    assert near[0].text.startswith("…")
    assert len(near[0].text) < 32
    assert near[1:] == runs[1:]


def test_a_name_that_matches_is_marked_in_its_own_place() -> None:
    line = hit_line(hit(mark("[Ada] L."), Where.CANDIDATE), None)
    assert line.candidate == (Run("Ada", hit=True), Run(" L."))
    assert line.words == ()

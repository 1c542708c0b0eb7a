"""Practice: a made-up candidate on the live page, and nothing of it anywhere afterwards."""

import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from interview_desk.desk.guides.menu import GuideMenu
from interview_desk.desk.library.page import LibraryPage
from interview_desk.desk.navigation import PLACE, Page
from interview_desk.desk.practice.page import PracticePage
from interview_desk.desk.practice.script import Thing, read_talk
from interview_desk.desk.window import MainWindow
from interview_desk.interview.actions.running import pause
from interview_desk.resources import resource
from tests.helpers.fit import clipped
from tests.helpers.rooms import Room

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def library_of(window: MainWindow) -> LibraryPage:
    assert isinstance(window.first_page, LibraryPage)
    return window.first_page


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)


def note(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)
    press(Key.Key_Return)


@pytest.fixture
def scratch(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where folders for a while are made."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def practice(window: MainWindow, qtbot: QtBot, scratch: Path) -> PracticePage:
    with qtbot.waitActive(window):
        window.activateWindow()
    first_start = library_of(window)._first_start
    assert first_start is not None
    first_start.practise.click()
    assert isinstance(window.page, PracticePage)
    assert len([*scratch.iterdir()]) == 1
    return window.page


def let_go() -> None:
    """What is to be deleted later is."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def ticked(page: PracticePage) -> set[Thing]:
    return {each.thing for each in page.coach.things if each.done}


def test_nothing_of_it_is_anywhere_when_it_is_left(
    window: MainWindow, room: Room, practice: PracticePage, scratch: Path
) -> None:
    note("+ asks what a missed fraud costs #problem")
    assert len(practice.interview.notes) == 1
    practice.coach.leave_button.click()
    let_go()
    assert window.page is library_of(window)
    assert [*scratch.iterdir()] == []
    assert room.desk.store.count() == 0
    assert room.desk.settings.get(PLACE) == PLACE.default
    assert b"missed fraud" not in b"".join(
        each.read_bytes() for each in room.folder.rglob("*") if each.is_file()
    )


def test_closing_the_window_ends_it_too(
    window: MainWindow, practice: PracticePage, scratch: Path
) -> None:
    note("asks first")
    window.close()
    let_go()
    assert [*scratch.iterdir()] == []


def test_the_candidate_talks_by_the_clock_of_the_interview(
    practice: PracticePage, room: Room
) -> None:
    talk = read_talk(resource("sample", "practice.toml"))
    assert practice.coach.line.text() == f"“{talk.line[0].says}”"
    room.clock.advance(21)
    practice.ticker.tick()
    assert practice.coach.line.text() == f"“{talk.line[1].says}”"
    practice.session.do(pause(practice.interview, room.clock.now()))
    room.clock.advance(60)
    practice.ticker.tick()
    assert practice.coach.line.text() == f"“{talk.line[1].says}”"


def test_after_three_minutes_it_says_so(practice: PracticePage, room: Room) -> None:
    room.clock.advance(181)
    practice.ticker.tick()
    assert practice.coach.line.text().startswith("That was the practice.")


def test_each_of_the_five_things_ticks_itself_and_stays_so(practice: PracticePage) -> None:
    assert ticked(practice) == set()
    note("hello")
    assert ticked(practice) == {Thing.NOTE}
    note("+ asks first")
    assert ticked(practice) == {Thing.NOTE, Thing.STRENGTH}
    press(Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert ticked(practice) == {Thing.NOTE, Thing.STRENGTH, Thing.SIGHTING}
    press(Key.Key_P, CTRL)
    press(Key.Key_Z, CTRL)
    assert ticked(practice) == {*Thing}
    for _ in range(4):
        press(Key.Key_Z, CTRL)
    assert practice.interview.notes == ()
    assert ticked(practice) == {*Thing}


@pytest.mark.parametrize("key", [Key.Key_1, Key.Key_3, Key.Key_4])
def test_no_other_page_of_it_can_be_reached(
    window: MainWindow, practice: PracticePage, key: Qt.Key
) -> None:
    press(key, CTRL)
    assert window.page is practice
    assert window.session is None


def test_finishing_it_ends_it(window: MainWindow, practice: PracticePage) -> None:
    practice.act.finish()
    practice.go.emit(Page.SCORE)
    let_go()
    assert window.page is library_of(window)


def test_a_new_interview_can_be_begun_from_it(
    window: MainWindow, room: Room, practice: PracticePage, scratch: Path
) -> None:
    note("asks first")
    press(Key.Key_N, CTRL)
    let_go()
    assert window.session is not None
    assert window.session.interview.notes == ()
    assert room.desk.store.count() == 1
    assert [*scratch.iterdir()] == []


def test_it_is_offered_beside_a_new_interview_when_there_are_others(
    window: MainWindow, room: Room, scratch: Path
) -> None:
    room.session()
    window.first_page.refresh()
    library_of(window).bar.guides.click()
    menu = library_of(window).findChild(GuideMenu)
    assert menu is not None
    last = menu.actions()[-1]
    assert last.text() == "Practise for three minutes"
    last.trigger()
    menu.close()
    assert isinstance(window.page, PracticePage)
    assert room.desk.store.count() == 1


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640), (360, 560)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_what_is_over_the_live_page_fits(
    room: Room, window: MainWindow, practice: PracticePage, size: tuple[int, int], scale: float
) -> None:
    room.desk.theme.set_scale(scale)
    window.resize(*size)
    QCoreApplication.processEvents()
    practice.coach.say("What broke last in the rules engine you have today? " * 2)
    QCoreApplication.processEvents()
    assert practice.coach.width() <= size[0]
    assert clipped(practice.coach) == []
    shown = [each for each in practice.coach.things if each.isVisibleTo(practice)]
    assert len(shown) == (1 if size[0] < 620 * scale else 5)

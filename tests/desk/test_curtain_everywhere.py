"""The curtain hides the whole window, whatever is shown, and no key gets past it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.interview_page import InterviewPage
from interview_desk.desk.live.curtain import Curtain
from interview_desk.desk.live.page import LivePage
from interview_desk.desk.shortcuts.keymap import COMMANDS
from interview_desk.desk.window import MainWindow
from tests.helpers.pages import PAGES, visit
from tests.helpers.rooms import Room
from tests.helpers.samples import shipped_guide

Key, Mod = Qt.Key, Qt.KeyboardModifier
_CURTAIN = (Key.Key_H, Mod.ControlModifier | Mod.ShiftModifier)
_WIDE, _COMPACT = (1280, 800), (360, 560)


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
    QApplication.processEvents()


def press_keys(window: QWidget, keys: QKeySequence) -> None:
    QTest.keySequence(QApplication.focusWidget() or window, keys)
    QApplication.processEvents()


def at(page: str, room: Room, qtbot: QtBot, size: tuple[int, int] = _WIDE) -> MainWindow:
    window = visit(page, room, qtbot, shipped_guide(), size)
    qtbot.waitActive(window)
    for _ in range(3):  # what was laid out may make room for more
        QApplication.processEvents()
    return window


def drawn(window: MainWindow) -> Curtain:
    found = [each for each in window.findChildren(Curtain) if each.is_drawn]
    assert len(found) == 1
    return found[0]


def pixels(widget: QWidget) -> bytes:
    image = widget.grab().toImage()
    return bytes(image.constBits())


def in_sight(window: MainWindow, curtain: Curtain) -> list[QWidget]:
    """What is shown besides the curtain and its own words."""
    shown = [each for each in window.findChildren(QWidget) if each.isVisible()]
    return [each for each in shown if each is not curtain and not curtain.isAncestorOf(each)]


def read_out(told: QAccessibleInterface) -> Iterator[str]:
    """Every text that a screen reader finds, going through all that is not invisible."""
    if told.state().invisible:
        return
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        if text := told.text(kind):
            yield text
    for number in range(told.childCount()):
        child = told.child(number)
        if child is not None:
            yield from read_out(child)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("size", [_WIDE, _COMPACT])
def test_on_every_page_one_key_hides_all_and_the_same_key_brings_it_back(
    room: Room, qtbot: QtBot, page: str, size: tuple[int, int]
) -> None:
    window = at(page, room, qtbot, size)
    title, focus, before = window.windowTitle(), QApplication.focusWidget(), window.page
    shown = {each for each in window.findChildren(QWidget) if each.isVisible()}
    press(window, *_CURTAIN)

    curtain = drawn(window)
    assert curtain.geometry() == window.rect()
    assert pixels(window) == pixels(curtain)
    assert in_sight(window, curtain) == []
    assert window.windowTitle() == "Interview Desk"
    words = " ".join(read_out(QAccessible.queryAccessibleInterface(window)))
    assert "Ada" not in words
    assert "opens the curtain" in words

    press(window, *_CURTAIN)
    assert not curtain.is_drawn
    assert window.page is before
    assert window.windowTitle() == title
    assert QApplication.focusWidget() is focus
    assert {each for each in window.findChildren(QWidget) if each.isVisible()} == shown


@pytest.mark.parametrize("page", PAGES)
def test_no_key_of_any_command_opens_or_shows_anything(room: Room, qtbot: QtBot, page: str) -> None:
    window = at(page, room, qtbot)
    press(window, *_CURTAIN)
    curtain, before = drawn(window), window.page
    records = window.session.interview.records if window.session else None
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    for command in COMMANDS:
        if command.name == "live.curtain":
            continue
        if not isinstance(before, LivePage) or not command.name.startswith(("live.", "edit.")):
            press_keys(window, room.desk.keymap.sequence(command.name))
        assert drawn(window) is curtain, command.name
        assert window.page is before, command.name
        assert in_sight(window, curtain) == [], command.name
    for key in (Key.Key_Tab, Key.Key_Backtab, Key.Key_Menu, Key.Key_Space, Key.Key_F10):
        press(window, key)
    press(window, Key.Key_F10, Mod.ShiftModifier)
    QTest.mouseClick(curtain, Qt.MouseButton.RightButton)
    assert QApplication.activePopupWidget() is None
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == windows
    assert QApplication.focusWidget() is curtain
    if records is not None and not isinstance(before, LivePage):
        assert window.session is not None
        assert window.session.interview.records == records
        page_shown = window.page
        assert isinstance(page_shown, InterviewPage)


def test_beneath_it_the_interview_goes_on(room: Room, qtbot: QtBot) -> None:
    window = at("live", room, qtbot)
    assert window.session is not None
    press(window, *_CURTAIN)
    QTest.keyClicks(focused(), "+ grew 0")
    composed = QInputMethodEvent()
    composed.setCommitString("日本")
    QApplication.sendEvent(focused(), composed)
    press(window, Key.Key_Return)
    press(window, Key.Key_1, Mod.AltModifier)
    press(window, Key.Key_P, Mod.ControlModifier)

    interview = window.session.interview
    assert [note.text for note in interview.notes][-1] == "grew 0日本"
    assert len(interview.sightings) == 1
    assert interview.timeline.phase == 2
    press(window, Key.Key_Z, Mod.ControlModifier)
    assert window.session.interview.timeline.phase == 1
    assert "saved" in drawn(window).said()


def test_what_ends_the_interview_or_asks_a_question_waits(room: Room, qtbot: QtBot) -> None:
    window = at("live", room, qtbot)
    page = window.page
    assert isinstance(page, LivePage)
    press(window, *_CURTAIN)
    for name in ("live.finish", "live.started", "live.answer", "live.replan", "live.compact"):
        press_keys(window, room.desk.keymap.sequence(name))
        assert in_sight(window, drawn(window)) == []
    QTest.keyClicks(focused(), "still a note")
    assert page.field.text() == "still a note"
    assert page.interview.timeline.state.name == "RUNNING"
    assert page.strip.isHidden()


def test_what_is_told_meanwhile_is_seen_when_it_is_opened(room: Room, qtbot: QtBot) -> None:
    window = at("score", room, qtbot)
    page = window.page
    assert isinstance(page, InterviewPage)
    press(window, *_CURTAIN)
    page.banner.show_message("Ada is waiting")
    assert in_sight(window, drawn(window)) == []
    words = " ".join(read_out(QAccessible.queryAccessibleInterface(window)))
    assert "Ada" not in words
    press(window, *_CURTAIN)
    assert page.banner.isVisible()


def test_an_open_menu_goes_with_the_rest(room: Room, qtbot: QtBot) -> None:
    window = at("library", room, qtbot)
    press(window, Key.Key_N, Mod.ControlModifier | Mod.ShiftModifier)
    window.draw_curtain()
    assert QApplication.activePopupWidget() is None
    assert in_sight(window, drawn(window)) == []


def test_the_clock_of_what_runs_is_shown_over_other_pages(room: Room, qtbot: QtBot) -> None:
    window = at("live", room, qtbot)
    press(window, Key.Key_W, Mod.ControlModifier)
    press(window, *_CURTAIN)
    curtain = drawn(window)
    before = curtain.figures.spoken()
    assert curtain.figures.isVisible()
    assert before.endswith("left")
    room.clock.advance(5)
    qtbot.waitUntil(lambda: curtain.figures.spoken() != before, timeout=3000)
    press(window, *_CURTAIN)


def test_without_an_interview_there_is_no_clock(room: Room, qtbot: QtBot) -> None:
    window = at("library", room, qtbot)
    press(window, *_CURTAIN)
    assert not drawn(window).figures.isVisible()


def test_it_follows_the_size_of_the_window(room: Room, qtbot: QtBot) -> None:
    window = at("live", room, qtbot)
    press(window, *_CURTAIN)
    window.resize(700, 500)
    qtbot.waitUntil(lambda: drawn(window).geometry() == window.rect())
    press(window, *_CURTAIN)
    assert window.page.geometry().width() == window.width()

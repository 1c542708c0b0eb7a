"""Every key is looked up, found and changed in the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.live.page import LivePage
from interview_desk.desk.shortcuts.bindings import read_keys
from interview_desk.desk.shortcuts.key_row import KeyRow
from interview_desk.desk.shortcuts.keymap import COMMANDS
from interview_desk.desk.shortcuts.panel import KeysPanel
from interview_desk.desk.window import MainWindow
from interview_desk.interview.actions.running import start
from interview_desk.interview.timeline import ClockState
from tests.helpers.rooms import Room

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL = Mod.ControlModifier


def _focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    QTest.keyClick(_focus(), key, modifier)


def type_text(text: str) -> None:
    QTest.keyClicks(_focus(), text)


@pytest.fixture
def window(room: Room, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on the live page of an interview that runs."""
    shown = MainWindow(room.desk)
    qtbot.addWidget(shown)
    session = room.session()
    session.do(start(session.interview, session.now()))
    shown.show()
    shown.open_row(session.row)
    page = shown.page
    assert isinstance(page, LivePage)
    page.setFocus()
    qtbot.waitUntil(page.field.keys.hasFocus)
    yield shown
    shown.close()


@pytest.fixture
def page(window: MainWindow) -> LivePage:
    assert isinstance(window.page, LivePage)
    return window.page


@pytest.fixture
def panel(window: MainWindow, page: LivePage) -> KeysPanel:
    """The table, opened over it."""
    press(Key.Key_F1)
    press(Key.Key_F1)  # into it: what is typed goes on in the note otherwise
    return window.findChildren(KeysPanel)[0]


def _shown(panel: KeysPanel) -> list[KeyRow]:
    return [row for row in panel.rows if row.isVisible()]


def _choose(panel: KeysPanel, words: str) -> KeyRow:
    """Find one command by its words and go to its key."""
    panel.search.setFocus()
    panel.search.clear()
    type_text(words)
    (row,) = _shown(panel)
    while not row.key.hasFocus():
        press(Key.Key_Tab)
    return row


@pytest.mark.parametrize(("key", "held"), [(Key.Key_F1, Mod.NoModifier), (Key.Key_Slash, CTRL)])
def test_one_key_shows_every_command_in_the_window_and_puts_them_away(
    window: MainWindow, page: LivePage, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    type_text("half a ")
    press(key, held)
    (panel,) = window.findChildren(KeysPanel)
    assert [row.command for row in _shown(panel)] == sorted(
        COMMANDS, key=lambda each: list(dict.fromkeys(c.place for c in COMMANDS)).index(each.place)
    )
    assert not panel.isWindow()
    assert page.field.keys.hasFocus()
    type_text("no")
    press(key, held)
    assert panel.search.hasFocus()
    press(key, held)
    type_text("te")

    assert panel.isHidden()
    assert page.field.text() == "half a note"


def test_it_opens_at_the_keys_of_the_page_and_is_scrolled_and_left_from_the_note(
    window: MainWindow, page: LivePage
) -> None:
    press(Key.Key_F1)
    (panel,) = window.findChildren(KeysPanel)
    shown = [row for row in panel.rows if not row.visibleRegion().isEmpty()]
    assert shown[0].command.place == "Live"
    press(Key.Key_PageUp)
    earlier = [row for row in panel.rows if not row.visibleRegion().isEmpty()]
    assert earlier[0] is not shown[0]
    type_text("half a note")
    press(Key.Key_Escape)

    assert panel.isHidden()
    assert page.field.text() == "half a note"
    assert page.field.keys.hasFocus()


def test_escape_leads_back_to_the_note(panel: KeysPanel, page: LivePage) -> None:
    type_text("phase")
    press(Key.Key_Escape)

    assert panel.isHidden()
    assert page.field.keys.hasFocus()


def test_it_outlives_the_page_behind_it(panel: KeysPanel, window: MainWindow, qtbot: QtBot) -> None:
    press(Key.Key_W, CTRL)
    qtbot.wait(1)
    assert panel.isVisible()
    press(Key.Key_F1)

    assert panel.isHidden()
    assert window.page is window.first_page


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("previous plan catch", []),
        ("catch", ["live.replan"]),
        ("ctrl r", ["live.replan"]),
        ("PAUSE", ["live.clock"]),
        ("report pdf", ["report.save"]),
    ],
)
def test_commands_are_found_by_words_place_or_key(
    panel: KeysPanel, words: str, names: list[str]
) -> None:
    type_text(words)

    found = [row.command.name for row in _shown(panel)]
    assert found == names or (words == "ctrl r" and "live.replan" in found)


def test_a_new_key_works_at_once_everywhere_and_is_kept(
    panel: KeysPanel, page: LivePage, room: Room
) -> None:
    row = _choose(panel, "pause")
    press(Key.Key_Return)
    assert row.key.accessibleName().endswith("press the new key, or Escape to leave it")
    press(Key.Key_U, CTRL)
    assert row.key.accessibleName() == "Start, pause or resume: Ctrl U"
    assert page.controls.clock.accessibleDescription() == "Ctrl U"
    press(Key.Key_Escape)

    states = []
    for key in (Key.Key_Space, Key.Key_U):
        press(key, CTRL)
        states.append(page.interview.timeline.state)
    assert states == [ClockState.RUNNING, ClockState.PAUSED]
    assert read_keys(room.desk.settings) == {"live.clock": "Ctrl+U"}


def test_a_key_that_is_taken_is_refused_by_name_and_does_nothing(
    panel: KeysPanel, page: LivePage, room: Room
) -> None:
    row = _choose(panel, "pause")
    press(Key.Key_Return)
    press(Key.Key_E, CTRL)

    assert row.message.text() == "Ctrl E is “Make the interview longer” already. Choose another."
    assert row.key.accessibleName() == "Start, pause or resume: Ctrl Space"
    assert page.interview.plan == page.interview.first_plan
    assert read_keys(room.desk.settings) == {}


def test_while_a_key_is_waited_for_no_shortcut_works(
    panel: KeysPanel, window: MainWindow, page: LivePage
) -> None:
    row = _choose(panel, "pause")
    press(Key.Key_Return)
    press(Key.Key_W, CTRL)  # would leave the interview

    assert window.page is page
    assert "Back to the interviews" in row.message.text()


def test_escape_leaves_the_key_as_it_was(panel: KeysPanel) -> None:
    row = _choose(panel, "pause")
    press(Key.Key_Return)
    press(Key.Key_Escape)

    assert row.key.accessibleName() == "Start, pause or resume: Ctrl Space"
    assert not panel.isHidden()


def test_reset_goes_back_to_the_first_key_unless_that_was_given_away(
    panel: KeysPanel, room: Room
) -> None:
    row = _choose(panel, "pause")
    assert row.reset.isHidden()
    press(Key.Key_Return)
    press(Key.Key_U, CTRL)
    other = _choose(panel, "catch up")
    press(Key.Key_Return)
    press(Key.Key_Space, CTRL)
    _choose(panel, "pause")
    QTest.mouseClick(row.reset, Qt.MouseButton.LeftButton)
    assert row.message.text() == f"Ctrl Space is “{other.command.title}” now."
    _choose(panel, "catch up")
    QTest.mouseClick(other.reset, Qt.MouseButton.LeftButton)
    _choose(panel, "pause")
    QTest.mouseClick(row.reset, Qt.MouseButton.LeftButton)

    assert (row.reset.isHidden(), row.message.isHidden()) == (True, True)
    assert read_keys(room.desk.settings) == {}


def test_a_key_that_cannot_be_kept_works_and_says_so(panel: KeysPanel, room: Room) -> None:
    _choose(panel, "pause")
    room.desk.store._conn.execute("PRAGMA query_only = 1")
    press(Key.Key_Return)
    press(Key.Key_U, CTRL)
    room.desk.store._conn.execute("PRAGMA query_only = 0")

    assert "is not kept" in panel.said()
    assert room.desk.keymap.hint("live.clock") == "Ctrl U"


def test_tab_stays_in_the_table_and_reaches_every_key(panel: KeysPanel) -> None:
    reached = set()
    around = len(COMMANDS) + len((panel.close_button, panel.search, panel.help_button))
    for _ in range(around):
        reached.add(_focus())
        assert panel.isAncestorOf(_focus())
        press(Key.Key_Tab)

    assert {row.key for row in panel.rows} <= reached
    assert panel.search.hasFocus()
    assert all(each.accessibleName() for each in reached)


@pytest.mark.parametrize("width", [360, 1024, 1600])
def test_it_fits_every_width_of_the_window(
    panel: KeysPanel, window: MainWindow, width: int
) -> None:
    window.resize(width, 640)

    assert window.rect().contains(panel.geometry())
    assert panel.geometry().right() == window.rect().right()
    assert panel.minimumSizeHint().width() <= panel.width()

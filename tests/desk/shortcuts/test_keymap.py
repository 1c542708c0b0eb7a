"""The table of shortcuts, and what follows it when a key is another."""

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.shortcuts.keymap import COMMANDS, Keymap, meet, written

NOT_ON_A_LAPTOP = {"Home", "End", "PgUp", "PgDown", "Ins", "Insert", "NumLock", "Num"}


def test_no_command_needs_a_key_that_laptops_lack() -> None:
    for command in COMMANDS:
        for key in filter(None, (command.key, command.also)):
            parts = set(key.replace("++", "+plus").split("+"))
            assert not parts & NOT_ON_A_LAPTOP, command.name


def test_no_two_commands_that_meet_have_one_key() -> None:
    keymap = Keymap()
    for command in COMMANDS:
        for key in keymap.sequences(command.name):
            assert key.count() == 1, command.name
            assert keymap.clash(command.name, key) is None, command.name


def test_every_command_has_a_name_of_its_own_and_a_title() -> None:
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)
    assert all(command.title and command.place for command in COMMANDS)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("Live", "Live", True),
        ("Live", "Score", False),
        ("Live", "In an interview", True),
        ("Library", "In an interview", False),
        ("Library", "Everywhere", True),
    ],
)
def test_places_meet_where_one_can_be_in_both(one: str, other: str, together: bool) -> None:
    assert (meet(one, other), meet(other, one)) == (together, together)


@pytest.mark.parametrize(
    ("key", "words"), [("Ctrl+Right", "Ctrl →"), ("Ctrl++", "Ctrl +"), ("Alt+-", "Alt -")]
)
def test_keys_are_written_for_key_caps(key: str, words: str) -> None:
    assert written(QKeySequence(key)) == words


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A shown window that takes keys."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.setFocus()
    qtbot.waitUntil(window.hasFocus)
    return window


def test_an_action_follows_its_command_to_another_key(page: QWidget) -> None:
    keymap, pressed = Keymap(), []
    keymap.action(page, "live.replan", lambda: pressed.append("replan"))
    keymap.rebind("live.replan", "Ctrl+U")
    QTest.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []
    QTest.keyClick(page, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["replan"]

    keymap.rebind("live.replan", None)
    assert (keymap.own, keymap.hint("live.replan")) == ({}, "Ctrl R")


def test_a_second_key_works_until_the_user_chooses_one(page: QWidget) -> None:
    keymap, pressed = Keymap(), []
    keymap.action(page, "window.keys", lambda: pressed.append("keys"))
    for key, held in ((Qt.Key.Key_F1, "NoModifier"), (Qt.Key.Key_Slash, "ControlModifier")):
        QTest.keyClick(page, key, Qt.KeyboardModifier[held])
    assert pressed == ["keys", "keys"]
    keymap.rebind("window.keys", "F2")
    QTest.keyClick(page, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["keys", "keys"]


def test_actions_and_hints_go_with_their_owners(qtbot: QtBot) -> None:
    keymap = Keymap()
    told: list[str] = []
    for owner in [QWidget() for _ in range(50)]:
        keymap.action(owner, "live.clock", owner.update)
        keymap.follow(owner, "live.clock", told.append)
        owner.deleteLater()
    qtbot.wait(1)
    gc.collect()
    told.clear()
    keymap.rebind("live.clock", "Ctrl+U")

    assert told == []
    assert keymap.findChildren(QAction) == []


def test_a_hint_is_told_now_and_whenever_it_is_another(qtbot: QtBot) -> None:
    keymap, label = Keymap(), QLabel()
    qtbot.addWidget(label)
    keymap.follow(label, "live.next", label.setText)
    assert label.text() == "Ctrl P"
    keymap.rebind("live.next", "Ctrl+Shift+N")
    assert label.text() == "Ctrl Shift N"

"""Keys that edit text stay the text's, on the three systems, wherever text can be typed."""

import pytest
from PySide6.QtGui import QKeySequence

from interview_desk.desk.shortcuts.keymap import COMMANDS, Command, Keymap

# Where a text field has the focus these mean a letter, an edit or a step of the caret. In Qt's
# words: Ctrl is Command on macOS, Alt is Option and Meta is Control.
_ARROWS = ("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown")
_EVERYWHERE = (
    *(f"{held}{arrow}" for arrow in _ARROWS
      for held in ("", "Shift+", "Ctrl+", "Ctrl+Shift+", "Alt+", "Alt+Shift+", "Ctrl+Alt+")),
    *(f"{held}{key}" for key in ("Backspace", "Del")
      for held in ("", "Shift+", "Ctrl+", "Ctrl+Shift+", "Alt+", "Alt+Shift+")),
    *(f"Ctrl+{letter}" for letter in "ACVX"),
    "Ctrl+Ins", "Shift+Ins", "Tab", "Shift+Tab",
)  # fmt: skip
# Option with a letter, a digit or a sign types a character; Control with a letter is Emacs's.
_ON_MAC = (
    *(f"Alt+{sign}" for sign in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-=[];',./\\`"),
    *(f"Alt+Shift+{sign}" for sign in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"),
    *(f"{held}{letter}" for letter in "ABDEFHKNOPTVWY" for held in ("Meta+", "Meta+Shift+")),
    *(f"Meta+{arrow}" for arrow in _ARROWS), "Meta+Backspace", "Meta+Del",
    # What the system keeps for itself.
    "Ctrl+Space", "Meta+Space", "Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+Q", "Ctrl+H", "Ctrl+M",
)  # fmt: skip
# Undo and redo are the text's as long as there is something typed; the rest is for lists.
_SHARED = ("edit.undo", "edit.redo", "score.not_enough", "score.type", "score.list")


def _commands() -> list[Command]:
    return [command for command in COMMANDS if command.name not in _SHARED]


def _keys(keymap: Keymap, command: Command) -> set[str]:
    portable = QKeySequence.SequenceFormat.PortableText
    return {each.toString(portable) for each in keymap.sequences(command.name)}


@pytest.mark.parametrize("mac", [False, True])
def test_no_command_starts_with_a_key_that_edits_text(mac: bool) -> None:
    keymap = Keymap(mac=mac)
    keys = {*_EVERYWHERE, *(_ON_MAC if mac else ())}
    taken = {each.name: _keys(keymap, each) & keys for each in _commands()}

    assert {name: found for name, found in taken.items() if found} == {}


def test_the_tables_are_in_the_words_that_keys_are_told_in() -> None:
    portable = QKeySequence.SequenceFormat.PortableText
    for key in (*_EVERYWHERE, *_ON_MAC):
        assert QKeySequence(key).toString(portable) == key


def test_on_macos_no_two_commands_that_meet_have_one_key() -> None:
    keymap = Keymap(mac=True)
    for command in COMMANDS:
        for key in keymap.sequences(command.name):
            assert key.count() == 1, command.name
            assert keymap.clash(command.name, key) is None, command.name


def test_macos_has_keys_of_its_own_only_where_it_needs_them() -> None:
    mac, other = Keymap(mac=True), Keymap(mac=False)
    assert mac.first("live.indicator.3") == QKeySequence("Meta+3")
    assert other.first("live.indicator.3") == QKeySequence("Alt+3")
    assert mac.first("live.next") == other.first("live.next")
    mac.rebind("live.concerns", "Meta+0")
    assert mac.own == {}


def test_a_key_of_ones_own_stays_when_the_table_gives_it_to_another_command() -> None:
    keymap = Keymap({"live.replan": "Ctrl+P"}, mac=False)

    assert keymap.hint("live.replan") == "Ctrl P"
    assert keymap.hint("live.next") == ""
    keymap.rebind("live.replan", None)
    assert keymap.hint("live.next") == "Ctrl P"

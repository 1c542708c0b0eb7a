"""Keys of one's own are kept; what is kept and makes no sense is told of and left out."""

import json

import pytest
from PySide6.QtGui import QKeySequence

from interview_desk.app import make_desk
from interview_desk.desk.shortcuts.bindings import keep_keys, read_keys
from interview_desk.desk.shortcuts.keymap import Keymap, refusal
from tests.helpers.rooms import Room


def test_keys_that_were_chosen_are_there_at_the_next_start(room: Room) -> None:
    own = {"live.replan": "Ctrl+U", "live.clock": "F5"}
    keep_keys(room.desk.settings, own)

    assert (read_keys(room.desk.settings), room.logged) == (own, [])


def test_the_program_starts_with_the_keys_that_were_chosen(room: Room) -> None:
    keep_keys(room.desk.settings, {"live.replan": "Ctrl+U"})
    old = room.desk
    started = make_desk(old.store, old.guides, old.settings, old.clock, old.theme, old.documents)

    assert started.keymap.hint("live.replan") == "Ctrl U"


def test_back_to_the_table_nothing_is_kept(room: Room) -> None:
    keep_keys(room.desk.settings, {"live.replan": "Ctrl+U"})
    keep_keys(room.desk.settings, {})

    assert (read_keys(room.desk.settings), room.logged) == ({}, [])


@pytest.mark.parametrize(
    "kept",
    [
        "nonsense",
        "[]",
        "3",
        "[" * 10_000,
        "x" * 50_000,
        '{"live.replan": 7}',
        '{"live.replan": ""}',
        '{"live.replan": "Ctrl+K, Ctrl+U"}',
        '{"live.replan": "Hyper+Ω!!"}',
        '{"no.such": "Ctrl+U"}',
        '{"live.replan": "A"}',
        '{"live.replan": "Ctrl+C"}',
        '{"live.replan": "Tab"}',
    ],
)
def test_what_makes_no_sense_is_left_out_and_logged(room: Room, kept: str) -> None:
    room.desk.store.set_setting("keys", kept)

    assert read_keys(room.desk.settings) == {}
    assert len(room.logged) == 1
    assert all(len(line) < 200 for line in room.logged)


def test_good_keys_among_bad_ones_are_kept(room: Room) -> None:
    kept = {"live.replan": "Ctrl+U", "gone": "Ctrl+Q", "live.next": "Ctrl+U"}
    room.desk.store.set_setting("keys", json.dumps(kept))
    own = read_keys(room.desk.settings)

    assert own in ({"live.replan": "Ctrl+U"}, {"live.next": "Ctrl+U"})
    assert len(room.logged) == 2


@pytest.mark.parametrize("key", ["Ctrl+P", "Ctrl+Space", "Ctrl+Tab"])
def test_a_key_that_a_newer_table_gives_to_another_command_stays_the_users(
    room: Room, key: str
) -> None:
    keep_keys(room.desk.settings, {"live.replan": key})

    assert (read_keys(room.desk.settings), room.logged) == ({"live.replan": key}, [])


def test_two_commands_may_have_changed_their_keys(room: Room) -> None:
    swapped = {"live.replan": "Ctrl+E", "live.extend": "Ctrl+R"}
    keep_keys(room.desk.settings, swapped)

    assert read_keys(room.desk.settings) == swapped


@pytest.mark.parametrize(
    ("name", "key", "word"),
    [
        ("live.replan", "Ctrl+E", "Make the interview longer"),
        ("live.replan", "Ctrl+N", "New interview"),
        ("live.replan", "Ctrl+Z", "Undo"),
        ("live.replan", "Ctrl+/", "Show all keys"),
        ("live.replan", "X", "typing"),
        ("live.replan", "Shift+X", "typing"),
        ("live.replan", "Return", "typing"),
        ("live.replan", "Ctrl+V", "Paste"),
        ("live.replan", "Shift+Tab", "cannot"),
    ],
)
def test_a_refusal_says_why(name: str, key: str, word: str) -> None:
    assert word in refusal(Keymap(), name, QKeySequence(key))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("live.replan", "Ctrl+S"),  # saves the PDF, on another page
        ("live.replan", "F5"),
        ("live.replan", "Shift+F5"),
        ("live.replan", "Ctrl+R"),  # its own
        ("live.replan", "Alt++"),
        ("score.not_enough", "9"),  # where nothing is typed
    ],
)
def test_other_keys_are_free(name: str, key: str) -> None:
    assert not refusal(Keymap(), name, QKeySequence(key))

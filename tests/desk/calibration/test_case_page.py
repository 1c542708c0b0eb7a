"""A case rated with the keyboard: words quoted, levels given, locked, sealed; nothing lost."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from interview_desk.desk.calibration.own_answer import begin_answer, case_of
from interview_desk.desk.calibration.page import CasePage
from interview_desk.desk.navigation import Page
from interview_desk.desk.session import Session
from interview_desk.interview.origin import Origin
from interview_desk.panel.case import Material, MaterialKind, OpenCase
from interview_desk.panel.case_reference import read_reference, seal_of
from interview_desk.report.case_file import read_case_file
from tests.helpers.cases import small_open_case
from tests.helpers.fit import clipped
from tests.helpers.rooms import Room

Key, Mod = Qt.Key, Qt.KeyboardModifier


def shown(qtbot: QtBot, room: Room, case: OpenCase | None = None) -> CasePage:
    row = begin_answer(room.desk, case or small_open_case())
    session = Session(room.desk.store, room.clock, row, room.desk.theme)
    page = CasePage(room.desk, session)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.setFocus()
    return page


def quote(page: CasePage, words: str) -> None:
    """Select words of the answer and press Enter."""
    text = page.material.words.toPlainText()
    cursor = page.material.words.textCursor()
    cursor.setPosition(text.index(words))
    cursor.setPosition(text.index(words) + len(words), QTextCursor.MoveMode.KeepAnchor)
    page.material.words.setTextCursor(cursor)
    page.material.words.setFocus()
    QTest.keyClick(page.material.words, Key.Key_Return)


def write(page: CasePage, words: str) -> None:
    """Type a note of one's own and press Enter."""
    page.material.note.setFocus()
    QTest.keyClicks(page.material.note, words)
    QTest.keyClick(page.material.note, Key.Key_Return)


def test_the_answer_is_read_beside_the_rubric_and_its_words_become_evidence(
    qtbot: QtBot, room: Room
) -> None:
    page = shown(qtbot, room)
    assert "who it is for" in page.material.words.toPlainText()
    assert "Read it twice." in page.material.instructions.text()
    quote(page, "who it is for")
    (note,) = page.session.interview.notes
    assert (note.text, note.dimensions) == ("“who it is for”", (1,))
    assert page.rating.number == 1, "Enter quoted, and did not go on"
    write(page, "- no word of cost")
    assert [each.text for each in page.session.interview.notes][1:] == ["no word of cost"]
    assert page.material.note.text() == ""


def test_it_is_rated_by_keys_and_locked_at_the_second_asking(qtbot: QtBot, room: Room) -> None:
    page = shown(qtbot, room)
    QTest.keyClick(page.walk_bar.next_button, Key.Key_Down)  # whoever is here looks at the keys
    QTest.keyClick(page.walk_bar.next_button, Key.Key_M)
    assert page.session.interview.rating(1).level == "Meets"
    assert page.rated_label.text() == "1 of 2 rated"
    QTest.keyClick(page.walk_bar.next_button, Key.Key_Return, Mod.ControlModifier)
    assert "Not rated yet" in page.banner.text()
    QTest.keyClick(page.walk_bar.next_button, Key.Key_Return)
    assert page.rating.number == 2
    QTest.keyClick(page.walk_bar.next_button, Key.Key_E)
    with qtbot.waitSignal(page.go) as asked:
        QTest.keyClick(page.walk_bar.next_button, Key.Key_Return, Mod.ControlModifier)
    assert asked.args == [Page.REPORT]
    assert not page.material.note.isEnabled()
    assert room.again(page.session).interview.lock is not None


def test_letters_do_nothing_until_it_was_looked_at(qtbot: QtBot, room: Room) -> None:
    page = shown(qtbot, room)
    QTest.keyClick(page.walk_bar.next_button, Key.Key_M)
    assert page.session.interview.rating(1).level == ""
    assert page.walk_bar.is_asleep


def test_the_same_case_is_gone_on_with_and_a_new_version_is_a_new_answer(room: Room) -> None:
    case = small_open_case()
    row = begin_answer(room.desk, case)
    assert begin_answer(room.desk, case) == row
    assert room.desk.store.origin(row) is Origin.CASE
    other = OpenCase(replace(case.case, instructions="Read it."), case.guide)
    assert begin_answer(room.desk, other) != row
    assert case_of(room.desk.store, "case1") is not None
    assert case_of(room.desk.store, "case2") is None


def test_a_recording_has_a_clock_that_stamps_what_was_heard(qtbot: QtBot, room: Room) -> None:
    case = small_open_case()
    plays = Material(MaterialKind.RECORDING, where="talk.mp4", to_s=780, permission="invented")
    page = shown(qtbot, room, OpenCase(replace(case.case, material=plays), case.guide))
    assert "talk.mp4, 0:00 to 13:00" in page.material.instructions.text()
    assert not page.material.words.isVisible()
    QTest.keyClick(page.walk_bar.next_button, Key.Key_Space, Mod.ControlModifier)
    room.clock.advance(75)
    write(page, "+ drew it")
    (note,) = page.session.interview.notes
    assert page.session.interview.timeline.elapsed(note.at) == 75_000
    QTest.keyClick(page.walk_bar.next_button, Key.Key_Space, Mod.ControlModifier)
    assert page.material.clock_button.accessibleName().startswith("Go on")


def test_ones_own_rating_is_sealed_as_the_reference(
    qtbot: QtBot, room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, room)
    quote(page, "who it is for")
    QTest.mouseClick(page.rating.cards.cards[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.walk_bar.next_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.rating.not_enough, Qt.MouseButton.LeftButton)
    page.finish()
    assert page.seal_button.isVisible()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    QTest.mouseClick(page.seal_button, Qt.MouseButton.LeftButton)
    sent = read_case_file(tmp_path / "Case - A bed twice.json")
    kept = read_reference((tmp_path / "Reference - A bed twice.json").read_bytes(), sent)
    assert sent.case.reference_sha256 == seal_of(kept)
    assert [each.level for each in kept.ratings] == ["Meets", ""]
    assert "Meets" not in json.dumps(sent.case.reference_sha256)
    assert "Keep “Reference - A bed twice.json” to yourself" in page.banner.text()
    again = case_of(room.desk.store, "case1")
    assert again is not None
    assert again.case.reference_sha256 == seal_of(kept)


def test_a_case_that_is_not_there_any_more_is_told(qtbot: QtBot, room: Room) -> None:
    row = begin_answer(room.desk, small_open_case())
    room.desk.store.save_resume(row, None)
    session = Session(room.desk.store, room.clock, row, room.desk.theme)
    page = CasePage(room.desk, session)
    qtbot.addWidget(page)
    page.show()
    assert "not here any more" in page.material.instructions.text()
    assert not page.save_button.isVisible()


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640), (420, 700)])
def test_nothing_is_cut(qtbot: QtBot, room: Room, size: tuple[int, int]) -> None:
    page = shown(qtbot, room)
    page.resize(*size)
    quote(page, "who it is for")
    qtbot.wait(1)
    assert clipped(page) == []

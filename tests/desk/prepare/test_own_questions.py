"""Questions of one's own on the prepare page, by keys alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from interview_desk.interview.actions.preparation import prepare_question
from tests.desk.prepare.conftest import Preparing
from tests.helpers.rooms import Room
from tests.helpers.samples import Played, prepared

Key, Mod = Qt.Key, Qt.KeyboardModifier
Prepare = Callable[..., Preparing]


def add(desk: Preparing, *texts: str) -> None:
    for text in texts:
        desk.write(desk.page.own.field, text)
        desk.press(Key.Key_Return)


def kept(desk: Preparing) -> list[str]:
    return [each.text for each in desk.stored.prepared_questions]


def test_they_are_typed_reordered_reworded_and_taken_out_by_keys(prepare: Prepare) -> None:
    desk = prepare()
    add(desk, "What broke?", "Who noticed?", "  ", "Why this role?")
    assert kept(desk) == ["What broke?", "Who noticed?", "Why this role?"]
    assert desk.page.own.field.hasFocus()

    desk.page.own.list.setFocus()
    desk.press(Key.Key_End)
    desk.press(Key.Key_Up, Mod.AltModifier)
    desk.press(Key.Key_Up, Mod.AltModifier)
    assert kept(desk) == ["Why this role?", "What broke?", "Who noticed?"]

    desk.press(Key.Key_Return)
    assert desk.page.own.field.hasFocus()
    QTest.keyClicks(desk.page.own.field, "Why us?")
    desk.press(Key.Key_Return)
    assert kept(desk) == ["Why us?", "What broke?", "Who noticed?"]
    assert desk.page.own.field.text() == ""

    desk.page.own.list.setFocus()
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Delete)
    assert kept(desk) == ["Why us?", "Who noticed?"]
    desk.page.undo()
    assert kept(desk) == ["Why us?", "What broke?", "Who noticed?"]
    assert desk.page.own.list.count() == 3


def test_a_question_is_for_a_phase_and_its_follow_up_goes_with_it(prepare: Prepare) -> None:
    desk = prepare()
    own = desk.page.own
    own.phase.setFocus()
    desk.press(Key.Key_Down)
    own.dimension.setFocus()
    desk.press(Key.Key_Down)
    add(desk, "What broke?")
    own.follow_up.setFocus()
    desk.press(Key.Key_Space)
    add(desk, "Who noticed?")
    first, second = desk.stored.prepared_questions
    assert (first.phase, first.dimension, first.follow_up) == (1, 1, False)
    assert (second.phase, second.dimension, second.follow_up) == (1, 1, True)

    own.list.setFocus()
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Return)
    own.phase.setFocus()
    desk.press(Key.Key_Down)
    assert [each.phase for each in desk.stored.prepared_questions] == [2, 2]
    own.field.setFocus()
    desk.press(Key.Key_Escape)
    assert own.list.hasFocus()
    assert own.field.text() == ""


def test_one_is_taken_from_the_bank_and_from_an_interview_before(
    prepare: Prepare, room: Room
) -> None:
    past = Played(prepared(uid="past"))
    past.do(prepare_question(past.interview, "What broke?"))
    room.desk.store.create(past.interview)
    desk = prepare()
    questions = desk.page.question.list
    questions.setFocus()
    desk.press(Key.Key_Plus)
    bank = desk.stored.guide.banks[0].questions[0].text
    assert kept(desk) == [bank]
    assert desk.setup.question == ""

    desk.press(Key.Key_End)
    desk.page.question.add.click()
    assert kept(desk) == [bank, "What broke?"]


def test_the_note_to_oneself_is_on_the_disk_within_a_second(prepare: Prepare, qtbot: QtBot) -> None:
    desk = prepare()
    desk.write(desk.page.before.field, "The gap in 2021")
    qtbot.waitUntil(lambda: desk.stored.preparation.text == "The gap in 2021", timeout=1_000)
    desk.page.undo()
    assert desk.page.before.field.text() == desk.stored.preparation.text == ""


@pytest.mark.parametrize("width", [1280, 1024, 640])
def test_the_list_is_as_high_as_its_lines(prepare: Prepare, width: int) -> None:
    desk = prepare()
    add(desk, "What broke? " * 12, "Who noticed?")
    desk.page.resize(width, 800)
    QApplication.processEvents()
    rows = desk.page.own.list
    assert rows.height() == sum(rows.sizeHintForRow(row) for row in range(rows.count()))
    assert rows.verticalScrollBar().maximum() == 0

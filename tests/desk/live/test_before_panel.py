"""What was prepared is one key away, over the notes, and the note field keeps the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from interview_desk.desk.live.before_panel import BeforePanel
from interview_desk.interview.actions.preparation import write_preparation
from interview_desk.interview.resume import JUDGE_TODAY, Resume, ResumeKind
from tests.helpers.live import LiveDesk, twenty_minutes

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL_SHIFT = Mod.ControlModifier | Mod.ShiftModifier
Sit = Callable[..., LiveDesk]
LINES = "\n".join(f"Line {number}" for number in range(400))


def panel_of(desk: LiveDesk) -> BeforePanel:
    panel = desk.page.before.panel
    assert panel is not None
    return panel


def prepared_desk(sit: Sit, text: str = LINES) -> LiveDesk:
    interview = twenty_minutes()
    desk = sit(interview.apply(write_preparation(interview, "The gap in 2021")))
    desk.room.desk.store.save_resume(
        desk.session.row, Resume("ada.txt", ResumeKind.TEXT, b"", text)
    )
    return desk


def test_one_types_on_while_it_is_shown(sit: Sit) -> None:
    desk = prepared_desk(sit)
    desk.press(Key.Key_R, CTRL_SHIFT)
    panel = panel_of(desk)
    said = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert panel.isVisible()
    assert {"The gap in 2021", JUDGE_TODAY} <= {*said}
    assert panel.size() == desk.page.notes.size()

    assert desk.page.field.edit.hasFocus()
    QTest.keyClicks(desk.page.field.edit, "says why")
    bar = panel.resume.words.verticalScrollBar()
    desk.press(Key.Key_PageDown)
    desk.press(Key.Key_PageDown)
    assert bar.value() > 0
    desk.press(Key.Key_PageUp)
    desk.press(Key.Key_PageUp)
    assert bar.value() == 0
    desk.press(Key.Key_Return)
    assert [note.text for note in desk.notes] == ["says why"]

    desk.press(Key.Key_Escape)
    assert panel.isHidden()
    desk.press(Key.Key_R, CTRL_SHIFT)
    assert panel.isVisible()
    desk.press(Key.Key_R, CTRL_SHIFT)
    assert panel.isHidden()


def test_words_selected_in_it_stand_first_among_what_to_ask(sit: Sit, qtbot: QtBot) -> None:
    desk = prepared_desk(sit, "Wrote the first program")
    desk.press(Key.Key_R, CTRL_SHIFT)
    words = panel_of(desk).resume.words
    words.setFocus()
    words.selectAll()
    desk.press(Key.Key_Plus)
    (question,) = desk.interview.prepared_questions
    assert question.text == "Wrote the first program"
    panel_of(desk).close_button.click()
    qtbot.waitUntil(desk.page.field.edit.hasFocus)


def test_nothing_prepared_is_said_and_shows_nothing(sit: Sit) -> None:
    desk = sit()
    desk.press(Key.Key_R, CTRL_SHIFT)
    assert desk.page.before.panel is None
    assert desk.said.startswith("Nothing was prepared")


def test_it_is_found_among_the_commands(sit: Sit) -> None:
    desk = prepared_desk(sit)
    QTest.keyClicks(desk.page.field.edit, "/resume")
    desk.press(Key.Key_Return)
    assert panel_of(desk).isVisible()
    assert desk.text == ""


def test_in_a_compact_window_it_is_high_enough_to_read(sit: Sit) -> None:
    desk = prepared_desk(sit)
    desk.page.compact.toggle()
    desk.page.resize(360, 640)
    QApplication.processEvents()
    desk.press(Key.Key_R, CTRL_SHIFT)
    panel = panel_of(desk)
    assert panel.resume.words.height() >= 120
    assert panel.y() >= 96
    assert desk.page.field.edit.hasFocus()

"""A resume taken from a file, read beside the set-up, asked about, and taken away."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from interview_desk.interview.resume import JUDGE_TODAY, Resume, ResumeKind
from tests.desk.prepare.conftest import Preparing

Key, Mod = Qt.Key, Qt.KeyboardModifier
Prepare = Callable[..., Preparing]
TEXT = Resume("ada.txt", ResumeKind.TEXT, b"", "Analytical Engine\nWrote the first program")


def dropped(desk: Preparing, path: Path) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    place, copy = QPointF(300, 300), Qt.DropAction.CopyAction
    button = Qt.MouseButton.LeftButton
    desk.page.dropEvent(QDropEvent(place, copy, files, button, Mod.NoModifier))


def with_resume(prepare: Prepare, resume: Resume) -> Preparing:
    desk = prepare()
    desk.room.desk.store.save_resume(desk.session.row, resume)
    desk.page.resume.show_name()
    return desk


def test_one_that_is_dropped_is_kept_and_shown_beside_the_set_up(
    prepare: Prepare, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = prepare()
    path = tmp_path / "ada.txt"
    path.write_text("Wrote the first program", encoding="utf-8")
    dropped(desk, path)
    qtbot.waitUntil(lambda: desk.page.resume_view is not None, timeout=10_000)
    view = desk.page.resume_view
    assert view is not None
    assert view.isVisible()
    assert view.words.toPlainText() == "Wrote the first program"
    assert JUDGE_TODAY in [label.text() for label in view.findChildren(QLabel)]
    assert desk.room.desk.store.resume_name(desk.session.row) == "ada.txt"
    desk.press(Key.Key_Escape)
    assert view.isHidden()


def test_what_is_no_resume_is_refused_and_nothing_is_kept(
    prepare: Prepare, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = prepare()
    path = tmp_path / "ada.bin"
    path.write_bytes(bytes(range(256)))
    dropped(desk, path)
    qtbot.waitUntil(lambda: not desk.page.banner.isHidden(), timeout=10_000)
    assert "cannot be shown as a resume" in desk.page.banner.text()
    assert desk.room.desk.store.resume_name(desk.session.row) == ""


def test_words_selected_in_it_become_a_question(prepare: Prepare) -> None:
    desk = with_resume(prepare, TEXT)
    desk.page.resume.read_button.click()
    view = desk.page.resume_view
    assert view is not None
    assert view.words.hasFocus()
    assert not view.ask.isEnabled()
    desk.press(Key.Key_Down)
    desk.press(Key.Key_End, Mod.ShiftModifier)
    desk.press(Key.Key_Plus)
    assert [each.text for each in desk.stored.prepared_questions] == ["Wrote the first program"]
    assert view.words.toPlainText() == TEXT.text


def test_it_is_taken_away_only_when_that_is_said_twice(prepare: Prepare) -> None:
    desk = with_resume(prepare, TEXT)
    form = desk.page.resume
    form.remove_button.click()
    desk.press(Key.Key_Escape)
    form.question.decline()
    assert desk.room.desk.store.load_resume(desk.session.row) == TEXT
    form.remove_button.click()
    form.question.yes.click()
    assert desk.room.desk.store.load_resume(desk.session.row) is None
    assert form.remove_button.isHidden()


@pytest.mark.parametrize("kind", [ResumeKind.PDF, ResumeKind.PICTURE])
def test_a_damaged_one_is_shown_as_nothing_and_crashes_nothing(
    prepare: Prepare, kind: ResumeKind
) -> None:
    desk = with_resume(prepare, Resume("ada", kind, b"%PDF-1.4 nothing", "words"))
    desk.page.resume.read_button.click()
    view = desk.page.resume_view
    assert view is not None
    if kind is ResumeKind.PDF:
        view.other_way.click()
        assert view.words.toPlainText() == "words"

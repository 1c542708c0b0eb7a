"""A password: asked twice, on the file that is saved, and nowhere else."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from interview_desk.desk.report.page import ReportPage
from interview_desk.report.incoming import read_incoming
from tests.helpers.report_pages import save, wait_for_pdf
from tests.helpers.rooms import Room
from tests.helpers.scoring import press

SECRET = "Grüße 42"


def give(qtbot: QtBot, page: ReportPage) -> None:
    page.side.password.first.setText(SECRET)
    page.side.password.second.setText(SECRET)
    wait_for_pdf(qtbot, page)


def test_the_saved_pdf_and_the_data_in_it_need_the_password(
    qtbot: QtBot, page: ReportPage, tmp_path: Path
) -> None:
    give(qtbot, page)
    path = tmp_path / "locked.pdf"
    data = save(qtbot, page, path)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(data))
    assert read_incoming(path, SECRET).setup.candidate == "Ada"
    assert page.preview is not None
    assert page.preview.pages > 0
    assert page.hand_over.password_note.isVisible()


def test_nothing_is_saved_while_the_two_differ(page: ReportPage) -> None:
    page.side.password.first.setText(SECRET)
    assert "two passwords differ" in page.side.password.note.text()
    press(page, "Ctrl+S")
    assert page.findChild(QFileDialog) is None
    assert "two passwords differ" in page.banner.text()


def test_a_password_is_kept_nowhere(
    qtbot: QtBot, room: Room, page: ReportPage, tmp_path: Path
) -> None:
    give(qtbot, page)
    save(qtbot, page, tmp_path / "locked.pdf")
    assert SECRET not in repr(page.side.options)
    page.put_away()
    assert page.side.password.first.text() == page.side.password.second.text() == ""
    assert page.side.options.password == ""
    room.desk.store.close()
    kept = [each for each in room.folder.rglob("*") if each.is_file()]
    assert kept
    assert not [each for each in kept if SECRET.encode() in each.read_bytes()]
    assert not [line for line in room.logged if SECRET in line]


def test_a_password_that_no_pdf_can_have_is_told_in_words(qtbot: QtBot, page: ReportPage) -> None:
    for field in (page.side.password.first, page.side.password.second):
        field.setText("x" * 200)
    qtbot.waitUntil(lambda: page.side.facts.text() == "There is no PDF", timeout=10_000)
    assert any("too long" in label.text() for label in page.waiting.findChildren(QLabel))
    press(page, "Ctrl+S")
    assert page.findChild(QFileDialog) is None
    for field in (page.side.password.first, page.side.password.second):
        field.clear()
    wait_for_pdf(qtbot, page)

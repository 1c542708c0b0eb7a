"""A document taken for a guide in the window: roles, doubts, minutes, undo, keeping it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_desk.desk.guides.import_view import ImportView
from interview_desk.desk.guides.page import GuidesPage
from interview_desk.desk.navigation import Page
from interview_desk.desk.window import MainWindow
from interview_desk.guide.importer.roles import Role
from tests.helpers.rooms import Room

_DOCUMENT = """# Support engineer interview

## Opening (10 minutes)

- What brought you to support?

## Troubleshooting (25 minutes)

Ask the candidate:

- How do you find out what is wrong?
- When do you ask for help?

What to look for:

- asks before guessing

## Closing (5 minutes)

- What would you like to know?
"""
_NO_MINUTES = _DOCUMENT.replace(" (10 minutes)", "").replace(" (25 minutes)", "").replace(
    " (5 minutes)", ""
)  # fmt: skip
_ESSAY = "# On rivers\n\nRivers carve valleys over many years.\n\nThey bring silt to the sea.\n"


@pytest.fixture
def page(window: MainWindow) -> GuidesPage:
    window.go(Page.GUIDES)
    assert isinstance(window.page, GuidesPage)
    return window.page


def open_text(page: GuidesPage, room: Room, qtbot: QtBot, text: str) -> Path:
    """Have the page look at a document of that text."""
    path = room.folder / "support.md"
    path.write_text(text, encoding="utf-8")
    page.take_in(path)
    qtbot.waitUntil(lambda: not page.reading.under_way, timeout=30_000)
    return path


def view_of(page: GuidesPage) -> ImportView:
    assert page.importing.view is not None
    return page.importing.view


def number_of(view: ImportView, words: str) -> int:
    assert view.proposal is not None
    return next(b.number for b in view.proposal.document.blocks if words in b.text)


def role_of(view: ImportView, words: str) -> Role:
    assert view.proposal is not None
    return view.proposal.roles[number_of(view, words)].role


def test_roles_are_given_by_key_to_several_lines_undone_and_the_guide_kept(
    page: GuidesPage, room: Room, qtbot: QtBot
) -> None:
    path = open_text(page, room, qtbot, _DOCUMENT)
    view = view_of(page)
    before = view.preview.reading.toPlainText()
    assert "Troubleshooting (25 minutes)" in before
    view.list.go_to(number_of(view, "How do you find out"))
    QTest.keyClick(view.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view.list, Qt.Key.Key_R)
    for words in ("How do you find out", "When do you ask"):
        assert role_of(view, words) is Role.READING
    assert view.preview.reading.toPlainText() != before
    view.undo()
    assert view.preview.reading.toPlainText() == before
    view.redo()
    assert role_of(view, "When do you ask") is Role.READING
    QTest.keyClick(view.list, Qt.Key.Key_Backspace)
    assert view.preview.reading.toPlainText() == before
    page.finish_editing()
    assert page.importing.view is None
    assert page.current is not None
    assert page.current.entry.guide is not None
    assert [p.title for p in page.current.entry.guide.phases][1] == "Troubleshooting"
    originals = list((room.desk.guides.own / "originals").iterdir())
    assert [each.read_bytes() for each in originals] == [path.read_bytes()]


def test_a_doubt_is_gone_to_and_missing_minutes_are_shared_out(
    page: GuidesPage, room: Room, qtbot: QtBot
) -> None:
    open_text(page, room, qtbot, _NO_MINUTES)
    view = view_of(page)
    assert view.doubt_words.text().startswith("? Doubt 1 of")
    assert str(view.doubts[0]) in view.doubt_words.text()
    assert not view.length.isHidden()
    view.length.setValue(90)
    view.share_out()
    assert "90 minutes" in view.preview.summary.text()
    view.undo()
    assert "90 minutes" not in view.preview.summary.text()


def test_escape_leaves_it_and_keeps_nothing(page: GuidesPage, room: Room, qtbot: QtBot) -> None:
    before = [each.key for each in page.collection.guides]
    open_text(page, room, qtbot, _DOCUMENT)
    view_of(page).dropped.emit()
    assert page.importing.view is None
    page.refresh()
    assert [each.key for each in page.collection.guides] == before


def test_an_essay_is_told_to_be_no_guide(page: GuidesPage, room: Room, qtbot: QtBot) -> None:
    open_text(page, room, qtbot, _ESSAY)
    assert page.importing.view is None
    assert "support.md" in page.banner.text()


def test_a_narrow_view_shows_one_side_at_a_time(page: GuidesPage, room: Room, qtbot: QtBot) -> None:
    open_text(page, room, qtbot, _DOCUMENT)
    view = view_of(page)
    view.resize(340, 400)
    assert view.list.isVisibleTo(view)
    assert not view.preview.isVisibleTo(view)
    view.tabs.setCurrentIndex(1)
    assert view.preview.isVisibleTo(view)
    assert not view.list.isVisibleTo(view)

"""The guides page: reading, copying, editing with faults at their lines, import and archive."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_desk.desk.guides.editor import GuideEditor
from interview_desk.desk.guides.page import GuidesPage
from interview_desk.desk.navigation import Page
from interview_desk.desk.settings import DEFAULT_GUIDE
from interview_desk.desk.window import MainWindow
from interview_desk.resources import resource
from tests.helpers.rooms import Room
from tests.helpers.samples import SMALL_GUIDE


@pytest.fixture
def page(window: MainWindow) -> GuidesPage:
    window.go(Page.GUIDES)
    assert isinstance(window.page, GuidesPage)
    return window.page


@pytest.fixture
def small(room: Room) -> Path:
    """A guide in a file outside the user's folder of guides."""
    path = room.folder / "small.md"
    path.write_text(SMALL_GUIDE, encoding="utf-8")
    return path


def editor_of(page: GuidesPage) -> GuideEditor:
    assert page.editor is not None
    return page.editor


def take_in(page: GuidesPage, path: Path, qtbot: QtBot) -> None:
    """Have the page read a file, and wait until it has."""
    page.take_in(path)
    wait(page, qtbot)


def wait(page: GuidesPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.reading.under_way, timeout=20_000)


def keys(page: GuidesPage) -> list[str]:
    return [listed.key for listed in page.collection.guides]


def test_the_usual_guide_is_there_to_read(page: GuidesPage) -> None:
    text = page.guide_view.view.toPlainText()
    assert text.startswith("ML System Design Interview Guide")
    for part in ("Red flags", "Pitfalls", "Recommendations", "Exceeds", "Technical Excellence"):
        assert part in text


def test_every_guide_that_ships_can_be_read(page: GuidesPage) -> None:
    shipped = [path.stem for path in resource("guides").glob("*.md")]
    assert {f"guide/{name}" for name in shipped} == {*keys(page)}
    for row, listed in enumerate(page.collection.guides):
        page.list.setCurrentRow(row)
        assert listed.entry.guide is not None, listed.entry.faults
        assert page.guide_view.view.toPlainText().startswith(listed.entry.title)


def test_a_chapter_comes_to_the_top(page: GuidesPage) -> None:
    page.guide_view.view.go_to_chapter(3)
    assert page.guide_view.view.verticalScrollBar().value() > 0


def test_markup_in_a_guide_is_shown_as_it_was_written(
    page: GuidesPage, room: Room, qtbot: QtBot
) -> None:
    hostile = SMALL_GUIDE.replace("Is rude", "<img src=x><b>Is rude</b>")
    (room.folder / "hostile.md").write_text(hostile, encoding="utf-8")
    take_in(page, room.folder / "hostile.md", qtbot)
    assert "<img src=x><b>Is rude</b>" in page.guide_view.view.toPlainText()


def test_a_file_is_taken_in_and_shown(page: GuidesPage, small: Path, qtbot: QtBot) -> None:
    take_in(page, small, qtbot)
    assert page.current is not None
    assert (page.current.entry.title, page.current.entry.own) == ("Small interview", True)


def test_a_file_is_dropped_on_the_page(page: GuidesPage, small: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(small))])
    page.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, data,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    wait(page, qtbot)
    assert "guide/small-interview" in keys(page)


def test_two_guides_of_one_title_are_both_kept(page: GuidesPage, small: Path, qtbot: QtBot) -> None:
    take_in(page, small, qtbot)
    take_in(page, small, qtbot)
    assert {"guide/small-interview", "guide/small-interview-2"} <= {*keys(page)}


@pytest.mark.parametrize("content", [b"", b"\0\1\2", b"\xff\xfe\x00", b"#" * 1_000_001])
def test_a_file_that_is_no_text_is_refused_in_words(
    page: GuidesPage, room: Room, content: bytes, qtbot: QtBot
) -> None:
    before = keys(page)
    (room.folder / "bad.md").write_bytes(content)
    take_in(page, room.folder / "bad.md", qtbot)
    assert page.banner.text()
    assert keys(page) == before


def test_a_file_with_faults_is_opened_to_be_put_right(
    page: GuidesPage, room: Room, qtbot: QtBot
) -> None:
    broken = SMALL_GUIDE.replace("(5-10 minutes)", "(10-5 minutes)")
    (room.folder / "broken.md").write_text(broken, encoding="utf-8")
    take_in(page, room.folder / "broken.md", qtbot)
    editor = editor_of(page)
    assert "fault" in page.banner.text()
    line = broken[: broken.index("(10-5")].count("\n") + 1
    assert "wrong way round" in editor.source.fault_at(line)
    editor.faults.setCurrentRow(0)
    assert editor.source.textCursor().blockNumber() + 1 == line
    QTest.keyClick(editor.source, Qt.Key.Key_A)  # anything typed is checked again
    editor.source.setPlainText(SMALL_GUIDE)
    qtbot.waitUntil(lambda: editor.faults.count() == 0)
    page.finish_editing()
    assert page.current is not None
    assert page.current.entry.guide is not None


def test_a_shipped_guide_is_copied_to_be_edited_and_stays_as_it_is(
    page: GuidesPage, room: Room, qtbot: QtBot
) -> None:
    shipped = page.current
    assert shipped is not None
    page.guide_view.copy.click()
    editor = editor_of(page)
    editor.source.setFocus()
    editor.source.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    QTest.keyClicks(editor.source, " of ours")
    qtbot.waitUntil(lambda: "of ours" in editor.preview.toPlainText())
    page.finish_editing()
    assert page.current is not None
    assert page.current.entry.title.endswith("(copy) of ours")
    assert room.desk.guides.catalogue().pick(shipped.entry.name) == shipped.entry.guide


def test_what_was_typed_is_on_disk_when_one_leaves_at_once(
    page: GuidesPage, window: MainWindow, room: Room, small: Path, qtbot: QtBot
) -> None:
    take_in(page, small, qtbot)
    page.guide_view.edit.click()
    QTest.keyClicks(editor_of(page).source, "x")
    window.show_first_page()
    text = (room.desk.guides.own / "small-interview.md").read_text(encoding="utf-8")
    assert text == f"x{SMALL_GUIDE}"


def test_a_new_version_is_for_new_interviews_only(
    page: GuidesPage, window: MainWindow, room: Room, small: Path, qtbot: QtBot
) -> None:
    take_in(page, small, qtbot)
    page.guide_view.start.click()
    assert window.session is not None
    row = window.session.row
    window.go(Page.GUIDES)
    page.guide_view.edit.click()
    editor_of(page).source.setPlainText(SMALL_GUIDE.replace("Design a search", "Design a map"))
    page.finish_editing()
    assert room.desk.store.load(row).guide.source == SMALL_GUIDE
    page.guide_view.start.click()
    assert "Design a map" in window.session.interview.guide.source


def test_an_archived_guide_is_not_offered_and_can_be_brought_back(
    page: GuidesPage, room: Room, small: Path, qtbot: QtBot
) -> None:
    take_in(page, small, qtbot)
    page.guide_view.archive.click()
    offered = [entry.name for entry in room.desk.guides.catalogue().entries]
    assert "small-interview" not in offered
    assert "archive/small-interview" in keys(page)
    page.guide_view.archive.click()
    assert "guide/small-interview" in keys(page)


def test_a_guide_is_exported_as_it_was_written(
    page: GuidesPage, room: Room, small: Path, qtbot: QtBot
) -> None:
    take_in(page, small, qtbot)
    page.save_as(room.folder / "out.md")
    assert (room.folder / "out.md").read_text(encoding="utf-8") == SMALL_GUIDE


def test_the_usual_guide_is_changed_here(page: GuidesPage, room: Room) -> None:
    page.list.setCurrentRow(0)
    page.guide_view.usual.click()
    assert room.desk.settings.get(DEFAULT_GUIDE) == "backend-system-design"
    assert page.guide_view.usual.isHidden()


def test_a_folder_that_cannot_be_written_is_told(
    page: GuidesPage, room: Room, small: Path, qtbot: QtBot
) -> None:
    room.desk.guides.own.write_text("a file where the folder should be", encoding="utf-8")
    take_in(page, small, qtbot)
    assert "cannot be changed" in page.banner.text()


def test_the_buttons_of_an_own_guide_leave_the_rail_its_room(
    window: MainWindow, page: GuidesPage, small: Path, qtbot: QtBot
) -> None:
    window.show_first_page()
    window.resize(1024, 640)
    among_interviews = window.rail.width()
    window.go(Page.GUIDES)
    take_in(page, small, qtbot)
    every = (page.guide_view.start, page.guide_view.archive)
    qtbot.waitUntil(lambda: page.guide_view.archive.y() > page.guide_view.start.y())
    assert all(button.isVisible() for button in every)
    assert window.rail.width() == among_interviews

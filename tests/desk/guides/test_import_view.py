"""A document taken for a guide in the window: roles, doubts, minutes, undo, keeping it."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_desk.desk.guides.import_view import ImportView
from interview_desk.desk.guides.page import GuidesPage
from interview_desk.desk.guides.role_menu import RoleMenu
from interview_desk.desk.navigation import Page
from interview_desk.desk.window import MainWindow
from interview_desk.guide.importer.roles import Role
from tests.helpers.rooms import Room
from tests.helpers.samples import SMALL_GUIDE

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
_RICH = """<html><body><b style="font-weight:normal"><h1>Support engineer interview</h1>
<h2>Opening (10 minutes)</h2><ul><li>What brought you to support?</li></ul>
<h2>Troubleshooting (25 minutes)</h2><p><b>What to look for:</b></p><ul><li>asks first</li></ul>
<p>Pictures <img src="https://example.com/x.png"> are left out.</p></b></body></html>"""
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


def paste(page: GuidesPage, qtbot: QtBot, mime: QMimeData) -> None:
    """Press the keys for pasting in the page with that on the clipboard."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(mime)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page.reading.under_way, timeout=30_000)
    clipboard.clear()


def mime_of(text: str = "", html: str = "") -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    if html:
        mime.setHtml(html)
    return mime


def drop(page: GuidesPage, room: Room, qtbot: QtBot, **texts: str) -> None:
    """Drop files of these names and texts on the page."""
    mime = QMimeData()
    for name, text in texts.items():
        (room.folder / f"{name}.md").write_text(text, encoding="utf-8")
    mime.setUrls([QUrl.fromLocalFile(str(room.folder / f"{name}.md")) for name in texts])
    page.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: not page.reading.under_way, timeout=30_000)


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


def originals(room: Room) -> list[Path]:
    return sorted((room.desk.guides.own / "originals").iterdir())


def test_a_text_is_pasted_and_kept_with_its_original(
    page: GuidesPage, room: Room, qtbot: QtBot
) -> None:
    paste(page, qtbot, mime_of(_DOCUMENT))
    assert role_of(view_of(page), "Troubleshooting") is Role.PHASE
    page.finish_editing()
    assert page.current is not None
    assert page.current.entry.title == "Support engineer interview"
    (original,) = originals(room)
    assert (original.suffix, original.read_text(encoding="utf-8")) == (".txt", _DOCUMENT)


def test_rich_text_is_read_by_its_form(page: GuidesPage, room: Room, qtbot: QtBot) -> None:
    words = "Support engineer interview\nOpening (10 minutes)\nWhat brought you to support?"
    paste(page, qtbot, mime_of(words, _RICH))
    view = view_of(page)
    assert role_of(view, "asks first") is Role.STRONG_SIGNAL
    assert view.proposal is not None
    assert view.proposal.draft.title == "Support engineer interview"
    page.finish_editing()
    assert [each.suffix for each in originals(room)] == [".html"]


def test_markdown_that_an_editor_has_coloured_is_read_as_markdown(
    page: GuidesPage, qtbot: QtBot
) -> None:
    coloured = "".join(
        f'<div><span style="font-weight: bold">{line}</span></div>'
        for line in _DOCUMENT.splitlines()
    )
    paste(page, qtbot, mime_of(_DOCUMENT, coloured))
    assert role_of(view_of(page), "asks before guessing") is Role.STRONG_SIGNAL


def test_a_guide_of_ours_that_is_pasted_is_kept_at_once(page: GuidesPage, qtbot: QtBot) -> None:
    paste(page, qtbot, mime_of(SMALL_GUIDE))
    assert page.importing.view is None
    assert page.current is not None
    assert (page.current.entry.title, page.current.entry.own) == ("Small interview", True)


def test_what_is_no_text_is_told(page: GuidesPage, qtbot: QtBot) -> None:
    paste(page, qtbot, mime_of())
    assert "nothing to paste" in page.banner.text()
    picture = QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    paste(page, qtbot, picture)
    assert "a picture to paste, and no text" in page.banner.text()


def test_documents_dropped_together_have_their_turns_and_no_choice_is_lost(
    page: GuidesPage, room: Room, qtbot: QtBot
) -> None:
    other = _DOCUMENT.replace("Support engineer", "Sales call")
    drop(page, room, qtbot, first=_DOCUMENT, second=other)
    first = view_of(page)
    assert page.title.text() == "first.md"
    assert page.banner.text() == "second.md comes next, when this one is kept or left."
    first.list.go_to(number_of(first, "asks before"))
    QTest.keyClick(first.list, Qt.Key.Key_F)
    drop(page, room, qtbot, third=_DOCUMENT)
    assert is_open(page, first)
    assert role_of(first, "asks before") is Role.RED_FLAG
    page.finish_editing()
    assert page.title.text() == "second.md"
    QTest.keyClick(view_of(page).list, Qt.Key.Key_Escape)
    assert page.title.text() == "third.md"
    QTest.keyClick(view_of(page).list, Qt.Key.Key_Escape)
    assert page.importing.document is None
    assert [each.entry.title for each in page.collection.guides if each.entry.own] == [
        "Support engineer interview"
    ]


def is_open(page: GuidesPage, view: ImportView) -> bool:
    return page.importing.view is view


def test_escape_asks_once_more_where_something_was_chosen(
    page: GuidesPage, room: Room, qtbot: QtBot
) -> None:
    open_text(page, room, qtbot, _DOCUMENT)
    view = view_of(page)
    view.list.go_to(number_of(view, "asks before"))
    QTest.keyClick(view.list, Qt.Key.Key_F)
    QTest.keyClick(view.list, Qt.Key.Key_Escape)
    assert "will be lost" in page.banner.text()
    QTest.keyClick(view.list, Qt.Key.Key_Q)
    page.leave_button.click()
    assert is_open(page, view)
    QTest.keyClick(view.list, Qt.Key.Key_Escape)
    assert not is_open(page, view)
    assert page.banner.text() == ""


def test_a_role_is_given_by_the_menu_and_undone_by_key(
    page: GuidesPage, room: Room, qtbot: QtBot
) -> None:
    open_text(page, room, qtbot, _DOCUMENT)
    view = view_of(page)
    view.list.go_to(number_of(view, "asks before"))
    spot = view.list.visualRect(view.list.currentIndex()).center()
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot))
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    (menu,) = view.list.findChildren(RoleMenu)
    QTest.keyClick(menu, Qt.Key.Key_F)
    assert role_of(view, "asks before") is Role.RED_FLAG
    QTest.keyClick(view.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert role_of(view, "asks before") is Role.STRONG_SIGNAL


def test_what_looks_like_no_guide_is_taken_anyway(
    page: GuidesPage, room: Room, qtbot: QtBot
) -> None:
    open_text(page, room, qtbot, _ESSAY + "\n## What carries a river? (5 minutes)\n\nWords.\n")
    assert page.importing.view is None
    page.banner.acted.emit(0)
    view = view_of(page)
    view.list.go_to(number_of(view, "Rivers carve"))
    QTest.keyClick(view.list, Qt.Key.Key_Q)
    page.finish_editing()
    assert page.current is not None
    assert page.current.entry.title == "On rivers"


def test_a_word_document_is_kept_with_its_original(
    page: GuidesPage, room: Room, qtbot: QtBot
) -> None:
    written = Path(__file__).parents[2] / "guide/importer/word/written-in-libreoffice.docx"
    page.take_in(written)
    qtbot.waitUntil(lambda: not page.reading.under_way, timeout=30_000)
    view = view_of(page)
    assert view.proposal is not None
    assert view.proposal.document.unit == "paragraph"
    page.finish_editing()
    assert page.current is not None
    assert page.current.entry.guide is not None
    (original,) = originals(room)
    assert (original.suffix, original.read_bytes()) == (".docx", written.read_bytes())


def test_a_document_made_to_harm_is_told_in_words(
    page: GuidesPage, room: Room, qtbot: QtBot
) -> None:
    path = room.folder / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 60_000_000)
    page.take_in(path)
    qtbot.waitUntil(lambda: not page.reading.under_way, timeout=30_000)
    assert page.importing.view is None
    assert "unpacks to far more than a guide" in page.banner.text()

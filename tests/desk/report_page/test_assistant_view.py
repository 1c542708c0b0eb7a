"""The text for an assistant: chosen by keys, looked at with its replacements, and copied."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_desk.assistant.modes import Mode
from interview_desk.assistant.replacing import Piece
from interview_desk.desk.report.assistant_view import AssistantView
from interview_desk.desk.report.marked_text import MarkedText
from interview_desk.desk.report.page import ReportPage
from interview_desk.desk.session import Session
from interview_desk.interview.actions.notes import add_note
from interview_desk.interview.actions.running import finish, start
from interview_desk.interview.note_text import TEXT_LIMIT, read_note
from tests.helpers.report_pages import wait_for_pdf
from tests.helpers.rooms import Room
from tests.helpers.samples import prepared

Key = Qt.Key


def note(session: Session, text: str) -> None:
    words = read_note(text, session.interview.guide.dimensions)
    assert session.do(add_note(session.interview, session.now(), words))


@pytest.fixture
def ended(room: Room) -> Session:
    """An interview to be scored, in whose notes there is much to replace."""
    session = room.session(prepared())
    session.do(start(session.interview, session.now()))
    note(session, "+ Ada told Grace Hopper to call 030 1234567")
    note(session, "- wrote to ada@example.org and was 😀 about it")
    room.clock.advance(60)
    session.do(finish(session.interview, session.now()))
    return session


def opened(qtbot: QtBot, room: Room, session: Session) -> tuple[ReportPage, AssistantView]:
    page = ReportPage(room.desk, session)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    wait_for_pdf(qtbot, page)
    page.side.assistant.button.setFocus()
    QTest.keyClick(page.side.assistant.button, Key.Key_Space)
    assert page.assistant is not None
    qtbot.waitUntil(page.assistant.copy_button.isEnabled, timeout=20_000)
    return page, page.assistant


def choose(qtbot: QtBot, view: AssistantView, mode: Mode) -> None:
    """Go to a mode by the arrow keys."""
    order = [*Mode]
    while view.mode is not mode:
        down = order.index(view.mode) < order.index(mode)
        QTest.keyClick(view.modes, Key.Key_Down if down else Key.Key_Up)
    qtbot.waitUntil(
        lambda: view.copy_button.isEnabled() or not view.text.toPlainText(), timeout=20_000
    )


def test_every_replacement_is_marked_and_copied_as_it_is_seen(
    qtbot: QtBot, room: Room, ended: Session
) -> None:
    page, view = opened(qtbot, room, ended)
    choose(qtbot, view, Mode.OPINIONS)
    qtbot.waitUntil(lambda: "Notes, with the clock" in view.text.toPlainText(), timeout=20_000)
    seen = view.text.toPlainText()
    for gone in ("Ada", "Grace", "1234567", "ada@example.org"):
        assert gone not in seen
    assert "😀" in seen
    assert len(view.text.marked) == len(view._prompt.replaced) >= 4  # type: ignore[union-attr]
    assert view.text.marked == [piece.text for piece in view._prompt.replaced]  # type: ignore[union-attr]
    assert view.text.accessibleDescription().endswith("replaced")
    assert "real person" in view.beside.text()

    QTest.mouseClick(view.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == seen
    assert page.status.text() == "Copied. Interview Desk sent nothing."
    QGuiApplication.clipboard().clear()


def test_what_looks_like_a_name_is_ticked_and_can_be_left(
    qtbot: QtBot, room: Room, ended: Session
) -> None:
    _, view = opened(qtbot, room, ended)
    choose(qtbot, view, Mode.OPINIONS)
    qtbot.waitUntil(lambda: bool(view.names), timeout=20_000)
    (name,) = view.names
    assert view.names[name].isChecked()
    QTest.mouseClick(view.names[name], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: name in view.text.toPlainText(), timeout=20_000)
    assert not view.names[name].isChecked()


def test_a_text_that_must_wait_says_for_what(qtbot: QtBot, room: Room, ended: Session) -> None:
    _, view = opened(qtbot, room, ended)
    choose(qtbot, view, Mode.FEEDBACK)
    assert view.holds.text() == "There is one once the scoring is finished."
    assert not view.copy_button.isEnabled()
    assert view.text.toPlainText() == ""


def test_in_practice_the_level_to_be_played_is_chosen(
    qtbot: QtBot, room: Room, ended: Session
) -> None:
    _, view = opened(qtbot, room, ended)
    assert not view.levels.isVisibleTo(view)
    choose(qtbot, view, Mode.PRACTISE)
    assert view.levels.isVisibleTo(view)
    level = ended.interview.guide.dimensions[0].levels[0].name
    QTest.keyClick(view.levels, Key.Key_Down)
    qtbot.waitUntil(lambda: f"describes “{level}”" in view.text.toPlainText(), timeout=20_000)


def test_escape_goes_back_to_the_document(qtbot: QtBot, room: Room, ended: Session) -> None:
    page, view = opened(qtbot, room, ended)
    assert view.isVisible()
    note(ended, "one more")
    wait_for_pdf(qtbot, page)
    assert view.isVisible(), "the document that was made anew takes nothing away"
    QTest.keyClick(view.modes, Key.Key_Escape)
    assert not view.isVisible()
    assert page.side.assistant.button.hasFocus()
    assert page.preview is not None
    assert page.preview.isVisible()


def test_marks_stand_right_in_lines_of_any_length(qtbot: QtBot, room: Room) -> None:
    text = MarkedText(room.desk.theme, "text")
    qtbot.addWidget(text)
    text.show_pieces(
        [Piece("é😀" * (TEXT_LIMIT // 4)), Piece("[name 1]", "Grace"), Piece("\nand\n"),
         Piece("day 0", "1987"), Piece("\n" * 3_000 + "x" * 9_000), Piece("[contact]", "@x")]
    )  # fmt: skip
    assert text.marked == ["[name 1]", "day 0", "[contact]"]
    found = []
    block = text.document().begin()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        for each in block.layout().formats():
            cut = units[2 * each.start : 2 * (each.start + each.length)]
            found.append(cut.decode("utf-16-le"))
        block = block.next()
    assert "".join(found) == "[name 1]day 0[contact]"

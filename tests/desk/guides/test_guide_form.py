"""The form for a guide from nothing: by keyboard, kept while one types, then in the editor."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.guides.guide_form import GuideForm
from interview_desk.desk.guides.page import GuidesPage
from interview_desk.desk.guides.row_menu import RowMenu
from interview_desk.desk.navigation import Page
from interview_desk.desk.window import MainWindow
from interview_desk.guide.form import GuideFields
from tests.helpers.rooms import Room

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> GuidesPage:
    with qtbot.waitActive(window):
        window.activateWindow()
    window.go(Page.GUIDES)
    assert isinstance(window.page, GuidesPage)
    return window.page


def open_form(page: GuidesPage) -> GuideForm:
    page.list.setFocus()
    QTest.keyClick(page.list, Key.Key_N, Mod.ControlModifier | Mod.ShiftModifier)
    assert page.new_guide.view is not None
    return page.new_guide.view


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(focused(), key)


def fill(texts: Sequence[str]) -> None:
    """Type each into the next field; “|” is the Enter between the lines of one."""
    for text in texts:
        for number, line in enumerate(text.split("|")):
            if number:
                press(Key.Key_Return)
            QTest.keyClicks(focused(), line)
        press(Key.Key_Tab)


def name() -> str:
    return focused().accessibleName()


def test_a_guide_is_written_by_keyboard_alone_and_opens_in_the_editor(
    page: GuidesPage, qtbot: QtBot
) -> None:
    form = open_form(page)
    fill(["Support call", "Opening", "5", "Settle in", "What did you fix last?|How?"])
    fill(["", "Asks first", "Is rude|Is late"])
    assert name() == "Remove: phase 1"
    press(Key.Key_Tab, Key.Key_Space)  # a second phase
    assert name() == "Title, phase 2"
    fill(["Case", "20-25", "", "", "", "", ""])
    assert name() == "Move up: phase 2"
    press(*[Key.Key_Tab] * 3, Key.Key_End)
    QTest.keyClicks(focused(), ", Nothing")
    press(Key.Key_Tab)
    fill(["Clarity", "Simple", "Clear", "Unclear"])
    assert name() == "Nothing, dimension 1"
    QTest.keyClick(focused(), Key.Key_Return, Mod.ControlModifier)
    assert "does not say what earns “Nothing”" in form.standing.text()
    assert name() == "Nothing, dimension 1"  # it stays where something is missing
    QTest.keyClicks(focused(), "Silent")
    QTest.keyClick(focused(), Key.Key_Return, Mod.ControlModifier)
    assert page.new_guide.view is None
    assert page.editor is not None
    assert page.editor.text().startswith("# Support call")
    assert page.editor.hasFocus() or page.editor.source.hasFocus()
    page.finish_editing()
    assert page.current is not None
    guide = page.current.entry.guide
    assert guide is not None
    assert [str(phase.minutes) for phase in guide.phases] == ["5", "20–25"]
    assert [each.text for each in guide.phases[0].prompts] == ["What did you fix last?", "How?"]
    assert [each.text for each in guide.phases[0].red_flags] == ["Is rude", "Is late"]
    levels = [level.name for level in guide.dimensions[0].levels]
    assert levels == ["Exceeds", "Meets", "Below", "Nothing"]
    assert open_form(page).fields() == GuideFields()  # the next one begins empty


def test_the_text_follows_and_what_was_typed_outlives_the_form(
    page: GuidesPage, room: Room, qtbot: QtBot
) -> None:
    form = open_form(page)
    QTest.keyClicks(form.title, "Half a guide")
    qtbot.waitUntil(lambda: form.source.toPlainText().startswith("# Half a guide"))
    press(Key.Key_Tab)
    QTest.keyClicks(focused(), "Talk")
    press(Key.Key_Escape)
    assert page.new_guide.view is None
    assert page.list.hasFocus()
    assert "kept" in page.status.text()
    again = GuidesPage(room.desk)
    qtbot.addWidget(again)
    again.write_new()
    assert again.new_guide.view is not None
    assert again.new_guide.view.title.text() == "Half a guide"
    assert again.new_guide.view.fields().phases[0].title == "Talk"


def test_what_is_taken_out_can_be_put_back_where_it_was(page: GuidesPage) -> None:
    form = open_form(page)
    fill(["Call", "One", "5"])
    form.add_phase.click()
    fill(["Two", "6"])
    form.add_phase.click()
    fill(["Three", "7"])
    card = form.phases.cards[2]
    card.up.click()
    card.up.click()
    assert [phase.title for phase in form.fields().phases] == ["Three", "One", "Two"]
    form.phases.cards[1].remove.click()
    assert name() == "Title, phase 2"
    assert [phase.title for phase in form.fields().phases] == ["Three", "Two"]
    form.put_back.click()
    before = form.fields()
    assert [phase.title for phase in before.phases] == ["Three", "One", "Two"]
    form.empty.click()
    assert form.fields() == GuideFields()
    form.put_back.click()
    assert form.fields() == before


def test_a_row_of_another_guide_is_a_start(page: GuidesPage, qtbot: QtBot) -> None:
    form = open_form(page)
    form.example.click()
    menu = form.findChild(RowMenu)
    assert menu is not None
    titles = {action.text(): action.menu() for action in menu.actions()}
    assert "Customer research" not in titles  # it has no row
    rows = titles["Product sense"]
    assert isinstance(rows, QMenu)
    rows.actions()[0].trigger()
    menu.close()
    (row,) = form.fields().dimensions
    assert row.title
    assert all(row.levels)
    assert len(row.levels) == len(form.levels.text().split(","))


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_field_is_in_sight_when_it_has_the_keyboard(
    page: GuidesPage, window: MainWindow, scale: float
) -> None:
    page.desk.theme.set_scale(scale)
    window.resize(QSize(1024, 640))
    form = open_form(page)
    first = focused()
    for _ in range(60):
        press(Key.Key_Tab)
        QApplication.processEvents()
        field = focused()
        inside = field.viewport() if isinstance(field, QPlainTextEdit) else field
        seen = inside.visibleRegion().boundingRect()
        assert seen.height() >= min(field.height(), 20), field.accessibleName()
        assert field.mapTo(window, seen.topRight()).x() <= window.width()
        if field is first:
            break
    assert form.title.width() > 300

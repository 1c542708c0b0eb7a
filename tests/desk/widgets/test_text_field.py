import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.fields import LineField
from interview_desk.desk.widgets.text_field import TextField


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A page with room, on which a field takes no more than it asks for."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 600)
    made.show()
    return made


def placed(field: TextField, page: QWidget) -> TextField:
    column = QVBoxLayout(page)
    column.addWidget(field)
    column.addStretch(1)
    return field


def test_a_field_grows_with_its_lines_up_to_its_bound_and_shrinks_again(
    qtbot: QtBot, theme: Theme, page: QWidget
) -> None:
    field = placed(TextField(theme, "Note", max_lines=4), page)
    heights = []
    for lines in (1, 2, 4, 5, 400, 1):
        field.set_text("\n".join(["word"] * lines))
        qtbot.waitUntil(lambda: field.height() == field.sizeHint().height())
        heights.append(field.height())
    one, two, four, five, many, again = heights
    assert one < two < four == five == many
    assert again == one


def test_a_long_paragraph_grows_the_field_as_it_breaks(
    qtbot: QtBot, theme: Theme, page: QWidget
) -> None:
    field = placed(TextField(theme, "Reason"), page)
    one = field.sizeHint().height()
    field.set_text("chargeback labels lag " * 6)
    qtbot.waitUntil(lambda: field.sizeHint().height() > one)
    wide = field.sizeHint().height()
    page.resize(220, 600)
    qtbot.waitUntil(lambda: field.sizeHint().height() > wide)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("words", ["chargeback labels lag ", "flagged 付款 ", "line\n"])
def test_what_fits_is_all_in_sight_while_it_is_typed(
    theme: Theme, page: QWidget, words: str, scale: float
) -> None:
    theme.set_scale(scale)
    field = placed(TextField(theme, "Note", max_lines=6), page)
    most = 0
    while (lines := field.edit.document().lineCount()) <= 5:
        field.edit.insertPlainText(words)
        QCoreApplication.processEvents()
        assert field.edit.verticalScrollBar().maximum() == 0 or lines == 6
        most = max(most, lines)
    assert most == 5


def test_typing_is_told_and_a_text_set_anew_leaves_the_caret(qtbot: QtBot, theme: Theme) -> None:
    field = TextField(theme, "Note")
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitSignal(field.changed):
        QTest.keyClicks(field.edit, "because")
    assert field.text() == "because"
    field.set_text("because")
    assert field.edit.textCursor().position() == len("because")


def test_words_typed_past_the_end_of_a_line_grow_the_field(
    qtbot: QtBot, theme: Theme, page: QWidget
) -> None:
    field = placed(TextField(theme, "Note"), page)
    one = field.sizeHint().height()
    QTest.keyClicks(field.edit, "the labels lag " * 9)
    qtbot.waitUntil(lambda: field.height() > one)


def test_fields_have_their_names_and_take_the_keyboard(qtbot: QtBot, theme: Theme) -> None:
    note, search = TextField(theme, "Note"), LineField(theme, "Search", keys="Ctrl K")
    qtbot.addWidget(note)
    qtbot.addWidget(search)
    assert note.edit.accessibleName() == "Note"
    assert search.accessibleName() == "Search"
    assert note.focusProxy() is note.edit


def test_the_words_of_a_line_do_not_run_into_its_key(qtbot: QtBot, theme: Theme) -> None:
    plain, keyed = LineField(theme, "Search"), LineField(theme, "Search", keys="Ctrl K")
    for field in (plain, keyed):
        qtbot.addWidget(field)
    assert keyed.textMargins().right() > plain.textMargins().right()

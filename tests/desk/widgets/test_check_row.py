from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.check_row import CheckRow

LONG = "Moves between levels of abstraction, architecture to implementation and back"
LEFT = Qt.MouseButton.LeftButton


def shown(qtbot: QtBot, row: CheckRow) -> CheckRow:
    qtbot.addWidget(row)
    row.resize(300, row.heightForWidth(300))
    row.show()
    return row


def on_box(row: CheckRow) -> QPoint:
    return QPoint(6, 14)


def on_text(row: CheckRow) -> QPoint:
    return QPoint(row.width() // 2, row.height() // 2)


def test_a_plain_row_toggles_by_a_click_on_its_text_and_by_space(
    qtbot: QtBot, theme: Theme
) -> None:
    row = shown(qtbot, CheckRow(theme, "Read the CV", tone="grey"))
    QTest.mouseClick(row, LEFT, pos=on_text(row))
    assert row.isChecked()
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert not row.isChecked()


def test_a_second_press_asks_for_a_second_sighting_and_takes_nothing_away(
    qtbot: QtBot, theme: Theme
) -> None:
    row = shown(qtbot, CheckRow(theme, "Depth", repeats=True))
    presses: list[bool] = []
    row.pressed_row.connect(lambda: presses.append(True))
    with qtbot.assertNotEmitted(row.cleared):
        QTest.mouseClick(row, LEFT, pos=on_text(row))
        row.set_count(1)
        QTest.mouseClick(row, LEFT, pos=on_text(row))
        QTest.keyClick(row, Qt.Key.Key_Space)
    assert len(presses) == 3
    assert row.isChecked()


def test_only_the_ticked_box_or_delete_takes_a_sighting_away(qtbot: QtBot, theme: Theme) -> None:
    row = shown(qtbot, CheckRow(theme, "Depth", repeats=True))
    with qtbot.waitSignal(row.pressed_row):
        QTest.mouseClick(row, LEFT, pos=on_box(row))
    row.set_count(1)
    with qtbot.assertNotEmitted(row.pressed_row), qtbot.waitSignal(row.cleared):
        QTest.mouseClick(row, LEFT, pos=on_box(row))
    with qtbot.waitSignal(row.cleared):
        QTest.keyClick(row, Qt.Key.Key_Delete)
    row.set_count(0)
    with qtbot.assertNotEmitted(row.cleared):
        QTest.keyClick(row, Qt.Key.Key_Delete)
    assert not row.isChecked()


def test_a_click_leaves_the_keyboard_where_it_was(qtbot: QtBot, theme: Theme) -> None:
    row = shown(qtbot, CheckRow(theme, "Depth", repeats=True))
    QTest.mouseClick(row, LEFT, pos=on_text(row))
    assert not row.hasFocus()
    assert row.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_long_words_take_more_lines_and_many_are_cut_with_the_rest_in_the_tip(
    qtbot: QtBot, theme: Theme
) -> None:
    short, long = CheckRow(theme, "Depth"), CheckRow(theme, LONG)
    much = shown(qtbot, CheckRow(theme, " ".join([LONG] * 9), max_lines=2))
    for each in (short, long):
        qtbot.addWidget(each)
    much.grab()
    assert short.heightForWidth(300) < much.heightForWidth(300) <= long.heightForWidth(200)
    assert LONG in much.toolTip()


def test_a_second_sighting_does_not_move_the_words(qtbot: QtBot, theme: Theme) -> None:
    row = shown(qtbot, CheckRow(theme, LONG, keys="Alt 1", repeats=True))
    heights = set()
    for count in (0, 1, 2, 9):
        row.set_count(count)
        heights.add(tuple(row.heightForWidth(width) for width in range(150, 400, 7)))
    assert len(heights) == 1


def test_a_reader_of_the_screen_hears_a_check_box_its_words_and_its_count(
    qtbot: QtBot, theme: Theme
) -> None:
    row = shown(qtbot, CheckRow(theme, "R&D depth", "R&D depth: <b>data</b>", repeats=True))
    row.set_count(2)
    heard = QAccessible.queryAccessibleInterface(row)
    assert heard is not None
    assert heard.role() == QAccessible.Role.CheckBox
    assert heard.text(QAccessible.Text.Name) == "R&D depth: <b>data</b>, seen 2 times"
    assert heard.state().checked


def test_an_ampersand_in_a_guide_makes_no_shortcut(qtbot: QtBot, theme: Theme) -> None:
    row = shown(qtbot, CheckRow(theme, "R&D depth"))
    assert row.shortcut().isEmpty()

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.nav_list import NavList, NavRow
from interview_desk.desk.widgets.tabs import Tabs

ROWS = [
    NavRow("d1", "Technical depth", "1", "Exceeds", "good"),
    NavRow("d2", "Trade-offs", "2", "Meets", "accent"),
    NavRow("d3", "Strategy & impact", "3", "Not rated"),
]


def rubric(qtbot: QtBot, theme: Theme) -> NavList:
    made = NavList(theme, "Rubric")
    qtbot.addWidget(made)
    made.set_rows(ROWS)
    made.set_current("d1")
    made.resize(240, made.sizeHint().height())
    made.show()
    return made


def test_arrow_keys_and_clicks_go_to_a_row(qtbot: QtBot, theme: Theme) -> None:
    made = rubric(qtbot, theme)
    with qtbot.waitSignal(made.chosen) as told:
        QTest.keyClick(made, Qt.Key.Key_Down)
    assert told.args == ["d2"]
    spot = made.visualItemRect(made.item(2)).center()
    with qtbot.waitSignal(made.chosen) as told:
        QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == ["d3"]


def test_new_statuses_keep_the_place_and_tell_nobody(qtbot: QtBot, theme: Theme) -> None:
    made = rubric(qtbot, theme)
    with qtbot.assertNotEmitted(made.chosen):
        made.set_current("d2")
        made.set_rows([NavRow("d0", "Navigation"), *ROWS[1:]])
    assert made.current() == "d2"
    made.set_rows(ROWS[:1])
    assert made.current() is None


def test_a_row_is_heard_with_its_number_and_status(qtbot: QtBot, theme: Theme) -> None:
    made = rubric(qtbot, theme)
    heard = QAccessible.queryAccessibleInterface(made)
    assert heard is not None
    assert heard.role() == QAccessible.Role.List
    told = [heard.child(n).text(QAccessible.Text.Name) for n in range(heard.childCount())]
    assert told[-1] == "3 Strategy & impact, Not rated"


def test_the_list_is_as_tall_as_its_rows(qtbot: QtBot, theme: Theme) -> None:
    made = rubric(qtbot, theme)
    last = made.visualItemRect(made.item(2))
    assert last.bottom() < made.height() <= last.bottom() + 4


def test_tabs_go_by_arrow_keys_and_keep_every_word_in_reach(qtbot: QtBot, theme: Theme) -> None:
    tabs = Tabs(theme, "What to look at")
    qtbot.addWidget(tabs)
    tabs.set_tabs(["Signals", "R&D and a great many other words", "Model"])
    tabs.resize(180, tabs.sizeHint().height())
    tabs.show()
    tabs.setFocus()
    with qtbot.waitSignal(tabs.currentChanged) as told:
        QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert told.args == [1]
    assert "R&D and a great many other words" in tabs.tabToolTip(1)
    tabs.setCurrentIndex(2)
    assert tabs.rect().contains(tabs.tabRect(2))
    heard = QAccessible.queryAccessibleInterface(tabs)
    assert heard is not None
    assert heard.role() == QAccessible.Role.PageTabList


def test_a_long_text_takes_as_many_lines_as_it_may_and_the_list_grows(
    qtbot: QtBot, theme: Theme
) -> None:
    made = NavList(theme, "Faults", lines=2)
    qtbot.addWidget(made)
    short = NavRow("b", "Write")
    text = "The phase has no minutes. Write whole minutes"
    made.set_rows([NavRow("a", text), short])
    # Beside the words: the margins of a row, at both ends.
    room, narrow = (
        theme.width("strong", words) + 2 * theme.px(16) for words in (text, "Write whole minutes")
    )
    made.resize(room, 200)
    made.show()
    wide = made.sizeHint().height()
    made.resize(narrow, 200)
    qtbot.waitUntil(lambda: made.visualItemRect(made.item(0)).height() > theme.px(34))
    assert made.visualItemRect(made.item(1)).height() == theme.px(34)
    assert made.sizeHint().height() > wide == 2 * theme.px(34)
    made.resize(room, 200)
    qtbot.waitUntil(lambda: made.visualItemRect(made.item(0)).height() == theme.px(34))

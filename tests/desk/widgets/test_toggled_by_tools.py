"""Toggled by an assistive tool, which clicks nothing, a choice counts as if it had been clicked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.score.score_view import Toggle
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.level_card import CardText, LevelCards
from interview_desk.desk.widgets.segmented import Segmented


def toggle(widget: QWidget) -> None:
    """As AT-SPI, UI Automation and the like do it."""
    actions = QAccessible.queryAccessibleInterface(widget).actionInterface()
    assert "Toggle" in actions.actionNames()
    actions.doAction("Toggle")


@pytest.mark.parametrize("kind", [CheckRow, Toggle])
def test_a_box_tells_once_of_each_way(
    qtbot: QtBot, theme: Theme, kind: type[CheckRow] | type[Toggle]
) -> None:
    box = kind(theme, "A")
    qtbot.addWidget(box)
    told: list[bool] = []
    box.clicked.connect(lambda: told.append(box.isChecked()))
    toggle(box)
    assert told == [True]
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert told == [True, False]
    box.setChecked(True)
    assert told == [True, False], "not by the program itself"


def test_an_indicator_that_is_counted_is_seen_and_taken_back(qtbot: QtBot, theme: Theme) -> None:
    row = CheckRow(theme, "Asks first", repeats=True)
    qtbot.addWidget(row)
    with qtbot.waitSignal(row.pressed_row):
        toggle(row)
    assert not row.isChecked(), "it changes only by what is counted"
    row.set_count(1)
    with qtbot.waitSignal(row.cleared):
        toggle(row)


def test_a_choice_among_several_tells_once_of_each_way(qtbot: QtBot, theme: Theme) -> None:
    cards = LevelCards(theme)
    cards.set_cards([CardText("Below", ""), CardText("Meets", "")])
    segments = Segmented(theme, "Paper")
    segments.set_choices(["A4", "Letter"])
    for group, buttons in ((cards, cards.cards), (segments, segments.segments)):
        qtbot.addWidget(group)
        group.resize(400, 100)
        told: list[int] = []
        group.chosen.connect(told.append)
        toggle(buttons[1])
        assert told == [1]
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
        assert told == [1, 0]
        QTest.qWait(0)
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
        assert told == [1, 0, 0], "once more, as before"
        group.set_current(1)
        assert told == [1, 0, 0], "not by the program itself"

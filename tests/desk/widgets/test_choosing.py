"""Level cards and segments: one choice out of several, by mouse and by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.level_card import CardText, LevelCards
from interview_desk.desk.widgets.segmented import Segmented

Chooser = LevelCards | Segmented
WORDS = ("Below", "Meets", "Exceeds")


def cards(theme: Theme) -> LevelCards:
    made = LevelCards(theme)
    made.set_cards([CardText(word, f"{word} the bar", word[0]) for word in WORDS])
    return made


def segments(theme: Theme) -> Segmented:
    made = Segmented(theme, "Choices")
    made.set_choices(WORDS)
    return made


@pytest.fixture(params=[cards, segments])
def chooser(request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme) -> Chooser:
    make: Callable[[Theme], Chooser] = request.param
    made = make(theme)
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show()
    return made


def parts(chooser: Chooser) -> tuple[QRadioButton, ...]:
    return chooser.cards if isinstance(chooser, LevelCards) else chooser.segments


def test_a_click_anywhere_on_a_choice_chooses_it(qtbot: QtBot, chooser: Chooser) -> None:
    with qtbot.waitSignal(chooser.chosen) as told:
        QTest.mouseClick(parts(chooser)[1], Qt.MouseButton.LeftButton)
    assert told.args == [1]
    assert chooser.current() == 1


def test_arrow_keys_move_the_choice_and_tell_it(qtbot: QtBot, chooser: Chooser) -> None:
    chooser.set_current(0)
    parts(chooser)[0].setFocus()
    with qtbot.waitSignal(chooser.chosen) as told:
        QTest.keyClick(parts(chooser)[0], Qt.Key.Key_Right)
    assert told.args == [1]
    assert [part.isChecked() for part in parts(chooser)] == [False, True, False]
    with qtbot.waitSignal(chooser.chosen):
        QTest.keyClick(parts(chooser)[1], Qt.Key.Key_Left)
    assert chooser.current() == 0


def test_the_first_choice_is_made_with_space(qtbot: QtBot, chooser: Chooser) -> None:
    parts(chooser)[2].setFocus()
    with qtbot.waitSignal(chooser.chosen):
        QTest.keyClick(parts(chooser)[2], Qt.Key.Key_Space)
    assert chooser.current() == 2


def test_showing_a_stored_choice_tells_nobody_and_can_be_taken_back(
    qtbot: QtBot, chooser: Chooser
) -> None:
    with qtbot.assertNotEmitted(chooser.chosen):
        chooser.set_current(2)
        assert chooser.current() == 2
        chooser.set_current(None)
    assert chooser.current() is None
    assert not any(part.isChecked() for part in parts(chooser))


def test_each_choice_is_heard_as_a_radio_button_with_its_word(chooser: Chooser) -> None:
    for word, part in zip(WORDS, parts(chooser), strict=True):
        heard = QAccessible.queryAccessibleInterface(part)
        assert heard is not None
        assert heard.role() == QAccessible.Role.RadioButton
        assert heard.text(QAccessible.Text.Name) == word


def test_other_choices_replace_the_old_ones(qtbot: QtBot, theme: Theme) -> None:
    chooser = segments(theme)
    qtbot.addWidget(chooser)
    chooser.set_current(1)
    chooser.set_choices(["Yes", "No"])
    assert chooser.current() is None
    assert [part.text() for part in chooser.segments] == ["Yes", "No"]


def test_cards_are_of_one_height_and_go_into_rows_where_it_is_narrow(
    qtbot: QtBot, theme: Theme
) -> None:
    chooser = LevelCards(theme)
    qtbot.addWidget(chooser)
    chooser.set_cards([CardText(f"Level {n}", "words " * (n * 6)) for n in range(1, 7)])
    chooser.show()
    for width, rows in ((1200, 1), (500, 2), (140, 6)):
        chooser.resize(width, chooser.heightForWidth(width))
        boxes = [card.geometry() for card in chooser.cards]
        assert len({box.top() for box in boxes}) == rows
        for top in {box.top() for box in boxes}:
            assert len({box.height() for box in boxes if box.top() == top}) == 1
        assert all(chooser.rect().contains(box) for box in boxes)


def test_the_whole_text_of_a_level_can_be_read_on_its_card(qtbot: QtBot, theme: Theme) -> None:
    chooser = LevelCards(theme)
    qtbot.addWidget(chooser)
    chooser.set_cards([CardText("Meets", "word " * 120)])
    card = chooser.cards[0]
    lines = theme.width("body", "word " * 120) / (200 - 2 * theme.px(14))
    assert card.heightForWidth(200) >= lines * theme.metrics("body").height()


def test_a_long_word_takes_room_from_the_short_ones_before_it_breaks(
    qtbot: QtBot, theme: Theme
) -> None:
    chooser = Segmented(theme, "Choices")
    qtbot.addWidget(chooser)
    chooser.set_choices(["No", "Strong recommendation", "No"])
    enough = sum(part.sizeHint().width() for part in chooser.segments) + 8
    one_line = chooser.heightForWidth(3000)
    assert chooser.heightForWidth(enough) == one_line
    assert chooser.heightForWidth(enough * 2 // 3) > one_line

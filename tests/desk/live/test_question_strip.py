"""The line above the note: all of it is seen at any width, and the focus comes only when asked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.live.clock.question_strip import QuestionStrip, StripLine
from interview_desk.desk.theme.theme import Theme

LONG = StripLine(
    "6:30 behind. Trade-offs gives 6:30.", ("Accept", "Other phase…", "Not now", "Back")
)
ASKS = StripLine(
    "The start key was pressed at 10:01. Really started at:", field="Really started at"
)


class Place(QWidget):
    """The strip over a field, in a window of its own."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        super().__init__()
        self.strip = QuestionStrip(theme)
        self.strip.set_keys("Ctrl J")
        self.note = QLineEdit()
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.strip)
        column.addWidget(self.note)
        qtbot.addWidget(self)
        self.strip.released.connect(self.note.setFocus)
        self.resize(700, 400)
        self.show()
        self.note.setFocus()
        qtbot.waitUntil(self.note.hasFocus)


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("width", [360, 480, 700, 1400])
@pytest.mark.parametrize("line", [LONG, ASKS], ids=["answers", "field"])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_nothing_of_it_is_cut_or_covered(
    qtbot: QtBot, scale: float, width: int, line: StripLine, direction: Qt.LayoutDirection
) -> None:
    place = Place(Theme(scale=scale), qtbot)
    place.setLayoutDirection(direction)
    place.resize(width, 500)
    place.strip.show_line(line)
    qtbot.wait(1)

    parts = [each for each in place.strip.findChildren(QWidget) if each.isVisible()]
    assert len(parts) == (2 + len(line.answers) if line.answers else 2)
    for number, part in enumerate(parts):
        assert place.strip.rect().contains(part.geometry())
        assert not any(part.geometry().intersects(o.geometry()) for o in parts[number + 1 :])
        if isinstance(part, QPushButton):
            assert part.width() >= part.sizeHint().width()


def test_a_line_that_comes_takes_no_focus_and_one_to_write_in_does(qtbot: QtBot) -> None:
    place = Place(Theme(), qtbot)
    place.strip.show_line(LONG)
    assert place.note.hasFocus()
    place.strip.show_line(ASKS)
    assert place.strip.isAncestorOf(place.focusWidget())
    place.strip.show_line(None)
    assert place.note.hasFocus()


def test_what_is_being_written_stays_when_only_the_words_change(qtbot: QtBot) -> None:
    place = Place(Theme(), qtbot)
    place.strip.show_line(ASKS)
    field = place.strip.findChildren(QLineEdit)[0]
    field.setText("nonsense")
    place.strip.show_line(StripLine("Write minutes.", field="Really started at"))

    assert (field.text(), field.hasFocus()) == ("nonsense", True)


def test_another_line_takes_the_focus_from_answers_that_are_gone(qtbot: QtBot) -> None:
    place = Place(Theme(), qtbot)
    place.strip.show_line(LONG)
    place.strip.enter()
    place.strip.show_line(StripLine("The laptop slept.", ("Keep",)))

    assert place.note.hasFocus()


def test_the_answer_that_holds_is_marked_and_a_click_alone_does_not_move_the_mark(
    qtbot: QtBot,
) -> None:
    place = Place(Theme(), qtbot)
    place.strip.show_line(StripLine("Paused: Break", ("Late start", "Break"), given=1))
    buttons = place.strip.findChildren(QPushButton)
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)

    assert [each.isChecked() for each in buttons] == [False, True]


def test_a_text_of_a_user_stays_text(qtbot: QtBot) -> None:
    place = Place(Theme(), qtbot)
    place.strip.show_line(StripLine("Paused: <img src=x> & more", ("A & B",)))

    assert place.strip.accessibleName() == "Paused: <img src=x> & more"
    assert place.strip.findChildren(QPushButton)[0].accessibleName() == "A & B"


def test_the_key_takes_no_row_of_its_own(qtbot: QtBot) -> None:
    place = Place(Theme(), qtbot)
    strip = place.strip
    strip.show_line(StripLine("Paused. Why?", ("The call dropped and did not come back", "Break")))
    (first, _) = strip._answers
    beside = strip._cap.sizeHint().width()
    for room, shown in ((beside + 40, True), (beside - 40, False)):
        strip.resize(first.sizeHint().width() + room, strip.height())
        assert bool(strip._cap.width()) is shown
        assert strip._cap.geometry().center().y() == first.geometry().center().y() or not shown

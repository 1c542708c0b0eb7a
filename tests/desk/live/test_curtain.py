"""The curtain: one key hides everything but the clock, and typing goes on beneath it."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget

from interview_desk.desk.live.curtain import Curtain
from tests.helpers.live import Key, LiveDesk, Mod

_CURTAIN = (Key.Key_H, Mod.ControlModifier | Mod.ShiftModifier)


def _pixels(widget: QWidget) -> bytes:
    image = widget.grab().toImage()  # it must live as long as its bits are read
    return bytes(image.constBits())


def test_one_key_hides_all_but_the_clock_and_the_same_key_returns(live: LiveDesk) -> None:
    live.page.setWindowTitle("Ada – Interview Desk")
    before = _pixels(live.page)
    live.press(*_CURTAIN)

    assert live.page.curtain.isVisible()
    assert live.page.curtain.geometry() == live.page.rect()
    assert live.page.windowTitle() == "Interview Desk"
    live.press(*_CURTAIN)
    assert live.page.curtain.isHidden()
    assert live.page.windowTitle() == "Ada – Interview Desk"
    assert _pixels(live.page) == before


def test_nothing_of_what_is_typed_is_shown_and_all_of_it_is_saved(live: LiveDesk) -> None:
    live.press(*_CURTAIN)
    blank = _pixels(live.page)
    live.type("+ secret #")
    live.page.curtain._line.hide()
    hidden = _pixels(live.page)
    live.press(Key.Key_Escape)
    live.press(Key.Key_Backspace)
    live.page.curtain._line.show()
    assert live.page.curtain.said().startswith("9 characters typed")
    live.press(Key.Key_Return)

    assert [note.text for note in live.notes] == ["secret"]
    assert "saved 10:00:00" in live.page.curtain.said()
    assert "secret" not in _words(live.page.curtain)
    live.page.curtain._line.hide()
    live.page.curtain._line.setText("")
    assert _pixels(live.page) == hidden != blank


def test_it_grows_with_the_page_and_its_clock_goes_on(live: LiveDesk) -> None:
    live.press(*_CURTAIN)
    live.page.resize(1100, 700)
    live.wait(60)

    assert live.page.curtain.geometry() == live.page.rect()
    assert live.page.curtain.figures.spoken() == "4:00 left"


def test_what_could_not_be_saved_is_told_there(live: LiveDesk) -> None:
    live.press(*_CURTAIN)
    live.break_disk()
    live.note("said it")

    assert "not saved" in live.page.curtain.said()
    live.mend_disk()
    live.press(Key.Key_Return)
    assert "saved 10:00:00" in live.page.curtain.said()


def _words(curtain: Curtain) -> str:
    return " ".join(label.text() for label in curtain.findChildren(QLabel))


@pytest.mark.parametrize("into_phase", [60, 312], ids=["left", "over"])
def test_its_clock_stands_in_the_middle(live: LiveDesk, into_phase: int) -> None:
    live.press(*_CURTAIN)
    live.wait(into_phase)
    curtain = live.page.curtain
    left, right = _inked(curtain.figures)
    beside = curtain.width() - 1 - right - left

    assert ("over" in curtain.figures.spoken()) == (into_phase == 312)
    assert abs(beside) <= 12, f"{beside} px more room on one side than on the other"


def _inked(clock: QWidget) -> tuple[int, int]:
    """The columns of the window in which the clock's figures and words begin and end."""
    image = clock.grab().toImage()
    ground = image.pixel(0, 0)
    columns = [
        x
        for x in range(image.width())
        if any(image.pixel(x, y) != ground for y in range(image.height()))
    ]
    at = clock.mapTo(clock.window(), QPoint()).x()
    return at + columns[0], at + columns[-1]

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.clock_label import ClockLabel


class Watcher(QObject):
    """Counts how often what it watches is painted or laid out."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QEvent.Type] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Paint, QEvent.Type.LayoutRequest):
            self.seen.append(event.type())
        return False


def test_time_left_and_time_over_are_said_with_a_word(qtbot: QtBot, theme: Theme) -> None:
    clock = ClockLabel(theme)
    qtbot.addWidget(clock)
    told = {}
    for seconds in (372, 0, -42, 4500):
        clock.set_remaining(seconds)
        told[seconds] = clock.accessibleName()
    assert told == {372: "6:12 left", 0: "0:00 left", -42: "0:42 over", 4500: "75:00 left"}


def test_a_tick_paints_the_clock_alone_and_lays_nothing_out(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    clock, other = ClockLabel(theme), QLabel("left of 14:46")
    column = QVBoxLayout(page)
    column.addWidget(clock)
    column.addWidget(other)
    page.show()
    qtbot.waitExposed(page)
    QApplication.processEvents()
    of_clock, of_rest = Watcher(), Watcher()
    clock.installEventFilter(of_clock)
    for rest in (page, other):
        rest.installEventFilter(of_rest)
    clock.set_remaining(372)
    clock.set_remaining(371)
    qtbot.waitUntil(lambda: bool(of_clock.seen))
    clock.set_remaining(371)
    QApplication.processEvents()
    assert of_clock.seen == [QEvent.Type.Paint]
    assert QEvent.Type.LayoutRequest not in of_rest.seen


def test_the_clock_does_not_grow_when_the_time_is_over(qtbot: QtBot, theme: Theme) -> None:
    clock = ClockLabel(theme)
    qtbot.addWidget(clock)
    clock.set_remaining(59)
    before = clock.sizeHint()
    clock.set_remaining(-59)
    assert clock.sizeHint() == before

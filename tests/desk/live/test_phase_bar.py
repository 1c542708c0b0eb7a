"""The bar along the note field: what it means by more than colour, and what a second costs."""

from collections.abc import Callable, Iterable
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.live.clock.phase_bar import Drain, PhaseBar
from interview_desk.desk.theme.theme import Scheme, Theme
from interview_desk.desk.widgets.clock_label import Going
from tests.helpers.live import Key, LiveDesk, Mod
from tests.helpers.rooms import Room
from tests.helpers.samples import prepared, shipped_guide


class Painted(QObject):
    """What is painted of the widgets under a page, each time it is."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.spots: list[tuple[str, QRect]] = []
        for each in (page, *page.findChildren(QWidget)):
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            name = type(watched).__name__
            self.spots += [(name, spot) for spot in cast("Iterable[QRect]", event.region())]
        return False

    def take(self) -> list[tuple[str, QRect]]:
        """What was painted since the last time."""
        QApplication.processEvents()
        taken, self.spots = self.spots, []
        return taken


@pytest.mark.parametrize(
    ("drain", "word"),
    [
        (Drain(372, 480), "6 min left"),
        (Drain(61, 480), "1 min left"),
        (Drain(60, 480), "last minute"),
        (Drain(0, 480), "last minute"),
        (Drain(-1, 480), "over"),
        (Drain(-130, 480), "2 min over"),
        (Drain(372, 480, Going.PAUSED), "Paused"),
        (Drain(-130, 480, Going.PAUSED), "Paused, over"),
        (Drain(480, 480, Going.WAITING), "Not started"),
    ],
)
def test_a_word_beside_it_says_what_its_colour_says(drain: Drain, word: str) -> None:
    assert drain.word == word


def _shape(bar: PhaseBar) -> str:
    """The row of pixels through the middle of the bar, dark ones marked: seen without colour."""
    picture = bar.grab().toImage().convertToFormat(bar.grab().toImage().Format.Format_Grayscale8)
    row = [picture.pixelColor(x, picture.height() // 2).lightness() for x in range(300)]
    return "".join("#" if each < 150 else "." for each in row)


def test_seen_in_grey_no_two_states_look_alike(qtbot: QtBot, qapp: QApplication) -> None:
    bar = PhaseBar(Theme(Scheme.LIGHT))
    qtbot.addWidget(bar)
    bar.resize(600, 16)
    shapes = {}
    drains = (Drain(480, 480), Drain(-9, 480), Drain(480, 480, Going.PAUSED))
    for name, drain in zip(("left", "over", "paused"), drains, strict=True):
        bar.show_drain(drain)
        shapes[name] = _shape(bar)

    assert shapes["left"].count("#") > 290  # full
    assert 20 < shapes["over"].count("#") < 280  # hatched: dark and light in turn
    assert shapes["over"].count("#.") > 20
    assert shapes["paused"].count("#") < 10  # hollow


@pytest.mark.parametrize(
    "reading", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_a_second_paints_only_the_pixels_that_it_took(
    qtbot: QtBot, qapp: QApplication, reading: Qt.LayoutDirection
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.setLayoutDirection(reading)
    page.resize(800, 60)
    bar = PhaseBar(Theme(Scheme.LIGHT), page)
    bar.setGeometry(20, 20, 760, 16)
    bar.show_drain(Drain(400, 480))
    with qtbot.waitExposed(page):
        page.show()
    painted = Painted(page)
    painted.take()
    for left in range(399, 370, -1):
        bar.show_left(left)
        spots = painted.take()
        assert [name for name, _ in spots] in ([], ["PhaseBar"])
        assert all(spot.width() <= 20 and spot.height() <= 8 for _, spot in spots)
    bar.show_left(359)  # another word
    assert [(name, spot.width()) for name, spot in painted.take()] == [("PhaseBar", 760)]
    bar.show_left(359)
    assert painted.take() == []
    bar.show_drain(Drain(-70, 480))
    painted.take()
    bar.show_left(-71)
    assert painted.take() == []  # over, nothing moves within a minute


def test_what_the_bar_leaves_out_it_has_painted_before(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme(Scheme.LIGHT)
    bars = [PhaseBar(theme) for _ in range(2)]
    for bar in bars:
        qtbot.addWidget(bar)
        bar.resize(700, 16)
        bar.show()
        qtbot.waitExposed(bar)
    for left in range(170, 130, -1):
        bars[0].show_drain(Drain(left, 480))
        QApplication.processEvents()
    bars[1].show_drain(Drain(131, 480))
    assert bars[0].grab().toImage() == bars[1].grab().toImage()


def test_a_second_on_the_live_page_paints_figures_and_ends_of_bars_alone(live: LiveDesk) -> None:
    live.run(62)
    live.page.field.edit.setCursorWidth(0)  # it blinks by itself
    painted = Painted(live.page)
    painted.take()
    for _ in range(3):
        live.wait(1)
        spots = painted.take()
        assert {name for name, _ in spots} <= {"Figures", "ClockLabel", "PhaseRail", "PhaseBar"}
        for name, spot in spots:
            assert spot.width() <= 160, (name, spot)
            assert spot.height() <= 60, (name, spot)


def test_the_bar_follows_the_clock(live: LiveDesk) -> None:
    bar = live.page.bar
    assert bar.drain == Drain(300, 300)
    live.run(244)
    assert bar.drain.word == "last minute"
    live.run(58)
    assert bar.drain.word == "over"
    live.press(Key.Key_Space, Mod.ControlModifier)
    assert bar.drain.word == "Paused, over"
    live.press(Key.Key_P, Mod.ControlModifier)
    assert bar.drain == Drain(900, 900, Going.PAUSED)
    live.page.act.finish()
    assert bar.isHidden()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 640), (360, 560)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_it_lies_along_the_note_field_at_every_size(
    room: Room, sit: Callable[..., LiveDesk], width: int, height: int, scale: float
) -> None:
    room.desk.theme.set_scale(scale)
    live = sit(prepared(shipped_guide()))
    live.page.resize(width, height)
    for _ in range(4):
        QApplication.processEvents()
    bar, field = live.page.bar, live.page.field
    assert bar.isVisible()
    assert (bar.width(), bar.x()) == (field.width(), field.x())
    assert 0 < field.geometry().top() - bar.geometry().bottom() <= 16
    assert bar.height() == bar.sizeHint().height()


def _figures(live: LiveDesk) -> bytes:
    image = live.page.clock.figures.grab().toImage()
    return bytes(image.constBits())


def test_paused_never_looks_like_running(live: LiveDesk) -> None:
    live.run(30)
    running = (_figures(live), live.page.rail.grab().toImage(), live.page.bar.grab().toImage())
    live.press(Key.Key_Space, Mod.ControlModifier)
    QApplication.processEvents()
    paused = (_figures(live), live.page.rail.grab().toImage(), live.page.bar.grab().toImage())

    assert all(before != after for before, after in zip(running, paused, strict=True))
    assert live.page.clock.figures.spoken() == "4:30 left, paused"
    assert "paused" in live.page.rail.accessibleName()


def test_the_digits_grow_with_the_window(sit: Callable[..., LiveDesk]) -> None:
    live = sit(prepared(shipped_guide()))
    heights = []
    for width, height in ((1280, 800), (1600, 1000), (1920, 1200)):
        live.page.resize(width, height)
        for _ in range(4):
            QApplication.processEvents()
        heights.append(live.page.clock.figures.height())
    assert heights[0] * 1.2 < heights[1]
    assert heights[1] * 1.15 < heights[2]
    live.page.curtain.toggle()
    QApplication.processEvents()
    assert live.page.curtain.figures.height() > heights[2]

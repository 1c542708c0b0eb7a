"""Small news moves nothing, and the clock of a running interview is seen on every page."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.live.clock.corner import CornerClock, RunningClock
from interview_desk.desk.live.page import LivePage
from interview_desk.desk.navigation import Page
from interview_desk.desk.window import MainWindow
from interview_desk.interview.timeline import ClockState
from tests.helpers.rooms import Room

ELSEWHERE = (Page.LIBRARY, Page.GUIDES, Page.SETTINGS, Page.PREPARE, Page.SCORE, Page.REPORT)


@pytest.fixture
def row(room: Room, window: MainWindow) -> int:
    """An interview started on its live page, which is on show."""
    created = room.session().row
    window.open_row(created)
    window.go(Page.LIVE)
    _live(window).act.turn_clock()
    return created


def _live(window: MainWindow) -> LivePage:
    assert isinstance(window.page, LivePage)
    return window.page


def _clock(window: MainWindow) -> CornerClock | None:
    shown = [each for each in window.findChildren(CornerClock) if each.isVisible()]
    assert len(shown) <= 1
    return shown[0] if shown else None


def _said(window: MainWindow) -> str:
    clock = _clock(window)
    return clock.said() if clock is not None else ""


def _pass(room: Room, window: MainWindow, seconds: int) -> None:
    """Time goes by, seen second by second."""
    running = window.findChildren(RunningClock)
    for _ in range(seconds):
        room.clock.advance(1)
        for each in running:
            each._ticker.tick()
    QApplication.processEvents()


@pytest.mark.parametrize("page", ELSEWHERE)
def test_the_clock_is_on_every_page_and_goes_on(
    room: Room, window: MainWindow, row: int, page: Page
) -> None:
    assert _clock(window) is None  # the live page has its own
    window.go(page)
    assert _said(window) == "Ada 1 Opening 15:00 left"
    _pass(room, window, 75)
    assert _said(window) == "Ada 1 Opening 13:45 left"
    _pass(room, window, 840)
    assert _said(window) == "Ada 1 Opening 0:15 over"


def test_a_click_on_it_leads_back_to_the_interview(window: MainWindow, row: int) -> None:
    for page in (Page.SCORE, Page.SETTINGS):
        window.go(page)
        clock = _clock(window)
        assert clock is not None
        assert clock.accessibleName() == "Back to the interview with Ada, 1 Opening"
        QTest.mouseClick(clock, Qt.MouseButton.LeftButton)
        assert _live(window).session.row == row
        assert _clock(window) is None


def test_paused_it_says_so_and_no_timer_runs(room: Room, window: MainWindow, row: int) -> None:
    _live(window).act.turn_clock()
    window.go(Page.LIBRARY)
    assert _said(window) == "Ada 1 Opening 15:00 left, paused"
    (running,) = window.findChildren(RunningClock)
    assert running._ticker.due_ms is None


def test_where_no_interview_is_on_there_is_no_clock(
    room: Room, window: MainWindow, row: int
) -> None:
    _live(window).act.finish()
    for page in ELSEWHERE:
        window.open_row(row)
        window.go(page)
        assert _clock(window) is None
    (running,) = window.findChildren(RunningClock)
    assert running._ticker.due_ms is None


def test_the_curtain_leaves_nothing_of_it(window: MainWindow, row: int) -> None:
    window.go(Page.SCORE)
    window.draw_curtain()
    assert _clock(window) is None
    window.draw_curtain()
    assert _said(window)


def test_an_interview_erased_meanwhile_has_no_clock_there(
    room: Room, window: MainWindow, row: int
) -> None:
    window.go(Page.LIBRARY)
    room.desk.store.privacy.erase(row)
    window._clocks._look_for_gone()
    assert _clock(window) is None


class _Painted(QObject):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.spots: list[tuple[str, QRect]] = []
        for each in (window, *window.findChildren(QWidget)):
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.spots.append((type(watched).__name__, event.rect()))
        return False


def test_a_second_paints_its_figures_and_nothing_else(
    room: Room, window: MainWindow, row: int
) -> None:
    window.go(Page.GUIDES)
    window.page.setFocus()
    _pass(room, window, 5)
    painted = _Painted(window)
    for _ in range(5):  # what is still to be laid out and painted
        QApplication.processEvents()
    painted.spots.clear()
    _pass(room, window, 3)
    assert {name for name, _ in painted.spots} == {"Figures"}
    assert all(spot.width() <= 60 and spot.height() <= 30 for _, spot in painted.spots)


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640), (360, 560)])
@pytest.mark.parametrize("page", list(Page))
def test_small_news_moves_nothing(
    window: MainWindow, qtbot: QtBot, row: int, page: Page, size: tuple[int, int]
) -> None:
    window.go(page)
    window.resize(*size)
    QApplication.processEvents()

    def places() -> list[tuple[QWidget, QPoint, int]]:
        QApplication.processEvents()
        return [
            (each, each.mapTo(window, QPoint()), each.height())
            for each in window.page.findChildren(QWidget)
            if each.isVisible() and "ElidedLabel" not in type(each).__name__
        ]

    before = places()
    window.page.tell("Undone: Length")
    assert places() == before
    assert window.page.banner.isHidden()
    window.page.tell(
        "A longer thing to say, of which there is more than the line has room for. " * 4
    )
    assert places() == before


def test_what_was_told_is_said_until_the_next_thing_is(window: MainWindow) -> None:
    page = window.first_page
    page.tell("Exported")
    assert page.status.text() == "Exported"
    page.tell("Exported again")
    assert page.status.text() == "Exported again"
    page.say("There is no room on the disk.")  # calls for a look, and stays
    assert page.banner.text() == "There is no room on the disk."
    assert page.status.text() == "Exported again"


def test_the_state_of_the_clock_stays_when_pages_change(window: MainWindow, row: int) -> None:
    for page in (*ELSEWHERE, Page.LIBRARY):
        window.go(page)
    window.open_row(row)
    assert _live(window).interview.timeline.state is ClockState.RUNNING

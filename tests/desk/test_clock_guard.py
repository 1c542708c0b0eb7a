"""What the clocks do in an interview is noticed on every page, and asked on the live page."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from interview_desk.desk.clock_guard import ClockGuard
from interview_desk.desk.home_page import HomePage
from interview_desk.desk.interview_page import InterviewPage
from interview_desk.desk.live.page import LivePage
from interview_desk.desk.navigation import Page
from interview_desk.desk.session import Session
from interview_desk.desk.window import MainWindow
from interview_desk.interview.actions import running
from tests.helpers.rooms import Room
from tests.helpers.samples import prepared

HOUR_MS = 3_600_000
ELSEWHERE = (Page.LIBRARY, Page.GUIDES, Page.SETTINGS, Page.PREPARE, Page.SCORE, Page.REPORT)
SLEPT = "The laptop slept for 12:30. The clock counted on."


@pytest.fixture
def open_window(room: Room, qtbot: QtBot) -> Callable[[], MainWindow]:
    """A window as at the start of the program."""

    def _open() -> MainWindow:
        made = MainWindow(room.desk)
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return _open


@pytest.fixture
def window(open_window: Callable[[], MainWindow]) -> MainWindow:
    return open_window()


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


def _guard(window: MainWindow) -> ClockGuard:
    (guard,) = window.findChildren(ClockGuard)
    return guard


def _pass(room: Room, window: MainWindow, *seconds: float) -> None:
    """Time goes by, with a look after each stretch as the guard's timer would have it."""
    for each in seconds:
        room.clock.advance(each)
        assert _guard(window).is_awake
        _guard(window).look()
    QApplication.processEvents()


def _told(window: MainWindow) -> str:
    page = window.page
    assert isinstance(page, InterviewPage | HomePage)
    return page.banner.text()


def _asked(window: MainWindow) -> str:
    strip = _live(window).strip
    return "" if strip.isHidden() else strip.text()


def _elapsed(window: MainWindow) -> str:
    return _live(window).controls.spoken().split()[1]


@pytest.mark.parametrize("page", ELSEWHERE)
def test_sleep_is_noticed_on_every_page_and_asked_on_the_live_page(
    room: Room, window: MainWindow, row: int, page: Page
) -> None:
    window.go(page)
    _pass(room, window, 2, 2, 2)
    assert _told(window) == ""
    _pass(room, window, 750)
    assert _told(window) == f"{SLEPT} The live page asks whether to leave it out."
    _pass(room, window, 2)

    window.open_row(row)
    window.go(Page.LIVE)
    assert (_asked(window), _elapsed(window)) == (SLEPT, "12:38")
    _live(window).questions.notices.answer(0)
    assert (_asked(window), _elapsed(window)) == ("", "0:08")


def test_a_wall_clock_that_was_set_is_noticed_too(room: Room, window: MainWindow, row: int) -> None:
    window.go(Page.SCORE)
    room.clock.set_wall(room.clock.now().wall_ms - HOUR_MS)
    _pass(room, window, 2)

    said = "The laptop’s clock was set 1 h back. Times of day follow it; elapsed is unaffected."
    assert _told(window) == said
    window.go(Page.LIVE)
    assert (_asked(window), _elapsed(window)) == (said, "0:02")


def test_time_spent_on_other_pages_is_no_sleep(room: Room, window: MainWindow, row: int) -> None:
    for page in ELSEWHERE:
        window.go(page)
        _pass(room, window, *(2,) * 20)
        window.open_row(row)
        assert (_told(window), _asked(window)) == ("", "")
    assert _elapsed(window) == "4:00"


def test_a_question_not_answered_waits_for_the_live_page_to_come_back(
    room: Room, window: MainWindow, row: int
) -> None:
    room.clock.advance(750)
    _live(window).ticker.tick()
    assert _asked(window) == SLEPT

    window.show_first_page()
    window.open_row(row)
    assert _asked(window) == SLEPT


def test_it_sleeps_unless_an_interview_runs_unseen(
    room: Room, window: MainWindow, row: int
) -> None:
    guard = _guard(window)
    awake = [guard.is_awake]  # the live page looks for itself
    for page in (Page.SCORE, Page.LIBRARY):
        window.go(page)
        awake.append(guard.is_awake)
    window.open_row(row)
    awake.append(guard.is_awake)
    _live(window).act.turn_clock()
    window.show_first_page()
    awake.append(guard.is_awake)  # paused
    window.open_row(row)
    _live(window).act.turn_clock()
    _live(window).act.finish()
    awake.append(guard.is_awake)
    window.show_first_page()
    awake.append(guard.is_awake)

    assert awake == [False, True, True, False, False, False, False]


def test_a_window_in_which_nothing_runs_has_no_timer_going(
    room: Room, window: MainWindow, row: int
) -> None:
    _live(window).act.turn_clock()
    window.show_first_page()
    QApplication.processEvents()

    going = [timer for timer in _guard(window).findChildren(QTimer) if timer.isActive()]
    assert going == []


def test_the_clock_is_known_to_run_while_another_page_is_shown(
    room: Room, window: MainWindow, row: int
) -> None:
    window.show_first_page()
    _pass(room, window, *(2,) * 30)

    beat = room.desk.store.last_beat(row)
    assert beat is not None
    assert room.clock.now().mono_ms - beat.mono_ms <= 10_000


def test_closing_the_window_is_the_last_that_is_known_of_the_clock(
    room: Room, window: MainWindow, row: int
) -> None:
    room.clock.advance(7)
    window.close()

    assert room.desk.store.last_beat(row) == room.clock.now()


def test_an_interview_erased_meanwhile_has_no_clock(
    room: Room, window: MainWindow, row: int
) -> None:
    window.show_first_page()
    room.desk.store.privacy.erase(row)
    _pass(room, window, *(2,) * 5)

    assert not _guard(window).is_awake
    assert _told(window) == ""


def test_a_window_closes_beside_interviews_that_were_erased_while_they_ran(
    room: Room, window: MainWindow, row: int
) -> None:
    window.show_first_page()
    other = room.session(prepared(uid="other", candidate="Bo")).row
    window.open_row(other)
    window.go(Page.LIVE)
    _live(window).act.turn_clock()
    window.show_first_page()
    room.desk.store.privacy.erase(row)

    window.close()

    last = room.desk.store.last_beat(other)
    assert last is not None
    assert last.mono_ms == room.clock.now().mono_ms


def test_two_interviews_that_run_are_both_looked_after(
    room: Room, window: MainWindow, row: int
) -> None:
    other = room.session(prepared(uid="other", candidate="Bo")).row
    window.open_row(other)
    window.go(Page.LIVE)
    _live(window).act.turn_clock()
    for seconds in (2, 2, 2, 750):
        _pass(room, window, seconds)
        _live(window).ticker.tick()
    assert _asked(window) == SLEPT

    window.open_row(row)
    assert _asked(window) == SLEPT
    _live(window).questions.notices.answer(1)
    assert (_asked(window), _elapsed(window)) == ("", "12:36")


def _left_running_on(room: Room, page: Page, open_window: Callable[[], MainWindow]) -> Session:
    session = room.session()
    session.do(running.start(session.interview, session.now()))
    room.desk.store.set_setting("place", f"{page}:{session.row}")
    room.clock.advance(240)
    return session


@pytest.mark.parametrize("page", [Page.LIVE, Page.SCORE, Page.REPORT, Page.PREPARE])
def test_that_the_program_was_closed_is_told_on_every_page_and_asked_on_the_live_page(
    room: Room, open_window: Callable[[], MainWindow], page: Page
) -> None:
    _left_running_on(room, page, open_window)
    window = open_window()
    window.restore()
    QApplication.processEvents()

    said = "Interview Desk was closed for 4:00; the clock counted on. Nothing was lost."
    asks = "" if page is Page.LIVE else " The live page asks whether to leave it out."
    told = _live(window).evidence.said() if page is Page.LIVE else _told(window)
    assert told == said + asks
    window.go(Page.LIVE)
    assert _asked(window) == "The program was closed for 4:00. The clock counted on."


def test_a_finish_taken_back_late_is_asked_about(room: Room, window: MainWindow, row: int) -> None:
    _live(window).act.finish()
    assert not isinstance(window.page, LivePage)
    room.clock.advance(750)
    assert isinstance(window.page, InterviewPage)
    window.page.undo()
    QApplication.processEvents()

    asked = "The interview stood finished for 12:30. The clock counted on."
    assert _told(window) == f"{asked} The live page asks whether to leave it out."
    window.go(Page.LIVE)
    assert _asked(window) == asked
    _live(window).questions.notices.answer(0)
    assert _elapsed(window) == "0:00"


def test_an_interview_not_begun_is_not_looked_after(room: Room, window: MainWindow) -> None:
    window.open_row(room.session().row)
    window.go(Page.LIVE)
    room.clock.advance(7_200)
    room.clock.set_wall(room.clock.now().wall_ms + HOUR_MS)
    _live(window).act.turn_clock()

    assert (_asked(window), _elapsed(window)) == ("", "0:00")


def test_what_is_not_under_way_is_let_go_with_its_page(
    room: Room, window: MainWindow, qtbot: QtBot
) -> None:
    def kept() -> list[int]:
        return [each.row for each in window.findChildren(Session)]

    running_session = room.session()
    running_session.do(running.start(running_session.interview, running_session.now()))
    running_row = running_session.row
    rows = [room.session(prepared(uid=f"other-{n}", candidate="Bo")).row for n in range(3)]
    for row in (running_row, *rows, running_row, *rows):
        window.open_row(row)
        window.show_first_page()
    qtbot.waitUntil(lambda: len(kept()) == 1)
    assert kept() == [running_row]

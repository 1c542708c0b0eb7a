"""Coming to the score page with a sentence half typed, or too early."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_desk.desk.live.page import LivePage
from interview_desk.desk.prepare.page import PreparePage
from interview_desk.desk.score.page import ScorePage
from interview_desk.desk.window import MainWindow
from interview_desk.interview.actions.running import start
from interview_desk.interview.actions.scoring import lock
from interview_desk.interview.timeline import ClockState
from tests.helpers.rooms import Room
from tests.helpers.samples import prepared
from tests.helpers.scoring import click_beside, interviewed, press


@pytest.fixture
def page(qtbot: QtBot, room: Room) -> ScorePage:
    shown = ScorePage(room.desk, room.session(interviewed(room.clock).interview))
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.setFocus()
    return shown


def _ratings(page: ScorePage) -> list[tuple[str, bool, str]]:
    interview = page.session.interview
    ratings = [interview.rating(each.number) for each in interview.guide.dimensions]
    return [(each.level, each.not_enough, each.reason) for each in ratings]


def test_what_is_typed_on_arrival_rates_and_cites_nothing(page: ScorePage) -> None:
    before = _ratings(page)
    for letter in "meets be 0123":
        press(page, letter)
    press(page, "Return")
    for letter in "be0":
        press(page, letter)
    page.flush()

    assert _ratings(page) == before
    assert page.views.dimension.number == 2  # by Return alone
    assert page.walk_bar.is_asleep


@pytest.mark.parametrize("first", ["Down", "Up", "Ctrl+Tab", "click"])
def test_after_an_arrow_or_a_click_the_letters_rate(page: ScorePage, first: str) -> None:
    if first == "click":
        click_beside(page)
    else:
        press(page, first)
    number = page.views.dimension.number
    assert number == (2 if first == "Ctrl+Tab" else 1)
    assert not page.walk_bar.is_asleep
    press(page, "M")

    assert page.session.interview.rating(number).level == "Meets"


def test_the_first_arrow_leaves_the_keyboard_where_it_is(page: ScorePage) -> None:
    press(page, "Down")

    assert page.walk_bar.next_button.hasFocus()


def _finish_mid_sentence(window: MainWindow) -> ScorePage:
    page = window.page
    assert isinstance(page, LivePage)
    QTest.keyClicks(page.field.keys, "half a sent")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for _ in range(2):
        QTest.keyClick(page.field.keys, Qt.Key.Key_Return, both)
    score = window.page
    assert isinstance(score, ScorePage)
    return score


def _state(page: LivePage) -> ClockState:
    return page.interview.timeline.state


@pytest.fixture
def window(room: Room, qtbot: QtBot) -> MainWindow:
    """On the live page of an interview that runs."""
    shown = MainWindow(room.desk)
    qtbot.addWidget(shown)
    shown.show()
    shown.open_row(room.desk.store.create(prepared()))
    page = shown.page
    assert isinstance(page, PreparePage)
    page.start()
    return shown


def test_one_step_leads_back_into_an_interview_that_was_finished_too_early(
    window: MainWindow, room: Room
) -> None:
    score = _finish_mid_sentence(window)
    room.clock.advance(150)
    assert score.go_on.button.isVisible()
    QTest.mouseClick(score.go_on.button, Qt.MouseButton.LeftButton)
    page = window.page
    assert isinstance(page, LivePage)
    assert _state(page) is ClockState.RUNNING
    assert [note.text for note in page.interview.notes] == ["half a sent"]
    assert "The interview stood finished for 2:30" in page.strip.text()
    page.undo()

    assert _state(page) is ClockState.FINISHED


def test_after_a_restart_the_clock_goes_on_from_where_it_ended(
    window: MainWindow, room: Room
) -> None:
    _finish_mid_sentence(window)
    assert window.session is not None
    ended = window.session.interview.timeline.elapsed(room.clock.now())
    room.clock.reboot(after_seconds=300)
    again = room.again(window.session)
    assert again.continue_interview()

    timeline = again.interview.timeline
    assert timeline.state is ClockState.RUNNING
    assert timeline.elapsed(again.now()) == ended + 300_000
    assert again.notices.first is not None


def test_what_is_on_or_locked_is_not_to_be_continued(page: ScorePage, room: Room) -> None:
    session = page.session
    assert page.go_on.button.isVisible()
    page.resize(400, 600)
    assert page.go_on.row.isVisible()
    assert page.go_on.button.isHidden()
    session.do(lock(session.interview, session.now()))
    assert page.go_on.row.isHidden()
    assert not session.continue_interview()
    live = room.session(prepared(uid="live"))
    live.do(start(live.interview, live.now()))

    assert not live.continue_interview()

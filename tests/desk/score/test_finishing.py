"""Finishing locks the scoring; what is changed later is an amendment with its reason."""

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from interview_desk.desk.navigation import Page
from interview_desk.desk.score.page import ScorePage
from interview_desk.desk.session import Session
from interview_desk.interview.actions.scoring import give_reason
from interview_desk.interview.status import Status
from tests.helpers.rooms import Room
from tests.helpers.samples import scored
from tests.helpers.scoring import click_beside, interviewed, press


def shown(qtbot: QtBot, room: Room, session: Session) -> ScorePage:
    page = ScorePage(room.desk, session)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.setFocus()
    click_beside(page)
    return page


def amended(session: Session) -> list[str]:
    return [each.what for each in session.interview.amendments]


@pytest.fixture
def complete(room: Room) -> Session:
    """Everything that a report wants, with the small guide."""
    played = scored()
    played.do(give_reason(played.interview, 2, "Needed an hour for the schema"))
    return room.session(played.interview)


@pytest.fixture
def finished(qtbot: QtBot, room: Room, complete: Session) -> ScorePage:
    """The page of an interview whose scoring was just finished."""
    page = shown(qtbot, room, complete)
    page.finish()
    return page


def test_a_complete_scoring_is_finished_at_once(
    qtbot: QtBot, room: Room, complete: Session
) -> None:
    page = shown(qtbot, room, complete)
    with qtbot.waitSignal(page.go) as gone:
        press(page, "Ctrl+Return")
    assert gone.args == [Page.REPORT]
    assert room.again(complete).interview.status is Status.DONE


def test_what_is_missing_is_said_once_and_does_not_hinder(qtbot: QtBot, room: Room) -> None:
    session = room.session(interviewed(room.clock).interview)
    page = shown(qtbot, room, session)
    page.finish()
    assert page.banner.text() == (
        "Not complete yet: 8 dimensions not rated, 5 disqualifiers not looked at, "
        "the recommendation. Press again to finish and lock anyway."
    )
    assert session.interview.lock is None
    page.finish()
    assert session.interview.lock is not None


def test_the_warning_goes_when_something_missing_is_added(qtbot: QtBot, room: Room) -> None:
    session = room.session(interviewed(room.clock).interview)
    page = shown(qtbot, room, session)
    page.finish()
    page.views.dimension.toggle_not_enough()
    assert page.banner.text() == ""
    page.finish()
    assert page.banner.text().startswith("Not complete yet: 7 dimensions not rated")
    assert session.interview.lock is None


def test_what_is_being_typed_is_in_the_finished_scoring(
    qtbot: QtBot, room: Room, complete: Session
) -> None:
    page = shown(qtbot, room, complete)
    page.views.dimension.reason.edit.appendPlainText("and how many there are")
    page.finish()
    reason = room.again(complete).interview.rating(1).reason
    assert reason == "Framed it by its users\nand how many there are"


def test_a_finished_scoring_is_only_read(finished: ScorePage, complete: Session) -> None:
    assert finished.lock_strip.isVisibleTo(finished)
    press(finished, "E")
    press(finished, "0")
    finished.views.dimension.cards.cards[0].click()
    press(finished, "Return")
    press(finished, "x")
    finished.views.recommendation.verdict.no_decision.click()
    finished.flush()
    before = scored().interview
    assert complete.interview.rating(1) == before.rating(1)
    assert complete.interview.verdict == before.verdict


def test_an_amendment_needs_a_reason(finished: ScorePage) -> None:
    finished.lock_strip.amend_button.click()
    finished.lock_strip.reason.setText("   ")
    assert not finished.lock_strip.start_button.isEnabled()
    press(finished, "Return")
    assert not finished.scoring.editable


def test_a_change_after_finishing_is_an_amendment_with_its_reason(
    room: Room, finished: ScorePage, complete: Session
) -> None:
    room.clock.advance(3600)
    finished.lock_strip.amend_button.click()
    finished.lock_strip.reason.setText("Listened to the second interviewer")
    finished.lock_strip.start_button.click()
    finished.setFocus()
    press(finished, "M")
    amendments = room.again(complete).interview.amendments
    assert [(each.reason, each.what) for each in amendments] == [
        ("Listened to the second interviewer", "Problem Framing: Exceeds → Meets")
    ]
    assert amendments[0].at == room.clock.now()


def test_a_reason_reworded_letter_by_letter_is_one_amendment(
    qtbot: QtBot, finished: ScorePage, complete: Session
) -> None:
    finished.scoring.amend("A slip")
    finished.roam()
    press(finished, "Return")
    for letter in "why":
        press(finished, letter)
    timers = finished.views.dimension.reason.findChildren(QTimer)
    assert not any(each.isActive() and each.isSingleShot() for each in timers)
    press(finished, "Esc")
    assert amended(complete) == ["Problem Framing: reason reworded"]


def test_done_amending_locks_again(finished: ScorePage, complete: Session) -> None:
    finished.scoring.amend("A slip")
    finished.lock_strip.done_button.click()
    finished.setFocus()
    press(finished, "M")
    assert amended(complete) == []


def test_the_checklist_after_can_be_ticked_when_all_is_finished(
    finished: ScorePage, complete: Session
) -> None:
    finished.open_entry("after")
    finished.views.after.rows[0].click()
    assert complete.interview.ticked("after.1")
    assert amended(complete) == []


def test_undo_does_not_reach_behind_the_lock(qtbot: QtBot, room: Room, complete: Session) -> None:
    page = shown(qtbot, room, complete)
    press(page, "B")
    page.finish()
    page.undo()
    assert page.status.text() == "Nothing to undo"
    assert complete.interview.rating(1).level == "Below"

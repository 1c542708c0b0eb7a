"""What helps to prepare: where questions were asked, the guide to read, and calendar files."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_desk.desk.prepare.page import PreparePage
from interview_desk.desk.prepare.question_form import QuestionHistory
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Setup
from interview_desk.report.calendar_file import slot_in
from tests.desk.prepare.conftest import Preparing
from tests.helpers.rooms import Room
from tests.helpers.samples import prepared, small_guide

Prepare = Callable[..., Preparing]


def asked(uid: str, candidate: str, question: str) -> Interview:
    setup = Setup(candidate, question=question)
    return replace(prepared(uid=uid), records=MappingProxyType({(Setup, 0): setup}))


@pytest.fixture
def past(room: Room) -> None:
    """Three earlier interviews: two with a question of the guide, one with an own question."""
    for interview in (
        asked("1", "Bea", "Design a search"),
        asked("2", "Cem", "Design a search"),
        asked("3", "Dag", "Build a bridge"),
    ):
        room.desk.store.create(interview)


def texts(page: PreparePage) -> list[str]:
    rows = (page.question.list.item(number) for number in range(page.question.list.count()))
    return [row.text() for row in rows]


def test_own_questions_stand_after_those_of_the_guide(past: None, prepare: Prepare) -> None:
    page = prepare(prepared()).page
    assert texts(page)[-2:] == ["Asked before, of your own", "Build a bridge"]


def test_one_sees_of_whom_a_question_was_asked(past: None, prepare: Prepare) -> None:
    page = prepare(prepared()).page
    page.question.list.setCurrentRow(texts(page).index("Design a search"))
    assert page.question.uses.text() == "Asked of Cem (23 Nov 2026), Bea (23 Nov 2026)"
    page.question.list.setCurrentRow(texts(page).index("Design a feed"))
    assert page.question.uses.text() == ""


def test_an_interview_does_not_count_its_own_question(room: Room) -> None:
    row = room.desk.store.create(asked("me", "Ada", "Build a bridge"))
    history = QuestionHistory(room.desk.store, small_guide(), row, room.desk.zone)
    assert "Build a bridge" not in history.counts
    assert history.told("Build a bridge") == ""


def test_an_own_question_is_chosen_again(past: None, prepare: Prepare) -> None:
    desk = prepare(prepared())
    questions = desk.page.question.list
    questions.setFocus()
    questions.setCurrentRow(questions.count() - 1)
    desk.press(Qt.Key.Key_Return)
    assert desk.setup.question == "Build a bridge"


def test_the_guide_is_read_beside_the_set_up_and_put_away(prepare: Prepare) -> None:
    desk = prepare(prepared())
    desk.page.side.read_guide.click()
    panel = desk.page.guide_panel
    assert panel is not None
    assert "Names a trade-off" in panel.view.toPlainText()
    assert panel.view.hasFocus()
    assert desk.page.who.candidate.isVisible()
    QTest.keyClick(panel.view, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_the_guide_takes_the_place_of_the_set_up_where_it_is_narrow(prepare: Prepare) -> None:
    desk = prepare(prepared())
    desk.page.resize(480, 700)
    desk.page.side.read_guide.click()
    assert not desk.page.who.candidate.isVisible()
    desk.page.side.read_guide.click()
    assert desk.page.who.candidate.isVisible()


def take_from(page: PreparePage, path: Path, qtbot: QtBot) -> None:
    """Have the page read a calendar file, and wait until it has."""
    page.slot.take_from(path)
    reading = page.slot.reading
    assert reading is not None
    qtbot.waitUntil(lambda: not reading.under_way, timeout=20_000)


def test_a_calendar_file_gives_the_date_and_the_length(
    prepare: Prepare, room: Room, qtbot: QtBot
) -> None:
    desk = prepare(prepared())
    path = room.folder / "slot.ics"
    path.write_bytes(
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART:20261124T093000Z\r\n"
        b"DURATION:PT1H\r\nSUMMARY:Interview\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    take_from(desk.page, path, qtbot)
    assert (desk.setup.scheduled, desk.setup.length_minutes) == ("2026-11-24T09:30", 60)
    assert desk.page.who.when.text() == "2026-11-24 09:30"
    assert desk.page.time.length.value() == 60
    desk.page.undo()
    assert desk.setup.scheduled == ""


def test_what_makes_a_date_worth_another_look_stays_on_the_page(
    prepare: Prepare, room: Room, qtbot: QtBot
) -> None:
    desk = prepare(prepared())
    path = room.folder / "series.ics"
    path.write_bytes(
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20240109T093000Z\r\nDURATION:PT1H\r\n"
        b"RRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    take_from(desk.page, path, qtbot)
    assert desk.setup.scheduled == "2026-11-24T09:30"  # the first Tuesday after this morning
    assert "It repeats; this is its next time." in desk.page.banner.text()
    path.write_bytes(path.read_bytes().replace(b"RRULE", b"X").replace(b"20240109", b"20261130"))
    take_from(desk.page, path, qtbot)
    assert desk.setup.scheduled == "2026-11-30T09:30"
    assert desk.page.banner.text() == "", "that was said of another file"


def test_what_was_cancelled_is_refused_on_the_page(
    prepare: Prepare, room: Room, qtbot: QtBot
) -> None:
    desk = prepare(prepared())
    path = room.folder / "gone.ics"
    path.write_bytes(
        b"BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nBEGIN:VEVENT\r\nDTSTART:20261124T093000Z\r\n"
        b"END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    take_from(desk.page, path, qtbot)
    assert desk.setup.scheduled == ""
    assert "was cancelled" in desk.page.banner.text()


def test_a_file_that_is_no_calendar_is_refused_and_changes_nothing(
    prepare: Prepare, room: Room, qtbot: QtBot
) -> None:
    desk = prepare(prepared())
    before = desk.setup
    (room.folder / "x.ics").write_bytes(b"\0\xff")
    take_from(desk.page, room.folder / "x.ics", qtbot)
    assert "cannot be understood" in desk.page.banner.text()
    assert desk.setup == before


def test_the_slot_is_saved_for_other_calendars(prepare: Prepare, room: Room) -> None:
    desk = prepare(prepared())
    desk.write(desk.page.who.when, "2026-11-24 09:30")
    desk.page.flush()
    desk.page.slot.save_as(room.folder / "out.ics")
    data = (room.folder / "out.ics").read_bytes()
    assert slot_in(data, room.desk.zone).scheduled == "2026-11-24T09:30"


def test_without_a_date_there_is_no_calendar_file(prepare: Prepare, room: Room) -> None:
    desk = prepare(prepared())
    desk.page.slot.save_as(room.folder / "out.ics")
    assert "no date" in desk.page.banner.text()
    assert not (room.folder / "out.ics").exists()


def test_questions_are_as_tall_as_their_words_whatever_the_width(
    prepare: Prepare, qtbot: QtBot
) -> None:
    desk = prepare()
    questions = desk.page.question.list
    narrow = questions.visualItemRect(questions.item(1)).height()
    desk.page.resize(2400, 800)
    qtbot.waitUntil(lambda: questions.visualItemRect(questions.item(1)).height() < narrow)
    desk.page.resize(1280, 800)
    qtbot.waitUntil(lambda: questions.visualItemRect(questions.item(1)).height() == narrow)

"""Preparing an interview by keyboard: nothing typed is lost, everything can be taken back."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.navigation import Page
from interview_desk.desk.new_interview import create_interview
from interview_desk.desk.settings import INTERVIEWER
from interview_desk.interview.actions import scoring
from interview_desk.interview.interview import Interview
from interview_desk.interview.status import Status
from tests.desk.prepare.conftest import Preparing
from tests.helpers.samples import prepared, scored

Key, Mod = Qt.Key, Qt.KeyboardModifier
Prepare = Callable[..., Preparing]
LONG_TEXT = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh " * 4


def test_what_is_typed_is_on_the_disk_within_a_second(prepare: Prepare, qtbot: QtBot) -> None:
    desk = prepare()
    desk.write(desk.page.who.candidate, "Amara Okonkwo")
    qtbot.waitUntil(lambda: desk.setup.candidate == "Amara Okonkwo", timeout=1_000)


def test_leaving_the_page_saves_at_once(prepare: Prepare) -> None:
    desk = prepare()
    desk.write(desk.page.who.role, "Principal engineer")
    desk.write(desk.page.question.field, "Design a search")
    desk.page.flush()
    assert (desk.setup.role, desk.setup.question) == ("Principal engineer", "Design a search")


def test_undo_takes_back_one_field_at_a_time_and_shows_it(prepare: Prepare) -> None:
    desk = prepare()
    desk.write(desk.page.who.candidate, "Ada")
    desk.write(desk.page.who.role, "Engineer")
    desk.page.undo()
    assert (desk.setup.candidate, desk.setup.role) == ("Ada", "")
    assert desk.page.who.role.text() == ""
    assert desk.page.status.text() == "Undone: Role"
    desk.page.undo()
    assert desk.page.who.candidate.text() == ""
    desk.page.redo()
    desk.page.redo()
    assert (desk.page.who.candidate.text(), desk.setup.role) == ("Ada", "Engineer")


def test_the_undo_key_first_takes_back_typing_in_the_field_then_steps(prepare: Prepare) -> None:
    desk = prepare()
    desk.page.areas.rows["p3.a1"].click()
    desk.write(desk.page.who.candidate, "Ada")
    desk.press(Key.Key_Z, Mod.ControlModifier)
    assert desk.page.who.candidate.text() == ""
    assert len(desk.setup.areas) == 1
    desk.page.flush()
    desk.press(Key.Key_Z, Mod.ControlModifier)
    assert not desk.setup.areas


def test_saving_leaves_the_caret_where_it_is(prepare: Prepare, qtbot: QtBot) -> None:
    desk = prepare()
    field = desk.page.who.candidate
    desk.write(field, "Ada  ")
    field.setCursorPosition(1)
    desk.press(Key.Key_X)
    qtbot.waitUntil(lambda: desk.setup.candidate == "Axda")
    assert (field.text(), field.cursorPosition()) == ("Axda  ", 2)


def test_a_question_of_the_guide_is_chosen_by_keyboard(prepare: Prepare) -> None:
    desk = prepare()
    first, second = desk.stored.guide.banks[0].questions[:2]
    desk.page.question.list.setFocus()
    desk.press(Key.Key_Return)
    assert desk.setup.question == first.text
    desk.press(Key.Key_Down)
    assert desk.setup.question == first.text
    desk.press(Key.Key_Space)
    assert desk.setup.question == desk.page.question.field.text() == second.text
    heard = desk.page.question.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == f"{second.text}, chosen"


def test_ones_own_question_comes_back_by_undo(prepare: Prepare) -> None:
    desk = prepare()
    desk.write(desk.page.question.field, "How would you sort the world?")
    desk.page.flush()
    desk.page.question.list.setFocus()
    desk.press(Key.Key_Space)
    desk.page.undo()
    assert desk.page.question.field.text() == desk.setup.question == "How would you sort the world?"


def test_the_plan_tells_what_the_length_cuts(prepare: Prepare, qtbot: QtBot) -> None:
    desk = prepare()
    time = desk.page.time
    assert "45 min is 1 under the guide’s minimum: Deep Dive 14 of 15–20" in time.remarks.text()
    time.usual.segments[1].click()
    assert "under" not in time.remarks.text()
    assert "Deep Dive: 17 minutes, the guide says 15–20" in time.chart.text()
    qtbot.waitUntil(lambda: desk.setup.length_minutes == 50)


def test_any_length_can_be_typed_and_the_reserve_too(prepare: Prepare) -> None:
    desk = prepare()
    time = desk.page.time
    assert time.length.isHidden()  # 45 is said once
    time.other.click()
    assert time.length.hasFocus()
    desk.write(time.length, "75")
    assert time.usual.current() is None
    assert time.other.isHidden()
    desk.write(time.reserve, "8")
    desk.page.flush()
    assert (desk.setup.length_minutes, desk.setup.reserve_minutes) == (75, 8)
    desk.write(time.length, "60")
    assert time.usual.current() == 2
    assert time.length.isVisible()  # who writes goes on
    time.usual.segments[0].click()
    assert (time.length.isHidden(), time.length.value()) == (True, 45)


def test_minutes_out_of_bounds_are_not_taken(prepare: Prepare) -> None:
    desk = prepare()
    desk.page.time.other.click()
    desk.write(desk.page.time.length, "7")
    desk.page.flush()
    assert 15 <= desk.setup.length_minutes <= 180
    desk.write(desk.page.time.length, "999")
    desk.write(desk.page.time.reserve, "170")
    desk.page.flush()
    assert desk.setup.reserve_minutes <= desk.setup.length_minutes <= 180


def test_the_wheel_over_a_field_that_is_not_in_use_changes_nothing(prepare: Prepare) -> None:
    desk = prepare()
    desk.page.time.other.click()
    desk.page.time.reserve.setFocus()
    field = desk.page.time.length
    middle = QPointF(field.rect().center())
    turn = QWheelEvent(
        middle, field.mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Mod.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, turn)
    assert field.value() == 45


def test_two_or_three_areas_are_advised_and_none_is_refused(prepare: Prepare) -> None:
    desk = prepare()
    areas, advised = desk.page.areas, []
    for row in areas.rows.values():
        row.click()
        advised.append(areas._remark.isVisible())
    assert advised == [True, False, False, True]
    assert desk.setup.areas == tuple(areas.rows)


def test_the_checklist_is_ticked_and_taken_back(prepare: Prepare) -> None:
    desk = prepare()
    row = desk.page.side.rows["before.2"]
    row.setFocus()
    desk.press(Key.Key_Space)
    assert desk.stored.ticked("before.2")
    desk.page.undo()
    assert not row.isChecked()
    assert not desk.stored.ticked("before.2")


def test_a_time_is_understood_and_its_day_said(prepare: Prepare) -> None:
    desk = prepare()
    field = desk.page.who.when
    desk.write(field, "tomorrow 9:30")
    assert desk.page.who.day.text() == "Tuesday, tomorrow"
    desk.press(Key.Key_Return)
    assert field.text() == "2026-11-24 09:30"
    assert desk.setup.scheduled == "2026-11-24T09:30"


def test_an_unclear_time_says_how_to_write_it_and_keeps_the_one_before(prepare: Prepare) -> None:
    desk = prepare()
    desk.write(desk.page.who.when, "14:00")
    desk.page.flush()
    desk.write(desk.page.who.when, "after lunch")
    desk.page.flush()
    assert desk.page.who.day.text().startswith("Write 14:00")
    assert desk.setup.scheduled == "2026-11-23T14:00"
    assert desk.page.who.when.text() == "after lunch"


def test_one_key_saves_all_and_starts(prepare: Prepare, qtbot: QtBot) -> None:
    desk = prepare()
    desk.write(desk.page.who.candidate, "Ada")
    desk.write(desk.page.who.interviewer, "Grace Hopper")
    with qtbot.waitSignal(desk.page.go) as went:
        desk.press(Key.Key_Return, Mod.ControlModifier)
    assert went.args == [Page.LIVE]
    assert (desk.stored.status, desk.setup.candidate) == (Status.LIVE, "Ada")
    started = desk.stored.timeline.start
    assert started is not None
    assert started.wall_ms == desk.room.clock.now().wall_ms


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Grace\nHopper", id="two lines, as another program writes"),
        pytest.param("می\u200cخواهم", id="letters held apart"),
        pytest.param("x" * 300, id="longer than a setting"),
        pytest.param("\ue000", id="nothing to be read"),
    ],
)
def test_a_page_with_an_odd_name_can_be_left(prepare: Prepare, name: str) -> None:
    interview = prepared()
    setup = replace(interview.setup, interviewer=name)
    desk = prepare(Interview.of("odd", interview.guide, interview.created_ms, (setup,)))
    desk.page.flush()
    assert desk.room.desk.settings.get(INTERVIEWER) == ""


@pytest.mark.parametrize("own", ["", "Ada Lovelace"])
def test_ones_own_name_is_changed_by_the_settings_alone(prepare: Prepare, own: str) -> None:
    desk = prepare()
    desk.room.desk.settings.set(INTERVIEWER, own)
    desk.write(desk.page.who.interviewer, "Grace Hopper")
    desk.page.flush()
    row = create_interview(desk.room.desk)

    assert desk.setup.interviewer == "Grace Hopper"
    assert desk.room.desk.settings.get(INTERVIEWER) == own
    assert desk.room.desk.store.load(row).setup.interviewer == own


def test_what_the_disk_refuses_stays_and_is_saved_when_it_can(
    prepare: Prepare, qtbot: QtBot
) -> None:
    desk = prepare()
    desk.break_disk()
    desk.write(desk.page.who.candidate, "Ada")
    qtbot.waitUntil(lambda: bool(desk.page.banner.text()))
    desk.press(Key.Key_Return, Mod.ControlModifier)
    assert desk.page.who.candidate.text() == "Ada"
    assert desk.stored.status is Status.PREPARED
    desk.mend_disk()
    desk.page.flush()
    assert desk.setup.candidate == "Ada"
    assert desk.page.banner.text() == ""


def test_a_running_interview_is_gone_back_to_not_started_again(
    prepare: Prepare, qtbot: QtBot
) -> None:
    desk = prepare()
    desk.page.start()
    assert desk.page.begin.accessibleName() == "Back to the interview"
    events = desk.stored.clock_events
    with qtbot.waitSignal(desk.page.go):
        desk.page.start()
    assert desk.stored.clock_events == events


def test_a_finished_interview_is_only_read(prepare: Prepare, qtbot: QtBot) -> None:
    played = scored()
    played.do(scoring.lock(played.interview, played.clock.now()))
    desk = prepare(played.interview)
    assert not desk.page.who.candidate.isEnabled()
    assert desk.page.begin.isHidden()
    with qtbot.assertNotEmitted(desk.page.go):
        desk.page.start()
        desk.page.flush()


def test_tab_goes_through_the_page_as_one_reads_it(prepare: Prepare) -> None:
    desk = prepare()
    page = desk.page
    order = [
        page.who.candidate, page.who.role, page.who.interviewer, page.who.when,
        page.question.field.edit, page.question.list, page.question.add,
        page.time.usual.segments[0], page.time.other, page.time.reserve,
        *page.areas.rows.values(), page.own.field, page.own.phase, page.own.dimension,
        page.before.field.edit,
        page.side.read_guide, page.side.change, page.resume.choose_button,
        *page.side.rows.values(),
    ]  # fmt: skip
    reached: list[QWidget | None] = []
    for _ in order:
        reached.append(QApplication.focusWidget())
        desk.press(Key.Key_Tab)
    assert reached == order


def test_all_that_takes_the_keyboard_has_a_name(prepare: Prepare) -> None:
    page = prepare().page
    takers = [
        each
        for each in page.findChildren(QWidget)
        if each.isVisibleTo(page) and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(takers) > 20
    assert [each for each in takers if not each.accessibleName()] == []


def test_a_guide_with_little_in_it_is_enough(prepare: Prepare) -> None:
    desk = prepare(prepared())
    desk.page.undo()
    assert not desk.page.areas._remark.isVisible()
    assert desk.page.question.field.text() == "Design a feed"


@pytest.mark.parametrize("width", [1280, 1024, 700, 360])
def test_long_texts_fit_any_window(prepare: Prepare, qtbot: QtBot, width: int) -> None:
    desk = prepare()
    page = desk.page
    for field in (page.who.candidate, page.who.role, page.question.field.edit):
        desk.write(field, LONG_TEXT)
    page.resize(width, 640)
    assert page.width() == width
    parts = (page.who, page.time, page.areas, page.side)

    def inside() -> bool:
        return all(part.mapTo(page, part.rect().topRight()).x() < width for part in parts)

    qtbot.waitUntil(inside)
    page.grab()

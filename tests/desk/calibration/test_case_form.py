"""A new case from the form: what is missing is told, and what is made is there to be rated."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_desk.desk.calibration.case_form import CaseForm
from interview_desk.desk.navigation import Page
from interview_desk.desk.panels.page import PanelsPage
from interview_desk.desk.settings import INTERVIEWER
from interview_desk.panel.case import MaterialKind, OpenCase
from tests.helpers.rooms import Room

Key = Qt.Key


def form(qtbot: QtBot, room: Room) -> CaseForm:
    page = PanelsPage(room.desk)
    qtbot.addWidget(page)
    page.resize(1000, 760)
    page.show()
    page.write_case()
    assert page.form is not None
    return page.form


def made(qtbot: QtBot, view: CaseForm) -> OpenCase:
    with qtbot.waitSignal(view.made) as asked:
        view.make()
    (case,) = asked.args
    assert isinstance(case, OpenCase)
    return case


def test_what_is_missing_is_told_in_its_place(qtbot: QtBot, room: Room) -> None:
    view = form(qtbot, room)
    QTest.mouseClick(view.make_button, Qt.MouseButton.LeftButton)
    assert "it has no title" in view.told.text()
    QTest.keyClicks(view.title, "A bed, twice")
    view.make()
    assert "nothing in it to rate" in view.told.text()
    view.text.set_text("I would ask first.")
    view.due.setText("Friday")
    view.make()
    assert "Write the day as" in view.told.text()
    for row in view.dimensions:
        row.setChecked(False)
    view.due.clear()
    view.make()
    assert "asks for no dimension" in view.told.text()


def test_a_text_is_to_be_rated_by_the_dimensions_that_are_ticked(qtbot: QtBot, room: Room) -> None:
    room.desk.settings.set(INTERVIEWER, "L. Kask")
    view = form(qtbot, room)
    view.title.setText("A bed, twice")
    view.text.set_text("I would ask first.")
    view.permission.setText("invented")
    view.due.setText("2026-12-04")
    QTest.mouseClick(view.dimensions[0], Qt.MouseButton.LeftButton)
    case = made(qtbot, view).case
    assert 1 not in case.dimensions
    assert 2 in case.dimensions
    assert (case.leader, case.due, case.material.text) == (
        "L. Kask", "2026-12-04", "I would ask first.",
    )  # fmt: skip


@pytest.mark.parametrize(("end", "told"), [("13", "no time such as"), ("0:10", "make no sense")])
def test_a_recording_says_where_it_is_and_what_of_it_to_play(
    qtbot: QtBot, room: Room, end: str, told: str
) -> None:
    view = form(qtbot, room)
    view.title.setText("A talk")
    view.kind.chosen.emit(1)
    view.kind.set_current(1)
    view.place.setText("//srv/a.mp4")
    view.start.setText("1:30")
    view.end.setText(end)
    view.make()
    assert told in view.told.text()
    view.end.setText("13:00")
    material = made(qtbot, view).case.material
    assert (material.kind, material.from_s, material.to_s) == (MaterialKind.RECORDING, 90, 780)
    assert not view.text.isVisible()


def test_what_was_written_is_still_there_after_cancel_and_gone_once_it_is_made(
    qtbot: QtBot, room: Room
) -> None:
    page = PanelsPage(room.desk)
    qtbot.addWidget(page)
    page.show()
    page.write_case()
    assert page.form is not None
    page.form.title.setText("A bed, twice")
    QTest.mouseClick(page.form.leave_button, Qt.MouseButton.LeftButton)
    assert page.empty.isVisible()
    page.write_case()
    assert page.form.title.text() == "A bed, twice"
    page.form.text.set_text("I would ask first.")
    with qtbot.waitSignal(page.go) as asked:
        QTest.mouseClick(page.form.make_button, Qt.MouseButton.LeftButton)
    assert asked.args[0].page is Page.CASE
    assert page.form is None

"""The report page on a scored interview, with its PDF on show."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from interview_desk.desk.report.page import ReportPage
from interview_desk.desk.session import Session
from tests.helpers.report_pages import Desktop, wait_for_pdf
from tests.helpers.rooms import Room
from tests.helpers.samples import scored


@pytest.fixture
def session(room: Room) -> Session:
    return room.session(scored().interview)


@pytest.fixture
def page(qtbot: QtBot, room: Room, session: Session) -> ReportPage:
    """The page with its PDF on show."""
    shown = ReportPage(room.desk, session)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.setFocus()
    wait_for_pdf(qtbot, shown)
    return shown


@pytest.fixture
def desktop(qtbot: QtBot) -> Iterator[Desktop]:
    """A desktop that keeps what it was asked to open; its clipboard is empty afterwards."""
    desktop = Desktop()
    yield desktop
    desktop.close()
    QGuiApplication.clipboard().clear()

"""A library at which one can press keys."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from interview_desk.desk.library.page import LibraryPage
from tests.helpers.rooms import Room


@pytest.fixture
def open_library(room: Room, qtbot: QtBot) -> Callable[[], LibraryPage]:
    """Opens the library of what is in the room's store by then, with the keyboard in it."""

    # qtbot refers to a page weakly: one that only a test that has ended knew could be collected
    # as garbage in the middle of being painted.
    opened: list[LibraryPage] = []

    def _open() -> LibraryPage:
        page = LibraryPage(room.desk)
        opened.append(page)
        qtbot.addWidget(page)
        page.resize(1280, 800)
        with qtbot.waitActive(page):
            page.show()
        page.setFocus()
        return page

    return _open

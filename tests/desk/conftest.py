"""What tests of the window take."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from interview_desk.desk.window import MainWindow
from tests.helpers.faces import Face
from tests.helpers.rooms import Room, make_room


@pytest.fixture
def face(request: pytest.FixtureRequest) -> Face:
    """What the window sets its text in; a test may name others (indirect parameters)."""
    return getattr(request, "param", Face.MACHINE)


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path, face: Face) -> Iterator[Room]:
    """A desk on a store in the test's folder, at 10:00 UTC."""
    made = make_room(tmp_path / "data", font=face.font())
    made.desk.theme.apply(qapp)
    yield made
    made.desk.erasures.finish()
    made.desk.store.close()


@pytest.fixture
def window(room: Room, qtbot: QtBot) -> MainWindow:
    """The window on that desk, at the library."""
    made = MainWindow(room.desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made

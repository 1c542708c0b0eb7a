"""A prepare page at which one can type."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.prepare.page import PreparePage
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Setup
from tests.helpers.rooms import Room
from tests.helpers.samples import prepared, shipped_guide

Mod = Qt.KeyboardModifier


class Preparing:
    """The page of one interview, shown and active, and what is on disk of it."""

    def __init__(self, room: Room, interview: Interview, qtbot: QtBot) -> None:
        self.room = room
        self.session = room.session(interview)
        self.page = PreparePage(room.desk, self.session)
        qtbot.addWidget(self.page)
        self.page.resize(1280, 800)
        with qtbot.waitActive(self.page):
            self.page.show()
        self.page.setFocus()

    @property
    def stored(self) -> Interview:
        """The interview as another program would find it on the disk."""
        return self.room.again(self.session).interview

    @property
    def setup(self) -> Setup:
        """The set-up on the disk."""
        return self.stored.setup

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        """One key where the focus is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)

    def write(self, field: QWidget, text: str) -> None:
        """Go to a field and type in place of what is in it."""
        field.setFocus()
        self.press(Qt.Key.Key_A, Mod.ControlModifier)
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)

    def break_disk(self) -> None:
        """Let every write fail from now on."""
        self.room.desk.store._conn.execute("PRAGMA query_only = 1")

    def mend_disk(self) -> None:
        """Let writes succeed again."""
        self.room.desk.store._conn.execute("PRAGMA query_only = 0")


@pytest.fixture
def prepare(room: Room, qtbot: QtBot) -> Callable[..., Preparing]:
    """Opens the page of an interview, by default a new one with the shipped guide."""
    # Held until it is closed: Python would take a page that nobody holds from under its painting.
    opened: list[Preparing] = []

    def _prepare(interview: Interview | None = None) -> Preparing:
        if interview is None:
            made = prepared(shipped_guide())
            interview = Interview.of(made.uid, made.guide, made.created_ms, (Setup(),))
        opened.append(Preparing(room, replace(interview), qtbot))
        return opened[-1]

    return _prepare

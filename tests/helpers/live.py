"""Sitting at the live page: real keys, real clicks, and a clock moved by hand."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.live.page import LivePage
from interview_desk.desk.live.prompts.indicator_rows import IndicatorRow
from interview_desk.desk.session import Session
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_text import Draft
from interview_desk.interview.records import Note
from tests.helpers.rooms import Room
from tests.helpers.samples import prepared

Key, Mod = Qt.Key, Qt.KeyboardModifier


def twenty_minutes() -> Interview:
    """The small interview at its shortest: 5 minutes for the opening, 15 for the rest."""
    interview = prepared()
    setup = replace(interview.setup, length_minutes=20)
    return Interview.of(interview.uid, interview.guide, interview.created_ms, (setup,))


class LiveDesk:
    """The page of one session, shown and active, with the focus in the note field."""

    def __init__(self, room: Room, session: Session, qtbot: QtBot) -> None:
        self.room = room
        self.session = session
        self.qtbot = qtbot
        self.page = LivePage(room.desk, session)
        qtbot.addWidget(self.page)
        self.page.resize(1280, 800)
        self.page.show()
        qtbot.waitActive(self.page)
        self.page.setFocus()
        qtbot.waitUntil(self.page.field.edit.hasFocus)

    @property
    def interview(self) -> Interview:
        """What is on disk, read anew."""
        return self.room.desk.store.load(self.session.row)

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes on disk, by stamp."""
        return self.interview.notes

    @property
    def draft(self) -> Draft | None:
        """The draft on disk."""
        return self.room.desk.store.load_draft(self.session.row)

    @property
    def text(self) -> str:
        """What stands in the note field."""
        return self.page.field.text()

    @property
    def said(self) -> str:
        """The quiet line at the bottom."""
        return self.page.evidence.said()

    @property
    def asked(self) -> str:
        """The line above the note field; empty if there is none."""
        return "" if self.page.strip.isHidden() else self.page.strip.text()

    def answer(self, word: str) -> None:
        """Answer that line by its keys."""
        self.press(Key.Key_J, Mod.ControlModifier)
        number = self.page.strip.answers().index(word)
        self.press(Key(Key.Key_1 + number))

    @property
    def stamp(self) -> str:
        """What the field says about its stamp."""
        return self.page.field.stamp.text()

    def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        QTest.keyClicks(self._focus(), text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        """Press one key where the focus is."""
        QTest.keyClick(self._focus(), key, modifier)

    def note(self, text: str) -> None:
        """Type a note and save it."""
        self.type(text)
        self.press(Key.Key_Return)

    def wait(self, seconds: float) -> None:
        """Let time pass and the page look at the clock, as its timer would have it do."""
        self.room.clock.advance(seconds)
        self.page.ticker.tick()

    def run(self, seconds: int) -> None:
        """Let so many seconds pass, the page awake all the while."""
        for _ in range(seconds):
            self.wait(1)

    def row(self, key: str) -> IndicatorRow:
        """The row of an indicator."""
        rows = self.page.findChildren(IndicatorRow)
        return next(row for row in rows if row.key == key)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click in the middle of a widget, or at a point of it."""
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, Mod.NoModifier, at or widget.rect().center()
        )

    def break_disk(self) -> None:
        """Let every write fail from now on."""
        self.room.desk.store._conn.execute("PRAGMA query_only = 1")

    def mend_disk(self) -> None:
        """Let writes succeed again."""
        self.room.desk.store._conn.execute("PRAGMA query_only = 0")

    def leave(self) -> None:
        """The page closed, as when the window shows another one."""
        self.page.ticker.stop()
        self.page.close()

    def _focus(self) -> QWidget:
        widget = self.page.focusWidget()
        assert widget is not None
        return widget

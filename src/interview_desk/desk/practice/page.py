"""Practice: the live page with a made-up candidate, on records of its own that nobody counts."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Slot

from interview_desk.desk.context import Desk
from interview_desk.desk.live.page import LivePage
from interview_desk.desk.navigation import Page
from interview_desk.desk.practice.coach import Coach
from interview_desk.desk.practice.script import Talk, read_talk, tried
from interview_desk.desk.session import Session
from interview_desk.errors import UserError
from interview_desk.guide.parse.reader import read_guide
from interview_desk.interview.actions.running import start
from interview_desk.interview.change import Change
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Setup
from interview_desk.interview.status import Status
from interview_desk.paths import data_directory, store_file
from interview_desk.resources import resource
from interview_desk.store.store import Store

_GUIDE = "principal-ml-system-design.md"
_ONLY_LIVE = "Practice has this page only. Leave it to prepare an interview of your own."


class PracticeRecords:
    """A store in a folder of its own, gone when it is closed. Raises UserError."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="interview-desk-practice-")
        self.store = Store.open(store_file(data_directory(Path(self._folder.name))))
        self.are_there = True

    def close(self) -> None:
        """Let go of the records, and of the folder; once is enough."""
        if self.are_there:
            self.are_there = False
            self.store.close()
            self._folder.cleanup()


class PracticePage(LivePage):
    """Emits ``leave`` when it is over; no other page of the interview can be reached."""

    def __init__(self, desk: Desk, records: PracticeRecords, talk: Talk) -> None:
        """``desk`` is the user's own; what is recorded goes to ``records`` alone."""
        session = _started(desk, records.store, talk)
        super().__init__(desk._replace(store=records.store), session)
        session.setParent(self)
        self._records = records
        self._talk = talk
        self._undone = False
        self.coach = Coach(desk.theme, desk.keymap, talk.candidate)
        self.body.insertWidget(0, self.coach)
        self.coach.leave_button.clicked.connect(self.leave)
        self.ticker.ticked.connect(self._listen)
        self.go.connect(self._stay)
        self._listen()

    def subject(self) -> str:
        return "Practice: nothing of it is kept"

    def show_change(self, change: Change) -> None:
        super().show_change(change)
        self._tick_things()

    @Slot()
    def undo(self) -> None:
        super().undo()
        self._undone = self._undone or bool(self.session.journal.undone)
        self._tick_things()

    def put_away(self) -> None:
        """It is over: there is nothing to come back to."""
        super().put_away()
        self.ticker.stop()
        self._records.close()

    def _tick_things(self) -> None:
        self.coach.tick(tried(self.interview, undone=self._undone))

    @Slot()
    def _listen(self) -> None:
        elapsed = self.interview.timeline.elapsed(self.session.now())
        self.coach.say(self._talk.said_at(elapsed))

    @Slot(Page)
    def _stay(self, _page: Page) -> None:
        if self.interview.status is Status.LIVE:
            self.tell(_ONLY_LIVE)
        else:
            self.leave.emit()


def make_practice(desk: Desk) -> PracticePage:
    """A practice that has begun. Raises UserError where no records can be made for it."""
    talk, records = read_talk(resource("sample", "practice.toml")), PracticeRecords()
    try:
        return PracticePage(desk, records, talk)
    except UserError:
        records.close()
        raise


def _started(desk: Desk, store: Store, talk: Talk) -> Session:
    guide = read_guide(resource("guides", _GUIDE).read_text(encoding="utf-8"))
    setup = Setup(candidate=talk.candidate, role=talk.role, question=talk.question)
    made = Interview.of(desk.new_uid(), guide, desk.clock.now().wall_ms, (setup,))
    session = Session(store, desk.clock, store.create(made))
    session.do(start(session.interview, session.now()))
    return session

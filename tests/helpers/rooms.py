"""A desk to test pages on: real store in a folder of the test's own, a clock moved by hand."""

from dataclasses import dataclass
from datetime import UTC
from itertools import count
from pathlib import Path

from PySide6.QtGui import QFont

from interview_desk.desk.background.erasure_jobs import ErasureJobs
from interview_desk.desk.background.jobs import Jobs
from interview_desk.desk.context import Desk
from interview_desk.desk.session import Session
from interview_desk.desk.settings import Settings
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.theme import Scheme, Theme
from interview_desk.interview.interview import Interview
from interview_desk.paths import data_directory, store_file
from interview_desk.store.guides import GuideFiles
from interview_desk.store.store import Store
from tests.helpers.clock import HandClock
from tests.helpers.samples import prepared


@dataclass
class Room:
    """The desk, its clock and its folder, and a way to open interviews on it."""

    desk: Desk
    clock: HandClock
    folder: Path
    logged: list[str]

    def session(self, interview: Interview | None = None) -> Session:
        """A session on an interview that is stored first."""
        row = self.desk.store.create(interview or prepared())
        return Session(self.desk.store, self.clock, row, self.desk.theme)

    def again(self, session: Session) -> Session:
        """The same interview as a program started anew would find it."""
        return Session(self.desk.store, self.clock, session.row, self.desk.theme)


def make_room(folder: Path, scheme: Scheme = Scheme.LIGHT, font: QFont | None = None) -> Room:
    """A desk with an empty store. An application must be there; close the store at the end.

    ``font`` is what text is set in, the machine's own if None.
    """
    store = Store.open(store_file(data_directory(folder)))
    theme, clock, numbers = Theme(scheme, font=font), HandClock(), count(1)
    logged: list[str] = []
    jobs = Jobs(theme)
    desk = Desk(
        store=store,
        clock=clock,
        theme=theme,
        keymap=Keymap(parent=theme),
        settings=Settings(store, logged.append, theme),
        guides=GuideFiles.beside(folder),
        new_uid=lambda: f"uid-{next(numbers)}",
        documents=folder,
        jobs=jobs,
        erasures=ErasureJobs(store, jobs, theme),
        zone=UTC,
    )
    return Room(desk, clock, folder, logged)

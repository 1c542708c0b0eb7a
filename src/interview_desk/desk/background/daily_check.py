"""Looking after the records in the background: soon after the start, and on each day after."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from interview_desk.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from interview_desk.desk.background.jobs import Jobs
    from interview_desk.store.backups.integrity import Inspection

_AFTER_MS = 4_000


class DailyCheck(QObject):
    """Checks the file and makes the day's backup, apart from the window's thread.

    ``damaged`` tells that the file is damaged, ``failed`` carries why there is no backup.
    """

    damaged = Signal()
    failed = Signal(str)

    def __init__(self, store: Path, today: Callable[[], date], jobs: Jobs, parent: QObject) -> None:
        """``today`` tells the interviewer's date."""
        super().__init__(parent)
        self._store = store
        self._today = today
        self._jobs = jobs
        self._day: date | None = None

    def begin_soon(self) -> None:
        """Begin to look when the start is over."""
        QTimer.singleShot(_AFTER_MS, self, self.begin)

    @Slot()
    def begin(self) -> None:
        """Begin to look, if that has not begun today."""
        today = self._today()
        if self._day != today:
            self._day = today
            self._jobs.run(partial(_look, self._store, today), self._looked, self._not_looked)

    @Slot()
    def come_back(self) -> None:
        """The window is turned to again: one that stays open for days is looked after, too."""
        if self._day is not None:
            self.begin()

    def _looked(self, inspection: Inspection) -> None:
        if inspection.faults:
            self.damaged.emit()

    def _not_looked(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.failed.emit(f"Today’s backup could not be made. {error}")


def _look(store: Path, today: date) -> Inspection:
    # Imported here, in the thread, so that the window need not wait for it.
    from interview_desk.store.backups.integrity import inspect_store

    return inspect_store(store, today)

"""Looking after the records in the background, once, soon after the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from interview_desk.errors import UserError

if TYPE_CHECKING:
    from concurrent.futures import Future
    from datetime import date
    from pathlib import Path
    from typing import Any

    from interview_desk.desk.chores import Chores

_AFTER_MS = 4_000


class Watchman(QObject):
    """Checks the file and makes the day's backup, apart from the window's thread.

    ``damaged`` tells that the file is damaged, ``failed`` carries why there is no backup.
    """

    damaged = Signal()
    failed = Signal(str)

    def __init__(self, store: Path, today: date, chores: Chores, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._today = today
        self._chores = chores
        self._looking: Future[Any] | None = None

    def begin_soon(self) -> None:
        """Begin to look when the start is over."""
        QTimer.singleShot(_AFTER_MS, self, self.begin)

    @Slot()
    def begin(self) -> None:
        """Begin to look, if that has not begun yet."""
        if self._looking is None:
            self._looking = self._chores.send(self._look)

    def _look(self) -> None:
        # Imported here, in the thread, so that the window need not wait for it.
        from interview_desk.store.health import look_after

        try:
            looked = look_after(self._store, self._today)
        except UserError as error:
            self.failed.emit(f"Today’s backup could not be made. {error}")
            return
        if looked.faults:
            self.damaged.emit()

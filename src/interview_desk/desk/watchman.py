"""Looking after the records in the background, once, soon after the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from interview_desk.errors import UserError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from threading import Thread

_AFTER_MS = 4_000


class Watchman(QObject):
    """Checks the file and makes the day's backup, in a thread of its own.

    ``damaged`` carries what is wrong in the system's words, ``failed`` why there is no backup.
    """

    damaged = Signal(str)
    failed = Signal(str)

    def __init__(self, store: Path, today: date, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._today = today
        self._thread: Thread | None = None

    def begin_soon(self) -> None:
        """Begin to look when the start is over."""
        QTimer.singleShot(_AFTER_MS, self, self.begin)

    @Slot()
    def begin(self) -> None:
        """Begin to look, if that has not begun yet."""
        from threading import Thread

        if self._thread is None:
            self._thread = Thread(target=self._look, name="watchman", daemon=True)
            self._thread.start()

    def finish(self) -> None:
        """Wait until what has begun is done: the records are about to be closed."""
        if self._thread is not None:
            self._thread.join()

    def _look(self) -> None:
        # Imported here, in the thread, so that the window need not wait for it.
        from interview_desk.store.health import look_after

        try:
            looked = look_after(self._store, self._today)
        except UserError as error:
            self.failed.emit(f"Today’s backup could not be made. {error}")
            return
        if looked.faults:
            self.damaged.emit(looked.faults[0])

"""Long work on the records: one piece after another, in a thread apart from the window's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from interview_desk.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from interview_desk.desk.background.jobs import Worker


class JobQueue(QObject):
    """The queue that the check of the file, backups and erasing share: never two at a time.

    A backup that is made while an interview is erased could keep it. ``arrived`` carries the
    Future of work that came to an end, in the window's thread. What went wrong is for whoever
    sent the work; what is no error of the user's world is raised here, as a bug.
    """

    arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: Worker | None = None

    def send(self, work: Callable[[], object]) -> Future[Any]:
        """Begin the work as soon as what was sent before is done."""
        if self._worker is None:
            # Threads are loaded with the first work: the window is on the screen sooner.
            from interview_desk.desk.background.jobs import Worker

            self._worker = Worker(self)
            self._worker.arrived.connect(self._hear)
        return self._worker.send(work)

    def finish(self) -> None:
        """Wait until all that was sent is done; nothing can be sent after it."""
        if self._worker is not None:
            self._worker.finish()

    @Slot(object)
    def _hear(self, work: Future[Any]) -> None:
        self.arrived.emit(work)
        error = None if work.cancelled() else work.exception()
        if error is not None and not isinstance(error, UserError):
            raise error

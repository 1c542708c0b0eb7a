"""Work done apart from the window's thread, so that the window never waits for it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_LOOK_MS = 10


class Worker(QObject):
    """Does one piece of work after another in a thread of its own.

    ``arrived`` carries the Future of work that came to an end, in the window's thread; its
    ``result()`` gives what the work gave, or raises what it raised. When the page goes, work
    that has not begun is cancelled and what is under way is heard of no more.
    """

    arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="worker")
        self._under_way: list[Future[Any]] = []
        # The thread says nothing itself. A signal from it may wait for Qt's lock while it holds
        # Python's, and the window, with a page that goes, the other way round: both for ever.
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.destroyed.connect(partial(_shut, self._pool))

    def send(self, work: Callable[[], object]) -> "Future[Any]":
        """Begin the work as soon as what was sent before is done."""
        future = self._pool.submit(work)
        self._under_way.append(future)
        self._timer.start()
        return future

    def finish(self) -> None:
        """Wait until all that was sent is done; it is not told of any more."""
        self._pool.shutdown(wait=True)
        self._timer.stop()

    @Slot()
    def _look(self) -> None:
        """Tell of what is done, in the order in which it was sent."""
        while self._under_way and self._under_way[0].done():
            self.arrived.emit(self._under_way.pop(0))
        if not self._under_way:
            self._timer.stop()


def _shut(pool: ThreadPoolExecutor, *_destroyed: object) -> None:
    pool.shutdown(wait=False, cancel_futures=True)

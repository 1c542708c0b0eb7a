"""Work done apart from the window's thread, so that the window never waits for it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal


class _Courier(QObject):
    """Carries the news between the threads; kept alive by the work, even after its page."""

    arrived = Signal(object)


class Errands(QObject):
    """Does one piece of work after another in a thread of its own.

    ``arrived`` carries the Future of work that came to an end, in the window's thread; its
    ``result()`` gives what the work gave, or raises what it raised. When the page goes, work
    that has not begun is cancelled and what is under way is heard of no more.
    """

    arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="report")
        self._courier = _Courier()
        # Queued: work may be done before whoever sent it holds its Future.
        self._courier.arrived.connect(self.arrived, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(partial(_shut, self._pool))

    def send(self, work: Callable[[], object]) -> "Future[Any]":
        """Begin the work as soon as what was sent before is done."""
        future = self._pool.submit(work)
        future.add_done_callback(partial(_tell, self._courier))
        return future

    def finish(self) -> None:
        """Wait until all that was sent is done; nothing can be sent after it."""
        self._pool.shutdown(wait=True)


def _tell(courier: _Courier, future: "Future[Any]") -> None:
    courier.arrived.emit(future)


def _shut(pool: ThreadPoolExecutor, *_destroyed: object) -> None:
    pool.shutdown(wait=False, cancel_futures=True)

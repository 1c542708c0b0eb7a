"""Work done apart from the window's thread, so that the window never waits for it."""

from __future__ import annotations

import gc
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer, Slot
from shiboken6 import isValid

from interview_desk.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor

_LOOK_MS = 10
Result = TypeVar("Result")


class _Job(NamedTuple):
    future: Future[Any]
    then: Callable[[Any], object]
    failed: Callable[[BaseException], object] | None


class Jobs(QObject):
    """Does one piece of work after another in a thread of its own; the answer goes to who asked.

    When it goes, with the page that it belongs to, work that has not begun is cancelled and
    what is under way is heard of no more.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._under_way: list[_Job] = []
        # The thread says nothing itself. A signal from it may wait for Qt's lock while it holds
        # Python's, and the window, with a page that goes, the other way round: both for ever.
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def run(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], object],
        failed: Callable[[BaseException], object] | None = None,
    ) -> Future[Result]:
        """Begin the work as soon as what was asked for before is done.

        In the window's thread ``then`` is called with what the work gave, or ``failed`` with
        what it raised; what is no `UserError` is a bug, and raised there as well. Nobody is
        told of work that was given up, and no method of an object that is gone is called.
        """
        if self._pool is None:
            # Threads are loaded with the first work: the window is on the screen sooner.
            from concurrent.futures import ThreadPoolExecutor

            from interview_desk.desk.background.garbage import collect_here

            if gc.isenabled():
                collect_here()
            self._pool = ThreadPoolExecutor(1, thread_name_prefix="jobs")
            self.destroyed.connect(partial(_shut, self._pool))
        future = self._pool.submit(work)
        self._under_way.append(_Job(future, then, failed))
        self._timer.start()
        return future

    def finish(self) -> None:
        """Wait until all that was asked for is done; nobody is told of it any more."""
        if self._pool is not None:
            self._pool.shutdown(wait=True)
        self._timer.stop()

    @Slot()
    def _look(self) -> None:
        """Tell of what is done, in the order in which it was asked for."""
        # Who is told may close the page, and this with it.
        while isValid(self) and self._under_way and self._under_way[0].future.done():
            job = self._under_way.pop(0)
            if not self._under_way:
                self._timer.stop()
            _tell(job)


def _tell(job: _Job) -> None:
    if job.future.cancelled():
        return
    error = job.future.exception()
    if error is None:
        if not _is_gone(job.then):
            job.then(job.future.result())
    elif not _was_given_up(error):
        if job.failed is not None and not _is_gone(job.failed):
            job.failed(error)
        if job.failed is None or not isinstance(error, UserError):
            raise error


def _was_given_up(error: BaseException) -> bool:
    from interview_desk.report.cancellation import CancelledError

    return isinstance(error, CancelledError)


def _is_gone(call: Callable[..., object]) -> bool:
    """Whether it is a method of something of Qt's that was deleted meanwhile."""
    while isinstance(call, partial):
        call = call.func
    owner = getattr(call, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)


def _shut(pool: ThreadPoolExecutor, *_destroyed: object) -> None:
    pool.shutdown(wait=False, cancel_futures=True)

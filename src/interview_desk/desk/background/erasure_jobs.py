"""Erasing interviews, and the names in them, while the window goes on."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from interview_desk.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future

    from interview_desk.desk.background.jobs import Jobs
    from interview_desk.store.privacy.erase_everywhere import CleanedCopies, Compaction
    from interview_desk.store.privacy.erasure import ErasureKind
    from interview_desk.store.privacy.erasure_requests import ErasureRequest
    from interview_desk.store.store import Store

_START_MS = 4_000
_AGAIN_MS = 5_000
_DOING = {"erase": "Being erased…", "anonymise": "Anonymising…"}
_ERASED = "The interview is erased."
_NOT_DONE = {"erase": "The interview was not erased.", "anonymise": "The name was not taken out."}
_LATER = " The last traces in the file are written over once no interview is open."
_NOT_COMPACTED = (
    "What was erased is gone from the records, but its last traces in the file could not be "
    "written over. That is tried again at the next start."
)


class ErasureJobs(QObject):
    """Does what is wanted of interviews, one after another.

    What is wanted is on disk before it begins, so that a start after a crash goes on with it.
    ``changed`` when one more is being dealt with, or one less; ``told`` and ``failed`` carry a
    line for the banner. ``nearly_named`` carries such a line, the number of the interview, and
    the `NearPlace`s in it.
    """

    changed = Signal()
    told = Signal(str)
    nearly_named = Signal(str, int, object)
    failed = Signal(str)

    def __init__(self, store: Store, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._jobs = jobs
        self._quiet = True
        self._unreadable = ""
        self._rows: dict[int, ErasureRequest] = {}
        self._waiting: list[ErasureRequest] = []
        # Words to take out with a name: they are nowhere written down.
        self._also: dict[ErasureRequest, Sequence[str]] = {}
        # What was handed to the jobs, in that order.
        self._begun: list[tuple[ErasureRequest, Future[Any]]] = []
        # Gone, but for traces in the free room of the file.
        self._gone: list[ErasureRequest] = []
        self._compaction: Compaction | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._go_on)
        store.when_locked(self.make_way)

    # What is wanted

    def word(self, row: int) -> str:
        """What is being done to the interview with that number, in words; mostly nothing."""
        request = self._rows.get(row)
        return _DOING[request.kind] if request else ""

    def check(self, row: int) -> None:
        """Raises UserError if the interview must not be opened now."""
        if row in self._rows:
            raise UserError(f"{self.word(row)} It cannot be opened meanwhile.")

    def request(self, row: int, kind: ErasureKind, also: Sequence[str] = ()) -> None:
        """Erase the interview, or take the name and other words out of it.

        Raises UserError if it is held.
        """
        request = self._store.privacy.request(row, kind)
        self._rows[row] = request
        self._also[request] = tuple(also)
        self._waiting.append(request)
        self._go_on()
        self.changed.emit()

    def take_up(self) -> None:
        """Go on, soon, with what the last run of the program did not come to the end of."""
        path = self._store.path
        # Looked for by name first: reading it brings much that a start does without.
        if not any(path.parent.glob(f"{path.name}-wanted-*")):
            return
        from interview_desk.store.privacy.erasure_requests import open_requests, unreadable

        self._unreadable = unreadable(path)
        for request in open_requests(path):
            self._waiting.append(request)
            row = self._store.find(request.uid)
            if row is not None:
                self._rows[row] = request
        self._again.start(_START_MS)
        self.changed.emit()

    # When it may be done

    def interview_opened(self) -> None:
        """From now on nothing holds the file for longer than a moment."""
        self._quiet = False
        self.make_way()

    def interview_left(self) -> None:
        """What takes longer may go on."""
        self._quiet = True
        if self._gone:
            self._again.start(0)

    def make_way(self) -> bool:
        """Stop what holds the file locked; False if that is nothing of ours."""
        if self._compaction is None:
            return False
        self._compaction.give_way()
        return True

    def finish(self) -> None:
        """Come to the end with everything: the records are about to be closed."""
        self._again.stop()
        if self._waiting:
            self._go_on()
        self._jobs.finish()
        for request, job in self._begun:
            if job.done() and job.exception() is None:
                self._gone.append(request)
        self._begun.clear()
        self._compaction = None
        if self._gone:
            from interview_desk.store.privacy.erase_everywhere import Compaction

            # What cannot be done now is done at the next start.
            with suppress(UserError):
                if Compaction(self._store.path).run():
                    self._remove_requests()

    @Slot()
    def _go_on(self) -> None:
        from interview_desk.store.privacy.erase_everywhere import Compaction, erase_everywhere

        path = self._store.path
        if self._unreadable:
            # Told now that the window is there to show it.
            self.failed.emit(self._unreadable)
            self._unreadable = ""
        for request in self._waiting:
            work = partial(erase_everywhere, path, request, self._also.get(request, ()))
            then, failed = partial(self._erased, request), partial(self._not_erased, request)
            self._begun.append((request, self._jobs.run(work, then, failed)))
        self._waiting = []
        if self._gone and self._quiet and self._compaction is None:
            self._compaction = Compaction(path)
            self._jobs.run(self._compaction.run, self._compacted, self._not_compacted)

    # What became of it

    def _erased(self, request: ErasureRequest, cleaned: CleanedCopies) -> None:
        row, also = self._end(request)
        self._gone.append(request)
        self._tell(request, row, also, cleaned)
        self._again.start(0)
        self.changed.emit()

    def _not_erased(self, request: ErasureRequest, error: BaseException) -> None:
        self._end(request)
        self.failed.emit(f"{_NOT_DONE[request.kind]} {error}")
        self.changed.emit()

    def _end(self, request: ErasureRequest) -> tuple[int, Sequence[str]]:
        """It is dealt with no more; the number of the interview, and the words beside its name."""
        self._begun.pop(0)
        row = next((row for row, each in self._rows.items() if each is request), 0)
        self._rows.pop(row, None)
        return row, self._also.pop(request, ())

    def _compacted(self, done: bool) -> None:
        self._compaction = None
        if done:
            self._remove_requests()
        else:
            self._again.start(_AGAIN_MS)

    def _not_compacted(self, error: BaseException) -> None:
        self._compaction = None
        if isinstance(error, UserError):
            self._gone = []
            self.failed.emit(f"{_NOT_COMPACTED} {error}")

    def _tell(
        self, request: ErasureRequest, row: int, also: Sequence[str], cleaned: CleanedCopies
    ) -> None:
        from interview_desk.desk.library.retention_words import anonymised_words, cleaned_words

        done = _ERASED if request.kind == "erase" else anonymised_words(cleaned, also)
        words = f"{done}{cleaned_words(cleaned)}{'' if self._quiet else _LATER}"
        if cleaned.near:
            self.nearly_named.emit(words, row, cleaned.near)
        else:
            self.told.emit(words)

    def _remove_requests(self) -> None:
        from interview_desk.store.privacy.erasure_requests import remove_request

        # Something else may be wanted of the same interview by now.
        wanted_still = {each.uid for each in (*self._waiting, *(each for each, _ in self._begun))}
        for request in self._gone:
            if request.uid in wanted_still:
                continue
            # At worst it is done once more, which does no harm.
            with suppress(OSError):
                remove_request(self._store.path, request)
        self._gone = []

"""Erasing interviews, and the names in them, while the window goes on."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from interview_desk.desk.background.queue import Chores
from interview_desk.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future

    from interview_desk.store.privacy.erase_everywhere import Cleaned, Scrub
    from interview_desk.store.privacy.erasure import Deed
    from interview_desk.store.privacy.erasure_requests import Wanted
    from interview_desk.store.store import Store

_START_MS = 4_000
_AGAIN_MS = 5_000
_DOING = {"erase": "Being erased…", "anonymise": "Anonymising…"}
_ERASED = "The interview is erased."
_NOT_DONE = {"erase": "The interview was not erased.", "anonymise": "The name was not taken out."}
_LATER = " The last traces in the file are written over once no interview is open."
_NOT_SCRUBBED = (
    "What was erased is gone from the records, but its last traces in the file could not be "
    "written over. That is tried again at the next start."
)


class Caretaker(QObject):
    """Does what is wanted of interviews with `chores`, one after another.

    What is wanted is on disk before it begins, so that a start after a crash goes on with it.
    ``changed`` when one more is being dealt with, or one less; ``told`` and ``failed`` carry a
    line for the banner. ``nearly_named`` carries such a line, the number of the interview, and
    the `NearPlace`s in it.
    """

    changed = Signal()
    told = Signal(str)
    nearly_named = Signal(str, int, object)
    failed = Signal(str)

    def __init__(self, store: Store, chores: Chores, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.chores = chores
        self._store = store
        self._quiet = True
        self._unreadable = ""
        self._rows: dict[int, Wanted] = {}
        self._waiting: list[Wanted] = []
        # Words to take out with a name: they are nowhere written down.
        self._also: dict[Wanted, Sequence[str]] = {}
        self._jobs: dict[Future[Any], Wanted] = {}
        # Gone, but for traces in the free room of the file.
        self._gone: list[Wanted] = []
        self._scrub: Scrub | None = None
        self._scrubbing: Future[Any] | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._go_on)
        store.when_locked(self.make_way)
        chores.arrived.connect(self._arrived)

    # What is wanted

    def word(self, row: int) -> str:
        """What is being done to the interview with that number, in words; mostly nothing."""
        wanted = self._rows.get(row)
        return _DOING[wanted.deed] if wanted else ""

    def check(self, row: int) -> None:
        """Raises UserError if the interview must not be opened now."""
        if row in self._rows:
            raise UserError(f"{self.word(row)} It cannot be opened meanwhile.")

    def forget(self, row: int, deed: Deed, also: Sequence[str] = ()) -> None:
        """Erase the interview, or take the name and other words out of it.

        Raises UserError if it is held.
        """
        wanted = self._store.care.want(row, deed)
        self._rows[row] = wanted
        self._also[wanted] = tuple(also)
        self._waiting.append(wanted)
        self._go_on()
        self.changed.emit()

    def take_up(self) -> None:
        """Go on, soon, with what the last run of the program did not come to the end of."""
        path = self._store.path
        # Looked for by name first: reading it brings much that a start does without.
        if not any(path.parent.glob(f"{path.name}-wanted-*")):
            return
        from interview_desk.store.privacy.erasure_requests import all_wanted, unreadable

        self._unreadable = unreadable(path)
        for wanted in all_wanted(path):
            self._waiting.append(wanted)
            row = self._store.find(wanted.uid)
            if row is not None:
                self._rows[row] = wanted
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
        if self._scrub is None:
            return False
        self._scrub.give_way()
        return True

    def finish(self) -> None:
        """Come to the end with everything: the records are about to be closed."""
        self._again.stop()
        if self._waiting:
            self._go_on()
        self.chores.finish()
        for job, wanted in self._jobs.items():
            if job.done() and job.exception() is None:
                self._gone.append(wanted)
        self._jobs.clear()
        self._scrub = self._scrubbing = None
        if self._gone:
            from interview_desk.store.privacy.erase_everywhere import Scrub

            # What cannot be done now is done at the next start.
            with suppress(UserError):
                if Scrub(self._store.path).run():
                    self._cross_out()

    @Slot()
    def _go_on(self) -> None:
        from interview_desk.store.privacy.erase_everywhere import Scrub, forget

        path = self._store.path
        if self._unreadable:
            # Told now that the window is there to show it.
            self.failed.emit(self._unreadable)
            self._unreadable = ""
        for wanted in self._waiting:
            work = partial(forget, path, wanted, self._also.get(wanted, ()))
            self._jobs[self.chores.send(work)] = wanted
        self._waiting = []
        if self._gone and self._quiet and self._scrub is None:
            self._scrub = Scrub(path)
            self._scrubbing = self.chores.send(self._scrub.run)

    # What became of it

    @Slot(object)
    def _arrived(self, work: Future[Any]) -> None:
        wanted = self._jobs.pop(work, None)
        if wanted is not None:
            self._forgotten(wanted, work)
        elif work is self._scrubbing:
            self._scrub = self._scrubbing = None
            error = work.exception()
            if error is None and work.result():
                self._cross_out()
            elif error is None:
                self._again.start(_AGAIN_MS)
            elif isinstance(error, UserError):
                self._gone = []
                self.failed.emit(f"{_NOT_SCRUBBED} {error}")

    def _forgotten(self, wanted: Wanted, work: Future[Any]) -> None:
        row = next((row for row, each in self._rows.items() if each is wanted), 0)
        self._rows.pop(row, None)
        also = self._also.pop(wanted, ())
        error = work.exception()
        if error is None:
            self._gone.append(wanted)
            self._tell(wanted, row, also, work.result())
            self._again.start(0)
        else:
            self.failed.emit(f"{_NOT_DONE[wanted.deed]} {error}")
        self.changed.emit()

    def _tell(self, wanted: Wanted, row: int, also: Sequence[str], cleaned: Cleaned) -> None:
        from interview_desk.desk.library.retention_words import anonymised_words, cleaned_words

        done = _ERASED if wanted.deed == "erase" else anonymised_words(cleaned, also)
        words = f"{done}{cleaned_words(cleaned)}{'' if self._quiet else _LATER}"
        if cleaned.near:
            self.nearly_named.emit(words, row, cleaned.near)
        else:
            self.told.emit(words)

    def _cross_out(self) -> None:
        from interview_desk.store.privacy.erasure_requests import cross_out

        # Something else may be wanted of the same interview by now.
        wanted_still = {each.uid for each in (*self._waiting, *self._jobs.values())}
        for wanted in self._gone:
            if wanted.uid in wanted_still:
                continue
            # At worst it is done once more, which does no harm.
            with suppress(OSError):
                cross_out(self._store.path, wanted)
        self._gone = []

"""Erasing interviews, and the names in them, while the window goes on."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from interview_desk.errors import UserError
from interview_desk.words import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_desk.desk.background.jobs import Jobs
    from interview_desk.store.privacy.erase_everywhere import CleanedCopies
    from interview_desk.store.privacy.erasure import Erasure, Erasures
    from interview_desk.store.privacy.erasure_requests import ErasureKind
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
    """Decides when the next step of the store's `Erasures` is run, and tells what came of it.

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
        # Made when they are first needed: a start does without what erases.
        self._erasures: Erasures | None = None
        # What is dealt with, by the number of the interview.
        self._rows: dict[int, Erasure] = {}
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._go_on)
        store.when_locked(self.make_way)

    # What is wanted

    def word(self, row: int) -> str:
        """What is being done to the interview with that number, in words; mostly nothing."""
        erasure = self._rows.get(row)
        return _DOING[erasure.request.kind] if erasure else ""

    def check(self, row: int) -> None:
        """Raises UserError if the interview must not be opened now."""
        if row in self._rows:
            raise UserError(f"{self.word(row)} It cannot be opened meanwhile.")

    def request(self, row: int, kind: ErasureKind, also: Sequence[str] = ()) -> None:
        """Erase the interview, or take the name and other words out of it.

        Raises UserError if it is held.
        """
        request = self._store.privacy.request(row, kind)
        self._rows[row] = self._steps().add(request, also)
        self._go_on()
        self.changed.emit()

    def request_panel(self, uid: str) -> None:
        """Erase the panel with that identity."""
        self._steps().add(self._store.privacy.request_panel(uid))
        self._go_on()
        self.changed.emit()

    def take_up(self) -> None:
        """Go on, soon, with what the last run of the program did not come to the end of."""
        if not self._store.has_erasure_requests():
            return
        erasures = self._steps()
        self._unreadable = erasures.unreadable()
        for erasure in erasures.resume():
            row = self._store.find(erasure.request.uid)
            if row is not None:
                self._rows[row] = erasure
        self._again.start(_START_MS)
        self.changed.emit()

    def _steps(self) -> Erasures:
        if self._erasures is None:
            self._erasures = self._store.privacy.erasures()
        return self._erasures

    # When it may be done

    def interview_opened(self) -> None:
        """From now on nothing holds the file for longer than a moment."""
        self._quiet = False
        self.make_way()

    def interview_left(self) -> None:
        """What takes longer may go on."""
        self._quiet = True
        if self._erasures is not None:
            self._again.start(0)

    def make_way(self) -> bool:
        """Stop what holds the file locked; False if that is nothing of ours."""
        return self._erasures is not None and self._erasures.give_way()

    def finish(self) -> None:
        """Come to the end with everything: the records are about to be closed."""
        self._again.stop()
        self._go_on()
        self._jobs.finish()
        if self._erasures is not None:
            # What cannot be done now is done at the next start.
            with suppress(UserError):
                self._erasures.run_all()

    @Slot()
    def _go_on(self) -> None:
        if self._erasures is None:
            return
        if self._unreadable:
            # Told now that the window is there to show it.
            self.failed.emit(self._unreadable)
            self._unreadable = ""
        while (step := self._erasures.next_step(compact=self._quiet)) is not None:
            done, failed = partial(self._done, step.erasure), partial(self._failed, step.erasure)
            self._jobs.run(step.run, done, failed)

    # What became of it

    def _done(self, erasure: Erasure | None, done: bool) -> None:
        """A step is done, or gave way; ``erasure`` is None for one that was for all of them."""
        row = self._settle(erasure)
        if not done:
            self._again.start(_AGAIN_MS)
        elif erasure is not None:
            self._tell(erasure, row)
            self._again.start(0)
            self.changed.emit()

    def _failed(self, erasure: Erasure | None, error: BaseException) -> None:
        self._settle(erasure)
        if erasure is not None:
            self.failed.emit(f"{_NOT_DONE[erasure.request.kind]} {error}")
            self.changed.emit()
        elif isinstance(error, UserError):
            self.failed.emit(f"{_NOT_COMPACTED} {error}")

    def _settle(self, erasure: Erasure | None) -> int:
        """The number of the interview that is dealt with no more."""
        assert self._erasures is not None
        # What cannot be crossed out is done once more by the next start, which does no harm.
        with suppress(UserError):
            self._erasures.settle()
        row = next((row for row, each in self._rows.items() if each is erasure), 0)
        self._rows.pop(row, None)
        return row

    def _tell(self, erasure: Erasure, row: int) -> None:
        cleaned = erasure.cleaned
        erased = erasure.request.kind == "erase"
        gone = _ERASED if row else "It is erased."
        done = gone if erased else _anonymised_words(erasure)
        words = f"{done}{_cleaned_words(cleaned)}{'' if self._quiet else _LATER}"
        if cleaned.near:
            self.nearly_named.emit(words, row, cleaned.near)
        else:
            self.told.emit(words)


def _anonymised_words(erasure: Erasure) -> str:
    """What was taken out, with no promise that a text does not tell who is meant."""
    cleaned = erasure.cleaned
    places = f" of {count(cleaned.places, 'place')}" if cleaned.places else ""
    if erasure.also:
        return f"What you ticked is taken out{places}."
    if cleaned.near is None:
        return f"The name is taken out{places}. What is nearly like it can no longer be told."
    nothing = "" if cleaned.near else " Nothing else is nearly like it."
    return f"The name is taken out{places}.{nothing}"


def _cleaned_words(cleaned: CleanedCopies) -> str:
    """What became of the backups."""
    words = (
        f" {count(len(cleaned.cleaned), 'backup')} cleaned of it too." if cleaned.cleaned else ""
    )
    if cleaned.removed:
        gone = count(len(cleaned.removed), "backup")
        words += f" {gone} could not be read, and so was removed."
    return words

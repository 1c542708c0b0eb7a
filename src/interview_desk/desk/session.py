"""The one bridge between the window and an interview: every change takes this road.

A page calls `do` with the change that an action decided. The store writes it in one
transaction; only then does the interview here change and `changed` go out. If the write
fails nothing has changed, `failed` says why in the user's words, and the page keeps the
text where it was typed.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from interview_desk.errors import UserError
from interview_desk.interview.actions.running import reopen
from interview_desk.interview.actions.scoring import amend
from interview_desk.interview.change import Change
from interview_desk.interview.clock import Clock, Instant
from interview_desk.interview.draft import Draft
from interview_desk.interview.interview import Interview
from interview_desk.interview.journal import Journal
from interview_desk.interview.status import Status
from interview_desk.store.store import Store


class Session(QObject):
    """One open interview. Raises StoreError when it cannot be read."""

    changed = Signal(object)  # the Change
    failed = Signal(str)  # a message for the banner
    recovered = Signal()  # a write succeeded again after one that failed

    def __init__(self, store: Store, clock: Clock, row: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self._store = store
        self._clock = clock
        self._interview = store.load(row)
        self._journal = store.load_journal(row)
        self._failing = False
        self.saved_ms: int | None = None

    @property
    def interview(self) -> Interview:
        """The interview as it is on disk."""
        return self._interview

    @property
    def journal(self) -> Journal:
        """What can be undone and redone."""
        return self._journal

    def now(self) -> Instant:
        """The present moment."""
        return self._clock.now()

    def do(self, change: Change | None, *, clear_draft: bool = False, reason: str = "") -> bool:
        """Write a change and take it over; False if the write failed. None is nothing to do.

        A finished interview changes by amendment, for which ``reason`` is needed.
        """
        if change is None or not (change.edits or clear_draft):
            return True
        if reason and self._interview.lock is not None:
            change = amend(self._interview, change, self.now(), reason)
        return self._write(change, self._journal.record(change), clear_draft=clear_draft)

    def undo(self) -> Change | None:
        """Take back the last step; the step, or None if there is none or the write failed."""
        return self._step(self._journal.undo())

    def redo(self) -> Change | None:
        """Do the step last taken back again; likewise."""
        return self._step(self._journal.redo())

    def draft(self) -> Draft | None:
        """What was being typed when the note field was last seen."""
        return self._store.load_draft(self.row)

    def keep_draft(self, draft: Draft | None) -> bool:
        """Keep what is being typed, or nothing any more; False if the write failed."""
        return self._guarded(lambda: self._store.save_draft(self.row, draft))

    def beat(self) -> None:
        """Note on disk that the interview's clock runs now."""
        if self._interview.status is Status.LIVE:
            self._guarded(lambda: self._store.beat(self.row, self.now()))

    def resume(self) -> int | None:
        """Go on with a live interview after a restart: the ms it was unattended, else None."""
        if self._interview.status is not Status.LIVE:
            return None
        position = self._interview.timeline.position
        moments = (self._store.last_beat(self.row), self._interview.last_moment)
        now = self.now()
        alive = max((at for at in moments if at is not None), key=position, default=now)
        if not self.do(reopen(self._interview, alive, now)):
            return None
        return max(0, self._interview.timeline.position(now) - position(alive))

    def _step(self, step: tuple[Change, Journal] | None) -> Change | None:
        if step is None:
            return None
        change, journal = step
        if not self._write(change, journal):
            return None
        # A finish taken back after a restart sets a clock going that this boot knows nothing of.
        if self.now().boot not in {event.at.boot for event in self._interview.clock_events}:
            self.resume()
        return change

    def _write(self, change: Change, journal: Journal, *, clear_draft: bool = False) -> bool:
        after = self._interview.apply(change)
        saved = self._guarded(
            lambda: self._store.save(self.row, after, change, journal, clear_draft=clear_draft)
        )
        if saved:
            self._interview, self._journal = after, journal
            self.changed.emit(change)
        return saved

    def _guarded(self, write: Callable[[], None]) -> bool:
        try:
            write()
        except UserError as error:
            self._failing = True
            self.failed.emit(str(error))
            return False
        self.saved_ms = self.now().wall_ms
        if self._failing:
            self._failing = False
            self.recovered.emit()
        return True

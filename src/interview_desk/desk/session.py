"""The one bridge between the window and an interview: every change takes this road.

A page calls `do` with the change that an action decided. The store writes it in one
transaction; only then does the interview here change and `changed` go out. If the write
fails nothing has changed, `failed` says why in the user's words, and the page keeps the
text where it was typed.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from interview_desk.desk.clock_notices import (
    ClockNotices,
    Notice,
    counted_notice,
    finish_in,
    finish_notice,
)
from interview_desk.errors import UserError
from interview_desk.interview.actions.running import go_on, reopen
from interview_desk.interview.actions.scoring import amend
from interview_desk.interview.change import Change, edits
from interview_desk.interview.clock import Clock, Instant
from interview_desk.interview.clock_watch import Slept
from interview_desk.interview.interview import Interview, StaleChangeError
from interview_desk.interview.journal import Journal
from interview_desk.interview.note_text import Draft
from interview_desk.interview.records import ClockEvent
from interview_desk.interview.status import Status
from interview_desk.interview.timeline import ClockState
from interview_desk.panel.case_mark import mark_of
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.pictures import load_picture
from interview_desk.store.store import Store

_NO_WAY_BACK = (
    "The last step cannot be taken back: the interview was changed by another program. What was "
    "done before is kept as it is."
)


class OtherGuide(NamedTuple):
    """An interview as it was with another guide; ``undone`` if that one was gone back from."""

    interview: Interview
    undone: bool


class Session(QObject):
    """One open interview. Raises StoreError when it cannot be read.

    A change of guide makes another interview of it; ``other_guide`` is the one that it was.
    """

    changed = Signal(object)  # the Change
    failed = Signal(str)  # a message for the banner
    recovered = Signal()  # a write succeeded again after one that failed
    noticed = Signal(object)  # a Notice of what the clocks did, to be asked on the live page

    def __init__(self, store: Store, clock: Clock, row: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self._store = store
        self._clock = clock
        self._interview = store.load(row)
        self._journal = store.load_journal(row)
        self._failing = False
        self.saved_ms: int | None = None
        self.other_guide: OtherGuide | None = None
        self.notices = ClockNotices(clock.now())

    @property
    def interview(self) -> Interview:
        """The interview as it is on disk."""
        return self._interview

    @property
    def journal(self) -> Journal:
        """What can be undone and redone."""
        return self._journal

    @property
    def is_case(self) -> bool:
        """Whether it is an answer to a case, and about nobody."""
        return mark_of(self._interview) is not None

    @property
    def is_running(self) -> bool:
        """Whether the interview's clock runs, not paused."""
        return self._interview.timeline.state is ClockState.RUNNING

    @property
    def is_on(self) -> bool:
        """Whether the interview has started and is not over: its clock runs or is paused."""
        return self._interview.timeline.state in (ClockState.RUNNING, ClockState.PAUSED)

    @property
    def is_gone(self) -> bool:
        """Whether the interview was erased meanwhile."""
        try:
            return self._store.find(self._interview.uid) is None
        except UserError:
            return False

    def now(self) -> Instant:
        """The present moment."""
        return self._clock.now()

    def do(
        self,
        change: Change | None,
        *,
        clear_draft: bool = False,
        reason: str = "",
        pictures: Mapping[str, bytes] | None = None,
    ) -> bool:
        """Write a change and take it over; False if the write failed. None is nothing to do.

        A finished interview changes by amendment, for which ``reason`` is needed. ``pictures`` are
        the bytes of those that come with the change, by their digests.
        """
        if change is None or not (change.edits or clear_draft):
            return True
        if reason and self._interview.lock is not None:
            change = amend(self._interview, change, self.now(), reason)
        journal = self._journal.record(change)
        return self._write(change, journal, clear_draft=clear_draft, pictures=pictures)

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

    def picture_reader(self) -> Callable[[str], bytes | None]:
        """What reads a picture by its digest, from any thread. It raises StoreError."""
        return lambda digest: load_picture(self._store.path, self.row, digest)

    def beat(self) -> None:
        """Note on disk that the interview's clock runs now."""
        if self._interview.status is Status.LIVE:
            self._guarded(lambda: self._store.beat(self.row, self.now()))

    def look(self) -> None:
        """Read the clocks: while the interview runs, more often than every five seconds."""
        notice = self.notices.look(self._interview.timeline.state, self.now())
        if notice is not None:
            self.noticed.emit(notice)

    def resume(self) -> Slept | None:
        """Go on with a live interview after a restart: the time it was unattended, else None.

        What there is to ask about that is noticed.
        """
        if self._interview.status is not Status.LIVE:
            return None
        moments = (self._store.last_beat(self.row), self._interview.last_moment)
        position = self._interview.timeline.position
        alive = max((at for at in moments if at is not None), key=position, default=self.now())
        gap = self._go_on(alive)
        if gap is not None:
            self._ask(counted_notice(self._interview, gap))
        return gap

    def _step(self, step: tuple[Change, Journal] | None) -> Change | None:
        if step is None:
            return None
        change, journal = step
        try:
            if not self._write(change, journal):
                return None
        except StaleChangeError:
            # The steps are of another interview than the one that is stored now.
            self._journal = Journal()
            self.failed.emit(_NO_WAY_BACK)
            return None
        self._look_after(change)
        return change

    def continue_interview(self) -> bool:
        """Go on with an interview that was finished; False if it was not, or could not be written.

        It is a step that can be undone.
        """
        change = go_on(self._interview)
        if change is None or not self.do(change):
            return False
        self._look_after(change)
        return True

    def _look_after(self, change: Change) -> None:
        """Ask about the time that counts because of a change to what was done."""
        ended = finish_in(change)
        # A finish taken back after a restart sets a clock going that this boot knows nothing of.
        known = self.now().boot in {event.at.boot for event in self._interview.clock_events}
        if ended is not None and self._interview.status is Status.LIVE:
            gap = self._gap_since(ended) if known else self._go_on(ended)
            self._ask(finish_notice(self._interview, gap) if gap is not None else None)
        elif not known:
            self.resume()

    def _go_on(self, alive: Instant) -> Slept | None:
        """Count the clock on since then; the gap, or None if the write failed."""
        done = self.do(reopen(self._interview, alive, self.now()))
        return self._gap_since(alive) if done else None

    def _gap_since(self, alive: Instant) -> Slept:
        position, now = self._interview.timeline.position, self.now()
        return Slept(max(0, position(now) - position(alive)), alive, now)

    def _ask(self, notice: Notice | None) -> None:
        if notice is not None:
            self.notices.add(notice)
            self.noticed.emit(notice)

    def _write(
        self,
        change: Change,
        journal: Journal,
        *,
        clear_draft: bool = False,
        pictures: Mapping[str, bytes] | None = None,
    ) -> bool:
        if change.touches(ClockEvent):
            self.look()  # in the state that ends now
        after = self._interview.apply(change)
        saved = self._guarded(
            lambda: self._store.save(
                self.row, after, change, journal, clear_draft=clear_draft, pictures=pictures
            )
        )
        if saved:
            self._interview, self._journal = after, journal
            self.changed.emit(change)
        return saved

    def _caught_up(self, error: UserError) -> UserError:
        """Take over what another program made of the interview, if that is what is wrong."""
        if not (isinstance(error, StoreError) and error.trouble is Trouble.CHANGED):
            return error
        mine = self._interview.records
        try:
            self._interview = self._store.load(self.row)
            self._journal = self._store.load_journal(self.row)
        except StoreError as worse:
            return worse
        there = self._interview.records
        pairs = ((mine.get(key), there.get(key)) for key in {*mine, *there})
        self.changed.emit(Change("Changed by another program", edits(pairs), undoable=False))
        return error

    def _guarded(self, write: Callable[[], None]) -> bool:
        try:
            write()
        except UserError as error:
            self._failing = True
            self.failed.emit(str(self._caught_up(error)))
            return False
        self.saved_ms = self.now().wall_ms
        if self._failing:
            self._failing = False
            self.recovered.emit()
        return True

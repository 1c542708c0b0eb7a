"""An interview played step by step into a store: what the session does, without a window."""

from interview_desk.interview.change import Change
from interview_desk.interview.interview import Interview
from interview_desk.interview.journal import Journal
from interview_desk.store.store import Store
from tests.helpers.actions import HISTORY, Step, play
from tests.helpers.samples import Played, prepared


class StoredPlay(Played):
    """Goes on with a stored interview; every change is saved as it is made."""

    def __init__(self, store: Store, row: int) -> None:
        super().__init__(store.load(row))
        self.journal = store.load_journal(row)
        self.store = store
        self.row = row

    def do(self, change: Change | None) -> Change:
        """The change applied, recorded and saved."""
        done = super().do(change)
        self.store.save(self.row, self.interview, done, self.journal)
        return done

    def undo(self) -> None:
        """The last step taken back, if there is one."""
        self._go(self.journal.undo())

    def redo(self) -> None:
        """The step last undone taken again, if there is one."""
        self._go(self.journal.redo())

    def take(self, step: Step) -> None:
        """One step of a script, saved."""
        if step.deed in HISTORY:
            self.clock.advance(step.wait_ms / 1000)
            (self.undo if step.deed == "undo" else self.redo)()
        else:
            play([step], self)

    def _go(self, taken: tuple[Change, Journal] | None) -> None:
        if taken is None:
            return
        change, journal = taken
        after = self.interview.apply(change)
        self.store.save(self.row, after, change, journal)
        self.interview, self.journal = after, journal


def begin(store: Store, interview: Interview | None = None) -> StoredPlay:
    """Play with a new interview."""
    return StoredPlay(store, store.create(interview or prepared()))

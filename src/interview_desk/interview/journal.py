"""What can be undone and redone, oldest first; pure, so that it survives a restart as data."""

from dataclasses import dataclass

from interview_desk.interview.change import Change
from interview_desk.interview.records import Lock


@dataclass(frozen=True, slots=True)
class Entry:
    """One step that was taken; ``number`` grows by one with each new step."""

    number: int
    change: Change


@dataclass(frozen=True, slots=True)
class Journal:
    """Steps done, which can be undone from the end, and undone, which can be redone."""

    done: tuple[Entry, ...] = ()
    undone: tuple[Entry, ...] = ()

    def record(self, change: Change) -> "Journal":
        """The journal after a new change: nothing is left to redo.

        A change with the same ``merge`` as the last step becomes one step with it; a step
        that so ends where it began is no step. A lock closes the journal: what was done
        before it is for good.
        """
        if change.touches(Lock):
            return Journal()
        if not change.undoable or not change.edits:
            return self
        last = self.done[-1] if self.done else None
        if (
            last is not None
            and change.merge
            and last.change.merge == change.merge
            and not self.undone
        ):
            joined = last.change.joined(change)
            kept = (Entry(last.number, joined),) if joined.edits else ()
            return Journal((*self.done[:-1], *kept))
        # The highest numbers are the last done and, undone from the end, the first undone.
        ends = (*self.done[-1:], *self.undone[:1])
        number = 1 + max((entry.number for entry in ends), default=0)
        return Journal((*self.done, Entry(number, change)))

    def undo(self) -> "tuple[Change, Journal] | None":
        """The change that takes back the last step, and the journal after it; None if none."""
        if not self.done:
            return None
        last = self.done[-1]
        return last.change.inverse(), Journal(self.done[:-1], (*self.undone, last))

    def redo(self) -> "tuple[Change, Journal] | None":
        """The change that does the step last undone again; None if none."""
        if not self.undone:
            return None
        last = self.undone[-1]
        return last.change, Journal((*self.done, last), self.undone[:-1])

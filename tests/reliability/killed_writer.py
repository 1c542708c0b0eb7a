"""A program for `kills`: acts on one interview in any order, without a window, until killed.

Arguments: the file of the store, and which life of it this is, from 0.
"""

import random
import sys
from itertools import count
from pathlib import Path

from interview_desk.interview.actions import running
from interview_desk.interview.change import Change
from interview_desk.interview.journal import Journal
from interview_desk.interview.note_text import Draft
from interview_desk.store.store import Store
from tests.helpers.actions import EVERYTHING, HISTORY, WORLD, Step, play
from tests.helpers.clock import MORNING_MS, HandClock
from tests.helpers.samples import Played, prepared, shipped_guide
from tests.reliability.acknowledged import edits_in_words, in_words, say

_DAY_MS = 86_400_000
_DEEDS = [kind for kind in EVERYTHING if kind not in WORLD]
_TEXTS = (
    "+ drew a queue #depth",
    "− no reason given #trade",
    "? who is on call",
    "قال #depth",
    "🚀",
)


class Keeper(Played):
    """What the session does, without a window: each change is saved, then told."""

    def __init__(self, store: Store, row: int, clock: HandClock) -> None:
        super().__init__(store.load(row), clock)
        self.journal = store.load_journal(row)
        self._store, self._row = store, row

    def do(self, change: Change | None) -> Change:
        assert change is not None
        self.keep(change, self.journal.record(change))
        return change

    def keep(self, change: Change, journal: Journal, *, clear_draft: bool = False) -> None:
        """Save one change, and tell it."""
        if not change.edits:
            return
        after = self.interview.apply(change)
        say(about=edits_in_words(change), clears=clear_draft)
        self._store.save(self._row, after, change, journal, clear_draft=clear_draft)
        self.interview, self.journal = after, journal
        say(kept=edits_in_words(change))

    def step(self, number: int, step: Step) -> None:
        """A draft, then one thing more; every third time what takes the draft's place."""
        draft = Draft(f"typing {number:08}", self.clock.advance(1))
        self._store.save_draft(self._row, draft)
        say(drafted=draft.text)
        if step.deed not in HISTORY:
            play([step], self)
            return
        taken = self.journal.undo() if step.deed == "undo" else self.journal.redo()
        if taken is not None:
            self.keep(*taken, clear_draft=number % 3 == 0)


def main(path: Path, life: int) -> None:
    """Goes on with the only interview of the store, made new where there is none."""
    say(starting=life)
    store = Store.open(path)
    if not store.count():
        interview = prepared(shipped_guide())
        store.create(interview)
        say(kept=in_words(interview.records.values()))
    clock = HandClock(MORNING_MS + life * _DAY_MS, f"boot-{life + 1}")
    keeper = Keeper(store, store.list()[0].row, clock)
    change = running.reopen(
        keeper.interview, keeper.interview.last_moment or clock.now(), clock.now()
    )
    if change is not None:
        keeper.do(change)
    chance = random.Random(life)
    for number in count(life * 1_000_000):
        wait, kind = chance.choice((0, 1, 999, 61_003)), chance.choice(_DEEDS)
        keeper.step(number, Step(wait, kind, chance.randrange(10_000), chance.choice(_TEXTS)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

"""The steps by which an interview, or the person in it, goes: from a wish to the last trace.

    wanted -> begun -> removed -> compacted -> crossed out

What is wanted is on the disk, as an `ErasureRequest`, before anything is done, and stays there
until the end. A program that is killed on the way leaves it there, and the next one begins it
again: to do a step twice does no harm.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from threading import Event
from typing import Protocol

from interview_desk.durable_files import sync_file
from interview_desk.store.connection import connect
from interview_desk.store.errors import StoreError, Trouble, in_users_words
from interview_desk.store.privacy import erasure_requests
from interview_desk.store.privacy.erase_everywhere import CleanedCopies, erase_everywhere, shred
from interview_desk.store.privacy.erasure_requests import (
    ErasureRequest,
    open_requests,
    remove_request,
)


class Stage(Enum):
    """How far it is with one interview."""

    WANTED = "written down; nothing is done yet"
    BEGUN = "being taken out of the copies first, then out of the records"
    REMOVED = "gone, but for traces in the free room of the file"
    COMPACTED = "gone to its last byte; still to be crossed out"
    FAILED = "not removed, which was told"
    LEFT = "its traces are left to the next start, which was told"


@dataclass(eq=False, slots=True)
class Erasure:
    """One interview on its way. ``also`` are words to take out with a name: nowhere written down.

    ``cleaned`` says what became of the copies, once it is removed.
    """

    request: ErasureRequest
    also: tuple[str, ...] = ()
    stage: Stage = Stage.WANTED
    cleaned: CleanedCopies = field(default_factory=CleanedCopies)


class Step(Protocol):
    """Something to be run once, on any thread; ``erasure`` is None if it is for all of them."""

    erasure: Erasure | None

    def run(self) -> bool:
        """False if it gave way to others, and is to be done again. Raises UserError."""


class Removal:
    """The first step, for one interview: out of every copy, then out of the records.

    It holds the records for a moment at a time, so others can write meanwhile.
    """

    def __init__(self, store: Path, erasure: Erasure) -> None:
        self.erasure: Erasure | None = erasure
        self._store = store
        self._erasure = erasure

    def run(self) -> bool:
        """Always True. Raises StoreError, and UserError for what is held."""
        erasure = self._erasure
        try:
            erasure.cleaned = erase_everywhere(self._store, erasure.request, erasure.also)
        except BaseException:
            erasure.stage = Stage.FAILED
            raise
        erasure.stage = Stage.REMOVED
        return True


class Compaction:
    """The last step, for all that are removed: the file written anew without the freed room.

    Others cannot write for as long as that takes, a second where there is much. Whoever has to
    write calls `give_way` from another thread.
    """

    def __init__(self, store: Path, erasures: Sequence[Erasure] = ()) -> None:
        self.erasure: Erasure | None = None
        self._store = store
        self._erasures = erasures
        self._conn: sqlite3.Connection | None = None
        self._unwanted = Event()
        self._over = Event()

    @property
    def is_over(self) -> bool:
        """Whether it was run, whatever came of it."""
        return self._over.is_set()

    def run(self) -> bool:
        """False if it gave way, and is to be done again. Raises StoreError."""
        removed = [each for each in self._erasures if each.stage is Stage.REMOVED]
        stage = Stage.LEFT
        try:
            stage = Stage.COMPACTED if self._compact() else Stage.REMOVED
        finally:
            for erasure in removed:
                erasure.stage = stage
            self._over.set()
        return stage is Stage.COMPACTED

    def give_way(self) -> None:
        """Stops it; returns when others can write. It can be stopped but for its last moments."""
        self._unwanted.set()
        conn = self._conn
        if conn is not None:
            with suppress(sqlite3.ProgrammingError):  # it was closed in this very moment
                conn.interrupt()
            self._over.wait()

    def _compact(self) -> bool:
        try:
            with in_users_words(self._store), closing(connect(self._store)) as conn:
                self._conn = conn
                if self._unwanted.is_set():
                    return False
                if not shred(conn):
                    raise StoreError(Trouble.LOCKED, self._store)
                _sync_log(self._store)
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_INTERRUPT:
                raise
            return False
        finally:
            self._conn = None
        return True


class Erasures:
    """All that is to go from one store, and what is to be done next.

    Steps may be run on any thread, one after another in the order in which they were given;
    everything else is called from one thread.
    """

    def __init__(self, store: Path) -> None:
        self._store = store
        self._erasures: list[Erasure] = []
        self._compaction: Compaction | None = None

    def add(self, request: ErasureRequest, also: Iterable[str] = ()) -> Erasure:
        """One more, which `Privacy.request` has written down."""
        erasure = Erasure(request, tuple(also))
        self._erasures.append(erasure)
        return erasure

    def resume(self) -> list[Erasure]:
        """Adds what an earlier program did not come to the end of. Raises OSError."""
        return [self.add(each) for each in open_requests(self._store)]

    def unreadable(self) -> str:
        """In words, what may have been wanted but cannot be read; mostly nothing."""
        return erasure_requests.unreadable(self._store)

    def next_step(self, *, compact: bool = True) -> Step | None:
        """What is to be run next; None if nothing is, or not before another step is over.

        ``compact`` is whether the file may be held for longer than a moment now.
        """
        for erasure in self._erasures:
            if erasure.stage is Stage.WANTED:
                erasure.stage = Stage.BEGUN
                return Removal(self._store, erasure)
        traces = any(each.stage is Stage.REMOVED for each in self._erasures)
        if not (compact and traces) or self.compacting:
            return None
        self._compaction = Compaction(self._store, tuple(self._erasures))
        return self._compaction

    def settle(self) -> None:
        """To be called after each step: crosses out what is gone to its last byte.

        Raises StoreError if that cannot be; at worst the next start does it all once more.
        """
        if self._compaction is not None and self._compaction.is_over:
            self._compaction = None
        done = [each.request for each in self._erasures if each.stage is Stage.COMPACTED]
        over = {Stage.COMPACTED, Stage.FAILED, Stage.LEFT}
        self._erasures = [each for each in self._erasures if each.stage not in over]
        # Something else may be wanted of the same interview by now.
        wanted = {each.request.uid for each in self._erasures}
        with in_users_words(self._store):
            for request in done:
                if request.uid not in wanted:
                    remove_request(self._store, request)

    def run_all(self) -> None:
        """Runs here all that is left to do. Raises what a step raises, and as `settle` does."""
        self.settle()
        while (step := self.next_step()) is not None:
            try:
                step.run()
            finally:
                self.settle()

    @property
    def compacting(self) -> bool:
        """Whether the step that holds the file is under way, or about to be."""
        return self._compaction is not None

    def give_way(self) -> bool:
        """Stops what holds the file locked; False if that is nothing of ours. Any thread."""
        compaction = self._compaction
        if compaction is None:
            return False
        compaction.give_way()
        return True


def _sync_log(store: Path) -> None:
    """The emptied log is empty after a power cut, too: SQLite does not make sure of that."""
    log = store.with_name(f"{store.name}-wal")
    if log.exists():
        sync_file(log)

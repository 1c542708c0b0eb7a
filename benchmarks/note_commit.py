"""A note made durable: our road against a bare INSERT and COMMIT on the same schema."""

import sqlite3
import tempfile
import time
from pathlib import Path

from benchmarks.measure import Row, in_turn
from benchmarks.samples import sample, shipped_guide
from interview_desk.interview.actions.notes import add_note
from interview_desk.interview.clock import Instant
from interview_desk.interview.note_kinds import NoteKind
from interview_desk.interview.note_text import NoteText
from interview_desk.paths import data_directory, store_file
from interview_desk.store.store import Store

_RUNS = 400


def rows() -> list[Row]:
    """The medians and the slowest percent of one note."""
    with tempfile.TemporaryDirectory() as folder:
        floor, ours = _Floor(Path(folder) / "floor"), _Ours(Path(folder) / "ours")
        medians = in_turn(floor.note, ours.note, _RUNS, warm_up=20)
        slowest = sorted(ours.taken)[-len(ours.taken) // 100]
        floor.close()
        ours.close()
    return [
        Row("a note durable (WAL, FULL, search index)", "ms", *medians, 1.2),
        Row("the slowest percent of them, against 5 ms", "ms", 5.0, slowest, 1.0),
    ]


class _Ours:
    """The road a note takes: decided by the domain, written by the store."""

    def __init__(self, folder: Path) -> None:
        self._store = Store.open(store_file(data_directory(folder)))
        self._interview = sample(shipped_guide(), 1)
        self._row = self._store.create(self._interview)
        self._journal = self._store.load_journal(self._row)
        self.taken: list[float] = []

    def note(self) -> float:
        number = len(self.taken)
        at = Instant(1_700_000_000_000 + number * 1000, number * 1000, "boot 1")
        text = NoteText(f"Said {number} because of cost", NoteKind.STRENGTH, (2,))
        began = time.perf_counter_ns()
        change = add_note(self._interview, at, text)
        after, journal = self._interview.apply(change), self._journal.record(change)
        self._store.save(self._row, after, change, journal, clear_draft=True)
        self._interview, self._journal = after, journal
        self.taken.append((time.perf_counter_ns() - began) / 1e6)
        return self.taken[-1]

    def close(self) -> None:
        self._store.close()


class _Floor:
    """The least that makes a note durable with the same tables, triggers and settings."""

    def __init__(self, folder: Path) -> None:
        path = store_file(data_directory(folder))
        store = Store.open(path)
        self._row = store.create(sample(shipped_guide(), 1))
        store.close()
        self._db = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            self._db.execute(f"PRAGMA {pragma}")
        self._count = 0

    def note(self) -> float:
        self._count += 1
        values = (self._row, 10_000 + self._count, f"Said {self._count} because of cost")
        began = time.perf_counter_ns()
        self._db.execute("BEGIN IMMEDIATE")
        self._db.execute(
            "INSERT INTO notes (interview, id, text, kind, wall_ms, mono_ms, boot, private)"
            " VALUES (?, ?, ?, 'strength', 1, 1, 'boot 1', 0)",
            values,
        )
        self._db.execute("COMMIT")
        return (time.perf_counter_ns() - began) / 1e6

    def close(self) -> None:
        self._db.close()

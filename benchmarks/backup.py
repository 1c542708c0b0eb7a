"""The day's backup of a large store, against SQLite's backup API and nothing else."""

import sqlite3
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.measure import Row, in_turn
from interview_desk.paths import data_directory, store_file
from interview_desk.store.backups.backups import back_up_now
from interview_desk.store.store import Store

_RUNS = 5


def rows(megabytes: int = 300) -> list[Row]:
    """The medians, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        path = store_file(data_directory(Path(folder)))
        Store.open(path).close()
        _grow(path, megabytes)
        medians = in_turn(lambda: _floor(path), lambda: _ours(path), _RUNS)
    return [Row(f"backup of a {megabytes} MB store", "s", *medians, 1.1)]


def _grow(path: Path, megabytes: int) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("BEGIN")
        texts = ((f"{number}", "x" * 1_000_000) for number in range(megabytes))
        db.executemany("INSERT INTO settings (name, value) VALUES (?, ?)", texts)
        db.execute("COMMIT")


def _floor(path: Path) -> float:
    copy = path.with_name("floor.db")
    began = time.perf_counter()
    with closing(sqlite3.connect(path)) as db, closing(sqlite3.connect(copy)) as kept:
        db.backup(kept)
    took = time.perf_counter() - began
    copy.unlink()
    return took


def _ours(path: Path) -> float:
    began = time.perf_counter()
    made = back_up_now(path, datetime(2026, 11, 23, 10, 15, tzinfo=UTC))
    took = time.perf_counter() - began
    made.path.unlink()
    return took

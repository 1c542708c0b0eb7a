"""Search as one types, over names, notes, reasons and summaries.

The floor is what one would write by hand to ask the same four indexes one after the other; a
smaller number of interviews may be given to `rows`.
"""

import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import accumulate
from pathlib import Path
from statistics import median

from benchmarks.measure import Row
from benchmarks.samples import fill_store
from interview_desk.paths import data_directory, store_file
from interview_desk.store.search import HIT_END, HIT_START
from interview_desk.store.store import Store

NOTES = 60
_QUERIES = 40
_STOP_WORDS = "the a to of and in for it is that with on as but not was asked said would how when"
_SYLLABLES = (
    "ka", "ro", "mi", "ten", "sla", "pre", "dis", "con", "fi", "nal", "tor", "est", "ing", "er",
    "ma", "lo", "ver", "sub", "pli", "que", "wa", "za",
)  # fmt: skip
_BY_HAND = """
SELECT t.interview, {item}, s.candidate, snippet({index}, {column}, ?, ?, '…', 16)
FROM {index} AS f JOIN {table} AS t ON t.{key} = f.rowid
JOIN setups AS s ON s.interview = t.interview
WHERE {index} MATCH ? ORDER BY f.rowid DESC LIMIT 50
"""
_INDEXES = (
    {"index": "notes_fts", "table": "notes", "key": "pk", "item": "t.id", "column": 0},
    {"index": "ratings_fts", "table": "ratings", "key": "pk", "item": "dimension", "column": 0},
    {"index": "verdicts_fts", "table": "verdicts", "key": "interview", "item": "0", "column": 0},
    {"index": "setups_fts", "table": "setups", "key": "interview", "item": "0", "column": -1},
)
# What `fill_store` leaves out of the interviews that it copies.
_COPY = """
INSERT INTO setups SELECT pk, candidate, role, interviewer, question, scheduled, length_minutes,
    reserve_minutes, areas
FROM interviews JOIN setups AS s ON s.interview = 1 + pk % 500 WHERE pk > 500;
INSERT INTO ratings (interview, dimension, level, not_enough, reason)
SELECT i.pk, dimension, level, not_enough, reason
FROM interviews AS i JOIN ratings AS r ON r.interview = 1 + i.pk % 500 WHERE i.pk > 500;
"""


def rows(interviews: int = 20_000) -> list[Row]:
    """Medians of one key, the slowest percent, and the room that the index takes."""
    with tempfile.TemporaryDirectory() as folder:
        path = store_file(data_directory(Path(folder)))
        fill_store(Path(folder), interviews)
        size = _fill_notes(path, interviews)
        with closing(Store.open(path)) as store, closing(sqlite3.connect(path)) as hand:
            typed = [*_typed(hand)]
            pairs = [(_took(_by_hand, hand, text), _took(Store.search, store, text))
                     for text in typed]  # fmt: skip
    floor, ours = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    slowest = sorted(pair[1] for pair in pairs)[-max(1, len(pairs) // 100)]
    words = f"search as you type, {interviews:,} x {NOTES} notes"
    return [
        Row(words, "ms", floor, ours, 1.3),
        Row("the slowest percent of keys, against 16 ms", "ms", 16.0, slowest, 1.0),
        Row("index of the notes, against their own bytes", "MB", *size, 1.1),
    ]


def _took(work: Callable[..., object], *args: object) -> float:
    began = time.perf_counter_ns()
    work(*args)
    return (time.perf_counter_ns() - began) / 1e6


def _by_hand(hand: sqlite3.Connection, text: str) -> None:
    match = " ".join(f'"{word}"' for word in text.split()) + "*"
    for index in _INDEXES:
        hand.execute(_BY_HAND.format(**index), (HIT_START, HIT_END, match)).fetchall()


def _typed(hand: sqlite3.Connection) -> Iterator[str]:
    """What the field holds after each key, from the second letter of one or two words on."""
    chance = random.Random(3)
    (last,) = hand.execute("SELECT max(pk) FROM notes").fetchone()
    for _ in range(_QUERIES):
        sql = "SELECT text FROM notes WHERE pk >= ? LIMIT 1"
        (text,) = hand.execute(sql, (chance.randint(1, last),)).fetchone()
        first, second = chance.sample(text.split(), 2)
        yield from (first[:length] for length in range(2, len(first) + 1))
        yield from (f"{first} {second[:length]}" for length in range(2, len(second) + 1))


def _fill_notes(path: Path, interviews: int) -> tuple[float, float]:
    """Notes of words as common and as rare as in a language; MB of the texts and of the index."""
    chance = random.Random(7)
    made = {"".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(30_000)}
    words = [*_STOP_WORDS.split(), *sorted(made, key=lambda _: chance.random())]
    weights = [*accumulate(1 / (place + 2.7) for place in range(len(words)))]

    def notes() -> Iterator[tuple[int, int, str]]:
        for interview in range(1, interviews + 1):
            for number in range(1000, 1000 + NOTES):
                count = chance.randint(6, 22)
                yield (
                    interview,
                    number,
                    " ".join(chance.choices(words, cum_weights=weights, k=count)),
                )

    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        # As fast as it goes: the index is made in one go from the finished notes.
        db.execute("PRAGMA synchronous = OFF")
        trigger = "SELECT sql FROM sqlite_master WHERE name = 'notes_fts_insert'"
        (keep,) = db.execute(trigger).fetchone()
        db.executescript(_COPY)
        db.execute("BEGIN")
        db.execute("DROP TRIGGER notes_fts_insert")
        db.executemany(
            "INSERT INTO notes (interview, id, wall_ms, mono_ms, boot, text, kind, private)"
            " VALUES (?, ?, 0, 0, '', ?, 'plain', 0)",
            notes(),
        )
        db.execute(keep)
        db.execute("COMMIT")
        before = _pages(db)
        db.execute("INSERT INTO notes_fts (notes_fts) VALUES ('rebuild')")
        (texts,) = db.execute("SELECT sum(length(CAST(text AS BLOB))) FROM notes").fetchone()
        return texts / 1e6, (_pages(db) - before) * 4096 / 1e6


def _pages(db: sqlite3.Connection) -> int:
    """Pages in use."""
    (count,) = db.execute("PRAGMA page_count").fetchone()
    (free,) = db.execute("PRAGMA freelist_count").fetchone()
    return int(count) - int(free)

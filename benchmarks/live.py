"""The live page with 500 notes: typing, Enter, and a minute of its clock."""

import tempfile
from pathlib import Path
from statistics import median

from benchmarks.measure import Row, begin_probe, end_probe, probe
from benchmarks.samples import live_sample, shipped_guide
from interview_desk.desk.navigation import Page, Place
from interview_desk.paths import data_directory, store_file
from interview_desk.store.store import Store
from interview_desk.system_clock import SystemClock

_FRAME_MS = 16.0
_CLOCK_S, _ROUNDS = 12, 5


def rows() -> list[Row]:
    """Keys and Enter up to the paint; a minute of the clock."""
    with tempfile.TemporaryDirectory() as folder:
        typed = probe("live_keys.py", str(Path(folder) / "keys"))
        plain, letter, slowest_letter, bare, enter, slowest_enter, *more = typed
        paste, after, words_only, pictured = more
        minute = _beside_floor(_live(Path(folder) / "live"))
    return [
        Row("key to paint, 500 notes on the page", "ms", plain, letter, 1.5),
        Row("the slowest key, against a frame", "ms", _FRAME_MS, slowest_letter, 1.0),
        Row("Enter to committed and painted, 500 notes", "ms", bare, enter, 1.2),
        Row("the slowest Enter, against a frame", "ms", _FRAME_MS, slowest_enter, 1.0),
        Row("a word of 200,000 letters pasted, against a frame", "ms", _FRAME_MS, paste, 1.0),
        Row("a letter typed after it, against a frame", "ms", _FRAME_MS, after, 0.25),
        Row("a letter with ten pictures, against without", "ms", words_only, pictured, 1.1),
        Row("a minute of the live clock, CPU", "ms", *minute, 1.4),
    ]


def _live(folder: Path) -> Path:
    """Records with an interview that runs, to be opened at it."""
    store = Store.open(store_file(data_directory(folder)))
    row = store.create(live_sample(shipped_guide(), SystemClock().now(), notes=500))
    store.set_setting("place", str(Place.in_interview(Page.LIVE, row)))
    store.close()
    return folder


def _beside_floor(folder: Path) -> tuple[float, float]:
    """CPU ms of a minute of the floor and of the desk: medians, both running at a time."""
    found: list[list[float]] = []
    for _ in range(_ROUNDS):
        arguments = (str(folder), str(_CLOCK_S))
        begun = [begin_probe("live_clock.py", what, *arguments) for what in ("floor", "desk")]
        found.append([end_probe(each)[0] * 60 / _CLOCK_S for each in begun])
    return median(floor for floor, _ in found), median(desk for _, desk in found)

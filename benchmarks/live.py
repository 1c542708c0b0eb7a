"""The live page with 500 notes: typing, Enter, the clock, and a window left alone."""

import tempfile
from pathlib import Path
from statistics import median

from benchmarks.measure import Row, begin_probe, end_probe, probe
from benchmarks.samples import fill_store, live_sample, shipped_guide
from interview_desk.desk.place import Page, Place
from interview_desk.paths import data_directory, store_file
from interview_desk.store.store import Store
from interview_desk.system_clock import SystemClock

_FRAME_MS = 16.0
_CLOCK_S, _IDLE_S, _ROUNDS = 12, 5, 5


def rows() -> list[Row]:
    """Keys and Enter up to the paint; a minute of the clock; wake-ups of the library."""
    with tempfile.TemporaryDirectory() as folder:
        typed = probe("live_keys.py", str(Path(folder) / "keys"))
        plain, letter, slowest_letter, bare, enter, slowest_enter = typed
        clock = _beside("floor", _live(Path(folder) / "live"), _CLOCK_S, _ROUNDS)
        idle = _beside("still", _quiet(Path(folder) / "quiet"), _IDLE_S, 1)
    minute = [cpu * 60 / _CLOCK_S for cpu, _ in clock]
    woken = [wakes for _, wakes in idle]
    return [
        Row("key to paint, 500 notes on the page", "ms", plain, letter, 1.5),
        Row("the slowest key, against a frame", "ms", _FRAME_MS, slowest_letter, 1.0),
        Row("Enter to committed and painted, 500 notes", "ms", bare, enter, 1.2),
        Row("the slowest Enter, against a frame", "ms", _FRAME_MS, slowest_enter, 1.0),
        Row("a minute of the live clock, CPU", "ms", minute[0], minute[1], 1.5),
        # Both were woken once to be asked.
        Row(f"wake-ups in {_IDLE_S} s of the library", "", woken[0], woken[1], 1.0),
    ]


def _live(folder: Path) -> Path:
    """Records with an interview that runs, to be opened at it."""
    store = Store.open(store_file(data_directory(folder)))
    row = store.create(live_sample(shipped_guide(), SystemClock().now(), notes=500))
    store.set_setting("place", str(Place(Page.LIVE, row)))
    store.close()
    return folder


def _quiet(folder: Path) -> Path:
    fill_store(folder, 500)
    return folder


def _beside(floor: str, folder: Path, seconds: int, rounds: int) -> list[tuple[float, float]]:
    """CPU ms and wake-ups of the floor and of the desk: medians, both running at a time."""
    found: list[list[list[float]]] = []
    for _ in range(rounds):
        arguments = (str(folder), str(seconds))
        begun = [begin_probe("live_clock.py", what, *arguments) for what in (floor, "desk")]
        found.append([end_probe(each) for each in begun])
    return [
        (median(each[which][0] for each in found), median(each[which][1] for each in found))
        for which in (0, 1)
    ]

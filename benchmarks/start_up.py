"""From the start of a process to a window painted, and the memory it then holds."""

import tempfile
import time
from pathlib import Path

from benchmarks.measure import Row, in_turn, probe
from benchmarks.samples import fill_store

_RUNS = 15


def rows() -> list[Row]:
    """Start to first paint, to rows shown, with many interviews, and memory."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder) / "few", Path(folder) / "many"
        fill_store(few, 500)
        fill_store(many, 20_000)
        paint = in_turn(lambda: _bare("paint"), lambda: _desk(few, "paint"), _RUNS)
        option = in_turn(lambda: _bare("paint"), lambda: _with_option(few, "paint"), _RUNS)
        shown = in_turn(lambda: _bare("paint"), lambda: _desk(few, "rows"), _RUNS)
        grown = in_turn(lambda: _desk(few, "rows"), lambda: _desk(many, "rows"), _RUNS)
        memory = in_turn(lambda: _bare("memory"), lambda: _desk(few, "memory"), 3)
        # The probe's own timer is one of them, in the bare window too.
        idle = in_turn(lambda: _bare("idle"), lambda: _desk(few, "idle"), 1, warm_up=0)
    return [
        Row("start to first paint, 500 interviews", "ms", *paint, 1.3),
        Row("the same, typed with --data-dir", "ms", *option, 1.3),
        Row("start to rows shown, 500 interviews", "ms", *shown, 1.4),
        Row("the same, 20,000 against 500", "ms", *grown, 1.05),
        Row("resident memory after start", "MB", *memory, 1.4),
        Row("wake-ups in 5 s, no interview running", "", *idle, 1.0),
    ]


def _bare(figure: str) -> float:
    return _probe("bare_window.py", figure)


def _desk(folder: Path, figure: str) -> float:
    """Typed without an option: the folder is the usual one."""
    return _probe("desk_window.py", figure, INTERVIEW_DESK_HOME=str(folder))


def _with_option(folder: Path, figure: str) -> float:
    return _probe("desk_window.py", figure, "--data-dir", str(folder))


def _probe(script: str, figure: str, *words: str, **variables: str) -> float:
    """What the probe prints: ms from here to its moment, or MB."""
    return probe(script, figure, str(time.monotonic_ns()), *words, **variables)[0]

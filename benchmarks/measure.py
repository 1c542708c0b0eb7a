"""Two things measured in turn, so that a drift of the machine's speed meets both alike."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_ROOT = Path(__file__).parent.parent
_PROBES = _ROOT / "benchmarks" / "probes"
# What is measured is what stands beside the benchmarks, whatever else is installed.
_OURS = os.pathsep.join((str(_ROOT / "src"), str(_ROOT)))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: medians in a unit, and the most the ratio may be."""

    what: str
    unit: str
    floor: float
    ours: float
    budget: float

    @property
    def ratio(self) -> float:
        """How many times the floor it takes."""
        return self.ours / self.floor

    @property
    def over(self) -> bool:
        """Whether it is over its budget."""
        return self.ratio > self.budget

    def __str__(self) -> str:
        mark = "  OVER" if self.over else ""
        return (
            f"{self.what:<50} {self.floor:>7.2f} {self.unit:<2} {self.ours:>7.2f} {self.unit:<2} "
            f"{self.ratio:>6.2f}x {self.budget:>6.2f}x{mark}"
        )


def in_turn(
    floor: Callable[[], float], ours: Callable[[], float], runs: int, warm_up: int = 1
) -> tuple[float, float]:
    """The medians of what the two return, called one after the other ``runs`` times."""
    pairs = [(floor(), ours()) for _ in range(warm_up + runs)][warm_up:]
    return median(a for a, _ in pairs), median(b for _, b in pairs)


def probe(script: str, *arguments: str, **variables: str) -> list[float]:
    """The numbers that a program of `probes` prints."""
    return end_probe(begin_probe(script, *arguments, **variables))


def begin_probe(script: str, *arguments: str, **variables: str) -> subprocess.Popen[str]:
    """Start a program of `probes`, with variables of the environment as well.

    Without a display it draws in memory.
    """
    environment = {**os.environ, "PYTHONPATH": _OURS, **variables}
    # Installed programs are compiled once; compiling again at each start is nobody's start.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return subprocess.Popen(
        [sys.executable, _PROBES / script, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )


def end_probe(begun: subprocess.Popen[str]) -> list[float]:
    """What it prints, when it is done. Raises CalledProcessError if it fails."""
    printed, _ = begun.communicate()
    if begun.returncode:
        raise subprocess.CalledProcessError(begun.returncode, begun.args)
    return [float(word) for word in printed.split()]

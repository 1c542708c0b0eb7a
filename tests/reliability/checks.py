"""The checks there are, and how much of each makes a full run and a short one."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from tests.reliability.promise import Tally


@dataclass(frozen=True, slots=True)
class Check:
    """A module of this folder with a function ``keep``, and its share of a full run.

    ``parts`` times ``rounds``, each part with a seed and a folder of its own, so that the counts
    can be told as they grow and a broken promise repeated in minutes; ``short`` rounds in
    `make test`.
    """

    module: str
    parts: int
    rounds: int
    short: int

    def keep(self, rounds: int, seed: int, folder: Path) -> Tally:
        """So many rounds from that seed, in that empty folder.

        Raises NotHereError where this machine lacks what it takes.
        """
        found: Tally = import_module(f"tests.reliability.{self.module}").keep(rounds, seed, folder)
        return found


CHECKS = (
    Check("kills", parts=10, rounds=100, short=10),
    Check("power_cuts", parts=5, rounds=100, short=3),
    Check("hostile_files", parts=10, rounds=100, short=24),
    Check("faults", parts=5, rounds=50, short=6),
    Check("random_keys", parts=3, rounds=10_000, short=300),
    Check("footprint", parts=1, rounds=3, short=1),
)

"""`make reliability`: every promise that nothing is lost, tried over and over.

Prints the counts of each check as they grow, and stops at the first broken promise with what
repeats it. A check that cannot run on this machine is told, and told again at the end.
"""

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.reliability.checks import CHECKS, Check
from tests.reliability.promise import NotHereError


def main(arguments: Sequence[str]) -> int:
    """Runs what is asked for; 0 if no promise was broken."""
    asked = _parser().parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    started, not_run = time.monotonic(), []
    for check in CHECKS:
        if asked.only in ("", check.module):
            try:
                if not _run(check, asked):
                    return 1
            except NotHereError as reason:
                print(f"{check.module}: not run: {reason}", flush=True)
                not_run.append(check.module)
    minutes = (time.monotonic() - started) / 60
    kept = "Every promise was kept" + (" by what was run" if not_run else "")
    print(f"{kept}, in {minutes:.1f} minutes.")
    if not_run:
        print(f"NOT RUN on this machine: {', '.join(not_run)}.")
    return 0


def _run(check: Check, asked: argparse.Namespace) -> bool:
    """All parts of one check; False at the first that broke a promise, once that is told."""
    counts: Counter[str] = Counter()
    started = time.monotonic()
    parts = 1 if asked.short or asked.rounds else check.parts
    rounds = asked.rounds or (check.short if asked.short else check.rounds)
    for seed in range(asked.seed, asked.seed + parts):
        with tempfile.TemporaryDirectory(prefix="interview-desk-") as folder:
            tally = check.keep(rounds, seed, Path(folder))
        counts.update(tally.counts)
        told = ", ".join(f"{number:,} {what}" for what, number in counts.items())
        print(f"{check.module}: {told}; {time.monotonic() - started:.0f} s", flush=True)
        if tally.broken:
            print(*(f"BROKEN: {each}" for each in tally.broken), sep="\n")
            again = f"--only {check.module} --rounds {rounds} --seed {seed}"
            print(f"Again with: python -m tests.reliability {again}", flush=True)
            return False
    return True


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.reliability", description=__doc__)
    names = [check.module for check in CHECKS]
    parser.add_argument("--only", choices=names, default="", help="this check alone")
    parser.add_argument("--short", action="store_true", help="as few rounds as `make test` runs")
    parser.add_argument("--rounds", type=int, default=0, help="one part of so many rounds")
    parser.add_argument("--seed", type=int, default=1, help="what chance begins with (1)")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

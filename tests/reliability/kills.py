"""SIGKILL at any moment: all that was told as saved is there, and the program goes on.

Of ten kills two meet the real window, one a program that makes its records for the first time,
and seven a program that acts on an interview in any order as fast as the disk takes it.
"""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from interview_desk.errors import UserError
from interview_desk.paths import store_file
from interview_desk.store.store import Store
from tests.reliability.acknowledged import Acknowledged, in_words
from tests.reliability.promise import Tally

_ROOT = Path(__file__).parents[2]
_LIVES_IN_A_FOLDER = 100  # of all three kinds together
_STUCK_S = 60


@dataclass
class Victim:
    """Programs of one kind that follow one another in one folder, each killed."""

    program: str
    folder: Path
    lives: int = 0
    told: Acknowledged = field(default_factory=Acknowledged)

    def kill(self, lines: int, seconds: float) -> list[str]:
        """Start one, kill it so long after so many lines; the promises that it broke."""
        self.told.new_life()
        draft_before = _draft_of(store_file(self.folder))
        with self._started() as child:
            assert child.stdout is not None
            for _ in range(lines):
                self.told.hear(child.stdout.readline())
            time.sleep(seconds)  # a moment by chance: what the kill meets is what is tried
            child.send_signal(signal.SIGKILL)
            for line in child.stdout:
                self.told.hear(line)
        self.lives += 1
        faults = self._faults()
        if child.returncode != -signal.SIGKILL:
            faults.append(f"it ended by itself, with {child.returncode}")
        if self.told.found is not None and self.told.found != draft_before:
            faults.append(f"the field held {self.told.found!r}, the draft was {draft_before!r}")
        if errors := (self.folder / "errors").read_text(encoding="utf-8"):
            faults.append(f"it wrote: {errors}")
        return [
            f"life {self.lives} of {self.program} in {self.folder.name}: {each}" for each in faults
        ]

    @contextmanager
    def _started(self) -> Iterator[subprocess.Popen[str]]:
        place = self.folder if self.program == "killed_window" else store_file(self.folder)
        command = [sys.executable, "-m", f"tests.reliability.{self.program}"]
        with (
            (self.folder / "errors").open("w", encoding="utf-8") as errors,
            subprocess.Popen(
                [*command, str(place), str(self.lives)],
                cwd=_ROOT,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            ) as child,
        ):
            yield child

    def _faults(self) -> list[str]:
        path = store_file(self.folder)
        if not path.exists() and not self.told.records:
            return []
        try:
            with closing(Store.open(path)) as store:
                rows = store.list()
                if len(rows) > 1 or len(rows) < bool(self.told.records):
                    return [f"there are {len(rows)} interviews"]
                faults = []
                for row in rows:
                    interview, _ = store.load(row.row), store.load_journal(row.row)
                    faults += self.told.faults_of(
                        in_words(interview.records.values()), _draft_of(path)
                    )
        except UserError as error:
            return [f"the records do not open: {error}"]
        return [*faults, *_unsound(path)]


def keep(rounds: int, seed: int, folder: Path) -> Tally:
    """So many kills, at moments drawn from the seed."""
    chance = random.Random(seed)
    counts: Counter[str] = Counter()
    broken: list[str] = []
    victims: dict[str, Victim] = {}
    for number in range(rounds):
        kind = ("window", *["writer"] * 4, "window", *["writer"] * 3, "first start")[number % 10]
        share = number if kind == "first start" else number // _LIVES_IN_A_FOLDER
        place = folder / f"{kind}-{share}"
        victim = victims.setdefault(place.name, _victim(kind, place))
        broken += victim.kill(*_moment(kind, chance))
        counts["kills"] += 1
        counts[f"of the {kind}"] += 1
    counts["changes told as saved"] = sum(each.told.changes for each in victims.values())
    return Tally("kills", counts, broken)


def _victim(kind: str, folder: Path) -> Victim:
    folder.mkdir(mode=0o700, exist_ok=True)
    return Victim("killed_window" if kind == "window" else "killed_writer", folder)


def _moment(kind: str, chance: random.Random) -> tuple[int, float]:
    """After how many lines the kill comes, and how many seconds after them."""
    match kind:
        case "window":
            return chance.choice(((1, chance.uniform(0, 0.4)), (3, chance.uniform(0, 2.5))))
        case "first start":
            return 1, chance.uniform(0, 0.06)
        case _:
            return chance.randrange(1, 120), chance.uniform(0, 0.004)


def _draft_of(path: Path) -> str:
    """The text of the only draft; empty if there is none."""
    if not path.exists():
        return ""
    with closing(sqlite3.connect(path)) as conn:
        try:
            row = conn.execute("SELECT text FROM drafts").fetchone()
        except sqlite3.OperationalError:  # killed before the tables were made
            return ""
    return str(row[0]) if row else ""


def _unsound(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as conn:
        found = conn.execute("PRAGMA integrity_check").fetchall()
        loose = conn.execute("PRAGMA foreign_key_check").fetchall()
    return [f"the file is not sound: {found}, {loose}"] if found != [("ok",)] or loose else []

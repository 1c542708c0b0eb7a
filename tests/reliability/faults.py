"""The disk and the files harmed under the real window: what it showed as saved is found again.

The harms are those of `harms`, and a disk that is full, read-only, locked or failing. What a
harm takes mounting or a compiler for is left out where there is none, and counted as left out.
"""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from interview_desk.errors import UserError
from interview_desk.paths import store_file
from interview_desk.store.backups.backups import BackupKind, list_backups
from interview_desk.store.backups.integrity import faults_in
from interview_desk.store.backups.salvage import salvage
from interview_desk.store.store import Store
from tests.helpers.samples import prepared
from tests.reliability.acknowledged import Acknowledged, in_words
from tests.reliability.promise import NotHereError, Tally
from tests.store.disks import fill
from tests.store.harms import DISPLACING, WRITING_OVER

_ROOT = Path(__file__).parents[2]
_DISK = Path(__file__).with_name("failing_disk.c")
_LACKING = "what the harm takes is not here"
_NOTES_BEFORE, _NOTES_AFTER = 3, 5
_PATIENCE_S = 4.0
_STUCK_S = 90.0


@dataclass
class Round:
    """One window on a folder of its own, and what it told."""

    folder: Path
    scratch: Path
    chance: random.Random
    told: Acknowledged
    refused: int = 0

    @property
    def store(self) -> Path:
        """The file that is harmed."""
        return store_file(self.folder)

    @contextmanager
    def window(self, environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
        """The window, killed at the end."""
        errors = (self.scratch / "errors").open("w", encoding="utf-8")
        command = [sys.executable, "-m", "tests.reliability.harmed_window", str(self.folder), "1"]
        with (
            errors,
            subprocess.Popen(
                command, cwd=_ROOT, stdout=subprocess.PIPE, stderr=errors, text=True,
                env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | environment,
            ) as child,
        ):  # fmt: skip
            yield child
            child.send_signal(signal.SIGKILL)
            assert child.stdout is not None
            for line in child.stdout:
                self._hear(line)

    def listen(self, child: subprocess.Popen[str], changes: int, seconds: float) -> None:
        """Hear what it tells until so many changes more were saved from now on, or for so long."""
        assert child.stdout is not None
        now = time.monotonic()
        while changes and time.monotonic() < now + seconds:
            before = self.told.changes
            line = child.stdout.readline()  # a window that lives tells something all the time
            if not line:
                break
            self._hear(line)
            # What it had told before is read only now.
            changes -= self.told.changes > before and self.told.ms > now * 1000 + 1

    def _hear(self, line: str) -> None:
        self.told.hear(line)
        self.refused += '"refused": "' in line


Harm = Callable[[Round], Iterator[None]]


def _once(work: Callable[[Path, Path], None]) -> Harm:
    """A harm done to the files at once."""

    def harm(done: Round) -> Iterator[None]:
        work(done.store, done.scratch / "older.db")
        yield

    return harm


def _full(done: Round) -> Iterator[None]:
    filler = fill(done.folder)
    yield
    filler.unlink()


def _read_only(done: Round) -> Iterator[None]:
    _mount("--bind", str(done.folder), str(done.folder))
    _mount("-o", "remount,bind,ro", str(done.folder))
    yield
    subprocess.run(["umount", "-l", done.folder], check=True)


def _locked(done: Round) -> Iterator[None]:
    with closing(sqlite3.connect(done.store, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def _failing(done: Round) -> Iterator[None]:
    trigger = done.scratch / "failing"
    trigger.touch()
    yield
    trigger.unlink()


def _no_rights(done: Round) -> Iterator[None]:
    done.folder.chmod(0)
    done.store.chmod(0) if os.access(done.store, os.W_OK) else None
    yield
    done.folder.chmod(0o700)
    done.store.chmod(0o600)


def _foreign_log(done: Round) -> Iterator[None]:
    """Another laptop's log in the place of this one's: a sync program's doing."""
    other = done.scratch / "other" / done.store.name
    other.parent.mkdir()
    with closing(Store.open(other)) as store:
        store.create(prepared(uid="elsewhere"))
        log = done.store.with_name(f"{done.store.name}-wal")
        shutil.copyfile(other.with_name(log.name), done.scratch / "log")
        (done.scratch / "log").replace(log)
    yield


# By what they take: nothing, a disk of the round's own, a view of a folder, a compiler.
_PLAIN: dict[str, Harm] = {
    **{name: _once(harm) for name, harm in {**DISPLACING, **WRITING_OVER}.items()},
    "locked": _locked,
    "without rights": _no_rights,
    "with another's log": _foreign_log,
}
_MOUNTED: dict[str, Harm] = {"on a full disk": _full, "read-only": _read_only}
_COMPILED: dict[str, Harm] = {"on a failing disk": _failing}
_EVERY = {**_PLAIN, **_MOUNTED, **_COMPILED}


def keep(rounds: int, seed: int, folder: Path) -> Tally:
    """So many windows, each harmed once; every kind of harm comes before one comes again."""
    chance = random.Random(seed)
    counts: Counter[str] = Counter({"harms": 0, "changes told as saved": 0})
    broken: list[str] = []
    names: list[str] = []
    for number in range(rounds):
        names = names or chance.sample([*_EVERY], len(_EVERY))
        name = names.pop()
        place = folder / f"{number}"
        place.mkdir()
        try:
            with _disk(place / "data", name):
                done = Round(place / "data", place, random.Random(chance.random()), Acknowledged())
                broken += [f"round {number}, {name}: {each}" for each in _harm(done, name)]
        except NotHereError:
            counts["left out on this machine"] += 1
            continue
        counts["harms"] += 1
        counts["changes told as saved"] += done.told.changes
        counts["notes told as not saved"] += done.refused
    return Tally("faults", counts, broken)


def _harm(done: Round, name: str) -> list[str]:
    """Harm the files of a window that takes notes, kill it; the promises that it broke."""
    environment = {}
    if name in _COMPILED:
        environment = {
            "LD_PRELOAD": str(_compiled(done.scratch)),
            "FAULTS": str(done.scratch / "failing"),
            "FAULTS_EVERY": str(done.chance.choice((1, 3, 10, 40, 150))),
        }
    with closing(Store.open(done.store)) as store:
        store.create(prepared(uid="older"))
    shutil.copyfile(done.store, done.scratch / "older.db")
    with done.window(environment) as child:
        done.listen(child, _NOTES_BEFORE, _STUCK_S)
        for _ in _EVERY[name](done):
            done.listen(child, _NOTES_AFTER, _PATIENCE_S)
        if done.chance.random() < 0.5:
            done.listen(child, 1, _PATIENCE_S)
        ended = child.poll()
    faults = [] if ended is None else [f"it ended by itself, with {ended}"]
    if done.told.changes < _NOTES_BEFORE:
        faults.append("it took no notes")
    errors = (done.scratch / "errors").read_text(encoding="utf-8")
    if errors:
        faults.append(f"it wrote: {errors}")
    stored = _found(done.store)
    faults += [
        f"{key} was told as {told}, and is {stored.get(key)}"
        for key, told in done.told.records.items()
        if stored.get(key) != told
    ]
    return faults


def _found(store: Path) -> dict[str, str | None]:
    """Every record that a user finds: in the store, or in a copy that was set aside."""
    try:
        if store.is_file() and store.stat().st_size and faults_in(store):
            salvage(store, prepared().guide, datetime(2026, 11, 23))  # noqa: DTZ001 - a file's name
        aside = [each.path for each in list_backups(store) if each.kind is BackupKind.SET_ASIDE]
    except UserError:
        aside = []
    found: dict[str, str | None] = {}
    for path in (*aside, store):
        try:
            with closing(Store.open(path)) as opened:
                for row in opened.list():
                    if row.uid not in {"older", "elsewhere"}:
                        found |= in_words(opened.load(row.row).records.values())
        except UserError:
            continue
    return found


@contextmanager
def _disk(folder: Path, name: str) -> Iterator[None]:
    """The folder, on a disk of its own where the harm is one of disks."""
    folder.mkdir(mode=0o700)
    if name not in _MOUNTED:
        yield
        return
    size = "size=2560k,mode=0700" if _MOUNTED[name] is _full else "mode=0700"
    _mount("-t", "tmpfs", "-o", size, "records", str(folder))
    try:
        yield
    finally:
        while os.path.ismount(folder):
            subprocess.run(["umount", "-l", folder], check=True)


def _mount(*arguments: str) -> None:
    if sys.platform != "linux":
        raise NotHereError(_LACKING)
    if subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode:
        raise NotHereError(_LACKING)


def _compiled(folder: Path) -> Path:
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or sys.platform != "linux":
        raise NotHereError(_LACKING)
    library = folder / "failing_disk.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(_DISK), "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    return library

"""What was said to be done is there after a power cut, whatever the disk had got to.

Each durable operation is done once by real processes while `strace` writes down what they do to
their files. From that the folder is rebuilt as a disk could have it after a cut at any moment,
and looked at by the product's own means. Controls rebuild it as if nothing, or no folder, had
ever been synced: they must find losses, or the check would see none.
"""

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from interview_desk.errors import UserError
from tests.reliability.disk import Disk, Said, Sync
from tests.reliability.durable_checks import RECORDS, Broken
from tests.reliability.durable_operations import OPERATIONS, Operation
from tests.reliability.promise import NotHereError, Tally
from tests.reliability.strace import why_not
from tests.reliability.system_calls import Recorder

_ROOT = Path(__file__).parents[2]
_CONTROLS = 6  # for each operation: a control has only to find one of many losses


def keep(
    rounds: int, seed: int, folder: Path, operations: Sequence[Operation] = OPERATIONS
) -> Tally:
    """Looks at so many states after a cut, as many of each operation; few are of some of them."""
    if reason := why_not():
        raise NotHereError(reason)
    chance = Random(seed)
    if rounds < len(operations):
        operations = chance.sample(operations, rounds)
    counts = dict.fromkeys(
        ("states", "lines that were said before", "controls", "controls that found a loss"), 0
    )
    broken: list[str] = []
    for number, operation in enumerate(operations):
        done = Done(operation, folder / f"{number:02}")
        for state in range(len(range(number, rounds, len(operations)))):
            # The first one when all was said, which tells most.
            cut = done.any_moment(chance) if state else len(done.recorder.events)
            counts["states"] += 1
            counts["lines that were said before"] += len(done.said(cut))
            if lost := done.lost(cut, chance, lambda _sync: True):
                broken.append(
                    f"{operation.name}, cut after call {cut}: lost {'; '.join(lost[:3])}"
                    f" ({len(lost)} in all)"
                )
        broken += _control(done, chance, counts)
        shutil.rmtree(done.folder)
    return Tally("power cuts", counts, broken)


def _control(done: "Done", chance: Random, counts: dict[str, int]) -> Broken:
    """Nothing synced, then no folder synced, with all said: some of it must be found missing."""
    folders, found = done.recorder.folders, 0
    for heeded in (lambda _sync: False, lambda sync: sync.file not in {None, *folders}):
        for _ in range(_CONTROLS):
            counts["controls"] += 1
            found += bool(done.lost(len(done.recorder.events), chance, heeded))
    counts["controls that found a loss"] += found
    if found:
        return []
    return [f"{done.operation.name}: with nothing synced no loss was found, so the check is blind"]


class Done:
    """An operation that was done once, below ``folder``, and every moment of it."""

    def __init__(self, operation: Operation, folder: Path) -> None:
        self.operation = operation
        self.folder = folder
        self._end = folder / "disk"
        self._end.mkdir(parents=True)
        operation.prepare(self._end)
        self.recorder = Recorder(self._end)
        self._states = 0
        for command in operation.commands:
            self.recorder.run(_argv(command), _environment(), folder / "calls")

    def any_moment(self, chance: Random) -> int:
        """How many calls were made before the cut: as often right after something was said."""
        events = self.recorder.events
        after_said = [at + 1 for at, event in enumerate(events) if isinstance(event, Said)]
        if after_said and chance.random() < 0.5:
            return chance.choice(after_said)
        return chance.randint(0, len(events))

    def said(self, cut: int) -> list[str]:
        """The whole lines that were said before the cut."""
        events = self.recorder.events[:cut]
        text = "".join(event.text for event in events if isinstance(event, Said))
        return text.split("\n")[:-1]

    def lost(self, cut: int, chance: Random, heeded: Callable[[Sync], bool]) -> Broken:
        """What was said to be there before the cut and is not after it."""
        recorder = self.recorder
        disk = Disk(
            {number: bytearray(content) for number, content in recorder.contents.items()},
            {number: dict(names) for number, names in recorder.folders.items()},
        )
        disk.play(recorder.events[:cut], heeded)
        self._states += 1
        state = self.folder / f"state-{self._states:04}" / "disk"
        _make(state, disk.after_cut(chance))
        try:
            lost = self.operation.check(state, self.said(cut), self._end)
        except (UserError, sqlite3.Error, AssertionError) as error:
            lost = [f"the sound state of everything: {error}"]
        shutil.rmtree(state.parent)
        return lost


def _make(folder: Path, files: dict[str, bytes]) -> None:
    folder.mkdir(mode=0o700, parents=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(content)


def _argv(command: str) -> list[str]:
    word, *rest = command.split(" ")
    if word == "act":
        return [sys.executable, "-m", "tests.reliability.durable_acts", *rest, RECORDS]
    return [sys.executable, "-m", "interview_desk", "--data-dir", RECORDS, word, *rest]


def _environment() -> dict[str, str]:
    paths = os.pathsep.join((str(_ROOT / "src"), str(_ROOT)))
    return os.environ | {"PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}

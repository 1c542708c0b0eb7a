"""The window killed at any moment loses nothing that it showed as saved, and goes on."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

from interview_desk.interview.status import Status
from interview_desk.paths import store_file
from interview_desk.store.store import Store

TYPIST = Path(__file__).with_name("typist.py")
ROUNDS = 6


def type_and_kill(folder: Path, first: int, notes: int) -> tuple[list[int], str]:
    """Let the typist go on until it has so many notes, then kill it within one more."""
    child = subprocess.Popen(
        [sys.executable, str(TYPIST), str(folder), str(first)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert child.stdout is not None
    found, kept = "", []
    for line in child.stdout:
        if line.startswith("found "):
            found = line
        else:
            kept.append(int(line.split()[1]))
        if len(kept) >= notes:
            break
    child.send_signal(signal.SIGKILL)
    # What was printed before the kill but not read yet was acknowledged too.
    rest, _ = child.communicate()
    kept += [int(line.split()[1]) for line in rest.splitlines() if line.startswith("kept ")]
    return kept, found


def test_no_acknowledged_note_is_lost_and_the_interview_goes_on(tmp_path: Path) -> None:
    chance = random.Random(7)
    kept: list[int] = []
    found: list[str] = []
    for _ in range(ROUNDS):
        more, said = type_and_kill(tmp_path, first=len(kept) * 10 + 1, notes=chance.randint(1, 9))
        kept += more
        found.append(said)

    store = Store.open(store_file(tmp_path))
    interview = store.load(store.list()[0].row)
    one = store.count()
    store.close()

    assert one == 1, "the window came back to the same interview each time"
    assert interview.status is Status.LIVE
    assert {f"note {number} because" for number in kept} <= {n.text for n in interview.notes}
    assert all("Interview Desk was closed for" in said for said in found[1:])

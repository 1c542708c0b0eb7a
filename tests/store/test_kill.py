"""A program that is killed at any moment loses nothing that it said was saved."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from interview_desk.store.journal import KEPT
from interview_desk.store.store import Store
from tests.helpers.samples import prepared

ROOT = Path(__file__).parents[2]
WRITER = Path(__file__).with_name("endless_writer.py")
KILLS = 12


def write_until_killed(path: Path, lines: int) -> list[str]:
    """What the writer said before it was killed, which comes after so many lines of it."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    command = [sys.executable, str(WRITER), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(lines)]
        writer.send_signal(signal.SIGKILL)
        said += writer.stdout.readlines()
    assert writer.returncode == -signal.SIGKILL
    # A last line without its end was cut off by the kill.
    return [line.rstrip("\n") for line in said if line.endswith("\n")]


def test_whatever_a_killed_program_said_was_saved_is_there(path: Path) -> None:
    with closing(Store.open(path)) as store:
        row = store.create(prepared())
    chance = random.Random(20261123)
    for _ in range(KILLS):
        said = write_until_killed(path, chance.randrange(1, 60))
        with closing(Store.open(path)) as store:
            interview, journal = store.load(row), store.load_journal(row)
            draft = store.load_draft(row)
        acknowledged = {int(line.split()[1]) for line in said if line.startswith("note")}
        saved = {note.id for note in interview.notes}
        assert acknowledged <= saved
        assert len(journal.done) == min(len(saved), KEPT)
        if said[-1].startswith("draft"):
            # Either still the draft, or by now the note, which may have cleared it.
            assert draft is None or draft.text >= said[-1].removeprefix("draft ")
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

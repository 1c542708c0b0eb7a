"""A disk that fails once: told as such, not as damage, and nothing is lost by it."""

import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from interview_desk.store.backups.integrity import faults_in
from interview_desk.store.store import Store
from tests.helpers.samples import prepared
from tests.store.harms import side
from tests.store.stored_play import begin

ROOT = Path(__file__).parents[2]
FAILING = ROOT / "tests" / "reliability" / "failing_disk.c"
WORK = """
import sys
from pathlib import Path
from interview_desk.store.backups.integrity import faults_in
from interview_desk.store.errors import StoreError
from interview_desk.store.store import Store
from tests.store.stored_play import StoredPlay

path = Path(sys.argv[1])

def note(store):
    StoredPlay(store, 1).note("late")
    print("kept")

def work():
    store = Store.open(path)
    for step in (store.list, lambda: store.search("words"), lambda: note(store), store.close):
        try:
            step()
        except StoreError as error:
            print(error.trouble.name)
    print(*faults_in(path))

try:
    work()
except StoreError as error:
    print(error.trouble.name)
"""


@pytest.fixture(scope="module")
def failing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that makes one call on the records fail."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or sys.platform != "linux":
        pytest.skip("the failing disk is compiled, for Linux")
    library = tmp_path_factory.mktemp("failing") / "failing.so"
    command = [compiler, "-shared", "-fPIC", "-o", str(library), str(FAILING), "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    return library


@pytest.fixture(scope="module")
def crashed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store as a crash left it, with a log."""
    folder = tmp_path_factory.mktemp("crashed")
    path = folder / "before" / "interviews.db"
    path.parent.mkdir()
    with closing(Store.open(path)) as store:
        played = begin(store, prepared())
        for number in range(3):
            played.note(f"words {number}")
        shutil.copytree(path.parent, folder / "after")
    side(folder / "after" / path.name, "-shm").unlink()
    return folder / "after"


@pytest.mark.parametrize("call", [1, 5, 12, 30, 70, 110, 130, 150, 200, 240, 300, 400])
def test_a_call_that_fails_is_not_told_as_damage(
    tmp_path: Path, failing: Path, crashed: Path, call: int
) -> None:
    shutil.copytree(crashed, tmp_path / "data")
    path = tmp_path / "data" / "interviews.db"
    (tmp_path / "failing").touch()
    done = subprocess.run(
        [sys.executable, "-c", WORK, path],
        capture_output=True, text=True, check=False,
        env=os.environ | {
            "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
            "LD_PRELOAD": str(failing), "FAULTS": str(tmp_path / "failing"),
            "FAULTS_EVERY": str(call), "FAULTS_ONCE": "1",
        },
    )  # fmt: skip
    said = done.stdout.split()
    assert done.stderr == ""
    assert {*said} <= {"kept", "FAULT"}
    assert faults_in(path) == ()
    with closing(Store.open(path)) as store:
        texts = [note.text for note in store.load(1).notes]
    assert texts[:3] == ["words 0", "words 1", "words 2"]
    assert ("kept" not in said) or texts[3:] == ["late"]

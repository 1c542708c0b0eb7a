"""A whole interview with a resume, questions and pictures: killed twice, shared, and erased."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pikepdf

from interview_desk.paths import store_file
from interview_desk.store.store import Store

_ROOT = Path(__file__).parents[2]
_BOARDER = Path(__file__).with_name("boarder.py")
_ENV = os.environ | {
    "QT_QPA_PLATFORM": "offscreen",
    "PYTHONPATH": os.pathsep.join((str(_ROOT), str(_ROOT / "src"))),
}
CAPTIONS = ["the queue before the workers", "the second board", "Picture", "Picture"]


def play(folder: Path, files: Path, part: str, *, kill: bool) -> None:
    """One part of the story; the window is killed at its end, or ends by itself."""
    child = subprocess.Popen(
        [sys.executable, _BOARDER, folder, files, part],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=_ENV,
    )
    assert child.stdout is not None
    said = child.stdout.readline()
    if kill:
        child.send_signal(signal.SIGKILL)
    _, errors = child.communicate(timeout=60)
    assert said == "done\n", (child.returncode, errors)


def command(folder: Path, *arguments: str) -> str:
    """What a command prints."""
    done = subprocess.run(
        [sys.executable, "-m", "interview_desk", "--data-dir", folder, *arguments],
        capture_output=True,
        text=True,
        env=_ENV,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def everything_in(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file())


def test_nothing_is_lost_and_nothing_is_left(tmp_path: Path) -> None:
    folder, other, files = (tmp_path / name for name in ("here", "there", "files"))
    files.mkdir()
    (files / "resume.txt").write_text("Mirela built the settlement engine", encoding="utf-8")
    play(folder, files, "first", kill=True)
    play(folder, files, "second", kill=True)
    play(folder, files, "third", kill=False)

    store = Store.open(store_file(folder))
    (one,) = store.list()
    interview = store.load_with_pictures(one.row)
    resume = store.load_resume(one.row)
    store.close()
    assert [note.text for note in interview.notes] == CAPTIONS
    assert [(each.width, each.height) for each in interview.all_pictures] == [
        (301, 200), (302, 200), (303, 200), (304, 200),
    ]  # fmt: skip
    assert len(interview.pictures) == 4
    assert len(interview.prepared_questions) == 5
    assert resume is not None
    assert interview.lock is not None

    with pikepdf.open(files / "rubric.pdf") as pdf:
        sizes = {
            (int(image.Width), int(image.Height))
            for page in pdf.pages
            for image in page.get_images().values()
        }
    assert {(301, 200), (302, 200), (303, 200), (304, 200)} <= sizes

    command(other, "import", str(files / "rubric.pdf"))
    store = Store.open(store_file(other))
    copy = store.load_with_pictures(store.list()[0].row)
    store.close()
    assert copy.pictures == interview.pictures
    assert [note.text for note in copy.notes] == CAPTIONS
    assert b"settlement engine" not in everything_in(other), "a resume goes nowhere by itself"

    command(folder, "erase", str(one.row), "--yes")
    left = everything_in(folder)
    for gone in (b"Tanaka", b"settlement engine", b"second board", *interview.pictures.values()):
        assert gone not in left

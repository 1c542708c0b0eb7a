"""One window for one folder, whatever a crash, a power cut or a full disk left of its lock."""

import os
import platform
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from interview_desk.errors import UserError
from interview_desk.store.folder_lock import FolderLock
from tests.store.disks import fill

HOLD = """
import sys
from pathlib import Path
from interview_desk.errors import UserError
from interview_desk.store.folder_lock import FolderLock
sys.stdin.readline()
try:
    lock = FolderLock(Path(sys.argv[1]))
except UserError:
    print("refused", flush=True)
else:
    print("held", flush=True)
    sys.stdin.readline()
    lock.release()
"""
EARLIER_RELEASE = """
import sys
from PySide6.QtCore import QLockFile
lock = QLockFile(sys.argv[1] + "/desk.lock")
lock.setStaleLockTime(0)
print("held" if lock.tryLock(0) else "refused", flush=True)
sys.stdin.readline()
"""


@contextmanager
def window(
    folder: Path, code: str = HOLD, *, starts: bool = True
) -> Iterator[subprocess.Popen[str]]:
    """Another process that wants the lock, once it is told to start."""
    command = [sys.executable, "-c", code, str(folder)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin is not None
        if starts and code is HOLD:
            go(process)
        yield process
        process.kill()


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


LEFT = {
    "empty": b"",
    "zeros": bytes(64),
    "no text": b"\xff\xfe\0garbage",
    "of a process that is gone": b"999999\ninterview-desk\nsomewhere\n\n\n",
    "of a process that lives": f"{os.getpid()}\ninterview-desk\n{platform.node()}\n\n\n".encode(),
}


@pytest.mark.parametrize("left", LEFT.values(), ids=LEFT)
def test_a_lock_that_nobody_holds_is_taken_over(tmp_path: Path, left: bytes) -> None:
    (tmp_path / "desk.lock").write_bytes(left)
    FolderLock(tmp_path).release()
    assert not (tmp_path / "desk.lock").exists()


def test_a_second_window_is_refused_by_name_and_let_in_when_the_first_is_gone(
    tmp_path: Path,
) -> None:
    with window(tmp_path) as first:
        assert said(first) == "held"
        with pytest.raises(UserError, match="already open") as caught:
            FolderLock(tmp_path)
        assert str(tmp_path / "desk.lock") in str(caught.value)
        first.send_signal(signal.SIGKILL)
        first.wait()
    FolderLock(tmp_path).release()


def test_of_windows_that_start_at_once_on_a_lock_left_behind_one_has_it(tmp_path: Path) -> None:
    for _ in range(5):
        (tmp_path / "desk.lock").write_bytes(b"")
        with window(tmp_path, starts=False) as one, window(tmp_path, starts=False) as two:
            for each in (one, two):
                go(each)
            assert sorted((said(one), said(two))) == ["held", "refused"]


def test_a_window_of_an_earlier_release_is_respected_and_respects(tmp_path: Path) -> None:
    with window(tmp_path, EARLIER_RELEASE) as earlier:
        assert said(earlier) == "held"
        with pytest.raises(UserError, match="already open"):
            FolderLock(tmp_path)
    lock = FolderLock(tmp_path)
    with window(tmp_path, EARLIER_RELEASE) as earlier:
        assert said(earlier) == "refused"
    lock.release()


@pytest.mark.skipif(os.name != "posix", reason="rights of other systems are their folders'")
def test_the_lock_is_its_owners_alone_whatever_the_umask(tmp_path: Path) -> None:
    (tmp_path / "desk.lock").touch(0o644)
    before = os.umask(0)
    try:
        for _ in range(2):
            lock = FolderLock(tmp_path)
            assert stat.S_IMODE((tmp_path / "desk.lock").stat().st_mode) == 0o600
            lock.release()
    finally:
        os.umask(before)


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "desk.lock").mkdir()
    with pytest.raises(UserError, match=r"desk\.lock must be a file"):
        FolderLock(tmp_path)


def test_a_full_disk_bars_nobodys_way(small_disk: Path) -> None:
    fill(small_disk)
    FolderLock(small_disk).release()

"""Disks that are small or read-only, which bind even root; only root can mount them."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """The folder as on a disk that cannot be written."""
    with _mounted(folder, "--bind", "-o", "ro", str(folder)):
        yield


@contextmanager
def small(folder: Path) -> Iterator[None]:
    """The folder as a disk of its own with room for 1.5 MB."""
    with _mounted(folder, "-t", "tmpfs", "-o", "size=1536k", "small"):
        yield


@contextmanager
def _mounted(folder: Path, *options: str) -> Iterator[None]:
    if sys.platform != "linux":
        pytest.skip("mounts as Linux does")
    done = subprocess.run(["mount", *options, folder], capture_output=True, check=False)
    if done.returncode != 0:
        pytest.skip("mounting needs root")
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


def fill(disk: Path) -> Path:
    """Writes until nothing more goes in; returns the file to delete to make room again."""
    path = disk / "filler"
    with path.open("wb", buffering=0) as file:
        for size in (65_536, 4_096, 1):
            try:
                while file.write(b"x" * size):
                    pass
            except OSError:
                continue
    return path

"""Stores in folders of the test's own, closed at the end."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from interview_desk.store.store import Store
from tests.store.disks import small


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's store is, or will be."""
    return tmp_path / "interviews.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A new store."""
    with closing(Store.open(path)) as store:
        yield store


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for all the examples of a property, each with an interview of its own."""
    with closing(Store.open(tmp_path_factory.mktemp("shared") / "interviews.db")) as store:
        yield store


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk that is soon full."""
    disk = tmp_path / "disk"
    disk.mkdir()
    with small(disk):
        yield disk

"""A store in a folder of the test's own, closed at its end."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from interview_desk.store.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's store is, or will be."""
    return tmp_path / "interviews.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A new store."""
    store = Store.open(path)
    yield store
    store.close()

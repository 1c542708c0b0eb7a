"""What the commands share: the records, opened when first needed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from interview_desk.paths import data_directory, store_file
from interview_desk.store.store import Store


@dataclass(frozen=True)
class Records:
    """Where the records are; None for the usual folder."""

    data_dir: Path | None

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The store, closed at the end. Raises StoreError."""
        store = Store.open(store_file(data_directory(self.data_dir)))
        try:
            yield store
        finally:
            store.close()

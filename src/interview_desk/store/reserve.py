"""A small file beside the store whose room saves the last notes when the disk is full."""

import os
from pathlib import Path

# Room for some hundred notes with their search index.
SIZE = 256 * 1024


class Reserve:
    """The reserve of one store; its file has random bytes, so that no file system packs it."""

    def __init__(self, store: Path) -> None:
        self._path = store.with_name(store.name + "-reserve")

    @property
    def spent(self) -> bool:
        """Whether there is no reserve now: it was given up, or there was no room for it."""
        try:
            return self._path.stat().st_size < SIZE
        except FileNotFoundError:
            return True

    def make(self) -> None:
        """Makes the reserve if it is missing and there is room; without room, nothing."""
        if not self.spent:
            return
        try:
            self._path.touch(0o600)
            self._path.write_bytes(os.urandom(SIZE))
        except OSError:
            self.give_up()

    def give_up(self) -> bool:
        """Makes room of the reserve; False if there was none."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True

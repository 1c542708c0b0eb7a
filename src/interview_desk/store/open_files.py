"""Whether the files of an open store are still where they were.

An open file can be moved, deleted or replaced, and whoever has it open goes on writing into what
nobody will find again. SQLite does not tell.
"""

import os
import sqlite3
from enum import Enum
from pathlib import Path

from interview_desk.store.lineage import is_whole, state_alone, states_in

_FileId = tuple[int, int]  # the device, and the number of the file on it


class Standing(Enum):
    """What is in the place of the store."""

    OURS = "the store"
    FREE = "nothing, or an emptied store"
    TAKEN = "something else"


class DisplacedError(Exception):
    """The store is no longer where it was opened."""


class OpenFiles:
    """The store's own file and the two that SQLite keeps beside it.

    Made right after the file was opened and first read. Looking costs some microseconds.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()
        link = [path] if path.is_symlink() else []
        names = (self.path, self.log, self.path.with_name(f"{self.path.name}-shm"), *link)
        self._names = [os.fspath(name) for name in names]
        self._ids, self._written = self._look()

    @property
    def log(self) -> Path:
        """The write-ahead log."""
        return self.path.with_name(f"{self.path.name}-wal")

    def check(self, conn: sqlite3.Connection) -> None:
        """Raises DisplacedError unless what is written now can be found again. Raises OSError.

        To be called in a write transaction, where nobody else writes: so nothing of what is
        compared can change meanwhile. It looks at the store alone: `are_well`, after the commit,
        looks at the others, too.
        """
        ids, written = self._look(1)
        if ids[0] != self._ids[0] or not self._is_well(conn, written):
            raise DisplacedError

    def are_there(self) -> bool:
        """Whether each is still the one that was opened."""
        return self._look()[0] == self._ids

    def are_well(self, conn: sqlite3.Connection) -> bool:
        """Whether what was committed just now can be found again. Raises OSError."""
        ids, written = self._look()
        return ids == self._ids and self._is_well(conn, written)

    @property
    def written_over(self) -> bool:
        """Whether what stands there is still the file that was opened, whatever is in it now."""
        return _id_of(self._names[0]) == self._ids[0]

    def standing(self, conn: sqlite3.Connection) -> Standing:
        """What is in the place of the store now."""
        ids, written = self._look()
        if ids[0] is None:
            return Standing.FREE
        if ids[0] != self._ids[0] or ids[3:] != self._ids[3:]:
            return Standing.TAKEN
        if written[1] == 0:
            return Standing.FREE
        ours = written == self._written or self._is_store(conn)
        return Standing.OURS if ours else Standing.TAKEN

    def own(self) -> list[Path]:
        """Those of SQLite's own files beside the store that are still the ones it opened."""
        names = zip(self._names[1:3], self._ids[1:3], strict=True)
        return [Path(name) for name, known in names if known and _id_of(name) == known]

    def _look(self, most: int | None = None) -> tuple[list[_FileId | None], tuple[int, int]]:
        """Which files there are, and when the first was last written and how long it is."""
        ids: list[_FileId | None] = []
        written = (0, 0)
        for name in self._names[:most]:
            try:
                found = os.lstat(name)
            except (FileNotFoundError, NotADirectoryError):
                ids.append(None)
                continue
            if not ids:
                written = (found.st_mtime_ns, found.st_size)
            ids.append((found.st_dev, found.st_ino))
        return ids, written

    def _is_well(self, conn: sqlite3.Connection, written: tuple[int, int]) -> bool:
        if written != self._written:
            # A checkpoint, or a program that wrote over the store in its place.
            shorter = written[1] < self._written[1]
            if not self._is_store(conn) or (shorter and not is_whole(self.path)):
                return False
            self._written = written
        return True

    def _is_store(self, conn: sqlite3.Connection) -> bool:
        """Whether the file is in a state that it has been in since its log was begun."""
        state = state_alone(self.path) or state_alone(self.path)  # a disk may fail once
        row = conn.execute("SELECT states FROM lineage").fetchone()
        if row and state in {row[0][:16].encode(), row[0][16:].encode()}:
            return True
        try:
            return any(state in each for each in states_in(self.log, checked=False))
        except FileNotFoundError:
            return False


def _id_of(name: str) -> _FileId | None:
    try:
        found = os.lstat(name)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_dev, found.st_ino

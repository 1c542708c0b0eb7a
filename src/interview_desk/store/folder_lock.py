"""One window for one folder of records: a lock that the system lets go of when its holder dies."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from interview_desk.errors import UserError
from interview_desk.store.errors import in_users_words

_OWNER_ONLY = 0o600
_TAKEN = (
    "Interview Desk is already open with these records. Two windows could write over "
    "each other; go on in the one that is open. (It holds {file}.)"
)
_NO_FILE = "{file} must be a file, but something else is there. Move it away, then try again."


class FolderLock:
    """The lock on one folder, held from the start on.

    What the file holds says nothing, so nothing that a crash left in it can bar the way. A window
    of an earlier release locks the same file in the same manner. Raises UserError if another
    window has it, or it cannot be made.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "desk.lock"
        if os.path.lexists(self._path) and not self._path.is_file():
            raise UserError(_NO_FILE.format(file=self._path))
        self._file = self._take()

    def release(self) -> None:
        """Lets the next window open. Windows lets no open file be removed: there it stays."""
        if os.name != "nt":
            self._path.unlink(missing_ok=True)
        os.close(self._file)

    def _take(self) -> int:
        while True:
            with in_users_words(self._path):
                file = os.open(self._path, os.O_RDWR | os.O_CREAT | _NO_WAIT, _OWNER_ONLY)
            if not _lock(file):
                os.close(file)
                raise UserError(_TAKEN.format(file=self._path))
            if self._is(file):
                break
            os.close(file)  # its holder took it away as it was opened here
        _say_who(file)
        return file

    def _is(self, file: int) -> bool:
        """Whether the name still leads to the file that was locked."""
        try:
            return os.path.samestat(self._path.stat(), os.fstat(file))
        except FileNotFoundError:
            return False


_NO_WAIT = getattr(os, "O_NONBLOCK", 0)  # a pipe of that name would keep the start waiting


def _lock(file: int) -> bool:
    """False if another process has it. A file system without locks bars nobody's way."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
    else:
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
    return True


def _say_who(file: int) -> None:
    """For whoever looks; it counts for nothing, and on a full disk there is no room for it."""
    with suppress(OSError):
        if os.name != "nt":
            os.fchmod(file, _OWNER_ONLY)
        os.ftruncate(file, 0)
        os.write(file, f"{os.getpid()}\ninterview-desk\n".encode("ascii"))

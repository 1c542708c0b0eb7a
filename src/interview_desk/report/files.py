"""Files written so that they are whole or not there at all."""

import errno
import os
from pathlib import Path

from interview_desk.durable_files import write_file
from interview_desk.errors import UserError


class FileWriteError(UserError):
    """A file could not be written; nothing of it was left behind."""


class FileExistsAlreadyError(FileWriteError):
    """There is a file of that name, and it was not to be replaced."""


def write_new(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Writes a file, readable by its owner only; it is there after a power cut, too.

    An existing file is kept and FileExistsAlreadyError raised, unless ``replace`` is True.
    FileWriteError says in words what else went wrong. Either way the old file or nothing is
    there, never a part of the new one.
    """
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        write_file(path, data, replace=replace)
    except OSError as error:
        raise _in_words(path, error) from error


def _in_words(path: Path, error: OSError) -> FileWriteError:
    if error.errno == errno.EEXIST:
        return FileExistsAlreadyError(
            f"“{path.name}” is there already; it was kept. Choose another name, or replace it."
        )
    reason = _REASONS.get(error.errno or 0, f"the system said: {error.strerror or error}")
    return FileWriteError(f"“{path.name}” was not saved: {reason}")


_READ_ONLY = "the folder cannot be written to. Choose another folder."
_GONE = "the folder is not there; was a drive unplugged? Choose another folder."
_FULL = "the disk is full. Free some space, or choose another disk."
_REASONS = {
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
    errno.ENODEV: _GONE,
    errno.EIO: "the disk did not answer; was a drive unplugged? Choose another folder.",
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EISDIR: "a folder has that name. Choose another name.",
    errno.ENAMETOOLONG: "the name is too long. Choose a shorter one.",
}

"""Files written, moved and removed so that it is still so after a power cut.

A system keeps in memory for a while what it was told. A file is on the disk once it was synced,
and its name, or that it has none any more, once its folder was: after each function here both
are. Where it fails it raises OSError, and what was there before is there.
"""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

_OWNER_ONLY, _OWNER_ONLY_FOLDER = 0o600, 0o700
# A file system that cannot sync a folder says so in one of these ways.
_NOT_OFFERED = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF}


def write_file(path: Path, data: bytes, *, replace: bool = True) -> None:
    """Writes a file for its owner's eyes only, whole or not at all.

    Raises FileExistsError instead of replacing a file if ``replace`` is False.
    """
    new = path.with_name(f".interview-desk-{os.urandom(8).hex()}")
    try:
        with os.fdopen(_create(new), "wb") as file:
            file.write(data)
            file.flush()
            _flush(file.fileno())
        _place(new, path, replace=replace)
    finally:
        new.unlink(missing_ok=True)


def copy_file(source: Path, target: Path) -> None:
    """Copies a file byte by byte for its owner's eyes only; ``target`` must be free."""
    handle = _create(target)
    try:
        with source.open("rb") as old, os.fdopen(handle, "wb") as new:
            while part := old.read(1 << 20):
                new.write(part)
            new.flush()
            _flush(new.fileno())
        _sync_folder(target.parent)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def move_file(source: Path, target: Path, *, replace: bool = True) -> None:
    """Moves a file, whoever wrote it, within a disk: it stands at one of the places, whole.

    Raises FileExistsError instead of replacing a file if ``replace`` is False. No database that
    this process has open, see `sync_file`.
    """
    sync_file(source)
    _place(source, target, replace=replace)


def remove_files(*paths: Path) -> None:
    """Removes those of the files that are there."""
    for path in paths:
        path.unlink(missing_ok=True)
    for folder in dict.fromkeys(path.parent for path in paths):
        if folder.exists():
            _sync_folder(folder)


def remove_folder(folder: Path) -> None:
    """Removes a folder and all that is in it."""
    import shutil  # with all its packers; the start of the window waits for this file

    shutil.rmtree(folder)
    _sync_folder(folder.parent)


def make_folder(folder: Path) -> None:
    """Makes a folder, and those above it that are missing, for its owner alone.

    Raises FileExistsError or NotADirectoryError where something else has the name.
    """
    missing = [folder]
    while not missing[-1].exists():
        missing.append(missing[-1].parent)
    for each in reversed(missing[:-1]):
        each.mkdir(_OWNER_ONLY_FOLDER, exist_ok=True)
        _sync_folder(each.parent)
    folder.mkdir(exist_ok=True)  # says what is wrong if it is there and no folder


def sync_file(path: Path) -> None:
    """What was written to a file, by whomever, is on the disk; its name need not be.

    Closing a file gives up every lock that this process has on it, so that no database may be
    synced here while the process has it open (https://sqlite.org/howtocorrupt.html, 2.2).
    """
    # Windows syncs only what may be written.
    handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        _flush(handle)
    finally:
        os.close(handle)


def _create(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, _OWNER_ONLY)


_BINARY = getattr(os, "O_BINARY", 0)  # of Windows, where text would be translated


def _place(new: Path, path: Path, *, replace: bool) -> None:
    """Gives a synced file its name, and takes the old one from it."""
    if replace:
        new.replace(path)
    else:
        _take_free_name(new, path)
    try:
        for folder in dict.fromkeys((path.parent, new.parent)):
            _sync_folder(folder)
    except BaseException:
        if not replace:
            path.unlink(missing_ok=True)
        raise


def _take_free_name(new: Path, path: Path) -> None:
    """The name is never one that another program takes at the same moment."""
    try:
        path.hardlink_to(new)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        os.close(_create(path))
        try:
            new.replace(path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
    else:
        new.unlink()


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # no folder can be opened there; NTFS has a log of names
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except PermissionError:  # what may be written need not be readable
        os.sync()
        return
    try:
        _flush(handle)
    except OSError as error:
        if error.errno not in _NOT_OFFERED:
            raise
        os.sync()
    finally:
        os.close(handle)


def _flush(handle: int) -> None:
    if sys.platform == "darwin":
        from fcntl import F_FULLFSYNC, fcntl

        # There a plain sync stops in the drive's own memory.
        with suppress(OSError):  # not every file system offers it
            fcntl(handle, F_FULLFSYNC)
            return
    os.fsync(handle)

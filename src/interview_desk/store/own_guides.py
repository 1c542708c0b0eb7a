"""The user's own guides: Markdown files in a folder, written whole, put away but not deleted."""

import errno
import re
import unicodedata
from collections.abc import Collection
from pathlib import Path

from interview_desk.durable_files import make_folder, move_file, write_file
from interview_desk.errors import UserError

ENDING = ".md"
_ARCHIVE = "archive"
_LONGEST_NAME = 60
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


def archive_of(own: Path) -> Path:
    """The folder of the guides that were put away."""
    return own / _ARCHIVE


def save_guide(own: Path, name: str, text: str) -> None:
    """Keeps the text as the guide of that name, in place of what it was.

    Interviews that were run with it keep their own copy. Raises UserError; the file is then
    as it was.
    """
    try:
        make_folder(own)
        write_file(own / f"{name}{ENDING}", text.encode())
    except OSError as error:
        raise _in_words(own, error) from error


def add_guide(own: Path, wish: str, text: str, taken: Collection[str]) -> str:
    """Keeps the text as a new guide, named after ``wish``; the name. Raises UserError."""
    there = {*taken, *_names(own), *_names(archive_of(own))}
    name = free_name(wish, there)
    save_guide(own, name, text)
    return name


def archive_guide(own: Path, name: str) -> None:
    """Puts a guide away: it is not offered any more. Raises UserError."""
    _move(own, archive_of(own), name)


def bring_back_guide(own: Path, name: str) -> None:
    """Takes a guide out of the archive. Raises UserError if its name is taken."""
    _move(archive_of(own), own, name)


def free_name(wish: str, taken: Collection[str]) -> str:
    """A name for a file made from a title: small letters, digits and hyphens; not taken."""
    plain = unicodedata.normalize("NFKD", wish).encode("ascii", "ignore").decode().lower()
    stem = _NOT_IN_NAMES.sub("-", plain).strip("-")[:_LONGEST_NAME].rstrip("-") or "guide"
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


def _names(folder: Path) -> set[str]:
    return {path.stem for path in folder.glob(f"*{ENDING}")} if folder.is_dir() else set()


def _move(start: Path, end: Path, name: str) -> None:
    try:
        make_folder(end)
        move_file(start / f"{name}{ENDING}", end / f"{name}{ENDING}", replace=False)
    except FileExistsError as error:
        taken = f"There is a guide named “{name}” there already. Rename one of them."
        raise UserError(taken) from error
    except OSError as error:
        raise _in_words(start, error) from error


def _in_words(folder: Path, error: OSError) -> UserError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return UserError("The disk is full: the guide was not saved. Free some space first.")
    return UserError(f"The guides in {folder} cannot be changed: {error.strerror or error}.")

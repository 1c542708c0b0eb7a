"""The guides on disk: those that ship, and the user's own as Markdown files beside the store."""

import errno
import re
import unicodedata
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from interview_desk.durable_files import make_folder, move_file, write_file
from interview_desk.errors import UserError
from interview_desk.resources import resource

if TYPE_CHECKING:
    from interview_desk.guide.catalogue import Catalogue, CatalogueEntry
    from interview_desk.guide.model import Guide

ENDING = ".md"
_DEFAULT = "principal-ml-system-design"
_READ_LIMIT = 1_000_001  # one byte more than a guide may have shows that it is too large
_ARCHIVE = "archive"
_ORIGINALS = "originals"
_LONGEST_NAME = 60


# Made before the first paint: the class of a named tuple costs a tenth of a dataclass.
class GuideFiles(NamedTuple):
    """Two folders of Markdown files; the user's own need not be there."""

    own: Path
    shipped: Path

    @classmethod
    def beside(cls, data_dir: Path) -> "GuideFiles":
        """The shipped guides, and the user's in a folder of the data directory."""
        return cls(data_dir / "guides", resource("guides"))

    def catalogue(self) -> "Catalogue":
        """Every guide there is, read anew. Raises UserError if a folder cannot be read."""
        # The reader and all it needs is imported when the first guide is read.
        from interview_desk.guide.catalogue import Catalogue, catalogue

        own, unread = _files(self.own)
        shipped, _ = _files(self.shipped)
        readable = catalogue(shipped, own).entries
        return Catalogue((*readable, *(_unreadable(*each) for each in unread)))

    def pick(self, name: str) -> "Guide":
        """The guide of that name, read without the others. Raises as ``Catalogue.pick`` does."""
        from interview_desk.guide.catalogue import catalogue

        own, _ = _files(self.own)
        shipped, _ = _files(self.shipped)
        contents = dict(shipped) | dict(own)
        if name not in contents:
            return self.catalogue().pick(name)
        return catalogue([(name, contents[name])]).pick(name)

    def default(self) -> "Guide":
        """The guide that a new interview gets. Raises UserError if it cannot be used."""
        return self.pick(_DEFAULT)


def _files(folder: Path) -> tuple[list[tuple[str, bytes]], list[tuple[str, str]]]:
    """Names and contents of the guides, and the names of those that cannot be read with why."""
    if not folder.is_dir():
        return [], []
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ENDING)
    except OSError as error:
        raise UserError(f"The guides in {folder} cannot be read: {error.strerror}.") from error
    found: list[tuple[str, bytes]] = []
    unread: list[tuple[str, str]] = []
    for path in paths:
        try:
            # Pipes and devices, which may never end, are no files.
            if path.is_file():
                found.append((path.stem, _head(path)))
        except OSError as error:
            unread.append((path.stem, error.strerror or str(error)))
    return found, unread


def _unreadable(name: str, why: str) -> "CatalogueEntry":
    from interview_desk.guide.catalogue import CatalogueEntry
    from interview_desk.guide.faults import Fault

    fault = Fault(None, f"The file cannot be read: {why}", "See to its rights, or remove it.")
    return CatalogueEntry(name, own=True, guide=None, faults=(fault,))


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_READ_LIMIT)


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


def keep_original(own: Path, name: str, ending: str, data: bytes) -> Path:
    """Keeps the document that a guide was made from, beside it; its path. Raises UserError."""
    path = own / _ORIGINALS / f"{name}{ending}"
    try:
        make_folder(own / _ORIGINALS)
        write_file(path, data)
    except OSError as error:
        raise _in_words(own, error) from error
    return path


def archive_guide(own: Path, name: str) -> None:
    """Puts a guide away: it is not offered any more. Raises UserError."""
    _move(own, archive_of(own), name)


def bring_back_guide(own: Path, name: str) -> None:
    """Takes a guide out of the archive. Raises UserError if its name is taken."""
    _move(archive_of(own), own, name)


def free_name(wish: str, taken: Collection[str]) -> str:
    """A name for a file made from a title: small letters, digits and hyphens; not taken."""
    plain = unicodedata.normalize("NFKD", wish).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_NAME].rstrip("-") or "guide"
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

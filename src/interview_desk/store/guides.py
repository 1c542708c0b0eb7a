"""The guides on disk: those that ship, and the user's own as Markdown files beside the store."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from interview_desk.errors import UserError
from interview_desk.resources import resource

if TYPE_CHECKING:
    from interview_desk.guide.catalogue import Catalogue, CatalogueEntry
    from interview_desk.guide.model import Guide

_ENDING = ".md"
_DEFAULT = "principal-ml-system-design"
_READ_LIMIT = 1_000_001  # one byte more than a guide may have shows that it is too large


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

    def default(self) -> "Guide":
        """The guide that a new interview gets. Raises UserError if it cannot be used."""
        return self.catalogue().pick(_DEFAULT)


def _files(folder: Path) -> tuple[list[tuple[str, bytes]], list[tuple[str, str]]]:
    """Names and contents of the guides, and the names of those that cannot be read with why."""
    if not folder.is_dir():
        return [], []
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == _ENDING)
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

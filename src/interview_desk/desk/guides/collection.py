"""The guides as the page lists them, with what can be done to the user's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from interview_desk.errors import UserError
from interview_desk.guide.catalogue import CatalogueEntry
from interview_desk.guide.text import MAX_BYTES
from interview_desk.store.guides import (
    GuideFiles,
    add_guide,
    archive_guide,
    archive_of,
    bring_back_guide,
    keep_original,
    save_guide,
)

if TYPE_CHECKING:
    from interview_desk.report.guide_file import GuideFile
    from interview_desk.report.guide_import import ForeignGuide


@dataclass(frozen=True, slots=True)
class ListedGuide:
    """One guide in the list; ``key`` names it among all of them, archived ones too."""

    entry: CatalogueEntry
    archived: bool = False

    @property
    def key(self) -> str:
        """What the list knows it by."""
        return guide_key(self.entry.name, archived=self.archived)


def guide_key(name: str, *, archived: bool = False) -> str:
    """The key of the guide in the file of that name."""
    return f"{'archive' if archived else 'guide'}/{name}"


class GuideCollection:
    """Every guide there is. Every method raises UserError for what goes wrong with the files."""

    def __init__(self, files: GuideFiles) -> None:
        self._files = files
        self.guides: tuple[ListedGuide, ...] = ()

    def read(self) -> Sequence[ListedGuide]:
        """All guides, read anew: shipped ones, one's own, archived ones."""
        away = GuideFiles(archive_of(self._files.own), archive_of(self._files.own))
        there = [ListedGuide(entry) for entry in self._files.catalogue().entries]
        archived = [ListedGuide(entry, archived=True) for entry in away.catalogue().entries]
        self.guides = (*there, *archived)
        return self.guides

    def find(self, key: str) -> ListedGuide | None:
        """The guide of that key, if it is there."""
        return next((listed for listed in self.guides if listed.key == key), None)

    def source(self, listed: ListedGuide) -> str:
        """The Markdown of a guide; of a file that is no text, what of it can be shown."""
        if listed.entry.guide:
            return listed.entry.guide.source
        own = self._files.own
        path = (archive_of(own) if listed.archived else own) / f"{listed.entry.name}.md"
        return _read(path).decode("utf-8", "replace").replace("\0", "\ufffd")

    def copy(self, listed: ListedGuide) -> str:
        """A copy of one's own to edit; its name."""
        source = self.source(listed)
        title = f"{listed.entry.title} (copy)"
        first, _, rest = source.partition("\n")
        if listed.entry.guide and first.lstrip("# ").strip() == listed.entry.guide.title:
            source = f"# {title}\n{rest}"
        return self._add(title, source)

    def take_in_foreign(self, guide: "ForeignGuide", original: bytes, ending: str) -> str:
        """A document as a guide of one's own, with the document beside it; the name.

        Raises GuideError if it is no guide.
        """
        guide.require_guide()
        name = self._add(guide.title, guide.text)
        if not guide.own:
            keep_original(self._files.own, name, ending, original)
        return name

    def take_in_unfinished(self, file: "GuideFile", wish: str) -> str:
        """What is no guide yet, to be put right here, named after ``wish``; its name.

        Raises GuideError for what is no text that could be edited.
        """
        file.require_text()
        return self._add(wish, file.text)

    def save(self, listed: ListedGuide, text: str) -> None:
        """Keep the text of one's own guide."""
        save_guide(self._files.own, listed.entry.name, text)

    def archive(self, listed: ListedGuide) -> None:
        """Put one's own guide away."""
        archive_guide(self._files.own, listed.entry.name)

    def bring_back(self, listed: ListedGuide) -> None:
        """Take a guide out of the archive."""
        bring_back_guide(self._files.own, listed.entry.name)

    def _add(self, title: str, text: str) -> str:
        names = {listed.entry.name for listed in self.guides}
        return add_guide(self._files.own, title, text, names)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError(f"{path.name} cannot be read: {error.strerror}.") from error

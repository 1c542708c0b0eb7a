"""The guides as the page lists them, with what can be done to the user's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from interview_desk.errors import UserError
from interview_desk.guide.catalogue import CatalogueEntry
from interview_desk.guide.text import MAX_BYTES
from interview_desk.store.guides import GuideFiles
from interview_desk.store.own_guides import (
    add_guide,
    archive_guide,
    archive_of,
    bring_back_guide,
    save_guide,
)

if TYPE_CHECKING:
    from interview_desk.report.guide_file import GuideFile


@dataclass(frozen=True, slots=True)
class Book:
    """One guide in the list; ``key`` names it among all of them, archived ones too."""

    entry: CatalogueEntry
    archived: bool = False

    @property
    def key(self) -> str:
        """What the list knows it by."""
        return f"{'archive' if self.archived else 'shelf'}/{self.entry.name}"


class GuideShelf:
    """Every guide there is. Every method raises UserError for what goes wrong with the files."""

    def __init__(self, files: GuideFiles) -> None:
        self._files = files
        self.books: tuple[Book, ...] = ()

    def read(self) -> Sequence[Book]:
        """All guides, read anew: shipped ones, one's own, archived ones."""
        away = GuideFiles(archive_of(self._files.own), archive_of(self._files.own))
        there = [Book(entry) for entry in self._files.catalogue().entries]
        archived = [Book(entry, archived=True) for entry in away.catalogue().entries]
        self.books = (*there, *archived)
        return self.books

    def book(self, key: str) -> Book | None:
        """The guide of that key, if it is there."""
        return next((book for book in self.books if book.key == key), None)

    def source(self, book: Book) -> str:
        """The Markdown of a guide; of a file that is no text, what of it can be shown."""
        if book.entry.guide:
            return book.entry.guide.source
        own = self._files.own
        path = (archive_of(own) if book.archived else own) / f"{book.entry.name}.md"
        return _read(path).decode("utf-8", "replace").replace("\0", "\ufffd")

    def copy(self, book: Book) -> str:
        """A copy of one's own to edit; its name."""
        source = self.source(book)
        title = f"{book.entry.title} (copy)"
        first, _, rest = source.partition("\n")
        if book.entry.guide and first.lstrip("# ").strip() == book.entry.guide.title:
            source = f"# {title}\n{rest}"
        return self._add(title, source)

    def take_in(self, file: "GuideFile") -> str:
        """What a file holds as a guide of one's own; its name. Raises GuideError if it is none."""
        file.require_guide()
        return self._add(file.title, file.text)

    def take_in_unfinished(self, file: "GuideFile", wish: str) -> str:
        """What is no guide yet, to be put right here, named after ``wish``; its name.

        Raises GuideError for what is no text that could be edited.
        """
        file.require_text()
        return self._add(wish, file.text)

    def save(self, book: Book, text: str) -> None:
        """Keep the text of one's own guide."""
        save_guide(self._files.own, book.entry.name, text)

    def archive(self, book: Book) -> None:
        """Put one's own guide away."""
        archive_guide(self._files.own, book.entry.name)

    def bring_back(self, book: Book) -> None:
        """Take a guide out of the archive."""
        bring_back_guide(self._files.own, book.entry.name)

    def _add(self, title: str, text: str) -> str:
        names = {book.entry.name for book in self.books}
        return add_guide(self._files.own, title, text, names)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError(f"{path.name} cannot be read: {error.strerror}.") from error

"""The guides to choose from: those shipped with the product and the user's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from interview_desk.errors import UserError
from interview_desk.guide.faults import Fault, GuideError
from interview_desk.guide.model import Guide
from interview_desk.guide.parse.reader import read_guide
from interview_desk.guide.text import decode_guide


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A file that is a guide, or that would be but for its faults.

    ``name`` is the file's name without its ending; ``guide`` is None where there are faults.
    """

    name: str
    own: bool
    guide: Guide | None
    faults: tuple[Fault, ...] = ()

    @property
    def brief(self) -> str:
        """What it is called in lists: its short title, if it has one."""
        return self.guide.brief if self.guide else self.name

    @property
    def title(self) -> str:
        """The guide's title, or the name of a file that is not a guide yet."""
        return self.guide.title if self.guide else self.name


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The entries to choose from: shipped guides first, each name once."""

    entries: tuple[CatalogueEntry, ...]

    @property
    def default(self) -> CatalogueEntry | None:
        """The first entry that can be used, None without any."""
        return next((entry for entry in self.entries if entry.guide), None)

    def pick(self, name: str) -> Guide:
        """The guide of that name.

        Raises UserError where there is none of that name, GuideError where it has faults.
        """
        entry = next((each for each in self.entries if each.name == name), None)
        if entry is None:
            names = ", ".join(each.name for each in self.entries) or "none"
            raise UserError(f"There is no guide named “{name}”. The guides are: {names}.")
        if entry.guide is None:
            raise GuideError(entry.faults)
        return entry.guide


def catalogue(
    shipped: Iterable[tuple[str, bytes]], own: Iterable[tuple[str, bytes]] = ()
) -> Catalogue:
    """A catalogue of guides given as names and contents of files.

    The user's own guide takes the place of a shipped one with the same name.
    """
    entries = {name: _entry(name, data, own=False) for name, data in shipped}
    entries |= {name: _entry(name, data, own=True) for name, data in own}
    return Catalogue(tuple(entries.values()))


# The same bytes are the same guide, and are asked for at each look at the guides.
@lru_cache(maxsize=64)
def _entry(name: str, data: bytes, *, own: bool) -> CatalogueEntry:
    try:
        return CatalogueEntry(name, own, read_guide(decode_guide(data)))
    except GuideError as error:
        return CatalogueEntry(name, own, None, error.faults)

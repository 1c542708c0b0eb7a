"""Where in the window the user is."""

from enum import StrEnum
from typing import NamedTuple

from interview_desk.interview.status import Status


class Page(StrEnum):
    """The pages of the window."""

    LIBRARY = "library"
    GUIDES = "guides"
    SETTINGS = "settings"
    PREPARE = "prepare"
    LIVE = "live"
    SCORE = "score"
    REPORT = "report"


# The pages that belong to no single interview, as the rail names them.
HOMES = {Page.LIBRARY: "Interviews", Page.GUIDES: "Guides", Page.SETTINGS: "Settings"}

PAGE_FOR = {
    Status.PREPARED: Page.PREPARE,
    Status.LIVE: Page.LIVE,
    Status.TO_SCORE: Page.SCORE,
    Status.DONE: Page.REPORT,
}


# Made before the first paint: the class of a named tuple costs a tenth of a dataclass.
class Place(NamedTuple):
    """A page, and the row of the interview it shows; kept so that the window reopens there."""

    page: Page
    row: int = 0

    def __str__(self) -> str:
        return f"{self.page}:{self.row}"

    @classmethod
    def read(cls, text: str | None) -> "Place":
        """The place that was written, or the library if it makes no sense (any more)."""
        page, _, row = (text or "").partition(":")
        if page in set(Page) and row.isascii() and row.isdigit() and len(row) < 16:
            return cls(Page(page), int(row))
        return cls(Page.LIBRARY)

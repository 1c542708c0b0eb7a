"""The pages of the window, each with one entry, and where in the window the user is."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from interview_desk.desk.settings import Setting
from interview_desk.interview.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from interview_desk.desk.context import Desk
    from interview_desk.desk.home_page import HomePage
    from interview_desk.desk.interview_page import InterviewPage
    from interview_desk.desk.session import Session


class Page(StrEnum):
    """The pages of the window."""

    LIBRARY = "library"
    GUIDES = "guides"
    SETTINGS = "settings"
    PREPARE = "prepare"
    LIVE = "live"
    SCORE = "score"
    REPORT = "report"


class Entry(NamedTuple):
    """How a page is made, what the rail calls it, and the status of interviews it is opened for.

    A page has a title on the rail, or shows one interview and is opened for a status of it.
    """

    module: str
    made_by: str
    title: str = ""
    opened_for: Status | None = None


# A page is loaded and made when it is first shown; the window itself makes the library, which
# comes first.
_PAGES = {
    Page.LIBRARY: Entry("library.page", "LibraryPage", "Interviews"),
    Page.GUIDES: Entry("guides.page", "GuidesPage", "Guides"),
    Page.SETTINGS: Entry("settings_page.page", "SettingsPage", "Settings"),
    Page.PREPARE: Entry("prepare.page", "PreparePage", opened_for=Status.PREPARED),
    Page.LIVE: Entry("live.page", "LivePage", opened_for=Status.LIVE),
    Page.SCORE: Entry("score.page", "ScorePage", opened_for=Status.TO_SCORE),
    Page.REPORT: Entry("report.page", "ReportPage", opened_for=Status.DONE),
}
HOMES = {page: entry.title for page, entry in _PAGES.items() if entry.title}
PAGE_FOR = {
    entry.opened_for: page for page, entry in _PAGES.items() if entry.opened_for is not None
}


def is_of_interview(page: Page) -> bool:
    """Whether it shows one interview."""
    return page not in HOMES


def make_page(page: Page, desk: Desk, session: Session) -> InterviewPage:
    """A page of one interview."""
    made: InterviewPage = _class_of(page)(desk, session)
    return made


def make_home(page: Page, desk: Desk) -> HomePage:
    """A place of the rail, but for the library."""
    made: HomePage = _class_of(page)(desk)
    return made


def _class_of(page: Page) -> Callable[..., Any]:
    entry = _PAGES[page]
    made_by: Callable[..., Any] = getattr(
        import_module(f"interview_desk.desk.{entry.module}"), entry.made_by
    )
    return made_by


# Made before the first paint: the class of a named tuple costs a tenth of a dataclass.
class Place(NamedTuple):
    """A page, and the row of the interview it shows; kept so that the window reopens there."""

    page: Page
    row: int = 0

    def __str__(self) -> str:
        return f"{self.page}:{self.row}"


class LastPlace(Setting[Place]):
    """The place on show when the window was closed; its interview may be gone since."""

    def read(self, text: str) -> Place | None:
        page, _, row = text.partition(":")
        if page in set(Page) and row.isascii() and row.isdigit() and len(row) < 16:
            return Place(Page(page), int(row))
        return None


PLACE = LastPlace("place", "", "", Place(Page.LIBRARY))

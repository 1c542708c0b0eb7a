"""The pages of the window, each with one entry, and where in the window the user is."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from interview_desk.desk.settings import Setting
from interview_desk.interview.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from interview_desk.desk.context import Desk
    from interview_desk.desk.home_page import HomePage
    from interview_desk.desk.interview_page import InterviewPage
    from interview_desk.desk.session import Session
    from interview_desk.interview.checks import Part


class Entry(NamedTuple):
    """What is to be known of a page before it is made.

    ``made_by`` is the module and class of it in this package, loaded when it is first shown.
    ``title`` is on the rail and among the keys. ``command`` is the keymap's name of what shows
    the page, ``key`` the key that this starts with, and ``command_title`` what it is called
    where that is not as the page. A page that is not ``on_rail`` shows one interview, and those
    with the status ``opened_for`` are opened on it. ``manual`` names what the manual says of it.
    """

    made_by: str
    title: str
    command: str
    key: str
    on_rail: bool = False
    opened_for: Status | None = None
    command_title: str = ""
    manual: str = ""


class Page(StrEnum):
    """The pages of the window in their order: a new one is an entry here, and its own file.

    The window begins with the first.
    """

    entry: Entry

    # fmt: off
    LIBRARY = "library", Entry(
        "library.page.LibraryPage", "Interviews", "window.back", "Ctrl+W", on_rail=True,
        command_title="Back to the interviews", manual="interviews")
    PANELS = "panels", Entry(
        "panels.page.PanelsPage", "Panels", "window.panels", "Ctrl+Shift+D", on_rail=True,
        manual="panels")
    INSIGHTS = "insights", Entry(
        "insights.page.InsightsPage", "Insights", "window.insights", "Ctrl+Shift+I", on_rail=True,
        manual="insights")
    GUIDES = "guides", Entry(
        "guides.page.GuidesPage", "Guides", "window.guides", "Ctrl+G", on_rail=True,
        manual="guides")
    SETTINGS = "settings", Entry(
        "settings_page.page.SettingsPage", "Settings", "window.settings", "Ctrl+,", on_rail=True,
        manual="settings")
    HELP = "help", Entry(
        "help.page.HelpPage", "Help", "window.help", "Shift+F1", on_rail=True,
        command_title="Help on this page")
    PREPARE = "prepare", Entry(
        "prepare.page.PreparePage", "Prepare", "page.prepare", "Ctrl+1",
        opened_for=Status.PREPARED, manual="prepare")
    LIVE = "live", Entry(
        "live.page.LivePage", "Live", "page.live", "Ctrl+2", opened_for=Status.LIVE,
        manual="live")
    SCORE = "score", Entry(
        "score.page.ScorePage", "Score", "page.score", "Ctrl+3", opened_for=Status.TO_SCORE,
        manual="score")
    REPORT = "report", Entry(
        "report.page.ReportPage", "Report", "page.report", "Ctrl+4", opened_for=Status.DONE,
        manual="report")
    CASE = "case", Entry(
        "calibration.page.CasePage", "Case", "page.case", "Ctrl+5", manual="calibration")
    # fmt: on

    def __new__(cls, name: str, entry: Entry) -> Self:
        page = str.__new__(cls, name)
        page._value_ = name
        page.entry = entry
        return page

    @classmethod
    def named(cls, name: str) -> Page | None:
        """The page of that name, if there is one."""
        return next((page for page in cls if page == name), None)

    @classmethod
    def shown_by(cls, command: str) -> Page:
        """The page that a command of the keymap shows. Raises KeyError for any other."""
        return _SHOWN_BY[command]


HOMES = tuple(page for page in Page if page.entry.on_rail)
OF_INTERVIEW = tuple(page for page in Page if not page.entry.on_rail)
FIRST = HOMES[0]
_OPENED_FOR = {page.entry.opened_for: page for page in OF_INTERVIEW}
_SHOWN_BY = {page.entry.command: page for page in Page}


# An answer to a case is about nobody: nothing is prepared, and nobody is interviewed.
_OF_CASE = (Page.CASE, Page.REPORT)


def page_for(status: Status, *, of_case: bool = False) -> Page:
    """The page that an interview with that status is opened on, or an answer to a case."""
    return Page.CASE if of_case else _OPENED_FOR[status]


def instead(page: Page, status: Status, *, of_case: bool) -> Page:
    """The page itself, or the one that there is of such an interview, or answer, in its place."""
    if of_case:
        return page if page in _OF_CASE else Page.CASE
    return page_for(status) if page is Page.CASE else page


def page_with(part: Part, status: Status) -> Page:
    """The page with a part of an interview: while it goes on, its notes are on the live page."""
    if part in ("prepared question", "preparation"):
        return Page.PREPARE
    return Page.LIVE if status is Status.LIVE and part == "note" else Page.SCORE


def make_home(page: Page, desk: Desk) -> HomePage:
    """A page of the rail."""
    made: HomePage = _class_of(page)(desk)
    return made


def make_page(page: Page, desk: Desk, session: Session) -> InterviewPage:
    """A page of one interview."""
    made: InterviewPage = _class_of(page)(desk, session)
    return made


def _class_of(page: Page) -> Callable[..., Any]:
    module, _, name = page.entry.made_by.rpartition(".")
    made_by: Callable[..., Any] = getattr(import_module(f"interview_desk.desk.{module}"), name)
    return made_by


# Made before the first paint: the class of a named tuple costs a tenth of a dataclass.
class Place(NamedTuple):
    """A page, and what it shows; kept so that the window reopens there.

    ``what`` is a key of the page's own: of a page of one interview its row, empty for a page
    that shows all there is.
    """

    page: Page
    what: str = ""

    @classmethod
    def in_interview(cls, page: Page, row: int) -> Place:
        """A page of the interview with that row."""
        return cls(page, str(row))

    @property
    def row(self) -> int:
        """The row of the interview that is shown there; only for a page of one interview."""
        return int(self.what)

    def __str__(self) -> str:
        return f"{self.page}:{self.what}"

    def help(self) -> Place:
        """What the manual says of this place, and the way back."""
        return Place(Page.HELP, f"{self.page.entry.manual} {self}")


class LastPlace(Setting[Place]):
    """The place on show when the window was closed.

    Whether there still is what it names the page itself must see.
    """

    def read(self, text: str) -> Place | None:
        name, _, what = text.partition(":")
        page = Page.named(name)
        if page is None:
            return None
        if page.entry.on_rail:
            # What was written until now has a row for every page, which was 0 for these.
            return Place(page, what if what != "0" else "")
        is_row = what.isascii() and what.isdigit() and len(what) < 16
        return Place(page, what) if is_row else None


PLACE = LastPlace("place", "", "", Place(FIRST))

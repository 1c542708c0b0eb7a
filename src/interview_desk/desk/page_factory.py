"""The pages that are loaded and made when they are first shown: the library needs none."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from interview_desk.desk.navigation import Page

if TYPE_CHECKING:
    from interview_desk.desk.context import Desk
    from interview_desk.desk.home_page import HomePage
    from interview_desk.desk.interview_page import InterviewPage
    from interview_desk.desk.session import Session

_PAGES = {
    Page.PREPARE: ("interview_desk.desk.prepare.page", "PreparePage"),
    Page.LIVE: ("interview_desk.desk.live.page", "LivePage"),
    Page.SCORE: ("interview_desk.desk.score.page", "ScorePage"),
    Page.REPORT: ("interview_desk.desk.report.page", "ReportPage"),
}
_HOMES = {
    Page.GUIDES: ("interview_desk.desk.guides.page", "GuidesPage"),
    Page.SETTINGS: ("interview_desk.desk.settings_page.page", "SettingsPage"),
}


def is_of_interview(page: Page) -> bool:
    """Whether it shows one interview."""
    return page in _PAGES


def make_page(page: Page, desk: Desk, session: Session) -> InterviewPage:
    """A page of one interview."""
    module, name = _PAGES[page]
    made: InterviewPage = getattr(import_module(module), name)(desk, session)
    return made


def make_home(page: Page, desk: Desk) -> HomePage:
    """A place of the rail, but for the library."""
    module, name = _HOMES[page]
    made: HomePage = getattr(import_module(module), name)(desk)
    return made

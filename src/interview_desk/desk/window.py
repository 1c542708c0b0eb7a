"""The one window: the pages of the rail, and the pages of one interview at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from interview_desk.desk.appearance import Look
from interview_desk.desk.clock_guard import ClockGuard
from interview_desk.desk.context import Desk
from interview_desk.desk.navigation import (
    FIRST,
    HOMES,
    PLACE,
    Page,
    Place,
    instead,
    make_home,
    make_page,
    page_for,
    page_with,
)
from interview_desk.desk.screen_fit import ScreenFit
from interview_desk.desk.settings import WINDOW
from interview_desk.desk.shell import Corner, Covers, Frame, Rail
from interview_desk.desk.widgets.messages import MessageKind
from interview_desk.errors import UserError

if TYPE_CHECKING:
    from interview_desk.desk.background.recovery import Recovery
    from interview_desk.desk.home_page import HomePage
    from interview_desk.desk.interview_page import InterviewPage
    from interview_desk.desk.session import OtherGuide, Session
    from interview_desk.interview.checks import Part

_START, _LEAST = QSize(1280, 800), QSize(360, 480)


class MainWindow(QMainWindow):
    """Shows one page at a time and remembers which, so that it reopens there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self._page: InterviewPage | None = None
        self.recovery: Recovery | None = None
        self._clocks = ClockGuard(self)
        self._frame = Frame(desk.theme, self)
        self.look = Look(desk.theme, desk.settings, self)
        # A page of the rail is made when it is first shown.
        self._homes: dict[Page, HomePage] = {}
        self._covers = Covers(desk, self, self._clocks, self.show_help)
        self._corner = Corner(desk.theme, self, self._clocks, self.open_row)
        self._home, self._shown = self.first_page, FIRST
        self._frame.show_page(self._home, FIRST)
        self.setCentralWidget(self._frame)
        self._fit = ScreenFit(self, _LEAST)
        self._fit.start_with(_START)
        self.setWindowTitle("Interview Desk")
        self.rail.chosen.connect(self.go)
        self.rail.entered.connect(self._enter_page)
        # Queued: it is told after what is said of the key press that it came with.
        self._clocks.noticed.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._clocks.turned.connect(self._show_clock)
        for page in HOMES:
            desk.keymap.action(self, page.entry.command, self._turn)
        desk.keymap.action(self, "library.new", self.new_interview)
        desk.keymap.action(self, "library.search", self.search)
        desk.keymap.action(self, "window.theme", self.look.next_scheme)
        desk.keymap.action(self, "window.keys", self.show_keys)
        # The live page has a curtain of its own, beneath which one types.
        self._curtain_key = desk.keymap.action(self, "live.curtain", self.draw_curtain)

    @property
    def rail(self) -> Rail:
        """The pages that are not of one interview."""
        return self._frame.rail

    @property
    def first_page(self) -> HomePage:
        """The page the window begins with; what concerns all the records is told there."""
        return self._home_page(FIRST)

    @property
    def page(self) -> HomePage | InterviewPage:
        """The page on show."""
        return self._page or self._home

    @property
    def session(self) -> Session | None:
        """The interview on show, or None on a page of the rail."""
        return self._session

    def restore(self) -> None:
        """Go back to the size and place the window was left at."""
        if self.restoreGeometry(self._desk.settings.get(WINDOW)):
            self._fit.fit()
        place = self._desk.settings.get(PLACE)
        if place == PLACE.default:
            self._home.setFocus()
        else:
            self.show_place(place)

    @Slot(Place)
    def show_place(self, place: Place) -> None:
        """Any place; what was open is left with everything typed saved."""
        if place.page.entry.on_rail:
            self._show_home(place)
        else:
            self._show_interview(place, self._open(place.row))

    @Slot(Page)
    def go(self, page: Page) -> None:
        """Another page of the interview on show, or a page of the rail."""
        if page is Page.HELP:
            self.show_help()
        elif page.entry.on_rail:
            self.show_place(Place(page))
        elif self._session is not None:
            self.show_place(Place.in_interview(page, self._session.row))

    @Slot()
    def show_first_page(self) -> None:
        """Back to the page the window begins with, everything typed saved."""
        self.go(FIRST)

    @Slot(int)
    def open_row(self, row: int) -> None:
        """Open an interview on the page that its status asks for."""
        session = self._open(row)
        if session is not None:
            page = page_for(session.interview.status, of_case=session.is_case)
            self._show_interview(Place.in_interview(page, row), session)

    @Slot(int, object, int)
    def open_part(self, row: int, part: Part, number: int) -> None:
        """Open an interview at a part of it, with its number as in `InterviewPage.show_part`."""
        session = self._open(row)
        if session is None:
            return
        page = page_with(part, session.interview.status)
        self._show_interview(Place.in_interview(page, row), session)
        if self._page is not None:
            self._page.show_part(part, number)

    @Slot()
    def new_interview(self) -> None:
        """Make an interview with the usual guide and prepare it."""
        self.new_interview_with("")

    @Slot(str)
    def new_interview_with(self, guide: str) -> None:
        """Make an interview with the guide of that name and prepare it."""
        # Reading a guide imports a Markdown parser, which the library does without.
        from interview_desk.desk.new_interview import create_interview

        self._make(lambda: create_interview(self._desk, guide))

    @Slot(int)
    def repeat_set_up(self, row: int) -> None:
        """Make an interview set up as that one was, for another candidate."""
        from interview_desk.desk.new_interview import create_again

        self._make(lambda: create_again(self._desk, row))

    @Slot()
    def practise(self) -> None:
        """Three minutes with a made-up candidate; the records here know nothing of it."""
        from interview_desk.desk.practice.page import make_practice

        try:
            page = make_practice(self._desk)
        except UserError as error:
            self._home.say(str(error))
            return
        self._leave()
        self._put_on(page, Page.LIVE, "Practice")
        self._curtain_key.setEnabled(False)  # the page has its own

    @Slot()
    def search(self) -> None:
        """Leave the interview to look for words in all of them."""
        if self.page is not self.first_page:
            self.show_first_page()
        self.first_page.search()

    @Slot()
    def show_keys(self) -> None:
        """Show every key over the right of the window, or put them away again."""
        self._covers.show_keys(self._shown.entry.title)

    @Slot()
    def show_help(self) -> None:
        """Show what the manual says of the page on show."""
        if self._shown is Page.HELP:
            return
        row = "" if self._session is None else str(self._session.row)
        self.show_place(Place(self._shown, row).help())

    @property
    def is_covered(self) -> bool:
        """Whether a curtain hides the window: no other page comes until it is opened."""
        return self._covers.is_drawn or (self._page is not None and self._page.is_covered)

    @Slot()
    def draw_curtain(self) -> None:
        """Hide everything but the clock, until the same key is pressed again."""
        self._covers.draw_curtain()

    @Slot(object)
    def leave_for(self, recovery: Recovery) -> None:
        """Close, for something to be done with the records; a new window opens after it."""
        self.recovery = recovery
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._flush()
        self._clocks.finish()
        self._desk.settings.remember(WINDOW, bytes(self.saveGeometry().data()))
        super().closeEvent(event)

    @Slot()
    def _turn(self) -> None:
        self.go(Page.shown_by(self.sender().objectName()))

    @Slot()
    def _enter_page(self) -> None:
        self.page.setFocus()

    def _show_home(self, place: Place) -> None:
        if self.is_covered:
            return
        by_rail = self.rail.places.hasFocus()
        self._leave()
        self._session = None
        self._clocks.show_none()
        self._desk.erasures.interview_left()
        self._home = self._home_page(place.page)
        self._home.refresh()
        if place.what:
            self._home.show_what(place.what)
        self._frame.show_page(self._home, place.page)
        self._shown = place.page
        self._show_clock()
        # Whoever goes through the rail by arrow keys goes on with them.
        if not by_rail:
            self._home.setFocus()
        self.setWindowTitle("Interview Desk")
        self._curtain_key.setEnabled(True)
        self._desk.settings.remember(PLACE, place)

    def _show_interview(self, place: Place, session: Session | None) -> None:
        if session is None or self.is_covered:
            return
        is_case, status = session.is_case, session.interview.status
        place = place._replace(page=instead(place.page, status, of_case=is_case))
        self._leave()
        self._session = session
        page = make_page(place.page, self._desk, session)
        page.go.connect(self.go)
        page.replaced.connect(self._take_place)
        self._put_on(page, place.page, session.interview.setup.candidate or "Interview")
        self._curtain_key.setEnabled(place.page is not Page.LIVE)
        self._desk.settings.remember(PLACE, place)
        said = self._clocks.show_page(session, live=place.page is Page.LIVE)
        if said and session.notices.first is not None and place.page is not Page.LIVE:
            page.banner.show_message(said)  # it is to be answered
        elif said:
            page.tell(said)

    @Slot()
    def _show_clock(self) -> None:
        """Show the clock of an interview that is under way, on every page but its own."""
        row = self._session.row if self._session is not None else None
        self._corner.show_on(None if self._shown is Page.LIVE else self.page.status, row)

    def _put_on(self, page: InterviewPage, shown: Page, title: str) -> None:
        page.leave.connect(self.show_first_page)
        self._page, self._shown = page, shown
        self._frame.show_page(page, None)
        page.setFocus()
        self.setWindowTitle(f"{title} – Interview Desk")

    @Slot(int, object, str)
    def _take_place(self, row: int, other: OtherGuide, said: str) -> None:
        """Show an interview that has taken the place of the one on show."""
        self.open_row(row)
        if self._session is not None and self._session.row == row:
            self._session.other_guide = other
            self.page.tell(said)

    @Slot(str)
    def warn(self, text: str) -> None:
        """Say what happened to the records, on whatever page is shown."""
        self.page.banner.show_message(text, MessageKind.WARN)

    @Slot(str)
    def _tell(self, text: str) -> None:
        """What the clocks did calls for an answer."""
        self.page.banner.show_message(text)

    def _open(self, row: int) -> Session | None:
        if self._session is not None and self._session.row == row:
            return self._session
        # Imported with the first interview: the library is on the screen sooner without it.
        from interview_desk.desk.session import Session

        try:
            self._desk.erasures.check(row)
            session = Session(self._desk.store, self._desk.clock, row, self)
        except UserError as error:
            self._home.say(str(error))
            return None
        self._clocks.add_session(session)
        self._desk.erasures.interview_opened()
        return session

    def _make(self, create: Callable[[], int]) -> None:
        """Show the set-up of the interview that ``create`` makes, or say why there is none."""
        try:
            row = create()
        except UserError as error:
            self._home.say(str(error))
            return
        self.open_row(row)

    def _home_page(self, page: Page) -> HomePage:
        if page not in self._homes:
            self._homes[page] = made = make_home(page, self._desk)
            made.ask(self)
        return self._homes[page]

    def _flush(self) -> None:
        """Save what is still being typed."""
        if self._page is not None:
            self._page.put_away()
        for home in self._homes.values():
            home.flush()

    def _leave(self) -> None:
        self._flush()
        if self._page is not None:
            self._frame.stack.removeWidget(self._page)
            self._page.deleteLater()
            self._page = None

"""The one window: a library, and the pages of one interview at a time."""

from importlib import import_module

from PySide6.QtCore import QByteArray, QSize, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.library.page import LibraryPage
from interview_desk.desk.page import InterviewPage
from interview_desk.desk.place import PAGE_FOR, Page, Place
from interview_desk.desk.session import Session
from interview_desk.desk.settings import THEME
from interview_desk.desk.theme.theme import Scheme
from interview_desk.errors import UserError

# Imported when first shown: the library is on the screen sooner without them.
_PAGES = {
    Page.PREPARE: ("interview_desk.desk.prepare.page", "PreparePage"),
    Page.LIVE: ("interview_desk.desk.live.page", "LivePage"),
    Page.SCORE: ("interview_desk.desk.score.page", "ScorePage"),
    Page.REPORT: ("interview_desk.desk.report.page", "ReportPage"),
}
_START = QSize(1280, 800)
_LEAST = QSize(360, 480)


class MainWindow(QMainWindow):
    """Shows one page at a time and remembers which, so that it reopens there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self._page: InterviewPage | None = None
        # Live interviews this process has shown: only the first time is a return after a gap.
        self._seen_live: set[int] = set()
        self._stack = QStackedWidget(self)
        self.library = LibraryPage(desk)
        self._stack.addWidget(self.library)
        self.setCentralWidget(self._stack)
        self.setMinimumSize(_LEAST)
        self.resize(_START)
        self.setWindowTitle("Interview Desk")
        self.library.open_requested.connect(self.open_row)
        self.library.new_requested.connect(self.new_interview)
        desk.keymap.action(self, "window.back", self.show_library)
        desk.keymap.action(self, "library.new", self.new_interview)
        desk.keymap.action(self, "window.theme", self.next_scheme)

    @property
    def page(self) -> QWidget:
        """The page on show."""
        return self._page or self.library

    @property
    def session(self) -> Session | None:
        """The interview on show, or None in the library."""
        return self._session

    def restore(self) -> None:
        """Go back to the size and place the window was left at."""
        geometry = self._desk.store.setting("window")
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        place = Place.read(self._desk.store.setting("place"))
        if place.page is not Page.LIBRARY:
            self._show(place)

    @Slot(int)
    def open_row(self, row: int) -> None:
        """Open an interview on the page that its status asks for."""
        session = self._open(row)
        if session is not None:
            self._show(Place(PAGE_FOR[session.interview.status], row))

    @Slot()
    def new_interview(self) -> None:
        """Make an interview and prepare it."""
        # Reading a guide imports a Markdown parser, which the library does without.
        from interview_desk.desk.new_interview import create_interview

        try:
            row = create_interview(self._desk)
        except UserError as error:
            self.library.say(str(error))
            return
        self._show(Place(Page.PREPARE, row))

    @Slot()
    def show_library(self) -> None:
        """Leave the interview, everything typed saved."""
        self._leave()
        self._session = None
        self.library.refresh()
        self._stack.setCurrentWidget(self.library)
        self.library.setFocus()
        self.setWindowTitle("Interview Desk")
        self._remember(Place(Page.LIBRARY))

    @Slot(Page)
    def go(self, page: Page) -> None:
        """Another page of the interview on show."""
        if self._session is not None:
            self._show(Place(page, self._session.row))

    @Slot()
    def next_scheme(self) -> None:
        """The next of: as the system, light, dark, high contrast."""
        schemes = list(Scheme)
        chosen = schemes[(schemes.index(self._desk.theme.scheme) + 1) % len(schemes)]
        self._desk.theme.set_scheme(chosen)
        self._store(THEME.name, str(chosen))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._page is not None:
            self._page.flush()
        self._store("window", self.saveGeometry().toBase64().toStdString())
        super().closeEvent(event)

    def _show(self, place: Place) -> None:
        session = self._open(place.row)
        if session is None:
            return
        self._leave()
        self._session = session
        module, name = _PAGES[place.page]
        page: InterviewPage = getattr(import_module(module), name)(self._desk, session)
        page.leave.connect(self.show_library)
        page.go.connect(self.go)
        self._page = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.setFocus()
        self.setWindowTitle(f"{session.interview.setup.candidate or 'Interview'} – Interview Desk")
        self._remember(place)
        self._go_on(page, session)

    def _go_on(self, page: InterviewPage, session: Session) -> None:
        """Say that a running interview was found again, the first time it is shown."""
        if session.row in self._seen_live:
            return
        self._seen_live.add(session.row)
        unattended = session.resume()
        if unattended is not None:
            page.returned(unattended)

    def _open(self, row: int) -> Session | None:
        if self._session is not None and self._session.row == row:
            return self._session
        try:
            return Session(self._desk.store, self._desk.clock, row, self)
        except UserError as error:
            self.library.say(str(error))
            return None

    def _leave(self) -> None:
        if self._page is not None:
            self._page.flush()
            self._stack.removeWidget(self._page)
            self._page.deleteLater()
            self._page = None

    def _remember(self, place: Place) -> None:
        self._store("place", str(place))

    def _store(self, key: str, value: str) -> None:
        # A setting that cannot be written is no reason to disturb; a note that cannot is,
        # and the session says so.
        try:
            self._desk.store.set_setting(key, value)
        except UserError:
            return

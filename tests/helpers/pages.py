"""Every page of the window, filled, as whoever uses it would find it."""

from collections.abc import Callable
from typing import NamedTuple

from pytestqt.qtbot import QtBot

from interview_desk.desk.calibration.own_answer import begin_answer
from interview_desk.desk.calibration.page import CasePage
from interview_desk.desk.guides.page import GuidesPage
from interview_desk.desk.help.page import HelpPage
from interview_desk.desk.library.page import LibraryPage
from interview_desk.desk.navigation import Page
from interview_desk.desk.panels.page import PanelsPage
from interview_desk.desk.report.page import ReportPage
from interview_desk.desk.score.outline import CONCERNS, FEEDBACK
from interview_desk.desk.score.page import ScorePage
from interview_desk.desk.window import MainWindow
from interview_desk.guide.model import Guide
from tests.helpers.cases import case_of_guide
from tests.helpers.panels import keep_panel
from tests.helpers.past import keep_finished
from tests.helpers.report_pages import save, wait_for_pdf
from tests.helpers.rooms import Room
from tests.helpers.samples import Played, prepared
from tests.helpers.scoring import interviewed


class Visit(NamedTuple):
    """A window to be shown something in."""

    window: MainWindow
    room: Room
    guide: Guide
    qtbot: QtBot

    def open(self, played: Played) -> None:
        """The page of an interview that its status asks for."""
        self.window.open_row(self.room.desk.store.create(played.interview))


def visit(name: str, room: Room, qtbot: QtBot, guide: Guide, size: tuple[int, int]) -> MainWindow:
    """The window of that size at the page of that name in `PAGES`."""
    window = MainWindow(room.desk)
    qtbot.addWidget(window)
    window.resize(*size)
    with qtbot.waitExposed(window):
        window.show()
    PAGES[name](Visit(window, room, guide, qtbot))
    return window


def library_of(window: MainWindow) -> LibraryPage:
    """The library, whether it is on show or not."""
    assert isinstance(window.first_page, LibraryPage)
    return window.first_page


def _fill_library(at: Visit) -> None:
    played = interviewed(at.room.clock, at.guide)
    for number in range(3):
        at.room.desk.store.create(prepared(at.guide, f"prepared {number}", f"Ada {number}"))
    at.room.desk.store.create(played.interview)
    at.window.first_page.refresh()


def _library(at: Visit) -> None:
    _fill_library(at)
    library_of(at.window).show_details()


def _library_filters(at: Visit) -> None:
    _fill_library(at)
    library_of(at.window).show_filters()


def _library_search(at: Visit) -> None:
    _fill_library(at)
    library_of(at.window).bar.search.field.setText("payments")


def _practice(at: Visit) -> None:
    # The folder of its records goes with the window.
    at.window.practise()


def _insights(at: Visit) -> None:
    keep_finished(at.room, 12, at.guide)
    at.window.go(Page.INSIGHTS)


def _panels(at: Visit) -> None:
    keep_panel(at.room)
    at.window.go(Page.PANELS)


def _case(at: Visit) -> CasePage:
    at.window.open_row(begin_answer(at.room.desk, case_of_guide(at.guide)))
    page = at.window.page
    assert isinstance(page, CasePage)
    page.material.noted.emit("“who it is for”")
    return page


def _case_finished(at: Visit) -> None:
    page = _case(at)
    for _ in range(2):
        page.finish()
    at.window.go(Page.CASE)


def _panel_of_case(at: Visit) -> None:
    _case_finished(at)
    at.window.go(Page.PANELS)


def _new_case(at: Visit) -> None:
    at.window.go(Page.PANELS)
    assert isinstance(at.window.page, PanelsPage)
    at.window.page.write_case()


def _prepare(at: Visit) -> None:
    at.open(Played(prepared(at.guide)))


def _live(at: Visit) -> None:
    played = Played(prepared(at.guide), at.room.clock)
    played.start()
    at.room.clock.advance(90)
    played.note("+ asked who it is for")
    at.open(played)


def _score(at: Visit) -> ScorePage:
    at.open(interviewed(at.room.clock, at.guide))
    assert isinstance(at.window.page, ScorePage)
    return at.window.page


def _score_note(at: Visit) -> None:
    page = _score(at)
    page.views.dimension.note_opened.emit(page.session.interview.notes[0].id)


def _score_finished(at: Visit) -> None:
    page = _score(at)
    for _ in range(2):  # what is missing is told once
        page.finish()
    at.window.go(Page.SCORE)


def _report(at: Visit) -> ReportPage:
    at.open(interviewed(at.room.clock, at.guide))
    at.window.go(Page.REPORT)
    assert isinstance(at.window.page, ReportPage)
    wait_for_pdf(at.qtbot, at.window.page)
    return at.window.page


def _guides(at: Visit) -> GuidesPage:
    at.window.go(Page.GUIDES)
    assert isinstance(at.window.page, GuidesPage)
    return at.window.page


def _guide_editor(at: Visit) -> None:
    page = _guides(at)
    page.guide_view.copy_asked.emit()
    assert page.editor is not None


def _help_search(at: Visit) -> None:
    at.window.go(Page.HELP)
    assert isinstance(at.window.page, HelpPage)
    at.window.page.search_field.setText("interview")


def _keys(at: Visit) -> None:
    at.window.go(Page.SETTINGS)
    at.window.show_keys()


PAGES: dict[str, Callable[[Visit], object]] = {
    "first start": lambda at: library_of(at.window),
    "practice": _practice,
    "library": _library,
    "library, filters": _library_filters,
    "library, search": _library_search,
    "prepare": _prepare,
    "live": _live,
    "score": _score,
    "score, concerns": lambda at: _score(at).open_entry(CONCERNS),
    "score, feedback": lambda at: _score(at).open_entry(FEEDBACK),
    "score, note": _score_note,
    "score, finished": _score_finished,
    "report": _report,
    "report, saved": lambda at: save(at.qtbot, _report(at), at.room.folder / "report.pdf"),
    "case": _case,
    "case, finished": _case_finished,
    "panels": _panels,
    "panels, a case": _panel_of_case,
    "panels, a new case": _new_case,
    "insights": _insights,
    "guides": _guides,
    "guide editor": _guide_editor,
    "settings": lambda at: at.window.go(Page.SETTINGS),
    "keys": _keys,
    "help": lambda at: at.window.go(Page.HELP),
    "help, search": _help_search,
}

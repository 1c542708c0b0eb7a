"""A whole interview by the mouse alone, and by the keyboard alone: from the library to the PDF.

The steps are counted, so that none creeps in: see “How many steps” in `docs/tested-on.md`.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QWidget,
)
from pytestqt.qtbot import QtBot

from interview_desk.desk.library.page import LibraryPage
from interview_desk.desk.live.page import LivePage
from interview_desk.desk.live.prompts.indicator_rows import IndicatorRow
from interview_desk.desk.prepare.page import PreparePage
from interview_desk.desk.report.page import ReportPage
from interview_desk.desk.score.checks_panel import missing_checks
from interview_desk.desk.score.page import ScorePage
from interview_desk.desk.window import MainWindow
from interview_desk.interview.interview import Interview
from tests.helpers.report_pages import wait_for_pdf, wait_for_saved
from tests.helpers.rooms import Room

_SIZES = [(1280, 800), (1024, 640)]


@pytest.fixture(params=_SIZES, ids=["1280x800", "1024x640"])
def desk(window: MainWindow, qtbot: QtBot, request: pytest.FixtureRequest) -> MainWindow:
    """The window at the library, of that size, with the keyboard."""
    window.resize(*request.param)
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


class Mouse:
    """Clicks where the pointer would hit the widget, and counts."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.clicks = self.turns = 0

    def click(self, widget: QWidget, window: QWidget | None = None) -> None:
        """Click in the middle of it; scrolled to by the wheel where it is out of sight."""
        QCoreApplication.processEvents()
        within = window or self._window
        self._scroll_to(widget)
        middle = self._in_sight(widget).center()
        hit = within.childAt(widget.mapTo(within, middle))
        assert hit is widget or (hit is not None and widget.isAncestorOf(hit)), (widget, hit)
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFrom(widget, middle))
        self.clicks += 1
        QCoreApplication.processEvents()

    def _scroll_to(self, widget: QWidget) -> None:
        """Turn the wheel over what holds it, a notch at a time."""
        while not self._in_sight(widget).contains(widget.rect().center()):
            area = _scroll_area(widget)
            bar, before = area.verticalScrollBar(), area.verticalScrollBar().value()
            up = widget.mapTo(area.viewport(), QPoint()).y() < 0
            bar.setValue(before + (-3 if up else 3) * bar.singleStep())  # what a notch does
            self.turns += 1
            assert bar.value() != before, f"{widget} cannot be scrolled to"

    def _in_sight(self, widget: QWidget) -> QRect:
        return widget.visibleRegion().boundingRect()


def _scroll_area(widget: QWidget) -> QAbstractScrollArea:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractScrollArea):
        parent = parent.parentWidget()
    assert parent is not None, f"{widget} is out of sight, and nothing scrolls"
    return parent


class Keyboard:
    """Presses and types where the keyboard is, and counts; a text counts once."""

    def __init__(self) -> None:
        self.presses = self.texts = 0

    def press(self, *keys: str) -> None:
        """Press each key or combination in Qt's words, such as ``Ctrl+P``."""
        for each in keys:
            QTest.keySequence(self._focus(), QKeySequence(each))
            self.presses += 1
            QCoreApplication.processEvents()

    def type(self, text: str) -> None:
        """Type a text."""
        QTest.keyClicks(self._focus(), text)
        self.texts += 1

    def _focus(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused


def _play(room: Room, page: LivePage) -> None:
    """Let the phase that runs have its minutes, the window looking at the clock."""
    for _ in range(120):
        room.clock.advance(4)
        page.ticker.tick()


def _live(desk: MainWindow) -> LivePage:
    assert isinstance(desk.page, LivePage)
    return desk.page


def _score(desk: MainWindow) -> ScorePage:
    assert isinstance(desk.page, ScorePage)
    return desk.page


def _stored(room: Room) -> Interview:
    """What is on disk."""
    (row,) = room.desk.store.list()
    return room.desk.store.load(row.row)


def _dialog(desk: MainWindow, qtbot: QtBot, folder: Path) -> QFileDialog:
    """The dialog that asks where to save, in a folder of the test's."""
    assert isinstance(desk.page, ReportPage)
    (dialog,) = desk.page.findChildren(QFileDialog)
    dialog.setDirectory(str(folder))
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def _score_by_mouse(mouse: Mouse, score: ScorePage) -> None:
    """The walk to its end, and the interview finished."""
    for _ in score.session.interview.guide.dimensions:
        dimension = score.views.dimension
        mouse.click(dimension.cards.cards[-2])
        for cap in dimension.evidence.caps[:1]:
            mouse.click(cap)
        mouse.click(score.walk_bar.next_button)
    mouse.click(score.views.concerns.rest_button)
    mouse.click(score.walk_bar.next_button)
    mouse.click(score.views.recommendation.verdict.steps.segments[1])
    mouse.click(score.walk_bar.next_button)
    mouse.click(score.views.feedback.draft_button)
    mouse.click(score.walk_bar.next_button)
    mouse.click(score.walk_bar.next_button)
    for _ in range(2):  # it says that the summary is missing
        mouse.click(score.views.finish.finish_button)


def test_by_the_mouse_alone(desk: MainWindow, room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    mouse = Mouse(desk)
    library = desk.page
    assert isinstance(library, LibraryPage)
    assert library._first_start is not None
    mouse.click(library._first_start.new)
    prepare = desk.page
    assert isinstance(prepare, PreparePage)
    mouse.click(prepare.begin)

    live = _live(desk)
    guide = live.interview.guide
    for phase in guide.phases:
        _play(room, live)
        rows = [each for each in live.findChildren(IndicatorRow) if each.isVisible()]
        mouse.click(rows[0])
        if phase is not guide.phases[-1]:
            mouse.click(live.controls.next)
    for _ in range(2):
        mouse.click(live.controls.next)
    in_the_interview = mouse.clicks

    _score_by_mouse(mouse, _score(desk))
    report = desk.page
    assert isinstance(report, ReportPage)
    wait_for_pdf(qtbot, report)
    mouse.click(report.side.save_button)
    dialog = _dialog(desk, qtbot, tmp_path)
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    mouse.click(box.button(QDialogButtonBox.StandardButton.Save), dialog)
    pdf = tmp_path / report.side.file_name
    wait_for_saved(qtbot, report, pdf)

    stored = _stored(room)
    assert pdf.read_bytes().startswith(b"%PDF")
    assert stored.lock is not None
    # All but what only words can be.
    assert [each.subject for each in missing_checks(stored)] == ["The summary"]
    assert (in_the_interview, mouse.clicks, mouse.turns) == (13, 48, 0)


def _score_by_keys(keys: Keyboard, score: ScorePage) -> None:
    """The walk to its end, and the interview finished."""
    keys.press("Down")  # from here on letters rate
    for _ in score.session.interview.guide.dimensions:
        keys.press("M", "Ctrl+R")
        keys.type("Because of what they said")
        keys.press("Ctrl+Tab")
    assert score.views.concerns.isVisible()
    keys.press("Ctrl+R", "Shift+Tab", "Space", "Ctrl+Tab")  # the rest was not observed
    assert score.views.recommendation.isVisible()
    keys.press("Ctrl+R", "Right", "Space", "Ctrl+R")
    keys.type("What it comes to")
    keys.press("Ctrl+Tab", "Ctrl+R")
    keys.type("What you did well")
    keys.press("Ctrl+Tab", "Ctrl+Return")


def test_by_the_keyboard_alone(desk: MainWindow, room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    keys = Keyboard()
    keys.press("Ctrl+N")
    keys.type("Ada Lovelace")
    keys.press("Ctrl+Return")

    live = _live(desk)
    guide = live.interview.guide
    for phase in guide.phases:
        _play(room, live)
        keys.press("Alt+1")
        keys.type(f"+ said something in {phase.title} #problem ")
        keys.press("Return")
        if phase is not guide.phases[-1]:
            keys.press("Ctrl+P")
    keys.press("Ctrl+Shift+Return", "Ctrl+Shift+Return")
    in_the_interview = keys.presses, keys.texts

    _score_by_keys(keys, _score(desk))
    report = desk.page
    assert isinstance(report, ReportPage)
    wait_for_pdf(qtbot, report)
    keys.press("Ctrl+S")
    _dialog(desk, qtbot, tmp_path)
    keys.press("Return")
    pdf = tmp_path / report.side.file_name
    wait_for_saved(qtbot, report, pdf)

    stored = _stored(room)
    assert pdf.read_bytes().startswith(b"%PDF")
    assert stored.lock is not None
    assert missing_checks(stored) == ()
    assert (in_the_interview, keys.presses, keys.texts) == ((18, 6), 57, 16)

"""The window while a file from outside is read: it goes on, says so, and can let go of it."""

import gc
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from interview_desk import LIMITED_PROCESS
from interview_desk.desk.file_reading import FileReading
from interview_desk.desk.guides.page import GuidesPage
from interview_desk.desk.library.page import LibraryPage
from interview_desk.desk.navigation import Page
from interview_desk.desk.prepare.page import PreparePage
from interview_desk.desk.window import MainWindow
from tests.helpers import hostile
from tests.helpers.rooms import Room
from tests.helpers.samples import prepared

LONG_MS = 30_000
# Three frames. What counts is the time that the window's thread was busy between two ticks: what
# another thread loads meanwhile holds it up for moments only.
STILL_S = 0.05

only_linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")


@contextmanager
def watched(qtbot: QtBot) -> Iterator[None]:
    """Fails if the window's thread stood still meanwhile."""
    # As the program does at its start: what the tests before have made is not looked through.
    gc.collect()
    gc.freeze()
    busy, gaps = time.thread_time(), [0.0]

    def tick() -> None:
        nonlocal busy
        now = time.thread_time()
        gaps.append(now - busy)
        busy = now

    timer = QTimer(interval=2)
    timer.timeout.connect(tick)
    timer.start()
    try:
        yield
    finally:
        timer.stop()
        gc.unfreeze()
    assert len(gaps) > 3
    assert max(gaps) < STILL_S


def readers() -> list[str]:
    """The processes that read a file for this one."""
    found = []
    for place in Path("/proc/self/task").glob("*/children"):
        for child in place.read_text().split():
            try:
                command = Path(f"/proc/{child}/cmdline").read_bytes()
            except OSError:
                continue
            if LIMITED_PROCESS.encode() in command.split(b"\0"):
                found.append(child)
    return found


@pytest.fixture
def library(window: MainWindow) -> LibraryPage:
    window.activateWindow()
    assert isinstance(window.page, LibraryPage)
    return window.page


@pytest.fixture
def endless(room: Room) -> Path:
    """A calendar that takes as long as it is given, and is read as a packet likewise."""
    path = room.folder / "endless.ics"
    path.write_bytes(hostile.CALENDARS["every minute of each year"]())
    return path


@pytest.fixture
def slow(room: Room) -> Path:
    """A PDF that takes seconds."""
    path = room.folder / "slow.pdf"
    path.write_bytes(hostile.tiny_objects())
    return path


def under_way(page: LibraryPage) -> FileReading:
    reading = page.packets.reading
    assert reading is not None
    return reading


@pytest.mark.parametrize(
    "make",
    [
        lambda: hostile.shared_names(40),
        hostile.object_stream_bomb,
        hostile.tiny_objects,
        hostile.PACKETS["spaces"],
        hostile.PACKETS["many members"],
        hostile.PACKETS["deep"],
        hostile.many_notes,
    ],
    ids=["shared names", "bomb", "tiny objects", "spaces", "members", "deep", "10,000 notes"],
)
def test_the_window_goes_on_while_a_packet_is_read(
    make: Callable[[], bytes], library: LibraryPage, room: Room, qtbot: QtBot
) -> None:
    path = room.folder / "from outside"
    path.write_bytes(make())
    answers: list[object] = []
    library.packets.refused.connect(answers.append)
    library.packets.asked.connect(answers.append)
    with watched(qtbot):
        library.packets.take_in(path)
        qtbot.waitUntil(lambda: bool(answers), timeout=LONG_MS)
    assert not under_way(library).under_way


def test_the_window_goes_on_while_a_calendar_is_read(
    window: MainWindow, room: Room, qtbot: QtBot, endless: Path
) -> None:
    page = prepare_page(window, room)
    with watched(qtbot):
        page.slot.take_from(endless)
        qtbot.waitUntil(lambda: "nothing was taken" in page.banner.text(), timeout=LONG_MS)
    assert page.session.interview.setup.scheduled == ""


def test_the_window_goes_on_while_a_guide_is_read(
    window: MainWindow, room: Room, qtbot: QtBot
) -> None:
    window.go(Page.GUIDES)
    page = window.page
    assert isinstance(page, GuidesPage)
    before = [listed.key for listed in page.collection.guides]
    path = room.folder / "accents.md"
    path.write_bytes(b"\xff" + hostile.GUIDES["accents"]())
    with watched(qtbot):
        drop(page, path)
        qtbot.waitUntil(lambda: bool(page.banner.text()), timeout=LONG_MS)
    assert [listed.key for listed in page.collection.guides] == before


def prepare_page(window: MainWindow, room: Room) -> PreparePage:
    window.open_row(room.desk.store.create(prepared()))
    assert isinstance(window.page, PreparePage)
    return window.page


def drop(page: QWidget, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    page.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, data,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip


def test_a_line_says_what_is_read_and_its_button_stops_it(
    library: LibraryPage, room: Room, qtbot: QtBot, slow: Path
) -> None:
    library.packets.take_in(slow)
    reading = under_way(library)
    assert reading.isHidden()  # most files are read before the eye has found the line
    qtbot.waitUntil(reading.isVisible, timeout=LONG_MS)
    assert reading.cancel_button.accessibleName() == "Stop reading slow.pdf"
    assert reading.cancel_button.focusPolicy() & Qt.FocusPolicy.TabFocus
    reading.cancel_button.setFocus()
    QTest.keyClick(reading.cancel_button, Qt.Key.Key_Space)
    assert_let_go(reading, qtbot)
    assert library.banner.text() == ""
    assert QApplication.focusWidget() is not reading.cancel_button
    assert room.desk.store.count() == 0


@only_linux
def test_escape_stops_it_and_leaves_no_process(
    window: MainWindow, library: LibraryPage, qtbot: QtBot, slow: Path
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    library.packets.take_in(slow)
    qtbot.waitUntil(lambda: bool(readers()), timeout=LONG_MS)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert_let_go(under_way(library), qtbot)
    assert library.banner.text() == ""


@only_linux
def test_whoever_leaves_the_page_leaves_no_process(
    window: MainWindow, library: LibraryPage, qtbot: QtBot, slow: Path
) -> None:
    library.packets.take_in(slow)
    qtbot.waitUntil(lambda: bool(readers()), timeout=LONG_MS)
    window.go(Page.SETTINGS)
    assert_let_go(under_way(library), qtbot)


@only_linux
def test_a_page_of_an_interview_that_is_left_leaves_no_process(
    window: MainWindow, room: Room, qtbot: QtBot, endless: Path
) -> None:
    page = prepare_page(window, room)
    page.slot.take_from(endless)
    qtbot.waitUntil(lambda: bool(readers()), timeout=LONG_MS)
    window.show_first_page()
    qtbot.waitUntil(lambda: not readers(), timeout=LONG_MS)


@only_linux
def test_a_window_that_is_closed_leaves_no_process(
    window: MainWindow, library: LibraryPage, qtbot: QtBot, slow: Path
) -> None:
    library.packets.take_in(slow)
    qtbot.waitUntil(lambda: bool(readers()), timeout=LONG_MS)
    window.close()
    assert_let_go(under_way(library), qtbot)


def assert_let_go(reading: FileReading, qtbot: QtBot) -> None:
    assert not reading.under_way
    assert reading.isHidden()
    qtbot.waitUntil(lambda: not readers(), timeout=LONG_MS)


def test_what_is_typed_meanwhile_is_not_lost(window: MainWindow, room: Room, qtbot: QtBot) -> None:
    page = prepare_page(window, room)
    path = room.folder / "slot.ics"
    path.write_bytes(hostile.calendar("DTSTART:20261124T093000Z", "DURATION:PT1H"))
    page.slot.take_from(path)
    page.who.candidate.setFocus()
    page.who.candidate.setText("")
    QTest.keyClicks(page.who.candidate, "Grace")
    reading = page.slot.reading
    assert reading is not None
    qtbot.waitUntil(lambda: not reading.under_way, timeout=LONG_MS)
    setup = page.session.interview.setup
    assert (setup.candidate, setup.scheduled) == ("Grace", "2026-11-24T09:30")

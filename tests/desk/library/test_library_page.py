"""The library under the hands of a user: keys, clicks, packets, and what can go wrong."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.library.interview_lines import Heading, Line
from interview_desk.desk.library.line_painter import LINE_ROLE
from interview_desk.desk.library.page import LibraryPage
from interview_desk.desk.navigation import Page, Place
from interview_desk.interview.origin import Origin
from interview_desk.interview.packet import write_packet
from interview_desk.interview.records import Setup
from interview_desk.store.errors import StoreError
from tests.helpers.clock import MORNING_MS
from tests.helpers.rooms import Room
from tests.helpers.samples import prepared, scored

Key = Qt.Key
OpenLibrary = Callable[[], LibraryPage]


@pytest.fixture
def three(room: Room) -> list[int]:
    """One interview to score and two prepared ones, by their numbers in the store."""
    store = room.desk.store
    to_score = replace(scored().interview, uid="scored")
    ready = [prepared(uid=name, candidate=name) for name in ("Bea", "Ada")]
    return [store.create(interview) for interview in (to_score, *ready)]


def fill(room: Room, number: int) -> None:
    """So many interviews, each an hour older than the one before."""
    for n in range(number):
        made = prepared(uid=f"uid-{n}", candidate=f"No. {n}")
        room.desk.store.create(replace(made, created_ms=MORNING_MS - n * 3_600_000))


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def current(page: LibraryPage) -> str:
    entry = page.list.currentIndex().data(LINE_ROLE)
    assert isinstance(entry, Line)
    return entry.candidate


def test_a_first_start_says_what_will_happen_and_enter_begins_it(
    open_library: OpenLibrary, qtbot: QtBot
) -> None:
    page = open_library()
    assert page.list.isHidden()
    told = " ".join(child.text() for child in page.findChildren(type(page.banner._words)))
    for step in ("Prepare", "Interview", "Score", "Report"):
        assert step in told
    with qtbot.waitSignal(page.new_requested):
        press(Key.Key_Space)


def test_the_list_takes_the_place_of_the_explanation(open_library: OpenLibrary, room: Room) -> None:
    page = open_library()
    room.desk.store.create(prepared())
    page.refresh()
    page.setFocus()
    assert page.list.hasFocus()
    assert [child.isVisible() for child in (page.list, page.bar.new)] == [True, True]


def test_arrows_go_from_interview_to_interview_over_the_headings(
    open_library: OpenLibrary, three: list[int]
) -> None:
    page = open_library()
    seen = [current(page)]
    for _ in range(2):
        press(Key.Key_Down)
        seen.append(current(page))
    assert seen == ["Ada", "Ada", "Bea"]  # the first one's candidate is an Ada too
    press(Key.Key_Up)
    press(Key.Key_Up)
    assert page.list.current_row() == three[0]


def test_enter_opens_the_current_interview(
    open_library: OpenLibrary, three: list[int], qtbot: QtBot
) -> None:
    page = open_library()
    press(Key.Key_Down)
    with qtbot.waitSignal(page.open_requested) as opened:
        press(Key.Key_Return)
    assert opened.args == [three[2]]


def test_letters_do_nothing_in_the_list(open_library: OpenLibrary, three: list[int]) -> None:
    page = open_library()
    for key in (Key.Key_B, Key.Key_E):
        press(key)
    assert page.list.current_row() == three[0]


def test_a_click_chooses_and_a_click_on_the_button_opens(
    open_library: OpenLibrary, three: list[int], qtbot: QtBot
) -> None:
    page = open_library()
    place = page._model.place_of(three[1], 0)
    assert place is not None
    line = page.list.visualRect(page._model.index(place))
    opened: list[int] = []
    page.open_requested.connect(opened.append)
    left, surface = Qt.MouseButton.LeftButton, page.list.viewport()
    QTest.mouseClick(surface, left, pos=line.center())
    assert (page.list.current_row(), opened) == (three[1], [])
    QTest.mouseClick(surface, left, pos=QPoint(line.right() - 40, line.center().y()))
    assert opened == [three[1]]


def test_every_one_of_many_interviews_can_be_reached(
    open_library: OpenLibrary, room: Room, qtbot: QtBot
) -> None:
    fill(room, 450)
    page = open_library()
    press(Key.Key_End)
    assert current(page) == "No. 449"
    with qtbot.waitSignal(page.open_requested):
        press(Key.Key_Return)
    names = [page._model.entry(number) for number in range(page._model.rowCount())]
    shown = [entry.candidate for entry in names if isinstance(entry, Line)]
    assert shown == [f"No. {number}" for number in range(450)]
    assert [entry.text for entry in names if isinstance(entry, Heading)] == ["Prepared", "Earlier"]
    press(Key.Key_Home)
    assert current(page) == "No. 0"


def test_one_comes_back_to_the_interview_one_left(open_library: OpenLibrary, room: Room) -> None:
    fill(room, 300)
    page = open_library()
    press(Key.Key_End)
    left = page.list.current_row()
    room.desk.store.create(prepared(uid="new", candidate="New"))
    page.refresh()
    assert page.list.current_row() == left


def test_a_damaged_store_is_told_and_the_window_stays(
    open_library: OpenLibrary, room: Room, qtbot: QtBot
) -> None:
    fill(room, 450)
    page = open_library()
    room.desk.store._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    room.desk.store._conn.execute("PRAGMA cache_size = 1")
    [file] = room.folder.rglob("*.db")
    with file.open("r+b") as damaged:
        damaged.seek(4096)
        damaged.write(b"\xff" * (file.stat().st_size - 4096))
    press(Key.Key_End)
    qtbot.waitUntil(lambda: "damaged" in page.banner.text())
    with pytest.raises(StoreError, match="is damaged"):
        room.desk.store.close()
    room.desk.store.close()  # it was let go of


def test_a_packet_is_taken_in_and_opened(
    open_library: OpenLibrary, room: Room, qtbot: QtBot
) -> None:
    page = open_library()
    packet = room.folder / "packet.json"
    packet.write_bytes(write_packet(scored().interview))
    take_in(page, packet, qtbot)
    assert page.banner.text() == (
        "packet.json: an interview with Ada by Grace. Is it yours, or a colleague’s?"
    )
    assert room.desk.store.count() == 0
    with qtbot.waitSignal(page.open_requested, timeout=20_000) as opened:
        answer(page, "Mine")
    assert opened.args is not None
    assert room.desk.store.load(opened.args[0]) == scored().interview
    assert room.desk.store.origin(opened.args[0]) is Origin.OWN


def answer(page: LibraryPage, word: str) -> None:
    """Press the button of the banner with that word."""
    (button,) = [
        each
        for each in page.banner.findChildren(QAbstractButton)
        if each.isVisible() and each.text() == word
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_colleagues_goes_into_a_panel_and_never_among_ones_own(
    open_library: OpenLibrary, room: Room, qtbot: QtBot
) -> None:
    page = open_library()
    packets = {"a.json": prepared(uid="a", candidate="Ada"), "b.json": prepared(uid="b")}
    for name, interview in packets.items():
        (room.folder / name).write_bytes(write_packet(interview))
        take_in(page, room.folder / name, qtbot)
    assert page.banner.text().startswith("a.json")
    with qtbot.waitSignal(page.go) as shown:
        answer(page, "A colleague’s")
    (panel,) = room.desk.store.panels.list()
    assert shown.args == [Place(Page.PANELS, str(panel.row))]
    assert page.banner.text().startswith("b.json"), "one is asked after the other"
    page.banner.dismissed.emit()
    assert (room.desk.store.count(), len(room.desk.store.panels.list())) == (0, 1)
    assert room.desk.store.search("Ada") == []


def take_in(page: LibraryPage, path: Path, qtbot: QtBot) -> None:
    """Have the page read a file, and wait until it has."""
    page.packets.take_in(path)
    reading = page.packets.reading
    assert reading is not None
    qtbot.waitUntil(lambda: not reading.under_way, timeout=20_000)


def test_a_packet_that_is_here_already_is_shown_and_nothing_taken(
    open_library: OpenLibrary, room: Room, three: list[int], qtbot: QtBot
) -> None:
    page = open_library()
    packet = room.folder / "again.json"
    packet.write_bytes(write_packet(prepared(uid="Bea", candidate="Bea, changed")))
    take_in(page, packet, qtbot)
    assert "already here" in page.banner.text()
    assert (page.list.current_row(), current(page)) == (three[1], "Bea")
    assert room.desk.store.count() == 3


def test_a_file_that_is_no_packet_is_refused_in_words(
    open_library: OpenLibrary, room: Room, qtbot: QtBot
) -> None:
    page = open_library()
    for name, content in (("notes.json", b"{}"), ("x.pdf", b"%PDF-1.7\n"), ("y", b"\0" * 99)):
        (room.folder / name).write_bytes(content)
        page.banner.clear()
        take_in(page, room.folder / name, qtbot)
        assert page.banner.text()
    page.banner.clear()
    take_in(page, room.folder / "not there.json", qtbot)
    assert page.banner.text()
    assert room.desk.store.count() == 0


def test_hostile_names_stay_text(open_library: OpenLibrary, room: Room) -> None:
    name = "<img src=/etc/passwd> & <b>Bo</b>\u202e"
    room.desk.store.create(prepared(candidate=name))
    page = open_library()
    index = page.list.currentIndex()
    assert "<img" not in index.data(Qt.ItemDataRole.ToolTipRole)
    assert name in index.data(Qt.ItemDataRole.AccessibleTextRole)
    page.grab()


def test_a_screen_reader_hears_each_line(open_library: OpenLibrary, room: Room) -> None:
    setup = Setup("Ada", question="Design a feed", scheduled="2026-11-23T14:00")
    interview = prepared()
    room.desk.store.create(type(interview).of("a", interview.guide, MORNING_MS, (setup,)))
    page = open_library()
    heard = page.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "14:00, Ada, Design a feed, Prepared 0 of 2, Prepare"


def test_all_that_takes_the_keyboard_has_a_name(
    open_library: OpenLibrary, three: list[int]
) -> None:
    page = open_library()
    takers = [
        each
        for each in page.findChildren(QWidget)
        if each.isVisibleTo(page) and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert page.list in takers
    assert [each for each in takers if not each.accessibleName()] == []


def test_it_fits_beside_a_video_call(open_library: OpenLibrary, three: list[int]) -> None:
    page = open_library()
    page.resize(360, 480)
    assert page.width() == 360
    place = page.list.visualRect(page.list.currentIndex())
    assert page.list.viewport().rect().contains(place)

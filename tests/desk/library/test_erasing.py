"""Erasing from the window, which goes on meanwhile: in real threads, on real files."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import UTC, date, datetime, time
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from interview_desk.desk.library.details import Details
from interview_desk.desk.library.interview_lines import Line
from interview_desk.desk.live.page import LivePage
from interview_desk.desk.window import MainWindow
from interview_desk.interview.actions.running import start
from interview_desk.interview.note_text import Draft
from interview_desk.store.backups.backups import back_up_now
from interview_desk.store.privacy.erasure_requests import (
    ErasureKind,
    ErasureRequest,
    open_requests,
    write_down,
)
from tests.helpers.pages import library_of
from tests.helpers.rooms import Room
from tests.helpers.samples import prepared
from tests.store.privacy.test_privacy import told_of, with_name_everywhere
from tests.store.stored_play import begin

DAY = date(2026, 11, 23)


@pytest.fixture
def theirs(room: Room) -> int:
    """An interview full of the name, with a backup of it."""
    played = with_name_everywhere(room.desk.store)
    back_up_now(room.desk.store.path, datetime.combine(DAY, time(10, 15), UTC))
    return played.row


@pytest.fixture
def ours(room: Room) -> int:
    """Another interview, which runs."""
    session = room.session(prepared(uid="ours", candidate="Ada"))
    session.do(start(session.interview, session.now()))
    return session.row


@pytest.fixture
def window(room: Room, theirs: int, ours: int, qtbot: QtBot) -> MainWindow:
    made = MainWindow(room.desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def held_up(room: Room) -> Iterator[Event]:
    """Work that stands before all other in the queue until it is let go."""
    gate = Event()
    queued(room, gate.wait)
    yield gate
    gate.set()


def queued(room: Room, work: Callable[[], object]) -> Future[object]:
    """Work behind what is queued already, whose answer nobody waits for."""
    return room.desk.jobs.run(work, lambda _: None)


def state_of(window: MainWindow, row: int) -> str:
    model = library_of(window)._model
    entries = map(model.entry, range(model.rowCount()))
    return next(each.state for each in entries if isinstance(each, Line) and each.row == row)


def agree_to_erase(window: MainWindow, row: int) -> Details:
    library_of(window).list.go_to(row)
    library_of(window).show_details()
    details = library_of(window).details
    assert details is not None
    details.privacy.erase.click()
    details.privacy.confirmation.yes.click()
    return details


def files(room: Room) -> Path:
    return room.desk.store.path.parent


def test_the_window_goes_on_while_an_interview_is_erased(
    window: MainWindow, room: Room, theirs: int, ours: int, *, held_up: Event, qtbot: QtBot
) -> None:
    details = agree_to_erase(window, theirs)
    assert state_of(window, theirs) == "Being erased…"
    details.refresh()
    assert not details.privacy.erase.isEnabled()
    window.open_row(theirs)
    assert window.session is None
    assert "Being erased" in window.first_page.banner.text()

    window.open_row(ours)
    page = window.page
    assert isinstance(page, LivePage)
    page.banner.clear()
    held_up.set()
    for number in range(40):
        page.field.keys.setPlainText(f"note {number}")
        page.writer.submit()
        qtbot.wait(1)
    assert len(page.interview.notes) == 40
    assert page.banner.text() == ""

    window.show_first_page()
    qtbot.waitUntil(lambda: "The interview is erased" in window.first_page.status.text())
    assert "1 backup cleaned of it too" in window.first_page.status.text()
    qtbot.waitUntil(lambda: open_requests(room.desk.store.path) == [])
    assert told_of(files(room)) == []


def test_the_long_part_waits_until_no_interview_is_open_and_says_so(
    window: MainWindow, room: Room, theirs: int, ours: int, *, held_up: Event, qtbot: QtBot
) -> None:
    agree_to_erase(window, theirs)
    window.open_row(ours)
    held_up.set()
    qtbot.waitUntil(lambda: "is erased" in window.first_page.status.text())
    assert "once no interview is open" in window.first_page.status.text()
    queued(room, lambda: None).result()
    assert open_requests(room.desk.store.path) != []
    window.show_first_page()
    qtbot.waitUntil(lambda: open_requests(room.desk.store.path) == [])
    assert told_of(files(room)) == []


@pytest.mark.parametrize("opened", [True, False])
def test_closing_comes_to_the_end_with_it_first(
    window: MainWindow, room: Room, theirs: int, ours: int, opened: bool
) -> None:
    agree_to_erase(window, theirs)
    if opened:
        window.open_row(ours)
    window.close()
    room.desk.erasures.finish()
    assert open_requests(room.desk.store.path) == []
    assert room.desk.store.find("zyx") is None
    assert told_of(files(room)) == []


def test_a_start_goes_on_with_what_was_cut_short(
    room: Room, theirs: int, ours: int, qtbot: QtBot
) -> None:
    write_down(room.desk.store.path, ErasureRequest(ErasureKind.ANONYMISE, "zyx"))
    room.desk.erasures.take_up()
    window = MainWindow(room.desk)
    qtbot.addWidget(window)
    assert state_of(window, theirs) == "Anonymising…"
    room.desk.erasures._again.start(0)
    qtbot.waitUntil(lambda: "The name is taken out" in window.first_page.status.text())
    qtbot.waitUntil(lambda: open_requests(room.desk.store.path) == [])
    assert told_of(files(room)) == []
    assert room.desk.store.load(theirs).rating(1).level == "Exceeds"


def test_a_window_that_is_closed_at_once_has_finished_it_too(room: Room, theirs: int) -> None:
    write_down(room.desk.store.path, ErasureRequest(ErasureKind.ERASE, "zyx"))
    room.desk.erasures.take_up()
    room.desk.erasures.finish()
    assert open_requests(room.desk.store.path) == []
    assert told_of(files(room)) == []


def test_two_are_erased_one_after_the_other_and_no_backup_is_made_between(
    window: MainWindow, room: Room, theirs: int, held_up: Event, qtbot: QtBot
) -> None:
    second = begin(room.desk.store, prepared(uid="second", candidate="Quorgwell")).row
    order: list[str] = []
    room.desk.erasures.told.connect(order.append)
    room.desk.erasures.request(theirs, ErasureKind.ERASE)
    room.desk.erasures.request(second, ErasureKind.ERASE)
    backing_up = queued(
        room, lambda: back_up_now(room.desk.store.path, datetime.combine(DAY, time(10, 15), UTC))
    )
    held_up.set()
    qtbot.waitUntil(lambda: len(order) == 2)
    qtbot.waitUntil(lambda: open_requests(room.desk.store.path) == [])
    assert backing_up.done()
    assert told_of(files(room)) == []


def test_a_second_wish_for_the_same_interview_is_not_crossed_out_with_the_first(
    room: Room, theirs: int, held_up: Event, qtbot: QtBot
) -> None:
    erasures, path = room.desk.erasures, room.desk.store.path
    told: list[str] = []
    erasures.told.connect(told.append)
    erasures.nearly_named.connect(lambda words, *_: told.append(words))
    erasures.request(theirs, ErasureKind.ANONYMISE)
    before_scrub, after_scrub = Event(), Event()
    queued(room, before_scrub.wait)
    held_up.set()
    steps = erasures._steps()
    qtbot.waitUntil(lambda: steps.compacting)
    queued(room, after_scrub.wait)
    erasures.request(theirs, ErasureKind.ERASE)
    before_scrub.set()
    qtbot.waitUntil(lambda: not steps.compacting)
    wanted = open_requests(path)
    after_scrub.set()
    assert wanted == [ErasureRequest(ErasureKind.ERASE, "zyx")]
    qtbot.waitUntil(lambda: len(told) == 2)
    qtbot.waitUntil(lambda: open_requests(path) == [])
    assert told_of(path.parent) == []


def test_what_is_held_by_now_is_not_erased_and_that_is_told(
    window: MainWindow, room: Room, theirs: int, held_up: Event, qtbot: QtBot
) -> None:
    agree_to_erase(window, theirs)
    room.desk.store.privacy.hold(theirs, held=True)
    held_up.set()
    qtbot.waitUntil(lambda: "was not erased" in window.first_page.banner.text())
    assert "held" in window.first_page.banner.text()
    assert state_of(window, theirs) != "Being erased…"
    assert open_requests(room.desk.store.path) == []


def test_the_last_interview_goes_and_the_window_is_as_at_the_first_start(
    room: Room, theirs: int, qtbot: QtBot
) -> None:
    window = MainWindow(room.desk)
    qtbot.addWidget(window)
    window.show()
    details = agree_to_erase(window, theirs)
    qtbot.waitUntil(lambda: "is erased" in window.first_page.status.text())
    qtbot.waitUntil(details.isHidden)
    assert library_of(window).list.isHidden()
    qtbot.waitUntil(lambda: open_requests(room.desk.store.path) == [])


def test_what_is_typed_is_saved_all_the_while(
    room: Room, theirs: int, ours: int, qtbot: QtBot
) -> None:
    """No step holds the file for long, and the last one gives way and is done once more."""
    store, erasures = room.desk.store, room.desk.erasures
    store.wait_at_most(250)
    erasures.request(theirs, ErasureKind.ERASE)
    number = 0
    while open_requests(store.path):
        number += 1
        store.save_draft(ours, Draft(f"half a thought {number}", room.clock.now()))
        draft = store.load_draft(ours)
        assert draft is not None
        assert draft.text.endswith(f" {number}")
        qtbot.wait(1)
    assert number
    assert told_of(files(room)) == []

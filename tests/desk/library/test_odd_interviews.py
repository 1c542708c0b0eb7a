"""Interviews that another program wrote into, among the others in the library."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from interview_desk.desk.library.interview_lines import Line
from interview_desk.desk.library.page import LibraryPage
from tests.helpers.rooms import Room
from tests.helpers.samples import prepared

OpenLibrary = Callable[[], LibraryPage]


@pytest.fixture
def odd(room: Room) -> list[int]:
    """Ada, Bo with an odd line, and Cy whom nobody can read."""
    store = room.desk.store
    rows = [store.create(prepared(uid=name, candidate=name)) for name in ("Ada", "Bo", "Cy")]
    with closing(sqlite3.connect(store.path)) as conn, conn:
        conn.execute("UPDATE interviews SET status = 'banana', levels = -1 WHERE uid = 'Bo'")
        conn.execute("UPDATE setups SET length_minutes = 7 WHERE candidate = 'Cy'")
    return rows


def test_an_odd_line_is_marked_and_hides_no_other(
    open_library: OpenLibrary, odd: list[int]
) -> None:
    page = open_library()
    entries = map(page._model.entry, range(page._model.rowCount()))
    told = {entry.row: entry.told() for entry in entries if isinstance(entry, Line)}
    assert told.keys() == {*odd}
    assert "Partly read" in told[odd[1]]
    assert "Partly read" not in told[odd[0]]
    assert page.banner.text() == ""


def test_what_cannot_be_read_says_why_and_the_others_open(
    open_library: OpenLibrary, odd: list[int]
) -> None:
    page = open_library()
    page.list.go_to(odd[2])
    page.show_details()
    assert "cannot be read whole: setup" in page.banner.text()
    assert page.details is not None
    page.list.go_to(odd[0])
    page.details.refresh()
    assert page.details._name.text() == "Ada"

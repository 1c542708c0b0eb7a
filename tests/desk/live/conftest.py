"""A live page at which one can type."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from interview_desk.interview.interview import Interview
from tests.helpers.live import LiveDesk, twenty_minutes
from tests.helpers.rooms import Room


@pytest.fixture
def sit(room: Room, qtbot: QtBot) -> Iterator[Callable[..., LiveDesk]]:
    """Opens the live page of an interview, started unless told otherwise."""
    opened: list[LiveDesk] = []

    def _sit(interview: Interview | None = None, *, started: bool = True) -> LiveDesk:
        desk = LiveDesk(room, room.session(interview or twenty_minutes()), qtbot)
        opened.append(desk)
        if started:
            desk.page.act.turn_clock()
        return desk

    yield _sit
    for desk in opened:
        desk.leave()


@pytest.fixture
def live(sit: Callable[..., LiveDesk]) -> LiveDesk:
    """The live page of the small interview, just started."""
    return sit()

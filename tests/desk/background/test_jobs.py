"""Work apart from the window's thread: who asked is told, in the window's thread, and no other."""

from collections.abc import Iterator
from threading import Event, Thread, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from interview_desk.desk.background.jobs import Jobs
from interview_desk.errors import UserError
from interview_desk.report.cancellation import CancelledError


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.finish()


class Asker(QObject):
    """Asks for work and keeps what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []

    def then(self, result: object) -> None:
        assert current_thread() is main_thread()
        self.told.append(result)

    def failed(self, error: BaseException) -> None:
        self.told.append(str(error))


def fail(error: Exception) -> None:
    raise error


def test_each_is_told_of_its_own_work_in_order(jobs: Jobs, qtbot: QtBot) -> None:
    one, other = Asker(), Asker()
    jobs.run(lambda: current_thread() is main_thread(), one.then, one.failed)
    jobs.run(lambda: 2, other.then, other.failed)
    jobs.run(lambda: fail(UserError("The disk is full.")), one.then, one.failed)
    jobs.run(lambda: 4, other.then)
    qtbot.waitUntil(lambda: len(other.told) == 2)
    assert (one.told, other.told) == ([False, "The disk is full."], [2, 4])


def test_a_bug_is_told_and_raised_and_the_next_is_told_all_the_same(
    jobs: Jobs, qtbot: QtBot
) -> None:
    asker = Asker()
    with capture_exceptions() as raised:
        jobs.run(lambda: fail(KeyError("bug")), asker.then, asker.failed)
        jobs.run(lambda: 2, asker.then)
        qtbot.waitUntil(lambda: len(asker.told) == 2)
    assert asker.told == ["'bug'", 2]
    assert [kind for kind, _, _ in raised] == [KeyError]


def test_who_is_gone_or_gave_up_is_not_told(jobs: Jobs, qtbot: QtBot) -> None:
    gone, here, gate = Asker(), Asker(), Event()
    jobs.run(gate.wait, gone.then)
    jobs.run(lambda: fail(UserError("No.")), gone.then, gone.failed)
    jobs.run(lambda: fail(CancelledError()), here.then, here.failed)
    jobs.run(lambda: 1, here.then).cancel()
    jobs.run(lambda: 2, here.then)
    delete(gone)
    gate.set()
    qtbot.waitUntil(lambda: bool(here.told))
    assert (gone.told, here.told) == ([], [2])


class Left:
    """Garbage as a page that was left is: only Python's collector finds it."""

    def __init__(self, died_in: list[Thread]) -> None:
        self.itself = self
        self.died_in = died_in

    def __del__(self) -> None:
        self.died_in.append(current_thread())


def test_what_the_window_left_behind_never_dies_in_another_thread(jobs: Jobs, qtbot: QtBot) -> None:
    died_in: list[Thread] = []
    asker = Asker()
    for _ in range(100):
        Left(died_in)
    # Far more new objects than Python lets pass without collecting.
    jobs.run(lambda: [[] for _ in range(100_000)], asker.then)
    qtbot.waitUntil(lambda: bool(asker.told))
    due: list[list[int]] = [[] for _ in range(100_000)]
    qtbot.waitUntil(lambda: bool(died_in))
    assert len(due) == 100_000
    assert {*died_in} == {main_thread()}

"""The window's thread alone collects Python's garbage, as in the program; and after each test."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def garbage(request: pytest.FixtureRequest) -> Iterator[None]:
    """Takes the collection over from Python before the first widget, as the program's start does.

    Python would collect the widgets of a test that has ended whenever the next one makes an object
    too many: in the middle of a paint, or in another thread. Between tests nothing waits for
    events, so what is due is collected here.
    """
    if {"qapp", "qtbot"} & {*request.fixturenames} and gc.isenabled():
        request.getfixturevalue("qapp")
        from interview_desk.desk.background.garbage import collect_here

        collect_here()
    yield
    if not gc.isenabled():
        from interview_desk.desk.background.garbage import collect_due

        collect_due()

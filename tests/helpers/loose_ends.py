"""A window, timer or thread that a test leaves behind fails that test, not a later one."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def loose_ends(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails on top-level widgets, active timers and running threads that the test began."""
    if not {"qapp", "qtbot"} & {*request.fixturenames}:
        yield
        return
    before = [*_alive()]
    failures = request.session.testsfailed
    yield
    if request.session.testsfailed > failures:
        return  # the traceback of a failed test keeps its widgets alive
    left = _new_since(before)
    if left:
        gc.collect()  # widgets and their handlers often hold one another
        left = _new_since(before)
    if left:
        pytest.fail("left behind: " + ", ".join(map(repr, left)), pytrace=False)


def _new_since(before: list[object]) -> list[object]:
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [each for each in _alive() if not any(each is known for known in before)]


def _alive() -> Iterator[object]:
    """Top-level widgets, active timers and running threads, whoever owns them.

    Qt's own tool tip is not ours to close.
    """
    from PySide6.QtCore import QThread, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import getAllValidWrappers

    for widget in QApplication.topLevelWidgets():
        if widget.objectName() != "qtooltip_label":
            yield widget
    for each in getAllValidWrappers():
        if isinstance(each, QTimer) and each.isActive():
            yield each
        if isinstance(each, QThread) and each.isRunning() and each is not QThread.currentThread():
            yield each

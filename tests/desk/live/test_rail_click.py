"""A phase on the rail is gone to by a click."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from tests.helpers.live import LiveDesk


def _ends(live: LiveDesk) -> tuple[QPoint, QPoint]:
    """A point of the first phase, and one of the second."""
    rail = live.page.rail
    return QPoint(10, 4), QPoint(rail.width() - 10, 4)


def test_a_click_goes_to_another_phase_and_back(live: LiveDesk) -> None:
    first, second = _ends(live)
    live.wait(60)
    phases = []
    for spot in (second, second, first):
        live.click(live.page.rail, spot)
        phases.append(live.interview.timeline.phase)

    assert phases == [2, 2, 1]
    assert live.page.field.edit.hasFocus()
    live.page.undo()
    assert live.interview.timeline.phase == 2


def test_it_tells_before_what_a_click_will_do(live: LiveDesk) -> None:
    _, second = _ends(live)
    rail = live.page.rail
    there = QHelpEvent(QEvent.Type.ToolTip, second, rail.mapToGlobal(second))
    QApplication.sendEvent(rail, there)

    assert "Click: go on to it" in QToolTip.text()


def test_a_click_does_nothing_before_the_start(sit: Callable[..., LiveDesk]) -> None:
    live = sit(started=False)
    live.click(live.page.rail, _ends(live)[1])

    assert not live.interview.clock_events

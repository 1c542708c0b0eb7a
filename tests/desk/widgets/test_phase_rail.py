from dataclasses import replace

import pytest
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.phase_rail import PhaseRail
from interview_desk.desk.widgets.rail_segment import PhaseState, RailSegment

DONE = RailSegment("1 Exploration", 500, 530, state=PhaseState.DONE)
NOW = RailSegment("2 Deep dive", 880, 500, state=PhaseState.CURRENT)
LATER = RailSegment("3 Wrap-up", 300)


class WatchedRail(PhaseRail):
    """Keeps which part of it was painted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.painted: list[QRegion] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.append(QRegion(event.region()))
        super().paintEvent(event)


def watched(qtbot: QtBot, theme: Theme) -> WatchedRail:
    rail = WatchedRail(theme)
    qtbot.addWidget(rail)
    rail.resize(1000, 40)
    rail.set_segments([DONE, NOW, LATER])
    rail.show()
    qtbot.waitUntil(lambda: bool(rail.painted))
    QApplication.processEvents()
    rail.painted.clear()
    return rail


def test_the_same_times_paint_nothing(qtbot: QtBot, theme: Theme) -> None:
    rail = watched(qtbot, theme)
    rail.set_segments([DONE, replace(NOW), LATER])
    QApplication.processEvents()
    assert rail.painted == []


def test_a_second_later_only_the_current_phase_is_painted(qtbot: QtBot, theme: Theme) -> None:
    rail = watched(qtbot, theme)
    rail.set_segments([DONE, replace(NOW, used_s=501), LATER])
    qtbot.waitUntil(lambda: bool(rail.painted))
    (region,) = rail.painted
    assert 0 < region.boundingRect().width() < 0.6 * rail.width()


@pytest.mark.parametrize("used_s", [500, 877, 884, 959])  # on time, to its end and past it
def test_second_by_second_it_looks_as_if_painted_whole(
    qtbot: QtBot, theme: Theme, used_s: int
) -> None:
    rail = watched(qtbot, theme)
    rail.set_segments([DONE, replace(NOW, used_s=used_s), LATER])
    for passed in range(1, 6):
        rail.move_on(passed)
        QApplication.processEvents()
        shown = rail.screen().grabWindow(rail.winId()).toImage()
        assert shown == rail.grab().toImage().convertToFormat(shown.format())


def test_a_second_over_paints_the_figures_and_the_end_of_the_bar(
    qtbot: QtBot, theme: Theme
) -> None:
    rail = watched(qtbot, theme)
    rail.set_segments([DONE, replace(NOW, used_s=900), LATER])
    QApplication.processEvents()
    rail.painted.clear()
    rail.move_on(1)
    QApplication.processEvents()
    (region,) = rail.painted
    assert region.boundingRect().width() < 0.2 * rail.width()


def test_a_second_later_no_reader_of_the_screen_is_disturbed(qtbot: QtBot, theme: Theme) -> None:
    rail = watched(qtbot, theme)
    before = rail.accessibleName()
    rail.set_segments([DONE, replace(NOW, used_s=501), LATER])
    assert rail.accessibleName() == before
    assert "2 Deep dive" in before
    rail.set_segments([DONE, NOW, replace(LATER, adjusted_s=240)])
    assert "adjusted to 4:00" in rail.accessibleName()


def test_times_are_said_in_words_as_well_as_colour() -> None:
    assert DONE.times() == ("8:50",)
    assert NOW.times() == ("6:20 left",)
    assert replace(NOW, used_s=922).times() == ("0:42 over",)
    assert replace(NOW, adjusted_s=600).times() == ("1:40 left",)
    assert LATER.times() == ("5:00",)
    assert replace(LATER, adjusted_s=240).times() == ("5:00 → 4:00", "→ 4:00")
    assert "0:30 over" in DONE.told()


def test_a_re_plan_not_yet_accepted_is_a_question_in_figures_and_words() -> None:
    later = replace(LATER, preview_s=200)
    assert later.times() == ("5:00 → 3:20?", "→ 3:20?")
    assert later.told() == "3 Wrap-up: planned 5:00, would be 3:20"
    assert replace(NOW, preview_s=700).times() == ("6:20 → 3:20?", "→ 3:20?")
    assert replace(later, adjusted_s=200).times() == ("5:00 → 3:20", "→ 3:20")
    # What is used up, and what is over, can no longer be another time.
    assert replace(NOW, used_s=900, preview_s=900).times() == ("0:20 over",)
    assert replace(DONE, preview_s=530).times() == ("8:50",)


def test_what_has_no_time_at_all_can_still_be_painted(qtbot: QtBot, theme: Theme) -> None:
    rail = PhaseRail(theme)
    qtbot.addWidget(rail)
    state = PhaseState.CURRENT
    rail.set_segments([RailSegment("", 0, 0, 0, state), RailSegment("x", 0, 9, 0, state)])
    for width in (3, 40, 900):
        rail.resize(width, 40)
        assert not rail.grab().isNull()


def test_without_words_it_is_only_as_high_as_its_bars(qtbot: QtBot, theme: Theme) -> None:
    full, compact = PhaseRail(theme), PhaseRail(theme, compact=True)
    for rail in (full, compact):
        qtbot.addWidget(rail)
    assert compact.sizeHint().height() * 2 < full.sizeHint().height()
    full.set_compact(True)
    assert full.sizeHint() == compact.sizeHint()

"""Indicators and questions: seen by key, seen again, taken back by a click or undo."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from interview_desk.desk.live.prompts.phase_guide import QuestionRows
from interview_desk.desk.settings import SIGHTING_OFFSET
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.interview.actions.scoring import lock
from interview_desk.interview.interview import Interview
from tests.helpers.live import Key, LiveDesk, Mod
from tests.helpers.samples import prepared, shipped_guide


def _seen(live: LiveDesk, key: str) -> int:
    return len(live.interview.seen(key))


def test_a_number_key_adds_a_sighting_a_few_seconds_back(live: LiveDesk) -> None:
    live.wait(60)
    live.press(Key.Key_2, Mod.AltModifier)

    (sighting,) = live.interview.seen("p1.s2")
    assert live.interview.timeline.elapsed(sighting.at) == 55_000
    assert live.row("p1.s2").isChecked()
    assert live.text == ""


def test_a_sighting_is_never_stamped_in_the_phase_before_its_own(live: LiveDesk) -> None:
    live.wait(60)
    live.press(Key.Key_P, Mod.ControlModifier)
    live.wait(2)
    live.press(Key.Key_1, Mod.AltModifier)

    (sighting,) = live.interview.seen("p2.s1")
    assert live.interview.timeline.phase_at(sighting.at) == 2
    assert live.interview.timeline.elapsed(sighting.at) == 60_000


def test_a_second_press_adds_a_second_sighting(live: LiveDesk) -> None:
    live.press(Key.Key_3, Mod.AltModifier)
    live.press(Key.Key_3, Mod.AltModifier)

    assert _seen(live, "p1.r1") == 2
    assert live.row("p1.r1").accessibleName().endswith("seen 2 times")


def test_a_number_beyond_the_list_does_nothing(live: LiveDesk) -> None:
    live.press(Key.Key_9, Mod.AltModifier)

    assert live.interview.sightings == ()


def test_a_click_beside_the_box_adds_and_one_on_the_ticked_box_takes_away(live: LiveDesk) -> None:
    row = live.row("p1.s1")
    live.click(row)
    live.click(row)
    assert _seen(live, "p1.s1") == 2
    live.click(row, QPoint(8, 14))
    assert _seen(live, "p1.s1") == 1


def test_undo_takes_a_sighting_back_and_says_what_it_was(live: LiveDesk) -> None:
    live.press(Key.Key_1, Mod.AltModifier)
    live.press(Key.Key_Z, Mod.ControlModifier)

    assert _seen(live, "p1.s1") == 0
    assert not live.row("p1.s1").isChecked()
    assert live.said == "Undone: Seen: Asks what the goal is"
    live.press(Key.Key_Z, Mod.ControlModifier | Mod.ShiftModifier)
    assert _seen(live, "p1.s1") == 1
    assert live.said == "Redone: Seen: Asks what the goal is"


def test_undo_after_a_sighting_is_not_for_text_cleared_before_it(live: LiveDesk) -> None:
    live.type("ab")
    live.press(Key.Key_Backspace)
    live.press(Key.Key_Backspace)
    live.press(Key.Key_1, Mod.AltModifier)
    live.press(Key.Key_Z, Mod.ControlModifier)

    assert live.text == ""
    assert _seen(live, "p1.s1") == 0


def test_of_the_concerns_one_is_ticked_and_the_next_number_is_the_phases_again(
    live: LiveDesk,
) -> None:
    live.press(Key.Key_0, Mod.AltModifier)
    live.press(Key.Key_2, Mod.AltModifier)
    assert _seen(live, "w1") == 1
    live.press(Key.Key_2, Mod.AltModifier)

    assert (_seen(live, "w1"), _seen(live, "p1.s2")) == (1, 1)


def _concerns_open(live: LiveDesk) -> bool:
    return live.page.indicators.concerns_open


def _by_escape(live: LiveDesk) -> None:
    live.press(Key.Key_Escape)


def _by_its_own_key(live: LiveDesk) -> None:
    live.press(Key.Key_0, Mod.AltModifier)


def _by_typing(live: LiveDesk) -> None:
    live.type("g")


def _by_a_click_on_a_row(live: LiveDesk) -> None:
    live.click(live.row("w1"))


@pytest.mark.parametrize("leave", [_by_escape, _by_its_own_key, _by_typing, _by_a_click_on_a_row])
def test_nothing_keeps_the_concerns_open_for_a_number_pressed_later(
    live: LiveDesk, leave: Callable[[LiveDesk], None]
) -> None:
    live.type("as he said")
    live.press(Key.Key_0, Mod.AltModifier)
    assert _concerns_open(live)
    leave(live)
    live.wait(300)
    live.press(Key.Key_2, Mod.AltModifier)

    assert not _concerns_open(live)
    assert _seen(live, "p1.s2") == 1
    assert live.text.startswith("as he said")
    assert not live.stamp.startswith("Esc again")


def test_a_number_ticks_nothing_of_a_tab_that_is_not_shown(live: LiveDesk) -> None:
    live.press(Key.Key_P, Mod.ControlModifier)
    live.press(Key.Key_Tab, Mod.ControlModifier)
    live.press(Key.Key_1, Mod.AltModifier)
    assert live.interview.sightings == ()
    assert live.said == "Nothing is shown with that key"
    live.press(Key.Key_Backtab, Mod.ControlModifier | Mod.ShiftModifier)
    live.press(Key.Key_1, Mod.AltModifier)

    assert _seen(live, "p2.s1") == 1


def test_from_the_concerns_one_is_back_at_the_area_one_came_from(live: LiveDesk) -> None:
    live.press(Key.Key_P, Mod.ControlModifier)
    live.press(Key.Key_Tab, Mod.ControlModifier)
    live.press(Key.Key_0, Mod.AltModifier)
    live.press(Key.Key_1, Mod.AltModifier)

    assert _seen(live, "d1") == 1
    assert live.page.indicators.tabs.currentIndex() == 1
    assert live.page.indicators.numbered(1) is None


def test_a_new_phase_brings_its_own_indicators_and_closes_the_concerns(live: LiveDesk) -> None:
    live.press(Key.Key_0, Mod.AltModifier)
    live.press(Key.Key_P, Mod.ControlModifier)
    live.press(Key.Key_1, Mod.AltModifier)

    assert _seen(live, "p2.s1") == 1


def test_areas_open_by_key_and_their_probes_can_be_ticked(live: LiveDesk) -> None:
    live.press(Key.Key_P, Mod.ControlModifier)
    live.press(Key.Key_Tab, Mod.ControlModifier)
    probes = live.page.indicators.findChildren(QuestionRows)[0].findChildren(CheckRow)
    live.click(probes[0])

    assert live.interview.ticked("p2.a1.1")


def test_every_indicator_of_the_shipped_guide_has_its_key(sit: Callable[..., LiveDesk]) -> None:
    live = sit(prepared(shipped_guide()))
    for digit in range(9):
        live.press(Key(Key.Key_1 + digit), Mod.AltModifier)

    phase = live.interview.guide.phase(1)
    assert all(_seen(live, each.key) == 1 for each in phase.indicators)


def test_after_the_lock_nothing_can_be_added(live: LiveDesk) -> None:
    live.page.act.finish()
    live.session.do(lock(live.session.interview, live.session.now()))
    QTest.keyClick(live.page, Key.Key_1, Mod.AltModifier)
    live.click(live.row("p1.s1"))

    assert live.interview.sightings == ()


def test_how_far_back_a_sighting_is_stamped_is_a_setting(live: LiveDesk) -> None:
    live.room.desk.settings.set(SIGHTING_OFFSET, 12)
    live.wait(40)
    live.press(Key.Key_1, Mod.AltModifier)

    (sighting,) = live.interview.sightings
    assert live.room.clock.now().mono_ms - sighting.at.mono_ms == 12_000


def test_ask_shows_the_chosen_problem_and_no_other(sit: Callable[..., LiveDesk]) -> None:
    interview = prepared(shipped_guide())
    chosen = interview.guide.banks[0].questions[0]
    setup = replace(interview.setup, question=chosen.text)
    live = sit(Interview.of(interview.uid, interview.guide, interview.created_ms, (setup,)))
    rows = live.page.guide.findChildren(CheckRow)

    assert [row.text() for row in rows] == [chosen.text]
    live.click(rows[0])
    assert live.interview.ticked(chosen.key)

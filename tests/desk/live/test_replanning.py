"""Behind its plan, the interview can be re-planned: shown first, accepted, taken back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from interview_desk.desk.settings import CUE_KINDS, LONGER
from interview_desk.interview.records import PlanChange
from tests.helpers.live import Key, LiveDesk, Mod
from tests.helpers.samples import prepared, shipped_guide


@pytest.fixture
def late(sit: Callable[..., LiveDesk]) -> LiveDesk:
    """45 minutes by the shipped guide: 8, 10, 14, 8 and 5; the first phase took 10:30."""
    live = sit(prepared(shipped_guide()))
    live.run(630)
    return live


def _plan(live: LiveDesk) -> list[int]:
    return list(live.interview.plan.seconds)


def _ctrl(live: LiveDesk, key: Qt.Key) -> None:
    live.press(key, Mod.ControlModifier)


def test_behind_there_is_a_preview_and_nothing_happens_by_itself(late: LiveDesk) -> None:
    first = _plan(late)

    assert late.asked.startswith("2:30 behind. ")
    assert late.page.strip.answers() == ("Accept", "Other phase…", "Not now")
    assert "would be" in late.page.rail.accessibleName()
    assert late.page.field.keys.hasFocus()
    late.run(120)
    assert _plan(late) == first
    assert not any(isinstance(each, PlanChange) for each in late.interview.records.values())


def test_what_is_accepted_is_what_was_shown(late: LiveDesk) -> None:
    whole, preview = sum(_plan(late)), late.page.questions.preview
    assert preview is not None
    late.answer("Accept")

    assert tuple(_plan(late)) == preview
    assert sum(_plan(late)) == whole
    assert _plan(late)[4] == 300  # the candidate's own time
    assert late.asked == ""
    assert "adjusted to" in late.page.rail.accessibleName()
    assert late.page.controls.spoken() == "Elapsed 10:30 Ends 10:45"
    assert late.page.field.keys.hasFocus()


def test_the_interviewer_names_the_phase_that_gives_up_the_time(late: LiveDesk) -> None:
    before = _plan(late)
    late.answer("Other phase…")
    assert late.asked == "Which phase gives up the time?"
    assert late.page.strip.answers()[-2:] == ("Trade-offs", "Back")
    late.press(Key(Key.Key_1 + len(late.page.strip.answers()) - 2))
    assert late.asked == (
        "2:30 behind. Trade-offs gives 3:30; 1:00 of it to finish Problem Exploration."
    )
    late.press(Key.Key_1)

    assert [a - b for a, b in zip(_plan(late), before, strict=True)] == [210, 0, 0, -210, 0]


def test_after_a_re_plan_the_phase_is_not_over_and_has_a_minute_to_end(late: LiveDesk) -> None:
    late.run(9)
    assert "over" in late.page.clock.spoken()
    late.answer("Accept")

    assert "left of 11:30" in late.page.clock.spoken()
    assert late.page.controls.spoken() == "Elapsed 10:39 Ends 10:45"
    assert late.page.cue.isHidden()
    late.run(45)
    assert "over" not in late.page.clock.spoken()


def test_running_over_again_in_a_later_phase_is_told_again(late: LiveDesk) -> None:
    late.answer("Accept")
    _ctrl(late, Key.Key_P)
    late.run(1000)

    assert "behind." in late.asked
    assert late.page.cue.isHidden()  # the line above the note says it, and nothing says it twice


def test_an_extension_makes_up_for_being_behind(late: LiveDesk) -> None:
    _ctrl(late, Key.Key_E)
    late.answer("Accept")

    assert late.page.controls.spoken() == "Elapsed 10:30 Ends 10:50"
    assert "over" not in late.page.clock.spoken()
    assert late.page.clock.booked.text() == "Booked to 10:45, 5 min late"
    assert late.asked == ""


def test_not_now_is_the_end_of_it_until_it_is_called_for(late: LiveDesk) -> None:
    late.answer("Not now")
    late.run(60)
    assert (late.asked, late.page.questions.preview) == ("", None)
    assert late.page.cue.isHidden() or "Re-plan" not in late.page.cue.text()

    _ctrl(late, Key.Key_R)
    assert late.asked.startswith("3:30 behind. ")
    _ctrl(late, Key.Key_R)
    assert late.asked == ""


def test_with_its_cue_off_nothing_is_offered_and_the_key_still_works(
    sit: Callable[..., LiveDesk],
) -> None:
    live = sit(prepared(shipped_guide()))
    live.room.desk.settings.set(CUE_KINDS["question time"], False)
    live.run(630)
    assert live.asked == ""
    _ctrl(live, Key.Key_R)
    assert live.asked.startswith("2:30 behind. ")


def test_a_proposal_stands_still_long_enough_to_be_read(late: LiveDesk) -> None:
    said = set()
    for _ in range(14):
        late.wait(1)
        said.add(late.asked)
    assert len(said) <= 2


def test_the_first_plan_can_be_put_in_force_again(late: LiveDesk) -> None:
    first = _plan(late)
    back = late.page.clock.back
    assert back.isHidden()
    late.answer("Accept")
    assert back.isVisible()
    late.click(back)

    assert (_plan(late), back.isHidden()) == (first, True)
    assert late.said == "Back to the first plan"


def test_a_re_plan_is_undone_and_redone_by_key(late: LiveDesk) -> None:
    first = _plan(late)
    late.answer("Accept")
    changed = _plan(late)
    _ctrl(late, Key.Key_Z)
    assert (_plan(late), late.said) == (first, "Undone: Plan changed")
    late.press(Key.Key_Z, Mod.ControlModifier | Mod.ShiftModifier)
    assert (_plan(late), late.said) == (changed, "Redone: Plan changed")


def test_on_time_there_is_nothing_to_make_up(live: LiveDesk) -> None:
    _ctrl(live, Key.Key_R)

    assert (live.asked, live.said) == ("", "Not behind: there is nothing to make up")


def test_the_whole_is_made_longer_by_key(live: LiveDesk) -> None:
    live.wait(2)
    _ctrl(live, Key.Key_E)
    live.answer("Accept")

    assert (sum(_plan(live)), live.said) == (25 * 60, "5 min more: 25:00 in all")
    assert live.page.controls.spoken() == "Elapsed 0:02 Ends 10:25"
    live.room.desk.settings.set(LONGER, 1)
    _ctrl(live, Key.Key_E)
    live.answer("Accept")
    assert sum(_plan(live)) == 26 * 60
    _ctrl(live, Key.Key_Z)
    assert (sum(_plan(live)), live.said) == (25 * 60, "Undone: 1 min more")


def test_what_knows_no_key_is_found_by_the_mouse(live: LiveDesk) -> None:
    live.click(live.page.controls.more)
    assert live.page.strip.answers() == ("Really started at…", "Make it longer", "Catch up")
    live.answer("Make it longer")
    live.answer("Accept")

    assert (sum(_plan(live)), live.asked) == (25 * 60, "")


def test_a_phase_gone_back_to_has_its_time_added(live: LiveDesk) -> None:
    live.run(60)
    _ctrl(live, Key.Key_P)
    live.run(60)
    live.press(Key.Key_P, Mod.ControlModifier | Mod.ShiftModifier)
    live.run(30)

    assert live.page.clock.spoken().startswith("Phase 1 of 2, Opening, 3:30 left")


def test_a_longer_interview_is_shown_before_it_applies(live: LiveDesk) -> None:
    live.run(60)
    first = _plan(live)
    _ctrl(live, Key.Key_E)

    assert live.asked == "5 min longer, to 10:25: Opening +2:30, Design +2:30."
    shown = live.page.questions.preview
    assert shown == (450, 1050)
    assert "would be 7:30" in live.page.rail.accessibleName()
    assert live.page.field.keys.hasFocus()
    live.run(30)
    assert _plan(live) == first
    live.answer("Not now")
    assert (_plan(live), live.asked) == (first, "")
    assert "would be" not in live.page.rail.accessibleName()
    _ctrl(live, Key.Key_E)
    _ctrl(live, Key.Key_E)
    assert (_plan(live), live.asked) == (first, "")


def test_before_the_start_it_can_be_made_longer_too(sit: Callable[..., LiveDesk]) -> None:
    live = sit(started=False)
    _ctrl(live, Key.Key_E)
    assert live.asked.startswith("5 min longer: ")
    live.answer("Accept")
    assert sum(_plan(live)) == 25 * 60


def _pause(live: LiveDesk, seconds: int) -> None:
    _ctrl(live, Key.Key_Space)
    live.run(seconds)
    _ctrl(live, Key.Key_Space)


def test_a_pause_that_pushes_the_end_offers_to_catch_up(live: LiveDesk) -> None:
    live.run(60)
    _pause(live, 150)

    assert live.asked.startswith("2:30 late. ")
    assert live.page.questions.preview is not None
    assert live.page.cue.isHidden()
    live.answer("Accept")
    assert sum(_plan(live)) == 20 * 60 - 150
    assert live.page.controls.spoken() == "Elapsed 1:00 Ends 10:20"
    assert live.page.clock.booked.text() == "Booked to 10:20, on time"
    live.run(30)
    assert live.asked == ""
    _ctrl(live, Key.Key_Z)
    assert (sum(_plan(live)), live.said) == (20 * 60, "Undone: Plan changed")


def test_a_short_pause_is_no_question_and_not_now_is_an_answer(live: LiveDesk) -> None:
    live.run(60)
    _pause(live, 20)
    assert live.asked == ""
    _pause(live, 90)
    assert live.asked.startswith("1:50 late. ")
    live.answer("Not now")
    live.run(60)
    assert live.asked == ""
    _ctrl(live, Key.Key_R)
    assert live.asked.startswith("1:50 late. ")


def test_a_pause_taken_back_asks_nothing_more(live: LiveDesk) -> None:
    live.run(60)
    _pause(live, 90)
    assert live.asked.startswith("1:30 late. ")
    _ctrl(live, Key.Key_Z)
    _ctrl(live, Key.Key_Z)
    assert live.asked == ""

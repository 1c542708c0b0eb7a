"""The start key was pressed too late or too early: the true start can be told later."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from interview_desk.desk.written_times import read_start
from interview_desk.interview.clock import Instant
from tests.helpers.live import Key, LiveDesk, Mod

MIN = 60_000


def _instant(iso: str) -> Instant:
    at = datetime.fromisoformat(f"{iso}+00:00")
    return Instant(round(at.timestamp() * 1000), 0, "boot")


@pytest.mark.parametrize(
    ("text", "shift"),
    [
        ("-3", -3 * MIN),
        (" −3 min ", -3 * MIN),
        ("+2:30", 150_000),
        ("10:02", 2 * MIN - 20_000),
        ("9.58", -2 * MIN - 20_000),
        ("10:00:20", 0),
    ],
)
def test_minutes_and_times_of_day_are_understood(text: str, shift: int) -> None:
    assert read_start(text, _instant("2026-11-23T10:00:20"), UTC) == shift


@pytest.mark.parametrize(
    "text", ["", "soon", "3", "25:00", "10:60", "+999", "15:00", "-", "١٠:٠٢", "9" * 5000]
)
def test_anything_else_is_not(text: str) -> None:
    assert read_start(text, _instant("2026-11-23T10:00:00"), UTC) is None


def test_just_after_midnight_a_late_hour_is_the_day_before() -> None:
    assert read_start("23:58", _instant("2026-11-23T00:02:00"), UTC) == -4 * MIN
    assert read_start("0:02", _instant("2026-11-22T23:58:00"), UTC) == 4 * MIN


def test_in_the_hour_that_comes_twice_the_nearest_is_meant() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    # 2:30 is both 0:30 and 1:30 UTC.
    assert read_start("2:30", _instant("2026-10-25T00:33:00"), berlin) == -3 * MIN
    assert read_start("2:30", _instant("2026-10-25T01:33:00"), berlin) == -3 * MIN


def _correct(live: LiveDesk, text: str) -> None:
    live.press(Key.Key_T, Mod.ControlModifier)
    live.type(text)
    live.press(Key.Key_Return)


def test_an_earlier_start_makes_the_time_elapsed_longer(live: LiveDesk) -> None:
    live.run(60)
    live.type("half a ")
    _correct(live, "-3")

    assert live.page.controls.spoken().startswith("Elapsed 4:00 Ends 10:17")
    assert (live.said, live.asked) == ("Started at 09:57", "")
    live.type("note")
    assert live.text == "half a note"


def test_the_line_says_when_the_key_was_pressed(live: LiveDesk) -> None:
    live.run(60)
    live.press(Key.Key_T, Mod.ControlModifier)

    assert live.asked == "The start key was pressed at 10:00. Really started at:"
    live.press(Key.Key_Escape)
    assert live.asked == ""
    assert live.page.field.keys.hasFocus()


def test_what_makes_no_sense_is_told_and_can_be_mended(live: LiveDesk) -> None:
    live.run(180)
    live.press(Key.Key_T, Mod.ControlModifier)
    live.type("noon")
    live.press(Key.Key_Return)
    assert "within 3 hours" in live.asked
    live.press(Key.Key_A, Mod.ControlModifier)
    live.type("10:10")
    live.press(Key.Key_Return)
    assert live.asked.endswith("That is still to come.")
    live.press(Key.Key_A, Mod.ControlModifier)
    live.type("10:02")
    live.press(Key.Key_Return)

    assert live.page.controls.spoken().startswith("Elapsed 1:00")


def test_a_second_correction_counts_from_the_key_again_and_undo_takes_it_back(
    live: LiveDesk,
) -> None:
    live.wait(5)
    _correct(live, "-3")
    _correct(live, "-1")
    assert live.page.controls.spoken().startswith("Elapsed 1:05")
    live.press(Key.Key_Z, Mod.ControlModifier)
    assert live.page.controls.spoken().startswith("Elapsed 3:05")
    assert live.said == "Undone: Start time corrected"


def test_before_the_start_there_is_nothing_to_correct(live: LiveDesk) -> None:
    live.press(Key.Key_Z, Mod.ControlModifier)
    live.press(Key.Key_T, Mod.ControlModifier)

    assert (live.asked, live.said) == ("", "Not started yet")

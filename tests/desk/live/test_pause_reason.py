"""A pause is one key; why it is, one may say at any time of it, or not at all."""

from interview_desk.interview.timeline import ClockState
from tests.helpers.live import Key, LiveDesk, Mod


def _pause(live: LiveDesk) -> None:
    live.press(Key.Key_Space, Mod.ControlModifier)


def _reasons(live: LiveDesk) -> list[str]:
    return [span.reason for span in live.interview.timeline.pauses()]


def test_the_pause_begins_at_once_and_the_note_field_keeps_the_focus(live: LiveDesk) -> None:
    live.type("They said ")
    _pause(live)

    assert live.interview.timeline.state is ClockState.PAUSED
    assert live.asked == "Paused. Why?"
    assert live.page.field.keys.hasFocus()
    live.type("1 thing")
    assert live.text == "They said 1 thing"


def test_a_reason_is_chosen_with_two_keys_and_the_focus_goes_back(live: LiveDesk) -> None:
    _pause(live)
    live.answer("The call dropped")

    assert _reasons(live) == ["The call dropped"]
    assert live.asked == "Paused: The call dropped"
    assert live.page.field.keys.hasFocus()


def test_the_reason_holds_for_the_whole_pause_however_late_it_is_given(live: LiveDesk) -> None:
    live.run(60)
    _pause(live)
    live.wait(45)
    live.answer("Late start")
    live.wait(15)
    _pause(live)

    (pause,) = live.interview.timeline.pauses()
    assert (pause.reason, pause.length(10**9)) == ("Late start", 60_000)
    assert live.asked == ""


def test_another_reason_takes_the_place_of_the_first(live: LiveDesk) -> None:
    _pause(live)
    live.answer("Break")
    live.answer("Late start")

    assert _reasons(live) == ["Late start"]


def test_own_words_are_written_in_the_line(live: LiveDesk) -> None:
    live.type("half a ")
    _pause(live)
    live.answer("Own words…")
    live.type("Fire <b>alarm</b>")
    live.press(Key.Key_Return)
    live.type("note")

    assert _reasons(live) == ["Fire <b>alarm</b>"]
    assert live.asked == "Paused: Fire <b>alarm</b>"
    assert live.text == "half a note"


def test_escape_gives_no_reason_and_goes_back_to_the_note(live: LiveDesk) -> None:
    _pause(live)
    live.answer("Own words…")
    live.type("nothing")
    live.press(Key.Key_Escape)

    assert _reasons(live) == [""]
    assert live.asked == "Paused. Why?"
    assert live.page.field.keys.hasFocus()


def test_going_on_needs_no_reason(live: LiveDesk) -> None:
    _pause(live)
    _pause(live)

    assert live.interview.timeline.state is ClockState.RUNNING
    assert (live.asked, _reasons(live)) == ("", [""])


def test_a_reason_is_undone_before_the_pause_is(live: LiveDesk) -> None:
    _pause(live)
    live.answer("Break")
    live.press(Key.Key_Z, Mod.ControlModifier)
    assert (live.said, _reasons(live)) == ("Undone: Reason for the pause", [""])
    live.press(Key.Key_Z, Mod.ControlModifier)
    assert (live.said, _reasons(live), live.asked) == ("Undone: Paused", [], "")


def test_a_click_on_a_reason_leaves_the_focus_where_it_is(live: LiveDesk) -> None:
    _pause(live)
    live.click(live.page.strip.findChildren(type(live.page.controls.next))[2])

    assert _reasons(live) == ["Break"]
    assert live.page.field.keys.hasFocus()

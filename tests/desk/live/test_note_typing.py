"""Typing notes: what the keys do, and that nothing typed is lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from interview_desk.interview.note_kinds import NoteKind
from tests.helpers.live import Key, LiveDesk, Mod


def test_enter_puts_the_note_on_disk_and_empties_the_field(live: LiveDesk) -> None:
    live.note("+ asks who it is for #problem")

    (note,) = live.notes
    assert (note.text, note.kind, note.dimensions) == (
        "asks who it is for",
        NoteKind.STRENGTH,
        (1,),
    )
    assert live.text == ""
    assert live.said == "Saved 10:00:00"


def test_a_note_is_stamped_at_its_first_keystroke(live: LiveDesk) -> None:
    live.wait(30)
    live.type("- ")
    live.wait(12)
    live.note("no reason given")

    assert live.interview.timeline.elapsed(live.notes[0].at) == 30_000


def test_the_stamp_is_shown_while_typing(live: LiveDesk) -> None:
    live.wait(65)
    assert live.stamp == ""
    live.type("drew")
    assert live.stamp == "stamped 1:05, Opening"
    for _ in "drew":
        live.press(Key.Key_Backspace)
    assert live.stamp == ""


def test_keys_move_the_stamp_by_five_seconds_but_never_into_the_future(live: LiveDesk) -> None:
    live.wait(60)
    live.type("drew")
    live.press(Key.Key_B, Mod.ControlModifier)
    live.press(Key.Key_B, Mod.ControlModifier)
    assert live.stamp == "stamped 0:50, Opening"
    for _ in range(4):
        live.press(Key.Key_B, Mod.ControlModifier | Mod.ShiftModifier)
    assert live.stamp == "stamped 1:00, Opening"


def test_with_nothing_typed_the_keys_move_the_last_note(live: LiveDesk) -> None:
    live.wait(60)
    live.note("drew a queue")
    live.press(Key.Key_B, Mod.ControlModifier)

    assert live.interview.timeline.elapsed(live.notes[0].at) == 55_000


def test_shift_enter_breaks_the_line(live: LiveDesk) -> None:
    live.type("first")
    live.press(Key.Key_Return, Mod.ShiftModifier)
    live.note("second")

    assert live.notes[0].text == "first\nsecond"


def test_enter_on_blanks_makes_no_note(live: LiveDesk) -> None:
    live.note("   ")
    live.note("+")

    assert live.notes == ()


def test_escape_clears_only_when_pressed_twice_and_undo_brings_the_text_back(
    live: LiveDesk,
) -> None:
    live.wait(10)
    live.type("half a thought")
    live.press(Key.Key_Escape)
    assert live.text == "half a thought"
    assert live.stamp == "Esc again clears the field"
    live.press(Key.Key_Escape)
    assert live.text == ""
    assert live.draft is None
    live.press(Key.Key_Z, Mod.ControlModifier)
    assert live.text == "half a thought"
    assert live.stamp == "stamped 0:10, Opening"


def test_a_key_between_two_escapes_keeps_the_text(live: LiveDesk) -> None:
    live.type("half")
    live.press(Key.Key_Escape)
    live.type("x")
    live.press(Key.Key_Escape)

    assert live.text == "halfx"


def test_up_in_the_empty_field_edits_the_last_note_and_keeps_its_stamp(live: LiveDesk) -> None:
    live.wait(20)
    live.note("+ asks who #problem")
    live.wait(40)
    live.press(Key.Key_Up)
    assert live.text == "+ asks who #problem "
    assert live.stamp == "editing 0:20, Opening"
    live.note("first")

    (note,) = live.notes
    assert (note.text, note.kind) == ("asks who first", NoteKind.STRENGTH)
    assert live.interview.timeline.elapsed(note.at) == 20_000


def test_editing_another_note_saves_what_was_being_typed(live: LiveDesk) -> None:
    live.note("drew a queue")
    live.type("half a thought")
    live.page.notes.edit_asked.emit(live.notes[0].id)

    assert [note.text for note in live.notes] == ["drew a queue", "half a thought"]
    assert live.text == "drew a queue "


def test_what_cannot_be_written_stays_in_the_field_and_is_told(live: LiveDesk) -> None:
    live.break_disk()
    live.note("said it twice")

    assert live.text == "said it twice"
    assert live.page.banner.text()
    assert live.said == "Not saved"
    live.mend_disk()
    live.press(Key.Key_Return)
    assert [note.text for note in live.notes] == ["said it twice"]
    assert live.page.banner.text() == ""
    assert live.text == ""


def test_typing_anywhere_on_the_page_goes_to_the_field(live: LiveDesk) -> None:
    live.row("p1.s1").setFocus()
    live.type("drew")

    assert live.text == "drew"
    assert live.page.field.edit.hasFocus()


def test_a_first_letter_from_an_input_method_is_the_first_keystroke(live: LiveDesk) -> None:
    live.wait(10)
    QApplication.sendEvent(live.page.field.edit, QInputMethodEvent("に", []))
    live.wait(5)
    done = QInputMethodEvent()
    done.setCommitString("日本")
    QApplication.sendEvent(live.page.field.edit, done)
    live.press(Key.Key_Return)

    assert live.notes[0].text == "日本"
    assert live.interview.timeline.elapsed(live.notes[0].at) == 10_000


def compose(live: LiveDesk, letters: str, done: str = "") -> None:
    """What an input method tells of: letters to come, and those that are there now."""
    event = QInputMethodEvent(letters, [])
    event.setCommitString(done)
    QApplication.sendEvent(live.page.field.edit, event)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_while_an_input_method_composes_ends_the_composition_only(
    live: LiveDesk, key: Qt.Key
) -> None:
    live.type("He said ")
    compose(live, "にほん")
    live.press(key)
    assert not live.notes
    compose(live, "", "日本")
    assert live.text == "He said 日本"
    live.press(key)
    assert [note.text for note in live.notes] == ["He said 日本"]


def test_escape_while_an_input_method_composes_leaves_the_note(live: LiveDesk) -> None:
    live.type("He said ")
    compose(live, "にほん")
    live.press(Key.Key_Escape)
    compose(live, "")
    live.press(Key.Key_Escape)
    assert live.text == "He said "


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x1e", "\r"])
def test_lines_that_others_end_in_their_way_stay_apart(live: LiveDesk, end: str) -> None:
    QGuiApplication.clipboard().setText(f"first line{end}second line")
    live.press(Key.Key_V, Mod.ControlModifier)
    QGuiApplication.clipboard().clear()
    live.press(Key.Key_Return)
    assert live.notes[0].text == "first line\nsecond line"


@pytest.mark.parametrize(
    "text", ["قال إن السبب واضح", "👩🏽‍💻 builds 🚀", "a\nb\n\nc", "word " * 20_000]
)
def test_pasted_text_is_kept_as_it_was(live: LiveDesk, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    live.press(Key.Key_V, Mod.ControlModifier)
    QGuiApplication.clipboard().clear()
    live.press(Key.Key_Return)

    assert live.notes[0].text == text.strip()


def test_an_interview_that_is_over_still_takes_notes(live: LiveDesk) -> None:
    live.wait(60)
    live.page.act.finish()
    live.wait(300)
    live.note("one thing more")

    assert live.notes[0].text == "one thing more"


def test_what_is_typed_when_the_interview_ends_becomes_a_note(
    sit: Callable[..., LiveDesk],
) -> None:
    live = sit()
    live.type("last words")
    live.press(Key.Key_Return, Mod.ControlModifier | Mod.ShiftModifier)
    live.press(Key.Key_Return, Mod.ControlModifier | Mod.ShiftModifier)

    assert [note.text for note in live.notes] == ["last words"]

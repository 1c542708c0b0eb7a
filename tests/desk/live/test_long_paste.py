"""A paste of any length into the note: what fits is saved, what does not is told, at once."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

from interview_desk.interview.note_text import TEXT_LIMIT, NoteText, read_note
from tests.helpers.live import Key, LiveDesk, Mod


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    """A clipboard that holds nothing afterwards."""
    yield qapp.clipboard()
    qapp.clipboard().clear()


def paste(live: LiveDesk) -> None:
    live.press(Key.Key_V, Mod.ControlModifier)


@pytest.mark.parametrize("text", ["x" * 1_048_576, "He said that it depends.\n" * 10_000])
def test_what_fits_is_in_the_field_the_draft_and_the_note_and_no_more_is_called_saved(
    live: LiveDesk, clipboard: QClipboard, text: str
) -> None:
    clipboard.setText(text)
    paste(live)
    assert live.page.banner.text() == (
        f"Pasted 200,000 of {len(text):,} characters: the rest is left out; it is still on "
        "the clipboard."
    )
    live.page.flush()
    assert live.draft is not None
    assert live.draft.text == live.text == text[:TEXT_LIMIT]

    live.press(Key.Key_Return)
    assert [note.text for note in live.notes] == [text[:TEXT_LIMIT].strip()]
    assert live.page.banner.text() == "", "what it said was of a text that is a note now"


def test_a_note_as_long_as_may_be_is_edited_and_saved_as_it_is(
    live: LiveDesk, clipboard: QClipboard
) -> None:
    clipboard.setText("y" * TEXT_LIMIT)
    paste(live)
    live.press(Key.Key_Return)
    live.press(Key.Key_Up)
    assert live.text == "y" * TEXT_LIMIT + " "
    live.type("z")
    assert live.text == "y" * TEXT_LIMIT + " "
    live.press(Key.Key_Return)
    assert [note.text for note in live.notes] == ["y" * TEXT_LIMIT]


def test_a_note_that_would_be_cut_is_not_saved_but_stays_and_says_why(live: LiveDesk) -> None:
    live.page.field.reset("z" * (TEXT_LIMIT + 3))
    live.press(Key.Key_Return)
    assert [note.text for note in live.notes] == []
    assert live.text == "z" * (TEXT_LIMIT + 3)
    assert "too long by 3 characters" in live.page.banner.text()
    for _ in range(3):
        live.press(Key.Key_Backspace)
    live.press(Key.Key_Return)
    assert [len(note.text) for note in live.notes] == [TEXT_LIMIT]
    assert live.page.banner.text() == ""


def test_how_much_of_a_text_is_left_out_of_a_note_is_told() -> None:
    assert read_note("+ " + "x" * (TEXT_LIMIT + 5), ()).left_out == 5
    assert read_note("x" * (TEXT_LIMIT + 100_000), ()).left_out == 100_000
    assert read_note(" " * 500_000 + "x", ()).left_out == 0
    assert read_note("said " * 3, ()) == NoteText("said said said")

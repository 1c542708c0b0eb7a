"""The list of dimensions: opened by a hash, steered by keys, and never in the way."""

from collections.abc import Callable

import pytest

from tests.helpers.live import Key, LiveDesk
from tests.helpers.samples import prepared, shipped_guide


@pytest.fixture
def full(sit: Callable[..., LiveDesk]) -> LiveDesk:
    return sit(prepared(shipped_guide()))


def test_enter_takes_what_is_marked_and_saves_in_one_press(full: LiveDesk) -> None:
    full.type("+ went deep #dep")
    assert full.page.field.completer.current == "depth"
    full.press(Key.Key_Return)

    (note,) = full.notes
    assert (note.text, note.dimensions) == ("went deep", (2,))
    assert full.text == ""
    assert full.page.field.completer.isHidden()


def test_tab_takes_what_is_marked_and_typing_goes_on(full: LiveDesk) -> None:
    full.type("#dep")
    full.press(Key.Key_Tab)
    assert full.text == "#depth "
    assert not full.notes
    full.note("went deep")
    assert (full.notes[0].text, full.notes[0].dimensions) == ("went deep", (2,))


def test_after_escape_enter_saves_the_letters_as_they_are(full: LiveDesk) -> None:
    full.type("went #prd")
    full.press(Key.Key_Escape)
    full.press(Key.Key_Return)

    assert full.notes[0].text == "went #prd"


def test_arrows_choose_and_the_field_keeps_the_focus(full: LiveDesk) -> None:
    full.type("#")
    full.press(Key.Key_Down)
    full.press(Key.Key_Down)
    full.press(Key.Key_Up)
    full.press(Key.Key_Tab)

    assert full.text == "#depth "
    assert full.page.field.edit.hasFocus()


def test_escape_closes_the_list_and_keeps_the_text(full: LiveDesk) -> None:
    full.type("a #pro")
    full.press(Key.Key_Escape)

    assert full.page.field.completer.isHidden()
    assert full.text == "a #pro"
    assert full.stamp.startswith("stamped")


def test_a_tag_typed_in_full_needs_no_second_enter(full: LiveDesk) -> None:
    full.note("went deep #depth")

    assert full.notes[0].dimensions == (2,)


def test_a_hash_that_means_nothing_stays_in_the_note(full: LiveDesk) -> None:
    full.note("writes C# and #12")

    assert full.notes[0].text == "writes C# and #12"


def test_a_tag_may_stand_anywhere_and_there_may_be_several(full: LiveDesk) -> None:
    full.note("#depth drew #production first")

    assert full.notes[0].text == "drew first"
    assert full.notes[0].dimensions == (2, 6)


def test_an_evidence_chip_adds_its_tag_to_what_is_typed(full: LiveDesk) -> None:
    full.type("went deep")
    full.page.evidence.tag_asked.emit("depth")
    full.press(Key.Key_Return)

    assert (full.notes[0].text, full.notes[0].dimensions) == ("went deep", (2,))


def test_the_list_closes_when_the_caret_leaves_the_tag_and_does_not_open_again(
    full: LiveDesk,
) -> None:
    full.type("went #dep")
    full.press(Key.Key_Home)
    assert full.page.field.completer.isHidden()
    full.press(Key.Key_End)
    assert full.page.field.completer.isHidden()
    full.type("t")
    assert full.page.field.completer.current == "depth"

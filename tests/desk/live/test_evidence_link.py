"""One key makes a note the evidence of what was last seen."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from interview_desk.interview.actions.notes import add_note
from interview_desk.interview.note_text import NoteText
from tests.helpers.live import Key, LiveDesk, Mod
from tests.helpers.samples import prepared, shipped_guide


def _link(live: LiveDesk) -> None:
    live.press(Key.Key_L, Mod.ControlModifier)


def _see(live: LiveDesk, key: Qt.Key = Key.Key_1) -> None:
    live.press(key, Mod.AltModifier)


def _proof(live: LiveDesk) -> list[str]:
    interview = live.interview
    return [
        interview.note(each.note).text if each.note is not None else ""
        for each in sorted(interview.sightings, key=lambda each: each.id)
    ]


def _rows(live: LiveDesk) -> list[str]:
    model = live.page.notes.model()
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


def test_the_note_written_last_is_linked_and_says_so(live: LiveDesk) -> None:
    live.note("Asked who it is for")
    live.wait(4)
    _see(live)
    _link(live)

    assert (_proof(live), live.said) == (["Asked who it is for"], "Evidence linked")
    assert _rows(live)[-1] == "0:00, Asked who it is for, evidence of Asks what the goal is"


def test_a_note_still_being_typed_is_linked_when_it_is_saved(live: LiveDesk) -> None:
    live.note("Something before")
    live.type("+ Asked who ")
    _see(live)
    _link(live)
    assert (_proof(live), live.said) == ([""], "Linked when the note is saved")
    live.note("it is for")

    assert _proof(live) == ["Asked who it is for"]


def test_a_note_that_is_thrown_away_links_nothing(live: LiveDesk) -> None:
    live.type("Never mind")
    _see(live)
    _link(live)
    live.press(Key.Key_Escape)
    live.press(Key.Key_Escape)
    live.note("Something else")

    assert _proof(live) == [""]


def test_a_note_that_is_edited_is_the_one_that_is_linked(live: LiveDesk) -> None:
    live.note("The first")
    live.note("The second")
    live.press(Key.Key_Up)
    live.type("more")
    _see(live)
    _link(live)

    assert _proof(live) == ["The second"]


def test_the_newest_sighting_takes_it_and_the_first_keeps_its_own(live: LiveDesk) -> None:
    _see(live)
    live.note("One")
    _link(live)
    _see(live, Key.Key_2)
    live.note("Two")
    _link(live)

    assert _proof(live) == ["One", "Two"]


def test_undo_takes_the_link_away_from_the_row_as_well(live: LiveDesk) -> None:
    live.note("One")
    _see(live)
    _link(live)
    live.press(Key.Key_Z, Mod.ControlModifier)

    assert (_proof(live), _rows(live)[-1]) == ([""], "0:00, One")
    assert live.said == "Undone: Evidence linked"


def test_with_nothing_seen_or_no_note_it_says_so(live: LiveDesk) -> None:
    _link(live)
    assert live.said == "Nothing was seen yet"
    _see(live)
    _link(live)
    assert live.said == "There is no note yet"


def test_many_notes_are_not_made_anew_for_one_link(live: LiveDesk) -> None:
    for number in range(40):
        live.session.do(add_note(live.session.interview, live.session.now(), NoteText(f"{number}")))
    model = live.page.notes.model()
    gone: list[int] = []
    model.rowsAboutToBeRemoved.connect(lambda _parent, first, last: gone.append(last - first + 1))
    _see(live)
    _link(live)

    assert gone == [1]


def test_the_tenth_concern_has_a_key_too(sit: Callable[..., LiveDesk]) -> None:
    live = sit(prepared(shipped_guide()))
    concerns = live.interview.guide.concerns
    assert len(concerns) == 10
    live.press(Key.Key_0, Mod.AltModifier)
    live.press(Key.Key_Minus, Mod.AltModifier)

    assert [each.indicator for each in live.interview.sightings] == [concerns[9].key]

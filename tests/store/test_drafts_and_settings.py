"""What is typed and not yet a note, when the program was last alive, and what was chosen."""

from pathlib import Path

import pytest

from interview_desk.interview.actions.notes import add_note
from interview_desk.interview.note_text import Draft, NoteText
from interview_desk.store.store import Store
from tests.helpers.clock import HandClock
from tests.helpers.samples import Played, prepared

AT = HandClock().now()


def test_a_draft_is_found_again_by_the_next_program(store: Store, path: Path) -> None:
    row = store.create(prepared())
    drafts = [Draft("+ drew", AT), Draft("+ drew a queue #dep", AT), Draft("reworded", AT, note=3)]
    for draft in drafts:
        store.save_draft(row, draft)
        other = Store.open(path)
        assert other.load_draft(row) == draft
        other.close()


@pytest.mark.parametrize("blank", ["", " ", "\n\t"])
def test_a_blank_draft_never_takes_the_place_of_text(store: Store, blank: str) -> None:
    row = store.create(prepared())
    draft = Draft("half a sentence", AT)
    store.save_draft(row, draft)
    with pytest.raises(ValueError, match="blank"):
        store.save_draft(row, Draft(blank, AT))
    assert store.load_draft(row) == draft


def test_a_draft_goes_when_it_is_cleared(store: Store) -> None:
    row = store.create(prepared())
    store.save_draft(row, Draft("half a sentence", AT))
    store.save_draft(row, None)
    assert store.load_draft(row) is None


def test_a_draft_goes_with_the_note_it_becomes_and_with_no_other_change(store: Store) -> None:
    played = Played()
    row = store.create(played.interview)
    store.save_draft(row, Draft("drew a queue", AT))
    start = played.start()
    store.save(row, played.interview, start, played.journal)
    assert store.load_draft(row) is not None
    note = add_note(played.interview, AT, NoteText("drew a queue"))
    played.do(note)
    store.save(row, played.interview, note, played.journal, clear_draft=True)
    assert store.load_draft(row) is None
    assert [each.text for each in store.load(row).notes] == ["drew a queue"]


def test_a_draft_with_half_a_character_is_kept_as_far_as_it_can_be(store: Store) -> None:
    row = store.create(prepared())
    store.save_draft(row, Draft("smile \ud83d", AT))
    assert store.load_draft(row) == Draft("smile ?", AT)


def test_the_last_heartbeat_counts(store: Store) -> None:
    clock = HandClock()
    row = store.create(prepared())
    assert store.last_beat(row) is None
    store.beat(row, clock.now())
    store.beat(row, clock.advance(5))
    assert store.last_beat(row) == clock.now()


def test_settings_are_kept_by_name(store: Store, path: Path) -> None:
    assert store.setting("theme") is None
    store.set_setting("theme", "dark")
    store.set_setting("interviewer", "Ådne “A” O'Neill; DROP TABLE notes")
    store.set_setting("theme", "light")
    other = Store.open(path)
    assert other.setting("theme") == "light"
    assert other.setting("interviewer") == "Ådne “A” O'Neill; DROP TABLE notes"
    other.close()

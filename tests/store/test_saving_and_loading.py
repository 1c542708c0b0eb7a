"""What is saved is loaded as it was, whatever was done in whatever order."""

import sqlite3
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given

from interview_desk.interview.actions import notes, running, scoring, watching
from interview_desk.interview.change import Change, Edit
from interview_desk.interview.interview import Interview
from interview_desk.interview.journal import Journal
from interview_desk.interview.note_text import Draft
from interview_desk.interview.records import Feedback
from interview_desk.interview.summary import summarise_interview
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.journal import KEPT
from interview_desk.store.store import Store
from tests.helpers.actions import GUIDE, Step, play, steps
from tests.helpers.samples import Played, prepared, scored
from tests.store.stored_play import StoredPlay, begin

NUMBERS = count(1)


def new_interview() -> Interview:
    """Not begun, and of another identity than all others."""
    return prepared(GUIDE, uid=f"play-{next(NUMBERS)}")


@given(script=steps())
def test_an_interview_saved_step_by_step_is_loaded_as_it_is(
    shared: Store, script: list[Step]
) -> None:
    played = begin(shared, new_interview())
    played.start()
    for step in script:
        played.take(step)
    assert shared.load(played.row) == played.interview
    assert shared.load_journal(played.row) == played.journal
    (row,) = [each for each in shared.list() if each.row == played.row]
    assert row.summary == summarise_interview(played.interview)


@given(before=steps(most=10), after=steps(most=10))
def test_work_goes_on_after_a_restart_as_if_there_had_been_none(
    shared: Store, before: list[Step], after: list[Step]
) -> None:
    played = begin(shared, new_interview())
    for step in before:
        played.take(step)
    played = StoredPlay(shared, played.row)
    for step in after:
        played.take(step)
    for _ in range(3):
        played.undo()
    assert shared.load(played.row) == played.interview
    assert shared.load_journal(played.row) == played.journal


@given(script=steps())
def test_an_interview_stored_whole_is_loaded_as_it_is(shared: Store, script: list[Step]) -> None:
    interview = play(script, Played(new_interview())).interview
    assert shared.load(shared.create(interview)) == interview


def test_an_interview_without_set_up_is_stored_as_it_is(store: Store) -> None:
    whole = prepared()
    bare = Interview.of(whole.uid, whole.guide, whole.created_ms)
    row = store.create(bare)
    assert store.load(row) == bare
    assert store.list()[0].summary == summarise_interview(bare)


def test_a_locked_interview_and_its_amendment_are_loaded_as_they_are(store: Store) -> None:
    played = begin(store, scored().interview)
    played.do(scoring.lock(played.interview, played.clock.now()))
    assert store.load_journal(played.row) == Journal()
    change = scoring.rate(played.interview, 2, "Meets")
    played.do(scoring.amend(played.interview, change, played.clock.now(), "Mixed up two people"))
    assert store.load(played.row) == played.interview
    assert store.load_journal(played.row) == played.journal


def test_dimensions_keep_the_order_they_were_given_in(store: Store) -> None:
    played = begin(store)
    note = played.note("drew a queue")
    played.do(notes.tag_note(played.interview, note.id, (2, 1)))
    assert store.load(played.row).note(note.id).dimensions == (2, 1)
    played.do(notes.tag_note(played.interview, note.id, ()))
    assert store.load(played.row).note(note.id).dimensions == ()


def test_taking_back_a_removed_note_brings_back_what_it_proved(store: Store) -> None:
    played = begin(store)
    note = played.note("asks who it is for #problem")
    played.sight("p1.s1", note)
    before = played.interview
    played.do(notes.remove_note(played.interview, note.id))
    assert store.load(played.row).notes == ()
    played.undo()
    assert store.load(played.row) == before


def test_a_clock_event_undone_and_done_again_is_there_once(store: Store) -> None:
    played = begin(store)
    played.start()
    played.clock.advance(60)
    played.do(running.pause(played.interview, played.clock.now(), "phone"))
    for _ in range(3):
        played.undo()
        played.redo()
    assert store.load(played.row).clock_events == played.interview.clock_events
    played.undo()
    assert len(store.load(played.row).clock_events) == 1


def test_only_so_many_steps_are_kept_to_undo_after_a_restart(store: Store) -> None:
    played = begin(store)
    for _ in range(KEPT + 5):
        played.do(watching.tick(played.interview, "q1.1", played.clock.advance(1)))
    kept = store.load_journal(played.row)
    assert kept.done == played.journal.done[-KEPT:]
    for _ in range(10):
        played.undo()
    assert store.load_journal(played.row).undone == played.journal.undone


def test_a_failed_save_leaves_nothing_and_the_next_one_works(store: Store) -> None:
    played = begin(store)
    note = played.note("first")
    # The second edit cannot be stored: a note of that number is there.
    broken = Change("Broken", (Edit(None, Feedback("lost")), Edit(None, note)))
    after = replace(played.interview, revision=played.interview.revision + 1)
    with pytest.raises(sqlite3.IntegrityError):
        store.save(played.row, after, broken, played.journal)
    assert store.load(played.row) == played.interview
    played.note("second")
    assert store.load(played.row) == played.interview


def test_a_change_made_upon_another_state_than_the_stored_one_is_refused(
    store: Store, path: Path
) -> None:
    other = Store.open(path)
    played = begin(store)
    elsewhere = other.load(played.row)
    played.note("typed in this window")
    now = played.clock.now()
    change = running.start(elsewhere, now)
    assert change is not None
    with pytest.raises(StoreError) as caught:
        other.save(played.row, elsewhere.apply(change), change, Journal())
    assert caught.value.trouble is Trouble.CHANGED
    other.close()
    assert store.load(played.row) == played.interview


def test_an_interview_that_is_not_there_is_told_as_such(store: Store) -> None:
    played = Played()
    change = played.start()
    for deed, trouble in (
        (lambda: store.load(7), Trouble.MISSING),
        (lambda: store.save(7, played.interview, change, played.journal), Trouble.GONE),
        (lambda: store.save_draft(7, Draft("half", played.clock.now())), Trouble.GONE),
        (lambda: store.beat(7, played.clock.now()), Trouble.GONE),
    ):
        with pytest.raises(StoreError) as caught:
            deed()
        assert caught.value.trouble is trouble


def test_two_who_have_an_interview_open_never_write_over_each_other(store: Store) -> None:
    first = begin(store)
    second = StoredPlay(store, first.row)
    first.note("typed by the first")
    with pytest.raises(StoreError) as caught:
        second.note("typed by the second")
    assert caught.value.trouble is Trouble.CHANGED
    again = StoredPlay(store, first.row)
    again.note("typed once more")
    assert [note.text for note in store.load(first.row).notes] == [
        "typed by the first", "typed once more",
    ]  # fmt: skip


def test_what_was_typed_for_an_erased_interview_goes_into_no_other(store: Store) -> None:
    played = begin(store)
    store.privacy.erase(played.row)
    other = store.create(prepared(uid="other", candidate="Bo"))
    for deed in (
        lambda: played.note("about Ada"),
        lambda: store.save_draft(played.row, Draft("about Ada", played.clock.now())),
    ):
        with pytest.raises(StoreError) as caught:
            deed()
        assert caught.value.trouble is Trouble.GONE
    assert store.load(other).notes == ()
    assert store.load_draft(other) is None


def test_one_guide_is_kept_once_for_all_its_interviews(store: Store) -> None:
    rows = [store.create(new_interview()) for _ in range(3)]
    rows.append(store.create(prepared(uid="small")))
    kept = store._conn.execute("SELECT count(*) FROM guides").fetchone()
    assert kept == (2,)
    assert {store.load(row).guide.title for row in rows} == {GUIDE.title, "Small interview"}

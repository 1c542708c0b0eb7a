"""A finished interview changes by amendments that stay, and by nothing else."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from interview_desk.interview.actions import notes, running, scoring, watching
from interview_desk.interview.change import Change
from interview_desk.interview.interview import Interview, LockedError
from interview_desk.interview.journal import Journal
from interview_desk.interview.note_text import NoteText
from interview_desk.interview.status import Status
from tests.helpers.samples import Played, scored


def locked() -> Played:
    played = scored()
    played.do(scoring.lock(played.interview, played.clock.now()))
    return played


def amended(played: Played, change: Change, reason: str = "Looked again") -> Change:
    return scoring.amend(played.interview, change, played.clock.now(), reason)


DEEDS: dict[str, Callable[[Interview], Change]] = {
    "set-up": lambda i: running.set_up(i, replace(i.setup, candidate="Eve")),
    "a note": lambda i: notes.add_note(i, i.notes[0].at, NoteText("late")),
    "a note's words": lambda i: notes.edit_note(i, i.notes[0].id, NoteText("other")),
    "a note's going": lambda i: notes.remove_note(i, i.notes[0].id),
    "a sighting": lambda i: watching.sight(i, "p1.s1", i.notes[0].at),
    "a plan": lambda i: running.change_plan(i, (600, 600), i.notes[0].at),
    "a rating": lambda i: scoring.rate(i, 1, "Below"),
    "a reason": lambda i: scoring.give_reason(i, 1, "Because"),
    "a concern": lambda i: scoring.look_at(i, "d1", observed=True),
    "a recommendation": lambda i: scoring.recommend(i, "Strong no"),
    "the feedback": lambda i: scoring.write_feedback(i, "Well done"),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_a_lock_stops(deed: str) -> None:
    played = locked()
    with pytest.raises(LockedError):
        played.do(DEEDS[deed](played.interview))


@pytest.mark.parametrize("deed", DEEDS)
def test_an_amendment_lets_through_and_tells(deed: str) -> None:
    played = locked()
    played.do(amended(played, DEEDS[deed](played.interview)))
    (amendment,) = played.interview.amendments
    assert amendment.reason == "Looked again"
    assert amendment.what.strip()


@pytest.mark.parametrize(
    ("deed", "what"),
    [
        ("a rating", "Problem Framing: Exceeds → Below"),
        ("a reason", "Problem Framing: reason reworded"),
        ("a recommendation", "Recommendation: Hire → Strong no"),
        ("a concern", "Is rude: observed"),
        ("a note's going", "Sighting changed; Note removed"),
    ],
)
def test_an_amendment_says_what_it_changed_from_what_to_what(deed: str, what: str) -> None:
    played = locked()
    assert amended(played, DEEDS[deed](played.interview)).label
    played.do(amended(played, DEEDS[deed](played.interview)))
    assert played.interview.amendments[0].what == what


@pytest.mark.parametrize("reason", ["", "  \n", "\x00"])
def test_an_amendment_needs_a_reason(reason: str) -> None:
    played = locked()
    with pytest.raises(ValueError, match="reason"):
        amended(played, DEEDS["a rating"](played.interview), reason)


def test_only_a_finished_interview_is_amended() -> None:
    played = scored()
    with pytest.raises(LockedError):
        amended(played, DEEDS["a rating"](played.interview))


def test_an_amendment_cannot_be_taken_back_only_amended() -> None:
    played = locked()
    change = played.do(amended(played, DEEDS["a rating"](played.interview)))
    assert played.journal.undo() is None
    with pytest.raises(LockedError):
        played.interview.apply(change.inverse())
    played.do(amended(played, scoring.rate(played.interview, 1, "Exceeds"), "After all"))
    assert [each.reason for each in played.interview.amendments] == [
        "Looked again",
        "After all",
    ]


def test_the_lock_itself_cannot_go_even_by_amendment() -> None:
    played = locked()
    unlock = scoring.lock(scored().interview, played.clock.now())
    assert unlock is not None
    with pytest.raises(LockedError):
        played.interview.apply(unlock.inverse())
    with pytest.raises(LockedError):
        played.do(amended(played, unlock.inverse()))


def test_what_was_done_before_the_lock_cannot_be_undone_after_it() -> None:
    assert scored().journal.done
    assert locked().journal == Journal()


def test_checklists_can_still_be_ticked_and_unticked() -> None:
    played = locked()
    played.do(watching.tick(played.interview, "after.1", played.clock.now()))
    assert played.interview.ticked("after.1")
    undone = played.journal.undo()
    assert undone is not None
    assert not played.interview.apply(undone[0]).ticked("after.1")


def test_locking_stops_a_clock_that_still_runs() -> None:
    played = Played()
    played.start()
    played.clock.advance(60)
    played.do(scoring.lock(played.interview, played.clock.now()))
    end = played.clock.now()
    assert played.interview.status is Status.DONE
    later = played.clock.advance(600)
    timeline = played.interview.timeline
    assert timeline.elapsed(later) == timeline.elapsed(end) == 60_000


def test_it_is_locked_once() -> None:
    played = locked()
    assert scoring.lock(played.interview, played.clock.now()) is None

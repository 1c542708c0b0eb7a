"""The one road: what is claimed to be saved is on disk, and what failed changed nothing."""

import sqlite3

import pytest

from interview_desk.desk.clock_notices import closed_words
from interview_desk.desk.session import Session
from interview_desk.interview.actions import notes, running, scoring
from interview_desk.interview.change import Change
from interview_desk.interview.interview import LockedError
from interview_desk.interview.note_text import Draft, NoteText
from interview_desk.interview.status import Status
from interview_desk.paths import store_file
from tests.helpers.rooms import Room


def test_a_change_is_on_disk_before_it_is_announced(room: Room) -> None:
    session = room.session()
    on_disk: list[int] = []
    session.changed.connect(
        lambda _change: on_disk.append(len(room.again(session).interview.notes))
    )

    session.do(notes.add_note(session.interview, session.now(), NoteText("drew a queue")))

    assert on_disk == [1]
    assert [note.text for note in session.interview.notes] == ["drew a queue"]


def test_a_write_that_fails_changes_nothing_and_says_so_in_words(room: Room) -> None:
    session = room.session()
    said: list[str] = []
    changed: list[Change] = []
    session.failed.connect(said.append)
    session.changed.connect(changed.append)
    other = sqlite3.connect(store_file(room.folder))
    other.execute("BEGIN IMMEDIATE")

    done = session.do(notes.add_note(session.interview, session.now(), NoteText("lost?")))

    assert not done
    assert session.interview.notes == ()
    assert changed == []
    assert len(said) == 1
    assert "sqlite" not in said[0].lower()
    other.rollback()
    other.close()
    recovered: list[bool] = []
    session.recovered.connect(lambda: recovered.append(True))
    assert session.do(notes.add_note(session.interview, session.now(), NoteText("kept")))
    assert recovered == [True]


def test_undo_and_redo_go_through_a_restart(room: Room) -> None:
    session = room.session()
    session.do(notes.add_note(session.interview, session.now(), NoteText("first")))
    session.do(notes.add_note(session.interview, session.now(), NoteText("second")))

    reopened = room.again(session)
    undone = reopened.undo()

    assert undone is not None
    assert undone.label == "Note added"
    assert [note.text for note in reopened.interview.notes] == ["first"]
    again = room.again(session)
    again.redo()
    assert [note.text for note in again.interview.notes] == ["first", "second"]


def test_a_live_interview_goes_on_after_the_program_died(room: Room) -> None:
    session = room.session()
    session.do(running.start(session.interview, session.now()))
    room.clock.advance(600)
    session.beat()
    room.clock.advance(14)

    reopened = room.again(session)
    unattended = reopened.resume()

    assert unattended is not None
    assert unattended.gap_ms == 14_000
    assert reopened.interview.status is Status.LIVE
    assert reopened.interview.timeline.elapsed(reopened.now()) == 614_000


def test_the_clock_counts_on_through_a_reboot(room: Room) -> None:
    session = room.session()
    session.do(running.start(session.interview, session.now()))
    room.clock.advance(600)
    session.beat()
    room.clock.reboot(after_seconds=90)

    reopened = room.again(session)
    unattended = reopened.resume()

    assert unattended is not None
    assert unattended.gap_ms == 90_000
    room.clock.advance(10)
    assert reopened.interview.timeline.elapsed(reopened.now()) == 700_000


def test_going_on_cannot_be_undone(room: Room) -> None:
    session = room.session()
    session.do(running.start(session.interview, session.now()))
    session.beat()
    reopened = room.again(session)
    reopened.resume()

    undone = reopened.undo()

    assert undone is not None
    assert undone.label == "Interview started"


def test_a_draft_survives_and_goes_with_its_note(room: Room) -> None:
    session = room.session()
    session.keep_draft(Draft("+ half a tho", session.now()))
    reopened = room.again(session)
    assert reopened.draft() == Draft("+ half a tho", room.clock.now())

    reopened.do(
        notes.add_note(reopened.interview, reopened.now(), NoteText("half a thought")),
        clear_draft=True,
    )

    assert room.again(session).draft() is None


def test_a_finished_interview_changes_by_amendment_only(room: Room) -> None:
    session = room.session()
    session.do(scoring.lock(session.interview, session.now()))
    rated = scoring.rate(session.interview, 1, "Meets")

    with pytest.raises(LockedError):
        session.do(rated)
    session.do(rated, reason="Read my notes again")

    made = room.again(session).interview.amendments
    assert [each.what for each in made] == ["Problem Framing: Not rated → Meets"]


def _finished(room: Room) -> Session:
    """An interview that ran for a minute and is over."""
    session = room.session()
    session.do(running.start(session.interview, session.now()))
    for _ in range(20):
        room.clock.advance(3)
        session.look()
    session.do(running.finish(session.interview, session.now()))
    return session


def _asked(session: Session) -> str:
    return session.notices.first.text if session.notices.first is not None else ""


def test_a_finish_taken_back_after_a_reboot_sets_the_clock_going_again(room: Room) -> None:
    session = _finished(room)
    room.clock.reboot(after_seconds=30)

    reopened = room.again(session)
    reopened.undo()
    room.clock.advance(45)

    assert reopened.interview.status is Status.LIVE
    assert reopened.interview.timeline.elapsed(reopened.now()) == 135_000
    assert _asked(reopened) == ""


def test_after_a_finish_taken_back_on_another_boot_the_time_between_is_a_question(
    room: Room,
) -> None:
    session = _finished(room)
    room.clock.reboot(after_seconds=83_400)

    reopened = room.again(session)
    noticed: list[object] = []
    reopened.noticed.connect(noticed.append)
    reopened.undo()

    assert _asked(reopened) == (
        "The interview stood finished for 23 h 10 min by the laptop’s time of day. "
        "The clock counted on."
    )
    assert len(noticed) == 1
    assert reopened.notices.first is not None
    gap = reopened.notices.first.gap
    assert gap is not None
    reopened.do(running.leave_out(reopened.interview, gap.since, gap.until, "stood finished"))
    room.clock.advance(45)
    assert reopened.interview.timeline.elapsed(reopened.now()) == 105_000


def test_after_a_finish_taken_back_on_the_same_boot_too_unless_it_was_at_once(room: Room) -> None:
    session = _finished(room)
    room.clock.advance(50)
    session.undo()
    assert _asked(session) == ""
    session.redo()
    room.clock.advance(700)
    session.undo()

    assert _asked(session) == "The interview stood finished for 12:30. The clock counted on."
    assert session.interview.timeline.elapsed(session.now()) == 810_000
    session.redo()
    room.clock.advance(60)
    session.undo()
    assert _asked(session) == "The interview stood finished for 13:30. The clock counted on."
    assert session.notices.first is not None
    session.notices.drop(session.notices.first)
    assert _asked(session) == ""


def test_a_laptop_whose_clock_went_back_while_it_was_off_says_so(room: Room) -> None:
    session = room.session()
    session.do(running.start(session.interview, session.now()))
    room.clock.advance(600)
    session.beat()
    room.clock.reboot(after_seconds=-3_600)

    reopened = room.again(session)
    gap = reopened.resume()

    assert gap is not None
    assert closed_words(reopened.interview, gap) == (
        "Interview Desk was closed for some time. Nothing was lost."
    )
    assert _asked(reopened) == (
        "The laptop’s clock went back while it was off. "
        "How long it was off is not known, and does not count."
    )
    assert reopened.interview.timeline.elapsed(reopened.now()) == 600_000


@pytest.mark.parametrize(
    ("seconds", "paused", "words"),
    [
        (0.4, False, "closed for a moment; the clock counted on"),
        (14, False, "closed for 0:14; the clock counted on"),
        (7_200, False, "closed for 2 h; the clock counted on"),
        (14, True, "closed for 0:14; the interview is still paused"),
    ],
)
def test_how_long_the_program_was_closed_is_told_in_words(
    room: Room, seconds: float, paused: bool, words: str
) -> None:
    session = room.session()
    session.do(running.start(session.interview, session.now()))
    if paused:
        session.do(running.pause(session.interview, session.now()))
    room.clock.advance(seconds)

    reopened = room.again(session)
    gap = reopened.resume()

    assert gap is not None
    assert words in closed_words(reopened.interview, gap)
    assert bool(_asked(reopened)) == (seconds > 5 and not paused)

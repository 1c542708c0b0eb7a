"""What is pasted into any field becomes text that every file can hold."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from interview_desk.interview.actions import notes, running, scoring
from interview_desk.interview.change import Change
from interview_desk.interview.note_text import read_note
from interview_desk.interview.packet import read_packet, write_packet
from tests.helpers.samples import Played, scored

PASTED = "one\x00\ud800\r\ntwo\u2029three\x85\uffff"
KEPT = "one\ntwo\nthree"

FIELDS: dict[str, Callable[[Played], Change | None]] = {
    "candidate": lambda p: running.set_up(
        p.interview, replace(p.interview.setup, candidate=PASTED)
    ),
    "question": lambda p: running.set_up(p.interview, replace(p.interview.setup, question=PASTED)),
    "note": lambda p: notes.add_note(
        p.interview, p.clock.now(), read_note(PASTED, p.interview.guide.dimensions)
    ),
    "re-plan": lambda p: running.change_plan(p.interview, (600, 600), p.clock.now(), PASTED),
    "break": lambda p: running.leave_out(
        p.interview, p.clock.now().shifted(-60_000), p.clock.now(), PASTED
    ),
    "rating": lambda p: scoring.give_reason(p.interview, 1, PASTED),
    "concern": lambda p: scoring.look_at(p.interview, "d1", observed=True, remark=PASTED),
    "summary": lambda p: scoring.summarise(p.interview, PASTED),
    "feedback": lambda p: scoring.write_feedback(p.interview, PASTED),
}


@pytest.mark.parametrize("field", FIELDS)
def test_pasted_as(field: str) -> None:
    played = scored()
    change = played.do(FIELDS[field](played))
    assert KEPT in repr(change.edits[0].after).replace("\\n", "\n")
    assert read_packet(write_packet(played.interview)) == played.interview


def test_pasted_as_the_reason_of_a_pause_or_an_amendment() -> None:
    played = Played()
    played.start()
    played.do(running.pause(played.interview, played.clock.now(), PASTED))
    played.do(scoring.lock(played.interview, played.clock.now()))
    rated = scoring.rate(played.interview, 1, "Meets")
    played.do(scoring.amend(played.interview, rated, played.clock.now(), PASTED))
    assert played.interview.amendments[0].reason == KEPT
    assert played.interview.timeline.pauses()[0].reason == KEPT
    assert read_packet(write_packet(played.interview)) == played.interview

"""What speaks for a rating: tagged notes and sightings, listed and never added up."""

from hypothesis import given

from interview_desk.interview.actions import notes
from interview_desk.interview.evidence import evidence_counts, evidence_for
from tests.helpers.actions import GUIDE, NOTES, WATCHING, Step, started, steps
from tests.helpers.samples import Played, prepared

DEPTH, BREADTH, PRODUCTION = 2, 3, 6


def live() -> Played:
    played = Played(prepared(GUIDE))
    played.start()
    return played


def told(played: Played, dimension: int) -> list[tuple[str, str]]:
    return [
        (each.kind.sign or "·", each.text) for each in evidence_for(played.interview, dimension)
    ]


def test_a_note_is_evidence_for_each_dimension_that_it_is_tagged_with() -> None:
    played = live()
    played.note("+ compared two stores #depth #breadth")
    assert told(played, DEPTH) == told(played, BREADTH) == [("+", "compared two stores")]
    assert told(played, PRODUCTION) == []


def test_a_sighting_speaks_for_the_dimensions_of_its_indicator() -> None:
    played = live()
    played.sight("p3.r1")
    (first, *_) = told(played, DEPTH)
    assert first == ("-", "Surface-level knowledge without ability to go deeper when probed")
    assert told(played, BREADTH) == told(played, PRODUCTION) == told(played, DEPTH)


def test_the_levels_own_bar_is_evidence_for_a_candidate_like_a_strong_signal() -> None:
    played = live()
    played.sight("p2.b1")
    text = "Designs with elegant simplicity while acknowledging complex alternatives"
    assert told(played, BREADTH) == told(played, 4) == [("+", text)]
    assert evidence_counts(played.interview)[4] == 1


def test_a_sighting_that_a_tagged_note_proves_speaks_where_the_note_does() -> None:
    played = live()
    note = played.note("ran it on call for a year #production")
    played.sight("p3.s1", note)
    assert [weight for weight, _ in told(played, PRODUCTION)] == ["·", "+"]
    assert told(played, DEPTH) == []


def test_a_sighting_outlives_the_note_that_proved_it() -> None:
    played = live()
    note = played.note("ran it on call for a year #production")
    sighting = played.sight("p3.s1", note)
    played.do(notes.remove_note(played.interview, note.id))
    (left,) = played.interview.sightings
    assert (left.id, left.note) == (sighting.id, None)
    assert len(told(played, DEPTH)) == 1


def test_every_kind_of_note_has_its_weight_and_notes_stand_by_time() -> None:
    played = live()
    for typed in ("? later #depth", "- never #depth", "said so #depth", "+ always #depth"):
        played.clock.advance(10)
        played.note(typed)
    assert [weight for weight, _ in told(played, DEPTH)] == ["?", "-", "·", "+"]
    last = played.interview.notes[-1]
    played.do(notes.move_note(played.interview, last.id, -35_000))
    assert [weight for weight, _ in told(played, DEPTH)] == ["+", "?", "-", "·"]
    assert evidence_for(played.interview, DEPTH)[0].elapsed_ms == 5_000


@given(steps((*NOTES, *WATCHING, "enter")))
def test_the_counts_are_those_of_the_lists(script: list[Step]) -> None:
    interview = started(script).interview
    lists = {each.number: evidence_for(interview, each.number) for each in GUIDE.dimensions}
    assert evidence_counts(interview) == {number: len(each) for number, each in lists.items()}
    for each in lists.values():
        assert list(each) == sorted(each, key=lambda piece: piece.elapsed_ms)

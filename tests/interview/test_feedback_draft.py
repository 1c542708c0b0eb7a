"""The draft of the feedback: strengths only, nothing private, nothing decided."""

from hypothesis import given

from interview_desk.interview.actions.notes import keep_private
from interview_desk.interview.feedback_draft import feedback_draft, strengths
from interview_desk.interview.note_kinds import NoteKind
from tests.helpers.actions import GUIDE, Step, started, steps
from tests.helpers.samples import Played, prepared


def live() -> Played:
    played = Played(prepared(GUIDE))
    played.start()
    return played


def test_strengths_are_listed_by_time_and_nothing_else() -> None:
    played = live()
    for text in ("+ Asked first #problem", "- No numbers #trade", "Great fit", "+ Drew a queue"):
        played.clock.advance(60)
        played.note(text)
    assert strengths(played.interview) == ("Asked first", "Drew a queue")


def test_without_a_noted_strength_the_guides_words_for_what_was_seen_are_taken() -> None:
    played = live()
    played.sight("p1.s1")
    played.sight("p1.s1")
    assert strengths(played.interview) == ("Asks about business objectives and success metrics",)


def test_where_nothing_went_well_there_is_no_draft() -> None:
    played = live()
    played.note("- No numbers")
    assert feedback_draft(played.interview) == ""


def test_a_private_note_is_never_in_it() -> None:
    played = live()
    note = played.note("+ Told me about the divorce")
    played.do(keep_private(played.interview, note.id, private=True))
    assert feedback_draft(played.interview) == ""


@given(steps())
def test_it_holds_strengths_that_were_written_or_seen_and_names_no_rating(done: list[Step]) -> None:
    interview = started(done).interview
    draft, listed = feedback_draft(interview), strengths(interview)
    assert bool(draft) == bool(listed)
    assert len(listed) <= 8
    noted = {" ".join(n.text.split()) for n in interview.notes if n.kind is NoteKind.STRENGTH}
    seen = {each.brief for each in GUIDE.indicators.values()}
    assert all(line in seen or line.rstrip("…") in " ".join(noted) for line in listed)

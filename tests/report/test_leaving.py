from dataclasses import replace

from interview_desk.interview.interview import Interview
from interview_desk.interview.packet import write_packet
from interview_desk.interview.records import Feedback, Preparation, PreparedQuestion
from interview_desk.report.documents.feedback import FEEDBACK
from interview_desk.report.documents.kind import as_shared
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.documents.scorecard import SCORECARD
from interview_desk.report.documents.short import SHORT
from interview_desk.report.options import ReportOptions
from interview_desk.report.sections.notes import questions
from tests.helpers.samples import prepared, shipped_guide
from tests.report.written_interview import written


def with_feedback(text: str) -> Interview:
    interview = written()
    records = (*interview.records.values(), Feedback(text))
    return Interview.of(interview.uid, interview.guide, interview.created_ms, records)


def test_the_rubric_tells_what_is_in_and_that_private_notes_stay() -> None:
    said = RUBRIC.summary(written(), ReportOptions())
    notes = sum(not note.private for note in written().notes)
    assert said.inside == (
        "Recommendation and summary",
        "7 of 8 ratings, with evidence and reasons",
        f"{notes} notes",
        f"{len(written().sightings)} sightings, by phase",
        "Concerns, questions asked, and the time planned and used",
        "1 amendment, with dates and reasons",
        "The whole interview as data (interview.json)",
    )
    assert said.left_out == ("1 private note",)
    assert said.look_again == ()


def test_chosen_private_notes_and_a_packet_left_out_are_told() -> None:
    options = ReportOptions(include_private=True, include_packet=False)
    said = RUBRIC.summary(with_feedback("Well done."), options)
    assert f"{len(written().notes)} notes, 1 of them private" in said.inside
    assert said.left_out == (
        "The interview file, for a panel (interview.json)",
        "Feedback for the candidate",
    )


def test_feedback_inside_the_packet_is_told() -> None:
    said = SHORT.summary(with_feedback("Well done."), ReportOptions())
    packet = "The whole interview as data (interview.json), with the feedback for the candidate"
    assert packet in said.inside
    assert "What one page does not hold, counted" in said.left_out


def test_prepared_questions_leave_once_asked_and_the_note_from_before_only_if_chosen() -> None:
    interview, at = written(), written().clock_events[0].at
    own = [PreparedQuestion(n, f"Own {n}", n, dimension=1) for n in (9_001, 9_002)]
    records = (*interview.records.values(), own[0], replace(own[1], at=at), Preparation("The gap"))
    prepared_for = Interview.of(interview.uid, interview.guide, interview.created_ms, records)

    shared = as_shared(prepared_for, ReportOptions())
    assert "The gap" not in write_packet(shared).decode()
    assert shared.prepared_questions == (own[0], replace(own[1], at=at))
    assert (
        "Your note from before the interview"
        in RUBRIC.summary(prepared_for, ReportOptions()).left_out
    )
    chosen = ReportOptions(include_private=True)
    assert "The gap" in write_packet(as_shared(prepared_for, chosen)).decode()
    assert (
        "Your note from before the interview, in the data"
        in RUBRIC.summary(prepared_for, chosen).inside
    )

    asked = str(questions(shared))
    assert "Own 9002" in asked
    assert "Own 9001" not in asked


def test_an_interview_not_begun_says_that_nothing_is_there() -> None:
    said = RUBRIC.summary(prepared(shipped_guide()), ReportOptions())
    assert said.inside[:3] == (
        "No recommendation and no summary",
        "0 of 8 ratings, with evidence and reasons",
        "0 notes",
    )


def test_feedback_that_names_the_interviewer_is_to_be_looked_at_again() -> None:
    kind, options = FEEDBACK, ReportOptions()
    named = kind.summary(with_feedback("Yours, n. ADEYEMI"), options)
    unnamed = kind.summary(with_feedback("Well done."), options)
    assert named.look_again == ("The feedback names N. Adeyemi",)
    assert replace(named, look_again=()) == unnamed
    assert "Ratings and recommendation" in unnamed.left_out


def test_a_scorecard_says_that_nothing_of_the_interview_is_in_it() -> None:
    said = SCORECARD.summary(written(), ReportOptions())
    assert said.left_out == ("Everything about this interview",)

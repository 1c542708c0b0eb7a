"""What is worth a second look before finishing: each kind, and calm where nothing is."""

import pytest
from hypothesis import given

from interview_desk.interview.actions import running, scoring, watching
from interview_desk.interview.checks import Check, Part, Weight, check, is_opinion
from tests.helpers.actions import GUIDE, SCORING, Step, started, steps
from tests.helpers.samples import Played, prepared

# Numbers of dimensions, by their tags in the shipped guide.
DEPTH, COMMUNICATION = 2, 8
LEVELS = ("Meets", "Exceeds", "Below")


def live() -> Played:
    played = Played(prepared(GUIDE))
    played.start()
    return played


def without_problems() -> Played:
    """Two pieces of evidence for each dimension, from several phases, all of it decided."""
    played = live()
    for dimension in GUIDE.dimensions:
        if dimension.number % 3 == 0:
            phase = played.interview.timeline.phase + 1
            played.do(running.enter_phase(played.interview, phase, played.clock.now()))
        for word in ("first", "then"):
            played.clock.advance(30)
            played.note(f"+ said {word} why it matters #{dimension.tag}")
        level = LEVELS[dimension.number % 3]
        played.do(scoring.rate(played.interview, dimension.number, level))
        played.do(scoring.give_reason(played.interview, dimension.number, "Said why, twice"))
    for concern in GUIDE.disqualifiers:
        played.do(scoring.look_at(played.interview, concern.key, observed=False))
    played.do(running.finish(played.interview, played.clock.now()))
    played.do(scoring.recommend(played.interview, "Hire"))
    played.do(scoring.summarise(played.interview, "Says why, in every phase."))
    return played


def found(played: Played, *, about: str) -> list[str]:
    return [f"{each.subject} {each.text}" for each in check(played.interview) if about in each.text]


def test_an_interview_without_problems_is_calm() -> None:
    assert {each.weight for each in check(without_problems().interview)} == {Weight.WELL}


def test_an_empty_interview_lacks_everything_and_says_so_without_reproach() -> None:
    told = check(prepared(GUIDE))
    assert {each.weight for each in told} == {Weight.MISSING}
    assert [f"{each.subject} {each.text}" for each in told] == [
        (
            "8 dimensions are not rated: Problem Navigation, Technical Depth, Technical Breadth "
            "and 5 more."
        ),
        "5 disqualifiers were not looked at.",
        "The recommendation is open, and its summary is not written.",
    ]
    assert told[0].target == 1


def test_what_is_missing_comes_first_and_what_is_well_last() -> None:
    played = without_problems()
    played.note("smart person, would hire")
    played.do(scoring.summarise(played.interview, "  \n"))
    order = [each.weight for each in check(played.interview)]
    assert order == sorted(order, key=list(Weight).index)
    assert set(order) == set(Weight)


def test_a_rating_without_evidence() -> None:
    played = live()
    played.do(scoring.rate(played.interview, DEPTH, "Meets"))
    assert found(played, about="no evidence") == [
        "Technical Depth has no evidence. Rate it “not enough evidence” or add a note."
    ]


def test_not_enough_evidence_is_a_rating_and_needs_no_evidence() -> None:
    played = live()
    played.do(scoring.not_enough(played.interview, DEPTH))
    assert not [each for each in check(played.interview) if each.target == DEPTH]


def test_not_enough_evidence_where_there_is_a_lot_is_asked_about() -> None:
    played = live()
    for _ in range(3):
        played.note("said why #depth")
    played.do(scoring.not_enough(played.interview, DEPTH))
    assert found(played, about="pieces") == [
        "Technical Depth has 3 pieces of evidence, yet “not enough”."
    ]


def test_a_rating_that_rests_on_one_sighting() -> None:
    played = live()
    played.sight("p3.s1")
    played.do(scoring.rate(played.interview, DEPTH, "Meets"))
    assert found(played, about="one piece") == ["Technical Depth rests on one piece of evidence."]


def test_a_rating_without_a_reason() -> None:
    played = without_problems()
    played.do(scoring.give_reason(played.interview, DEPTH, " "))
    assert found(played, about="reason") == ["Technical Depth is rated without a reason."]


@pytest.mark.parametrize(
    ("text", "opinion"),
    [
        ("great culture fit", True),
        ("Seems smart", True),
        ("would hire", True),
        ("I really liked the talk", False),
        ("proposed a queue because writes burst, smart", False),
        ("“I would hire a second team”", False),
        ("drew Kafka, then Flink", False),
        ("smartphone traffic doubles", False),
    ],
)
def test_an_opinion_is_a_judgement_without_behaviour(text: str, opinion: bool) -> None:
    assert is_opinion(text) == opinion


def test_an_opinion_leads_to_its_note() -> None:
    played = without_problems()
    played.clock.advance(5)
    note = played.note("great culture fit, brilliant, and so on and so on and so on")
    (told,) = [each for each in check(played.interview) if each.part is Part.NOTE]
    assert told.target == note.id
    assert told.subject == "“great culture fit, brilliant, and so on…”"
    assert told.text == "(8:00) is an opinion. What did they say or do?"


def test_all_ratings_alike_may_be_a_halo() -> None:
    played = without_problems()
    for dimension in GUIDE.dimensions:
        played.do(scoring.rate(played.interview, dimension.number, "Exceeds"))
    assert "All ratings are the same." in {each.subject for each in check(played.interview)}


def test_evidence_from_one_phase_alone() -> None:
    played = live()
    for tag in ("problem", "depth", "breadth"):
        played.note(f"said why #{tag}")
    (told,) = found(played, about="all the evidence")
    assert told == (
        "Problem Exploration is where all the evidence comes from."
        " Is the rest of the interview in it?"
    )


def test_disqualifiers_that_were_not_looked_at() -> None:
    played = without_problems()
    (first, *_) = GUIDE.disqualifiers
    played.interview = prepared(GUIDE)
    played.do(scoring.look_at(played.interview, first.key, observed=False))
    played.do(watching.sight(played.interview, "d2", played.clock.now()))
    told = [each for each in check(played.interview) if each.part is Part.CONCERNS]
    gap = "3 disqualifiers not looked at"
    assert told == [
        Check(Weight.MISSING, "3 disqualifiers", "were not looked at.", Part.CONCERNS, gap=gap)
    ]


def test_style_is_told_from_clarity() -> None:
    played = without_problems()
    played.do(scoring.give_reason(played.interview, COMMUNICATION, "Strong accent, but clear"))
    assert found(played, about="style") == [
        "Communication & Collaboration mentions “accent”. Is it style, or clarity?"
    ]


def test_style_words_are_nobodys_business_elsewhere() -> None:
    played = without_problems()
    played.do(scoring.give_reason(played.interview, DEPTH, "Quiet failures were found"))
    assert found(played, about="style") == []


@pytest.mark.parametrize(
    ("step", "summary", "said"),
    [
        ("", "", "The recommendation is open, and its summary is not written."),
        ("", "Says why.", "The recommendation is open."),
        ("Hire", " ", "The summary is not written. It stands first in the report."),
    ],
)
def test_the_recommendation_and_its_summary_are_one_line(
    step: str, summary: str, said: str
) -> None:
    played = live()
    played.do(scoring.recommend(played.interview, step))
    played.do(scoring.summarise(played.interview, summary))
    told = [each for each in check(played.interview) if each.part is Part.RECOMMENDATION]
    assert [f"{each.subject} {each.text}" for each in told] == [said]


def test_what_is_missing_is_one_line_for_each_kind_and_leads_to_the_first() -> None:
    played = without_problems()
    for number in (2, 5, 6):
        played.do(scoring.give_reason(played.interview, number, ""))
    for number in (3, 4):
        played.do(scoring.rate(played.interview, number, ""))
    told = [each for each in check(played.interview) if each.weight is Weight.MISSING]
    assert [(f"{each.subject} {each.text}", each.target) for each in told] == [
        ("2 dimensions are not rated: Technical Breadth and System Design.", 3),
        (
            (
                "3 dimensions are rated without a reason: Technical Depth, Trade-off Analysis and "
                "Production."
            ),
            2,
        ),
    ]
    assert [each.gap for each in told] == [
        "2 dimensions not rated",
        "3 dimensions without a reason",
    ]


@given(steps(SCORING, most=12))
def test_however_it_is_scored_no_kind_of_gap_is_told_twice(done: list[Step]) -> None:
    played = started(done)
    missing = [each for each in check(played.interview) if each.weight is Weight.MISSING]
    assert all(each.gap for each in missing)
    assert len(missing) <= 5

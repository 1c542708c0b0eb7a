"""What is asked in a phase: the chosen problem and the phase's own, never another problem."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from interview_desk.guide.model import Guide
from interview_desk.guide.parse.reader import read_guide
from interview_desk.interview.interview import Interview
from interview_desk.interview.phase_questions import asks, phase_questions
from interview_desk.resources import resource
from tests.helpers.samples import prepared, shipped_guide

BACKEND = read_guide(resource("guides", "backend-system-design.md").read_text(encoding="utf-8"))


def about(guide: Guide, question: str) -> Interview:
    interview = prepared(guide)
    setup = replace(interview.setup, question=question)
    return Interview.of(interview.uid, guide, interview.created_ms, (setup,))


def asked(guide: Guide, question: str, phase: int) -> list[str]:
    found = phase_questions(about(guide, question), guide.phase(phase))
    return [
        *([f"own: {found.problem}"] if found.problem else []),
        *(q.text for q in found.questions),
    ]


def test_a_problem_of_the_guides_own_is_the_only_one() -> None:
    guide = shipped_guide()
    chosen = guide.banks[0].questions[2].text
    assert asked(guide, chosen, 1) == [chosen]
    assert asked(guide, chosen, 3) == [each.text for each in guide.phase(3).prompts]


def test_what_asks_something_of_the_phase_stays_beside_it() -> None:
    assert asked(BACKEND, "Design a library", 1) == [
        "own: Design a library",
        "What would you leave out of a first version?",
    ]


def test_one_that_the_phase_itself_poses_is_its_row() -> None:
    posed = BACKEND.phase(1).prompts[0].text
    assert asked(BACKEND, posed, 1)[0] == posed
    assert len(asked(BACKEND, posed, 1)) == 2


def test_with_none_chosen_the_guides_are_there_to_choose_from() -> None:
    guide = shipped_guide()
    assert asked(guide, "", 1) == [each.text for each in guide.phase(1).prompts]


GUIDES = {"machine learning": shipped_guide(), "back end": BACKEND}
EVERY = sorted({each.text for guide in GUIDES.values() for each in guide.questions.values()})


@given(st.sampled_from(sorted(GUIDES)), st.sampled_from(["My own problem", *EVERY]))
def test_no_phase_ever_offers_another_problem(name: str, chosen: str) -> None:
    guide = GUIDES[name]
    problems = {each.text for each in guide.banks[0].questions}
    problems |= {each.text for each in guide.phase(1).prompts if not asks(each)}
    for phase in guide.phases:
        offered = asked(guide, chosen, phase.number)
        assert {*offered} & problems <= {chosen}
        assert len(offered) == len({*offered})

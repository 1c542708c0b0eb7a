import re

import pytest

from interview_desk.guide.model import Guide, MinuteRange
from interview_desk.guide.parse.reader import read_guide
from interview_desk.guide.text import decode_guide
from interview_desk.report.guide_file import counts
from tests.guide.guide_texts import SHIPPED

COUNTS = {
    "title": "ML System Design Interview Guide for Principal-Level Candidates:"
    " LLM Prompt for Interviewers",
    "minutes": [46, 57],
    "phases": 5,
    "strong_signals": [5, 5, 5, 5, 3],
    "red_flags": [4, 4, 4, 4, 0],
    "differentiators": [0, 2, 0, 2, 0],
    "areas": [0, 0, 4, 0, 0],
    "dimensions": 8,
    "levels": 3,
    "pitfalls": 6,
    "before": 4,
    "during": 6,
    "after": 4,
    "questions": [5, 6, 3],
    "disqualifiers": 5,
    "warning_signs": 5,
    "expectations": [4, 4, 3],
    "recommendations": 7,
}


@pytest.fixture(scope="module")
def text() -> str:
    return decode_guide(SHIPPED.read_bytes())


@pytest.fixture(scope="module")
def guide(text: str) -> Guide:
    return read_guide(text)


def test_it_holds_all_that_the_source_document_holds(guide: Guide) -> None:
    assert counts(guide) == COUNTS
    assert list(counts(guide)) == list(COUNTS)


def test_without_its_rubric_lines_it_holds_the_same(text: str) -> None:
    stripped, removed = re.subn(r"\*\*Rubric\*\*: .*\n\n", "", text)
    guide = read_guide(stripped)
    assert removed == len(guide.phases)
    assert counts(guide) == COUNTS
    assert all(phase.dimensions == () for phase in guide.phases)


def test_its_rubric_lines_say_which_dimensions_a_phase_speaks_for(guide: Guide) -> None:
    assert [phase.dimensions for phase in guide.phases] == [
        (1, 8),
        (3, 4),
        (2, 3, 6),
        (4, 5, 7),
        (7, 8),
    ]
    assert guide.indicators["p3.r4"].dimensions == (2, 3, 6)


def test_dimensions_have_short_tags_and_their_bar_apart(guide: Guide) -> None:
    assert [each.tag for each in guide.dimensions] == [
        "problem",
        "depth",
        "breadth",
        "system",
        "trade-off",
        "production",
        "strategic",
        "communication",
    ]
    assert {each.qualifier for each in guide.dimensions} == {"Principal-Level Bar"}
    assert guide.dimension(4).title == "System Design & Architecture"
    assert [level.name for level in guide.dimension(4).ascending] == ["Below", "Meets", "Exceeds"]


def test_quoted_questions_become_prompts(guide: Guide) -> None:
    assert [each.text for each in guide.phase(1).prompts] == [
        "Design a fraud detection system",
        "Design a recommendation engine for a video platform",
    ]
    assert guide.phase(2).prompts == ()
    assert guide.questions["p4.q3"].text == "What if we had 100x more traffic?"


def test_the_deep_dive_also_asks_the_follow_ups_that_the_pitfalls_advise(guide: Guide) -> None:
    assert [each.text for each in guide.phase(3).prompts] == [
        "How would you handle data drift?",
        "What if latency requirements increase 10x?",
        "How did you implement that?",
        "What challenges did you encounter?",
        "What would you do differently?",
    ]


def test_areas_have_their_titles_and_probes_without_escapes(guide: Guide) -> None:
    area = guide.phase(3).areas[0]
    assert area.title == "Data Strategy & Features"
    assert [probe.key for probe in area.probes] == ["p3.a1.1", "p3.a1.2", "p3.a1.3", "p3.a1.4"]
    assert area.probes[3].text == "How to ensure training/serving parity?"


def test_texts_lose_their_marks_and_escapes_but_no_word(guide: Guide) -> None:
    assert guide.indicators["p2.s2"].text == (
        "Distinguishes between offline (training) and online (serving) pipelines"
    )
    assert "requires $Y infrastructure investment" in guide.phase(4).differentiators[1]


def test_bank_questions_lose_the_quotation_marks_around_them(guide: Guide) -> None:
    assert guide.banks[1].title == "Follow-Up Deep-Dive Questions"
    assert guide.questions["q2.2"].text == (
        "Walk me through how you'd debug a 20% drop in model precision in production"
    )


def test_it_keeps_minutes_for_the_candidates_questions(guide: Guide) -> None:
    assert guide.duration == MinuteRange(45, 60)
    assert guide.question_minutes == MinuteRange(5, 10)


def test_pitfalls_say_why_and_how(guide: Guide) -> None:
    assert guide.pitfalls[1].title == 'Expecting the "Right" Answer'
    assert guide.pitfalls[1].why.startswith("ML system design has no single correct solution.")
    assert len(guide.pitfalls[5].how) == 5


def test_what_the_structure_does_not_hold_is_kept_for_reading(guide: Guide) -> None:
    context, expectations, rubric, practices = guide.reading
    assert context.title == "Role Context and Interview Objective"
    assert context.markdown.startswith("You are conducting a Machine Learning System Design")
    assert "**Your Goal**: Assess whether" in context.markdown
    assert expectations.markdown.startswith("At the principal level, evaluate beyond")
    assert rubric.markdown == "Use this rubric to score the candidate across key dimensions:"
    assert practices.markdown.startswith("As an interviewer representing your company")


def test_no_text_of_the_document_is_lost(guide: Guide, text: str) -> None:
    held = repr(guide).replace("**", "").replace("\\'", "'")
    plain = re.sub(r"\\([&$])", r"\1", text.replace("**", ""))
    lines = [line for line in plain.split("\n") if not line.startswith(("Rubric", "Interview D"))]
    for line in lines:
        without_label = re.sub(r"^(#+ .*|([-\d.]+ )?([\w -]+:( |$))?)", "", line)
        assert without_label.strip('" ') in held, line


def test_it_brings_no_scale_of_its_own(guide: Guide) -> None:
    assert guide.steps == ("Strong no", "No", "Hire", "Strong hire")
    assert not guide.own_steps

"""The optional sections of a guide, each in more than one wording."""

import pytest

from interview_desk.guide.model import Guide, MinuteRange
from interview_desk.guide.parse.reader import read_guide
from tests.guide.guide_texts import PHASE, RUBRIC, SMALL, TITLE


def with_section(text: str) -> Guide:
    return read_guide(f"{SMALL}\n{text}\n")


def test_a_title_a_phase_and_a_rubric_are_enough() -> None:
    guide = read_guide(SMALL)
    assert guide.title == "Backend interview"
    assert guide.minutes == MinuteRange(5, 10)
    assert guide.reading == ()
    assert guide.duration is None
    assert guide.question_minutes is None
    assert guide.concerns == ()


def test_a_guide_keeps_the_text_it_was_read_from() -> None:
    guide = read_guide("\ufeff" + SMALL.replace("\n", "\r\n"))
    assert guide.source == SMALL
    assert guide == read_guide(SMALL)


@pytest.mark.parametrize(
    "text",
    [
        "## Before the Interview\n- Read the CV\n\n## During\n- Wait\n\n## After the call\n- Write",
        "## Lists\n**Before**:\n- [ ] Read the CV\n\n**During**\n- Wait\n\n**After:**\n- Write",
        "## Pre-interview\n1. Read the CV\n## During\n1. Wait\n## Post-interview\n1. Write",
    ],
)
def test_checklists_are_known_by_their_time(text: str) -> None:
    guide = with_section(text)
    assert [(each.key, each.text) for each in guide.checklist_items.values()] == [
        ("before.1", "Read the CV"),
        ("during.1", "Wait"),
        ("after.1", "Write"),
    ]


def test_minutes_for_the_candidates_questions_come_from_a_checklist() -> None:
    guide = with_section(
        "## During\n- Ask 3 questions in 20 minutes\n- Leave 6 to 8 min for their questions"
    )
    assert guide.question_minutes == MinuteRange(6, 8)


@pytest.mark.parametrize(
    "text",
    [
        "## Concerns\n**Immediate disqualifiers**:\n- Lies\n\n**Warning signs to probe**:\n- Vague",
        "## Red flags overall\n### Disqualifiers\n- Lies\n### Warning sign\n- Vague",
        "## Disqualifiers\n- Lies\n\n## Warning signs\n- Vague",
        "## Red flags\n- Vague\n\n**Deal-breakers**:\n- Lies",
    ],
)
def test_concerns_are_disqualifiers_and_warning_signs(text: str) -> None:
    guide = with_section(text)
    assert [(each.key, each.text, each.phase) for each in guide.concerns] == [
        ("d1", "Lies", None),
        ("w1", "Vague", None),
    ]


def test_a_bank_is_a_heading_with_questions_under_it() -> None:
    guide = with_section(
        '## Questions\n- "Why?"\n- Say “how” twice\n\n### Deep ones\n- “And then?”'
    )
    assert [bank.title for bank in guide.banks] == ["Questions", "Deep ones"]
    assert [each.text for each in guide.banks[0].questions] == ["Why?", "Say “how” twice"]
    assert guide.questions["q2.1"].text == "And then?"


def test_pitfalls_are_headings_or_the_items_of_a_list() -> None:
    headings = with_section(
        "## Pitfalls\n### Pitfall 1: Haste\n**Why it matters**: it hides\n\n"
        "**How to avoid:** wait\n### 2. Charm\n- Look at the work"
    )
    items = with_section("## Common mistakes\n- **Haste**: it hides\n- Charm")
    assert [(each.title, each.why, each.how) for each in headings.pitfalls] == [
        ("Haste", "it hides", ("wait",)),
        ("Charm", "", ("Look at the work",)),
    ]
    assert [(each.title, each.why) for each in items.pitfalls] == [
        ("Haste", "it hides"),
        ("Charm", ""),
    ]


def test_expectations_stand_in_groups() -> None:
    guide = with_section(
        "## Senior expectations\n- Owns it\n### Breadth\n- **Looks** around\n- Asks"
    )
    assert [(each.title, each.items) for each in guide.expectations] == [
        ("Senior expectations", ("Owns it",)),
        ("Breadth", ("Looks around", "Asks")),
    ]


def test_a_guide_may_bring_its_own_recommendation_scale_best_first() -> None:
    guide = with_section("## Overall recommendation\n- **Yes**: hire\n- Perhaps: talk\n- No")
    assert guide.steps == ("No", "Perhaps", "Yes")
    assert guide.own_steps


def test_advice_on_recommending_is_no_scale() -> None:
    guide = with_section("## Final recommendations\n1. **Rest**: first\n2. Write\n   - at once")
    assert guide.recommendations == ("Rest: first", "Write at once")
    assert not guide.own_steps


def test_unknown_headings_are_kept_for_reading_with_their_marks() -> None:
    guide = with_section(
        "## Our team\n\nWe are \\$5 and \\*five\\*.\n\n### People\n\n- **Ann**\n\n#### Empty"
    )
    (reading,) = guide.reading
    assert reading.title == "Our team"
    assert reading.markdown == (
        "We are $5 and \\*five\\*.\n\n### People\n\n- **Ann**\n\n#### Empty"
    )


def test_an_unknown_heading_inside_a_phase_is_kept_for_reading() -> None:
    text = SMALL.replace("**Red flags**", "### Why we ask\n\nBecause.\n\n**Red flags**")
    guide = read_guide(text)
    assert [(each.title, each.markdown) for each in guide.reading] == [("Why we ask", "Because.")]
    assert len(guide.phase(1).red_flags) == 1


def test_a_known_word_over_phases_does_not_hide_them() -> None:
    guide = read_guide(f"{TITLE}\n\n## Interview questions by phase\n#{PHASE.strip()}\n{RUBRIC}")
    assert [phase.title for phase in guide.phases] == ["Warm-up"]


def test_headings_in_code_and_quotes_are_not_headings() -> None:
    guide = with_section("## Notes\n```\n# Phase 2: Code (5 min)\n```\n> ## Phase 3: Quote (5 min)")
    assert len(guide.phases) == 1
    assert "# Phase 2: Code" in guide.reading[0].markdown


def test_comments_are_not_shown() -> None:
    guide = read_guide(SMALL.replace("Asks why", "Asks why <!-- often --> and <how>"))
    assert guide.indicators["p1.s2"].text == "Asks why and <how>"


def test_a_phase_may_give_its_time_on_a_line_of_its_own() -> None:
    guide = read_guide(SMALL.replace(" (5-10 minutes)", "\n\n**Time**: 10 to 12"))
    assert guide.phase(1).minutes == MinuteRange(10, 12)


def test_what_a_phase_begins_with_is_its_objective() -> None:
    text = SMALL.replace("minutes)\n", "minutes)\n\nSee how they begin.\n")
    assert read_guide(text).phase(1).objective == "See how they begin."


def test_none_under_a_label_is_no_indicator() -> None:
    text = SMALL.replace("**Red flags**:\n\n- Talks over people", "**Red flags**: None.")
    assert read_guide(text).phase(1).red_flags == ()


def test_more_than_nine_indicators_are_kept() -> None:
    text = SMALL.replace("- Asks why", "\n".join(f"- Asks {n} times" for n in range(12)))
    assert read_guide(text).phase(1).strong_signals[12].key == "p1.s13"


def test_areas_may_be_a_list_in_a_list() -> None:
    areas = "**Areas to explore**:\n- Data\n  - Which store?\n- **Speed**: Which cache?\n"
    phase = read_guide(SMALL.replace("**Red flags**", f"{areas}\n**Red flags**")).phase(1)
    assert [(each.title, [probe.text for probe in each.probes]) for each in phase.areas] == [
        ("Data", ["Which store?"]),
        ("Speed", ["Which cache?"]),
    ]


RUBRICS = {
    "labels": "## Rubric\n### Clarity\n**Good**: clear\n\n**Bad**: not clear\n",
    "bold dimensions": "## Rubric\n**1. Clarity**\n- Good: clear\n- Bad: not clear\n",
    "nested lists": "## Rubric\n1. **Clarity**\n   - **Good**: clear\n   - **Bad**: not clear\n",
    "colon inside": "# Scorecard\n## Criterion 1: Clarity\n"
    "- **Good:** clear\n- **Bad:** not clear\n",
    "no number": "## Evaluation criteria\n### Clarity\n- **Good** - clear\n- **Bad** – not clear\n",
    "with advice": "## Rubric\n### Use\n- Be fair\n### 1. Clarity\n"
    "- Good: clear\n- Bad: not clear\n",
    "groups": "## Rubric\n### Talk\n#### Clarity\n- **Good**: clear\n- **Bad**: not clear\n",
}


@pytest.mark.parametrize("rubric", RUBRICS.values(), ids=RUBRICS.keys())
def test_a_rubric_may_be_written_in_several_ways(rubric: str) -> None:
    (dimension,) = read_guide(f"{TITLE}\n{PHASE}\n{rubric}").dimensions
    assert dimension.title == "Clarity"
    assert [(level.name, level.text) for level in dimension.levels] == [
        ("Good", "clear"),
        ("Bad", "not clear"),
    ]


def test_brackets_that_tell_two_dimensions_apart_stay_in_their_titles() -> None:
    text = SMALL.replace("Problem solving", "Skill (code)").replace("Clear speech", "Skill (talk)")
    guide = read_guide(text)
    assert [each.title for each in guide.dimensions] == ["Skill (code)", "Skill (talk)"]
    assert [each.tag for each in guide.dimensions] == ["code", "talk"]


def test_tags_stay_unique_where_titles_share_all_words() -> None:
    text = SMALL.replace("Problem solving", "A and B").replace("Clear speech", "B and A")
    tags = [each.tag for each in read_guide(text).dimensions]
    assert tags == ["a", "b"]


def test_a_rubric_line_names_dimensions_by_title_or_tag_in_any_case() -> None:
    text = SMALL.replace("**Strong", "**Rubric**: clear, PROBLEM SOLVING\n\n**Strong")
    phase = read_guide(text).phase(1)
    assert phase.dimensions == (1, 2)
    assert {each.dimensions for each in phase.indicators} == {(1, 2)}

"""Words that the structure has no place for are kept where they stood, or told as a fault."""

import pytest

from interview_desk.guide.faults import Fault, GuideError
from interview_desk.guide.model import Guide, MinuteRange, Reading, Topic
from interview_desk.guide.parse.reader import read_guide
from tests.guide.guide_texts import PHASE, RUBRIC, SMALL, TITLE, line_of


def with_section(text: str) -> Guide:
    return read_guide(f"{SMALL}\n{text}\n")


def only_fault(text: str) -> Fault:
    with pytest.raises(GuideError) as caught:
        read_guide(text)
    (fault,) = caught.value.faults
    return fault


@pytest.mark.parametrize(
    ("section", "topic"),
    [
        ("## Before the day\n\nStay calm.\n\n- Read", Topic.BEFORE),
        ("## Questions\n\nStay calm.\n\n- Why?", Topic.QUESTIONS),
        ("## Final recommendations\n\nStay calm.\n\n- Read", Topic.RECOMMENDATIONS),
        ("## Disqualifiers\n\nStay calm.\n\n- Lies", Topic.DISQUALIFIERS),
        ("## Recommendation scale\n\nStay calm.\n\n- Yes\n- No", Topic.SCALE),
        ("## Pitfalls\n\nStay calm.\n\n- Haste", Topic.PITFALLS),
        ("## Expectations\n\n- Reads\n\nStay calm.", Topic.EXPECTATIONS),
    ],
)
def test_a_paragraph_beside_a_list_is_kept_with_its_section(section: str, topic: Topic) -> None:
    (reading,) = with_section(section).reading
    heading = section.partition("\n")[0].removeprefix("## ")
    assert reading == Reading(heading, "Stay calm.", topic=topic)


def test_a_paragraph_beside_a_list_is_kept_with_its_phase_under_its_label() -> None:
    text = SMALL.replace("- Talks over", "One is enough.\n\n- Talks over")
    assert read_guide(text).reading == (
        Reading("Warm-up", "**Red flags**:\n\nOne is enough.", phase=1),
    )
    assert read_guide(text).phase(1) == read_guide(SMALL).phase(1)


def test_a_list_beside_the_key_principle_is_part_of_it() -> None:
    guide = with_section("## Key principle\n\nBe kind.\n\n- Be brief.\n\nBe there.")
    assert guide.key_principle == "Be kind. Be brief. Be there."
    assert guide.reading == ()


def test_what_the_steps_of_a_scale_mean_is_kept() -> None:
    guide = with_section("## Recommendation scale\n\n- **Yes**: hire today\n- **No**")
    assert guide.steps == ("No", "Yes")
    (reading,) = guide.reading
    assert reading.markdown == "- **Yes**: hire today\n- **No**"


@pytest.mark.parametrize(
    "heading",
    [
        "Questions to avoid",
        "Questions we don’t ask",
        "Illegal questions",
        "Never ask these questions",
    ],
)
def test_questions_to_avoid_are_no_questions_to_ask(heading: str) -> None:
    guide = with_section(f"## {heading}\n\n- Are you married?")
    inside = with_section(f"## Questions\n\n### {heading}\n\n- Are you married?")
    label = read_guide(SMALL.replace("**Red", f"{heading}:\n- Are you married?\n\n**Red"))
    assert (guide.banks, inside.banks, label.phase(1).prompts) == ((), (), ())
    assert label.phase(1).strong_signals == read_guide(SMALL).phase(1).strong_signals
    for each in (guide, inside, label):
        assert "- Are you married?" in each.reading[-1].markdown


def test_a_comma_may_stand_in_the_name_of_a_dimension() -> None:
    phase = PHASE.replace("**Strong", "**Rubric**: Calm, kind and clear, Depth\n\n**Strong")
    rubric = RUBRIC.replace("Problem solving", "Calm, kind and clear").replace(
        "Clear speech", "Depth"
    )
    assert read_guide(TITLE + phase + rubric).phase(1).dimensions == (1, 2)
    fault = only_fault(TITLE + phase.replace("kind", "cold") + rubric)
    assert fault.message == "The rubric has no dimension “cold and clear”"


def test_a_heading_in_more_words_than_it_is_known_by_keeps_them() -> None:
    text = SMALL.replace("**Red flags**", "**Red flags (one is enough)**")
    (heading,) = [each for each in read_guide(text).headings if "flags" in each.text]
    assert (heading.text, heading.over) == ("Red flags (one is enough)", "Talks over people")


def test_words_beside_the_minutes_stay_in_the_title() -> None:
    guide = read_guide(SMALL.replace("(5-10 minutes)", "(5 -- 10 min, never more)"))
    assert guide.phase(1).title == "Warm-up (never more)"
    assert guide.phase(1).minutes == MinuteRange(5, 10)


def test_levels_may_stand_under_a_label_of_their_own() -> None:
    text = SMALL.replace("- **Exceeds**: Makes", "**What we mean**: words\n\n- **Exceeds**: Makes")
    guide = read_guide(text)
    assert guide.dimensions == read_guide(SMALL).dimensions
    assert guide.reading == (
        Reading("Clear speech", "**What we mean**: words", topic=Topic.RUBRIC),
    )


def test_a_bold_line_may_be_the_heading_of_a_phase() -> None:
    text = SMALL.replace(
        "## Phase 1: Warm-up (5-10 minutes)", "**Phase 1: Warm-up (5-10 minutes)**"
    )
    assert read_guide(text).phases == read_guide(SMALL).phases


def test_a_first_heading_that_is_a_phase_is_no_title() -> None:
    fault = only_fault(SMALL.replace(TITLE, "").replace("## ", "# "))
    assert fault.message == "The guide has no title"


def test_a_comment_that_is_never_closed_would_hide_the_rest() -> None:
    text = SMALL.replace("**Red flags**", "<!-- to do\n\n**Red flags**")
    with pytest.raises(GuideError) as caught:
        read_guide(text)
    fault = next(each for each in caught.value.faults if "comment" in each.message)
    assert fault.line == line_of(text, "<!--")
    assert "“-->”" in fault.remedy


@pytest.mark.parametrize("mark", ["- ", "> "])
def test_nesting_too_deep_to_be_shown_is_a_fault(mark: str) -> None:
    deep = [mark * depth + "word" for depth in range(1, 60)]
    text = f"{SMALL}\n## Notes\n\n" + "\n".join(deep)
    assert "deep in one another" in only_fault(text).message


def test_a_rule_right_below_a_paragraph_makes_no_heading_of_it() -> None:
    text = SMALL.replace("minutes)\n", "minutes)\n\nSee how they begin.\n---\n")
    assert read_guide(text).phase(1).objective == "See how they begin."
    assert read_guide(text).reading == ()

"""Every mistake is told with its line and with what to write instead."""

import pytest

from interview_desk.errors import UserError
from interview_desk.guide.faults import Fault, GuideError
from interview_desk.guide.parse.reader import read_guide
from tests.guide.guide_texts import PHASE, RUBRIC, SMALL, TITLE, line_of


def faults_of(text: str) -> tuple[Fault, ...]:
    with pytest.raises(GuideError) as caught:
        read_guide(text)
    return caught.value.faults


def only_fault(text: str) -> Fault:
    (fault,) = faults_of(text)
    assert fault.remedy
    return fault


def changed(old: str, new: str) -> str:
    assert old in SMALL
    return SMALL.replace(old, new, 1)


def test_a_guide_without_a_title() -> None:
    fault = only_fault(PHASE + RUBRIC)
    assert (fault.line, fault.message) == (1, "The guide has no title")
    assert "“# " in fault.remedy


def test_a_guide_without_phases() -> None:
    fault = only_fault(f"{TITLE}\n{RUBRIC}")
    assert (fault.line, fault.message) == (None, "There is no phase")
    assert "## Phase 1: Title (8-10 minutes)" in fault.remedy


def test_a_guide_without_a_rubric() -> None:
    fault = only_fault(f"{TITLE}\n{PHASE}")
    assert (fault.line, fault.message) == (None, "There is no rubric")
    assert "- **Meets**: " in fault.remedy


def test_a_rubric_without_dimensions() -> None:
    text = f"{TITLE}\n{PHASE}\n## Rubric\n\nTo be written.\n"
    fault = only_fault(text)
    assert (fault.line, fault.message) == (
        line_of(text, "## Rubric"),
        "The rubric has no dimensions",
    )


@pytest.mark.parametrize(
    ("heading", "message"),
    [
        ("## Phase 1: Warm-up", "The phase “Warm-up” has no minutes"),
        ("## Phase 1: Warm-up (soon)", "The phase “Warm-up (soon)” has no minutes"),
        ("## Phase 1: Warm-up (10-5 minutes)", "“10-5 minutes” is the wrong way round"),
        ("## Phase 1: Warm-up (10 to 5)", "“10 to 5” is the wrong way round"),
        ("## Phase 1: Warm-up (0 min)", "“0 min” starts below one minute"),
        ("## Phase 1: Warm-up (5-500 min)", "“5-500 min” is longer than 180 minutes"),
        (
            "## Phase 1: Warm-up (5 bis 9 Minuten)",
            "“5 bis 9 Minuten” is not a range of whole minutes",
        ),
        ("## Phase 1: Warm-up (7.5 min)", "“7.5 min” is not a range of whole minutes"),
    ],
)
def test_a_phase_without_usable_minutes(heading: str, message: str) -> None:
    text = changed("## Phase 1: Warm-up (5-10 minutes)", heading)
    fault = only_fault(text)
    assert (fault.line, fault.message) == (line_of(text, "## Phase"), message)
    assert "(8-10 minutes)" in fault.remedy


def test_a_phase_whose_time_label_is_the_wrong_way_round() -> None:
    text = changed(" (5-10 minutes)", "\n\n**Time**: 9-8 min")
    fault = only_fault(text)
    assert (fault.line, fault.message) == (
        line_of(text, "**Time"),
        "“9-8 min” is the wrong way round",
    )


def test_a_phase_number_used_twice() -> None:
    text = f"{SMALL}\n## Phase 1: Build (5 min)\n"
    fault = only_fault(text)
    assert fault.line == line_of(text, "## Phase 1: Build")
    assert fault.message == "There is a phase 1 already"


def test_a_phase_title_used_twice() -> None:
    text = f"{SMALL}\n## Phase 2: WARM-UP (5 min)\n"
    fault = only_fault(text)
    assert fault.line == line_of(text, "## Phase 2")
    assert fault.message == "There is a phase “WARM-UP” already"


def test_too_many_phases() -> None:
    more = "\n".join(f"## Phase {number}: Part {number} (5 min)" for number in range(2, 18))
    text = f"{SMALL}\n{more}\n"
    fault = only_fault(text)
    assert fault.line == line_of(text, "## Phase 16")
    assert fault.message == "The guide has more than 15 phases"


def test_too_many_dimensions() -> None:
    more = "\n".join(f"### {n}. D{n}\n- **Good**: x\n- **Bad**: y" for n in range(1, 25))
    text = f"{TITLE}\n{PHASE}\n## Rubric\n{more}\n"
    fault = only_fault(text)
    assert fault.line == line_of(text, "### 21.")
    assert fault.message == "The rubric has more than 20 dimensions"


def test_a_dimension_used_twice() -> None:
    text = changed("### 2. Clear speech", "### 2. Problem Solving (again)")
    text = text.replace("### 1. Problem solving", "### 1. Problem solving (again)")
    fault = only_fault(text)
    assert fault.line == line_of(text, "### 2.")
    assert fault.message == "There is a dimension “Problem Solving (again)” already"


@pytest.mark.parametrize(
    ("levels", "count"),
    [
        ("", "no levels"),
        ("- **Meets**: enough\n", "1 level"),
        ("".join(f"- **L{number}**: x\n" for number in range(7)), "7 levels"),
    ],
)
def test_a_dimension_with_too_few_or_too_many_levels(levels: str, count: str) -> None:
    text = f"{SMALL}\n### 3. Care\n\n{levels}"
    fault = only_fault(text)
    assert fault.line == line_of(text, "### 3.")
    assert fault.message == f"The dimension “Care” has {count}"


def test_levels_that_differ_between_dimensions() -> None:
    text = changed("- **Meets**: Can be followed", "- **Fits**: Can be followed")
    fault = only_fault(text)
    assert fault.line == line_of(text, "- **Fits**")
    assert fault.message == "The levels of “Clear speech” differ: Exceeds, Fits, Below"
    assert "Exceeds, Meets, Below" in fault.remedy


def test_a_level_that_is_missing_in_one_dimension() -> None:
    text = changed("- **Below**: Cannot be followed\n", "")
    fault = only_fault(text)
    assert fault.line == line_of(text, "- **Meets**: Can be")
    assert fault.message == "The levels of “Clear speech” differ: Exceeds, Meets"


def test_a_level_used_twice() -> None:
    text = SMALL.replace("**Meets**", "**Exceeds**")
    assert [fault.message for fault in faults_of(text)] == [
        "“Problem solving” has the level “Exceeds” twice",
        "“Clear speech” has the level “Exceeds” twice",
    ]


def test_a_level_without_text() -> None:
    text = changed("- **Below**: Starts at once", "- **Below**:")
    fault = only_fault(text)
    assert fault.line == line_of(text, "- **Below**")
    assert fault.message == "The level “Below” of “Problem solving” has no text"


def test_a_bullet_that_names_no_level() -> None:
    text = SMALL.replace("- **Exceeds**: Reframes", "- Reframes")
    first, second = faults_of(text)
    assert first.line == line_of(text, "- Reframes")
    assert "does not begin with a level" in first.message
    assert second.message.startswith("The levels of “Clear speech” differ")


def test_levels_that_stand_worst_first() -> None:
    levels = "- **Below**: a\n- **Meets**: b\n- **Exceeds**: c\n"
    text = f"{TITLE}\n{PHASE}\n## Rubric\n### 1. Care\n{levels}"
    fault = only_fault(text)
    assert (fault.line, fault.message) == (
        line_of(text, "- **Below"),
        "The levels of “Care” stand worst first",
    )


def test_a_rubric_line_that_names_no_dimension() -> None:
    text = changed("**Strong", "**Rubric**: clear, Clarity of speech\n\n**Strong")
    fault = only_fault(text)
    assert fault.line == line_of(text, "**Rubric**")
    assert fault.message == "The rubric has no dimension “Clarity of speech”"
    assert "Problem solving, Clear speech" in fault.remedy


@pytest.mark.parametrize(
    ("bullets", "message"),
    [
        ("- Yes", "The recommendation scale has 1 step"),
        ("- A\n- B\n- C\n- D\n- E\n- F\n- G", "The recommendation scale has 7 steps"),
        ("- Yes\n- Perhaps\n- yes", "The recommendation scale has “yes” twice"),
        ("- Strong no\n- No\n- Yes", "The recommendation scale stands worst first"),
    ],
)
def test_a_scale_that_cannot_be_used(bullets: str, message: str) -> None:
    text = f"{SMALL}\n## Recommendation scale\n\n{bullets}\n"
    fault = only_fault(text)
    assert fault.message == message
    assert (fault.line or 0) > line_of(text, "## Recommendation scale")


@pytest.mark.parametrize(
    "text",
    ["**Interview Duration**: 60-45 minutes", "## After\n- Candidate questions (60-45 minutes)"],
)
def test_other_times_are_checked_as_well(text: str) -> None:
    whole = f"{TITLE}\n{text}\n{PHASE}{RUBRIC}"
    fault = only_fault(whole)
    assert fault.message == "“60-45 minutes” is the wrong way round"
    assert fault.line in (2, 3)


def test_texts_and_lists_of_absurd_size() -> None:
    long_text = changed("Asks why", "why " * 1_100)
    long_list = changed("- Asks why", "- Asks why\n" * 150)
    long_title = changed("Backend", "Backend" * 50)
    assert only_fault(long_text).line == line_of(long_text, "- why")
    assert "4,000" in only_fault(long_text).remedy
    assert only_fault(long_list).message == "The list has more than 100 items"
    assert {fault.line for fault in faults_of(long_title)} == {1}


def test_all_faults_are_told_at_once_in_the_order_of_the_document() -> None:
    text = changed(" (5-10 minutes)", "").replace("**Meets**: Can", "**Fits**: Can")
    faults = faults_of(text)
    assert [fault.line for fault in faults] == [line_of(text, "## Ph"), line_of(text, "- **Fits")]


def test_a_broken_rubric_does_not_blame_the_lines_that_name_it() -> None:
    text = f"{TITLE}\n{PHASE}".replace("**Strong", "**Rubric**: clear\n\n**Strong")
    assert only_fault(text).message == "There is no rubric"


def test_the_error_is_one_line_for_the_user() -> None:
    with pytest.raises(UserError) as caught:
        read_guide(f"{TITLE}\n\nnothing\n")
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith("This is not a guide yet: There is no")
    assert message.endswith("(and 1 more fault)")


def test_an_excerpt_in_a_message_is_short_and_on_one_line() -> None:
    text = changed("Warm-up (5-10 minutes)", "Warm-up " * 30)
    assert len(only_fault(text).message) < 120


def test_more_accents_on_a_letter_than_any_language_has() -> None:
    """Putting a million of them into order takes minutes."""
    accents = "\u0301\u0316" * 50
    read_guide(f"{SMALL}\n\nA{accents}\n")
    text = f"{SMALL}\n\nA{accents}\u0301\n"
    fault = only_fault(text)
    assert (fault.line, fault.message) == (
        line_of(text, "A\u0301"),
        "There are more than 100 accents on one letter",
    )
    read_guide(SMALL + "\n\n" + "e\u0301" * 1_000 + "\n")


@pytest.mark.parametrize("part", ["## a\n", "- a\n", "> 1. a\n", "a\n---\n"])
def test_more_headings_and_items_than_anyone_reads(part: str) -> None:
    """Twenty thousand headings took seconds at each look at the guides."""
    fault = only_fault(f"{SMALL}\n\n{part * 3_000}")
    assert "headings and list items; 3,000 is the most" in fault.message

"""Small documents in shapes that were once misread: what is understood, or told with its line."""

import pytest

from interview_desk.guide.faults import GuideError
from interview_desk.guide.importer.draft import Draft
from interview_desk.guide.importer.proposal import Proposal, propose
from interview_desk.guide.importer.reading import read_text
from interview_desk.guide.parse.reader import read_guide

TALK = "# Call\n\n## Phase 1: Talk (20 minutes)\n\n"
CLARITY = (
    "## Rubric\n\n### 1. Clarity\n\n- **Meets**: easy to follow\n- **Below**: hard to follow\n"
)


def proposed(text: str) -> Proposal:
    found = propose(read_text(text, "call.md"))
    assert found.fault is None
    return found


def draft(text: str) -> Draft:
    return proposed(text).draft


def levels(text: str) -> list[list[str]]:
    return [[level.name for level in each.levels] for each in draft(text).dimensions]


NUMBERS = (
    TALK + "## Rubric\n\n### 1. Clarity\n\n- **1**: Cannot be followed\n- **2**: With help\n"
    "- **3**: Easy\n- **4**: Teaches\n"
)


def test_levels_in_numbers_are_turned_round_and_told() -> None:
    found = proposed(NUMBERS)
    assert [level.name for level in found.draft.dimensions[0].levels] == ["4", "3", "2", "1"]
    (doubt,) = found.doubts
    assert doubt.line == 7
    assert "numbers only" in doubt.message
    assert found.told == ("Levels that stand worst first were turned round: the best comes first.",)


def test_levels_in_numbers_are_not_doubted_where_the_text_says_which_is_better() -> None:
    found = proposed(NUMBERS.replace("### 1.", "1 is the weakest.\n\n### 1."))
    assert found.doubts == ()
    lowest = proposed(NUMBERS.replace("### 1.", "1 is the best, 4 the weakest.\n\n### 1."))
    names = [level.name for level in lowest.draft.dimensions[0].levels]
    assert [name[0] for name in names] == ["1", "2", "3", "4"]
    guide = read_guide(lowest.text())
    assert guide.dimension(1).levels[0].text == "Cannot be followed"


def test_the_strict_reader_refuses_levels_that_stand_worst_first() -> None:
    words = NUMBERS.replace("**1**", "**1 - Poor**").replace("**4**", "**4 - Excellent**")
    for text in (NUMBERS, words):
        with pytest.raises(GuideError, match="stand worst first"):
            read_guide(text)


def test_timed_sections_beside_a_phase_are_phases() -> None:
    text = (
        "# Call\n\n## Phase 1: Warm-up (5 minutes)\n\n## Section 2: Design (20 minutes)\n\n"
        "## Closing (5 minutes)\n\n" + CLARITY
    )
    assert [phase.title for phase in draft(text).phases] == ["Warm-up", "Design", "Closing"]
    with pytest.raises(GuideError) as caught:
        read_guide(text)
    assert [fault.line for fault in caught.value.faults] == [5, 7]


def test_a_sum_is_no_dimension() -> None:
    text = (
        "# Pairing\n\n## Part 1: Pair (30 minutes)\n\n## Scoring rubric\n\n### What is scored\n\n"
        "| Criterion | Points |\n|---|---|\n| Reads the code first | 0-20 |\n"
        "| Explains each step | 0-20 |\n\n### Total\n\n- **30-40**: Hire\n- **20-29**: Talk again\n"
        "- **<20**: No hire\n"
    )
    found = draft(text)
    assert [each.title for each in found.dimensions] == [
        "Reads the code first",
        "Explains each step",
    ]
    with pytest.raises(GuideError, match="The rubric has no dimensions"):
        read_guide(text)


def test_timed_headings_are_phases_whatever_they_are_called() -> None:
    text = (
        "# Call\n\n### 1. Warm-up (5 minutes)\n\n### 2. Design (20-25 minutes)\n\n"
        "## Close - 5 minutes\n\n" + CLARITY
    )
    found = draft(text).phases
    assert [(phase.title, str(phase.minutes)) for phase in found] == [
        ("Warm-up", "5"),
        ("Design", "20–25"),
        ("Close", "5"),
    ]


COLUMNS = """\
| Area | Strong | Fair | Weak |
|---|---|---|---|
| Clarity | Teaches | Clear | Unclear |
| Depth | Numbers | Words | None |
"""
ROWS = """\
### 1. Clarity

| Score | Looks like |
|---|---|
| 3 | Teaches |
| 2 | Clear |
| 1 | Unclear |
"""
HEADINGS = "### 1. Clarity\n\n#### Strong\n\n- Teaches\n\n#### Weak\n\n- Unclear\n"
ITEMS = "- **Clarity**\n  - Weak: cannot be followed\n  - Strong: teaches\n"
BOLD = "### Clarity\n\n**5 - Great:** x\n\n**3 - Fair:** y\n\n**1 - Poor:** z\n"


@pytest.mark.parametrize(
    ("rubric", "wanted"),
    [
        (COLUMNS, [["Strong", "Fair", "Weak"]] * 2),
        (ROWS, [["3", "2", "1"]]),
        (HEADINGS, [["Strong", "Weak"]]),
        (ITEMS, [["Strong", "Weak"]]),
        (BOLD, [["5 – Great", "3 – Fair", "1 – Poor"]]),
    ],
    ids=["columns", "rows", "headings", "items", "bold"],
)
def test_rubrics_by_column_row_heading_and_item(rubric: str, wanted: list[list[str]]) -> None:
    assert levels(f"{TALK}## Rubric\n\n{rubric}") == wanted


def test_a_rubric_may_be_the_whole_document() -> None:
    text = (
        "# Rubric for the call\n\n## Phase 1: Talk (20 minutes)\n\n## 1. Clarity\n\n"
        "- **Meets**: Clear\n- **Below**: Unclear\n\n## 2. Depth\n\n- **Meets**: Numbers\n"
        "- **Below**: Words\n"
    )
    assert [each.title for each in draft(text).dimensions] == ["Clarity", "Depth"]


def test_a_title_may_stand_in_front_matter() -> None:
    text = (
        "---\ntitle: Call with support\ntags: [support]\n---\n\n## Phase 1: Talk (20 minutes)\n\n"
    )
    found = proposed(text + CLARITY)
    assert found.draft.title == "Call with support"
    assert "tags" in found.text()


@pytest.mark.parametrize(
    "label",
    ["What to listen for", "What to look for", "Things to watch for", "Worauf achten",
     "Points à observer", "Qué buscar", "O que observar", "Good candidates will"],
)  # fmt: skip
def test_signals_under_other_words(label: str) -> None:
    text = f"{TALK}**{label}**:\n\n- Names a number\n- Names who was against it\n\n{CLARITY}"
    assert len(draft(text).phases[0].strong_signals) == 2


def test_an_agenda_is_no_level() -> None:
    text = (
        TALK + "## Notes and scorecard\n\n**Agenda**\n\n- 0:00-0:05: Hello\n- 0:05-0:15: Story\n\n"
        "**Rating**\n\n- **Meets**: Clear\n- **Below**: Unclear\n"
    )
    assert [each.title for each in draft(text).dimensions] == ["Rating"]
    assert [phase.title for phase in draft(text).phases] == ["Talk"]


def test_a_guide_that_says_that_it_has_no_rubric_needs_none() -> None:
    guide = read_guide(TALK + "## Rubric\n\nNone.\n")
    assert guide.dimensions == ()
    assert guide.reading == ()


def test_reading_material_is_read_whatever_its_words_are() -> None:
    text = (
        TALK + "### Reading: Red flags of old\n\n**Strong signals**:\n\n- none of these\n\n"
        "## Reading: Rubric of last year\n\n### 1. Old\n\n- **A**: x\n- **B**: y\n\n" + CLARITY
    )
    guide = read_guide(text)
    assert guide.phase(1).strong_signals == ()
    assert [each.title for each in guide.dimensions] == ["Clarity"]
    assert [(each.title, each.phase) for each in guide.reading] == [
        ("Red flags of old", 1),
        ("Rubric of last year", None),
    ]


def test_a_time_that_makes_no_sense_is_a_fault_with_its_line() -> None:
    found = proposed(TALK.replace("20 minutes", "20-10 minutes") + CLARITY)
    assert [(fault.line, fault.message) for fault in found.faults] == [
        (3, "“20-10 minutes” is the wrong way round")
    ]


def test_a_length_that_differs_from_the_phases_is_told() -> None:
    text = f"# Call\n\n**Duration**: 60 minutes\n\n## Phase 1: Talk (20 minutes)\n\n{CLARITY}"
    (doubt,) = proposed(text).doubts
    assert doubt.line == 3
    assert "said to take 60 minutes" in doubt.message


PLAIN = "# Call\n\n1. Welcome (5 min)\n2. Talk (15 min)\n3. Your questions (10 min)\n\n"


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("Rate each from 1 to 5:", ["5", "4", "3", "2", "1"]),
        ("Rating (from 1 to 4)", ["4", "3", "2", "1"]),
        ("Score 0–3 on each of the following", ["3", "2", "1", "0"]),
        ("Grille d'évaluation (de 1 à 4)", ["4", "3", "2", "1"]),
        ("Bewertung jeweils von 1 bis 5:", ["5", "4", "3", "2", "1"]),
    ],
)
def test_a_line_that_asks_to_rate_heads_what_is_rated(asked: str, names: list[str]) -> None:
    found = draft(f"{PLAIN}{asked}\n\n- Listening\n- Arguing\n- Closing\n")
    assert [each.title for each in found.dimensions] == ["Listening", "Arguing", "Closing"]
    assert [level.name for level in found.dimensions[0].levels] == names
    assert [phase.title for phase in found.phases] == ["Welcome", "Talk", "Your questions"]


def test_a_line_with_numbers_that_rates_nothing_heads_no_rubric() -> None:
    found = draft(f"{PLAIN}Invite 1 to 5 colleagues:\n\n- the manager\n- a peer\n\n{CLARITY}")
    assert [each.title for each in found.dimensions] == ["Clarity"]


def test_levels_in_the_line_of_a_criterion_are_read_with_their_words() -> None:
    found = draft(
        PLAIN + "## Scorecard (1–4)\n\n1. **Thinking** – 4: reframes it; 3: solid structure; "
        "2: needs prompting; 1: lists features\n2. **Speech** – 4: crisp; 3: clear; 2: rambling; "
        "1: hard to follow\n"
    )
    thinking, speech = found.dimensions
    assert (thinking.title, speech.title) == ("Thinking", "Speech")
    assert [(level.name, level.text) for level in thinking.levels] == [
        ("4", "reframes it"),
        ("3", "solid structure"),
        ("2", "needs prompting"),
        ("1", "lists features"),
    ]


def test_a_scale_that_is_told_behind_a_label_is_that_of_the_criteria_below() -> None:
    found = draft(
        PLAIN + "**Scoring:** 0 = no evidence, 1 = some evidence, 2 = good evidence\n\n"
        "Criteria:\n\n1. Knowledge\n2. Behaviour\n"
    )
    assert [level.name for level in found.dimensions[0].levels] == [
        "2 – good evidence",
        "1 – some evidence",
        "0 – no evidence",
    ]


def test_a_label_right_under_an_item_ends_the_list() -> None:
    found = draft(
        "# Bank\n\n**Q1. How do you keep track of deadlines?**\nGood answer:\n- Names a system\n"
        "- Has a fallback\nPoor answer:\n- Relies on memory\n"
        "Follow-ups: What happened when one was missed?\n"
    )
    (phase,) = found.phases
    assert phase.strong_signals == ["Names a system", "Has a fallback"]
    assert phase.red_flags == ["Relies on memory"]


def test_a_line_that_goes_on_with_an_item_stays_in_it() -> None:
    found = draft(
        TALK + "**Strong signals**:\n\n- Asks who reads it, and\n  says why: the reader decides\n"
        "- Names a limit\n\n" + CLARITY
    )
    assert found.phases[0].strong_signals == [
        "Asks who reads it, and says why: the reader decides",
        "Names a limit",
    ]

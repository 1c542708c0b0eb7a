"""Short forms: those that a guide gives itself, and where a text breaks by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.guide.model import Guide
from interview_desk.guide.parse.reader import read_guide
from interview_desk.guide.render.document import book_of
from interview_desk.guide.short_forms import up_to_first_break
from tests.helpers.samples import SMALL_GUIDE, shipped_guide


def with_signals(items: str) -> Guide:
    """The small guide with these strong signals in its first phase."""
    head, _, rest = SMALL_GUIDE.partition("**Strong signals to watch for**:\n\n")
    return read_guide(f"{head}**Strong signals**:\n\n{items}\n**Red{rest.partition('**Red')[2]}")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Discusses operations: observability, on-call", "Discusses operations"),
        ("Clarifies the needs (features, use cases)", "Clarifies the needs"),
        ("Uses offline (training) and online (serving) paths", "Uses offline and online paths"),
        ("Keeps it plain - no queue yet", "Keeps it plain"),
        ("Keeps it plain – no queue yet", "Keeps it plain"),
        ("Drops the cache, because it lies", "Drops the cache"),
        ("Names what is out of scope, and has it confirmed", "Names what is out of scope"),
        ("Asks about scale, latency, or constraints", "Asks about scale, latency, or constraints"),
        ("Note: asks who it is for", "Note: asks who it is for"),
        ("Says why. Then says how.", "Says why"),
        ("Plain", "Plain"),
        ("(aside)", "(aside)"),
    ],
)  # fmt: skip
def test_a_text_breaks_where_a_speaker_would_take_breath(text: str, label: str) -> None:
    assert up_to_first_break(text) == label


@given(st.text(min_size=1, max_size=80))
def test_what_is_left_is_never_longer_nor_nothing(text: str) -> None:
    label = up_to_first_break(text)
    assert label
    assert len(label) <= len(text)
    assert up_to_first_break(label) == label or "(" in text


@pytest.mark.parametrize(
    "item",
    [
        "- Shows **depth** when asked\n  **Short**: Depth\n",
        "- Shows **depth** when asked\n  **Short:** Depth\n",
        "- Shows **depth** when asked **Short**: Depth\n",
        "- Shows **depth** when asked\n\n  **Short**: Depth\n",
        "- Shows **depth** when asked\n  - **Short**: Depth\n",
        "1. **Short**: Depth\n   Shows **depth** when asked\n",
    ],
)
def test_a_guide_gives_a_short_form_in_the_item(item: str) -> None:
    guide = with_signals(f"{item}")
    (signal,) = guide.phase(1).strong_signals
    assert (signal.text, signal.short, signal.label) == ("Shows depth when asked", "Depth", "Depth")
    assert "Short: Depth" in [block.text for block in book_of(guide)]


def test_without_one_its_label_is_up_to_the_first_break() -> None:
    (signal,) = with_signals("- Names the risk: data, people\n").phase(1).strong_signals
    assert (signal.short, signal.label) == ("", "Names the risk")


@pytest.mark.parametrize(
    "item",
    ["- Says it in short: briefly\n", "- Is **short** and clear\n", "- Asks **Short**:\n"],
)
def test_the_word_alone_makes_no_short_form(item: str) -> None:
    (signal,) = with_signals(item).phase(1).strong_signals
    assert signal.short == ""
    assert signal.text == item[2:-1].replace("**", "")


def test_a_second_one_and_one_in_another_list_stay_words() -> None:
    guide = with_signals("- Shows depth\n  **Short**: Depth\n\n  **Short**: Deeper\n")
    assert guide.phase(1).strong_signals[0].text == "Shows depth Short: Deeper"
    asked = read_guide(SMALL_GUIDE + "\n## Questions\n\n- Why?\n  **Short**: Reason\n")
    assert "Why? Short: Reason" in [each.text for each in asked.questions.values()]


def test_the_levels_own_bar_is_watched_for_with_its_example() -> None:
    guide = shipped_guide()
    assert [len(phase.bar) for phase in guide.phases] == [0, 1, 0, 1, 0]
    (bar,) = guide.phase(2).bar
    assert (bar.key, bar.kind.value, bar.dimensions) == ("p2.b1", "differentiator", (3, 4))
    assert guide.phase(2).bar_title == "Principal-level differentiator"
    assert bar.example.startswith('"We could shard by location')
    assert guide.indicators["p2.b1"] is guide.phase(2).indicators[9]


def test_an_example_may_stand_in_the_item_and_is_read_with_it() -> None:
    text = SMALL_GUIDE.replace(
        "**Red flags**:\n",
        "**Senior differentiator**:\n\n- Keeps it plain\n  - E.g. “One table.”\n\n**Red flags**:\n",
        1,
    ).replace("- E.g. “", "- Example: “")
    guide = read_guide(text)
    (bar,) = guide.phase(1).bar
    assert (bar.text, bar.example) == ("Keeps it plain", "“One table.”")
    said = [block.text for block in book_of(guide)]
    assert said[(at := said.index("Keeps it plain")) : at + 2] == [
        "Keeps it plain",
        "Example: “One table.”",
    ]

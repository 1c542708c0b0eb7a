"""Whatever the text, the reader answers with a guide or with faults; and what one writes
as a guide reads back with the same counts.
"""

from contextlib import suppress
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from interview_desk.guide.faults import Fault, GuideError
from interview_desk.guide.model import Guide
from interview_desk.guide.parse.reader import read_guide
from interview_desk.guide.text import decode_guide
from interview_desk.guide.understood import read_understood, write_understood
from interview_desk.report.guide_file import counts
from tests.guide.guide_texts import SMALL

SNIPPETS = [
    *(f"{line}\n" for line in SMALL.split("\n")),
    "**Rubric**: problem\n",
    "**Areas to explore**:\n",
    "#### Data\n",
    "## Overall recommendation\n",
    "## Red flags\n",
    "**Warning signs**:\n",
    "## Questions\n",
    "### Before\n",
    "## Pitfalls\n",
    "**Why it matters**: x\n",
    "**Duration**: 9-3 min\n",
    "  - nested\n",
    "> quote\n",
    "**open\nbold** on\n",
    "1. one\n",
    "***\n",
    "```\n",
    "<!--\n",
    "[a]: b\n",
    "\n",
]


@given(st.text())
def test_any_text_is_a_guide_or_has_faults(text: str) -> None:
    answers(text)


@given(st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=8), max_size=60).map("".join))
@settings(max_examples=300)
def test_any_shuffling_of_a_guide_is_a_guide_or_has_faults(text: str) -> None:
    answers(text)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_have_a_fault(data: bytes) -> None:
    with suppress(GuideError):
        assert "\r" not in decode_guide(data)


def answers(text: str) -> None:
    try:
        guide = read_guide(text)
    except GuideError as error:
        check_faults(error.faults, text)
    else:
        check_whole(guide)


def check_faults(faults: tuple[Fault, ...], text: str) -> None:
    lines = text.count("\n") + text.count("\r") + 1
    assert faults
    assert all(fault.message and fault.remedy for fault in faults)
    assert all(1 <= (fault.line or 1) <= lines for fault in faults)


def check_whole(guide: Guide) -> None:
    """Nothing a reader of the guide relies on is missing, and no key is used twice."""
    assert guide.title
    assert 1 <= guide.minutes.low <= guide.minutes.high
    assert len({dimension.tag for dimension in guide.dimensions}) == len(guide.dimensions) >= 1
    names = [[level.name for level in dimension.levels] for dimension in guide.dimensions]
    assert all(each == names[0] and 2 <= len(each) <= 6 for each in names)
    written = [each for phase in guide.phases for each in phase.indicators]
    asked = [each for phase in guide.phases for each in phase.prompts]
    assert len(guide.indicators) == len(written) + len(guide.concerns)
    assert len({each.key for each in asked}) == len(asked)
    assert all(guide.indicators[each.key] is each for each in guide.concerns)
    assert counts(guide)["phases"] == len(guide.phases)
    assert read_understood(write_understood(guide), guide.source) == guide


word = st.text(alphabet="abcdefghijklmnopqrstuvwxyzäñ日本", min_size=2, max_size=9)
sentence = st.lists(word, min_size=1, max_size=6).map(lambda words: "Says " + " ".join(words))
sentences = st.lists(sentence, max_size=5)
small_counts = st.lists(st.integers(1, 5), min_size=0, max_size=3)


@dataclass(frozen=True)
class Style:
    """How one author writes: the level of phase headings, labels, ranges, bullets."""

    level: int
    label: str
    minutes: str
    bullet: str
    colon: str

    def listed(self, name: str, texts: list[str]) -> str:
        """A label with its list, nothing for an empty list."""
        if not texts:
            return ""
        bullets = "".join(f"{self.bullet} {text}\n" for text in texts)
        return f"{self.label.format(name)}\n\n{bullets}\n"


styles = st.builds(
    Style,
    level=st.sampled_from([2, 3]),
    label=st.sampled_from(["**{}**:", "**{}:**", "#### {}", "**{}**", "__{}__:", "{}:"]),
    minutes=st.sampled_from(["({}-{} minutes)", "[{}–{} min]", "- {} to {} mins", "({} — {})"]),
    bullet=st.sampled_from(["-", "*", "+"]),
    colon=st.sampled_from([":", ".", " -", ")"]),
)


@dataclass(frozen=True)
class PhaseText:
    """The content of one phase."""

    low: int
    slack: int
    strong: list[str]
    red: list[str]
    telling: list[str]
    areas: list[int]


phases = st.builds(
    PhaseText,
    low=st.integers(1, 60),
    slack=st.integers(0, 30),
    strong=sentences,
    red=sentences,
    telling=sentences,
    areas=small_counts,
)


def phase_text(number: int, phase: PhaseText, style: Style) -> str:
    minutes = style.minutes.format(phase.low, phase.low + phase.slack)
    heading = f"{'#' * style.level} Phase {number}{style.colon} Part {number} of it {minutes}\n\n"
    areas = "".join(
        f"##### Area {place}\n\n" + "- Which one?\n" * count + "\n"
        for place, count in enumerate(phase.areas, start=1)
    )
    return (
        heading
        + style.listed("Strong signals to watch for", phase.strong)
        + (f"**Areas to explore**:\n\n{areas}" if areas else "")
        + style.listed("Red flag", phase.red)
        + style.listed("Senior differentiator", phase.telling)
    )


@dataclass(frozen=True)
class GuideText:
    """The content of a whole guide."""

    title: str
    phases: list[PhaseText]
    dimensions: list[str]
    levels: int
    banks: list[int]

    def written(self, style: Style) -> str:
        """The guide as an author of that style writes it."""
        levels = "".join(f"- **Step {step}**: good\n" for step in range(self.levels, 0, -1))
        rubric = "".join(
            f"### {number}. {name}\n\n{levels}\n" for number, name in enumerate(self.dimensions, 1)
        )
        phases = "".join(
            phase_text(number, each, style) for number, each in enumerate(self.phases, 1)
        )
        banks = "".join(f"### Bank {n}\n\n" + "1. “Why?”\n" * n + "\n" for n in self.banks)
        return f"# {self.title}\n\n## Plan\n\n{phases}## Rubric\n\n{rubric}## Questions\n\n{banks}"


guides = st.builds(
    GuideText,
    title=sentence,
    phases=st.lists(phases, min_size=1, max_size=4),
    dimensions=st.lists(word, min_size=1, max_size=6, unique=True),
    levels=st.integers(2, 6),
    banks=small_counts,
)


@given(guide=guides, style=styles)
def test_what_is_written_as_a_guide_reads_back_with_the_same_counts(
    guide: GuideText, style: Style
) -> None:
    read = counts(read_guide(guide.written(style)))
    shortest = sum(phase.low for phase in guide.phases)
    assert read["title"] == guide.title
    assert read["minutes"] == [shortest, shortest + sum(phase.slack for phase in guide.phases)]
    assert read["strong_signals"] == [len(phase.strong) for phase in guide.phases]
    assert read["red_flags"] == [len(phase.red) for phase in guide.phases]
    assert read["differentiators"] == [len(phase.telling) for phase in guide.phases]
    assert read["areas"] == [len(phase.areas) for phase in guide.phases]
    assert (read["dimensions"], read["levels"]) == (len(guide.dimensions), guide.levels)
    assert read["questions"] == guide.banks

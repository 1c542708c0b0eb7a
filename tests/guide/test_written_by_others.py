"""Guides as other people write them: what comes out of each, and that nothing stays behind."""

import re
import unicodedata
from pathlib import Path

import pytest

from interview_desk.guide.model import Guide, MinuteRange
from interview_desk.guide.parse.reader import read_guide
from interview_desk.guide.render.blocks import Style
from interview_desk.guide.render.document import book_of
from interview_desk.guide.text import decode_guide
from interview_desk.report.guide_file import counts

FOLDER = Path(__file__).parent / "written_by_others"
NAMES = sorted(path.stem for path in FOLDER.glob("*.md"))

# What a guide is known by need not be read in it again; numbers of minutes stand in the plan.
KNOWN = {
    "phase", "stage", "three", "takes", "duration", "mins", "minutes", "aim", "goal", "objective",
    "areas", "explore", "positive", "negative", "indicators", "why", "avoid", "key", "guiding",
    "principle", "principles",
}  # fmt: skip


def read(name: str) -> Guide:
    return read_guide(decode_guide((FOLDER / f"{name}.md").read_bytes()))


def words(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]+", text.casefold()) if len(word) > 1}


def rows(guide: Guide, **wanted: object) -> dict[str, object]:
    """The counts of a guide for the names that are wanted."""
    found = counts(guide)
    return {name: found[name] for name in wanted}


def kept(guide: Guide) -> list[tuple[str, int | None]]:
    return [(reading.title, reading.phase) for reading in guide.reading]


def markdown(guide: Guide, title: str) -> str:
    return "\n".join(each.markdown for each in guide.reading if each.title == title)


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_it_can_be_read(name: str) -> None:
    guide = read(name)
    shown = "\n".join(block.text for block in book_of(guide))
    written = re.sub(r"<!--.*?-->|\]\(#[^)]*\)", "", guide.source, flags=re.DOTALL)
    plan = [name for phase in guide.phases for number in phase.dimensions
            for name in words(guide.dimension(number).title)]  # fmt: skip
    assert words(written) - words(shown) - set(plan) <= KNOWN


@pytest.mark.parametrize("name", NAMES)
def test_the_editor_that_saved_it_makes_no_difference(name: str) -> None:
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    apart = unicodedata.normalize("NFD", text)
    windows = "\ufeff" + apart.replace("\n", "\r\n")
    assert book_of(read_guide(decode_guide(windows.encode()))) == book_of(read_guide(text))


def test_a_short_sales_interview() -> None:
    guide = read("sales-call")
    wanted = {
        "minutes": [25, 28],
        "strong_signals": [0, 2, 0],
        "red_flags": [0, 1, 0],
        "questions": [],
        "dimensions": 2,
    }
    assert rows(guide, **wanted) == wanted
    assert guide.duration == MinuteRange(30, 30)
    assert guide.phase(1).title == "Hello (never longer)"
    assert guide.phase(2).objective == "Watch the clock here, people love to talk."
    assert guide.phase(3).dimensions == (1, 2)
    assert guide.steps == ("Not now", "Bring them in")
    assert "would share your best account" in markdown(guide, "Recommendation scale")
    assert "two are enough" in markdown(guide, "The story of one deal")
    assert "Are you planning a family" in markdown(guide, "The story of one deal")
    assert markdown(guide, "Questions candidates must not be asked") == "- Religion\n- Health"
    assert "You are the customer" in markdown(guide, "Role play")
    assert markdown(guide, "Listening") == "Ears before mouth."


def test_an_interview_on_a_ward() -> None:
    guide = read("nursing")
    wanted = {"phases": 2, "before": 4, "during": 2, "after": 2, "areas": [0, 2], "levels": 3}
    assert rows(guide, **wanted) == wanted
    assert guide.phase(1).objective == "See them greet people"
    assert guide.phase(2).dimensions == (1, 2)
    assert guide.question_minutes == MinuteRange(5, 5)
    assert guide.key_principle.endswith("bed? Ask yourself twice.")
    assert kept(guide) == [
        ("Ward interview: registered nurse", None),
        ("Before: the day before", None),
        ("During", None),
        ("After", None),
        ("Arrival", 1),
        ("Medication case", 2),
        ("Dosage", 2),
        ("Safety", None),
    ]
    assert "Greets the cleaner" in markdown(guide, "Arrival")
    assert "(one is enough)" in markdown(guide, "Medication case")
    assert "Stop the case" in markdown(guide, "Medication case")
    assert markdown(guide, "Dosage") == "Only with the chart on the table."
    assert [each.text for each in guide.headings] == [
        "Checklist",
        "On the ward",
        "Evaluation rubric",
    ]


def test_a_document_out_of_a_word_processor() -> None:
    guide = read("word-export")
    wanted = {
        "minutes": [25, 27],
        "strong_signals": [2, 0],
        "red_flags": [0, 2],
        "differentiators": [0, 1],
        "dimensions": 2,
        "pitfalls": 2,
        "recommendations": 1,
    }
    assert rows(guide, **wanted) == wanted
    assert [phase.title for phase in guide.phases] == ["Opening", "Case"]
    assert guide.phase(2).activities[0] == "Hand out the ledger (copy_2)"
    assert guide.pitfalls[0].how == ("Count to ten. “What else do you see?”",)


def test_underlined_headings_and_numbers_for_bullets() -> None:
    guide = read("setext-and-numbers")
    wanted = {"minutes": [29, 36], "strong_signals": [0, 2, 0], "red_flags": [0, 1, 0]}
    assert rows(guide, **wanted) == wanted
    assert [phase.title for phase in guide.phases] == ["Warm up", "Incident", "Close"]
    assert guide.phase(3).objective == "Say thank you."
    assert [each.title for each in guide.dimensions] == ["Diagnosis", "Communication"]
    assert guide.key_principle.startswith("Calm beats fast. Users beat")
    assert "kubectl get pods" in markdown(guide, "Incident")
    assert "strict" in markdown(guide, "Incident")
    assert [each.text for each in guide.headings] == ["How to run it", "Appendix"]


def test_german_under_the_english_headings() -> None:
    guide = read("german")
    wanted = {"red_flags": [0, 1], "areas": [0, 2], "questions": [1], "before": 1}
    assert rows(guide, **wanted) == wanted
    assert guide.phase(2).dimensions == (1, 2)
    first, second = guide.phase(2).areas
    assert (first.title, second.title) == ("Nähe, Distanz und Rolle", "Team")
    assert [each.text for each in first.probes] == [
        "Wo ziehen Sie die Grenze?",
        "Nur bei Bedarf vertiefen.",
        "Wann haben Sie zuletzt Nein gesagt?",
    ]
    assert markdown(guide, "Never ask") == "- „Sind Sie verheiratet?“"
    assert "Raum 3 ist barrierefrei" in markdown(guide, "Ankommen")
    assert "inklusive Pause" in markdown(guide, guide.title)


def test_hebrew_and_arabic_under_the_english_headings() -> None:
    guide = read("right-to-left")
    wanted = {"minutes": [15, 20], "strong_signals": [2, 0], "red_flags": [0, 1], "levels": 2}
    assert rows(guide, **wanted) == wanted
    assert guide.phase(2).dimensions == (1, 2)
    assert [each.text for each in guide.phase(1).prompts] == ["מה הכי מעניין אותך בעבודה?"]
    assert "נא לא להפריע" in markdown(guide, "פתיחה")
    assert markdown(guide, "البيانات") == "ملاحظة قصيرة"


def test_an_export_full_of_pictures_and_boxes() -> None:
    guide = read("notion-export")
    wanted = {"minutes": [25, 30], "strong_signals": [2, 0], "red_flags": [0, 1], "dimensions": 2}
    assert rows(guide, **wanted) == wanted
    assert [phase.title for phase in guide.phases] == ["Intro", "Portfolio walk (stop at 25!)"]
    assert guide.steps == ("🔴 Stop", "🟢 Go")
    assert "https://dribbble.example/shots" in guide.phase(2).activities[0]
    assert "Two turn into a slide show." in markdown(guide, "🧭 What to do")
    assert "Ask Priya" in markdown(guide, guide.title)
    assert "legal" not in "".join(block.text for block in book_of(guide))


def test_headings_of_one_level_and_what_only_markdown_knows() -> None:
    guide = read("level-one-headings")
    wanted = {"minutes": [25, 30], "strong_signals": [2, 0], "expectations": [1], "after": 1}
    assert rows(guide, **wanted) == wanted
    assert [each.title for each in guide.dimensions] == ["Correctness", "Style"]
    assert guide.phase(2).objective == "keys, <nulls> & history"
    assert "SELECT city" in guide.phase(1).activities[0]
    assert guide.phase(1).strong_signals[0].text.endswith("and knows what it costs roughly")
    assert "40 M" in markdown(guide, "Model")
    assert "snake_case" in markdown(guide, "Style")
    assert "https://wiki.example/runbook" in markdown(guide, "After the call")


def test_words_beside_a_list_are_read_where_the_list_is() -> None:
    blocks = book_of(read("nursing"))
    texts = [block.text for block in blocks]
    start = texts.index("2. Medication case, 15–20 min")
    end = next(n for n, each in enumerate(blocks) if n > start and each.style is Style.CHAPTER)
    assert "Only with the chart on the table." in texts[start:end]
    assert texts.index("Swap roles halfway.") < texts.index("Keep water on the table")

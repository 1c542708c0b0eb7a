from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from interview_desk.interview.actions.scoring import rating_words
from interview_desk.interview.interview import Interview
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.options import ReportOptions
from interview_desk.report.text.formats import TextForm, escape_markdown, make_text
from tests.helpers.samples import Played, prepared, shipped_guide
from tests.report.written_interview import SUMMARY, written

OPTIONS = ReportOptions(zone=UTC)


def rubric(interview: Interview) -> str:
    return make_text(RUBRIC, interview, OPTIONS, TextForm.MARKDOWN)


def shown(markdown: str) -> str:
    """What a reader sees of Markdown: its text, marks gone, a space for every break."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return " ".join(" ".join(_texts(parser.parse(markdown))).split())


def _texts(tokens: list[Token]) -> list[str]:
    found = []
    for token in tokens:
        if token.type == "inline":
            parts = (t.content or " " * t.type.endswith("break") for t in token.children or [])
            found.append("".join(parts))
        elif token.content:
            found.append(token.content)
    return found


def test_all_that_the_pdf_says_is_in_the_text() -> None:
    interview = written()
    text = shown(rubric(interview))
    assert SUMMARY in text
    for note in interview.notes:
        assert (note.text in text) is not note.private
    for dimension in interview.guide.dimensions:
        rating = interview.rating(dimension.number)
        assert f"{dimension.title}: {rating_words(rating)}" in text
        assert rating.reason in text
    for indicator in interview.guide.indicators.values():
        assert " ".join(indicator.text.split()) in text
    assert "1 private note was left out." in text


def test_headings_and_the_table_are_marked_up() -> None:
    markdown = rubric(written())
    assert markdown.startswith("# Amara Okonkwo-Lindqvist\n")
    assert "\n## Technical Depth: Exceeds\n" in markdown
    assert "| Phase | Guide | Planned | Adjusted | Used |\n| --- | ---: |" in markdown


@pytest.mark.parametrize(
    "text",
    ["# no heading", "1. no list", "- no item", "> no quote", "a *b* _c_ `d` ~~e~~", "---", "===",
     "[x](http://y)", "<b>", "&amp; &#65; AT&T", "\\", "![i](/etc/passwd)", "+ plus", "| a | b |"],
)  # fmt: skip
def test_marks_in_a_text_stay_text(text: str) -> None:
    assert shown(escape_markdown(text)) == text


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1).map(str.strip))
def test_any_line_reads_back_as_it_was_written(text: str) -> None:
    assert shown(escape_markdown(text)) == " ".join(text.split())


def test_the_levels_own_bar_is_printed_with_its_times_like_the_other_signals() -> None:
    played = Played(prepared(shipped_guide()))
    played.start()
    played.sight("p4.b1")
    lines = rubric(played.interview).splitlines()
    (design,) = (line for line in lines if "Designs with elegant simplicity" in line)
    trade_offs = [line for line in lines if "Frames trade-offs in business terms" in line]
    assert design.startswith("- Not seen: ")
    assert design.endswith("(differentiator)")
    assert any(line.startswith("- Seen: ") for line in trade_offs)
    assert any(line.endswith("(differentiator, 0:00)") for line in trade_offs)

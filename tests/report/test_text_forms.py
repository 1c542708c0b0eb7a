from datetime import UTC
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.interview.interview import Interview
from interview_desk.report.documents.feedback import FEEDBACK
from interview_desk.report.documents.kind import DocumentKind
from interview_desk.report.documents.registry import DOCUMENTS
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.options import ReportOptions
from interview_desk.report.text.formats import TextForm, make_text
from tests.report.pdf_tools import squeezed
from tests.report.scripts import TEXTS
from tests.report.test_hostile_text import with_notes
from tests.report.written_interview import SUMMARY, with_setup, written

OPTIONS = ReportOptions(zone=UTC)
SIMPLE = {"h1", "h2", "h3", "p", "ul", "li", "strong", "em", "br", "table", "thead", "tbody"}
SIMPLE |= {"tr", "th", "td"}


class Reader(HTMLParser):
    """What a browser makes of HTML: its text, its tags, what is left open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.tags, self.attributes, self.open = "", set[str](), set[str](), list[str]()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag == "br":
            self.text += "\n"
        else:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def rubric(interview: Interview, form: TextForm) -> str:
    return make_text(RUBRIC, interview, OPTIONS, form)


@pytest.mark.parametrize("form", TextForm)
def test_every_form_says_what_the_pdf_says(form: TextForm) -> None:
    interview = written()
    text = rubric(interview, form)
    said = squeezed(Reader(text).text if form is TextForm.HTML else text)
    assert SUMMARY in said
    assert "Technical Depth" in said
    assert "1 private note was left out." in said
    for note in interview.notes:
        assert (note.text in said) is not note.private


@pytest.mark.parametrize("form", TextForm)
def test_feedback_as_text_holds_no_note_and_no_name(form: TextForm) -> None:
    interview = written()
    text = make_text(FEEDBACK, interview, OPTIONS, form)
    assert "Amara" in text
    assert "Adeyemi" not in text
    assert not any(note.text in text for note in interview.notes)


@pytest.mark.parametrize("kind", DOCUMENTS, ids=str)
@pytest.mark.parametrize("form", TextForm)
def test_every_document_has_every_form(kind: DocumentKind, form: TextForm) -> None:
    text = make_text(kind, written(), OPTIONS, form)
    assert text.endswith("\n")
    assert len(text) > 100


def test_html_holds_simple_tags_that_load_and_run_nothing() -> None:
    hostile = '<img src="/etc/passwd" onerror="alert(1)"><script>x</script>"\' </li></ul>&lt;'
    interview = with_setup(with_notes(hostile, *TEXTS), candidate=hostile, question=hostile)
    read = Reader(rubric(interview, TextForm.HTML))
    assert read.tags <= SIMPLE
    assert read.attributes == {"dir"}
    assert read.open == []
    assert squeezed(hostile) in squeezed(read.text)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80))
def test_html_gives_any_text_back(text: str) -> None:
    read = Reader(rubric(with_setup(with_notes("x"), role=f"x{text}x"), TextForm.HTML))
    assert squeezed(f"x{text}x") in squeezed(read.text)


def test_plain_text_keeps_what_was_written_and_lines_columns_up() -> None:
    note = "**no mark** <b>\nand a second line"
    text = rubric(with_notes(note), TextForm.PLAIN)
    assert "**no mark** <b>\n  and a second line" in text
    table = text[text.index("Phase  ") :].splitlines()[:3]
    assert len({len(line) for line in table}) == 1

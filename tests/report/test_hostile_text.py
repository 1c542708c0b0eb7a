import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_desk.interview.interview import Interview
from interview_desk.interview.note_kinds import NoteKind
from interview_desk.interview.note_text import clean
from interview_desk.interview.records import Note, Rating, Verdict
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.options import ReportOptions
from interview_desk.report.pdf.make import make_document
from tests.helpers.clock import HandClock
from tests.helpers.samples import scored
from tests.report.pdf_tools import run, solid, text_of
from tests.report.written_interview import with_setup

OPTIONS = ReportOptions(include_packet=False)


def with_notes(*texts: str) -> Interview:
    """The scored interview with these notes besides its own, one every second."""
    interview, clock = scored().interview, HandClock()
    kinds = list(NoteKind)
    added = tuple(
        Note(10_000 + i, clock.advance(1), text, kinds[i % 4], (1 + i % 2,))
        for i, text in enumerate(texts)
    )
    records = (*interview.records.values(), *added)
    return Interview.of(interview.uid, interview.guide, interview.created_ms, records)


def printed(interview: Interview, folder: Path) -> Path:
    path = folder / "hostile.pdf"
    path.write_bytes(make_document(RUBRIC, interview, OPTIONS))
    run("qpdf", "--check", path)
    return path


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b> x<y & a &amp; b &lt; c",
        '<img src="/etc/passwd" width="10" height="10"/>',
        "<a href='http://example.com/'>here</a> <para><font size=99>big",
        "%PDF-1.7 endstream endobj << /JS (app.alert(1)) >> (((",
        "q" * 10_000,
        "first\nsecond\r\n\n\nlast",
        "\\( unbalanced ) \\\\ \\000",
        "ﬁne “quoted” – naïve Æsir Żółć Привет Ελληνικά ≥ × → … €",
    ],
)
def test_what_a_note_says_is_printed_as_it_was_written(text: str, tmp_path: Path) -> None:
    path = printed(with_notes(text), tmp_path)
    assert solid(text) in solid(text_of(path))


def test_nothing_in_a_text_makes_the_pdf_read_a_file_or_an_address(tmp_path: Path) -> None:
    hostile = '<img src="/etc/passwd"/><a href="http://example.com/">x</a>'
    interview = with_setup(with_notes(hostile), candidate=hostile, question=hostile, role=hostile)
    with pikepdf.open(printed(interview, tmp_path)) as pdf:
        for page in pdf.pages:
            assert "/XObject" not in page.Resources
            for link in page.get("/Annots", []):
                assert "/A" not in link
                assert "/Dest" in link


def test_five_hundred_notes_are_all_there(tmp_path: Path) -> None:
    notes = [f"note number {i} of many, {'more words ' * (i % 40)}" for i in range(500)]
    text = solid(text_of(printed(with_notes(*notes), tmp_path)))
    assert all(solid(note) in text for note in notes)


def test_control_characters_are_spelled_out(tmp_path: Path) -> None:
    text = text_of(printed(with_notes("a bell \x07 rings"), tmp_path))
    assert "a bell [U+0007] rings" in text


def test_long_words_stay_between_the_margins(tmp_path: Path) -> None:
    long = "Wolfeschlegelsteinhausenbergerdorff" * 8
    interview = with_setup(with_notes(long), candidate=long, role=long, interviewer=long)
    records = (
        *interview.records.values(),
        Rating(1, "Exceeds", reason=long),
        Verdict("Hire", long),
    )
    interview = Interview.of(interview.uid, interview.guide, interview.created_ms, records)
    boxes = run("pdftotext", "-bbox", printed(interview, tmp_path), "-")
    rights = [float(x) for x in re.findall(r'xMax="([\d.]+)"', boxes)]
    assert len(rights) > 100
    assert max(rights) < 595.28 - 45 + 1


def test_a_guide_with_many_long_phases_keeps_its_labels_apart(tmp_path: Path) -> None:
    interview = scored().interview
    phase = replace(interview.guide.phases[0], title="A very long title for a phase " * 4)
    guide = replace(interview.guide, phases=(phase, *interview.guide.phases[1:]))
    records = tuple(interview.records.values())
    run_with = Interview.of(interview.uid, guide, interview.created_ms, records)
    boxes = run("pdftotext", "-bbox-layout", printed(run_with, tmp_path), "-")
    assert max(float(x) for x in re.findall(r'xMax="([\d.]+)"', boxes)) < 595.28 - 45 + 1


# Drawing a PDF and reading it takes a while, and each example is one.
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(
        st.text(
            st.characters(
                codec="latin-1", categories=["L", "N", "P", "S", "Zs"], exclude_characters="\xa0"
            ),
            min_size=1,
            max_size=200,
        ).filter(str.strip),
        min_size=1,
        max_size=6,
    )
)
def test_any_western_text_comes_out_as_it_went_in(texts: list[str], tmp_path: Path) -> None:
    notes = [clean(text) for text in texts]
    text = solid(text_of(printed(with_notes(*notes), tmp_path)))
    assert all(solid(note) in text for note in notes)

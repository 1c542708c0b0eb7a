"""Interviews of many kinds in many scripts, each made into a PDF that other programs read."""

from datetime import UTC
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_desk.interview.interview import Interview
from interview_desk.interview.note_kinds import NoteKind
from interview_desk.interview.note_text import clean
from interview_desk.interview.packet import read_packet
from interview_desk.interview.records import Feedback, Note, Rating, Sighting, Verdict
from interview_desk.report.attachment import packet_in_pdf
from interview_desk.report.documents.kind import DocumentKind
from interview_desk.report.documents.registry import DOCUMENTS
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.options import Paper, ReportOptions
from interview_desk.report.pdf.fonts import missing
from interview_desk.report.pdf.make import make_document
from tests.helpers.clock import HandClock
from tests.helpers.samples import scored, small_guide
from tests.report.pdf_tools import faults_of, run, solid
from tests.report.scripts import NOWHERE, TEXTS
from tests.report.written_interview import with_setup

OPTIONS = ReportOptions(zone=UTC)
_LETTERS = sorted({*"".join(TEXTS), *"<>&\\()%\n #*_", NOWHERE})
_LEVELS = ["", "Below", "Meets", "Exceeds"]
written_texts = st.one_of(
    st.sampled_from(TEXTS),
    st.text(st.sampled_from(_LETTERS), min_size=1, max_size=120),
    st.text(min_size=1, max_size=60),
    st.lists(st.sampled_from(" ".join(TEXTS).split()), min_size=1, max_size=40).map(" ".join),
).map(clean)


@st.composite
def interviews(draw: st.DrawFn) -> Interview:
    """An interview with notes, sightings, ratings and all other texts in any script."""
    clock, base, guide = HandClock(), scored().interview, small_guide()
    notes = [
        Note(
            1_000 + i,
            clock.advance(draw(st.integers(0, 90))),
            text,
            draw(st.sampled_from(NoteKind)),
            draw(st.sampled_from([(), (1,), (2,), (1, 2)])),
            draw(st.booleans()),
        )
        for i, text in enumerate(draw(st.lists(written_texts.filter(bool), max_size=8)))
    ]
    seen = draw(st.lists(st.sampled_from(sorted(guide.indicators)), max_size=5))
    sightings = [Sighting(2_000 + i, key, clock.advance(5)) for i, key in enumerate(seen)]
    others = (
        Rating(1, draw(st.sampled_from(_LEVELS)), reason=draw(written_texts)),
        Verdict(draw(st.sampled_from(["", *guide.steps])), draw(written_texts)),
        Feedback(draw(written_texts)),
    )
    records = (*base.records.values(), *notes, *sightings, *others)
    interview = Interview.of("generated", guide, base.created_ms, records)
    return with_setup(interview, candidate=draw(written_texts), role=draw(written_texts))


def shown(text: str) -> str:
    """The text as it is on the page: what no font has by its number."""
    lacking = missing(text)
    return "".join(f"[U+{ord(char):04X}]" if char in lacking else char for char in text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(interview=interviews(), paper=st.sampled_from(Paper))
def test_every_shared_note_can_be_taken_out_of_a_sound_pdf(
    interview: Interview, paper: Paper, tmp_path: Path
) -> None:
    path = tmp_path / "generated.pdf"
    path.write_bytes(make_document(RUBRIC, interview, ReportOptions(zone=UTC, paper=paper)))
    run("qpdf", "--check", path)
    taken = solid(run("pdftotext", "-raw", path, "-"))
    carried = read_packet(packet_in_pdf(path.read_bytes()))
    assert [note.text for note in carried.notes] == [
        note.text for note in interview.notes if not note.private
    ]
    assert [n.text for n in carried.notes if solid(shown(n.text)) not in taken] == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(interview=interviews(), kind=st.sampled_from(DOCUMENTS))
def test_every_document_of_any_interview_passes_the_validators(
    interview: Interview, kind: DocumentKind, tmp_path: Path
) -> None:
    pytest.importorskip("page", reason="page-validation is an optional check")
    path = tmp_path / "generated.pdf"
    path.write_bytes(make_document(kind, interview, OPTIONS))
    assert faults_of(path, "ua1") == []
    assert faults_of(path, "3a") == []

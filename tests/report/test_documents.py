from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_desk.interview.interview import Interview
from interview_desk.interview.packet import PacketError
from interview_desk.interview.records import Feedback, Rating, Verdict
from interview_desk.report.attachment import packet_in_pdf
from interview_desk.report.cancellation import CancelledError
from interview_desk.report.documents.feedback import FEEDBACK
from interview_desk.report.documents.kind import DocumentKind
from interview_desk.report.documents.registry import DOCUMENTS
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.documents.scorecard import SCORECARD
from interview_desk.report.documents.short import SHORT
from interview_desk.report.options import Paper, ReportOptions
from interview_desk.report.pdf.make import make_document
from tests.helpers.samples import prepared, shipped_guide
from tests.report.pdf_tools import faults_of, pages_of, run, solid, text_of
from tests.report.test_hostile_text import with_notes
from tests.report.written_interview import SUMMARY, with_setup, written

OPTIONS = ReportOptions(zone=UTC)
WORDS = "Thank you for an hour of clear thinking.\n\nSay why you choose a store before they ask."


def with_feedback(text: str = WORDS) -> Interview:
    return _with(written(), Feedback(text))


def _with(interview: Interview, *records: Feedback | Rating | Verdict) -> Interview:
    kept = (*interview.records.values(), *records)
    return Interview.of(interview.uid, interview.guide, interview.created_ms, kept)


def made(
    kind: DocumentKind, interview: Interview, folder: Path, options: ReportOptions = OPTIONS
) -> Path:
    path = folder / "document.pdf"
    path.write_bytes(make_document(kind, interview, options))
    return path


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("kind", DOCUMENTS, ids=str)
@pytest.mark.parametrize("interview", [with_feedback(), prepared(shipped_guide(), candidate="")])
def test_every_document_passes_the_validators_on_either_paper(
    kind: DocumentKind, paper: Paper, interview: Interview, tmp_path: Path
) -> None:
    path = made(kind, interview, tmp_path, ReportOptions(zone=UTC, paper=paper))
    run("qpdf", "--check", path)
    assert faults_of(path, "ua1") == []
    assert faults_of(path, "3a") == []


# Feedback


def test_feedback_says_what_was_written_and_nothing_else(tmp_path: Path) -> None:
    interview = with_feedback()
    path = made(FEEDBACK, interview, tmp_path)
    text = text_of(path)
    assert solid(WORDS) in solid(text)
    assert "Amara Okonkwo-Lindqvist" in text
    assert "Real-time fraud detection for a payments platform" in text
    everything = (run("pdftotext", path, "-") + run("pdfinfo", path)).casefold()
    unsaid = ["Adeyemi", "Hire", "Exceeds", "Meets", "Recommendation", "Not final", "Amended"]
    unsaid += [note.text for note in interview.notes]
    unsaid += [each.title for each in interview.guide.dimensions]
    assert [words for words in unsaid if words.casefold() in everything] == []


def test_feedback_and_scorecard_carry_no_packet() -> None:
    for kind in (FEEDBACK, SCORECARD):
        with pytest.raises(PacketError, match="carries no interview data"):
            packet_in_pdf(make_document(kind, with_feedback(), OPTIONS))


# The short rubric


def test_the_short_rubric_has_the_ratings_concerns_and_summary(tmp_path: Path) -> None:
    interview = written()
    path = made(SHORT, interview, tmp_path)
    text = text_of(path)
    assert pages_of(path) == 1
    assert SUMMARY in text
    assert all(each.title in text for each in interview.guide.dimensions)
    assert "Uses buzzwords without demonstrating understanding" in text
    assert "more lines in the full rubric." in text
    assert packet_in_pdf(path.read_bytes())


def test_the_short_rubric_of_a_short_interview_leaves_nothing_out(tmp_path: Path) -> None:
    text = text_of(made(SHORT, with_notes("one", "two"), tmp_path))
    assert "in the full rubric" not in text
    assert "one" in text
    assert "two" in text


def test_the_short_rubric_is_one_page_even_of_a_huge_guide(tmp_path: Path) -> None:
    guide = shipped_guide()
    many = tuple(
        replace(guide.dimensions[i % 8], number=i + 1, title=f"Dimension {i} " * 20)
        for i in range(200)
    )
    steps = ("Never " * 30, "No", "Hire")
    huge = replace(guide, dimensions=many, steps=steps, phases=guide.phases * 8)
    interview = written()
    grown = Interview.of(
        interview.uid, huge, interview.created_ms, tuple(interview.records.values())
    )
    grown = _with(grown, Verdict(steps[0], "Said again. " * 900))
    long = "Wolfeschlegelsteinhausen " * 60
    grown = with_setup(grown, candidate=long, role=long, question=long, interviewer=long)
    for paper in Paper:
        options = ReportOptions(zone=UTC, paper=paper)
        path = made(SHORT, grown, tmp_path, options)
        assert pages_of(path) == 1
        assert "more ratings in the full rubric." in text_of(path)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    notes=st.lists(
        st.text(st.sampled_from("ab 漢字שלוم\n"), min_size=1, max_size=400), max_size=60
    ),
    summary=st.text(st.sampled_from("word 漢\n."), max_size=3_000),
    paper=st.sampled_from(Paper),
)
def test_the_short_rubric_is_always_one_page(
    notes: list[str], summary: str, paper: Paper, tmp_path: Path
) -> None:
    interview = _with(with_notes(*notes), Verdict("Hire", summary))
    path = made(SHORT, interview, tmp_path, ReportOptions(zone=UTC, paper=paper))
    assert pages_of(path) == 1


# The scorecard


def test_the_scorecard_has_the_guide_and_nothing_of_the_interview(tmp_path: Path) -> None:
    interview = with_feedback()
    guide = interview.guide
    text = solid(text_of(made(SCORECARD, interview, tmp_path)))
    wanted = [each.text for each in guide.indicators.values()]
    wanted += [level.text for each in guide.dimensions for level in each.levels]
    wanted += [each.title for each in guide.phases] + [*guide.steps]
    assert [words for words in wanted if solid(words) not in text] == []
    for words in ("Amara", "Adeyemi", "payments platform", SUMMARY, WORDS):
        assert solid(words) not in text


# Giving up


@pytest.mark.parametrize("kind", DOCUMENTS, ids=str)
def test_a_document_that_is_no_longer_wanted_is_given_up(kind: DocumentKind) -> None:
    with pytest.raises(CancelledError):
        make_document(kind, written(), OPTIONS, cancelled=lambda: True)


def test_a_document_can_be_given_up_between_any_two_pages() -> None:
    kind, interview = RUBRIC, written()
    patient = Patience(10_000)
    whole = make_document(kind, interview, OPTIONS, patient.is_over)
    assert patient.asked > 20
    for patience in range(1, patient.asked, 7):
        with pytest.raises(CancelledError):
            make_document(kind, interview, OPTIONS, Patience(patience).is_over)
    assert make_document(kind, interview, OPTIONS) == whole


class Patience:
    """Someone who gives up when asked for the so-manieth time."""

    def __init__(self, patience: int) -> None:
        self.asked = 0
        self._patience = patience

    def is_over(self) -> bool:
        self.asked += 1
        return self.asked >= self._patience

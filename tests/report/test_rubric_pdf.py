from datetime import UTC
from pathlib import Path

import pytest

from interview_desk.interview.actions.scoring import rating_words
from interview_desk.interview.interview import Interview
from interview_desk.interview.packet import read_packet
from interview_desk.report.attachment import packet_in_pdf
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.options import Paper, ReportOptions
from interview_desk.report.pdf.make import make_document
from tests.helpers.samples import prepared, scored, shipped_guide
from tests.report.pdf_tools import run, solid, text_of
from tests.report.written_interview import SUMMARY, written

OPTIONS = ReportOptions(zone=UTC)


@pytest.fixture(scope="module")
def interview() -> Interview:
    return written()


@pytest.fixture(scope="module")
def pdf(interview: Interview, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rubric") / "rubric.pdf"
    path.write_bytes(make_document(RUBRIC, interview, OPTIONS))
    return path


@pytest.fixture(scope="module")
def text(pdf: Path) -> str:
    return text_of(pdf)


def test_every_note_is_in_the_pdf_with_its_time(interview: Interview, text: str) -> None:
    shared = [note for note in interview.notes if not note.private]
    assert len(shared) >= 18
    for note in shared:
        assert solid(note.text) in solid(text)


def test_every_rating_and_reason_is_in_the_pdf(interview: Interview, text: str) -> None:
    for dimension in interview.guide.dimensions:
        rating = interview.rating(dimension.number)
        assert f"{dimension.title}: {rating_words(rating)}" in text
        assert solid(rating.reason) in solid(text)
        meant = [level.text for level in dimension.levels if level.name == rating.level]
        assert all(solid(each) in solid(text) for each in meant)


def test_every_indicator_is_in_the_pdf_seen_or_not(interview: Interview, text: str) -> None:
    for indicator in interview.guide.indicators.values():
        assert solid(indicator.text) in solid(text)


def test_sightings_stand_with_their_times_and_their_number(text: str) -> None:
    assert "Clarifies functional requirements (features, use cases, user scale) 2:16" in text
    assert "0:31, 7:09 (×2)" in text


def test_questions_asked_are_listed_by_time(interview: Interview, text: str) -> None:
    listed = text[text.index("Questions asked") : text.index("All notes in order")]
    asked = [key for key in interview.guide.questions if interview.ticked(key)]
    texts = [interview.guide.questions[key].text for key in asked]
    assert all(solid(each) in solid(listed) for each in texts)
    assert listed.index("0:00") < listed.index("17:49") < listed.index("36:00")


def test_who_when_and_how_long_stand_at_the_head(text: str) -> None:
    head = text[: text.index("Rubric against")]
    assert "Amara Okonkwo-Lindqvist" in head
    assert "Principal ML Engineer" in head
    assert "N. Adeyemi" in head
    assert "23 Nov 2026, 10:04–10:50 (50 min planned)" in head
    assert "2:10 at 22:05 (dropped call)" in head
    assert "Corrected to 1:00 later than the clock was started, 10:03" in head
    assert SUMMARY in head


def test_the_recommendation_is_told_with_its_place_on_the_scale(text: str) -> None:
    assert "Recommendation Hire step 3 of 4" in text
    assert "The four-step scale is Interview Desk’s own" in text


def test_concerns_tell_observed_from_not_looked_at(text: str) -> None:
    concerns = text[text.index("Concerns ") : text.index("Problem Navigation & Formulation: ")]
    assert (
        "Disqualifiers: none of 5 observed. Warning signs: 1 of 5 observed, 3 not looked at."
        in (concerns)
    )
    assert "Red flags: 2 of 16 seen." in concerns
    assert "Uses buzzwords without demonstrating understanding" in concerns
    assert "“Self-healing mesh” was never explained." in concerns


def test_replans_and_amendments_are_told_with_their_reasons(text: str) -> None:
    assert "Plan changed: Trade-offs 8:00 → 7:15, Wrap-Up 5:00 → 4:15" in text
    assert "Deep dive was worth the time" in text
    assert "Amended after scoring was finished" in text
    assert "24 Nov 2026, 11:00: System Design & Architecture: Meets → Exceeds" in text
    assert "names every failure mode unasked." in text


def test_private_notes_stay_out_of_page_and_packet_unless_chosen(
    interview: Interview, tmp_path: Path, text: str
) -> None:
    secret = next(note.text for note in interview.notes if note.private)
    assert solid(secret) not in solid(text)
    assert "1 private note was left out." in text
    carried = read_packet(packet_in_pdf(make_document(RUBRIC, interview, OPTIONS)))
    assert all(not note.private for note in carried.notes)
    chosen = ReportOptions(zone=UTC, include_private=True)
    path = tmp_path / "private.pdf"
    path.write_bytes(make_document(RUBRIC, interview, chosen))
    assert solid(secret) in solid(text_of(path))
    assert read_packet(packet_in_pdf(path.read_bytes())) == interview


def test_another_program_detaches_the_packet_and_it_reads_back(pdf: Path, tmp_path: Path) -> None:
    run("pdfdetach", "-saveall", "-o", tmp_path, pdf)
    carried = (tmp_path / "interview.json").read_bytes()
    assert carried == packet_in_pdf(pdf.read_bytes())
    assert read_packet(carried).setup.candidate == "Amara Okonkwo-Lindqvist"


def test_the_packet_can_be_left_out(interview: Interview, tmp_path: Path) -> None:
    path = tmp_path / "bare.pdf"
    path.write_bytes(
        make_document(RUBRIC, interview, ReportOptions(zone=UTC, include_packet=False))
    )
    assert "0 embedded files" in run("pdfdetach", "-list", path)
    assert "Carries its data" not in text_of(path)


def test_the_same_interview_and_options_give_the_same_bytes(interview: Interview) -> None:
    assert make_document(RUBRIC, interview, OPTIONS) == make_document(RUBRIC, interview, OPTIONS)


def test_the_date_of_the_document_is_the_interviews_own(pdf: Path) -> None:
    dates = run("pdfinfo", "-isodates", pdf)
    assert dates.count("2026-11-24T11:00:32Z") == 2


def test_qpdf_finds_nothing_wrong(pdf: Path) -> None:
    run("qpdf", "--check", pdf)


def test_all_fonts_are_embedded(pdf: Path) -> None:
    rows = run("pdffonts", pdf).splitlines()[2:]
    assert {row.split()[0].split("+")[1] for row in rows} == {"FiraGO-Regular", "FiraGO-Bold"}
    assert all(" yes yes yes " in row for row in rows)


def test_the_document_is_tagged_with_headings_tables_lists_and_a_described_figure(
    pdf: Path,
) -> None:
    assert "Tagged:          yes" in run("pdfinfo", pdf)
    tree = run("pdfinfo", "-struct-text", pdf)
    for tag in ("H1", "H2", "H3", "Table", "TH", "TD", "L (block)", "LBody", "Figure", "Link"):
        assert tag in tree
    described = run("qpdf", "--json", pdf)
    assert '"/ActualText": "u:strength"' in described
    assert "Planned: 50:00 (Problem Exploration 9:00, " in described


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_the_document_passes_the_validator(pdf: Path, profile: str) -> None:
    page = pytest.importorskip("page", reason="page-validation is an optional check")
    report = page.validate_pdf(str(pdf), profile=profile)
    assert [(each.rule_id, each.message) for each in report.failures] == []


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, "A4"), (Paper.LETTER, "letter")])
def test_it_is_laid_out_for_either_paper(paper: Paper, size: str, tmp_path: Path) -> None:
    path = tmp_path / "sized.pdf"
    path.write_bytes(
        make_document(RUBRIC, scored().interview, ReportOptions(zone=UTC, paper=paper))
    )
    assert f"({size})" in run("pdfinfo", path)


def test_an_interview_that_never_began_says_so(tmp_path: Path) -> None:
    path = tmp_path / "empty.pdf"
    path.write_bytes(make_document(RUBRIC, prepared(shipped_guide(), candidate=""), OPTIONS))
    text = text_of(path)
    assert "Unnamed candidate" in text
    assert "Not final: scoring was not finished when this was made." in text
    assert "Recommendation Not given" in text
    assert "Not started (45 min planned)" in text
    assert "No notes were taken." in text
    assert "5 not looked at" in text
    run("qpdf", "--check", path)


def test_every_heading_is_a_bookmark_and_every_rating_leads_to_its_evidence(pdf: Path) -> None:
    import pikepdf

    with pikepdf.open(pdf) as opened, opened.open_outline() as outline:
        titles = [item.title for item in outline.root]
        assert "Technical Depth: Exceeds" in titles
        assert "All notes in order" in titles
        notes = outline.root[titles.index("All notes in order")]
        assert [item.title for item in notes.children][:1] == ["Problem Exploration"]
        links = list(opened.pages[0].Annots)
        assert [str(link.Contents) for link in links][1] == "Technical Depth"
        # Ratings stand on the first page, their evidence on the ones after it.
        numbers = [opened.pages.index(pikepdf.Page(link.Dest[0])) for link in links]
        assert len(links) == 8
        assert numbers == sorted(numbers)
        assert numbers[0] == 1

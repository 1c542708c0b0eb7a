"""Pictures in the rubric: on the page with their captions, for eyes and for screen readers."""

from pathlib import Path

import pikepdf
import pytest

from interview_desk.interview.packet import read_packet
from interview_desk.report.attachment import packet_in_pdf
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.options import ReportOptions
from interview_desk.report.pdf.make import make_document
from tests.helpers.drawn import jpeg, png
from tests.report.pdf_tools import faults_of, run
from tests.report.test_pictures import pictured

PICTURES = (png(600, 400), jpeg(300, 900))


def test_a_rubric_shows_its_pictures_and_says_what_they_are(tmp_path: Path) -> None:
    interview, path = pictured(*PICTURES), tmp_path / "rubric.pdf"
    path.write_bytes(make_document(RUBRIC, interview, ReportOptions()))
    listed = run("pdfimages", "-list", path).split("\n")[2:]
    assert [line.split()[3:5] for line in listed if line] == [["600", "400"], ["300", "900"]]
    assert "box 1" in run("pdfinfo", "-struct-text", path)
    assert read_packet(packet_in_pdf(path.read_bytes())).pictures == interview.pictures
    with pikepdf.open(path) as pdf:
        told = [bytes(each.Alt).decode("utf-16") for each in figures(pdf)]
    assert {"! box 0", "! box 1"} <= {*told}


def test_without_pictures_the_captions_stay(tmp_path: Path) -> None:
    path = tmp_path / "rubric.pdf"
    options = ReportOptions(include_pictures=False)
    path.write_bytes(make_document(RUBRIC, pictured(*PICTURES), options))
    assert run("pdfimages", "-list", path).count("\n") <= 2
    assert "box 1" in run("pdftotext", path, "-")
    assert not read_packet(packet_in_pdf(path.read_bytes())).all_pictures


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_a_rubric_with_pictures_is_for_everyone_and_for_archives(
    tmp_path: Path, profile: str
) -> None:
    path = tmp_path / "rubric.pdf"
    path.write_bytes(make_document(RUBRIC, pictured(*PICTURES), ReportOptions()))
    assert faults_of(path, profile) == []


def figures(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """The elements that stand for drawings and pictures."""
    return [
        each
        for each in pdf.objects
        if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
    ]

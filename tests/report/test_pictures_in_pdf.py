"""Pictures in the rubric: on the page with their captions, for eyes and for screen readers."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from interview_desk.interview.actions.notes import add_picture
from interview_desk.interview.note_text import read_note
from interview_desk.interview.packet import read_packet
from interview_desk.interview.picture_format import digest_of
from interview_desk.report.attachment import packet_in_pdf
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.options import ReportOptions
from interview_desk.report.pdf.make import make_document
from tests.helpers.drawn import jpeg, png
from tests.helpers.samples import Played
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


def test_a_caption_ends_on_the_page_of_its_picture(tmp_path: Path) -> None:
    """However much is above it, and however long it is: its last words are beside the picture."""
    play = Played()
    play.start()
    interview, files = play.interview, dict[str, bytes]()
    for number in range(16):
        data = png(400, 300 + number)
        words = f"{'drew a queue before the store ' * number * number} endword{number}."
        text = read_note(words, interview.guide.dimensions)
        interview = interview.apply(add_picture(interview, play.clock.now(), text, data))
        files[digest_of(data)] = data
    path = tmp_path / "rubric.pdf"
    path.write_bytes(make_document(RUBRIC, replace(interview, pictures=files), ReportOptions()))
    listed = run("pdfimages", "-list", path).split("\n")[2:]
    pages = {int(line.split()[4]) - 300: line.split()[0] for line in listed if line}
    assert len({*pages.values()}) > 8
    for number, page in pages.items():
        assert f"endword{number}." in run("pdftotext", "-f", page, "-l", page, path, "-")


def figures(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """The elements that stand for drawings and pictures."""
    return [
        each
        for each in pdf.objects
        if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
    ]

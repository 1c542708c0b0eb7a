import logging
from datetime import UTC
from pathlib import Path

import pikepdf
import pytest

from interview_desk.interview.packet import PasswordNeededError, read_packet
from interview_desk.report.attachment import packet_in_pdf
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.documents.short import SHORT
from interview_desk.report.incoming import read_incoming
from interview_desk.report.options import ReportOptions
from interview_desk.report.pdf.file import PasswordError
from interview_desk.report.pdf.make import make_document
from tests.helpers.samples import scored
from tests.report.pdf_tools import faults_of, run

PASSWORD = "Zoë’s four words 四"
OPTIONS = ReportOptions(zone=UTC, password=PASSWORD)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("protected") / "protected.pdf"
    path.write_bytes(make_document(RUBRIC, scored().interview, OPTIONS))
    return path


def test_nothing_can_be_read_without_the_password(path: Path) -> None:
    data = path.read_bytes()
    for words in (b"asked who it is for", b"Ada", b"guide", b"interview-desk/packet"):
        assert words not in data
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    with pytest.raises(PasswordNeededError, match="protected with a password"):
        packet_in_pdf(data)
    with pytest.raises(PasswordNeededError, match="not the password"):
        packet_in_pdf(data, "four words")


def test_the_password_gives_the_packet_back_however_it_was_typed(path: Path) -> None:
    assert read_packet(packet_in_pdf(path.read_bytes(), PASSWORD)) == scored().interview
    apart = PASSWORD.replace("ë", "e\u0308")
    assert read_incoming(path, apart) == scored().interview


def test_other_programs_see_aes_256_and_may_read_aloud(path: Path) -> None:
    told = run("qpdf", f"--password={PASSWORD}", "--show-encryption", path)
    assert "R = 6" in told
    for what in ("stream", "string", "file"):
        assert f"{what} encryption method: AESv3" in told
    assert "extract for accessibility: allowed" in told
    assert "not allowed" not in told
    assert "asked who it is for" in run("pdftotext", "-upw", PASSWORD, path, "-")


def test_it_stays_accessible_and_no_longer_claims_to_be_an_archive(
    path: Path, tmp_path: Path
) -> None:
    opened = tmp_path / "opened.pdf"
    run("qpdf", f"--password={PASSWORD}", "--decrypt", path, opened)
    assert faults_of(opened, "ua1") == []
    with pikepdf.open(opened) as pdf:
        xmp = pdf.Root.Metadata.read_bytes()
    assert b"<pdfuaid:part>1" in xmp
    assert b"<pdfaid:part>" not in xmp


@pytest.mark.parametrize("password", ["x" * 128, "四" * 43, "bell\x07", "two\nlines"])
def test_a_password_that_no_pdf_can_have_is_refused_in_words(password: str) -> None:
    with pytest.raises(PasswordError, match="Choose"):
        make_document(RUBRIC, scored().interview, ReportOptions(password=password))


def test_the_password_is_in_no_log_and_no_repr(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        make_document(SHORT, scored().interview, OPTIONS)
    assert PASSWORD not in caplog.text
    assert PASSWORD not in repr(OPTIONS)

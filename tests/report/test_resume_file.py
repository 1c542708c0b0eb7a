"""A resume of any kind is read within limits, or refused in words; nothing of it beside that."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from interview_desk.errors import UserError
from interview_desk.interview.resume import RESUME_LIMIT, ResumeKind
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.options import ReportOptions
from interview_desk.report.pdf_process import make_pdf_apart
from interview_desk.report.picture_reading import is_sound
from interview_desk.report.resume_file import read_resume_file
from tests.helpers.drawn import drawn, packed
from tests.helpers.samples import prepared


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def pdf() -> bytes:
    return make_pdf_apart(RUBRIC, prepared(candidate="Ada Lovelace"), ReportOptions()).data


def word(text: str) -> bytes:
    document, data = docx.Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(data)
    return data.getvalue()


def picture(width: int, height: int) -> bytes:
    image, data = QImage(width, height, QImage.Format.Format_RGB32), QBuffer()
    image.fill(QColor("teal"))
    image.setText("Comment", "taken at home")
    data.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(data, QByteArray(b"png")).write(image)
    return bytes(data.data().data())


def test_a_pdf_is_kept_as_it_came_and_its_words_can_be_read(tmp_path: Path) -> None:
    data = pdf()
    resume = read_resume_file(written(tmp_path, "ada.pdf", data))
    assert (resume.name, resume.kind, resume.data) == ("ada.pdf", ResumeKind.PDF, data)
    assert "Ada Lovelace" in resume.text


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("ada.docx", word("Wrote the first program")),
        ("ada.txt", "Wrote the first program\r\n".encode("utf-16")),
        ("ada", b"Wrote the first program"),
    ],
)
def test_words_of_a_document_or_a_text_are_read(tmp_path: Path, name: str, data: bytes) -> None:
    resume = read_resume_file(written(tmp_path, name, data))
    assert (resume.kind, resume.data) == (ResumeKind.TEXT, data)
    assert resume.text.strip() == "Wrote the first program"


def test_a_picture_is_written_anew_no_wider_than_needed(tmp_path: Path) -> None:
    resume = read_resume_file(written(tmp_path, "scan.png", picture(3_000, 1_000)))
    assert resume.kind is ResumeKind.PICTURE
    assert b"taken at home" not in resume.data
    image = QImage.fromData(QByteArray(resume.data))
    assert (image.width(), image.height()) == (2_400, 800)


def bomb() -> bytes:
    """A picture that says it has 100 million pixels."""
    data = bytearray(picture(8, 8))
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    return bytes(data)


def zip_bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 300_000_000)
        archive.writestr("[Content_Types].xml", b"<a/>")
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"%PDF-1.7\n" + bytes(2_000), "damaged"),
        ("a.pdf", pdf()[:900], "damaged"),
        ("a.png", bomb(), "“a.png” "),
        ("a.docx", zip_bomb(), "“a.docx” "),
        ("a.docx", b"PK\x03\x04" + bytes(400), "“a.docx” "),
        ("a.doc", b"\xd0\xcf\x11\xe0" + bytes(400), "Save it as .docx or PDF"),
        ("a.bin", bytes(range(256)) * 40, "cannot be shown"),
        ("a.txt", b" \n", "empty"),
        ("a.txt", b"x" * (RESUME_LIMIT + 1), "larger than 10 MB"),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>', ""),
    ],
    ids=["no pdf", "cut pdf", "bomb", "zip bomb", "no zip", "old", "bytes", "empty", "big", "svg"],
)
def test_what_is_no_resume_is_refused_in_words(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    path = written(tmp_path, name, data)
    if name == "a.svg":  # a text like any other
        assert read_resume_file(path).kind is ResumeKind.TEXT
        return
    with pytest.raises(UserError, match=said):
        read_resume_file(path)


def test_a_folder_is_no_resume(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is no file"):
        read_resume_file(tmp_path)


def test_a_scan_as_tiff_is_taken_like_any_picture(tmp_path: Path) -> None:
    data = packed(drawn(60, 80), "tiff")
    resume = read_resume_file(written(tmp_path, "scan.tif", data))
    assert resume.kind is ResumeKind.PICTURE
    assert is_sound(resume.data)

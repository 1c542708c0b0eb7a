"""Word documents: as python-docx and LibreOffice write them, and as nobody should open them."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from interview_desk.guide.faults import GuideError
from interview_desk.guide.importer.document import BlockKind
from interview_desk.guide.importer.proposal import propose
from interview_desk.guide.importer.reading import read_document
from interview_desk.guide.importer.understanding import understood_of_draft

BY_LIBREOFFICE = Path(__file__).parent / "word" / "written-in-libreoffice.docx"
HEAD = '<?xml version="1.0"?>'
BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>{}</w:body></w:document>"
)


def guide() -> bytes:
    word = docx.Document()
    word.add_heading("Interview: orchard hand", 0)
    word.add_paragraph("Two people meet the candidate under the trees.")
    word.add_heading("Welcome (5 minutes)", 1)
    word.add_paragraph("Say what will happen.")
    word.add_heading("Walk (20 minutes)", 1)
    word.add_paragraph("What to look for:").runs[0].bold = True
    for text in ("Sees the broken branch", "Asks about water"):
        word.add_paragraph(text, style="List Bullet")
    word.add_paragraph("Red flags:").runs[0].bold = True
    word.add_paragraph("Steps on the roots", style="List Bullet")
    for text in ("Which tree would you fell?", "When did you last fall off a ladder?"):
        word.add_paragraph(text, style="List Number")
    word.add_heading("Evaluation", 1)
    rows = [
        ("Area", "1 - Poor", "2 - Fair", "3 - Good"),
        ("Care", "Breaks twigs", "Careful", "Mends"),
        ("Pace", "Stands", "Steady", "Steady all day"),
    ]
    table = word.add_table(rows=len(rows), cols=4)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def changed(document: bytes) -> bytes:
    """A Word document whose text is another part."""
    with zipfile.ZipFile(io.BytesIO(guide())) as archive:
        names = {name: archive.read(name) for name in archive.namelist()}
    names["word/document.xml"] = document
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in names.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_a_document_by_python_docx() -> None:
    found = propose(read_document(guide(), "orchard.docx"))
    assert found.fault is None
    assert found.document.unit == "paragraph"
    told = understood_of_draft(found.draft)
    assert told["phases"] == [
        {"title": "Welcome", "minutes": [5, 5]},
        {"title": "Walk", "minutes": [20, 20]},
    ]
    assert told["signals"] == {"strong": 2, "red_flags": 1}
    assert told["questions"] == 2
    names = ["3 – Good", "2 – Fair", "1 – Poor"]
    assert [each["levels"] for each in told["dimensions"]] == [names, names]


def test_a_document_by_libreoffice() -> None:
    found = propose(read_document(BY_LIBREOFFICE.read_bytes(), "saved.docx"))
    assert found.fault is None
    told = understood_of_draft(found.draft)
    assert [each["title"] for each in told["phases"]] == ["Begrüßung", "Fachgespräch", "Abschluss"]
    assert [each["minutes"] for each in told["phases"]] == [[5, 5], [25, 30], [5, 5]]
    assert [each["title"] for each in told["dimensions"]] == ["Fachwissen", "Auftreten"]
    assert told["signals"] == {"strong": 2, "red_flags": 1}


def test_macros_and_pictures_are_left_out_and_told() -> None:
    out = io.BytesIO(guide())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"macros")
        archive.writestr("word/media/image1.png", b"a picture")
    told = propose(read_document(out.getvalue(), "orchard.docx")).told
    assert any("macros" in each for each in told)
    assert any("pictures" in each for each in told)


def entity() -> bytes:
    types = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    text = HEAD + types + BODY.format("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>")
    return changed(text.encode())


def entity_in_utf16() -> bytes:
    types = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    text = HEAD.replace("?>", ' encoding="UTF-16"?>') + types + BODY.format("<w:p/>")
    return changed(text.encode("utf-16"))


def deep() -> bytes:
    inner = "<w:tbl><w:tr><w:tc>" * 500 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 500
    return changed((HEAD + BODY.format(inner)).encode())


def many() -> bytes:
    inner = "<w:p><w:r><w:t>why?</w:t></w:r></w:p>" * 20_000
    return changed((HEAD + BODY.format(inner)).encode())


def runs() -> bytes:
    inner = "<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 60_000 + "</w:p>"
    return changed((HEAD + BODY.format(inner)).encode())


def bomb() -> bytes:
    return changed(b" " * 60_000_000)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (entity, "names other files"),
        (entity_in_utf16, "names other files"),
        (deep, "too deep"),
        (many, "far longer than a guide"),
        (runs, "changes its type"),
        (bomb, "unpacks to far more"),
        (lambda: changed(b"<w:document"), "damaged"),
        (lambda: guide()[:3000], "is damaged"),
        (lambda: b"PK\x03\x04" + bytes(500), "cannot be read"),
        (lambda: b"\xd0\xcf\x11\xe0" + bytes(500), "an old Word"),
        (lambda: b"%PDF-1.7", "a PDF"),
        (lambda: b"{\\rtf1 }", "an RTF"),
    ],
)
def test_what_nobody_should_open_is_told_in_words(made: Callable[[], bytes], words: str) -> None:
    with pytest.raises(GuideError, match=words) as caught:
        read_document(made(), "x.docx")
    assert all(fault.remedy for fault in caught.value.faults)


def test_an_old_archive_without_a_document() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("notes.txt", "hello")
    with pytest.raises(GuideError, match="no Word document"):
        read_document(out.getvalue(), "x.docx")


def test_tables_keep_their_rows() -> None:
    rows = [b for b in read_document(guide(), "x.docx").blocks if b.kind is BlockKind.ROW]
    assert [row.cells[0] for row in rows] == ["Area", "Care", "Pace"]
    assert [row.head for row in rows] == [True, False, False]

"""A foreign document of any kind, from its bytes to blocks, with limits on its size."""

import re
from pathlib import PurePath

from interview_desk.guide.faults import GuideError
from interview_desk.guide.importer.document import Document
from interview_desk.guide.importer.docx import read_docx
from interview_desk.guide.importer.html import read_html
from interview_desk.guide.importer.markdown import read_markdown
from interview_desk.guide.importer.plain import looks_like_markdown, read_plain
from interview_desk.guide.text import decode_guide, normalise

MAX_DOCUMENT = 5_000_000
"""Bytes of a Word document, most of which are its pictures."""
MAX_BLOCKS = 3_000
MAX_LINE = 20_000
"""Characters in one line; a page of text has about 3,000."""
MAX_COLUMNS = 100
_ZIP = b"PK\x03\x04"
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_PDF = b"%PDF"
_RTF = b"{\\rtf"
_PAGE = re.compile(r"\s*(?:<!--.*?-->\s*)?<(?:!doctype|html|head|body|meta|div|p|h[1-6]|table)\b",
                   re.IGNORECASE | re.DOTALL)  # fmt: skip
# Editors of code give each word a colour in HTML; only these say what the words do not.
_FORM = re.compile(
    r"<(?:h[1-6]|li|table|b|strong)\b|font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE
)
_MARKDOWN_HEADING = re.compile(r"(?m)^#{1,6}[ \t]+\S")
_OTHERS = {
    _OLD_WORD: ("This is a document of an old Word", "Save it as .docx and choose that file."),
    _PDF: ("This is a PDF", "Open it, copy its text and paste that, or choose its .docx."),
    _RTF: ("This is an RTF document", "Save it as .docx and choose that file."),
}


def read_document(data: bytes, filename: str) -> Document:
    """The blocks of a file. Raises GuideError for what cannot be read as a document."""
    return _checked(_read(data, filename))


def read_pasted(text: str, html: str = "") -> Document:
    """The blocks of what was pasted, by its rich text where that says more than its words.

    Raises GuideError for what cannot be read as a document.
    """
    if _FORM.search(html) and not _MARKDOWN_HEADING.search(text):
        return _checked(read_html(html, unit="paragraph"))
    return _checked(read_text(decode_guide(normalise(text).encode("utf-8", "replace"))))


def _checked(document: Document) -> Document:
    for block in document.blocks:
        if len(block.text) > MAX_LINE:
            raise _too_long(block.line, len(block.text))
    if len(document.blocks) > MAX_BLOCKS:
        where = document.blocks[MAX_BLOCKS].line
        message = f"The document has more than {MAX_BLOCKS:,} headings, paragraphs and items"
        raise GuideError.single(where, message, "Keep only what this interview needs.")
    return document


def _read(data: bytes, filename: str) -> Document:
    name = PurePath(filename).stem
    if data.startswith(_ZIP):
        if len(data) > MAX_DOCUMENT:
            message = f"The document is larger than {MAX_DOCUMENT // 1_000_000} MB"
            raise GuideError.single(None, message, "Take its pictures out, or paste its text.")
        return read_docx(data, name)
    for start, (message, remedy) in _OTHERS.items():
        if data.startswith(start):
            raise GuideError.single(None, message, remedy)
    return read_text(decode_guide(data), filename)


def read_text(text: str, filename: str = "") -> Document:
    """The blocks of a text: HTML, Markdown or plain, by the file's ending and by what it holds."""
    path = PurePath(filename)
    ending, name = path.suffix.lower(), path.stem
    if ending in (".html", ".htm", ".xhtml") or _PAGE.match(text):
        return read_html(text, name)
    _check_lines(text)
    if ending in (".txt", ".text", "") and not looks_like_markdown(text):
        return read_plain(text, name)
    return read_markdown(text, name)


def _check_lines(text: str) -> None:
    for count, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            raise _too_long(count, len(line))
        if (columns := line.count("|")) > MAX_COLUMNS:
            message = f"A table has {columns:,} columns; {MAX_COLUMNS:,} is the most"
            raise GuideError.single(count, message, "Keep only what this interview needs.")


def _too_long(line: int, length: int) -> GuideError:
    message = f"There are {length:,} characters in one piece; {MAX_LINE:,} is the most"
    return GuideError.single(line, message, "Break it into paragraphs.")

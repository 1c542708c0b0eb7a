"""A resume from outside: a PDF, a Word document, a text or a picture, read in limits.

What is in it is looked at in a process of its own first. A file that would crash or hold up its
reader, ask for gigabytes or show nothing, does so there, and is refused in words.
"""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

import msgspec
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QObject, QSize
from PySide6.QtGui import QGuiApplication, QImageReader

from interview_desk.errors import UserError
from interview_desk.guide.faults import GuideError
from interview_desk.guide.importer.docx import read_docx
from interview_desk.interview.note_text import clean
from interview_desk.interview.resume import RESUME_LIMIT, RESUME_TEXT_LIMIT, Resume, ResumeKind
from interview_desk.limited_process import Cancellation, Limits
from interview_desk.report.limited_reading import FileKind, content_of, read_limited
from interview_desk.report.picture_reading import FORMS, written_anew

_LIMITS = Limits(seconds=10, memory=900_000_000, answer=2 * RESUME_LIMIT + 4 * RESUME_TEXT_LIMIT)
_PAGES = 50
_PDF, _ZIP, _RTF, _OLD_WORD = b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0"
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")
_HINT = "Choose a PDF, a Word document (.docx), a text or a picture."


def read_resume_file(path: Path, cancellation: Cancellation | None = None) -> Resume:
    """The resume in a file. Waits for it.

    Raises UserError, in the user's words, for what is none, and CancelledError.
    """
    answer = read_limited(FileKind.RESUME, path, _LIMITS, cancellation=cancellation)
    try:
        return msgspec.msgpack.decode(answer, type=Resume)
    except msgspec.DecodeError as error:
        raise UserError(f"“{path.name}” is damaged and was not read.") from error


def resume_bytes(path: Path, _password: str) -> bytes:
    """In the process: the resume, encoded. Raises UserError."""
    data = content_of(path, RESUME_LIMIT, _HINT)
    if len(data) > RESUME_LIMIT:
        raise UserError(
            f"“{path.name}” is larger than {RESUME_LIMIT // 1_000_000} MB. Save it smaller, or "
            "as a text."
        )
    if not data.strip():
        raise UserError(f"“{path.name}” is empty. {_HINT}")
    if data[:1024].lstrip().startswith(_PDF):
        resume = Resume(path.name, ResumeKind.PDF, data, _pdf_text(data, path.name))
    elif data.startswith(_ZIP):
        resume = Resume(path.name, ResumeKind.TEXT, data, _docx_text(data, path.name))
    elif data.startswith((_RTF, _OLD_WORD)):
        raise UserError(f"“{path.name}” is of an old kind. Save it as .docx or PDF.")
    elif QImageReader.imageFormat(_opened(data)).data() in FORMS:
        resume = Resume(path.name, ResumeKind.PICTURE, written_anew(data, path.name))
    else:
        resume = Resume(path.name, ResumeKind.TEXT, data, _plain_text(data, path.name))
    return msgspec.msgpack.encode(resume)


def _pdf_text(data: bytes, name: str) -> str:
    # Only a file that needs it waits for Qt's reader of PDFs.
    from PySide6.QtPdf import QPdfDocument

    _app = _qt()
    holder, buffer = QObject(), _opened(data)
    document = QPdfDocument(holder)
    document.load(buffer)
    if document.error() is QPdfDocument.Error.IncorrectPassword:
        raise UserError(f"“{name}” is protected by a password. Save it without one.")
    pages = document.pageCount()
    if document.status() is not QPdfDocument.Status.Ready or pages < 1:
        raise UserError(f"“{name}” is damaged and was not read. Ask for it again.")
    if pages > _PAGES:
        raise UserError(f"“{name}” has {pages} pages; {_PAGES} is the most for a resume.")
    texts = []
    for page in range(pages):
        # What cannot be drawn here must not be tried in the window.
        document.render(page, QSize(800, 1_000))
        texts.append(document.getAllText(page).text())
    document.close()
    return _kept("\n\n".join(texts))


def _docx_text(data: bytes, name: str) -> str:
    try:
        blocks = read_docx(data, name).blocks
    except GuideError as error:
        raise UserError(f"“{name}” was not read: {error.faults[0].message}. {_HINT}") from error
    return _kept("\n".join(each.text for each in blocks))


def _plain_text(data: bytes, name: str) -> str:
    utf_16 = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if utf_16 else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")  # of an old Windows, as far as it is text at all
    if _NO_TEXT.search(text):
        raise UserError(f"“{name}” cannot be shown as a resume. {_HINT}")
    return _kept(text)


def _qt() -> QCoreApplication:
    """What draws needs an application, though no display."""
    return QCoreApplication.instance() or QGuiApplication(["resume", "-platform", "offscreen"])


def _opened(data: bytes) -> QBuffer:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return buffer


def _kept(text: str) -> str:
    return clean(text.replace("\r\n", "\n").replace("\r", "\n"))[:RESUME_TEXT_LIMIT]

"""Word documents as blocks: their HTML by mammoth, after a look at what is in the file.

A .docx is a zip of XML files. What could harm is told and not read: an archive that unpacks to
much more than a guide, files that name other files, macros. Nothing in it is run or fetched.
"""

import io
import re
import zipfile
from typing import IO, Any

from interview_desk.guide.faults import GuideError
from interview_desk.guide.importer.document import Document
from interview_desk.guide.importer.html import read_html

MAX_UNPACKED = 8_000_000
"""Bytes of XML in a document; 1 MB of plain words makes about five."""
MAX_PARTS = 2_000
MAX_TEXT = 6_000_000
MAX_PARAGRAPHS = 4_000
MAX_RUNS = 20_000
_DEEPEST = 200

# A table in a table, a list or text box in one: each opens elements in one another.
_TAG = re.compile(rb"<(/?)([\w:]+)(?:[^<>]*?)(/?)>")
_LONG_PIECE = re.compile(rb">[^<>]{100000}")
_STYLES = "\n".join(
    [
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => p:fresh",
        "p[style-name='Quotations'] => p:fresh",
        "p[style-name='Preformatted Text'] => p:fresh",
    ]
)
_AGAIN = "Save it as .docx without macros, or copy its text and paste that."


def read_docx(data: bytes, name: str = "") -> Document:
    """The blocks of a Word document; lines count its paragraphs.

    Raises GuideError for what is none, or is made so that nobody should open it.
    """
    told = _check(data)
    import mammoth

    try:
        html = mammoth.convert_to_html(
            io.BytesIO(data), style_map=_STYLES, convert_image=_no_picture
        ).value
    except (KeyError, ValueError, IndexError, AttributeError, TypeError, zipfile.BadZipFile,
            OSError, NotImplementedError, RecursionError) as error:  # fmt: skip
        raise _damaged() from error
    except Exception as error:
        # Expat's errors have no name of their own to import without expat.
        if type(error).__module__.startswith("xml."):
            raise _damaged() from error
        raise
    document = read_html(html, name, unit="paragraph")
    return Document(document.blocks, name=name, unit="paragraph", told=told)


def _no_picture(_image: Any) -> list[Any]:  # noqa: ANN401 - mammoth has no types
    return []


def _damaged() -> GuideError:
    return GuideError.single(None, "The document is damaged and cannot be read", _AGAIN)


def _check(data: bytes) -> tuple[str, ...]:
    """What is left out of a document that may be read. Raises GuideError for any other."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _look_into(archive)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError,
            KeyError, EOFError) as error:  # fmt: skip
        if isinstance(error, GuideError):
            raise
        raise _damaged() from error


def _look_into(archive: zipfile.ZipFile) -> tuple[str, ...]:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if "word/document.xml" not in names:
        message = "This is no Word document"
        raise GuideError.single(None, message, "Choose a .docx, .md, .html or .txt file.")
    words = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
    if len(parts) > MAX_PARTS or sum(part.file_size for part in words) > MAX_UNPACKED:
        message = "The document unpacks to far more than a guide"
        raise GuideError.single(None, message, "Copy the part that is the guide, and paste that.")
    for part in words:
        with archive.open(part) as file:
            _look_at(file, part.filename)
    told = []
    if any(name.lower().endswith((".bin", ".vba")) and "vba" in name.lower() for name in names):
        told.append("It holds macros. They were left out and not run.")
    if any(name.startswith("word/media/") for name in names):
        told.append("It holds pictures. They were left out.")
    if any(name.startswith("word/embeddings/") for name in names):
        told.append("It holds embedded files. They were left out.")
    return tuple(told)


def _look_at(file: IO[bytes], name: str) -> None:
    # The size in the archive's index may lie; what comes out counts.
    content = file.read(MAX_UNPACKED + 1)
    if len(content) > MAX_UNPACKED:
        message = "The document unpacks to far more than a guide"
        raise GuideError.single(None, message, "Copy the part that is the guide, and paste that.")
    plain = content.replace(b"\x00", b"")  # as UTF-16 has every other byte
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        message = "The document names other files to be read with it, which no Word document does"
        raise GuideError.single(None, message, _AGAIN)
    if name != "word/document.xml":
        return
    if plain.count(b"<w:p>") + plain.count(b"<w:p ") > MAX_PARAGRAPHS or len(plain) > MAX_TEXT:
        message = "The document is far longer than a guide"
        raise GuideError.single(None, message, "Copy the part that is the guide, and paste that.")
    if _LONG_PIECE.search(plain):
        message = "There is a piece of text without an end in the document"
        raise GuideError.single(None, message, "Break it into paragraphs.")
    if plain.count(b"<w:r>") + plain.count(b"<w:r ") > MAX_RUNS:
        message = "The document changes its type far more often than a guide"
        raise GuideError.single(None, message, "Copy its text, and paste that.")
    if _depth(plain) > _DEEPEST:
        message = "Tables or lists stand too deep in one another"
        raise GuideError.single(None, message, "Use headings to group what is so deep.")


def _depth(content: bytes) -> int:
    deepest = depth = 0
    for found in _TAG.finditer(content):
        if found[1]:
            depth -= 1
        elif not found[3]:
            depth += 1
            deepest = max(deepest, depth)
            if depth > _DEEPEST:
                break
    return deepest

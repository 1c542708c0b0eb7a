"""A PDF made in a process of its own where the fonts of this computer are asked, or it is long.

Qt and FreeType read a font's file while it lies on the disk: where another program writes into
it meanwhile, or what is in it is damaged, the process may end, and nothing could be checked before
that would help. A process that has just begun finds the fonts as they are now; what it takes ends
with it, and its end is told in words. Documents that the embedded font can print are made here,
which takes half a second less.
"""

import pickle
import sys
from collections.abc import Sequence
from typing import NamedTuple

from interview_desk import PDF_PROCESS
from interview_desk.errors import UserError
from interview_desk.interview.interview import Interview
from interview_desk.interview.packet import PacketError, read_parts, write_parts
from interview_desk.limited_process import (
    OUT_OF_MEMORY,
    Cancellation,
    Ending,
    Limits,
    ProcessEndedError,
    limited_request,
    run_limited,
)
from interview_desk.report.cancellation import CancelledError
from interview_desk.report.document import Document, texts
from interview_desk.report.documents.kind import DocumentKind
from interview_desk.report.documents.registry import document_kind
from interview_desk.report.options import Paper, ReportOptions

_LIMITS = Limits(seconds=900.0, memory=1_000_000_000, answer=500_000_000)
# Bytes of an interview up to which a document is made at once, in some seconds at most.
_SHORT = 1_000_000
_MADE, _REFUSED, _NOT_UNDERSTOOD = b"=", b"!", b"?"
_ELSE = "Nothing is lost. Export it as Markdown or as data, or leave notes out."
_WORDS = {
    Ending.TIME: f"The PDF was given up: it takes too long. {_ELSE}",
    Ending.SIZE: f"The PDF was given up: it needs too much memory. {_ELSE}",
    Ending.CRASH: (
        "The PDF was not made: what makes it came to a sudden end. A font of this computer may be "
        "damaged, or the memory was not enough. Nothing is lost. Try again; if it stays so, "
        "export it as Markdown or as data."
    ),
    Ending.NOT_STARTED: (
        "The PDF was not made, since no program can be started now. Close some others, and "
        "try again."
    ),
}


class Made(NamedTuple):
    """A PDF, and how many different characters in it no font of this computer has."""

    data: bytes
    missing: int


class _Interview(NamedTuple):
    """What is asked for: a kind of document by its key, of an interview in its parts."""

    key: str
    options: ReportOptions
    parts: tuple[bytes, ...]

    def make(self) -> Made:
        """In the process. Raises PacketError and UserError."""
        interview = read_parts(self.parts)
        return _made(document_kind(self.key), interview, self.options, Cancellation())


class _Sheet(NamedTuple):
    """What is asked for: a document that is there."""

    document: Document
    paper: Paper

    def make(self) -> Made:
        """In the process."""
        return _made_sheet(self.document, self.paper)


def make_pdf_apart(
    kind: DocumentKind,
    interview: Interview,
    options: ReportOptions,
    cancellation: Cancellation | None = None,
) -> Made:
    """The document as a PDF, whatever becomes of the fonts. Waits for it.

    Raises CancelledError, and UserError in words. Only one thread at a time may call it.
    """
    cancellation = cancellation or Cancellation()
    parts = tuple(write_parts(interview))
    if sum(map(len, parts)) <= _SHORT and not any(map(_needs_other_fonts, parts)):
        return _made(kind, interview, options, cancellation)
    # It may have more in it than a packet may have; but here it is.
    return _asked_of_process(_Interview(kind.key, options, parts), cancellation) or _made(
        kind, interview, options, cancellation
    )


def make_sheet_apart(document: Document, paper: Paper) -> Made:
    """A document of no one interview likewise. Raises UserError."""
    words = "\n".join(texts(document)).encode()
    if len(words) <= _SHORT and not _needs_other_fonts(words):
        return _made_sheet(document, paper)
    found = _asked_of_process(_Sheet(document, paper), Cancellation())
    return found or _made_sheet(document, paper)


def _asked_of_process(asked: "_Interview | _Sheet", cancellation: Cancellation) -> Made | None:
    """What the process made of it; None if it could not read what it was asked for."""
    try:
        answer = run_limited(pickle.dumps(asked), _LIMITS, cancellation, entry=PDF_PROCESS)
    except ProcessEndedError as error:
        if error.ending is Ending.CANCELLED:
            raise CancelledError from error
        raise UserError(_WORDS[error.ending]) from error
    mark, count, data = answer.split(b"\n", 2)
    if mark == _REFUSED:
        raise UserError(data.decode("utf-8", "replace"))
    return None if mark == _NOT_UNDERSTOOD else Made(data, int(count))


def answer_request(arguments: Sequence[str]) -> int:
    """In the process: makes what is asked for and writes the answer; the exit status."""
    try:
        mark, count, data = _answer(limited_request(arguments))
    except MemoryError:
        return OUT_OF_MEMORY
    sys.stdout.buffer.write(b"%s\n%d\n" % (mark, count))
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    return 0


def _answer(request: bytes) -> tuple[bytes, int, bytes]:
    # Nobody but this program writes to a process that it has started.
    asked: _Interview | _Sheet = pickle.loads(request)  # noqa: S301
    try:
        made = asked.make()
    except PacketError:
        return _NOT_UNDERSTOOD, 0, b""
    except UserError as error:
        return _REFUSED, 0, str(error).encode("utf-8", "replace")
    return _MADE, made.missing, made.data


def _needs_other_fonts(part: bytes) -> bool:
    if part.isascii():
        return False
    # The PDF library is imported only when a document is made.
    from interview_desk.report.pdf.fonts import needs_other_fonts

    return needs_other_fonts(part.decode())


def _made(
    kind: DocumentKind, interview: Interview, options: ReportOptions, cancellation: Cancellation
) -> Made:
    from interview_desk.report.pdf.make import make_document, missing_characters

    what = kind, interview, options
    data = make_document(*what, lambda: cancellation.asked)
    return Made(data, len(missing_characters(*what)))


def _made_sheet(document: Document, paper: Paper) -> Made:
    from interview_desk.report.pdf.make import make_pdf, missing_in

    return Made(make_pdf(document, paper), len(missing_in(document)))

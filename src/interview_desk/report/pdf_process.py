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
from interview_desk.report.documents.kind import DocumentKind
from interview_desk.report.documents.registry import document_kind
from interview_desk.report.options import ReportOptions

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
    request = pickle.dumps((kind.key, options, parts))
    try:
        answer = run_limited(request, _LIMITS, cancellation, entry=PDF_PROCESS)
    except ProcessEndedError as error:
        if error.ending is Ending.CANCELLED:
            raise CancelledError from error
        raise UserError(_WORDS[error.ending]) from error
    mark, count, data = answer.split(b"\n", 2)
    if mark == _NOT_UNDERSTOOD:
        # It has more in it than a packet may have, but here it is.
        return _made(kind, interview, options, cancellation)
    if mark == _REFUSED:
        raise UserError(data.decode("utf-8", "replace"))
    return Made(data, int(count))


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
    try:
        asked = _asked(request)
    except PacketError:
        return _NOT_UNDERSTOOD, 0, b""
    try:
        made = _made(*asked, Cancellation())
    except UserError as error:
        return _REFUSED, 0, str(error).encode("utf-8", "replace")
    return _MADE, made.missing, made.data


def _asked(request: bytes) -> tuple[DocumentKind, Interview, ReportOptions]:
    # Nobody but this program writes to a process that it has started.
    key, options, parts = pickle.loads(request)  # noqa: S301
    return document_kind(key), read_parts(parts), options


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

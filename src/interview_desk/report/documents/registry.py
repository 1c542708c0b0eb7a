"""The documents that can leave the laptop, each made from one interview."""

from collections import Counter
from collections.abc import Callable

from interview_desk.interview.interview import Interview
from interview_desk.interview.packet import write_packet
from interview_desk.report.cancellation import checkpoint, never
from interview_desk.report.document import texts
from interview_desk.report.documents.contents import as_shared, contents
from interview_desk.report.options import DocumentKind, ReportOptions
from interview_desk.report.pdf.make import make_pdf
from interview_desk.report.pdf.printable import missing


def make_document(
    kind: DocumentKind,
    interview: Interview,
    options: ReportOptions,
    cancelled: Callable[[], bool] = never,
) -> bytes:
    """The document as a PDF, tagged and, without a password, fit for archives.

    The same interview and options give the same bytes, unless a password protects them.
    ``cancelled`` is asked before every section and page; once it says True, CancelledError
    is raised. PasswordError says in words that no PDF can have that password. Only one
    thread at a time may make a document.
    """
    check = checkpoint(cancelled)
    document = contents(kind, interview, options, check)
    packet = None
    if kind.carries_packet and options.include_packet:
        packet = write_packet(as_shared(interview, options))
    return make_pdf(document, options.paper, packet, options.password, check)


def missing_characters(
    kind: DocumentKind, interview: Interview, options: ReportOptions
) -> Counter[str]:
    """Characters that no font of this computer has, and how often they would be printed.

    Each will stand as its number, ``[U+4F60]``; the packet keeps them all.
    """
    document = contents(kind, interview, options, checkpoint(never))
    found: Counter[str] = Counter()
    for text in texts(document):
        lacking = missing(text)
        found.update(char for char in text if char in lacking)
    return found

"""A file that came from outside, read as an interview: a packet, or a PDF that carries one."""

from pathlib import Path

from interview_desk.errors import UserError
from interview_desk.interview.interview import Interview
from interview_desk.interview.packet import (
    SIZE_LIMIT,
    PacketError,
    read_packet,
    read_parts,
    write_parts,
)
from interview_desk.interview.seal import read_seal
from interview_desk.limited_process import Cancellation, Limits
from interview_desk.report.limited_reading import FileKind, content_of, read_limited

PDF_LIMIT = 100_000_000
# Where a PDF must say that it is one: readers look no further.
_HEAD = 1024
# A PDF of 100 MB in memory, and what is understood of it; the answer holds a packet and the heads
# of its parts.
_LIMITS = Limits(seconds=6, memory=300_000_000, answer=2 * SIZE_LIMIT)


def read_incoming(
    path: Path, password: str = "", cancellation: Cancellation | None = None
) -> Interview:
    """The interview in a file; ``password`` opens a protected PDF.

    Raises PacketError, in the user's words, for whatever else it is, PasswordNeededError where
    the password is not the PDF's, and CancelledError. It is read in a process of its own, with
    limits of time and memory; what comes out of that is judged again here.
    """
    lines = _read_limited(FileKind.INTERVIEW, path, password, cancellation)
    return read_parts(lines.split(b"\n"))


def read_packet_bytes(
    path: Path, password: str = "", cancellation: Cancellation | None = None
) -> bytes:
    """The packet in a file as it stands there, for a panel; raises likewise.

    It was read whole in the process, seal and all; who reads it judges it again.
    """
    return _read_limited(FileKind.PACKET, path, password, cancellation)


def _read_limited(
    kind: FileKind, path: Path, password: str, cancellation: Cancellation | None
) -> bytes:
    try:
        return read_limited(kind, path, _LIMITS, password=password, cancellation=cancellation)
    except PacketError:
        raise
    except UserError as error:
        raise PacketError(str(error)) from error


def interview_parts(path: Path, password: str) -> bytes:
    """In the process: the interview of the file as lines for `read_parts`. Raises UserError.

    No more of the file is read than a packet or PDF may be long, and nothing but a plain file
    is opened.
    """
    interview, _ = _read(path, password)
    return b"\n".join(write_parts(interview))


def packet_bytes(path: Path, password: str) -> bytes:
    """In the process: the packet of the file as it stands there. Raises PacketError."""
    _, data = _read(path, password)
    read_seal(data)
    return data


def _read(path: Path, password: str) -> tuple[Interview, bytes]:
    data = content_of(path, PDF_LIMIT, "Choose an interview file or a PDF.")
    if is_pdf(data):
        # What reads PDFs is imported when there is one: most packets come as JSON.
        from interview_desk.report.attachment import limit_qpdf, packet_in_pdf

        limit_qpdf()
        data = packet_in_pdf(data, password)
    interview = read_packet(data)
    if interview.pictures:
        # Qt is loaded for those that have pictures.
        from interview_desk.report.picture_reading import is_sound

        if not all(map(is_sound, interview.pictures.values())):
            raise PacketError("A picture in the interview file is damaged; it was not read.")
    return interview, data


def is_pdf(data: bytes) -> bool:
    """Whether the bytes call themselves a PDF."""
    return b"%PDF-" in data[:_HEAD]

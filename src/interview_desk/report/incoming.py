"""A file that came from outside, read as an interview: a packet, or a PDF that carries one."""

from pathlib import Path

from interview_desk.interview.interview import Interview
from interview_desk.interview.packet import SIZE_LIMIT, PacketError, read_packet
from interview_desk.report.attachment import PDF_LIMIT, is_pdf, packet_in_pdf


def read_incoming(path: Path, password: str = "") -> Interview:
    """The interview in a file; ``password`` opens a protected PDF.

    Raises PacketError, in the user's words, for whatever else it is. No more of the file is
    read than a packet or PDF may be long, and nothing but a plain file is opened.
    """
    data = _content(path)
    return read_packet(packet_in_pdf(data, password) if is_pdf(data) else data)


def _content(path: Path) -> bytes:
    """The bytes of the file, one more than is allowed if it is too large to be a packet."""
    try:
        # A pipe would never end; opening a device may do anything.
        if path.exists() and not path.is_file():
            raise PacketError(f"“{path.name}” is no file. Choose a packet or a PDF.")
        with path.open("rb") as file:
            head = file.read(SIZE_LIMIT + 1)
            return head + file.read(PDF_LIMIT + 1 - len(head)) if is_pdf(head) else head
    except FileNotFoundError as error:
        raise PacketError(f"“{path.name}” is not there; was a drive unplugged?") from error
    except (OSError, ValueError) as error:
        # A ValueError is a name that no file can have.
        reason = getattr(error, "strerror", None) or error
        raise PacketError(f"“{path.name}” cannot be read: {reason}.") from error

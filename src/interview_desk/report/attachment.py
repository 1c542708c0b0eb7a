"""The packet taken out of a PDF that came from outside."""

import zlib
from io import BytesIO

import pikepdf
from pikepdf import Name

from interview_desk.interview.packet import SIZE_LIMIT, PacketError
from interview_desk.report.names import PACKET_NAME
from interview_desk.report.passwords import prepared

PDF_LIMIT = 100_000_000
# Where a PDF must say that it is one: readers look no further.
_HEAD = 1024
_NO_PACKET = "The PDF carries no interview data. Ask for the one that Interview Desk saved."
_DAMAGED = "The PDF is damaged and was not read. Ask for it again."
_LOCKED = "The PDF is protected with a password. Give the password, or ask for a PDF without one."
_WRONG = "That is not the password of the PDF."


class PasswordNeededError(PacketError):
    """The PDF is protected, and no password was given or not the right one."""


def is_pdf(data: bytes) -> bool:
    """Whether the bytes call themselves a PDF."""
    return b"%PDF-" in data[:_HEAD]


def packet_in_pdf(data: bytes, password: str = "") -> bytes:
    """The packet attached to a PDF, for `read_packet` to judge.

    Raises PacketError, in the user's words, where there is none or it cannot be had, and
    PasswordNeededError where the password is not the PDF's. Nothing else in the PDF is
    looked at, and no more than a packet's size is ever unpacked.
    """
    if len(data) > PDF_LIMIT:
        raise PacketError(f"The PDF is larger than {PDF_LIMIT // 1_000_000} MB; it was not read.")
    if not is_pdf(data):
        raise PacketError("This is not a PDF.")
    try:
        with pikepdf.open(BytesIO(data), password=prepared(password)) as pdf:
            return _attached(pdf)
    except pikepdf.PasswordError as error:
        raise PasswordNeededError(_WRONG if password else _LOCKED) from error
    except (pikepdf.PdfError, zlib.error, ValueError, TypeError, KeyError) as error:
        # What pikepdf raises for objects that are not of the kind the format asks for.
        raise PacketError(_DAMAGED) from error


def _attached(pdf: pikepdf.Pdf) -> bytes:
    if PACKET_NAME not in pdf.attachments:
        raise PacketError(_NO_PACKET)
    stream = pdf.attachments[PACKET_NAME].get_file().obj
    if not isinstance(stream, pikepdf.Stream):
        raise PacketError(_DAMAGED)
    raw = stream.read_raw_bytes()
    filters = stream.get("/Filter")
    if filters is None:
        return _limited(raw)
    if filters != Name.FlateDecode and list(filters) != [Name.FlateDecode]:
        raise PacketError(_DAMAGED)
    # Unpacked by hand: a small file may unpack to more than the memory holds.
    return _limited(zlib.decompressobj().decompress(raw, SIZE_LIMIT + 1))


def _limited(packet: bytes) -> bytes:
    if len(packet) > SIZE_LIMIT:
        size = SIZE_LIMIT // 1_000_000
        raise PacketError(f"The packet in the PDF is larger than {size} MB; it was not read.")
    return packet

"""A finished PDF as bytes: with what is attached to it, packed, and protected by a password."""

import unicodedata
import zlib
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
from pikepdf import Array, Name

from interview_desk.errors import UserError
from interview_desk.report.file_names import PACKET_NAME

# The end of a stream and the line end after it, which some take for one line end of two bytes:
# the stream is then a byte shorter than it says.
_MISREAD = b"\r\nendstream"
# The most of a password that the encryption takes into account (ISO 32000-2, 7.6.4.3.3), in bytes.
_LONGEST_PASSWORD = 127


class PasswordError(UserError):
    """A password that no PDF can be protected with."""


def attach(pdf: pikepdf.Pdf, packet: bytes, dated_ms: int) -> None:
    """Puts the packet into the PDF, dated (UTC epoch ms) as the document is."""
    stamp = datetime.fromtimestamp(dated_ms / 1000, tz=UTC).strftime("D:%Y%m%d%H%M%SZ")
    spec = pikepdf.AttachedFileSpec(
        pdf,
        packet,
        filename=PACKET_NAME,
        mime_type="application/json",
        description="The interview as data, for calibration",
        creation_date=stamp,
        mod_date=stamp,
    )
    spec.relationship = Name.Data
    pdf.attachments[PACKET_NAME] = spec
    pdf.Root.AF = Array([pdf.attachments[PACKET_NAME].obj])


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The PDF's bytes, the same for the same PDF."""
    _pack(pdf)
    # Streams of objects make it smaller; the table that all programs know is the way out.
    data = _written(pdf, pikepdf.ObjectStreamMode.generate)
    if _MISREAD in data:
        data = _written(pdf, pikepdf.ObjectStreamMode.disable)
    return data


def _written(pdf: pikepdf.Pdf, objects: pikepdf.ObjectStreamMode) -> bytes:
    file = BytesIO()
    pdf.save(
        file,
        min_version="1.7",
        fix_metadata_version=False,
        deterministic_id=True,
        object_stream_mode=objects,
    )
    return file.getvalue()


def protected(data: bytes, password: str) -> bytes:
    """The PDF under a password: no two are the same, for chance makes the key.

    Raises PasswordError for a password that no PDF can have.
    """
    file = BytesIO()
    kept = _encryption(password)
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(file, min_version="1.7", fix_metadata_version=False, encryption=kept)
    return file.getvalue()


def prepared(password: str) -> str:
    """The password in the one form that a PDF is protected with, however it was typed.

    ISO 32000-2 asks for SASLprep (RFC 4013), of which this is the part that the same letters
    typed on two systems need.
    """
    return unicodedata.normalize("NFKC", password)


def _encryption(password: str) -> pikepdf.Encryption:
    """AES-256 for everything in the PDF, its attachment and title included.

    Whoever has the password may do everything with it; programs that read aloud may always
    take the text out, as PDF/UA asks. Raises PasswordError for one that is too long or has
    characters that cannot be typed.
    """
    ready = prepared(password)
    if not ready.isprintable():
        raise PasswordError("The password has characters that cannot be typed. Choose another.")
    if len(ready.encode()) > _LONGEST_PASSWORD:
        raise PasswordError("The password is too long for a PDF. Choose a shorter one.")
    everything = pikepdf.Permissions(accessibility=True, modify_assembly=True)
    return pikepdf.Encryption(owner=ready, user=ready, R=6, allow=everything)


def _pack(pdf: pikepdf.Pdf) -> None:
    """Packs every stream; a line end behind the packed bytes is part of none of them."""
    for stream in pdf.objects:
        if isinstance(stream, pikepdf.Stream) and "/Filter" not in stream:
            packed = zlib.compress(stream.read_raw_bytes())
            end = b"\n" if packed.endswith(b"\r") else b""
            stream.write(packed + end, filter=Name.FlateDecode)

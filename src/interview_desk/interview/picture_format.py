"""The one form that a kept picture has: a plain PNG or JPEG in red, green and blue.

Whatever is pasted is written anew in it, so that a PDF can carry the bytes as they are. What
comes in a packet is looked at here before anything draws it.
"""

import hashlib
import struct
from enum import StrEnum

LONGEST_SIDE = 2_400
MOST_BYTES = 2_000_000
# Of all pictures of one interview: as text they take a third more of what a packet may have.
ALL_BYTES = 15_000_000
_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
_PLAIN_PNG = b"\x08\x02\x00\x00\x00"  # eight bits of three colours each, row after row
_JPEG = b"\xff\xd8\xff"
_FRAMES = (0xC0, 0xC1, 0xC2)


class PictureForm(StrEnum):
    """How the bytes of a picture are packed."""

    PNG = "png"
    JPEG = "jpeg"


def digest_of(data: bytes) -> str:
    """What a picture is called: the SHA-256 of its bytes."""
    return hashlib.sha256(data).hexdigest()


def shape_of(data: bytes) -> tuple[PictureForm, int, int] | None:
    """The form, width and height that the bytes say they have; None if they are of another."""
    if data.startswith(_PNG) and data[24:29] == _PLAIN_PNG:
        width, height = struct.unpack(">II", data[16:24])
        return PictureForm.PNG, width, height
    return _jpeg_shape(data) if data.startswith(_JPEG) else None


def _jpeg_shape(data: bytes) -> tuple[PictureForm, int, int] | None:
    """Of the first frame (ITU T.81, B.2); each segment before it says how long it is."""
    at = 2
    while at + 10 <= len(data) and data[at] == 0xFF:
        marker, (length,) = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])
        if marker in _FRAMES:
            bits, height, width, colours = struct.unpack(">BHHB", data[at + 4 : at + 10])
            return (PictureForm.JPEG, width, height) if (bits, colours) == (8, 3) else None
        if length < 2:
            return None
        at += 2 + length
    return None

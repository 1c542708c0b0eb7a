"""Pictures from outside, read in a process of their own: what is kept of them, what is refused."""

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QTransform

from interview_desk.errors import UserError
from interview_desk.interview.picture_format import LONGEST_SIDE, MOST_BYTES, PictureForm, shape_of
from interview_desk.report.picture_reading import is_sound, read_picture, written_anew
from tests.helpers.drawn import drawn, jpeg, packed, png

PLACE = b"Exif\0\0II*\0\x08\0\0\0"


def photo(width: int, height: int, orientation: int = 1) -> bytes:
    """A JPEG as a telephone takes it: turned, with the place and the owner's name in it."""
    owner = b"Zoe Quasimpel, 52.52N\0"
    entries = struct.pack("<HHHII", 2, 0x0112, 3, 1, orientation)
    entries += struct.pack("<HHII", 0x013B, 2, len(owner), 38) + bytes(4)
    exif = PLACE + entries + owner
    body = packed(drawn(width, height), "jpeg", 90)
    return body[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + body[2:]


def bomb(side: int) -> bytes:
    """A PNG of some hundred bytes that says it is ``side`` wide and high."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(100_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_a_photo_is_upright_and_says_nothing_of_where_it_was_taken(tmp_path: Path) -> None:
    path = tmp_path / "board.jpg"
    path.write_bytes(photo(300, 200, orientation=6))
    assert b"Quasimpel" in path.read_bytes()
    kept = read_picture(path)
    assert shape_of(kept) in {(form, 200, 300) for form in PictureForm}
    assert b"Quasimpel" not in kept
    assert b"Exif" not in kept
    turned = drawn(300, 200).transformed(QTransform().rotate(90))
    there, asked = QImage.fromData(kept).pixelColor(100, 60), turned.pixelColor(QPoint(100, 60))
    assert abs(there.red() - asked.red()) < 12


@pytest.mark.parametrize("form", ["png", "jpeg", "bmp", "webp"])
def test_what_is_pasted_is_kept_in_the_smaller_form(form: str) -> None:
    kept = written_anew(packed(drawn(4_000, 1_000), form), "board")
    shape = shape_of(kept)
    assert shape is not None
    assert shape[1:] == (LONGEST_SIDE, 600)
    assert shape[0] is PictureForm.PNG
    assert is_sound(kept)


def test_what_is_seen_through_is_seen_on_white() -> None:
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    kept = QImage.fromData(written_anew(packed(image, "png"), "drawing"))
    assert kept.pixelColor(5, 5) == QColor("white")


def test_noise_is_kept_within_the_bytes_that_a_picture_may_have() -> None:
    image = QImage(2_400, 2_400, QImage.Format.Format_RGB888)
    state, rows = 1, bytearray()
    for _ in range(2_400):
        state = (state * 1103515245 + 12345) % 2**31
        rows += zlib.compress(state.to_bytes(4, "big") * 50)[:3]
    noise = (bytes(rows) * 2_401)[: 2_400 * 2_400 * 3]
    image = QImage(noise, 2_400, 2_400, 7_200, QImage.Format.Format_RGB888)
    assert len(written_anew(packed(image, "png"), "noise")) <= MOST_BYTES


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("bomb.png", bomb(60_000), "too many pixels"),
        ("bomb.png", bomb(7_000), "damaged"),
        ("cut.png", png(300, 200)[:200], "damaged"),
        (
            "page.svg",
            b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
            "no picture",
        ),
        ("photo.heic", b"\0\0\0\x18ftypheic" + bytes(100), "PNG or JPEG"),
        ("empty.png", b"", "no picture"),
    ],
    ids=["bomb", "hollow", "cut", "svg", "heic", "empty"],
)
def test_what_cannot_be_read_is_refused_in_words(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UserError, match=words) as told:
        read_picture(path)
    assert name in str(told.value)


def test_a_kept_picture_is_sound_only_if_all_of_it_is_there() -> None:
    assert is_sound(jpeg(40, 30))
    assert not is_sound(png(40, 30)[:60])
    assert not is_sound(b"GIF89a")

"""A picture from outside, written anew as it is kept: nothing is in it but what it shows."""

import base64
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from interview_desk.errors import UserError
from interview_desk.interview.picture_format import (
    LONGEST_SIDE,
    MOST_BYTES,
    shape_of,
)
from interview_desk.limited_process import Cancellation, Limits
from interview_desk.report.limited_reading import FileKind, content_of, read_limited

FILE_LIMIT = 40_000_000
PASTED = Path("The picture")
_MOST_PIXELS = 60_000_000
# Not those that are drawn by a program, such as SVG: one may ask for other files.
FORMS = (b"png", b"jpeg", b"jpg", b"gif", b"bmp", b"webp", b"tiff")
_MEGABYTES = 400  # of one image while it is read
_LIMITS = Limits(seconds=6, memory=900_000_000, answer=MOST_BYTES + 1_000)
# The first of them that is small enough is taken.
_QUALITIES = (88, 75, 60, 40, 20)
_USE = "Save it as PNG or JPEG, and add that."


def read_picture(
    path: Path = PASTED, content: bytes = b"", cancellation: Cancellation | None = None
) -> bytes:
    """The picture in a file, or in ``content``, in the form that `shape_of` tells.

    It is read in a process of its own. Raises UserError, in the user's words, and CancelledError.
    """
    more = {"content": base64.b64encode(content).decode()}
    found = read_limited(FileKind.PICTURE, path, _LIMITS, more=more, cancellation=cancellation)
    if shape_of(found) is None:
        raise UserError(f"“{path.name}” cannot be read as a picture. {_USE}")
    return found


def picture_bytes(content: str, path: Path, _password: str) -> bytes:
    """In the process: the picture written anew, from base 64 or the file. Raises UserError."""
    pasted = base64.b64decode(content)
    data = pasted or content_of(path, FILE_LIMIT, "Choose a picture.")
    return written_anew(data, path.name)


def written_anew(data: bytes, name: str) -> bytes:
    """The picture in the form that is kept, at most 2,400 pixels wide and high.

    Where it was taken, with what, and all else that its file says is left out. Raises UserError.
    """
    if len(data) > FILE_LIMIT:
        raise UserError(
            f"“{name}” is larger than {FILE_LIMIT // 1_000_000} MB; it was not added. "
            "Add a smaller copy of it."
        )
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    image = _read(buffer, name)
    kept = [_written(image, b"png", 40), *_small_jpeg(image)]
    fitting = [each for each in kept if len(each) <= MOST_BYTES and shape_of(each) is not None]
    if not fitting:
        raise UserError(f"“{name}” cannot be made small enough. Add a smaller part of it.")
    return min(fitting, key=len)


def is_sound(data: bytes) -> bool:
    """Whether a picture in the form that is kept can be drawn to its end."""
    shape = shape_of(data)
    if shape is None or max(shape[1:]) > LONGEST_SIDE:
        return False
    form, width, height = shape
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return QImageReader(buffer, form.encode()).read().size() == QSize(width, height)


def _read(buffer: QBuffer, name: str) -> QImage:
    """The image, upright, on white, in plain colours.

    The reader goes with this function, before what it reads: the one of TIFF looks into it once
    more as it goes.
    """
    QImageReader.setAllocationLimit(_MEGABYTES)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if not reader.canRead() or bytes(reader.format().data()).lower() not in FORMS:
        raise UserError(f"“{name}” is no picture that can be read. {_USE}")
    size = reader.size()
    if size.isEmpty() or size.width() * size.height() > _MOST_PIXELS:
        raise UserError(
            f"“{name}” has too many pixels to be read ({size.width():,} × {size.height():,}); it "
            "was not added. Add a smaller copy of it."
        )
    if max(size.width(), size.height()) > LONGEST_SIDE:
        bounds = QSize(LONGEST_SIDE, LONGEST_SIDE)
        scaled = size.scaled(bounds, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(scaled.expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        raise UserError(f"“{name}” is damaged and was not added. Ask for it again.")
    return _plain(image)


def _plain(image: QImage) -> QImage:
    """Its pixels and nothing else, in the colours that screens and PDFs take for granted."""
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    plain = QImage(image.size(), QImage.Format.Format_RGB888)
    plain.fill(Qt.GlobalColor.white)
    painter = QPainter(plain)
    image.setDevicePixelRatio(1.0)
    painter.drawImage(0, 0, image)
    painter.end()
    return plain


def _small_jpeg(image: QImage) -> list[bytes]:
    for quality in _QUALITIES:
        data = _written(image, b"jpeg", quality)
        if len(data) <= MOST_BYTES:
            return [data]
    return []


def _written(image: QImage, form: bytes, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, form)
    writer.setQuality(quality)
    writer.write(image)
    return bytes(buffer.data().data())

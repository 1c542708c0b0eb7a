"""Pictures for tests, as they are kept and as they come from outside."""

from functools import cache

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter


def drawn(width: int, height: int) -> QImage:
    """A few boxes on white, as on a board."""
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for part in (0.1, 0.5):
        painter.fillRect(int(part * width), height // 4, width // 4, height // 2, QColor("teal"))
    painter.end()
    return image


def packed(image: QImage, form: str, quality: int = -1) -> bytes:
    """The bytes of an image in a form that Qt writes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, form.encode())
    writer.setQuality(quality)
    assert writer.write(image)
    return bytes(buffer.data().data())


@cache
def png(width: int, height: int) -> bytes:
    """A drawing as a PNG."""
    return packed(drawn(width, height), "png")


@cache
def jpeg(width: int, height: int) -> bytes:
    """A drawing as a JPEG."""
    return packed(drawn(width, height), "jpeg", 85)

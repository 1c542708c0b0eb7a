"""The icon in the forms that Windows and macOS want, drawn from the one that is kept as SVG.

`bundle.spec` asks for the one of the system that it runs on; on Linux the SVG itself is the icon.
"""

import os
from io import BytesIO
from pathlib import Path

from PIL import Image

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

_SIDES = (16, 24, 32, 48, 64, 128, 256, 512, 1024)
_LARGEST_IN_ICO = 256


def icon(svg: Path, target: Path) -> Path:
    """Writes the icon as ``.ico`` or ``.icns``, by the ending of the target, and returns that."""
    application = QGuiApplication.instance() or QGuiApplication([])
    pictures = [_drawn(svg, side) for side in _SIDES]
    del application
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.suffix == ".ico":
        sizes = [(side, side) for side in _SIDES if side <= _LARGEST_IN_ICO]
        largest = pictures[_SIDES.index(_LARGEST_IN_ICO)]
        largest.save(target, sizes=sizes, append_images=pictures[: len(sizes)])
    else:
        pictures[-1].save(target, append_images=pictures[:-1])
    return target


def _drawn(svg: Path, side: int) -> Image.Image:
    """Each size is drawn by itself: a small one is not a large one made small."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(BytesIO(data.data()))

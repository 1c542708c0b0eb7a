"""The pictures of an interview's notes: read apart from the window's thread, and drawn."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPixmap

from interview_desk.desk.background.jobs import Jobs
from interview_desk.desk.session import Session
from interview_desk.desk.theme.theme import Theme
from interview_desk.interview.records import Picture


class Pictures(QObject):
    """Those of one interview. Small ones are kept, as the list of notes draws them often.

    ``loaded`` carries the digest of one that can be drawn now.
    """

    loaded = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._load = session.picture_reader()
        self._jobs = Jobs(self)
        self._small: dict[str, tuple[QSize, QPixmap | None]] = {}

    def small(self, digest: str, size: QSize) -> QPixmap | None:
        """The picture in ``size`` pixels; None while it is read, and if it cannot be."""
        known = self._small.get(digest)
        if known is None or known[0] != size:
            self._small[digest] = size, None
            self._read(digest, size, partial(self._keep, digest, size))
            return None
        return known[1]

    def read(self, picture: Picture, then: Callable[[QImage], object]) -> None:
        """Let ``then`` have the whole picture; a null image if it cannot be read."""
        self._read(picture.digest, QSize(), then)

    def _read(self, digest: str, size: QSize, then: Callable[[QImage], object]) -> None:
        work = partial(_image, self._load, digest, size)
        self._jobs.run(work, then, lambda _error: then(QImage()))

    def _keep(self, digest: str, size: QSize, image: QImage) -> None:
        if not image.isNull():
            self._small[digest] = size, QPixmap.fromImage(image)
            self.loaded.emit(digest)


def fitted(picture: Picture, room: QSize) -> QSize:
    """The size of the picture within the room, never larger than it is."""
    whole = QSize(picture.width, picture.height)
    if whole.width() <= room.width() and whole.height() <= room.height():
        return whole
    return whole.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def paint_picture(
    painter: QPainter, theme: Theme, spot: QRect, pixmap: QPixmap | None, line: QColor
) -> None:
    """The picture in its place, within a thin line; where it is not read yet, its ground."""
    if pixmap is None or pixmap.isNull():
        painter.fillRect(spot, theme.colour("sunk"))
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(spot, pixmap)
    painter.setPen(line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(spot.adjusted(0, 0, -1, -1))


def _image(load: Callable[[str], bytes | None], digest: str, size: QSize) -> QImage:
    """In a thread: the picture, as large as ``size`` or whole. Raises StoreError."""
    data = load(digest)
    if data is None:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    if not size.isEmpty():
        reader.setScaledSize(size)
    return reader.read()

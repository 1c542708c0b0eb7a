"""One picture of a note, as large as there is room for."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from interview_desk.desk.pictures import fitted, paint_picture
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.painted import Painted
from interview_desk.interview.records import Picture


class PictureView(Painted, QWidget):
    """The whole picture, never larger than it is: in the middle of its room, or among other lines.

    Among other lines it is no higher than ``highest``, in design pixels, and where they begin.
    """

    def __init__(self, theme: Theme, highest: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._highest = highest
        self._picture: Picture | None = None
        self._image: QImage | None = None
        self._pixmap: QPixmap | None = None  # of the image, in the size that was drawn last
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed if highest else policy.Expanding)

    @property
    def is_read(self) -> bool:
        """Whether the picture itself is on show."""
        return self._image is not None and not self._image.isNull()

    def await_picture(self, picture: Picture) -> bool:
        """Keep the room of that picture; whether it is another than the one before."""
        if self._picture is not None and self._picture.digest == picture.digest:
            return False
        self._picture, self._image, self._pixmap = picture, None, None
        self._fit()
        self.update()
        return True

    def show_image(self, picture: Picture, image: QImage) -> None:
        """Show the picture that was read, if it is the one that is awaited."""
        if self._picture is not None and picture.digest == self._picture.digest:
            self._image, self._pixmap = image, None
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def draw(self, painter: QPainter) -> None:
        if self._picture is None:
            return
        room = self.rect()
        size = fitted(self._picture, room.size().expandedTo(QSize(1, 1)))
        spot = QRect(room.topLeft(), size)
        spot.moveCenter(room.center())
        if self._highest:
            is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            spot.moveLeft(room.right() + 1 - size.width() if is_rtl else room.left())
        pixmap = self._scaled(size * self.devicePixelRatioF())
        paint_picture(painter, self._theme, spot, pixmap, self._theme.colour("line"))

    def _fit(self) -> None:
        if self._highest and self._picture is not None:
            room = QSize(max(1, self.width()), self._theme.px(self._highest))
            self.setFixedHeight(fitted(self._picture, room).height())

    def _scaled(self, size: QSize) -> QPixmap | None:
        """The picture in that size; not left to the painter, which drops thin lines."""
        if self._image is None or self._image.isNull():
            return None
        if self._pixmap is None or self._pixmap.size() != size:
            ways = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._pixmap = QPixmap.fromImage(self._image.scaled(size, *ways))
        return self._pixmap

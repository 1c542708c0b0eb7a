"""The small heading over a group, with how many there are."""

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import Tone
from interview_desk.desk.widgets.paint import mirrored
from interview_desk.desk.widgets.text_painting import draw_line, one_line, tip_when_cut


class SectionLabel(QLabel):
    """A small bold heading, and a count such as "2 of 5" behind it."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        count: str = "",
        tone: Tone = "ink2",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        self._heading = one_line(text)
        self._count = count
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._tell()
        theme.changed.connect(self._restyle)

    def set_text(self, text: str) -> None:
        """Another heading."""
        self._heading = one_line(text)
        self._tell()

    def set_count(self, count: str) -> None:
        """Another count; empty for none."""
        if count != self._count:
            self._count = count
            self._tell()

    def sizeHint(self) -> QSize:
        gap = self._theme.px(5) if self._count else 0
        width = self._heading_width() + gap + self._count_width()
        return QSize(width, self._theme.px(18))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.px(48)), self._theme.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        room = self.width() - (theme.px(5) + self._count_width() if self._count else 0)
        heading = QRect(0, 0, min(self._heading_width(), max(room, 0)), self.height())
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour(self._tone))
        cut = draw_line(painter, self._seen(heading), self._heading, self)
        if self._count:
            left = heading.width() + theme.px(5)
            count = QRect(left, 0, self._count_width(), self.height())
            painter.setFont(theme.font("chip"))
            painter.setPen(theme.colour("ink3"))
            draw_line(painter, self._seen(count), self._count, self)
        painter.end()
        tip_when_cut(self, self._heading, cut)

    def _heading_width(self) -> int:
        return self._theme.width("label", self._heading)

    def _count_width(self) -> int:
        return self._theme.width("chip", self._count)

    def _seen(self, rect: QRect) -> QRect:
        return mirrored(rect, self.rect(), self.layoutDirection())

    def _tell(self) -> None:
        # The text is painted in two parts; readers of the screen hear it as one.
        self.setText(f"{self._heading} {self._count}".strip())
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

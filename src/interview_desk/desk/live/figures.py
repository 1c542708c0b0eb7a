"""A word and its figures, for times that change while one looks at them."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import Tone
from interview_desk.desk.widgets.lettering import draw_line


class Figures(QLabel):
    """``Elapsed 28:41 +1 min``: word, figures and remark in one line.

    A second that passes repaints this label alone: the page is laid out anew only when the
    text gets longer or shorter, because figures all have one width.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts = ("", "", "")
        self._tone: Tone = "ink2"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()
        theme.changed.connect(self._restyle)

    def show_time(self, word: str, figures: str, remark: str = "", tone: Tone = "ink2") -> None:
        """Say this, the remark in its tone; hidden while there are no figures."""
        parts = (word, figures, remark)
        if (parts, tone) == (self._parts, self._tone):
            return
        before, self._parts, self._tone = self._parts, parts, tone
        self.setVisible(bool(figures))
        self.setAccessibleName(self.text())
        if [len(part) for part in before] != [len(part) for part in parts]:
            self.updateGeometry()
        self.update()

    def text(self) -> str:
        """What it says, in one line."""
        return " ".join(part for part in self._parts if part)

    def sizeHint(self) -> QSize:
        widths = [width for _, width, _ in self._measured()]
        space = self._theme.px(5) * (len(widths) - 1)
        return QSize(sum(widths) + space, self._theme.metrics("strong").height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, spot = self._theme, self.rect()
        painter = QPainter(self)
        for text, width, tone in self._measured():
            spot.setWidth(width)
            painter.setFont(theme.font("strong" if tone == "ink" else "body"))
            painter.setPen(theme.colour(tone))
            draw_line(painter, spot, text, self)
            spot.moveLeft(spot.right() + 1 + theme.px(5))
        painter.end()

    def _measured(self) -> list[tuple[str, int, Tone]]:
        tones: tuple[Tone, Tone, Tone] = ("ink2", "ink", self._tone)
        return [
            (
                text,
                self._theme.metrics("strong" if tone == "ink" else "body").horizontalAdvance(text)
                + 1,
                tone,
            )
            for text, tone in zip(self._parts, tones, strict=True)
            if text
        ]

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

"""A time in a line of words, of which a second paints anew only what it changes."""

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from interview_desk.desk.theme.fonts import FontRole
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import Tone
from interview_desk.desk.widgets.painted import Themed

_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


class Figures(Themed, QLabel):
    """``Elapsed 28:41 +1 min``: word, figures and remark in one line. Pale while they stand.

    A second that passes repaints this label alone: the page is laid out anew only when the
    text gets longer or shorter, because figures all have one width.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._parts = ("", "", "")
        self._tone: Tone = "ink2"
        self._stands = False
        self._places: list[tuple[QRect, Tone]] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # It lays the ground itself: nothing beneath it is painted with it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def show_time(self, word: str, figures: str, remark: str = "", tone: Tone = "ink2") -> None:
        """Say this, the remark in its tone; hidden while there are no figures."""
        parts = (word, figures, remark)
        if (parts, tone) == (self._parts, self._tone):
            return
        before, toned = self._parts, tone != self._tone
        self._parts, self._tone = parts, tone
        self.setAccessibleName(self.text())
        if not toned and [len(part) for part in before] == [len(part) for part in parts]:
            self._update_changed(before)
        else:
            self._places = None
            self.setVisible(bool(figures))
            self.updateGeometry()
            self.update()

    def set_standing(self, stands: bool) -> None:
        """Show whether the time does not go by."""
        if stands != self._stands:
            self._stands = stands
            self._restyle()

    def text(self) -> str:
        """What it says, in one line."""
        return " ".join(part for part in self._parts if part)

    def sizeHint(self) -> QSize:
        widths = [width for _, width, _ in self._measured()]
        space = self._theme.px(5) * (len(widths) - 1)
        return QSize(sum(widths) + space, self._theme.metrics("strong").height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.palette().window())
        for text, spot, tone in self._placed():
            if event.rect().intersects(spot):
                painter.setFont(theme.font(_font_of(tone)))
                painter.setPen(theme.colour(tone))
                painter.drawText(spot, _FLAGS, text)
        painter.end()

    def _update_changed(self, before: tuple[str, str, str]) -> None:
        """Paint only the parts anew that say something else: their places are the same."""
        for text, spot, _ in self._placed():
            if text not in before:
                self.update(spot)

    def _placed(self) -> list[tuple[str, QRect, Tone]]:
        """Each part that is not empty, with its place: another only if another size is."""
        if self._places is None:
            left, self._places = 0, []
            for _, width, tone in self._measured():
                self._places.append((QRect(left, 0, width, self.height()), tone))
                left += width + self._theme.px(5)
        texts = [part for part in self._parts if part]
        return [(text, *place) for text, place in zip(texts, self._places, strict=True)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._places = None

    def _measured(self) -> list[tuple[str, int, Tone]]:
        tones: tuple[Tone, Tone, Tone] = ("ink2", "ink3" if self._stands else "ink", self._tone)
        return [
            (text, self._theme.width(_font_of(tone), text), tone)
            for text, tone in zip(self._parts, tones, strict=True)
            if text
        ]

    @Slot()
    def _restyle(self) -> None:
        self._places = None
        super()._restyle()


def _font_of(tone: Tone) -> FontRole:
    """Figures that go by are the strong ones in the line."""
    return "strong" if tone == "ink" else "body"

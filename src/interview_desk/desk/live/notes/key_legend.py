"""What the keys of the note field do, in one quiet line."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.keycap import key_cap_size, paint_key_cap
from interview_desk.desk.widgets.paint import mirrored, painter_on
from interview_desk.desk.widgets.text_painting import draw_line


class KeyLegend(QLabel):
    """Keys with a word each; those that find no room at the end are left out."""

    def __init__(
        self, theme: Theme, entries: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries = tuple(entries)
        self.setAccessibleName(", ".join(f"{keys}: {word}" for keys, word in entries))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        width = sum(self._width(keys, word) for keys, word in self._entries)
        return QSize(width, self._theme.px(18))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, left = self._theme, 0
        painter = painter_on(self)
        for keys, word in self._entries:
            width = self._width(keys, word)
            if left + width > self.width():
                break
            cap = key_cap_size(theme, keys)
            spot = QRect(left, (self.height() - cap.height()) // 2, cap.width(), cap.height())
            paint_key_cap(painter, theme, self._seen(spot), keys)
            words = QRect(spot.right() + 1 + theme.px(4), 0, width - cap.width(), self.height())
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("ink3"))
            draw_line(painter, self._seen(words), word, self)
            left += width
        painter.end()

    def _width(self, keys: str, word: str) -> int:
        theme = self._theme
        words = theme.metrics("small").horizontalAdvance(word) + 1
        return key_cap_size(theme, keys).width() + theme.px(4) + words + theme.px(14)

    def _seen(self, rect: QRect) -> QRect:
        return mirrored(rect, self.rect(), self.layoutDirection())

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

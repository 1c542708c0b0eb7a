"""The line that opens the disqualifiers and warning signs, and closes them again."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.keycap import key_cap_size, paint_key_cap
from interview_desk.desk.widgets.paint import focus_ring, mirrored, painter_on, rounded
from interview_desk.desk.widgets.text_painting import draw_line

_LINE = 20
_HEADING = "Any phase"
_CLOSED, _OPEN = "Disqualifiers and warning signs", "Back to the phase"


class ConcernsButton(QPushButton):
    """Words, how many were seen, and the key."""

    def __init__(self, theme: Theme, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = keys
        self._open = self._compact = False
        self._count = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(keys)
        self._tell()
        theme.changed.connect(self._restyle)

    def set_open(self, opened: bool) -> None:
        """Whether what it opens is open."""
        if opened != self._open:
            self._open = opened
            self._tell()

    def set_compact(self, compact: bool) -> None:
        """In one line, or with a heading above."""
        if compact != self._compact:
            self._compact = compact
            self._restyle()

    def set_keys(self, keys: str) -> None:
        """Another key to show."""
        self._keys = keys
        self.setAccessibleDescription(keys)
        self._restyle()

    def set_count(self, seen: int, of: int) -> None:
        """How many of them were seen."""
        count = f"{seen} of {of}"
        if count != self._count:
            self._count = count
            self._tell()

    def sizeHint(self) -> QSize:
        lines = 1 if self._compact else 2
        return QSize(self._theme.px(240), self._theme.px(lines * _LINE + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = painter_on(self)
        if self.underMouse() or self.isDown():
            rounded(painter, self.rect(), theme.px(6), theme.colour("sunk"))
        self._paint_words(painter)
        if self.hasFocus():
            focus_ring(painter, theme, self.rect(), theme.px(6))
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        theme, side, line = self._theme, self._theme.px(4), self._theme.px(_LINE)
        row = QRect(side, side, self.width() - 2 * side, line)
        cap = key_cap_size(theme, self._keys)
        spot = QRect(QPoint(), cap)
        spot.moveCenter(row.center())
        spot.moveRight(row.right())
        paint_key_cap(painter, theme, self._seen(spot), self._keys)
        painter.setPen(theme.colour("ink2"))
        if self._compact:
            row.setRight(spot.left() - theme.px(8))
        else:
            heading = QRect(row)
            heading.setRight(spot.left() - theme.px(8))
            painter.setFont(theme.font("label"))
            draw_line(painter, self._seen(heading), _HEADING, self)
            row.translate(0, line)
        painter.setFont(theme.font("body"))
        width = theme.width("body", self._count)
        count = QRect(row.right() + 1 - width, row.top(), width, line)
        draw_line(painter, self._seen(count), self._count, self)
        words = QRect(row)
        words.setRight(count.left() - theme.px(8))
        draw_line(painter, self._seen(words), self.text(), self)

    def _seen(self, rect: QRect) -> QRect:
        return mirrored(rect, self.rect(), self.layoutDirection())

    def _tell(self) -> None:
        self.setText(_OPEN if self._open else _CLOSED)
        self.setAccessibleName(f"{self.text()}, {self._count} seen")
        self.update()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

"""Where the search is: the picture of a field until somebody wants to type in it.

Qt's own field takes a twentieth of the whole start to make.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.keycap import key_cap_size, paint_key_cap
from interview_desk.desk.widgets.paint import field_frame, mirrored, painter_on
from interview_desk.desk.widgets.text_painting import draw_line

if TYPE_CHECKING:
    from interview_desk.desk.library.search_field import SearchField

_HINT = "Search candidates, questions and every note"
_LONGEST, _PAD, _TALL = 200, 12, 34


class SearchPlace(QWidget):
    """Becomes a `SearchField` when it is clicked, focused or asked for by `field`.

    ``looked_for`` carries the words with each key, ``stepped`` by how many lines to move in
    what is found, ``entered`` tells of Enter, ``left`` of Esc.
    """

    looked_for = Signal(str)
    stepped = Signal(int)
    entered = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = ""
        self._field: SearchField | None = None
        self.setAccessibleName("Search")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_keys(self, keys: str) -> None:
        """The key that leads here, only shown."""
        self._keys = keys
        if self._field is not None:
            self._field.set_keys(keys)
        self.update()

    def query(self) -> str:
        """What is looked for; empty if nothing is."""
        return self._field.text().strip() if self._field is not None else ""

    @property
    def field(self) -> SearchField:
        """The field itself, made now if it was not there yet."""
        if self._field is None:
            from interview_desk.desk.library.search_field import SearchField

            field = SearchField(self._theme, "Search", _HINT, self._keys)
            field.setMaxLength(_LONGEST)
            row = QHBoxLayout(self)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(field)
            self._field = field
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setFocusProxy(field)
            field.textChanged.connect(self.looked_for)
            field.stepped.connect(self.stepped)
            field.returnPressed.connect(self.entered)
            field.left.connect(self.left)
            field.show()
        return self._field

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(_TALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(64), self._theme.px(_TALL))

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.field.setFocus(event.reason())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._field is not None:
            return
        theme, pad = self._theme, self._theme.px(_PAD)
        painter = painter_on(self)
        field_frame(painter, theme, self, self.hasFocus())
        cap = key_cap_size(theme, self._keys)
        spot = QRect(pad, 0, max(0, self.width() - 3 * pad - cap.width()), self.height())
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("ink3"))
        draw_line(painter, mirrored(spot, self.rect(), self.layoutDirection()), _HINT, self)
        if self._keys:
            left, top = self.width() - pad - cap.width(), (self.height() - cap.height()) // 2
            spot = QRect(left, top, cap.width(), cap.height())
            seen = mirrored(spot, self.rect(), self.layoutDirection())
            paint_key_cap(painter, theme, seen, self._keys)
        painter.end()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

"""The top of the library: the search, and how an interview begins or comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.theme.theme import NO_LIMIT, XS, M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, MenuButton, TextButton
from interview_desk.desk.widgets.chips import key_cap_size, paint_key_cap
from interview_desk.desk.widgets.painted import Painted, field_frame
from interview_desk.desk.widgets.text_painting import draw_line

if TYPE_CHECKING:
    from interview_desk.desk.widgets.fields import LineField

_HINT = "Search candidates, questions and every note"
_LONGEST, _PAD, _TALL = 200, 12, 34
_SEARCH, _ABREAST, _WITH_DETAILS, _LEAST = 420, 700, 400, 240


class SearchBox(Painted, QWidget):
    """The picture of a field until it is clicked, focused or asked for by `field`.

    Qt's own field takes a twentieth of the whole start to make.

    ``looked_for`` carries the words with each key, ``stepped`` by how many lines to move in
    what is found, ``entered`` tells of Enter, ``left`` of Esc.
    """

    looked_for = Signal(str)
    stepped = Signal(int)
    entered = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._keys = ""
        self._field: LineField | None = None
        self.setAccessibleName("Search")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

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
    def field(self) -> LineField:
        """The field itself, made now if it was not there yet."""
        if self._field is None:
            from interview_desk.desk.widgets.fields import LineField

            field = LineField(self._theme, "Search", _HINT, self._keys)
            field.setMaxLength(_LONGEST)
            row = QHBoxLayout(self)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(field)
            self._field = field
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setFocusProxy(field)
            field.textChanged.connect(self.looked_for)
            field.returnPressed.connect(self.entered)
            field.installEventFilter(self)
            field.show()
        return self._field

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The arrow keys move in what is found, and Esc leaves it."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        match event.key():
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                return False
        return True

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(_TALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(64), self._theme.px(_TALL))

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.field.setFocus(event.reason())

    def draw(self, painter: QPainter) -> None:
        if self._field is not None:
            return
        theme, pad = self._theme, self._theme.px(_PAD)
        field_frame(painter, theme, self, self.hasFocus())
        cap = key_cap_size(theme, self._keys)
        spot = QRect(pad, 0, max(0, self.width() - 3 * pad - cap.width()), self.height())
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("ink3"))
        draw_line(painter, self._seen(spot), _HINT, self)
        if self._keys:
            left, top = self.width() - pad - cap.width(), (self.height() - cap.height()) // 2
            spot = QRect(left, top, cap.width(), cap.height())
            paint_key_cap(painter, theme, self._seen(spot), self._keys)


class Toolbar(QWidget):
    """Search, filter, packet and new interview; in two rows where there is less room."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme, keymap = desk.theme, desk.keymap
        self._theme = theme
        self.search = SearchBox(theme)
        self.filter = TextButton(theme, "Filter", ButtonKind.QUIET)
        self.details = TextButton(theme, "Details", ButtonKind.QUIET)
        self.open_packet = TextButton(theme, "Import…")
        self.new = TextButton(theme, "New interview", ButtonKind.PRIMARY)
        self.guides = MenuButton(theme, "Another guide, or a practice")
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        buttons.addStretch(1)
        for button in (self.filter, self.details, self.open_packet):
            buttons.addWidget(button)
        begin = QHBoxLayout()
        begin.setSpacing(XS)
        begin.addWidget(self.new)
        begin.addWidget(self.guides)
        buttons.addLayout(begin)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(M, 0, M, 0)
        self._row.setSpacing(S)
        self._row.addWidget(self.search, 2)
        self._row.addLayout(buttons, 1)
        self._restyle()
        keymap.follow(self.search, "library.search", self.search.set_keys)
        keymap.follow(self.new, "library.new", self.new.set_keys)
        theme.changed.connect(self._restyle)

    def set_empty(self, empty: bool) -> None:
        """Leave out what is of no use where there is no interview yet."""
        for widget in (self.search, self.filter, self.new, self.guides):
            widget.setVisible(not empty)
        self._fit()

    def leave_free(self, beside: int) -> None:
        """End so many px earlier, where the lines below end beside their scroll bar."""
        self._row.setContentsMargins(M, 0, M + beside, 0)

    def minimumSizeHint(self) -> QSize:
        # Narrower than the one row needs there are two.
        return QSize(self._theme.px(_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _restyle(self) -> None:
        self._fit()

    def _fit(self) -> None:
        width, px = self.width(), self._theme.px
        abreast, directions = width >= px(_ABREAST), QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if abreast else directions.TopToBottom)
        self.search.setMaximumWidth(px(_SEARCH) if abreast else NO_LIMIT)
        self.open_packet.setVisible(abreast or self.search.isHidden())
        self.details.setVisible(width >= px(_WITH_DETAILS) and not self.search.isHidden())

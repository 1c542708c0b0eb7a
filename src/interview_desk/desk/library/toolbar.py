"""The top of the library: the search, and how an interview begins or comes in."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.library.search_box import SearchPlace
from interview_desk.desk.theme.theme import NO_LIMIT, XS, M, S
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.menu_button import MenuButton

_SEARCH, _ABREAST, _WITH_DETAILS, _LEAST = 420, 700, 400, 240


class Bar(QWidget):
    """Search, filter, packet and new interview; in two rows where there is less room."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme, keymap = desk.theme, desk.keymap
        self._theme = theme
        self.search = SearchPlace(theme)
        self.filter = TextButton(theme, "Filter", ButtonKind.QUIET)
        self.details = TextButton(theme, "Details", ButtonKind.QUIET)
        self.open_packet = TextButton(theme, "Open a packet…")
        self.new = TextButton(theme, "New interview", ButtonKind.PRIMARY)
        self.guides = MenuButton(theme, "New interview with another guide")
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

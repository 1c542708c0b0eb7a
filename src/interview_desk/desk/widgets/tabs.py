"""Tabs with a line under the one in front."""

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.painted import Painted
from interview_desk.desk.widgets.text_painting import button_text, draw_line, one_line, tip

_PAD = 7


class Tabs(Painted, QTabBar):
    """A row of tabs; where they do not fit it scrolls, and keeps the one in front in sight.

    Emits Qt's own ``currentChanged``.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """``name`` says what the tabs switch, for screen readers."""
        super().__init__(theme, parent)
        self._words: list[str] = []
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        for button in self.findChildren(QToolButton):
            # Qt's own, laid over the tabs at the end of the row.
            button.setAutoFillBackground(True)
            button.setBackgroundRole(QPalette.ColorRole.Window)
            button.setAutoRaise(True)

    def set_tabs(self, words: list[str]) -> None:
        """Show these tabs and no others, the first in front; nothing is emitted."""
        blocked = self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        self._words = [one_line(word) for word in words]
        for number, word in enumerate(self._words):
            self.addTab(button_text(word))
            self.setTabToolTip(number, tip(word))
        self.setCurrentIndex(0)
        self.blockSignals(blocked)
        self.updateGeometry()

    def tabSizeHint(self, index: int) -> QSize:
        theme = self._theme
        words = theme.width("strong", self._words[index])
        return QSize(words + 2 * theme.px(_PAD), theme.px(32))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        # One tab and the buttons to scroll by.
        return QSize(self._theme.px(120), self.sizeHint().height())

    def draw(self, painter: QPainter) -> None:
        theme = self._theme
        base = self.rect().adjusted(0, self.height() - 1, 0, 0)
        painter.fillRect(base, theme.colour("line"))
        for number, word in enumerate(self._words):
            spot = self.tabRect(number)
            chosen = number == self.currentIndex()
            hovered = spot.contains(self.mapFromGlobal(self.cursor().pos())) and self.underMouse()
            painter.setFont(theme.font("strong" if chosen else "body"))
            painter.setPen(theme.colour("ink" if chosen or hovered else "ink2"))
            inner = spot.adjusted(theme.px(2), 0, -theme.px(2), -theme.px(2))
            draw_line(painter, inner, word, self, Qt.AlignmentFlag.AlignHCenter)
            if chosen:
                thick = theme.px(2)
                under = QRect(spot.left(), spot.bottom() + 1 - thick, spot.width(), thick)
                painter.fillRect(under, theme.colour("accent"))
                self._ring(painter, spot.adjusted(1, 2, -1, -theme.px(3)), theme.px(5))

    @Slot()
    def _restyle(self) -> None:
        # QTabBar measures its tabs again only when one of them changes.
        for number, word in enumerate(self._words):
            self.setTabText(number, button_text(word))
        super()._restyle()

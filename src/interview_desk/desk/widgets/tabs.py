"""Tabs with a line under the one in front."""

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.lettering import button_text, draw_line, one_line, tip
from interview_desk.desk.widgets.paint import focus_ring, painter_on


class Tabs(QTabBar):
    """A row of tabs; cuts long words rather than scroll. Emits Qt's own ``currentChanged``."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """``name`` says what the tabs switch, for screen readers."""
        super().__init__(parent)
        self._theme = theme
        self._words: list[str] = []
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self._restyle)

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
        return QSize(words + 2 * theme.px(9), theme.px(32))

    def minimumTabSizeHint(self, _index: int) -> QSize:
        return QSize(self._theme.px(32), self._theme.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = painter_on(self)
        base = self.rect().adjusted(0, self.height() - 1, 0, 0)
        painter.fillRect(base, theme.colour("line"))
        for number, word in enumerate(self._words):
            spot = self.tabRect(number)
            chosen = number == self.currentIndex()
            hovered = spot.contains(self.mapFromGlobal(self.cursor().pos())) and self.underMouse()
            painter.setFont(theme.font("strong" if chosen else "body"))
            painter.setPen(theme.colour("ink" if chosen or hovered else "ink2"))
            inner = spot.adjusted(theme.px(4), 0, -theme.px(4), -theme.px(2))
            draw_line(painter, inner, word, self, Qt.AlignmentFlag.AlignHCenter)
            if chosen:
                thick = theme.px(2)
                under = QRect(spot.left(), spot.bottom() + 1 - thick, spot.width(), thick)
                painter.fillRect(under, theme.colour("accent"))
                if self.hasFocus():
                    ring = spot.adjusted(1, 2, -1, -theme.px(3))
                    focus_ring(painter, theme, ring, theme.px(5))
        painter.end()

    @Slot()
    def _restyle(self) -> None:
        # QTabBar measures its tabs again only when one of them changes.
        for number, word in enumerate(self._words):
            self.setTabText(number, button_text(word))
        self.updateGeometry()
        self.update()

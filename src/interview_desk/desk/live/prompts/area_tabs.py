"""The tabs of a phase: as many rows as their words need, so that none is ever cut."""

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from interview_desk.desk.theme.fonts import FontRole
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.layouts import FlowRow
from interview_desk.desk.widgets.painted import Pressable, focus_ring
from interview_desk.desk.widgets.text_painting import button_text, draw_line, one_line
from interview_desk.guide.model import Area

_PAD, _HEIGHT = 7, 30
_CLOSE_PAD, _CLOSE_HEIGHT = 4, 22


class _Tab(Pressable, QAbstractButton):
    """One word to choose."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._word = ""
        self._close = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # they are one stop of Tab together

    def set_word(self, word: str, told: str) -> None:
        """Another word, and what the tool tip tells."""
        self._word = one_line(word)
        self.setText(button_text(word))
        self.setAccessibleName(self._word)
        self.setToolTip(told)
        self.updateGeometry()
        self.update()

    def set_close(self, close: bool) -> None:
        """Small, or in full."""
        if close != self._close:
            self._close = close
            self.updateGeometry()
            self.update()

    def open_size(self) -> QSize:
        """Its size in full."""
        theme = self._theme
        return QSize(theme.width("strong", self._word) + 2 * theme.px(_PAD), theme.px(_HEIGHT))

    def sizeHint(self) -> QSize:
        theme = self._theme
        if not self._close:
            return self.open_size()
        width = theme.width("label", self._word) + 2 * theme.px(_CLOSE_PAD)
        return QSize(width, theme.px(_CLOSE_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        # The longest word alone makes no panel wider; in a narrower one it is cut after all.
        return QSize(min(self.sizeHint().width(), self._theme.px(120)), self.sizeHint().height())

    def draw(self, painter: QPainter) -> None:
        theme, chosen = self._theme, self.isChecked()
        lit = chosen or self.underMouse()
        fonts: tuple[FontRole, FontRole] = ("small", "label") if self._close else ("body", "strong")
        painter.setFont(theme.font(fonts[chosen]))
        painter.setPen(theme.colour("ink" if lit else "ink2"))
        inner = self.rect().adjusted(theme.px(2), 0, -theme.px(2), -theme.px(2))
        draw_line(painter, inner, self._word, self, Qt.AlignmentFlag.AlignHCenter)
        thick = theme.px(2)
        under = QRect(0, self.height() - thick, self.width(), thick)
        painter.fillRect(under, theme.colour("accent" if chosen else "line"))
        row = self.parentWidget()
        if chosen and row is not None and row.hasFocus():
            focus_ring(painter, theme, self.rect().adjusted(1, 2, -1, -theme.px(3)), theme.px(5))


class AreaTabs(QWidget):
    """Tabs of which one is in front; ``currentChanged`` carries its number, from 0.

    The arrow keys go from one to the next while they have the focus.
    """

    currentChanged = Signal(int)  # noqa: N815 - as Qt's own tabs call it

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """``name`` says what the tabs switch, for screen readers."""
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._row = FlowRow(gap=0)
        self._tabs: list[_Tab] = []
        self._count = 0
        self.setLayout(self._row)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group.idToggled.connect(self._on_toggled)

    def set_tabs(self, words: list[str], tips: list[str]) -> None:
        """Show these tabs and no others, the first in front; nothing is emitted."""
        for number in range(len(self._tabs), len(words)):
            tab = _Tab(self._theme, self)
            self._tabs.append(tab)
            self._group.addButton(tab, number)
            self._row.addWidget(tab)
        self._count = len(words)
        for tab, word, told in zip(self._tabs, words, tips, strict=False):
            tab.set_word(word, told)
        for number, tab in enumerate(self._tabs):
            tab.setVisible(number < self._count)
        blocked = self._group.blockSignals(True)
        self._tabs[0].setChecked(True)
        self._group.blockSignals(blocked)
        self.updateGeometry()

    def set_close(self, close: bool) -> None:
        """Small, where there is little room, or in full."""
        for tab in self._tabs:
            tab.set_close(close)

    def open_height(self, width: int) -> int:
        """The height that they need in full, in that width."""
        rows, left = 1, 0
        for size in (tab.open_size() for tab in self._tabs[: self._count]):
            if left and left + size.width() > width:
                rows, left = rows + 1, 0
            left += size.width()
        return rows * self._theme.px(_HEIGHT)

    def count(self) -> int:
        """How many there are."""
        return self._count

    def currentIndex(self) -> int:
        """The number of the tab in front."""
        return self._group.checkedId()

    def setCurrentIndex(self, number: int) -> None:
        """Bring another tab to the front."""
        self._tabs[number].setChecked(True)

    def words_fit(self) -> bool:
        """Whether no tab is narrower than its words."""
        return all(tab.width() >= tab.sizeHint().width() for tab in self._tabs[: self._count])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ahead = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        steps = {Qt.Key.Key_Right: 1 if ahead else -1, Qt.Key.Key_Left: -1 if ahead else 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.setCurrentIndex(min(max(0, self.currentIndex() + step), self._count - 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @Slot(int, bool)
    def _on_toggled(self, number: int, chosen: bool) -> None:
        if chosen:
            self.setAccessibleDescription(self._tabs[number].accessibleName())
            self.currentChanged.emit(number)


def tab_words(areas: tuple[Area, ...]) -> list[str]:
    """The first word of each area, which fits on a tab, unless two begin with the same."""
    words = [area.brief.split()[0] for area in areas]
    return words if len(set(words)) == len(words) else [area.brief for area in areas]

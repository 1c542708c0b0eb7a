"""The tabs of a phase: as many rows as their words need, so that none is ever cut."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QTabBar, QToolTip, QWidget

from interview_desk.desk.theme.fonts import FontRole
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.painted import Painted
from interview_desk.desk.widgets.text_painting import button_text, draw_line, one_line
from interview_desk.guide.model import Area

_PAD, _HEIGHT = 7, 30
_CLOSE_PAD, _CLOSE_HEIGHT = 4, 22


class AreaTabs(Painted, QTabBar):
    """Qt's own tabs to the keyboard and to who hears them, laid out in rows.

    Qt places tabs in one row only, and not where these stand: so they are painted, and found
    below the pointer, here.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """``name`` says what the tabs switch, for screen readers."""
        super().__init__(theme, parent)
        self._words: list[str] = []
        self._close = False
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._follow_width()

    def set_tabs(self, words: list[str], tips: list[str]) -> None:
        """Show these tabs and no others, the first in front; nothing is emitted."""
        blocked = self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        self._words = [one_line(word) for word in words]
        for number, (word, told) in enumerate(zip(self._words, tips, strict=True)):
            self.addTab(button_text(word))
            self.setTabToolTip(number, told)
        self.setCurrentIndex(0)
        self.blockSignals(blocked)
        self._restyle()

    def set_close(self, close: bool, width: int) -> None:
        """Small, where there is little room or that saves a row in that width, or in full."""
        close = close or self._saves_a_row(width)
        if close != self._close:
            self._close = close
            self._restyle()

    def open_height(self, width: int) -> int:
        """The height that they need in that width where there is room."""
        return _bottom(self._places(width, close=self._saves_a_row(width)))

    def places(self) -> list[QRect]:
        """Where each stands."""
        return [self._seen(place) for place in self._places(self.width(), close=self._close)]

    def tabSizeHint(self, index: int) -> QSize:
        return self._size(self._words[index], close=self._close)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _bottom(self._places(width, close=self._close))

    def sizeHint(self) -> QSize:
        sizes = [self._size(word, close=self._close) for word in self._words]
        return QSize(sum(each.width() for each in sizes), self._height(close=self._close))

    def minimumSizeHint(self) -> QSize:
        sizes = [self._size(word, close=self._close).width() for word in self._words]
        # A word as long as that alone makes no panel wider.
        widest = min(max(sizes, default=0), self._theme.px(160))
        return QSize(widest, self._height(close=self._close))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._at(event.pos())
            QToolTip.showText(event.globalPos(), self.tabToolTip(number), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position().toPoint())
        if number >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.setCurrentIndex(number)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # all was done at the press

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def draw(self, painter: QPainter) -> None:
        theme, thick = self._theme, self._theme.px(2)
        under_pointer = self._at(self.mapFromGlobal(self.cursor().pos()))
        fonts: tuple[FontRole, FontRole] = ("small", "label") if self._close else ("body", "strong")
        for number, (word, spot) in enumerate(zip(self._words, self.places(), strict=True)):
            chosen = number == self.currentIndex()
            lit = chosen or (number == under_pointer and self.underMouse())
            painter.setFont(theme.font(fonts[chosen]))
            painter.setPen(theme.colour("ink" if lit else "ink2"))
            inner = spot.adjusted(thick, 0, -thick, -thick)
            draw_line(painter, inner, word, self, Qt.AlignmentFlag.AlignHCenter)
            under = QRect(spot.left(), spot.bottom() + 1 - thick, spot.width(), thick)
            painter.fillRect(under, theme.colour("accent" if chosen else "line"))
            if chosen:
                self._ring(painter, spot.adjusted(1, 2, -1, -theme.px(3)), theme.px(5))

    def _at(self, point: QPoint) -> int:
        """The number of the tab there, or -1."""
        found = (number for number, spot in enumerate(self.places()) if spot.contains(point))
        return next(found, -1)

    def _places(self, width: int, *, close: bool) -> list[QRect]:
        """One behind the other, and on in a row below where the width ends."""
        places: list[QRect] = []
        left = top = 0
        for word in self._words:
            size = self._size(word, close=close)
            if left and left + size.width() > width:
                left, top = 0, top + size.height()
            places.append(QRect(QPoint(left, top), size))
            left += size.width()
        return places

    def _saves_a_row(self, width: int) -> bool:
        """Whether they need fewer rows small than in full."""
        small, full = (self._places(width, close=close) for close in (True, False))
        return len({place.top() for place in small}) < len({place.top() for place in full})

    def _size(self, word: str, *, close: bool) -> QSize:
        font: FontRole = "label" if close else "strong"
        words = self._theme.width(font, word)
        pad = self._theme.px(_CLOSE_PAD if close else _PAD)
        return QSize(words + 2 * pad, self._height(close=close))

    def _height(self, *, close: bool) -> int:
        return self._theme.px(_CLOSE_HEIGHT if close else _HEIGHT)


def _bottom(places: list[QRect]) -> int:
    return max((place.bottom() + 1 for place in places), default=0)


def tab_words(areas: tuple[Area, ...]) -> list[str]:
    """The first word of each area, which fits on a tab, unless two begin with the same."""
    words = [area.brief.split()[0] for area in areas]
    return words if len(set(words)) == len(words) else [area.brief for area in areas]

"""The right column: the phase's indicators, its areas to explore, and what concerns any phase."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from interview_desk.desk.live.prompts.area_tabs import AreaTabs, tab_words
from interview_desk.desk.live.prompts.indicator_rows import BAR_ROOM, IndicatorRows
from interview_desk.desk.live.prompts.phase_guide import QuestionRows
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.theme import XS, S, Theme
from interview_desk.desk.widgets.chips import key_cap_size, paint_key_cap
from interview_desk.desk.widgets.label import SectionLabel
from interview_desk.desk.widgets.painted import Painted, rounded
from interview_desk.desk.widgets.panel import ScrollColumn
from interview_desk.desk.widgets.text_painting import draw_line, tip
from interview_desk.guide.model import Area, Indicator, Phase
from interview_desk.interview.interview import Interview

_LINE = 20
_HEADING = "Any phase"
_CLOSED, _OPEN = "Disqualifiers and warning signs", "Back to the phase"
DIGITS = range(1, 11)
_LEAST = 30
# Of a compact window, before the rows stand closer.
_SHARE = 0.3


class _ConcernsButton(Painted, QPushButton):
    """Words, how many were seen, and the key."""

    def __init__(self, theme: Theme, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._keys = keys
        self._open = self._compact = False
        self._seen_of = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(keys)
        self._tell()

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
        if (seen, of) != self._seen_of:
            self._seen_of = seen, of
            self._tell()

    def sizeHint(self) -> QSize:
        height = self._theme.px(_LINE + 2) if self._compact else self.full_height()
        return QSize(self._theme.px(240), height)

    def full_height(self) -> int:
        """Its height with the heading above."""
        return self._theme.px(2 * _LINE + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def draw(self, painter: QPainter) -> None:
        theme, line = self._theme, self._theme.px(_LINE)
        if self.underMouse() or self.isDown():
            rounded(painter, self.rect(), theme.px(6), theme.colour("sunk"))
        self._ring(painter, self.rect(), theme.px(6))
        row = QRect(0, theme.px(1 if self._compact else 4), self.width(), line)
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
        text, told = self._fitting(row.width())
        width = theme.width("body", told)
        count = QRect(row.right() + 1 - width, row.top(), width, line)
        draw_line(painter, self._seen(count), told, self)
        words = QRect(row)
        words.setRight(count.left() - theme.px(8))
        draw_line(painter, self._seen(words), text, self)

    def _fitting(self, width: int) -> tuple[str, str]:
        """The words and the count, or as much of them as that width has room for."""
        seen, of = self._seen_of
        whole = f"{seen} of {of}"
        if not self._compact:
            return self.text(), whole
        for words, count in ((self.text(), whole), (_HEADING, whole), (_HEADING, str(seen))):
            needed = self._theme.width("body", words) + self._theme.width("body", count)
            if needed + self._theme.px(8) <= width:
                return words, count
        return _HEADING, ""

    def _tell(self) -> None:
        self.setText(_OPEN if self._open else _CLOSED)
        self.setAccessibleName(f"{self.text()}, {self._seen_of[0]} of {self._seen_of[1]} seen")
        self.update()


class _Pages(QStackedWidget):
    """Pages that scroll, and ask for a height all the same."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted = 0

    def ask_for(self, height: int) -> None:
        """Another height; 0 for what the pages ask for themselves."""
        if height != self._wanted:
            self._wanted = height
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self._wanted or hint.height())


class IndicatorPanel(QWidget):
    """Tabs of the phase; below them, always in its place, the way to the concerns.

    A number key means the row that is shown with it, and nothing where there is none: see
    `numbered`. The concerns are open until one was seen, or `close_concerns` is called;
    ``concerns_turned`` tells whether they are open.
    """

    seen = Signal(str)
    unseen = Signal(str)
    asked = Signal(str)
    concerns_turned = Signal(bool)

    def __init__(self, theme: Theme, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self._bar_room = theme.px(BAR_ROOM)
        self._compact = False
        self._phase: Phase | None = None
        self._areas: tuple[Area, ...] = ()
        self.tabs = AreaTabs(theme, "Signals and areas to explore")
        self._signals = IndicatorRows(theme)
        self._concerns = IndicatorRows(theme)
        self._probes = QuestionRows(theme)
        self._area_title = SectionLabel(theme, "")
        self._area = self._area_page(theme)
        self.stack = _Pages()
        self.button = _ConcernsButton(theme, "")
        self._lay_out()
        self._show_keys()
        keymap.follow(self.button, "live.concerns", self.button.set_keys)
        keymap.changed.connect(self._show_keys)
        theme.changed.connect(self._make_room)
        self._concerns.seen.connect(self.close_concerns)
        for rows in (self._signals, self._concerns):
            rows.seen.connect(self.seen)
            rows.unseen.connect(self.unseen)
        self._probes.asked.connect(self.asked)
        self.tabs.currentChanged.connect(self._show_tab)
        self.button.clicked.connect(self.toggle_concerns)

    def show_phase(self, interview: Interview, phase: Phase) -> None:
        """Show the phase, from its indicators on if it is another, and what was seen in it."""
        if phase is not self._phase:
            self._phase = phase
            self._areas = _chosen_first(phase.areas, interview.setup.areas)
            tips = ["", *(tip(area.title) for area in self._areas)]
            self.tabs.set_tabs(["Signals", *tab_words(self._areas)], tips)
            self._signals.set_indicators(phase.indicators, phase.bar_title)
            self._concerns.set_indicators(interview.guide.concerns)
            self.button.setVisible(bool(interview.guide.concerns))
            self._show(self._signals)
            self._make_room()
        self._signals.show_seen(interview)
        self._concerns.show_seen(interview)
        self._probes.show_ticks(interview)
        concerns = interview.guide.concerns
        self.button.set_count(sum(bool(interview.seen(each.key)) for each in concerns),
                               len(concerns))  # fmt: skip
        self._interview = interview

    def set_compact(self, compact: bool) -> None:
        """In little room, or in full."""
        self._compact = compact
        for part in (self._signals, self._concerns):
            part.set_compact(compact)
        self._make_room()

    def numbered(self, number: int) -> Indicator | None:
        """The indicator that is shown with the number key, from 1; None if none is."""
        shown = self.shown_indicators()
        return shown[number - 1] if number <= len(shown) else None

    def shown_indicators(self) -> tuple[Indicator, ...]:
        """Those that are shown now, in the order of their keys."""
        if self.concerns_open:
            return self._interview.guide.concerns
        return self._phase_indicators() if self.stack.currentWidget() is self._signals else ()

    @property
    def concerns_open(self) -> bool:
        """Whether the disqualifiers and warning signs are shown."""
        return self.stack.currentWidget() is self._concerns

    @Slot()
    def toggle_concerns(self) -> None:
        """Show the disqualifiers and warning signs, or go back from them."""
        if self.concerns_open:
            self.close_concerns()
        elif self._interview.guide.concerns:
            self._show(self._concerns)

    @Slot()
    def close_concerns(self) -> None:
        """Go back from the disqualifiers and warning signs, if they are open."""
        if self.concerns_open:
            self._show_tab(self.tabs.currentIndex())

    def show_area(self, key: str) -> None:
        """Open the tab of an area of the phase on show."""
        self.close_concerns()
        self.tabs.setCurrentIndex(1 + [area.key for area in self._areas].index(key))

    @Slot()
    def next_tab(self) -> None:
        """Go to the next tab, from the last one to the first."""
        self._turn(1)

    @Slot()
    def previous_tab(self) -> None:
        """Go to the tab before, from the first one to the last."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @Slot()
    def _make_room(self) -> None:
        """Where the rows find no room in full, leave out what says little."""
        width = self.width() - self._bar_room
        high = self.tabs.open_height(width) + S + XS + self.button.full_height()
        rows = max(each.plain_height(width) for each in (self._signals, self._concerns))
        tight = self._compact or high + rows > self.height()
        self.button.set_compact(tight)
        # One tab alone says nothing that is worth a line of little room.
        shown = not tight or self.tabs.count() > 1
        self.tabs.set_close(tight, width)
        self.tabs.setVisible(shown)
        self._tab_box.setContentsMargins(0, 0, self._bar_room, S if shown else 0)
        room = round(self.window().height() * _SHARE)
        self.stack.ask_for(self._signals.wanted_height(self.width(), room) if self._compact else 0)

    def _phase_indicators(self) -> tuple[Indicator, ...]:
        return self._phase.indicators if self._phase is not None else ()

    def _area_page(self, theme: Theme) -> ScrollColumn:
        page = ScrollColumn(theme, "bg")
        page.column.setContentsMargins(0, 0, self._bar_room, 0)
        page.column.setSpacing(S // 2)
        page.column.addWidget(self._area_title)
        page.column.addWidget(self._probes)
        page.column.addStretch(1)
        return page

    def _lay_out(self) -> None:
        for page in (self._signals, self._area, self._concerns):
            page.setMinimumHeight(XS)  # each scrolls
            self.stack.addWidget(page)
        self.stack.setMinimumHeight(_LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tabs, button = QVBoxLayout(), QVBoxLayout()
        for box, widget in ((tabs, self.tabs), (button, self.button)):
            box.setContentsMargins(0, 0, self._bar_room, 0)
            box.addWidget(widget)
        self._tab_box = tabs
        column.addLayout(tabs)
        column.addWidget(self.stack, 1)
        column.addSpacing(XS)
        column.addLayout(button)

    @Slot()
    def _show_keys(self) -> None:
        keys = [self._keymap.hint(f"live.indicator.{n}") for n in DIGITS]
        self._signals.set_keys(keys)
        self._concerns.set_keys(keys)

    @Slot(int)
    def _show_tab(self, number: int) -> None:
        if number <= 0:
            self._show(self._signals)
            return
        area = self._areas[number - 1]
        self._area_title.set_text(area.title)
        self._probes.set_questions(area.probes)
        self._probes.show_ticks(self._interview)
        self._show(self._area)

    def _show(self, page: QWidget) -> None:
        was_open = self.concerns_open
        self.stack.setCurrentWidget(page)
        self.button.set_open(self.concerns_open)
        if was_open != self.concerns_open:
            self.concerns_turned.emit(self.concerns_open)


def _chosen_first(areas: tuple[Area, ...], chosen: tuple[str, ...]) -> tuple[Area, ...]:
    return tuple(sorted(areas, key=lambda area: area.key not in chosen))

"""The window's inside: the rail, one page at a time beside it, and what is laid over both."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from interview_desk.desk.navigation import FIRST, HOMES, Page
from interview_desk.desk.theme.theme import NO_LIMIT, L, M, Theme
from interview_desk.desk.widgets.nav_list import NavList, NavRow
from interview_desk.desk.widgets.panel import Panel, Rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from interview_desk.desk.clock_guard import ClockGuard
    from interview_desk.desk.context import Desk
    from interview_desk.desk.live.clock.corner import RunningClock
    from interview_desk.desk.live.curtain import WindowCurtain
    from interview_desk.desk.shortcuts.panel import KeysPanel
    from interview_desk.desk.widgets.status_line import StatusLine
    from interview_desk.desk.widgets.tabs import Tabs

_WIDTH = 196
_WITH_RAIL = 760


class Rail(Panel):
    """A list of places at the side, or a row of tabs on top where there is no room for it.

    ``chosen`` carries the page that the user asks for; ``entered`` asks for the keys to be its.
    """

    chosen = Signal(Page)
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg", parent)
        self._theme = theme
        self._narrow = False
        self._page = FIRST
        self.places = NavList(theme, "Pages")
        self.places.set_rows([NavRow(page, page.entry.title) for page in HOMES])
        self.tabs: Tabs | None = None  # made when the window is narrow for the first time
        self._rule = Rule(theme, Qt.Orientation.Vertical)
        self.setMinimumWidth(1)  # so that it does not keep a narrow window wide
        self._column = QVBoxLayout()
        self._column.setContentsMargins(M, L, M, L)
        self._column.addWidget(self.places)
        self._column.addStretch(1)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._column, 1)
        row.addWidget(self._rule)
        self._fit()
        self.set_current(self._page)
        self.places.chosen.connect(self._choose)
        self.places.activated.connect(self.entered)
        theme.changed.connect(self._fit)

    def set_current(self, page: Page) -> None:
        """Show which page is there."""
        self._page = page
        self.places.set_current(page)
        if self.tabs is not None:
            blocked = self.tabs.blockSignals(True)
            self.tabs.setCurrentIndex(HOMES.index(page))
            self.tabs.blockSignals(blocked)

    def set_narrow(self, narrow: bool) -> None:
        """Tabs on top instead of a list at the side, or the list again."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        if self.tabs is None:
            self.tabs = self._make_tabs()
        self.tabs.setVisible(narrow)
        self.places.setVisible(not narrow)
        self._rule.setVisible(not narrow)
        self._column.setContentsMargins(M, 0 if narrow else L, M, 0 if narrow else L)
        self._fit()

    def _make_tabs(self) -> "Tabs":
        from interview_desk.desk.widgets.tabs import Tabs

        tabs = Tabs(self._theme, "Pages")
        tabs.set_tabs([page.entry.title for page in HOMES])
        self._column.insertWidget(0, tabs)
        self.tabs = tabs
        self.set_current(self._page)
        tabs.currentChanged.connect(self._choose_tab)
        return tabs

    @Slot(str)
    def _choose(self, name: str) -> None:
        page = Page.named(name)
        if page is not None:
            self.chosen.emit(page)

    @Slot(int)
    def _choose_tab(self, number: int) -> None:
        self.chosen.emit(HOMES[number])

    @Slot()
    def _fit(self) -> None:
        self.setMaximumWidth(NO_LIMIT if self._narrow else self._theme.px(_WIDTH))
        self.setMaximumHeight(self._theme.px(36) if self._narrow else NO_LIMIT)


class Frame(QWidget):
    """Shows the places of the rail with it, and the pages of an interview alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rail = Rail(theme)
        self.stack = QStackedWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.rail)
        self._row.addWidget(self.stack, 1)
        theme.changed.connect(self._arrange)

    def show_page(self, page: QWidget, place: Page | None) -> None:
        """Bring a page to the front; ``place`` is where on the rail it stands, if there."""
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.rail.setVisible(place is not None)
        if place is not None:
            self.rail.set_current(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        """The rail at the side where there is room for it, else on top."""
        narrow = self.width() < self._theme.px(_WITH_RAIL)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self.rail.set_narrow(narrow)


class Covers:
    """What is laid over the window: the keys and the curtain, made when first asked for."""

    def __init__(
        self,
        desk: "Desk",
        window: QWidget,
        clocks: "ClockGuard",
        show_help: "Callable[[], object]",
    ) -> None:
        """``show_help`` is what opens the manual at the page on show."""
        self._show_help = show_help
        self._desk = desk
        self._window = window
        self._clocks = clocks
        self._keys: KeysPanel | None = None
        self._curtain: WindowCurtain | None = None

    @property
    def is_drawn(self) -> bool:
        """Whether the window's own curtain hides it."""
        return self._curtain is not None and self._curtain.is_drawn

    def show_keys(self, place: str) -> None:
        """Show every key, those of that place first, or put them away again."""
        if self._keys is None:
            from interview_desk.desk.shortcuts.panel import KeysPanel

            self._keys = KeysPanel(self._desk, self._window)
            self._keys.help_asked.connect(self._show_help)
        self._keys.toggle(place)

    def draw_curtain(self) -> None:
        """Hide everything but the clock, or show it again."""
        if self._curtain is None:
            from interview_desk.desk.live.curtain import WindowCurtain

            self._curtain = WindowCurtain(self._desk, self._window, self._clocks)
        self._curtain.toggle()


class Corner:
    """The clock of an interview that is under way, in the corner of a page; made with the first."""

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        clocks: "ClockGuard",
        asked: "Callable[[int], object]",
    ) -> None:
        """``asked`` opens the interview with that row."""
        self._theme, self._window = theme, window
        self._clocks, self._asked = clocks, asked
        self._clock: RunningClock | None = None

    def show_on(self, line: "StatusLine | None", row: int | None) -> None:
        """Show it in that line, or nowhere; ``row`` is the interview that the page is of."""
        if self._clock is None:
            if self._clocks.under_way() is None:
                return
            # Imported with the first interview, as its session is.
            from interview_desk.desk.live.clock.corner import RunningClock

            self._clock = RunningClock(self._theme, self._clocks, self._window)
            self._clock.asked.connect(self._asked)
        self._clock.move_to(line, row)

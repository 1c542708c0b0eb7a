"""Where the parts of the live page stand: side by side, or one under the other when narrow."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget

from interview_desk.desk.interview_page import Header
from interview_desk.desk.live.clock.display import ClockPanel, CompactClock
from interview_desk.desk.live.clock.phase_bar import PhaseBar
from interview_desk.desk.live.clock.question_strip import QuestionStrip
from interview_desk.desk.live.evidence import EvidenceBar
from interview_desk.desk.live.notes.note_field import NoteField
from interview_desk.desk.live.notes.notes_view import NotesView
from interview_desk.desk.live.prompts.cues import CuePlace
from interview_desk.desk.live.prompts.indicator_panel import IndicatorPanel
from interview_desk.desk.live.prompts.indicator_rows import BAR_ROOM
from interview_desk.desk.live.prompts.phase_guide import PhaseGuide
from interview_desk.desk.theme.theme import NO_LIMIT, XL, XS, L, M, S, Theme
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.panel import Panel, Rule
from interview_desk.desk.widgets.phase_rail import PhaseRail

# Shares of the width, and compact of the height.
_LEFT, _MIDDLE, _RIGHT = 9, 20, 11
# Compact the indicators have the height that they ask for, and the notes what is left.
_MIDDLE_HIGH, _RIGHT_HIGH = 1, 0
_LEFT_MOST, _RIGHT_MOST = 320, 400
# Lines of the note field, as far as they take no more than this share of the height.
_LINES_MOST, _FIELD_SHARE = 6, 5
# The window for which the figures of the clock are drawn, and how far they grow in a larger one.
_DRAWN_FOR, _DRAWN_FOR_COMPACT, _GROWTH_MOST = (1280, 800), (360, 640), 2.0
_MOVING = frozenset(
    {QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}
)
_ACROSS, _UPWARDS = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.BottomToTop


@dataclass(frozen=True, slots=True)
class Parts:
    """What the page is made of. ``middle`` is the ground of notes, strip, bar and field."""

    header: Header
    rail: PhaseRail
    small_clock: CompactClock
    clock: ClockPanel
    guide: PhaseGuide
    cue: CuePlace
    middle: Panel
    notes: NotesView
    strip: QuestionStrip
    bar: PhaseBar
    field: NoteField
    locked: Label
    indicators: IndicatorPanel
    evidence: EvidenceBar


class Arrangement(QObject):
    """Lays the parts out once; turning compact hides some and turns the columns upright.

    Tab goes through them in the order in which they are read. No part changes its parent but
    the cue, which never has the focus: so the focus, the caret and what is scrolled stay.
    """

    turned = Signal()

    def __init__(self, theme: Theme, parts: Parts, body: QVBoxLayout, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._page = page
        self._parts = parts
        self._compact = False
        self._body = body
        self._columns = QBoxLayout(_ACROSS)
        self._left, self._right = Panel(theme, "bg"), Panel(theme, "bg")
        self._top = Panel(theme, "surface")
        self._beside_cue, self._cue_place = Panel(theme, "bg"), Panel(theme, "bg")
        vertical = Qt.Orientation.Vertical
        self._between = (Rule(theme, vertical), Rule(theme, vertical))
        self._under_indicators = Rule(theme)
        self._lay_out(body)
        self._restyle()
        # Not the page nor the middle: keys that are let go come by them, letter after letter.
        for part in (self._left, parts.strip):
            part.installEventFilter(self)
        theme.changed.connect(self._restyle)

    @property
    def compact(self) -> bool:
        """Whether the parts stand one under the other."""
        return self._compact

    def set_compact(self, compact: bool) -> None:
        """One under the other, without what does not fit there, or side by side."""
        if compact == self._compact:
            return
        self._compact = compact
        parts = self._parts
        self._columns.setDirection(_UPWARDS if compact else _ACROSS)
        for wide in (parts.header, self._left, *self._between):
            wide.setVisible(not compact)
        for narrow in (parts.small_clock, self._cue_place):
            narrow.setVisible(compact)
        column = (self._cue_place if compact else self._beside_cue).layout()
        if column is not None:
            column.addWidget(parts.cue)
        for part in (parts.rail, parts.indicators, parts.evidence):
            part.set_compact(compact)
        for panel in (self._right, self._beside_cue):
            panel.show()
        self._under_indicators.setVisible(compact)
        self._restyle()
        self._make_room()
        self.order_focus()
        if compact:
            self._page.installEventFilter(self)
        else:
            self._page.removeEventFilter(self)
        self.turned.emit()

    @Slot()
    def order_focus(self) -> None:
        """Chain what Tab reaches anew, since there are others or they stand elsewhere."""
        parts = self._parts
        indicators = (parts.indicators.tabs, parts.indicators.stack, parts.indicators.button)
        notes = (parts.notes, parts.strip, parts.field)
        columns = (*indicators, *notes) if self._compact else (*notes, *indicators)
        _set_focus_order((parts.header, parts.clock, parts.guide, *columns, parts.evidence))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        # Something in it has another size, or the window has.
        if event.type() in _MOVING:
            self._make_room()
        return False

    @Slot()
    def grow_clock(self) -> None:
        """Let the figures of the clock be as large as the window allows: it has another size."""
        parts, compact = self._parts, self._compact
        sides = _DRAWN_FOR_COMPACT if compact else _DRAWN_FOR
        width, height = (self._theme.px(side) for side in sides)
        room = min(self._page.width() / width, self._page.height() / height)
        growth = min(max(1.0, room), _GROWTH_MOST)
        (parts.small_clock if compact else parts.clock).figures.grow(growth)
        if not compact:
            self._left.setMaximumWidth(round(growth * self._theme.px(_LEFT_MOST)))

    def _make_room(self) -> None:
        """Hide what can be done without where not everything fits.

        Compact the indicators go first, whose keys do not need to be seen, and then the cue.
        Beside the notes the booked time and then a cue go before the clock would be cut.
        """
        height, width = self._page.height(), self._page.width()
        room = height - self._around(width)
        middle = _least_height(self._parts.middle)
        if not self._compact:
            self._fit_left(room)
            self._fit_field(room - middle)
            return
        cue, indicators = self._cue_height(width), _least_height(self._right, width) + 1
        # What the field has grown by is lent to it: with it the parts would come and go in turns.
        room -= middle - self._parts.field.grown()
        _show(self._cue_place, cue <= room)
        room -= cue if cue <= room else 0
        _show(self._right, indicators <= room)
        _show(self._under_indicators, indicators <= room)
        spare = room - (indicators if indicators <= room else 0) - self._parts.field.grown()
        # What is as high as its width asks for is not made lower by Qt: the notes would be.
        self._right.setMaximumHeight(indicators - 1 + max(0, spare))
        self._fit_field(spare)

    def _around(self, width: int) -> int:
        """The height of all that stands above and below the columns, but the compact cue.

        Asked part by part: what Qt keeps of a layout within another may be of a moment before.
        """
        column, height = self._page.layout(), 0
        items = [*_items(column), *_items(self._body)]
        for item in items:
            apart = item.layout() is not None or item.widget() is self._cue_place
            if not apart and not item.isEmpty():
                lines = item.hasHeightForWidth()
                least = item.minimumHeightForWidth(width) if lines else item.minimumSize().height()
                height += least
        return height

    def _cue_height(self, width: int) -> int:
        """What the place of the cue takes in a compact window, were it shown."""
        margins = self._cue_place.contentsMargins()
        height = margins.top() + margins.bottom()
        if self._parts.cue.isHidden():
            return height
        return height + self._parts.cue.heightForWidth(width - margins.left() - margins.right())

    def _fit_left(self, room: int) -> None:
        """Leave out of the left column, which has so much room, what can be read elsewhere."""
        cue, booked = self._beside_cue, self._parts.clock.booked
        width = self._left.width()
        heights = {cue: cue.heightForWidth(width) + M, booked: booked.heightForWidth(width) + XS}
        least = _least_height(self._left)
        least -= sum(each for widget, each in heights.items() if not widget.isHidden())
        for widget, each in heights.items():
            fits = least + each <= room
            _show(widget, fits)
            least += each if fits else 0

    def _fit_field(self, spare: int) -> None:
        """Let the note field grow as far as there is room, ``spare`` px of which are free."""
        field = self._parts.field
        line = field.line_height()
        room = min(field.edit.minimumHeight() + spare, self._page.height() // _FIELD_SHARE)
        field.set_max_lines(max(1, min(room // line, _LINES_MOST)))

    def _lay_out(self, body: QVBoxLayout) -> None:
        parts, theme = self._parts, self._theme
        _fill(self._beside_cue, parts.cue)
        _fill(self._left, parts.clock, parts.guide, self._beside_cue)
        # The guide has its scroll bar at the edge of the column; a cue keeps off it as on the left.
        self._beside_cue.setContentsMargins(0, 0, XL - S, 0)
        _fill(parts.middle, parts.notes, parts.strip, parts.bar, parts.field, parts.locked)
        _fill(self._right, parts.indicators)
        _fill(self._top, parts.small_clock, parts.rail)
        _fill(self._cue_place)
        self._columns.setSpacing(0)
        self._columns.addWidget(self._left, _LEFT)
        self._columns.addWidget(self._between[0])
        self._columns.addWidget(parts.middle, _MIDDLE)
        self._columns.addWidget(self._between[1])
        self._columns.addWidget(self._under_indicators)
        self._columns.addWidget(self._right, _RIGHT)
        for widget in (Rule(theme), self._top, Rule(theme), self._cue_place):
            body.addWidget(widget)
        body.addLayout(self._columns, 1)
        body.addWidget(Rule(theme))
        body.addWidget(parts.evidence)
        for narrow in (parts.small_clock, self._cue_place, self._under_indicators):
            narrow.hide()

    @Slot()
    def _restyle(self) -> None:
        """Margins and bounds, which hang on the size of the text too."""
        theme, compact = self._theme, self._compact
        self._right.setMaximumWidth(NO_LIMIT if compact else theme.px(_RIGHT_MOST))
        self._right.setMaximumHeight(NO_LIMIT)
        self._columns.setStretchFactor(self._right, _RIGHT_HIGH if compact else _RIGHT)
        self._columns.setStretchFactor(self._parts.middle, _MIDDLE_HIGH if compact else _MIDDLE)
        self._left.setContentsMargins(XL, L, S, M)
        # What stands in it ends where the header does, with room for a scroll bar behind it.
        edge = max(0, XL - theme.px(BAR_ROOM))
        self._right.setContentsMargins(*((L, XS, XS, XS) if compact else (L, M, edge, M)))
        self._top.setContentsMargins(*((L, S, L, S) if compact else (XL, M, XL, M)))
        self._parts.middle.setContentsMargins(*((L, S, L, S) if compact else (L, L, L, L)))
        if (column := self._parts.middle.layout()) is not None:
            column.setSpacing(S if compact else M)
        self._cue_place.setContentsMargins(L, S, L, 0)
        self.grow_clock()


def _least_height(panel: Panel, width: int | None = None) -> int:
    """The least that a panel needs in the width that it has, or is to have."""
    layout, wide = panel.layout(), panel.width() if width is None else width
    if layout is None:
        return 0
    least = layout.totalMinimumSize().height()
    # Qt has an answer for a width only where something in it is broken into lines.
    return layout.totalMinimumHeightForWidth(wide) if layout.hasHeightForWidth() else least


def _items(layout: QLayout | None) -> Iterator[QLayoutItem]:
    """What stands in it, layouts too."""
    for number in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(number) if layout is not None else None
        if item is not None:
            yield item


def _show(widget: QWidget, shown: bool) -> None:
    """Show or hide it if it is not so already: either makes Qt lay everything out again."""
    if widget.isHidden() == shown:
        widget.setVisible(shown)


def _fill(panel: Panel, *widgets: QWidget) -> None:
    """Put the widgets one under the other."""
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(M)
    for widget in widgets:
        column.addWidget(widget)


def _set_focus_order(parts: Iterable[QWidget]) -> None:
    """Chain all that takes the focus by Tab: part after part, in each as it was made.

    Rows that are made later would otherwise come last, wherever they stand.
    """
    stops = [
        each
        for part in parts
        for each in (part, *part.findChildren(QWidget))
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)

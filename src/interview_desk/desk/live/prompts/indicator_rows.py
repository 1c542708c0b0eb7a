"""Indicators to press when they are seen, with their keys: all of a phase in sight at once."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.theme.theme import XS, M, S, Theme
from interview_desk.desk.theme.tokens import Tone
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.chips import KeyCap
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.panel import ScrollColumn
from interview_desk.guide.model import Indicator, IndicatorKind
from interview_desk.interview.interview import Interview

# Left free at the end of each row, so that a scroll bar covers nothing.
BAR_ROOM = 12
_MOST_LINES = 2
_UNDER_HEADING = 2
# In this width two columns have each room for a word or two.
_NARROWEST = 200
_HEADINGS: dict[IndicatorKind, tuple[str, Tone]] = {
    IndicatorKind.STRONG_SIGNAL: ("Strong signals", "good"),
    IndicatorKind.RED_FLAG: ("Red flags", "bad"),
    IndicatorKind.DISQUALIFIER: ("Disqualifiers", "bad"),
    IndicatorKind.WARNING_SIGN: ("Warning signs", "bad"),
    IndicatorKind.DIFFERENTIATOR: ("What makes the difference", "good"),
}


class Density(Enum):
    """How close the rows stand: with their examples, without, each in one line, in columns."""

    OPEN = auto()
    PLAIN = auto()
    CLOSE = auto()
    COLUMNS = auto()

    @property
    def is_close(self) -> bool:
        """Whether each row is a line as low as can be, with its key in the box."""
        return self in (Density.CLOSE, Density.COLUMNS)


class IndicatorRow(CheckRow):
    """One indicator; tells its key when it is pressed, or when its last sighting is to go."""

    seen = Signal(str)
    unseen = Signal(str)

    def __init__(self, theme: Theme, indicator: Indicator) -> None:
        super().__init__(
            theme,
            indicator.label,
            tone="good" if indicator.kind.is_good else "bad",
            repeats=True,
            max_lines=_MOST_LINES,
            full=" ".join(filter(None, (indicator.text, indicator.example))),
        )
        self.key = indicator.key
        self.pressed_row.connect(self._on_pressed)
        self.cleared.connect(self._on_cleared)

    @Slot()
    def _on_pressed(self) -> None:
        self.seen.emit(self.key)

    @Slot()
    def _on_cleared(self) -> None:
        self.unseen.emit(self.key)


class _Group(QWidget):
    """The indicators of one kind, under one heading, each with the example that it has."""

    def __init__(
        self, theme: Theme, heading: str, tone: Tone, indicators: Sequence[Indicator]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._density = Density.OPEN
        self.heading = SectionLabel(theme, heading, tone=tone)
        self.cap = KeyCap(theme, "")
        self.rows = [IndicatorRow(theme, each) for each in indicators]
        self._examples = [
            Label(theme, each.example, "small", "ink2", wrap=True) if each.example else None
            for each in indicators
        ]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.cap, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(top)
        self._column.addSpacing(_UNDER_HEADING)
        for row, example in zip(self.rows, self._examples, strict=True):
            self._column.addWidget(row)
            if example is not None:
                example.setContentsMargins(theme.px(23), 0, 0, XS)
                self._column.addWidget(example)

    def show_seen(self, counts: dict[str, int]) -> None:
        """How often each was seen."""
        for row in self.rows:
            row.set_count(counts.get(row.key, 0))
        self._show_count()

    def set_density(self, density: Density, prefix: str) -> None:
        """As close as that; ``prefix`` is what all keys begin with."""
        self._density = density
        self.heading.set_low(density.is_close)
        for row in self.rows:
            row.set_close(prefix if density.is_close else None)
        for example in filter(None, self._examples):
            example.setVisible(density is Density.OPEN)
        self._show_count()

    def show_prefix(self, prefix: str) -> None:
        """Say what the keys in the boxes begin with, if they are there."""
        self.cap.setText(prefix.strip())
        self.cap.updateGeometry()
        self.cap.setVisible(bool(prefix) and self._density.is_close)

    def height_in(self, density: Density, width: int) -> int:
        """In pixels, in that width."""
        high = self.heading.high(density.is_close) + _UNDER_HEADING
        if density.is_close:
            return high + sum(row.close_height() for row in self.rows)
        high += sum(row.open_height(width) for row in self.rows)
        if density is Density.OPEN:
            high += sum(each.heightForWidth(width) for each in filter(None, self._examples))
        return high

    def _show_count(self) -> None:
        """How many were seen, where the heading leaves room and it is not told by the one row."""
        told = len(self.rows) > 1 and self._density is not Density.COLUMNS
        ticked = sum(row.isChecked() for row in self.rows)
        self.heading.set_count(f"{ticked} of {len(self.rows)}" if told else "")


class IndicatorRows(ScrollColumn):
    """Groups of indicators, each with how many of them were seen.

    They stand as wide apart as the height allows and as close as it takes to have all of them
    in sight; only where even columns do not do it they scroll.
    """

    seen = Signal(str)
    unseen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "bg")
        self._theme = theme
        self._indicators: tuple[Indicator, ...] = ()
        self._groups: list[_Group] = []
        self._keys: Sequence[str] = ()
        self._compact = False
        self.density = Density.OPEN
        self._arranged = False
        self._columns, self._sides = QHBoxLayout(), (QVBoxLayout(), QVBoxLayout())
        for side in self._sides:
            self._columns.addLayout(side)
        self.column.setContentsMargins(0, 0, theme.px(BAR_ROOM), 0)
        self.column.addLayout(self._columns)
        self.column.addStretch(1)
        theme.changed.connect(self._fit)

    def minimumSizeHint(self) -> QSize:
        content, hint = self.widget(), super().minimumSizeHint()
        assert content is not None
        # It scrolls up and down only: where rows have not their width the page turns compact.
        return QSize(content.minimumSizeHint().width(), hint.height())

    def set_keys(self, keys: Sequence[str]) -> None:
        """The keys of the first indicators, whichever these are."""
        self._keys = tuple(keys)
        self._show_keys()

    def set_indicators(self, indicators: Sequence[Indicator], bar_title: str = "") -> None:
        """Show these, in order; ``bar_title`` is what the guide calls the level's own bar."""
        if tuple(indicators) == self._indicators:
            return
        self._indicators = tuple(indicators)
        self._take_out()
        for group in self._groups:
            group.hide()
            group.deleteLater()
        self._groups = []
        for kind in dict.fromkeys(each.kind for each in indicators):
            text, tone = _HEADINGS[kind]
            own = bar_title if kind is IndicatorKind.DIFFERENTIATOR else ""
            of_kind = [each for each in indicators if each.kind is kind]
            group = _Group(self._theme, own or text, tone, of_kind)
            for row in group.rows:
                row.seen.connect(self.seen)
                row.unseen.connect(self.unseen)
            self._groups.append(group)
        self._show_keys()
        self.verticalScrollBar().setValue(0)

    def show_seen(self, interview: Interview) -> None:
        """Show what was seen, and how often."""
        counts: dict[str, int] = {}
        for sighting in interview.sightings:
            counts[sighting.indicator] = counts.get(sighting.indicator, 0) + 1
        for group in self._groups:
            group.show_seen(counts)

    def set_compact(self, compact: bool) -> None:
        """Whether there is little room; then each takes one line at most."""
        self._compact = compact
        self._fit()

    def plain_height(self, width: int) -> int:
        """What it takes to show all of them in that width without crowding them."""
        return self._height(Density.PLAIN, width - self._theme.px(BAR_ROOM))

    def wanted_height(self, width: int, room: int) -> int:
        """What it takes to show all of them in that width, ``room`` px if that will do."""
        density = self._best(width - self._theme.px(BAR_ROOM), room)
        return self._height(density, width - self._theme.px(BAR_ROOM))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Stand as wide apart as there is room for."""
        room = self.viewport().size()
        density = self._best(room.width() - self._theme.px(BAR_ROOM), room.height())
        if density is not self.density or not self._arranged:
            self.density, self._arranged = density, True
            self._arrange()
        # Said, because Qt goes by the heights that the rows had before in some layouts on the way.
        for group in self._groups:
            high = group.height_in(density, room.width() - self._theme.px(BAR_ROOM))
            if group.height() != high or group.minimumHeight() != high:
                group.setFixedHeight(high)

    def _best(self, width: int, height: int) -> Density:
        tried = (Density.CLOSE, Density.COLUMNS) if self._compact else tuple(Density)
        if width < self._theme.px(_NARROWEST):
            tried = tried[:-1]
        fitting = (each for each in tried if self._height(each, width) <= height)
        return next(fitting, tried[-1])

    def _height(self, density: Density, width: int) -> int:
        gap = self._gap(density)

        def of(groups: Sequence[_Group]) -> int:
            high = sum(group.height_in(density, width) for group in groups)
            return high + gap * max(0, len(groups) - 1)

        return max((of(groups) for groups in self._split(density)), default=0)

    def _split(self, density: Density) -> tuple[Sequence[_Group], ...]:
        """The groups of each column: the first beside the others."""
        if density is Density.COLUMNS and len(self._groups) > 1:
            return self._groups[:1], self._groups[1:]
        return (self._groups,)

    def _gap(self, density: Density) -> int:
        return XS if density.is_close else M

    def _arrange(self) -> None:
        prefix, split = _prefix(self._keys), self._split(self.density)
        self._take_out()
        self._columns.setSpacing(S if len(split) > 1 else 0)
        for number, column in enumerate(self._sides):
            groups = split[number] if number < len(split) else ()
            self._columns.setStretch(number, 1 if groups else 0)
            column.setSpacing(self._gap(self.density))
            for group in groups:
                column.addWidget(group)
                group.set_density(self.density, prefix)
                group.show_prefix(prefix if group is self._groups[0] else "")
            column.addStretch(1)

    def _take_out(self) -> None:
        """Take the groups out of their columns, to stand in others."""
        for column in self._sides:
            while column.takeAt(0) is not None:
                pass

    def _show_keys(self) -> None:
        hints = {each.key: hint for each, hint in zip(self._indicators, self._keys, strict=False)}
        for group in self._groups:
            for row in group.rows:
                row.set_keys(hints.get(row.key, ""))
        self._arranged = False
        self._fit()
        self.updateGeometry()


def _prefix(keys: Sequence[str]) -> str:
    """What all keys have before their last part, such as ``Alt``; nothing if they differ."""
    starts = {key.rpartition(" ")[0] for key in keys if key}
    return f"{starts.pop()} " if len(starts) == 1 else ""

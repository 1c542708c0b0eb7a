"""Indicators to press when they are seen, with their keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from interview_desk.desk.theme.theme import M, S, Theme
from interview_desk.desk.theme.tokens import Tone
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.panel import ScrollColumn
from interview_desk.desk.widgets.section_label import SectionLabel
from interview_desk.guide.model import Indicator, IndicatorKind
from interview_desk.interview.interview import Interview

# Left free at the end of each row, so that a scroll bar covers nothing.
BAR_ROOM = 12
_HEADINGS: dict[IndicatorKind, tuple[str, Tone]] = {
    IndicatorKind.STRONG_SIGNAL: ("Strong signals", "good"),
    IndicatorKind.RED_FLAG: ("Red flags", "bad"),
    IndicatorKind.DISQUALIFIER: ("Disqualifiers", "bad"),
    IndicatorKind.WARNING_SIGN: ("Warning signs", "bad"),
}


@dataclass(frozen=True, slots=True)
class _Group:
    """The indicators of one kind, under one heading."""

    heading: SectionLabel
    rows: "list[IndicatorRow]"


class IndicatorRow(CheckRow):
    """One indicator; tells its key when it is pressed, or when its last sighting is to go."""

    seen = Signal(str)
    unseen = Signal(str)

    def __init__(self, theme: Theme, indicator: Indicator, keys: str) -> None:
        super().__init__(
            theme,
            indicator.brief,
            tone="good" if indicator.kind is IndicatorKind.STRONG_SIGNAL else "bad",
            keys=keys,
            repeats=True,
            max_lines=2,
            full=indicator.text,
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


class IndicatorRows(ScrollColumn):
    """Groups of indicators, each with how many of them were seen."""

    seen = Signal(str)
    unseen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "bg")
        self._theme = theme
        self._indicators: tuple[Indicator, ...] = ()
        self._groups: list[_Group] = []
        self._inner = QVBoxLayout()
        self._inner.setSpacing(0)
        self.column.setContentsMargins(0, 0, theme.px(BAR_ROOM), 0)
        self.column.addLayout(self._inner)
        self.column.addStretch(1)

    def set_indicators(self, indicators: Sequence[Indicator], keys: Sequence[str]) -> None:
        """Show these, in order; the keys are those of the first ones."""
        if tuple(indicators) == self._indicators:
            return
        self._indicators = tuple(indicators)
        while (item := self._inner.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._groups = []
        hints = {each.key: hint for each, hint in zip(indicators, keys, strict=False)}
        for kind in IndicatorKind:
            of_kind = [each for each in indicators if each.kind is kind]
            if of_kind:
                self._groups.append(self._make_group(kind, of_kind, hints))
        self.verticalScrollBar().setValue(0)

    def show_seen(self, interview: Interview) -> None:
        """Show what was seen, and how often."""
        counts: dict[str, int] = {}
        for sighting in interview.sightings:
            counts[sighting.indicator] = counts.get(sighting.indicator, 0) + 1
        for group in self._groups:
            for row in group.rows:
                row.set_count(counts.get(row.key, 0))
            ticked = sum(row.key in counts for row in group.rows)
            group.heading.set_count(f"{ticked} of {len(group.rows)}")

    def _make_group(
        self, kind: IndicatorKind, indicators: list[Indicator], hints: dict[str, str]
    ) -> _Group:
        text, tone = _HEADINGS[kind]
        if self._groups:
            self._inner.addSpacing(M)
        heading = SectionLabel(self._theme, text, tone=tone)
        rows = [IndicatorRow(self._theme, each, hints.get(each.key, "")) for each in indicators]
        self._inner.addWidget(heading)
        self._inner.addSpacing(S // 2)
        for row in rows:
            self._inner.addWidget(row)
            row.seen.connect(self.seen)
            row.unseen.connect(self.unseen)
        return _Group(heading, rows)

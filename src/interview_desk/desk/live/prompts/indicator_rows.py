"""Indicators to press when they are seen, with their keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from interview_desk.desk.theme.theme import M, S, Theme
from interview_desk.desk.theme.tokens import Tone
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.label import SectionLabel
from interview_desk.desk.widgets.layouts import clear
from interview_desk.desk.widgets.panel import ScrollColumn
from interview_desk.guide.model import Indicator, IndicatorKind
from interview_desk.interview.interview import Interview

# Left free at the end of each row, so that a scroll bar covers nothing.
BAR_ROOM = 12
_MOST_LINES = 3
_HEADINGS: dict[IndicatorKind, tuple[str, Tone]] = {
    IndicatorKind.STRONG_SIGNAL: ("Strong signals", "good"),
    IndicatorKind.RED_FLAG: ("Red flags", "bad"),
    IndicatorKind.DISQUALIFIER: ("Disqualifiers", "bad"),
    IndicatorKind.WARNING_SIGN: ("Warning signs", "bad"),
    IndicatorKind.DIFFERENTIATOR: ("What makes the difference", "good"),
}


@dataclass(frozen=True, slots=True)
class _Group:
    """The indicators of one kind, under one heading; ``more`` stands for those left out."""

    kind: IndicatorKind
    heading: SectionLabel
    rows: "list[IndicatorRow]"
    more: TextButton

    def fold(self, folded: bool) -> None:
        """Leave out what was not seen, and say how much that is; or show every row."""
        out = [row for row in self.rows if folded and not row.isChecked()]
        for row in self.rows:
            row.setVisible(row not in out)
        self.more.set_text(f"{len(out)} more")
        self.more.setAccessibleName(f"{len(out)} more: {self.heading.text()}")
        self.more.setVisible(bool(out))


class IndicatorRow(CheckRow):
    """One indicator; tells its key when it is pressed, or when its last sighting is to go."""

    seen = Signal(str)
    unseen = Signal(str)

    def __init__(self, theme: Theme, indicator: Indicator) -> None:
        super().__init__(
            theme,
            indicator.brief,
            tone="good" if indicator.kind.is_good else "bad",
            repeats=True,
            max_lines=_MOST_LINES,
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
    """Groups of indicators, each with how many of them were seen.

    Compact, each has one line, and red flags that were not seen are left out until asked for;
    their keys go on.
    """

    seen = Signal(str)
    unseen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "bg")
        self._theme = theme
        self._indicators: tuple[Indicator, ...] = ()
        self._groups: list[_Group] = []
        self._keys: Sequence[str] = ()
        self._compact = self._unfolded = False
        self._inner = QVBoxLayout()
        self._inner.setSpacing(0)
        self.column.setContentsMargins(0, 0, theme.px(BAR_ROOM), 0)
        self.column.addLayout(self._inner)
        self.column.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        content, hint = self.widget(), super().minimumSizeHint()
        assert content is not None
        # It scrolls up and down only: where rows have not their width the page turns compact.
        return QSize(content.minimumSizeHint().width(), hint.height())

    def set_keys(self, keys: Sequence[str]) -> None:
        """The keys of the first indicators, whichever these are."""
        self._keys = tuple(keys)
        self._show_keys()

    def set_indicators(self, indicators: Sequence[Indicator]) -> None:
        """Show these, in order."""
        if tuple(indicators) == self._indicators:
            return
        self._indicators = tuple(indicators)
        clear(self._inner)
        self._groups = []
        for kind in IndicatorKind:
            of_kind = [each for each in indicators if each.kind is kind]
            if of_kind:
                self._groups.append(self._make_group(kind, of_kind))
        self._unfolded = False
        self._show_keys()
        self._fold()
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
        self._fold()

    def set_compact(self, compact: bool) -> None:
        """In little room, or in full."""
        self._compact = compact
        self._unfolded = False
        self._fold()

    @Slot()
    def _unfold(self) -> None:
        self._unfolded = True
        self._fold()

    def _fold(self) -> None:
        for group in self._groups:
            # What speaks for a candidate is to be looked for; flags show themselves.
            foldable = group.kind is IndicatorKind.RED_FLAG
            group.fold(foldable and self._compact and not self._unfolded)
            for row in group.rows:
                row.set_max_lines(1 if self._compact else _MOST_LINES)

    def _show_keys(self) -> None:
        hints = {each.key: hint for each, hint in zip(self._indicators, self._keys, strict=False)}
        for group in self._groups:
            for row in group.rows:
                row.set_keys(hints.get(row.key, ""))
        self.updateGeometry()

    def _make_group(self, kind: IndicatorKind, indicators: list[Indicator]) -> _Group:
        text, tone = _HEADINGS[kind]
        if self._groups:
            self._inner.addSpacing(M)
        heading = SectionLabel(self._theme, text, tone=tone)
        rows = [IndicatorRow(self._theme, each) for each in indicators]
        more = TextButton(self._theme, "", ButtonKind.QUIET)
        self._inner.addWidget(heading)
        self._inner.addSpacing(S // 2)
        for row in rows:
            self._inner.addWidget(row)
            row.seen.connect(self.seen)
            row.unseen.connect(self.unseen)
        self._inner.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
        more.clicked.connect(self._unfold)
        return _Group(kind, heading, rows, more)

"""Evidence while the interview runs: how much each dimension has."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_desk.desk.live.notes.note_rows import tag_word
from interview_desk.desk.theme.theme import XL, L, S, Theme
from interview_desk.desk.theme.tokens import Tone
from interview_desk.desk.widgets.chips import EvidenceChip
from interview_desk.desk.widgets.label import ElidedLabel, SectionLabel
from interview_desk.desk.widgets.panel import Panel
from interview_desk.guide.model import Dimension
from interview_desk.interview.evidence import evidence_counts
from interview_desk.interview.interview import Interview


class _DimensionChip(EvidenceChip):
    """The evidence of one dimension; tells its tag when pressed."""

    pressed_tag = Signal(str)

    def __init__(self, theme: Theme, dimension: Dimension) -> None:
        super().__init__(theme, tag_word(dimension.tag))
        self.number = dimension.number
        self._tag = dimension.tag
        self.setToolTip(dimension.title)
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.pressed_tag.emit(self._tag)


class EvidenceBar(Panel):
    """A chip a dimension, and the last word on saving. ``tag_asked`` carries a chip's tag.

    Compact, there is no room for the chips; the page's small buttons stand there.
    """

    tag_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        dimensions: Sequence[Dimension],
        buttons: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        """``buttons`` are shown in the place of the chips where there is no room for these."""
        super().__init__(theme, "surface", parent)
        self._heading = SectionLabel(theme, "Evidence")
        self._chips = [_DimensionChip(theme, dimension) for dimension in dimensions]
        self._status = ElidedLabel(theme, "", "small", "ink2", trailing=True)
        self._status.take_what_is_left()
        self._buttons = buttons
        self._compact = False
        self._row = QHBoxLayout(self)
        for wide in (self._heading, *self._chips):
            self._row.addWidget(wide)
        self._row.addWidget(self._status, 1)
        self._row.addWidget(buttons)
        self.set_compact(False)
        for chip in self._chips:
            chip.pressed_tag.connect(self.tag_asked)

    def set_compact(self, compact: bool) -> None:
        """With the chips, or in little room with the buttons."""
        self._row.setContentsMargins(*((L, 2, 2, 2) if compact else (XL, S, XL, S)))
        # The buttons bring room of their own.
        self._row.setSpacing(0 if compact else S - 2)
        for chip in self._chips:
            chip.setVisible(not compact)
        self._buttons.setVisible(compact)
        self._compact = compact
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the heading out where the chips would have to be cut for it."""
        gap, sides = self._row.spacing(), self._row.contentsMargins()
        needed = sum(each.sizeHint().width() + gap for each in (self._heading, *self._chips))
        fits = needed + sides.left() + sides.right() <= self.width()
        self._heading.setVisible(bool(self._chips) and not self._compact and fits)

    def show_interview(self, interview: Interview) -> None:
        """Count what there is."""
        counts = evidence_counts(interview)
        for chip in self._chips:
            chip.set_count(counts[chip.number])

    def say(self, text: str, tone: Tone = "ink2") -> None:
        """What has just happened, until the next thing does."""
        self._status.set_tone(tone)
        if self._status.text() != text:
            self._status.setText(text)

    def said(self) -> str:
        """What it says."""
        return self._status.text()

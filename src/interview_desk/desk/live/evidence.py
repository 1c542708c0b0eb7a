"""Evidence while the interview runs: how much each dimension has, and linking it to notes."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_desk.desk.live.notes.note_field import NoteField
from interview_desk.desk.live.notes.note_rows import tag_word
from interview_desk.desk.live.notes.note_writer import NoteWriter
from interview_desk.desk.session import Session
from interview_desk.desk.theme.theme import XL, L, S, Theme
from interview_desk.desk.theme.tokens import Tone
from interview_desk.desk.widgets.chips import EvidenceChip
from interview_desk.desk.widgets.label import ElidedLabel, SectionLabel
from interview_desk.desk.widgets.panel import Panel
from interview_desk.guide.model import Dimension
from interview_desk.interview.actions.notes import link_sighting
from interview_desk.interview.change import Change
from interview_desk.interview.evidence import evidence_counts
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Note, Sighting


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
        self._status = ElidedLabel(theme, "", "small", "ink2")
        self._buttons = buttons
        self._row = QHBoxLayout(self)
        self._row.setSpacing(S - 2)
        for wide in (self._heading, *self._chips):
            self._row.addWidget(wide)
        self._row.addStretch()
        self._row.addWidget(self._status)
        self._row.addWidget(buttons)
        self.set_compact(False)
        for chip in self._chips:
            chip.pressed_tag.connect(self.tag_asked)

    def set_compact(self, compact: bool) -> None:
        """With the chips, or in little room with the buttons."""
        self._row.setContentsMargins(*((L, 2, S, 2) if compact else (XL, S, XL, S)))
        for wide in (self._heading, *self._chips):
            wide.setVisible(not compact)
        self._row.setStretch(self._row.indexOf(self._status) - 1, 0 if compact else 1)
        self._row.setStretch(self._row.indexOf(self._status), 1 if compact else 0)
        self._buttons.setVisible(compact)
        self._status.setMinimumWidth(1 if compact else 0)  # it gives way to them

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


class EvidenceLink(QObject):
    """Links the newest sighting to the note in the field, else to the one written last.

    A note that is still being typed is linked as soon as it is saved. ``said`` tells what
    was linked.
    """

    said = Signal(str)

    def __init__(
        self, session: Session, field: NoteField, writer: NoteWriter, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._field = field
        self._edited: int | None = None
        self._waiting: int | None = None
        writer.editing.connect(self._on_editing)
        field.keys.clear_asked.connect(self._on_cleared)
        session.changed.connect(self._on_changed)

    @Slot()
    def link(self) -> None:
        """Link what was seen last."""
        interview = self._session.interview
        seen = max(interview.sightings, key=lambda each: each.id, default=None)
        if interview.lock is not None:
            return
        if seen is None:
            self.said.emit("Nothing was seen yet")
        elif self._edited is None and not self._field.is_empty():
            self._waiting = seen.id
            self.said.emit("Linked when the note is saved")
        else:
            self._link(seen, self._edited or _last_note(interview))

    def _link(self, seen: Sighting, note_id: int | None) -> None:
        interview = self._session.interview
        if note_id is None:
            self.said.emit("There is no note yet")
        elif self._session.do(link_sighting(interview, seen, note_id)):
            self.said.emit("Evidence linked")

    @Slot(object)
    def _on_editing(self, note_id: int | None) -> None:
        self._edited = note_id

    @Slot()
    def _on_cleared(self) -> None:
        self._waiting = None

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        added = [e.after for e in change.edits if e.before is None and isinstance(e.after, Note)]
        waiting = self._session.interview.records.get((Sighting, self._waiting or 0))
        if not added or not isinstance(waiting, Sighting):
            return
        self._waiting = None
        self._link(waiting, added[0].id)


def _last_note(interview: Interview) -> int | None:
    return max((note.id for note in interview.notes), default=None)

"""The evidence for one dimension, to be read beside the levels, and more notes to take as such."""

from PySide6.QtCore import QSignalMapper, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.score.line_button import LineButton, LineMark, StyledText, lines_in
from interview_desk.desk.score.lock import ScoringSession
from interview_desk.desk.theme.theme import XS, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.layouts import QUIET, clear
from interview_desk.interview.evidence import Evidence
from interview_desk.interview.records import Note
from interview_desk.words import count, minutes

_TIME_WIDTH = 46
_OPEN, _CLOSE = "Add a note as evidence…", "Done adding"


class EvidenceList(QWidget):
    """Notes and sightings by time. ``opened`` carries the id of the note that was clicked."""

    opened = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Evidence, ...] = ()
        self._mapper = QSignalMapper(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._mapper.mappedInt.connect(self.opened)

    @property
    def lines(self) -> tuple[LineButton, ...]:
        """The lines on show, by time."""
        return tuple(lines_in(self._column))

    def show_evidence(self, evidence: tuple[Evidence, ...]) -> None:
        """Show exactly this; nothing is touched if it is the same."""
        if evidence == self._shown:
            return
        self._shown = evidence
        clear(self._column)
        for each in evidence:
            self._column.addWidget(self._line(each))

    def _line(self, each: Evidence) -> LineButton:
        line = evidence_line(self._theme, each)
        if each.note is not None:
            self._mapper.setMapping(line, each.note.id)
            line.clicked.connect(self._mapper.map)
        return line


def evidence_line(theme: Theme, each: Evidence) -> LineButton:
    """One note or sighting with its time, its mark and where it comes from."""
    time = StyledText(minutes(each.elapsed_ms), "ink2", "mono-figures")
    return LineButton(
        theme,
        (
            StyledText(each.indicator.brief if each.indicator else each.text),
            StyledText(_origin(each), "ink3"),
        ),
        _mark(each),
        lead=time,
        lead_width=_TIME_WIDTH,
        opens=each.note is not None,
    )


def evidence_count(evidence: tuple[Evidence, ...]) -> str:
    """How much there is: ``3 notes, 2 sightings``; empty for nothing."""
    notes = sum(each.note is not None for each in evidence)
    parts = [(notes, "note"), (len(evidence) - notes, "sighting")]
    return ", ".join(count(number, noun) for number, noun in parts if number)


def _mark(each: Evidence) -> LineMark:
    if each.indicator is not None:
        return LineMark("", each.kind.tone or "ink2", "seen", boxed=True)
    return LineMark(each.kind.glyph, each.kind.tone or "ink2", each.kind.word)


def _origin(each: Evidence) -> str:
    if each.indicator is not None:
        phase = f", Phase {each.phase}" if each.phase else ""
        return f"{each.indicator.kind}{phase}"
    return "private" if each.note is not None and each.note.private else ""


class NotePicker(QWidget):
    """A quiet button that unfolds the notes which are not evidence for the dimension yet.

    A note that was ticked stays in the list until it is folded, so that it can be unticked.
    """

    def __init__(self, theme: Theme, scoring: ScoringSession) -> None:
        super().__init__()
        self._theme = theme
        self._scoring = scoring
        self._dimension = 1
        self._rows: dict[int, CheckRow] = {}
        self._mapper = QSignalMapper(self)
        self.button = TextButton(theme, _OPEN, ButtonKind.QUIET)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        # The button's word stands where the lines begin, and its edge where this widget does.
        self._list.setContentsMargins(theme.px(QUIET), 0, theme.px(QUIET), 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(self._list)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        self.button.clicked.connect(self._fold)
        self._mapper.mappedInt.connect(self._toggle)

    @property
    def rows(self) -> tuple[CheckRow, ...]:
        """The notes on offer, by time; none while folded."""
        return tuple(self._rows.values())

    def show_dimension(self, number: int) -> None:
        """Offer notes for that dimension, folded."""
        self._dimension = number
        self._close()

    def refresh(self) -> None:
        """Tick what is evidence now, and offer the button where there is something to add."""
        for note_id, row in self._rows.items():
            found = self._scoring.note(note_id)
            row.setEnabled(found is not None)
            row.setChecked(found is not None and self._dimension in found.dimensions)
        self.button.setVisible(bool(self._rows) or bool(self._open_notes()))

    def _open_notes(self) -> list[Note]:
        notes = self._scoring.interview.notes
        return [note for note in notes if self._dimension not in note.dimensions]

    def _close(self) -> None:
        clear(self._list)
        self._rows = {}
        self.button.set_text(_OPEN)
        self.refresh()

    @Slot()
    def _fold(self) -> None:
        if self._rows:
            self._close()
            return
        timeline = self._scoring.interview.timeline
        for note in self._open_notes():
            time = minutes(timeline.elapsed(note.at))
            row = CheckRow(self._theme, f"{time}  {note.text}", max_lines=2)
            self._rows[note.id] = row
            self._mapper.setMapping(row, note.id)
            row.clicked.connect(self._mapper.map)
            self._list.addWidget(row)
        self.button.set_text(_CLOSE)

    @Slot(int)
    def _toggle(self, note_id: int) -> None:
        self._scoring.toggle_tag(note_id, self._dimension)
        self.refresh()

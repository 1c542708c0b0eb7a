"""Notes that may be evidence too: tick one, and it speaks for the dimension."""

from PySide6.QtCore import QSignalMapper, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.score.scorer import Scorer
from interview_desk.desk.theme.theme import XS, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.clear_layout import clear
from interview_desk.desk.widgets.text_margins import QUIET
from interview_desk.interview.actions.notes import tag_note
from interview_desk.interview.records import Note
from interview_desk.words import minutes

_OPEN, _CLOSE = "Add a note as evidence…", "Done adding"


class NotePicker(QWidget):
    """A quiet button that unfolds the notes which are not evidence for the dimension yet.

    A note that was ticked stays in the list until it is folded, so that it can be unticked.
    """

    def __init__(self, theme: Theme, scorer: Scorer) -> None:
        super().__init__()
        self._theme = theme
        self._scorer = scorer
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
            found = self._note(note_id)
            row.setEnabled(found is not None)
            row.setChecked(found is not None and self._dimension in found.dimensions)
        self.button.setVisible(bool(self._rows) or bool(self._open_notes()))

    def _open_notes(self) -> list[Note]:
        notes = self._scorer.interview.notes
        return [note for note in notes if self._dimension not in note.dimensions]

    def _note(self, note_id: int) -> Note | None:
        found = self._scorer.interview.records.get((Note, note_id))
        return found if isinstance(found, Note) else None

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
        timeline = self._scorer.interview.timeline
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
        note = self._note(note_id)
        if note is not None:
            tagged = set(note.dimensions) ^ {self._dimension}
            self._scorer.do(tag_note(self._scorer.interview, note_id, tuple(sorted(tagged))))
        self.refresh()

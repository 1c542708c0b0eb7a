"""One note in full: its words, its kind, and what it is evidence of."""

from functools import partial

from PySide6.QtCore import QSignalMapper, Signal, Slot
from PySide6.QtWidgets import QWidget

from interview_desk.desk.picture_view import PictureView
from interview_desk.desk.pictures import Pictures
from interview_desk.desk.score.lock import ScoringSession
from interview_desk.desk.score.score_view import SavedText, ScoreView
from interview_desk.desk.theme.theme import XS, M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.layouts import quiet_row
from interview_desk.desk.widgets.segmented import Segmented
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.interview.actions.notes import edit_note, keep_private
from interview_desk.interview.change import Change
from interview_desk.interview.checks import is_opinion
from interview_desk.interview.note_kinds import OFFERED_KINDS, NoteKind
from interview_desk.interview.note_text import NoteText
from interview_desk.interview.records import Note, Picture
from interview_desk.words import minutes

_HIGHEST = 360  # of a picture
_OPINION = "An opinion is not evidence yet. What did they say or do?"


class NoteView(ScoreView):
    """A note to reword or to use elsewhere. ``closed`` asks to go back to where it was opened."""

    closed = Signal()

    def __init__(self, theme: Theme, scoring: ScoringSession) -> None:
        super().__init__(theme, scoring)
        self._note_id = 0
        self.back = TextButton(theme, "‹ Back", ButtonKind.QUIET)
        self.words = TextField(theme, "What was said or done", min_lines=2, max_lines=12)
        self._hint = Label(theme, _OPINION, "small", "warn", wrap=True)
        self.picture = PictureView(theme, _HIGHEST)
        self._pictures: Pictures | None = None  # made with the first
        self.kinds = Segmented(theme, "Kind of note")
        self.kinds.set_choices([f"{kind.glyph} {kind.word.capitalize()}" for kind in OFFERED_KINDS])
        self.dimensions = [
            CheckRow(theme, each.title) for each in scoring.interview.guide.dimensions
        ]
        self.private = CheckRow(theme, "Private: kept out of reports", tone="grey")
        self._tags = QSignalMapper(self)
        self._saved = SavedText(self.words, scoring, self._stored, self._save)
        self._lay_out()
        self.back.clicked.connect(self.closed)
        self.kinds.chosen.connect(self._set_kind)
        self.private.clicked.connect(self._set_private)
        self._tags.mappedInt.connect(self._toggle_tag)
        for each, row in zip(scoring.interview.guide.dimensions, self.dimensions, strict=True):
            self._tags.setMapping(row, each.number)
            row.clicked.connect(self._tags.map)

    def _lay_out(self) -> None:
        column = self.column
        column.insertLayout(0, quiet_row(self.theme, self.back))
        column.addSpacing(M)
        column.addWidget(self.words)
        column.addWidget(self._hint)
        column.addWidget(self.picture)
        column.addSpacing(S)
        column.addWidget(self.kinds)
        column.addSpacing(M)
        column.addWidget(SectionLabel(self.theme, "Evidence for"))
        for row in self.dimensions:
            column.addWidget(row)
        column.addSpacing(M)
        column.addWidget(self.private)
        column.addStretch(1)
        column.setSpacing(XS)

    def show_note(self, note_id: int, back_to: str) -> None:
        """Show a note; ``back_to`` names the place it was opened from."""
        self._note_id = note_id
        self.back.set_text(f"‹ {back_to}")
        self.verticalScrollBar().setValue(0)
        self._saved.load()
        self.show_all()

    def show_all(self) -> None:
        note = self._note()
        if note is None:  # undone while it was on show
            self.closed.emit()
            return
        timeline = self.scoring.interview.timeline
        self.title.setText(f"Note at {minutes(timeline.elapsed(note.at))}")
        self._hint.setVisible(is_opinion(note.text))
        self._show_picture(self.scoring.interview.picture(note.id), note.text)
        self.kinds.set_current(OFFERED_KINDS.index(note.kind))
        self.private.setChecked(note.private)
        for number, row in enumerate(self.dimensions, 1):
            row.setChecked(number in note.dimensions)
        self.set_editable(self.scoring.editable)

    def show_change(self, change: Change) -> None:
        if change.touches(Note, Picture):
            self._saved.refresh()
            self.show_all()

    def _show_picture(self, picture: Picture | None, caption: str) -> None:
        self.picture.setVisible(picture is not None)
        if picture is None:
            return
        self.picture.setAccessibleName(f"Picture: {' '.join(caption.split())}")
        if self._pictures is None:
            self._pictures = Pictures(self.scoring.session, self)
        if self.picture.await_picture(picture):
            self._pictures.read(picture, partial(self.picture.show_image, picture))

    def set_editable(self, editable: bool) -> None:
        self.words.edit.setReadOnly(not editable)
        for widget in (*self.kinds.segments, *self.dimensions, self.private):
            widget.setEnabled(editable)

    def flush(self) -> None:
        self._saved.flush()

    def first_field(self) -> QWidget:
        return self.words

    def _note(self) -> Note | None:
        return self.scoring.note(self._note_id)

    def _stored(self) -> str:
        note = self._note()
        return note.text if note is not None else ""

    def _save(self, text: str) -> bool:
        note = self._note()
        # A note emptied by hand is a note being rewritten: the words it had stay on disk.
        return note is not None and bool(text.strip()) and self._edit(note, text, note.kind)

    def _edit(self, note: Note, text: str, kind: NoteKind) -> bool:
        words = NoteText(text, kind, note.dimensions)
        return self.scoring.do(edit_note(self.scoring.interview, note.id, words))

    @Slot(int)
    def _set_kind(self, index: int) -> None:
        self.flush()
        note = self._note()
        if note is not None:
            self._edit(note, note.text, OFFERED_KINDS[index])

    @Slot(int)
    def _toggle_tag(self, number: int) -> None:
        self.flush()
        self.scoring.toggle_tag(self._note_id, number)

    @Slot(bool)
    def _set_private(self, private: bool) -> None:
        self.flush()
        self.scoring.do(keep_private(self.scoring.interview, self._note_id, private))

"""One dimension: its levels to choose from, the evidence, and why."""

from PySide6.QtCore import QSignalMapper, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.score.evidence_list import EvidenceList, evidence_count
from interview_desk.desk.score.fields import SavedText, Toggle
from interview_desk.desk.score.level_keys import level_keys
from interview_desk.desk.score.line_button import PAD
from interview_desk.desk.score.scorer import Scorer
from interview_desk.desk.score.view import ScoreView
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.theme import XS, M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.clear_layout import clear
from interview_desk.desk.widgets.keycap import KeyCap
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.level_card import CardText, LevelCards
from interview_desk.desk.widgets.section_label import SectionLabel
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.desk.widgets.text_margins import QUIET, overhang, quiet_row
from interview_desk.guide.model import Dimension
from interview_desk.interview.actions.notes import tag_note
from interview_desk.interview.actions.scoring import give_reason, not_enough, rate
from interview_desk.interview.change import Change
from interview_desk.interview.evidence import evidence_for
from interview_desk.interview.records import ClockEvent, Note, Rating, Sighting
from interview_desk.words import minutes

_OPEN, _CLOSE = "Add a note as evidence…", "Done adding"


class _NotePicker(QWidget):
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


class DimensionView(ScoreView):
    """The rating of one dimension. ``note_opened`` carries the id of a note to look at."""

    note_opened = Signal(int)

    def __init__(self, theme: Theme, scorer: Scorer, keymap: Keymap) -> None:
        super().__init__(theme, scorer)
        self.number = 1
        self._not_enough_key = ""
        self.cards = LevelCards(theme)
        self.not_enough = Toggle(theme, "Not enough evidence to rate")
        self.evidence_label = SectionLabel(theme, "Evidence")
        self.nothing = Label(theme, "No note and no sighting speaks for this yet.", "body", "ink2")
        self.evidence = EvidenceList(theme)
        self.picker = _NotePicker(theme, scorer)
        self.reason = TextField(theme, "Why this rating", min_lines=2, max_lines=12)
        self._reason_label = SectionLabel(theme, "Why this rating")
        self._reason_key = KeyCap(theme, "")
        self._saved_reason = SavedText(self.reason, scorer, self._stored_reason, self._save_reason)
        self._lay_out()
        self.cards.chosen.connect(self.choose)
        self.not_enough.clicked.connect(self.toggle_not_enough)
        self.evidence.opened.connect(self.note_opened)
        keymap.follow(self, "score.not_enough", self._show_not_enough_key)
        keymap.follow(self._reason_key, "score.type", self._reason_key.setText)

    def _show_not_enough_key(self, keys: str) -> None:
        self._not_enough_key = keys
        if self.not_enough.isEnabled():
            self.not_enough.set_keys(keys)

    def _lay_out(self) -> None:
        why = QHBoxLayout()
        why.setSpacing(S)
        why.addWidget(self._reason_label)
        why.addWidget(self._reason_key)
        why.addStretch(1)
        column = self.column
        column.addSpacing(M)
        column.addWidget(self.cards)
        column.addLayout(quiet_row(self.theme, self.not_enough))
        column.addSpacing(M)
        column.addWidget(self.evidence_label)
        column.addWidget(self.nothing)
        column.addLayout(overhang(self.evidence, self.theme.px(PAD)))
        column.addLayout(overhang(self.picker, self.theme.px(QUIET)))
        column.addSpacing(M)
        column.addLayout(why)
        column.addWidget(self.reason)
        column.addStretch(1)
        column.setSpacing(XS)

    @property
    def dimension(self) -> Dimension:
        """The dimension on show."""
        return self.scorer.interview.guide.dimension(self.number)

    def show_dimension(self, number: int) -> None:
        """Show another dimension, with everything about it."""
        if number != self.number:
            self.verticalScrollBar().setValue(0)
        self.number = number
        self.show_all()

    def show_all(self) -> None:
        dimension = self.dimension
        place = f"{self.number} of {len(self.scorer.interview.guide.dimensions)}"
        self.over.setText(", ".join(part for part in (place, dimension.qualifier) if part))
        self.over.show()
        self.title.setText(dimension.title)
        self.cards.setAccessibleName(dimension.title)
        self.picker.show_dimension(self.number)
        self._saved_reason.load()
        self.set_editable(self.scorer.editable)
        self._show_evidence()

    def show_change(self, change: Change) -> None:
        if change.touches(Rating):
            self._saved_reason.refresh()
            self._show_rating()
        if change.touches(Note, Sighting, ClockEvent):
            self._show_evidence()

    def set_editable(self, editable: bool) -> None:
        levels = self.dimension.ascending
        keys = level_keys(levels) if editable else [""] * len(levels)
        self.cards.set_cards(
            [CardText(level.name, level.text, key) for level, key in zip(levels, keys, strict=True)]
        )
        for card in self.cards.cards:
            card.setEnabled(editable)
        self.not_enough.set_keys(self._not_enough_key if editable else "")
        self.not_enough.setEnabled(editable)
        self._show_rating()
        self.picker.setEnabled(editable)
        self.reason.edit.setReadOnly(not editable)

    def flush(self) -> None:
        self._saved_reason.flush()

    def entry_field(self) -> QWidget:
        return self.reason

    @Slot(int)
    def choose(self, index: int) -> None:
        """Rate the dimension with one of its levels, from 0 for the lowest."""
        levels = self.dimension.ascending
        if index < len(levels):
            self.scorer.do(rate(self.scorer.interview, self.number, levels[index].name))
        self._show_rating()

    @Slot()
    def toggle_not_enough(self) -> None:
        """Say that the evidence is not enough to rate, or take that back."""
        interview = self.scorer.interview
        if interview.rating(self.number).not_enough:
            self.scorer.do(rate(interview, self.number, ""))
        else:
            self.scorer.do(not_enough(interview, self.number))
        self._show_rating()

    def _show_rating(self) -> None:
        rating = self.scorer.interview.rating(self.number)
        height = self.dimension.height(rating.level)
        self.cards.set_current(height - 1 if height else None)
        self.not_enough.setChecked(rating.not_enough)

    def _show_evidence(self) -> None:
        found = evidence_for(self.scorer.interview, self.number)
        self.evidence_label.set_count(evidence_count(found))
        self.nothing.setVisible(not found)
        self.evidence.show_evidence(found)
        self.picker.refresh()

    def _stored_reason(self) -> str:
        return self.scorer.interview.rating(self.number).reason

    def _save_reason(self, text: str) -> bool:
        return self.scorer.do(give_reason(self.scorer.interview, self.number, text))

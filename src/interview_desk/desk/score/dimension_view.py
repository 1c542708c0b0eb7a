"""One dimension: its levels to choose from by click or key, the evidence, and why."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSignalMapper, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.score.evidence_list import EvidenceList, NotePicker, evidence_count
from interview_desk.desk.score.lock import ScoringSession
from interview_desk.desk.score.score_view import (
    WIDE,
    Beside,
    SavedText,
    ScoreView,
    SideScroll,
    Toggle,
    heading_with_key,
)
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.theme import XS, M, S, Theme
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.layouts import QUIET, outdented, overhang, quiet_row
from interview_desk.desk.widgets.level_card import CardText, LevelCards
from interview_desk.desk.widgets.line_button import PAD
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.guide.model import Dimension, Level
from interview_desk.interview.actions.scoring import cite, give_reason, not_enough, rate
from interview_desk.interview.change import Change
from interview_desk.interview.evidence import Evidence, evidence_for
from interview_desk.interview.records import ClockEvent, Note, Rating, Sighting

_CITING = "A digit puts that piece of evidence here."


def level_keys(levels: Sequence[Level]) -> list[str]:
    """The first letters of the levels where they differ, else 1 for the first given, and so on.

    Letters outside ASCII are on few keyboards, so they count as not differing.
    """
    letters = [level.name.strip()[:1].upper() for level in levels]
    plain = all(each.isascii() and each.isalpha() for each in letters)
    if plain and len(set(letters)) == len(letters):
        return letters
    return [str(number) for number in range(1, len(levels) + 1)]


def cite_keys(taken: Sequence[str]) -> list[str]:
    """The digits that cite evidence: those that are not the keys of levels."""
    return [digit for digit in "123456789" if digit not in taken]


class BareKeys(QObject):
    """Keys of what is on show, working anywhere in ``page`` except where text is typed."""

    pressed = Signal(int)  # which of the keys, from 0

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._keys: list[str] = []
        self._shortcuts: list[QShortcut] = []
        self._mapper = QSignalMapper(self)
        self._mapper.mappedInt.connect(self.pressed)

    def set_keys(self, keys: Sequence[str]) -> None:
        """Have these keys and no others; none for a part of the page without them."""
        if list(keys) == self._keys:
            return
        for old in self._shortcuts:
            old.setEnabled(False)
            old.deleteLater()
        self._keys = list(keys)
        self._shortcuts = [QShortcut(QKeySequence(key), self._page) for key in keys]
        for number, shortcut in enumerate(self._shortcuts):
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._mapper.setMapping(shortcut, number)
            shortcut.activated.connect(self._mapper.map)


class DimensionView(ScoreView):
    """The rating of one dimension. ``note_opened`` carries the id of a note to look at."""

    note_opened = Signal(int)

    def __init__(self, theme: Theme, scoring: ScoringSession, keymap: Keymap) -> None:
        super().__init__(theme, scoring, widest=WIDE)
        self.number = 1
        self._not_enough_key = ""
        self.cards = LevelCards(theme)
        self.not_enough = Toggle(theme, "Not enough evidence to rate")
        self.evidence_label = SectionLabel(theme, "Evidence")
        self.nothing = Label(theme, "There is no evidence for this yet.", "body", "ink2")
        self.evidence = EvidenceList(theme)
        self.picker = NotePicker(theme, scoring)
        self.reason = TextField(theme, "Why this rating", min_lines=4, max_lines=16)
        self._cite_hint = Label(theme, _CITING, "small", "ink3", wrap=True)
        self._saved_reason = SavedText(self.reason, scoring, self._stored_reason, self._save_reason)
        self._lay_out(keymap)
        self.cards.chosen.connect(self.choose)
        self.not_enough.clicked.connect(self.toggle_not_enough)
        self.evidence.opened.connect(self.note_opened)
        self.evidence.cited.connect(self._cite)
        keymap.follow(self, "score.not_enough", self._show_not_enough_key)

    def _show_not_enough_key(self, keys: str) -> None:
        self._not_enough_key = keys
        if self.not_enough.isEnabled():
            self.not_enough.set_keys(keys)

    def _lay_out(self, keymap: Keymap) -> None:
        column = self.column
        column.addSpacing(M)
        column.addWidget(self.cards)
        column.addLayout(quiet_row(self.theme, self.not_enough))
        column.addSpacing(M)
        beside = Beside(self.theme, self._lay_out_evidence(), self._lay_out_reason(keymap))
        column.addLayout(outdented(beside, self.theme.px(QUIET)), 1)
        column.setSpacing(XS)

    def _lay_out_evidence(self) -> SideScroll:
        found = SideScroll(self.theme)
        edge = self.theme.px(QUIET)
        found.column.setContentsMargins(edge, 0, edge, 0)
        found.column.setSpacing(XS)
        found.column.addWidget(self.evidence_label)
        found.column.addWidget(self.nothing)
        found.column.addLayout(overhang(self.evidence, self.theme.px(PAD)))
        found.column.addLayout(overhang(self.picker, edge))
        found.column.addStretch(1)
        return found

    def _lay_out_reason(self, keymap: Keymap) -> QWidget:
        why = QWidget()
        column = QVBoxLayout(why)
        column.setContentsMargins(self.theme.px(QUIET), 0, 0, 0)
        column.setSpacing(S)
        column.addLayout(heading_with_key(self.theme, "Why this rating", keymap))
        column.addWidget(self.reason)
        column.addWidget(self._cite_hint)
        column.addStretch(1)
        return why

    @property
    def dimension(self) -> Dimension:
        """The dimension on show."""
        return self.scoring.interview.guide.dimension(self.number)

    def set_place(self, words: str) -> None:
        super().set_place(", ".join(part for part in (words, self.dimension.qualifier) if part))

    def show_dimension(self, number: int) -> None:
        """Show another dimension, with everything about it."""
        if number != self.number:
            self.verticalScrollBar().setValue(0)
        self.number = number
        self.show_all()

    def show_all(self) -> None:
        dimension = self.dimension
        self.title.setText(dimension.title)
        self.cards.setAccessibleName(dimension.title)
        self.picker.show_dimension(self.number)
        self._saved_reason.load()
        self.set_editable(self.scoring.editable)
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
        self.evidence.set_citable(editable)
        self.reason.edit.setReadOnly(not editable)

    def flush(self) -> None:
        self._saved_reason.flush()

    def first_field(self) -> QWidget:
        return self.reason

    @Slot(int)
    def choose(self, index: int) -> None:
        """Rate the dimension with one of its levels, from 0 for the lowest."""
        levels = self.dimension.ascending
        if index < len(levels):
            self.scoring.do(rate(self.scoring.interview, self.number, levels[index].name))
        self._show_rating()

    @Slot()
    def toggle_not_enough(self) -> None:
        """Say that the evidence is not enough to rate, or take that back."""
        interview = self.scoring.interview
        if interview.rating(self.number).not_enough:
            self.scoring.do(rate(interview, self.number, ""))
        else:
            self.scoring.do(not_enough(interview, self.number))
        self._show_rating()

    @Slot(int)
    def cite(self, index: int) -> None:
        """Cite a piece of evidence in the reason, by the place of its key."""
        found = self._citable()
        if index < len(found):
            self._cite(found[index])

    @Slot(object)
    def _cite(self, evidence: Evidence) -> None:
        self.flush()
        self.scoring.do(cite(self.scoring.interview, self.number, evidence))
        self._saved_reason.refresh()
        # Once the field has grown: until then it would scroll.
        QTimer.singleShot(0, self, self._caret_to_end)

    @Slot()
    def _caret_to_end(self) -> None:
        self.reason.edit.moveCursor(QTextCursor.MoveOperation.End)

    def _citable(self) -> list[Evidence]:
        found = evidence_for(self.scoring.interview, self.number)
        return [each for each in found if each.may_be_cited]

    def _show_rating(self) -> None:
        rating = self.scoring.interview.rating(self.number)
        height = self.dimension.height(rating.level)
        self.cards.set_current(height - 1 if height else None)
        self.not_enough.setChecked(rating.not_enough)

    def _show_evidence(self) -> None:
        found = evidence_for(self.scoring.interview, self.number)
        self.evidence_label.set_count(evidence_count(found))
        self.nothing.setVisible(not found)
        digits = iter(cite_keys(level_keys(self.dimension.ascending)))
        keys = [next(digits, "") if each.may_be_cited else "" for each in found]
        self.evidence.show_evidence(found, keys)
        self.evidence.set_citable(self.scoring.editable)
        self._cite_hint.setVisible(any(keys) and self.scoring.editable)
        self.picker.refresh()

    def _stored_reason(self) -> str:
        return self.scoring.interview.rating(self.number).reason

    def _save_reason(self, text: str) -> bool:
        return self.scoring.do(give_reason(self.scoring.interview, self.number, text))

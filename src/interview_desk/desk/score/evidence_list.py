"""The evidence for one dimension, to be read beside the levels, and more notes to take as such."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSignalMapper, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from interview_desk.desk.score.lock import ScoringSession
from interview_desk.desk.theme.theme import XS, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.chips import key_cap_size, paint_key_cap
from interview_desk.desk.widgets.layouts import QUIET, clear
from interview_desk.desk.widgets.line_button import LineButton, LineMark, StyledText
from interview_desk.desk.widgets.painted import Painted, rounded
from interview_desk.desk.widgets.text_painting import beginning, button_text, one_line
from interview_desk.interview.evidence import Evidence
from interview_desk.interview.records import Note
from interview_desk.words import count, minutes

_TIME_WIDTH = 46
_CAP = 26
_OPEN, _CLOSE = "Add a note as evidence…", "Done adding"


class EvidenceList(QWidget):
    """Notes and sightings by time, each with the key that cites it.

    ``opened`` carries the id of the note that was clicked, ``cited`` the evidence.
    """

    opened = Signal(int)
    cited = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[tuple[Evidence, str], ...] = ()
        self._rows: list[_EvidenceRow] = []
        self._notes, self._citations = QSignalMapper(self), QSignalMapper(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._notes.mappedInt.connect(self.opened)
        self._citations.mappedInt.connect(self._cite)

    @property
    def lines(self) -> tuple[LineButton, ...]:
        """The lines on show, by time."""
        return tuple(row.line for row in self._rows)

    @property
    def caps(self) -> tuple[CiteButton, ...]:
        """The buttons that cite, by time."""
        return tuple(row.cap for row in self._rows)

    def show_evidence(self, evidence: tuple[Evidence, ...], keys: Sequence[str]) -> None:
        """Show exactly this, each with its key or none; nothing is touched if it is the same."""
        shown = tuple(zip(evidence, keys, strict=True))
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._column)
        self._rows = []
        for number, (each, key) in enumerate(shown):
            row = _EvidenceRow(self._theme, each, key)
            self._citations.setMapping(row.cap, number)
            row.cap.clicked.connect(self._citations.map)
            if each.note is not None:
                self._notes.setMapping(row.line, each.note.id)
                row.line.clicked.connect(self._notes.map)
            self._rows.append(row)
            self._column.addWidget(row)

    def set_citable(self, citable: bool) -> None:
        """Let the evidence be cited, or only read; what is private never is."""
        for row, (each, _key) in zip(self._rows, self._shown, strict=True):
            row.cap.setEnabled(citable and each.may_be_cited)

    @Slot(int)
    def _cite(self, number: int) -> None:
        self.cited.emit(self._shown[number][0])


class CiteButton(Painted, QPushButton):
    """The key that cites a piece of evidence, as a cap to press; a dot where there is none."""

    def __init__(self, theme: Theme, key: str, words: str) -> None:
        super().__init__(theme)
        self._key = key
        self.setText(button_text(key))
        self.setAccessibleName(one_line(beginning(f"Cite in the reason: {words}")))
        self.setAccessibleDescription(key)
        self.setToolTip("Cite in the reason")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        side = self._theme.px(_CAP)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def draw(self, painter: QPainter) -> None:
        if not self.isEnabled():
            return
        theme = self._theme
        if self.underMouse() or self.isDown():
            rounded(painter, self.rect(), theme.px(4), theme.colour("sunk"))
        cap = QRect(QPoint(), key_cap_size(theme, self._key or "+"))
        cap.moveCenter(self.rect().center())
        paint_key_cap(painter, theme, cap, self._key or "+")
        self._ring(painter, self.rect(), theme.px(4))


class _EvidenceRow(QWidget):
    """The cap that cites, then the line."""

    def __init__(self, theme: Theme, each: Evidence, key: str) -> None:
        super().__init__()
        self.line = evidence_line(theme, each)
        self.cap = CiteButton(theme, key, each.citation)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        # As tall as a line of one row of words, whose middle its own then is.
        self.cap.setFixedHeight(self.line.minimumSizeHint().height())
        row.addWidget(self.cap, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.line, 1)


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
    private = each.note is not None and each.note.private
    words = (("picture", each.has_picture), ("private", private))
    return ", ".join(word for word, is_so in words if is_so)


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

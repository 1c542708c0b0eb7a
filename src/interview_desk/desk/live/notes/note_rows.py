"""The notes of an interview as rows, each under the phase it was written in, and as a Qt model."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from interview_desk.guide.model import Guide
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_kinds import NoteKind
from interview_desk.interview.records import ClockEvent, Note
from interview_desk.interview.timeline import ClockState, Timeline
from interview_desk.words import minutes

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """The beginning of a stay in a phase."""

    text: str

    def spoken(self) -> str:
        """The row for a screen reader."""
        return self.text


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note with its stamp as elapsed time, the tags of its dimensions, and what it proves."""

    note: Note
    stamp: str
    tags: tuple[str, ...]
    visit: int
    proves: tuple[str, ...] = ()

    @property
    def marks(self) -> tuple[str, ...]:
        """All that is shown behind its words."""
        return (*self.tags, *(f"✓ {each}" for each in self.proves))

    def spoken(self) -> str:
        """The row for a screen reader."""
        kind = "" if self.note.kind is NoteKind.PLAIN else f"{self.note.kind}: "
        tags = f", {', '.join(self.tags)}" if self.tags else ""
        proves = f", evidence of {', '.join(self.proves)}" if self.proves else ""
        return f"{self.stamp}, {kind}{self.note.text}{tags}{proves}"


Row = HeadingRow | NoteRow


@dataclass(frozen=True, slots=True)
class _Visit:
    start: int
    phase: int
    elapsed: int


def tag_word(tag: str) -> str:
    """A dimension's tag as it is shown: ``trade-offs`` as ``Trade-offs``."""
    return tag[:1].upper() + tag[1:]


class NoteRows:
    """Makes the rows, and makes only those anew that a change has made different.

    The interview is a new object after each change, but most of its notes are not; with 500
    of them on the page that is what keeps Enter quick.
    """

    def __init__(self) -> None:
        self._events: tuple[ClockEvent, ...] = ()
        self._visits: list[_Visit] = []
        self._known: dict[int, NoteRow] = {}

    def rows(self, interview: Interview) -> list[Row]:
        """Every row in the order of time, the phase that is on at the end even if empty."""
        timeline = interview.timeline
        if interview.clock_events != self._events or not self._visits:
            self._events = interview.clock_events
            self._visits = _visits(timeline)
            self._known = {}
        proofs = _proofs(interview)
        notes = [self._row(interview, note, proofs.get(note.id, ())) for note in interview.notes]
        self._known = {row.note.id: row for row in notes}
        rows: list[Row] = []
        visit = -1
        for row in notes:
            if row.visit != visit:
                visit = row.visit
                rows.append(self._heading(interview.guide, visit))
            rows.append(row)
        last = len(self._visits) - 1
        if visit != last and timeline.state in (ClockState.RUNNING, ClockState.PAUSED):
            rows.append(self._heading(interview.guide, last))
        return rows

    def _row(self, interview: Interview, note: Note, proves: tuple[str, ...]) -> NoteRow:
        known = self._known.get(note.id)
        if known is not None and known.note is note and known.proves == proves:
            return known
        timeline = interview.timeline
        starts = [visit.start for visit in self._visits]
        visit = max(0, bisect_right(starts, timeline.position(note.at)) - 1)
        stamp = minutes(timeline.elapsed(note.at))
        tags = tuple(tag_word(interview.guide.dimension(n).tag) for n in note.dimensions)
        return NoteRow(note, stamp, tags, visit, proves)

    def _heading(self, guide: Guide, number: int) -> HeadingRow:
        visit = self._visits[number]
        if not visit.phase:
            return HeadingRow("Before the start")
        text = f"{visit.phase} {guide.phase(visit.phase).title}"
        return HeadingRow(f"{text}, from {minutes(visit.elapsed)}" if visit.elapsed else text)


def _proofs(interview: Interview) -> dict[int, tuple[str, ...]]:
    """What each note is the evidence of, in brief, by the note's id; each only once."""
    found: dict[int, dict[str, None]] = {}
    for sighting in interview.sightings:
        if sighting.note is not None:
            brief = interview.guide.indicators[sighting.indicator].brief
            found.setdefault(sighting.note, {})[brief] = None
    return {note: tuple(briefs) for note, briefs in found.items()}


def _visits(timeline: Timeline) -> list[_Visit]:
    """Each stay in a phase, pauses within it and all; one in no phase before the start."""
    if not timeline.spans:
        return [_Visit(0, 0, 0)]
    first = timeline.spans[0]
    visits, elapsed = [_Visit(first.start, first.phase, 0)], 0
    for span, following in pairwise(timeline.spans):
        elapsed += 0 if span.paused else span.length(following.start)
        if following.phase != span.phase:
            visits.append(_Visit(following.start, following.phase, elapsed))
    return visits


class NotesModel(QAbstractListModel):
    """Headings and notes, oldest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._maker = NoteRows()
        self._rows: list[Row] = []

    def show_interview(self, interview: Interview) -> None:
        """Take over the notes as they are now."""
        old, new = self._rows, self._maker.rows(interview)
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        top = QModelIndex()
        if head < len(old) - tail:
            self.beginRemoveRows(top, head, len(old) - tail - 1)
            self._rows = old[:head] + old[len(old) - tail :]
            self.endRemoveRows()
        if head < len(new) - tail:
            self.beginInsertRows(top, head, len(new) - tail - 1)
            self._rows = new
            self.endInsertRows()

    def row(self, number: int) -> Row:
        """The row of that number, from 0."""
        return self._rows[number]

    def number_of(self, note_id: int) -> int | None:
        """The row that a note is in, or None."""
        for number, row in enumerate(self._rows):
            if isinstance(row, NoteRow) and row.note.id == note_id:
                return number
        return None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._rows[index.row()].spoken()
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], HeadingRow):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _common(one: list[Row], other: list[Row]) -> int:
    """How many rows both begin with."""
    for number, (a, b) in enumerate(zip(one, other, strict=False)):
        if a is not b and a != b:
            return number
    return min(len(one), len(other))

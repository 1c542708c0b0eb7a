"""Notes and sightings as rows of one stream, each under its phase, and as a Qt model."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from interview_desk.guide.model import Guide, Indicator
from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_kinds import NoteKind
from interview_desk.interview.records import ClockEvent, Note, Picture, Sighting
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
    """A note with its stamp as elapsed time, the tags of its dimensions, and what it proves.

    ``joined`` are those of the sightings that it proves which stand right above it.
    """

    note: Note
    stamp: str
    tags: tuple[str, ...]
    visit: int
    proves: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    position: int = 0
    picture: Picture | None = None

    @property
    def id(self) -> int:
        """The note's."""
        return self.note.id

    @property
    def marks(self) -> tuple[str, ...]:
        """All that is shown behind its words."""
        return (*self.tags, *(f"✓ {each}" for each in self.proves if each not in self.joined))

    def spoken(self) -> str:
        """The row for a screen reader."""
        kind = "" if self.note.kind is NoteKind.PLAIN else f"{self.note.kind}: "
        kind = kind if self.picture is None else f"with a picture, {kind}"
        tags = f", {', '.join(self.tags)}" if self.tags else ""
        proves = f", evidence of {', '.join(self.proves)}" if self.proves else ""
        return f"{self.stamp}, {kind}{self.note.text}{tags}{proves}"


@dataclass(frozen=True, slots=True)
class SightingRow:
    """A sighting, by its indicator's label; ``joined`` if the note that proves it is below it."""

    id: int
    indicator: Indicator
    stamp: str
    visit: int
    position: int
    joined: bool = False

    def spoken(self) -> str:
        """The row for a screen reader."""
        return f"{self.stamp}, {self.indicator.kind} seen: {self.indicator.label}"


Row = HeadingRow | NoteRow | SightingRow
_Stamped = NoteRow | SightingRow


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

    The interview is a new object after each change, but most of its records are not; with 500
    notes on the page that is what keeps Enter quick.
    """

    def __init__(self) -> None:
        self._events: tuple[ClockEvent, ...] = ()
        self._visits: list[_Visit] = []
        self._notes: dict[int, NoteRow] = {}
        self._seen: dict[int, tuple[Instant, SightingRow]] = {}

    def rows(self, interview: Interview) -> list[Row]:
        """Every row in the order of time, the phase that is on at the end even if empty."""
        timeline = interview.timeline
        if interview.clock_events != self._events or not self._visits:
            self._events = interview.clock_events
            self._visits = _visits(timeline)
            self._notes, self._seen = {}, {}
        rows: list[Row] = []
        visit = -1
        for row in self._stamped(interview):
            if row.visit != visit:
                visit = row.visit
                rows.append(self._heading(interview.guide, visit))
            rows.append(row)
        last = len(self._visits) - 1
        if visit != last and timeline.state in (ClockState.RUNNING, ClockState.PAUSED):
            rows.append(self._heading(interview.guide, last))
        return rows

    def _stamped(self, interview: Interview) -> list[_Stamped]:
        """Notes and sightings as one stream, each sighting joined to the note right below it."""
        proofs = _proofs(interview)
        shown = {each.note: each for each in interview.all_pictures}
        notes = [
            self._note(interview, each, proofs.get(each.id, ()), shown.get(each.id))
            for each in interview.notes
        ]
        self._notes = {row.id: row for row in notes}
        if not interview.sightings:
            self._seen = {}
            return [*notes]
        found = [(each.at, self._sighting(interview, each)) for each in interview.sightings]
        self._seen = {row.id: (at, row) for at, row in found}
        stream: list[_Stamped] = [*notes, *(row for _, row in found)]
        stream.sort(key=_by_time)
        proving = {each.id: each.note for each in interview.sightings}
        self._join(stream, proving)
        return stream

    def _join(self, stream: list[_Stamped], proving: Mapping[int, int | None]) -> None:
        """Mark the sightings that stand right above the note that proves them, and the note."""
        note: int | None = None
        for number in range(len(stream) - 1, -1, -1):
            row = stream[number]
            if isinstance(row, NoteRow):
                note = row.id
                above = _joined_above(stream, number, proving) if row.proves else ()
                if row.joined != above:
                    stream[number] = self._notes[note] = replace(row, joined=above)
                continue
            joined = note is not None and proving[row.id] == note
            note = note if joined else None
            if row.joined != joined:
                new = replace(row, joined=joined)
                stream[number], self._seen[row.id] = new, (self._seen[row.id][0], new)

    def _note(
        self, interview: Interview, note: Note, proves: tuple[str, ...], picture: Picture | None
    ) -> NoteRow:
        known = self._notes.get(note.id)
        if known is not None and known.note is note and known.proves == proves:
            return known if known.picture == picture else replace(known, picture=picture)
        tags = tuple(tag_word(interview.guide.dimension(n).tag) for n in note.dimensions)
        position, visit, stamp = self._place(interview.timeline, note.at)
        return NoteRow(note, stamp, tags, visit, proves, (), position, picture)

    def _sighting(self, interview: Interview, sighting: Sighting) -> SightingRow:
        known = self._seen.get(sighting.id)
        if known is not None and known[0] is sighting.at:
            return known[1]
        indicator = interview.guide.indicators[sighting.indicator]
        position, visit, stamp = self._place(interview.timeline, sighting.at)
        return SightingRow(sighting.id, indicator, stamp, visit, position)

    def _place(self, timeline: Timeline, at: Instant) -> tuple[int, int, str]:
        """Where a moment stands on the clock's axis, in which visit, and as it is shown."""
        position = timeline.position(at)
        visit = bisect_right(self._visits, position, key=lambda each: each.start) - 1
        return position, max(0, visit), minutes(timeline.elapsed(at))

    def _heading(self, guide: Guide, number: int) -> HeadingRow:
        visit = self._visits[number]
        if not visit.phase:
            return HeadingRow("Before the start")
        text = f"{visit.phase} {guide.phase(visit.phase).title}"
        return HeadingRow(f"{text}, from {minutes(visit.elapsed)}" if visit.elapsed else text)


def _by_time(row: _Stamped) -> tuple[int, bool, int]:
    """What was seen and noted in one moment was seen first."""
    return row.position, isinstance(row, NoteRow), row.id


def _joined_above(
    stream: Sequence[_Stamped], number: int, proving: Mapping[int, int | None]
) -> tuple[str, ...]:
    """The labels of the sightings right above the note of that number that it proves."""
    labels: list[str] = []
    for row in reversed(stream[:number]):
        if isinstance(row, NoteRow) or proving[row.id] != stream[number].id:
            break
        labels.append(row.indicator.label)
    return tuple(labels)


def _proofs(interview: Interview) -> dict[int, tuple[str, ...]]:
    """What each note is the evidence of, by its label, by the note's id; each only once."""
    found: dict[int, dict[str, None]] = {}
    for sighting in interview.sightings:
        if sighting.note is not None:
            label = interview.guide.indicators[sighting.indicator].label
            found.setdefault(sighting.note, {})[label] = None
    return {note: tuple(labels) for note, labels in found.items()}


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
    """Headings, notes and sightings, oldest first."""

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

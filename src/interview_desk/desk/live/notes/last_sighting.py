"""What can still be done with the last sighting: give it words as its proof, or take it back."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from interview_desk.desk.live.notes.note_field import NoteField
from interview_desk.desk.live.notes.note_writer import NoteWriter
from interview_desk.desk.session import Session
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.interview.actions.notes import link_sighting
from interview_desk.interview.actions.watching import remove_sighting
from interview_desk.interview.change import Change
from interview_desk.interview.clock import Instant
from interview_desk.interview.evidence import waiting_for_words
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Note, Sighting

TAKE_BACK_MS = 5000
_LONGEST = 28  # characters of a label under the note field


class LastSighting(QObject):
    """Links the newest sighting to the note in the field, else to the one written last.

    A note that is still being typed is linked as soon as it is saved. Backspace in the empty
    field takes a sighting back that was made a moment ago. What is possible stands under the
    field. ``said`` tells what was linked, ``undo_asked`` that the last step is to be undone.
    """

    said = Signal(str)
    undo_asked = Signal()

    def __init__(
        self,
        session: Session,
        field: NoteField,
        writer: NoteWriter,
        keymap: Keymap,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._field = field
        self._keys = ""
        self._edited: int | None = None
        self._waiting: int | None = None
        self._made: list[tuple[int, Instant]] = []  # the ids of sightings, and when they were
        self._over = QTimer(self, singleShot=True, interval=TAKE_BACK_MS + 50)
        self._over.timeout.connect(self.show_offer)
        writer.editing.connect(self._on_editing)
        writer.stamped.connect(self.show_offer)
        field.keys.clear_asked.connect(self._on_cleared)
        field.keys.take_back_asked.connect(self.take_back)
        session.changed.connect(self._on_changed)
        keymap.follow(self, "live.link", self._show_keys)

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
            self.show_offer()
        else:
            self._link(seen, self._edited or _last_note(interview))

    @Slot()
    def take_back(self) -> None:
        """Undo the last sighting if it was made a moment ago; after that do nothing."""
        made = self._just_made()
        if made is None or self._session.interview.lock is not None:
            return
        done = self._session.journal.done
        if done and any(_adds(edit.before, edit.after, made) for edit in done[-1].change.edits):
            self.undo_asked.emit()
        else:  # something else was done since, and stays
            self._session.do(remove_sighting(self._session.interview, made))

    @Slot()
    def show_offer(self) -> None:
        """Say under the field what its keys would do with the last sighting, if anything."""
        interview = self._session.interview
        seen = waiting_for_words(interview)
        entries = []
        if interview.lock is None and self._field.is_empty():
            if self._just_made() is not None:
                entries.append(("⌫", "take back"))
        elif interview.lock is None and seen is not None and self._edited is None:
            label = _cut(interview.guide.indicators[seen.indicator].label)
            linked = self._waiting == seen.id
            entries.append((self._keys, f"{'✓ ' if linked else ''}evidence of {label}"))
        self._field.offer(*entries)

    def _just_made(self) -> int | None:
        """The newest sighting that is still there and was made a moment ago."""
        now, records = self._session.now(), self._session.interview.records
        while self._made:
            sighting, at = self._made[-1]
            since = now.mono_ms - at.mono_ms if now.boot == at.boot else -1
            if not 0 <= since <= TAKE_BACK_MS:
                self._made.clear()
            elif (Sighting, sighting) in records:
                return sighting
            else:
                self._made.pop()
        return None

    def _link(self, seen: Sighting, note_id: int | None) -> None:
        interview = self._session.interview
        if note_id is None:
            self.said.emit("There is no note yet")
        elif self._session.do(link_sighting(interview, seen, note_id)):
            self.said.emit("Evidence linked")

    @Slot(str)
    def _show_keys(self, keys: str) -> None:
        self._keys = keys
        self.show_offer()

    @Slot(object)
    def _on_editing(self, note_id: int | None) -> None:
        self._edited = note_id

    @Slot()
    def _on_cleared(self) -> None:
        self._waiting = None

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        now = self._session.now()
        for edit in change.edits:
            if edit.before is None and isinstance(edit.after, Sighting):
                self._made.append((edit.after.id, now))
                self._over.start()
        added = [e.after for e in change.edits if e.before is None and isinstance(e.after, Note)]
        waiting = self._session.interview.records.get((Sighting, self._waiting or 0))
        if not added or not isinstance(waiting, Sighting):
            return
        self._waiting = None
        self._link(waiting, added[0].id)


def _adds(before: object, after: object, sighting: int) -> bool:
    return before is None and isinstance(after, Sighting) and after.id == sighting


def _last_note(interview: Interview) -> int | None:
    return max((note.id for note in interview.notes), default=None)


def _cut(label: str) -> str:
    return label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1].rstrip()}…"

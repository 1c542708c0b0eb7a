"""One key makes a note the evidence of what was last seen."""

from PySide6.QtCore import QObject, Signal, Slot

from interview_desk.desk.live.notes.note_field import NoteField
from interview_desk.desk.live.notes.note_writer import NoteWriter
from interview_desk.desk.session import Session
from interview_desk.interview.actions.notes import link_sighting
from interview_desk.interview.change import Change
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Note, Sighting


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

"""What is typed on its way to a note: its stamp, its draft, saving and editing."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from interview_desk.desk.autosave import Autosave
from interview_desk.desk.live.notes.note_field import NoteField
from interview_desk.desk.session import Session
from interview_desk.desk.widgets.messages import note_words
from interview_desk.interview.actions.notes import (
    NO_CAPTION,
    add_note,
    add_picture,
    edit_note,
    move_note,
)
from interview_desk.interview.clock import Instant
from interview_desk.interview.note_text import Draft, read_note, write_note
from interview_desk.interview.picture_format import digest_of
from interview_desk.interview.records import Note
from interview_desk.words import minutes

NUDGE_MS = 5000


class NoteWriter(QObject):
    """Joins the note field to the session. A text leaves the field only when it is on disk.

    ``kept`` tells that the draft went to disk; ``editing`` carries the id of the note that
    is being edited, or None when it is a new one again. ``begun_anew`` tells that the field holds
    another text, of which no typing can be taken back; ``stamped`` that a text was begun or is
    gone, or that what can be done with it may be another.
    """

    kept = Signal()
    begun_anew = Signal()
    editing = Signal(object)
    stamped = Signal()

    def __init__(self, session: Session, field: NoteField, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.field = field
        self._document = field.keys.document()
        self._at: Instant | None = None
        self._at_before: Instant | None = None  # of a text that was taken back to nothing
        self._note: int | None = None
        self._on_disk: Draft | None = None
        self._cleared: Draft | None = None
        self._warned = False
        self._autosave = Autosave(self.keep, self)
        field.keys.textChanged.connect(self._typed)
        field.keys.begun.connect(self._begin)
        field.keys.submitted.connect(self.submit)
        field.keys.clear_asked.connect(self._clear)
        field.keys.leave_asked.connect(self._leave)
        field.keys.edit_last_asked.connect(self._edit_last)
        field.keys.warned.connect(self._warn)

    def restore(self) -> None:
        """Go on with what was being typed when the field was last seen."""
        draft = self._session.draft()
        if draft is not None:
            self._take_up(draft)
            self._on_disk = self._draft()

    @Slot()
    def keep(self) -> bool:
        """Put the text on disk as a draft, if it is not there already; False if it cannot be."""
        draft = self._draft()
        if draft == self._on_disk:
            return True
        if not self._session.keep_draft(draft):
            return False
        self._on_disk = draft
        self.kept.emit()
        return True

    def flush(self) -> None:
        """Put what waits to be saved on disk at once."""
        self._autosave.flush()

    @Slot()
    def submit(self) -> bool:
        """Make the text a note, or the edited note read so; False if it could not be written."""
        if self.field.command is not None:
            self.drop()
            return True
        interview = self._session.interview
        text = read_note(self.field.text(), interview.guide.dimensions)
        if interview.lock is not None or not (text.body or self._has_picture):
            return True
        if text.left_out:
            self.field.keys.tell(note_words(text.left_out))
            return False
        if self._note is not None:
            change = edit_note(interview, self._note, text)
        else:
            change = add_note(interview, self._at or self._session.now(), text)
        if not self._session.do(change, clear_draft=True):
            return False
        self._on_disk = None
        self._empty()
        return True

    def add_picture(self, at: Instant, data: bytes) -> bool:
        """A note with a picture, stamped ``at``, and its caption asked for; False if not written.

        What is in the field is the caption, and can be gone on with. A note that is being edited
        gets the picture if it has none.
        """
        if self.field.command is not None:
            self.drop()
        if self._has_picture and not self.submit():
            return False
        interview = self._session.interview
        text = read_note(self.field.text(), interview.guide.dimensions)
        change = add_picture(interview, self._at or at, text, data, self._note)
        note = interview.next_id if self._note is None else self._note
        if not self._session.do(change, clear_draft=True, pictures={digest_of(data): data}):
            return False
        self._on_disk = None
        self._at = self._session.interview.note(note).at
        self._edit(note)
        self.show_stamp()
        return self.keep()

    def drop(self) -> None:
        """Empty the field of what is no note."""
        self._empty()
        self.keep()

    @Slot(int)
    def edit(self, note_id: int) -> None:
        """Bring a note back into the field. What was being typed there becomes a note first."""
        if self._session.interview.lock is not None or not self.submit():
            return
        interview = self._session.interview
        note = interview.note(note_id)
        if note.text == NO_CAPTION and interview.picture(note_id) is not None:
            note = replace(note, text="")
        words = write_note(note, interview.guide.dimensions)
        # What is typed next must not become a part of the last tag.
        self._take_up(Draft(words and f"{words} ", note.at, note.id))
        self.field.setFocus()

    @Slot()
    def earlier(self) -> None:
        """Move the stamp a few seconds back."""
        self._move(-NUDGE_MS)

    @Slot()
    def later(self) -> None:
        """Move the stamp a few seconds on."""
        self._move(NUDGE_MS)

    def _move(self, by_ms: int) -> None:
        """Move the stamp of what is in the field, else of the newest note."""
        interview = self._session.interview
        if interview.lock is not None:
            return
        if self._note is None and not self.field.is_empty():
            now = self._session.now()
            moved = (self._at or now).shifted(by_ms)
            self._at = moved if _is_within(moved, now) else now
            self._autosave.touch()
        else:
            note = self._last_note() if self._note is None else interview.note(self._note)
            if note is not None and _is_within(note.at.shifted(by_ms), self._session.now()):
                self._session.do(move_note(interview, note.id, by_ms))
        self.show_stamp()

    @property
    def typed(self) -> int:
        """How many steps of typing can be taken back."""
        return self._document.availableUndoSteps()

    def part_typing(self) -> None:
        """Make what is typed from now on another step."""
        self._document.setModified(False)  # Qt joins only what follows on an unsaved change

    def undo_typing(self) -> bool:
        """Take back a step of typing; False if there is none."""
        return self._step(self.field.undo_typing)

    def redo_typing(self) -> bool:
        """Do typing that was taken back again; False if there is none."""
        return self._step(self.field.redo_typing)

    def _step(self, step: Callable[[], bool]) -> bool:
        """One step to and fro; a text that comes back has the stamp that it had."""
        before, at = self._at_before, self._at
        done = step()
        if done and at is None and before is not None and self._at is not None:
            self._at = before
            self._autosave.touch()
            self.show_stamp()
        return done

    def bring_back(self) -> bool:
        """Put the text back that was cleared last, if the field is empty; whether it was."""
        draft, self._cleared = self._cleared, None
        if draft is None or not self.field.is_empty():
            return False
        self._take_up(draft)
        self._autosave.touch()
        return True

    def look_at_notes(self) -> None:
        """Something was done to the interview: the note that is edited may be gone, or moved."""
        if self._note is not None and self._note_or_none(self._note) is None:
            self._edit(None)  # the note that was being edited is gone: its text becomes new
            if self.field.is_empty():
                self._at = None
        self.show_stamp()

    @Slot()
    def show_stamp(self) -> None:
        """Say what moment and phase the note will have, or what the next key will do."""
        interview, at = self._session.interview, self._at
        note = self._note_or_none(self._note)
        at = note.at if note is not None else at
        if self._warned:
            text = "Esc again leaves the note as it was" if note else "Esc again clears the field"
        elif at is None or self.field.command is not None:
            text = ""
        else:
            number = interview.timeline.phase_at(at)
            where = interview.guide.phase(number).title if number else "before the start"
            word = "editing" if note is not None else "stamped"
            word = "caption of" if self._has_picture else word
            text = f"{word} {minutes(interview.timeline.elapsed(at))}, {where}"
        if self.field.stamp.text() != text:
            self.field.stamp.setText(text)
        self.stamped.emit()

    @Slot()
    def _begin(self) -> None:
        if self._at is None:
            self._at = self._session.now()
            self.show_stamp()

    @Slot()
    def _typed(self) -> None:
        self._autosave.touch()
        if self._document.isEmpty() and self.field.is_empty():
            if self._note is None:
                self._at_before = self._at or self._at_before
                self._at = None
                self.show_stamp()
        elif self._at is None:
            self._begin()

    @Slot()
    def _clear(self) -> None:
        self._cleared = self._draft()
        self._empty()
        self.keep()

    @Slot()
    def _leave(self) -> None:
        """Leave a note that was being edited as it is: its words are gone from the field."""
        if self._note is not None:
            self.drop()

    @property
    def _has_picture(self) -> bool:
        """Whether the note that is being edited has one."""
        return self._note is not None and self._session.interview.picture(self._note) is not None

    def _edit(self, note_id: int | None) -> None:
        """From now on what is in the field is of that note, or of a new one."""
        self._note = note_id
        self.field.ask_caption(self._has_picture)
        self.editing.emit(note_id)

    @Slot()
    def _edit_last(self) -> None:
        note = self._last_note()
        if note is not None:
            self.edit(note.id)

    @Slot(bool)
    def _warn(self, warned: bool) -> None:
        self._warned = warned
        self.show_stamp()

    def _take_up(self, draft: Draft) -> None:
        note = draft.note if self._note_or_none(draft.note) is not None else None
        self._note = note
        self.field.reset(draft.text)
        self._at, self._at_before = draft.at, None
        self.begun_anew.emit()
        self._edit(note)
        self.show_stamp()

    def _empty(self) -> None:
        self._note = None
        self.field.reset()
        self._at = self._at_before = None
        self.begun_anew.emit()
        self._edit(None)
        self.show_stamp()

    def _draft(self) -> Draft | None:
        text = self.field.text()
        if not text.strip() or self._at is None or self.field.command is not None:
            return None
        return Draft(text, self._at, self._note)

    def _last_note(self) -> Note | None:
        """The note that was written last, whatever its stamp says now."""
        return max(self._session.interview.notes, key=lambda note: note.id, default=None)

    def _note_or_none(self, note_id: int | None) -> Note | None:
        notes = self._session.interview.notes
        return next((note for note in notes if note.id == note_id), None)


def _is_within(at: Instant, now: Instant) -> bool:
    """A stamp may lie in the past, not in the future."""
    return at.boot != now.boot or at.mono_ms <= now.mono_ms

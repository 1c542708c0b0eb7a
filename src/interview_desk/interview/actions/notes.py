"""What can be done with notes."""

from dataclasses import replace

from interview_desk.interview.change import Change, Edit, edits, put
from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_text import NoteText
from interview_desk.interview.records import Note, Record, Sighting


def add_note(interview: Interview, at: Instant, text: NoteText) -> Change:
    """A note stamped ``at``. Raises ValueError for one without text: a blank is no note."""
    if not text.body:
        raise ValueError("a note needs text")
    note = Note(interview.next_id, at, text.body, text.kind, text.dimensions)
    return put("Note added", (None, note))


def edit_note(interview: Interview, note_id: int, text: NoteText) -> Change:
    """The note with other words, kind and dimensions; its stamp stays. A blank is refused."""
    if not text.body:
        raise ValueError("a note needs text")
    old = interview.note(note_id)
    new = replace(old, text=text.body, kind=text.kind, dimensions=text.dimensions)
    return put("Note edited", (old, new))


def move_note(interview: Interview, note_id: int, by_ms: int) -> Change:
    """The note's stamp moved by ``by_ms`` (earlier if negative)."""
    old = interview.note(note_id)
    return put("Note time moved", (old, replace(old, at=old.at.shifted(by_ms))))


def keep_private(interview: Interview, note_id: int, private: bool) -> Change:
    """The note kept out of what leaves the laptop, or let in again."""
    old = interview.note(note_id)
    label = "Note made private" if private else "Note shared again"
    return put(label, (old, replace(old, private=private)))


def tag_note(interview: Interview, note_id: int, dimensions: tuple[int, ...]) -> Change:
    """The note made evidence of exactly these dimensions."""
    old = interview.note(note_id)
    return put("Note tagged", (old, replace(old, dimensions=dimensions)))


def remove_note(interview: Interview, note_id: int) -> Change:
    """The note gone; sightings that it proved stay, without proof."""
    freed: list[tuple[Record | None, Record | None]] = [
        (each, replace(each, note=None)) for each in interview.sightings if each.note == note_id
    ]
    return Change("Note removed", (*edits(freed), Edit(interview.note(note_id), None)))


def link_sighting(interview: Interview, sighting: Sighting, note_id: int | None) -> Change:
    """The sighting proved by that note, or by none. Raises KeyError for no such note."""
    if note_id is not None:
        interview.note(note_id)
    label = "Evidence linked" if note_id is not None else "Evidence unlinked"
    return put(label, (sighting, replace(sighting, note=note_id)))

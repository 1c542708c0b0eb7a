"""What can be done with notes and their pictures."""

from dataclasses import replace

from interview_desk.interview.change import Change, Edit, edits, put
from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_text import NoteText
from interview_desk.interview.picture_format import (
    ALL_BYTES,
    LONGEST_SIDE,
    MOST_BYTES,
    digest_of,
    shape_of,
)
from interview_desk.interview.records import Note, Picture, Record, Sighting

NO_CAPTION = "Picture"


def add_note(interview: Interview, at: Instant, text: NoteText) -> Change:
    """A note stamped ``at``. Raises ValueError for one without text: a blank is no note."""
    if not text.body:
        raise ValueError("a note needs text")
    note = Note(interview.next_id, at, text.body, text.kind, text.dimensions)
    return put("Note added", (None, note))


def add_picture(
    interview: Interview, at: Instant, text: NoteText, data: bytes, note_id: int | None = None
) -> Change:
    """A note with a picture, or the picture for the note that is there, with this caption.

    Without one it is called a picture. Raises ValueError for bytes of another form than
    `shape_of` tells, and for more than an interview may have.
    """
    shape = shape_of(data)
    if shape is None or len(data) > MOST_BYTES or max(shape[1:]) > LONGEST_SIDE:
        raise ValueError("no picture of the form that is kept")
    if not has_room(interview, len(data)):
        raise ValueError("more pictures than an interview may have")
    caption = text.body or NO_CAPTION
    old = interview.note(note_id) if note_id is not None else None
    if old is None:
        note = Note(interview.next_id, at, caption, text.kind, text.dimensions)
    else:
        note = replace(old, text=caption, kind=text.kind, dimensions=text.dimensions)
    picture = Picture(note.id, digest_of(data), *shape, size=len(data))
    return put("Picture added", (old, note), (interview.picture(note.id), picture))


def has_room(interview: Interview, size: int) -> bool:
    """Whether a picture of so many bytes fits in beside the others."""
    return size + sum(each.size for each in interview.all_pictures) <= ALL_BYTES


def edit_note(interview: Interview, note_id: int, text: NoteText) -> Change:
    """The note with other words, kind and dimensions; its stamp stays.

    Raises ValueError for a note without text; one with a picture is then called a picture.
    """
    words = text.body or (NO_CAPTION if interview.picture(note_id) is not None else "")
    if not words:
        raise ValueError("a note needs text")
    old = interview.note(note_id)
    new = replace(old, text=words, kind=text.kind, dimensions=text.dimensions)
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
    """The note gone, with its picture; sightings that it proved stay, without proof."""
    freed: list[tuple[Record | None, Record | None]] = [
        (each, replace(each, note=None)) for each in interview.sightings if each.note == note_id
    ]
    picture = interview.picture(note_id)
    shown = (Edit(picture, None),) if picture is not None else ()
    return Change("Note removed", (*edits(freed), *shown, Edit(interview.note(note_id), None)))


def link_sighting(interview: Interview, sighting: Sighting, note_id: int | None) -> Change:
    """The sighting proved by that note, or by none. Raises KeyError for no such note."""
    if note_id is not None:
        interview.note(note_id)
    label = "Evidence linked" if note_id is not None else "Evidence unlinked"
    return put(label, (sighting, replace(sighting, note=note_id)))

"""An interview as it may leave the laptop."""

from dataclasses import replace

from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Note, Record, Sighting


def private_notes(interview: Interview) -> int:
    """How many notes are private."""
    return sum(note.private for note in interview.notes)


def without_private(interview: Interview) -> Interview:
    """The interview without its private notes; sightings that one proved stay, unproved."""
    private = {note.id for note in interview.notes if note.private}
    if not private:
        return interview
    kept = tuple(
        _freed(record, private)
        for record in interview.records.values()
        if not (isinstance(record, Note) and record.private)
    )
    return Interview.of(
        interview.uid, interview.guide, interview.created_ms, kept, unknown=interview.unknown
    )


def _freed(record: Record, private: set[int]) -> Record:
    if isinstance(record, Sighting) and record.note in private:
        return replace(record, note=None)
    return record

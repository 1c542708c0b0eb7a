"""What the user chooses when a document is made, and what of the interview may leave."""

from dataclasses import dataclass, field, replace
from datetime import tzinfo
from enum import StrEnum

from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Note, Preparation, Record, Sighting


class Paper(StrEnum):
    """The sizes of paper that a document can be laid out for."""

    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Choices for one document.

    Dates and times of day are told in ``zone`` (None: the laptop's own). Private notes stay
    out, of the page and of the packet alike, unless ``include_private``; the one from before the
    interview is on no page. ``include_packet``
    attaches the interview's data, where the kind of document carries it, so that a panel can
    read it back. A ``password`` protects all of it; empty, there is none.
    """

    zone: tzinfo | None = None
    paper: Paper = Paper.A4
    include_private: bool = False
    include_packet: bool = True
    password: str = field(default="", repr=False)


def private_notes(interview: Interview) -> int:
    """How many notes are private."""
    return sum(note.private for note in interview.notes)


def has_private(interview: Interview) -> bool:
    """Whether there is something to leave out: private notes, or one from before."""
    return bool(private_notes(interview) or interview.preparation.text)


def without_private(interview: Interview) -> Interview:
    """The interview without its private notes; sightings that one proved stay, unproved."""
    if not has_private(interview):
        return interview
    private = {note.id for note in interview.notes if note.private}
    kept = tuple(
        _freed(record, private)
        for record in interview.records.values()
        if not (isinstance(record, Preparation) or (isinstance(record, Note) and record.private))
    )
    return Interview.of(
        interview.uid, interview.guide, interview.created_ms, kept, unknown=interview.unknown
    )


def _freed(record: Record, private: set[int]) -> Record:
    if isinstance(record, Sighting) and record.note in private:
        return replace(record, note=None)
    return record

"""What the user chooses when a document is made, and what of the interview may leave."""

from dataclasses import dataclass, field, replace
from datetime import tzinfo
from enum import StrEnum

from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Note, Picture, Preparation, Record, Sighting


class Paper(StrEnum):
    """The sizes of paper that a document can be laid out for."""

    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Choices for one document.

    Dates and times of day are told in ``zone`` (None: the laptop's own). Private notes stay
    out, of the page and of the packet alike, unless ``include_private``; the one from before the
    interview is on no page. Pictures stay out likewise without ``include_pictures``; their
    captions do not. ``include_packet``
    attaches the interview's data, where the kind of document carries it, so that a panel can
    read it back. A ``password`` protects all of it; empty, there is none.
    """

    zone: tzinfo | None = None
    paper: Paper = Paper.A4
    include_private: bool = False
    include_pictures: bool = True
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
        if not (
            isinstance(record, Preparation)
            or (isinstance(record, Note) and record.private)
            or (isinstance(record, Picture) and record.note in private)
        )
    )
    return _holding(interview, kept)


def without_pictures(interview: Interview) -> Interview:
    """The interview without its pictures; what they were the pictures of stays, as a note."""
    if not interview.all_pictures:
        return interview
    kept = tuple(each for each in interview.records.values() if not isinstance(each, Picture))
    return _holding(interview, kept)


def pictures_of(interview: Interview, options: ReportOptions) -> int:
    """How many pictures there are for what these options let out."""
    shown = interview if options.include_private else without_private(interview)
    return len(shown.all_pictures)


def _holding(interview: Interview, records: tuple[Record, ...]) -> Interview:
    digests = {each.digest for each in records if isinstance(each, Picture)}
    return Interview.of(
        interview.uid,
        interview.guide,
        interview.created_ms,
        records,
        unknown=interview.unknown,
        pictures={name: each for name, each in interview.pictures.items() if name in digests},
    )


def _freed(record: Record, private: set[int]) -> Record:
    if isinstance(record, Sighting) and record.note in private:
        return replace(record, note=None)
    return record

"""What speaks for or against a rating: tagged notes and sightings, by dimension."""

from dataclasses import dataclass

from interview_desk.guide.model import Indicator
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_kinds import NoteKind
from interview_desk.interview.records import Note, Sighting
from interview_desk.words import minutes

_CITED = 160  # so many characters of a note stand in a reason


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that was said, done or seen: a note, or a sighting with its indicator.

    ``elapsed_ms`` is its place in the interview, ``kind`` what it says.
    """

    elapsed_ms: int
    phase: int
    text: str
    kind: NoteKind
    note: Note | None = None
    sighting: Sighting | None = None
    indicator: Indicator | None = None
    has_picture: bool = False

    @property
    def may_be_cited(self) -> bool:
        """Whether it may stand in a reason, which reports print: private notes stay out."""
        return self.note is None or not self.note.private

    @property
    def citation(self) -> str:
        """Its moment and its words in one line: ``36:02 Compared trees with a sequence model``."""
        words = self.text if self.indicator is None else self.indicator.brief
        line = " ".join(words[: 2 * _CITED].split())
        if len(line) > _CITED:
            line = f"{line[: _CITED - 1].rstrip()}…"
        return f"{minutes(self.elapsed_ms)} {line}"


def cited(reason: str, evidence: Evidence) -> str:
    """The reason with a piece of evidence in a line at its end; as it was if it is there.

    Raises ValueError for what may not be cited.
    """
    if not evidence.may_be_cited:
        raise ValueError("a private note is not cited")
    line = evidence.citation
    if line in reason.splitlines():
        return reason
    return f"{reason.rstrip()}\n{line}".lstrip("\n")


def note_evidence(interview: Interview, note: Note) -> Evidence:
    """The note as evidence."""
    timeline = interview.timeline
    return Evidence(
        timeline.elapsed(note.at),
        timeline.phase_at(note.at),
        note.text,
        note.kind,
        note=note,
        has_picture=interview.picture(note.id) is not None,
    )


def sighting_evidence(interview: Interview, sighting: Sighting) -> Evidence:
    """The sighting as evidence, in the words of its indicator."""
    timeline, indicator = interview.timeline, interview.guide.indicators[sighting.indicator]
    return Evidence(
        timeline.elapsed(sighting.at),
        timeline.phase_at(sighting.at),
        indicator.text,
        NoteKind.STRENGTH if indicator.kind.is_good else NoteKind.CONCERN,
        sighting=sighting,
        indicator=indicator,
    )


def dimensions_of(interview: Interview, sighting: Sighting) -> tuple[int, ...]:
    """What a sighting speaks for: the note that proves it says so, else its indicator."""
    if sighting.note is not None and (tagged := interview.note(sighting.note).dimensions):
        return tagged
    return interview.guide.indicators[sighting.indicator].dimensions


def evidence_for(interview: Interview, dimension: int) -> tuple[Evidence, ...]:
    """All evidence for a dimension, by time. Nothing is added up: it is there to be read."""
    notes = (note_evidence(interview, n) for n in interview.notes if dimension in n.dimensions)
    seen = (
        sighting_evidence(interview, s)
        for s in interview.sightings
        if dimension in dimensions_of(interview, s)
    )
    return tuple(sorted((*notes, *seen), key=lambda each: each.elapsed_ms))


def waiting_for_words(interview: Interview) -> Sighting | None:
    """The newest sighting as long as no note proves it nor was written since, or None."""
    seen = max(interview.sightings, key=lambda each: each.id, default=None)
    if seen is None or seen.note is not None:
        return None
    return seen if all(note.id < seen.id for note in interview.notes) else None


def evidence_counts(interview: Interview) -> dict[int, int]:
    """How many pieces of evidence there are for each dimension, all of them listed."""
    counts = {dimension.number: 0 for dimension in interview.guide.dimensions}
    for note in interview.notes:
        for number in note.dimensions:
            counts[number] += 1
    for sighting in interview.sightings:
        for number in dimensions_of(interview, sighting):
            counts[number] += 1
    return counts

"""All notes in the order they were taken, and the questions that were asked."""

from collections.abc import Iterator
from itertools import groupby

from interview_desk.guide.model import Guide
from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_kinds import NoteKind
from interview_desk.interview.records import Note, PreparedQuestion, Tick
from interview_desk.report.document import Entries, Entry, Prose, Section, Shown
from interview_desk.report.sections.dates import elapsed
from interview_desk.words import count


def section(interview: Interview, left_out: int) -> Section:
    """The notes under the phases they were taken in; how many private ones were left out."""
    timeline = interview.timeline
    runs = groupby(interview.notes, key=lambda note: timeline.phase_at(note.at))
    parts = tuple(
        Section(_phase(interview.guide, number), (Entries(entries(interview, list(notes))),))
        for number, notes in runs
    )
    said = [] if parts else ["No notes were taken."]
    if left_out:
        was = "was" if left_out == 1 else "were"
        said.append(f"{count(left_out, 'private note')} {was} left out.")
    return Section("All notes in order", tuple(Prose(each, quiet=True) for each in said), parts)


def questions(interview: Interview) -> Section:
    """The questions that were marked as asked, the guide's and one's own, by time."""
    asked = sorted(
        _asked(interview), key=lambda each: (interview.timeline.position(each[0]), each[1])
    )
    if not asked:
        words = Prose("No question was marked as asked.", quiet=True)
        return Section("Questions asked", (words,))
    lines = (Entry(elapsed(interview, at), None, text, whence) for at, text, whence in asked)
    return Section("Questions asked", (Entries(tuple(lines)),))


def _asked(interview: Interview) -> Iterator[tuple[Instant, str, str]]:
    """When, what, and where the question comes from."""
    guide = interview.guide
    sources = dict(_sources(guide))
    for each in interview.records.values():
        if isinstance(each, Tick) and each.item in guide.questions:
            yield each.at, guide.questions[each.item].text, sources[each.item]
        elif isinstance(each, PreparedQuestion) and each.at is not None:
            dimension = guide.dimension(each.dimension).title if each.dimension else ""
            yield each.at, each.text, ", ".join(filter(None, ("prepared", dimension)))


def entries(interview: Interview, notes: list[Note]) -> tuple[Entry, ...]:
    """These notes with their times, kinds and dimensions."""
    return tuple(_entry(interview, note) for note in notes)


def _entry(interview: Interview, note: Note) -> Entry:
    kind = "" if note.kind is NoteKind.PLAIN else note.kind.value
    titles = [interview.guide.dimension(number).title for number in note.dimensions]
    private = "private" if note.private else ""
    aside = ", ".join(part for part in (private, kind, *titles) if part)
    at = elapsed(interview, note.at)
    return Entry(at, note.kind, note.text, aside, _shown(interview, note))


def _shown(interview: Interview, note: Note) -> Shown | None:
    """The picture of a note, with its bytes where they were asked for."""
    picture = interview.picture(note.id)
    if picture is None:
        return None
    data = interview.pictures.get(picture.digest, b"")
    return Shown(data, picture.width, picture.height, note.text)


def _phase(guide: Guide, number: int) -> str:
    return guide.phase(number).title if number else "Before the start"


def _sources(guide: Guide) -> Iterator[tuple[str, str]]:
    """The key of each question with where the guide has it."""
    for phase in guide.phases:
        yield from ((each.key, phase.title) for each in phase.prompts)
        for area in phase.areas:
            yield from ((each.key, area.title) for each in area.probes)
    for bank in guide.banks:
        yield from ((each.key, bank.title) for each in bank.questions)

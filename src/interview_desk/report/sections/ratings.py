"""The rubric: every rating with its reason, and the evidence it stands on."""

from dataclasses import replace

from interview_desk.guide.model import Dimension
from interview_desk.interview.actions.scoring import rating_words
from interview_desk.interview.evidence import Evidence, evidence_for
from interview_desk.interview.interview import Interview
from interview_desk.report.document import (
    Entries,
    Entry,
    Prose,
    RatingRow,
    Ratings,
    Section,
)
from interview_desk.words import minutes

_SHORT_REASON = 90


def overview(interview: Interview) -> Ratings:
    """One row for every dimension, with the beginning of its reason; a rubric may have none."""
    return Ratings(tuple(_row(interview, each) for each in interview.guide.dimensions))


def sections(interview: Interview) -> tuple[Section, ...]:
    """One section for every dimension: what the level means, the evidence, the reason."""
    found = [_section(interview, each) for each in interview.guide.dimensions]
    return (replace(found[0], new_page=True), *found[1:]) if found else ()


def evidence(interview: Interview, dimension: Dimension) -> tuple[Entry, ...]:
    """What the rating of a dimension stands on, by time."""
    found = evidence_for(interview, dimension.number)
    return tuple(_entry(interview, each) for each in found)


def _key(dimension: Dimension) -> str:
    return f"dimension-{dimension.number}"


def _row(interview: Interview, dimension: Dimension) -> RatingRow:
    rating = interview.rating(dimension.number)
    return RatingRow(
        title=dimension.title,
        height=dimension.height(rating.level),
        steps=len(dimension.levels),
        level=rating_words(rating),
        reason=first_sentence(rating.reason, _SHORT_REASON),
        target=_key(dimension),
    )


def _section(interview: Interview, dimension: Dimension) -> Section:
    rating = interview.rating(dimension.number)
    meaning = next((each.text for each in dimension.levels if each.name == rating.level), "")
    found = evidence(interview, dimension)
    blocks: list[Prose | Entries] = []
    if meaning:
        blocks.append(Prose(meaning, quiet=True))
    if found:
        blocks.append(Entries(found))
    else:
        blocks.append(Prose("No note and no sighting speaks for this dimension.", quiet=True))
    if rating.reason.strip():
        blocks.append(Prose(rating.reason))
    elif rating.level:
        blocks.append(Prose("No reason was given.", quiet=True))
    return Section(f"{dimension.title}: {rating_words(rating)}", tuple(blocks), key=_key(dimension))


def _entry(interview: Interview, piece: Evidence) -> Entry:
    asides = [piece.indicator.kind.value] if piece.indicator is not None else []
    if piece.sighting is not None and piece.sighting.note is not None:
        proof = interview.note(piece.sighting.note)
        asides.append(f"see the note at {minutes(interview.timeline.elapsed(proof.at))}")
    text = piece.indicator.brief if piece.indicator is not None else piece.text
    return Entry(minutes(piece.elapsed_ms), piece.kind, text, ", ".join(asides))


def cut(text: str, longest: int) -> str:
    """The text on one line of ``longest`` characters at most, ended by an ellipsis if cut."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    kept = line[: longest - 1]
    words = kept.rsplit(" ", 1)[0] if " " in kept else kept
    return words.rstrip(",;:–- ") + "…"


def first_sentence(text: str, longest: int) -> str:
    """The first sentence of a text without its full stop, cut if need be."""
    line = " ".join(text.split())
    return cut(line.split(". ", 1)[0], longest).rstrip(".")

"""A first draft of the feedback for the candidate: their strengths, to be edited by hand.

No rating, no concern, nothing private, and no tick counted: the words of the notes and of the
guide in the order in which they happened. It is never the feedback until someone took it over.
"""

from collections.abc import Iterator

from interview_desk.guide.model import IndicatorKind
from interview_desk.interview.evidence import Evidence, note_evidence, sighting_evidence
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_kinds import NoteKind

_MOST = 8  # strengths in a draft; what is more nobody would read
_LONGEST = 240  # characters of one


def strengths(interview: Interview) -> tuple[str, ...]:
    """What went well, by time, each said once: as noted, or where nothing was, as ticked."""
    said = list(_noted(interview)) or list(_seen(interview))
    in_order = sorted(said, key=lambda each: each.elapsed_ms)
    return tuple(dict.fromkeys(filter(None, map(_line, in_order))))[:_MOST]


def feedback_draft(interview: Interview) -> str:
    """The draft; empty where no strength was written down or seen."""
    lines = strengths(interview)
    if not lines:
        return ""
    question = " ".join(interview.setup.question.split())
    about = f" about “{question}”" if 0 < len(question) <= _LONGEST else ""
    listed = "\n".join(f"– {line}" for line in lines)
    return f"Thank you for the conversation{about}. What went well:\n\n{listed}\n"


def _noted(interview: Interview) -> Iterator[Evidence]:
    for note in interview.notes:
        if note.kind is NoteKind.STRENGTH and not note.private:
            yield note_evidence(interview, note)


def _seen(interview: Interview) -> Iterator[Evidence]:
    indicators = interview.guide.indicators
    for sighting in interview.sightings:
        if indicators[sighting.indicator].kind is IndicatorKind.STRONG_SIGNAL:
            yield sighting_evidence(interview, sighting)


def _line(evidence: Evidence) -> str:
    words = evidence.indicator.brief if evidence.indicator else evidence.text
    line = " ".join(words[: 2 * _LONGEST].split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"

"""Bold lines that are headings in all but their marks, as word processors export them."""

from collections.abc import Sequence

from interview_desk.guide.parse.headings import phase_heading
from interview_desk.guide.parse.labels import Topic, phase_label, topic_of
from interview_desk.guide.parse.parts import LABEL_LEVEL, Part

# Only these: other topics are known by a label as well, or could be a label inside a phase.
_TOPICS = frozenset({Topic.RUBRIC, Topic.PITFALLS, Topic.EXPECTATIONS, Topic.RECOMMENDATIONS})


def raise_bold_headings(parts: Sequence[Part]) -> None:
    """Make headings of the bold lines that name a phase with its minutes, or a whole section.

    They stand one level below the last real heading, so the labels after them are theirs.
    """
    level = 0
    for part in parts:
        if part.is_heading:
            level = part.level
        elif part.bare and _is_heading(part):
            part.level = min(level + 1, LABEL_LEVEL - 1)


def _is_heading(part: Part) -> bool:
    phase = phase_heading(part.title, part.line)
    if phase is not None:
        return phase.minutes.span is not None or phase.minutes.problem != ""
    return topic_of(part.title) in _TOPICS and phase_label(part.title) is None

"""A document by meaning: its title, its phases, and its sections on each topic."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from interview_desk.guide.parse.bold_headings import raise_bold_headings
from interview_desk.guide.parse.headings import PhaseHeading, phase_heading
from interview_desk.guide.parse.labels import Topic, topic_of
from interview_desk.guide.parse.parts import Part, section


@dataclass(slots=True)
class Outline:
    """The sections of a document; each is its heading's part and the parts under it.

    Without a level-1 heading the title is the empty part that opens the document.
    """

    title: Part
    phases: list[tuple[PhaseHeading, Sequence[Part]]] = field(default_factory=list)
    topics: dict[Topic, list[Sequence[Part]]] = field(default_factory=dict)

    def on(self, *topics: Topic) -> list[Sequence[Part]]:
        """The sections on any of these topics, in the order of the document."""
        found = [parts for topic in topics for parts in self.topics.get(topic, [])]
        return sorted(found, key=lambda parts: parts[0].line)


def outline_of(parts: Sequence[Part]) -> Outline:
    """The outline of a document's parts.

    A heading of no known meaning is looked into, so guides may group their sections.
    """
    raise_bold_headings(parts)
    title = next((part for part in parts if part.level == 1 and part.title), parts[0])
    title = parts[0] if _phase(title) else title
    title.hold()
    outline = Outline(title)
    place = 0
    while place < len(parts):
        part = parts[place]
        known = part is not title and part.title
        place += _sort_in(outline, section(parts, place)) if known else 1
    return outline


def _sort_in(outline: Outline, parts: Sequence[Part]) -> int:
    """Sort a section in; returns how many parts that settles."""
    heading, *under = parts
    if phase := _phase(heading):
        outline.phases.append((phase, parts))
        heading.hold(phase.title)
        for part in parts:
            part.phase = len(outline.phases)
        return len(parts)
    topic = topic_of(heading.title, heading=heading.is_heading)
    if topic is None or any(_phase(part) for part in under):
        return 1
    heading.known = True
    for part in parts:
        part.topic = topic
    outline.topics.setdefault(topic, []).append(parts)
    return len(parts)


def _phase(part: Part) -> PhaseHeading | None:
    return phase_heading(part.title, part.line) if part.is_heading else None

"""A document by its headings: its title, its phases, and its sections on each topic."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from interview_desk.guide.faults import Fault, excerpt
from interview_desk.guide.minutes import Minutes, minutes_at_end
from interview_desk.guide.model import MOST_PHASES, Topic
from interview_desk.guide.parse.labels import phase_label, topic_of, without_sign
from interview_desk.guide.parse.parts import LABEL_LEVEL, Part, section

_NUMBERED = re.compile(
    r"(phase|stage|part)\s*(\d{1,3})(?!\d)(?:\s*[:：.)\-–—]+\s*|\s+|$)(.*)", re.IGNORECASE
)
_NAMED = re.compile(r"phase(?:\s+(\w+))?\s*[:：\-–—]\s*(.+)", re.IGNORECASE)
_COUNT = re.compile(r"one|two|three|four|five|six|seven|eight|nine|ten|[a-z]|[ivx]+", re.IGNORECASE)
_PHASE_EXAMPLE = "Write “Phase 2: Title (10 minutes)”, or the minutes in the text under it."
_READING = re.compile(r"reading\s*[:：]\s*(.+)", re.IGNORECASE | re.DOTALL)
# Only these: other topics are known by a label as well, or could be a label inside a phase.
_TOPICS = frozenset({Topic.RUBRIC, Topic.PITFALLS, Topic.EXPECTATIONS, Topic.RECOMMENDATIONS})


@dataclass(frozen=True, slots=True)
class PhaseHeading:
    """The heading of a phase, taken apart. ``number`` is as written, None without one."""

    line: int
    number: int | None
    title: str
    minutes: Minutes


def phase_heading(title: str, line: int) -> PhaseHeading | None:
    """The heading of a phase, or None for any other.

    "Phase 2" is one as it stands; "Stage 2", "Part 2" and "Phase: Title" are where they
    give a time, since headings of reading material begin like that too.
    """
    minutes = minutes_at_end(without_sign(title))
    timed = minutes.span is not None or minutes.problem != ""
    if match := _NUMBERED.fullmatch(minutes.without):
        if timed or match[1].lower() == "phase":
            name = match[3].strip(" -–—:") or f"{match[1].capitalize()} {match[2]}"
            return PhaseHeading(line, int(match[2]), name, minutes)
    elif timed and (match := _NAMED.fullmatch(minutes.without)):
        word = "" if match[1] is None or _COUNT.fullmatch(match[1]) else f"{match[1]}: "
        return PhaseHeading(line, None, f"{word}{match[2]}", minutes)
    return None


def check_headings(headings: Iterable[PhaseHeading], faults: list[Fault]) -> None:
    """Add a fault for each number or title used twice, and for too many phases."""
    numbers: set[int] = set()
    titles: set[str] = set()
    for count, heading in enumerate(headings, start=1):
        title = heading.title.casefold()
        if count == MOST_PHASES + 1:
            message = f"The guide has more than {MOST_PHASES} phases"
            faults.append(Fault(heading.line, message, "Join phases that belong together."))
        if heading.number is not None and heading.number in numbers:
            message = f"There is a phase {heading.number} already"
            faults.append(Fault(heading.line, message, "Give each phase its own number."))
        elif title in titles:
            message = f"There is a phase {excerpt(heading.title)} already"
            faults.append(Fault(heading.line, message, "Give each phase its own title."))
        numbers |= set() if heading.number is None else {heading.number}
        titles.add(title)


def check_left_out(
    parts: Sequence[Part], title: Part, phases: Sequence[Sequence[Part]], faults: list[Fault]
) -> None:
    """Add a fault for each heading that gives minutes and is in no part of the structure.

    One that holds the phases gives the length of all of them, and is no part itself.
    """
    starts = {id(phase[0]) for phase in phases}
    for place, part in enumerate(parts):
        outside = part.phase is None and part.topic is None and not part.opaque
        if not (outside and part.is_heading) or part is title:
            continue
        holds = any(id(each) in starts for each in section(parts, place))
        if minutes_at_end(part.title).span is not None and not holds:
            message = f"{excerpt(part.title)} gives minutes, but is no phase"
            faults.append(Fault(part.line, message, _PHASE_EXAMPLE))


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

    A heading of no known meaning is looked into, so guides may group their sections. What stands
    under "Reading: Title" is reading material, whatever its words are.
    """
    _set_apart_reading(parts)
    everything, parts = parts, [part for part in parts if not part.opaque]
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
    _place_reading(everything)
    return outline


def _set_apart_reading(parts: Sequence[Part]) -> None:
    level = 0
    for part in parts:
        if level and part.level <= level:
            level = 0
        if part.is_heading and (match := _READING.fullmatch(part.title)):
            level, part.title = part.level, match[1]
        part.opaque = level > 0


def _place_reading(parts: Sequence[Part]) -> None:
    """Reading material belongs to the part of the structure that its heading stands in."""
    over: list[Part] = []
    for part in parts:
        if part.is_heading:
            over = [each for each in over if each.level < part.level]
            near = next((each for each in reversed(over) if not each.opaque), None)
            if part.opaque and near is not None:
                part.phase, part.topic = near.phase, near.topic
            over.append(part)
        elif part.opaque and over:
            part.phase, part.topic = over[-1].phase, over[-1].topic


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

"""The headings of phases: "Phase 2: Title (8-10 minutes)" and its variants."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from interview_desk.guide.faults import Fault, excerpt
from interview_desk.guide.minutes import Minutes, minutes_at_end
from interview_desk.guide.parse.labels import without_sign

MAX_PHASES = 15

_NUMBERED = re.compile(
    r"(phase|stage|part)\s*(\d{1,3})(?!\d)(?:\s*[:：.)\-–—]+\s*|\s+|$)(.*)", re.IGNORECASE
)
_NAMED = re.compile(r"phase(?:\s+(\w+))?\s*[:：\-–—]\s*(.+)", re.IGNORECASE)
_COUNT = re.compile(r"one|two|three|four|five|six|seven|eight|nine|ten|[a-z]|[ivx]+", re.IGNORECASE)


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
        if count == MAX_PHASES + 1:
            message = f"The guide has more than {MAX_PHASES} phases"
            faults.append(Fault(heading.line, message, "Join phases that belong together."))
        if heading.number is not None and heading.number in numbers:
            message = f"There is a phase {heading.number} already"
            faults.append(Fault(heading.line, message, "Give each phase its own number."))
        elif title in titles:
            message = f"There is a phase {excerpt(heading.title)} already"
            faults.append(Fault(heading.line, message, "Give each phase its own title."))
        numbers |= set() if heading.number is None else {heading.number}
        titles.add(title)

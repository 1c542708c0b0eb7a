"""What a proposal comes to: a guide's parts as plain lists, before they are written down."""

import re
from dataclasses import dataclass, field

from interview_desk.guide.importer.vocabulary import Part
from interview_desk.guide.model import MinuteRange

# A question with what is said before it, or what follows the last.
_ASKED = re.compile(r"[^?？]*[?？]+[\"”’»)]*|[^?？]+$")


@dataclass(slots=True)
class ReadingDraft:
    """Words to read: a heading and the Markdown under it."""

    title: str
    pieces: list[str] = field(default_factory=list)


@dataclass(slots=True)
class AreaDraft:
    """An area of a phase with what is asked there."""

    title: str
    probes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class PhaseDraft:
    """A phase; ``minutes`` is None where the document gives none. ``labels`` are its own words."""

    title: str
    minutes: MinuteRange | None
    line: int = 0
    objective: list[str] = field(default_factory=list)
    activities: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    strong_signals: list[str] = field(default_factory=list)
    red_flags: list[str] = field(default_factory=list)
    areas: list[AreaDraft] = field(default_factory=list)
    reading: list[ReadingDraft] = field(default_factory=list)
    labels: dict[str, list[str]] = field(default_factory=dict)

    def take_cell(self, part: Part, cell: str) -> None:
        """Take what a column of an agenda says of it; each question of a cell is one."""
        if part is Part.QUESTIONS:
            self.questions += [each.strip() for each in _ASKED.findall(cell) if each.strip()]
        else:
            (self.strong_signals if part is Part.STRONG else self.red_flags).append(cell)


@dataclass(slots=True)
class LevelDraft:
    """A level with the behaviour that earns it."""

    name: str
    text: str


@dataclass(slots=True)
class DimensionDraft:
    """A row of the rubric, its levels best first; ``aside`` are weights and points, as text."""

    title: str
    levels: list[LevelDraft]
    aside: str = ""
    line: int = 0
    text: str = ""
    has_own_levels: bool = True


@dataclass(slots=True)
class ListDraft:
    """Entries under a heading: a question bank, a group of expectations."""

    title: str
    entries: list[str] = field(default_factory=list)


@dataclass(slots=True)
class PitfallDraft:
    """A mistake to avoid, and what is said about it."""

    title: str
    text: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """The parts of a guide as a proposal understands them."""

    title: str = ""
    length: MinuteRange | None = None
    phases: list[PhaseDraft] = field(default_factory=list)
    dimensions: list[DimensionDraft] = field(default_factory=list)
    steps: list[LevelDraft] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    during: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    banks: list[ListDraft] = field(default_factory=list)
    pitfalls: list[PitfallDraft] = field(default_factory=list)
    expectations: list[ListDraft] = field(default_factory=list)
    disqualifiers: list[str] = field(default_factory=list)
    warning_signs: list[str] = field(default_factory=list)
    reading: list[ReadingDraft] = field(default_factory=list)
    rubric_reading: list[ReadingDraft] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)

    @property
    def questions(self) -> list[str]:
        """All that is asked, in order."""
        found: list[str] = []
        for phase in self.phases:
            found += phase.questions
            found += [probe for area in phase.areas for probe in area.probes]
        return found + [entry for bank in self.banks for entry in bank.entries]

    def tidy(self) -> None:
        """Leave out what came to nothing."""
        for phase in self.phases:
            for area in [each for each in phase.areas if not each.probes]:
                phase.areas.remove(area)
                phase.reading.append(ReadingDraft(area.title))
        for bank in [each for each in self.banks if not each.entries]:
            self.banks.remove(bank)
            self.headings.append(bank.title)
        for group in [each for each in self.expectations if not each.entries]:
            self.expectations.remove(group)
            self.headings.append(group.title)

"""What a guide asks for: phases, indicators, questions, rubric and reading material.

Everything is frozen and hashable by identity of its content. Numbers of phases and
dimensions count from 1 in the order of the document; keys (``p3.s1``) are stable for one
text of a guide, and an interview keeps the text it was run with.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto
from functools import cached_property
from types import MappingProxyType

from interview_desk.guide.short_forms import brief, first_of_pair, up_to_first_break

# What a guide may hold at most and must hold at least, and the longest time it may give.
MOST_PHASES, MOST_DIMENSIONS = 15, 20
FEWEST_LEVELS, MOST_LEVELS = 2, 6
LONGEST_MINUTES = 180


class IndicatorKind(StrEnum):
    """What seeing an indicator says, in the words of the product."""

    STRONG_SIGNAL = "strong signal"
    RED_FLAG = "red flag"
    DISQUALIFIER = "disqualifier"
    WARNING_SIGN = "warning sign"
    DIFFERENTIATOR = "differentiator"

    @property
    def is_good(self) -> bool:
        """Whether seeing one speaks for the candidate."""
        return self in (IndicatorKind.STRONG_SIGNAL, IndicatorKind.DIFFERENTIATOR)


@dataclass(frozen=True, slots=True)
class MinuteRange:
    """A span of whole minutes, both ends included; one number has equal ends."""

    low: int
    high: int

    @property
    def slack(self) -> int:
        """Minutes between the shortest and the longest."""
        return self.high - self.low

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One observable behaviour. ``phase`` is None where it belongs to the whole interview.

    ``short`` is the guide's own short form, empty where it gives none; ``example`` is what the
    guide quotes to show what is meant.
    """

    key: str
    kind: IndicatorKind
    text: str
    phase: int | None = None
    dimensions: tuple[int, ...] = ()
    short: str = ""
    example: str = ""

    @property
    def label(self) -> str:
        """What stands for it on one line while the interview runs."""
        return self.short or up_to_first_break(self.text)

    @property
    def brief(self) -> str:
        """The behaviour without its examples, for narrow places."""
        return brief(self.text)


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask: an opening problem, a follow-up or a probe."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Area:
    """An area to explore in a phase, with its probes; its key is ``p3.a1``."""

    key: str
    title: str
    probes: tuple[Question, ...]

    @property
    def brief(self) -> str:
        """The part of the title before an "and", for a tab."""
        return first_of_pair(self.title)


@dataclass(frozen=True, slots=True)
class Phase:
    """A timed part of the interview, with what it asks the interviewer to do and watch.

    ``bar`` is what tells this level from the one below, and ``bar_title`` what the guide calls
    it. ``differentiators`` are the same in the guide's own lines, to be read.
    """

    number: int
    title: str
    minutes: MinuteRange
    objective: str = ""
    activities: tuple[str, ...] = ()
    prompts: tuple[Question, ...] = ()
    strong_signals: tuple[Indicator, ...] = ()
    red_flags: tuple[Indicator, ...] = ()
    differentiators: tuple[str, ...] = ()
    areas: tuple[Area, ...] = ()
    dimensions: tuple[int, ...] = ()
    bar: tuple[Indicator, ...] = ()
    bar_title: str = ""

    @property
    def brief(self) -> str:
        """The part of the title before an "and", for the rail."""
        return first_of_pair(self.title)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Strong signals, red flags, then the level's own bar: the order of the number keys."""
        return self.strong_signals + self.red_flags + self.bar


@dataclass(frozen=True, slots=True)
class Level:
    """One step of a dimension, with the behaviour that earns it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Dimension:
    """One row of the rubric. ``levels`` are best first, as guides write them."""

    number: int
    title: str
    tag: str
    levels: tuple[Level, ...]
    qualifier: str = ""

    @property
    def brief(self) -> str:
        """The part of the title before an "and", for lists and chips."""
        return first_of_pair(self.title)

    @property
    def ascending(self) -> tuple[Level, ...]:
        """The levels from lowest to best, the order of the rating cards."""
        return self.levels[::-1]

    def height(self, level: str) -> int:
        """Steps from the bottom, 1 for the lowest level; 0 for a name it does not have."""
        names = [each.name for each in self.ascending]
        return names.index(level) + 1 if level in names else 0


@dataclass(frozen=True, slots=True)
class Pitfall:
    """A mistake interviewers make, why it matters and how to avoid it."""

    title: str
    why: str = ""
    how: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One thing to do before, during or after the interview."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class QuestionBank:
    """Questions under one heading of the guide."""

    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class ExpectationGroup:
    """What the guide expects of a candidate at this level, under one heading."""

    title: str
    items: tuple[str, ...]


class Topic(StrEnum):
    """What a section outside the phases is about."""

    SCALE = auto()
    RUBRIC = auto()
    PITFALLS = auto()
    BEFORE = auto()
    DURING = auto()
    AFTER = auto()
    DISQUALIFIERS = auto()
    WARNING_SIGNS = auto()
    CONCERNS = auto()
    RECOMMENDATIONS = auto()
    EXPECTATIONS = auto()
    PRINCIPLE = auto()
    DURATION = auto()
    SHORT_TITLE = auto()
    QUESTIONS = auto()


@dataclass(frozen=True, slots=True)
class Reading:
    """Words kept for reading: the heading they stand under and their Markdown.

    ``phase`` and ``topic`` say which part of the structure they were written in, if any.
    Backslash escapes are undone.
    """

    title: str
    markdown: str
    phase: int | None = None
    topic: Topic | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading or label that says more than what the structure knows it by.

    ``over`` is the first text of the structure under it; ``near`` says that no other heading
    stands between them.
    """

    text: str
    over: str
    near: bool


@dataclass(frozen=True)
class Guide:
    """A whole guide. ``source`` is the Markdown text it was read from, line ends as LF.

    An interview keeps the guide as it was understood when it was made: ``guide.understood``
    writes all fields but the text. A field that is added later needs a default.
    ``steps`` are the words of the overall recommendation, worst first; where a guide names
    none they are the product's own four, and ``own_steps`` is False.
    """

    title: str
    phases: tuple[Phase, ...]
    dimensions: tuple[Dimension, ...]
    source: str = field(default="", repr=False)
    duration: MinuteRange | None = None
    pitfalls: tuple[Pitfall, ...] = ()
    before: tuple[ChecklistItem, ...] = ()
    during: tuple[ChecklistItem, ...] = ()
    after: tuple[ChecklistItem, ...] = ()
    banks: tuple[QuestionBank, ...] = ()
    disqualifiers: tuple[Indicator, ...] = ()
    warning_signs: tuple[Indicator, ...] = ()
    expectations: tuple[ExpectationGroup, ...] = ()
    recommendations: tuple[str, ...] = ()
    key_principle: str = ""
    question_minutes: MinuteRange | None = None
    steps: tuple[str, ...] = ("Strong no", "No", "Hire", "Strong hire")
    own_steps: bool = False
    reading: tuple[Reading, ...] = ()
    headings: tuple[Heading, ...] = ()
    short_title: str = ""

    @property
    def brief(self) -> str:
        """The short title if the guide gives one, for lists and narrow places."""
        return self.short_title or self.title

    @property
    def minutes(self) -> MinuteRange:
        """The sums of the phases' shortest and longest times."""
        return MinuteRange(
            sum(phase.minutes.low for phase in self.phases),
            sum(phase.minutes.high for phase in self.phases),
        )

    @property
    def concerns(self) -> tuple[Indicator, ...]:
        """Disqualifiers, then warning signs: what is watched for in every phase."""
        return self.disqualifiers + self.warning_signs

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """Every indicator by its key, in the order of the document."""
        found = (each for phase in self.phases for each in phase.indicators)
        return MappingProxyType({each.key: each for each in (*found, *self.concerns)})

    @cached_property
    def areas(self) -> Mapping[str, Area]:
        """Every area to explore by its key."""
        return MappingProxyType({each.key: each for phase in self.phases for each in phase.areas})

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every prompt, probe and bank question by its key."""
        return MappingProxyType({each.key: each for each in self._all_questions()})

    @cached_property
    def checklist_items(self) -> Mapping[str, ChecklistItem]:
        """Every checklist item by its key."""
        items = (*self.before, *self.during, *self.after)
        return MappingProxyType({each.key: each for each in items})

    def phase(self, number: int) -> Phase:
        """The phase of that number, from 1. Raises IndexError for one it does not have."""
        if not 1 <= number <= len(self.phases):
            raise IndexError(f"the guide has no phase {number}")
        return self.phases[number - 1]

    def dimension(self, number: int) -> Dimension:
        """The dimension of that number, from 1. Raises IndexError likewise."""
        if not 1 <= number <= len(self.dimensions):
            raise IndexError(f"the guide has no dimension {number}")
        return self.dimensions[number - 1]

    def _all_questions(self) -> Iterator[Question]:
        for phase in self.phases:
            yield from phase.prompts
            for area in phase.areas:
                yield from area.probes
        for bank in self.banks:
            yield from bank.questions
